"""PN201 bare-anonymous: "a source said", and nothing about the source.

What it flags
    An unnamed source with no word of description: "a source", "sources", "an insider", "unnamed sources".

Why it matters
    The reader has nothing to judge by: neither how the source would know nor what the source wants. How a source
    knows can nearly always be said without giving the source away.

Guideline
    AP, "Anonymous sources": describe the source's position as fully as possible; the Guardian's ladder of
    specificity, whose lowest rung is "a source".

Flagged
    The deal is close to collapse, a source said.

Passes
    The deal is close to collapse, said a source who has read both drafts of the contract.

What to do
    Say how the source knows: "a person who was in the room", "an official of the ministry's legal department".
"""

import re
from collections.abc import Iterator

from provaudit.model import Attribution, Case, Mention, Severity, SourceKind, Span
from provaudit.rules.credits import claims_of, sources_of
from provaudit.rules.prose import BLANK, prose_of
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.words import word_list

_WORD = re.compile(r"[\w’'-]+")
_DESCRIBES = re.compile(
    r"\s*,?\s*(?:\([^)]*\)\s*)?(?:who|whose|that|which|with(?!\s+the\s+agreement)|familiar|close|near|inside|within|at|from|in|of|"
    r"on\s+the\s+(?!condition)|briefed|involved|aware|knowledgeable|working|linked|connected|led|privy|present|near|"
    r"(?:directly|personally)\s+\w+|cited|quoted)\b",
    re.IGNORECASE,
)


_BARE_WORDS = re.compile(
    r"(?:^|[.,;:(—–]\s+|\b(?:and|but|as|that|because|while|though|if)\s+)"
    r"(?P<who>(?:(?:a|an|one|another|several|multiple|two|three|some|unnamed|anonymous|unidentified)\s+)*"
    r"(?:sources?|insiders?))\s+(?:(?:have|has|had|also|later|now)\s+)*(?:said|says?|told|tells?|claim(?:s|ed)?|added|confirmed)\b",
    re.IGNORECASE,
)


def _check(case: Case) -> Iterator[Remark]:
    flagged = dict(_missed(case))
    for attribution, mention in bare_mentions(case):
        flagged[mention.spans[0]] = claims_of(case, attribution)
    for span, claims in sorted(flagged.items()):
        said = prose_of(case.article).words(span)
        yield Remark(f'"{said}" says nothing of who the source is or how the source knows', span, claims)


def _missed(case: Case) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Bare sources that the words show and no attribution stands for."""
    prose = prose_of(case.article)
    known = [span for attribution in case.attributions if attribution.source for span in attribution.source.spans]
    for sentence in prose.running():
        for found in _BARE_WORDS.finditer(prose.unquoted(sentence.span)):
            span = Span(sentence.span.start + found.start("who"), sentence.span.start + found.end("who"))
            if not any(span.meets(other) for other in known):
                yield span, ()


def unnamed_mentions(case: Case) -> Iterator[tuple[Attribution, Mention]]:
    """The unnamed sources of the draft's own prose, bare or described, in the order they are mentioned."""
    outside = prose_of(case.article).outside
    credited = [(attribution, attribution.source) for attribution in case.attributions if attribution.source]
    for attribution, mention in sorted(credited, key=lambda pair: pair[1].spans[:1]):
        kinds = {source.kind for source in sources_of(case, mention)}
        if mention.spans and SourceKind.ANONYMOUS in kinds and outside[mention.spans[0].start] != BLANK:
            yield attribution, mention


def bare_mentions(case: Case) -> Iterator[tuple[Attribution, Mention]]:
    """Those that no word describes, now or before: "the source" and "he" mean one the reader has met already."""
    described: set[str] = set()
    met = False
    for attribution, mention in unnamed_mentions(case):
        again = met and mention.text.casefold().startswith(("the ", "that ", "this "))
        met = True
        if not is_bare(case, mention):
            described.update(mention.sources)
        elif not described & set(mention.sources) and not again:
            yield attribution, mention


def is_bare(case: Case, mention: Mention) -> bool:
    """Whether the mention has no word that describes the source, before it, in it or after it."""
    # What stands after the verb ("… said on condition of anonymity") describes nobody.
    named = mention.spans[0]
    words = [word.casefold() for word in _WORD.findall(prose_of(case.article).words(named))]
    heads, empty = word_list("bare_source_words"), word_list("empty_modifiers")
    if not any(word in heads for word in words) or any(word not in heads | empty for word in words):
        return False
    end = named.end
    return not _DESCRIBES.match(prose_of(case.article).unquoted(Span(end, end + 60)))


RULE = rule_of(__doc__, severity=Severity.ERROR, scope=Scope.DRAFT, check=_check)
