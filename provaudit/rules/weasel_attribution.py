"""PA105 weasel-attribution: a nameless group is made to say it.

What it flags
    "Critics say", "experts believe", "some say": a group with no name and no number as the speaker, outside
    quotation marks.

Why it matters
    Everything has been said by some critic. Without a name or a number the reader cannot tell a field from two
    people, and the writer's own view passes as other people's.

Guideline
    Wikipedia, "Words to watch: unsupported attributions"; SPJ Code of Ethics: identify sources clearly.

Flagged
    Critics say the bridge will never pay for itself.

Passes
    Three of the five engineers on the panel say the bridge will never pay for itself.

What to do
    Name at least one of them, say how many they are, or leave it out.
"""

import re
from collections.abc import Iterator
from functools import cache

from provaudit.model import Case, Severity, Span
from provaudit.rules.credits import holds, mentions_in, names_someone
from provaudit.rules.prose import BLANK, Sentence, prose_of
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.words import any_of

_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|both)\b[^,;]*$", re.IGNORECASE
)
_EXAMPLE = re.compile(r"\b(?:such\s+as|including|like|among\s+them|led\s+by)\s+(?:the\s+)?[A-Z]")
_AND_OTHER = re.compile(r"[A-Z][\w’'-]+(?:,[^,]*,)?,?\s+(?:and|or)\s+$")
_NAME_BEFORE = re.compile(r"\S\s+(?P<name>[A-Z][\w.-]*)\s+$")
# These say which camp or country, not who.
_CAMPS = re.compile(
    r"(?:Republicans?|Democrat(?:s|ic)?|Conservative|Liberal|Labour|Tory|American|British|European|Western|U\.S\.|US)"
)


@cache
def _weasel() -> re.Pattern[str]:
    group = (
        rf"(?:(?:some|many|most|several|other|the|his|her|its|their|more|independent|outside|longtime|long-time|leading)\s+)*"
        rf"{any_of('weasel_groups')}"
    )
    # "Critics of the law": that says of what, not who.
    of_what = r"(?:\s+of\s+(?-i:(?:the|a|an|his|her|its|their|this|that|such)\s+)?(?-i:[a-z-]+(?:\s+[a-z-]+)?))?"
    middle = r"(?:,?\s+(?:have|has|had|also|still|now|often|long|always|widely|generally|\w+ly))*,?"
    speaks = rf"(?P<group>{group}{of_what}|{any_of('weasel_pronouns')}){middle}\s+{any_of('weasel_verbs')}\b"
    credited = rf"(?:according\s+to|in\s+the\s+view\s+of|in\s+the\s+eyes\s+of)\s+(?P<credited>{group})\b"
    by = r"(?:said|believed|thought|considered|seen|viewed|regarded|criticised|criticized|argued)\s+by"
    passive = rf"{by}\s+(?P<by>{group}|many|some)\b"
    return re.compile(rf"(?<![\w’'-])(?:{speaks}|{credited}|{passive})", re.IGNORECASE)


def _check(case: Case) -> Iterator[Remark]:
    prose = prose_of(case.article)
    for sentence in prose.running():
        words = prose.unquoted(sentence.span)
        for weasel in _weasel().finditer(words):
            at = next(name for name, group in weasel.groupdict().items() if group)
            span = Span(sentence.span.start + weasel.start(at), sentence.span.start + weasel.end(at))
            if not _counted_or_named(case, sentence, words, weasel, span):
                said = prose_of(case.article).words(span)
                yield Remark(f'"{said}" has neither a name nor a number: say who, or how many', span)


def _counted_or_named(case: Case, sentence: Sentence, words: str, weasel: re.Match[str], span: Span) -> bool:
    before = words[: weasel.start()].rsplit(BLANK, 1)[-1]
    name = _NAME_BEFORE.search(before)
    if _NUMBER.search(before[-24:]) or _EXAMPLE.search(words, weasel.end()) or _AND_OTHER.search(before):
        return True
    if name and not _CAMPS.fullmatch(name["name"]):
        return True
    return any(
        names_someone(case, mention) and not mention.spans[0].meets(span)
        for attribution, mention in mentions_in(case, sentence.span)
        if not attribution.whole_text and holds(attribution.content, span)
    )


RULE = rule_of(__doc__, severity=Severity.WARNING, scope=Scope.DRAFT, check=_check)
