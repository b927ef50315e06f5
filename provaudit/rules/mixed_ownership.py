"""PS305 mixed-ownership: what is ours and what is borrowed stand in one sentence under one credit.

What it flags
    A sentence that mixes the draft's own reporting ("told this newspaper", or the publisher's name) with another
    outlet's, so that the reader cannot tell which fact is whose. Where the borrowed fact carries its own credit the
    rule is silent.

Why it matters
    If the borrowed half turns out wrong, the reader believes we saw it ourselves; if ours is right, another gets the
    credit.

Guideline
    AP, "Statement of News Values": when we use another organisation's material, say which facts are theirs and which
    are ours.

Flagged
    The plant will close in May, according to documents seen by Reuters and this newspaper.

Passes
    The plant will close in May, Ada Holm told this newspaper, and the land will be sold, according to Reuters.

What to do
    Make two sentences of it, each with its own credit.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from provaudit.model import Attribution, Case, Confidence, Mention, Outlet, Severity, Span
from provaudit.rules.credits import claims_of, first_span, meets, mentions_in, names_of, outlets_of, sources_of
from provaudit.rules.once import once
from provaudit.rules.prose import prose_of
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.words import any_of

_ASKED = (
    r"(?:told|tells|spoke\s+(?:to|with)|speaking\s+to|interviews?\s+with|"
    r"(?:seen|obtained|reviewed|heard)\s+by|shown\s+to)"
)
_LEARNED = r"(?:have\s+|has\s+|had\s+)?(?:learned|learnt|found|seen|heard|observed|confirmed)"


def _check(case: Case) -> Iterator[Remark]:
    for sentence in prose_of(case.article).running():
        for attribution, outlet in _borrowed(case, sentence.span):
            if _is_joint(case, attribution) or _swallows_ours(case, attribution, sentence.span):
                message = f"own facts and those of {outlet.name} stand under one credit: say which are whose"
                yield Remark(message, sentence.span, claims_of(case, attribution))
                break


def _borrowed(case: Case, sentence: Span) -> Iterator[tuple[Attribution, Outlet]]:
    """The attributions in the sentence that credit an outlet other than the publisher."""
    for attribution, mention in mentions_in(case, sentence):
        for outlet in _outlets(case, mention):
            if not attribution.whole_text and attribution.content and not _is_own(case, outlet):
                yield attribution, outlet


def _is_joint(case: Case, attribution: Attribution) -> bool:
    """Whether the very credit is shared with us, in one mention or in a second one for the same content."""
    mentions = [
        mention
        for other in (_by_content(case.attributions).get(attribution.content.spans, ()) if attribution.content else ())
        for mention in (other.source, other.venue)
        if mention and not _is_joint_work(mention) and not _is_of_another(case, other, mention)
    ]
    ours = _ours(case)
    return any(
        ours.search(mention.text) or any(_is_own(case, outlet) for outlet in _outlets(case, mention))
        for mention in mentions
    )


def _swallows_ours(case: Case, attribution: Attribution, sentence: Span) -> bool:
    """Whether words that tell of our own reporting stand inside what the other outlet is credited with."""
    ours = _ours(case).pattern
    own = re.compile(rf"{_ASKED}\s+(?:the\s+)?{ours}|{ours}\s+{_LEARNED}", re.IGNORECASE)
    words = prose_of(case.article).unquoted(sentence)
    found = [Span(sentence.start + place.start(), sentence.start + place.end()) for place in own.finditer(words)]
    if not found:
        return False
    # "Holm told this newspaper" is a credit of its own, wherever the tagger lets the other one begin.
    credits_ = [one.cue for one in case.attributions if one.id != attribution.id and one.content]
    return any(meets(attribution.content, span) and not any(meets(cue, span) for cue in credits_) for span in found)


def _is_of_another(case: Case, attribution: Attribution, mention: Mention) -> bool:
    """Whether the venue belongs to another attribution, whose cue it follows."""
    cue = first_span(attribution.cue)
    shared = _by_venue(case.attributions).get(mention.spans, set()) - {attribution.id}
    return bool(shared) and cue is not None and cue > mention.spans[0]


@once
def _by_content(attributions: tuple[Attribution, ...]) -> dict[tuple[Span, ...], list[Attribution]]:
    found: dict[tuple[Span, ...], list[Attribution]] = {}
    for one in attributions:
        if one.content:
            found.setdefault(one.content.spans, []).append(one)
    return found


@once
def _by_venue(attributions: tuple[Attribution, ...]) -> dict[tuple[Span, ...], set[str]]:
    """The ids of the attributions that have a venue, by where it stands."""
    found: dict[tuple[Span, ...], set[str]] = {}
    for one in attributions:
        if one.venue:
            found.setdefault(one.venue.spans, set()).add(one.id)
    return found


@lru_cache(maxsize=8)
def _ours_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    # "US" and "Us Weekly" are not us.
    listed = "|".join([any_of("own_words"), r"(?-i:us)", *(re.escape(name) for name in names)])
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])", re.IGNORECASE)


def _ours(case: Case) -> re.Pattern[str]:
    """What we call ourselves: "this newspaper", "we", and the publisher's names."""
    return _ours_pattern(names_of(case.publisher) if case.publisher else ())


def _is_joint_work(mention: Mention) -> bool:
    """Whether two names are of one piece of work or one programme: "a Times/CBS News poll", "News Daily SiriusXM"."""
    if re.search(r"/|\bpolls?\b|\bsurveys?\b", mention.text):
        return True
    return len(mention.sources) > 1 and not re.search(r"\b(?:and|or|as\s+well\s+as)\b|[,&]", mention.text)


def _outlets(case: Case, mention: Mention | None) -> Iterator[Outlet]:
    for source in sources_of(case, mention):
        yield from outlets_of(source)


def _is_own(case: Case, outlet: Outlet) -> bool:
    return case.publisher is not None and outlet.id == case.publisher.id


RULE = rule_of(__doc__, severity=Severity.INFO, scope=Scope.DRAFT, check=_check, confidence=Confidence.LOW)
