"""Who is credited where in the draft: what several rules ask of a case."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from provaudit.identify import Registry
from provaudit.identify.descriptions import described_kind
from provaudit.model import Attribution, Case, Claim, Mention, Outlet, Source, SourceKind, Span
from provaudit.rules.once import once
from provaudit.rules.prose import BLANK, prose_of
from provaudit.rules.words import any_of, word_list

NAMELESS = frozenset({SourceKind.ANONYMOUS, SourceKind.VAGUE})

_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "who"})


def sources_of(case: Case, *mentions: Mention | None) -> Iterator[Source]:
    """The sources that the mentions mean, where identify found them."""
    for mention in mentions:
        for source_id in mention.sources if mention else ():
            if source_id in case.sources:
                yield case.sources[source_id]


def is_withheld(words: str) -> bool:
    """Whether the words of an unnamed source hide somebody ("an aide"), and are not a group's ("residents")."""
    return described_kind(words) is SourceKind.ANONYMOUS


def names_someone(case: Case, mention: Mention | None) -> bool:
    """Whether a mention stands for a source with a name: no vague and no anonymous one."""
    if mention is None or not mention.text.strip():
        return False
    meant = tuple(sources_of(case, mention))
    return any(source.kind not in NAMELESS for source in meant)


def mentions_in(case: Case, span: Span) -> Iterator[tuple[Attribution, Mention]]:
    """Every source and venue mention that stands inside the span, with its attribution."""
    placed = _placed(case.attributions)
    begin = bisect_left(placed, span.start, key=lambda one: one[0].start)
    end = bisect_left(placed, span.end, begin, key=lambda one: one[0].start)
    inside = {
        order: (attribution, mention) for part, order, attribution, mention in placed[begin:end] if span.holds(part)
    }
    yield from (inside[order] for order in sorted(inside))


@once
def _placed(attributions: tuple[Attribution, ...]) -> list[tuple[Span, tuple[int, bool], Attribution, Mention]]:
    """Every part of a source or venue by its place, with the order of its mention in the draft's list."""
    mentions = (
        (part, (number, mention is one.venue), one, mention)
        for number, one in enumerate(attributions)
        for mention in (one.source, one.venue)
        if mention
        for part in mention.spans
    )
    return sorted(mentions, key=lambda one: (one[0], one[1]))


def outlets_of(source: Source) -> tuple[Outlet, ...]:
    """The outlet of a source, or all that an ambiguous name may mean."""
    return (source.outlet,) if source.outlet else source.candidates


@once
def _by_id(attributions: tuple[Attribution, ...]) -> dict[str, Attribution]:
    return {one.id: one for one in attributions}


def nest(case: Case, claim: Claim) -> tuple[Attribution, ...]:
    """A claim's attributions, the innermost first."""
    by_id = _by_id(case.attributions)
    found: list[Attribution] = []
    at: str | None = claim.attribution
    while at is not None and at in by_id and by_id[at] not in found:
        found.append(by_id[at])
        at = by_id[at].parent
    return tuple(found)


def first_span(*mentions: Mention | None) -> Span | None:
    """Where the first of the mentions that has a place stands."""
    return next((mention.spans[0] for mention in mentions if mention and mention.spans), None)


def is_reported_by_nobody(case: Case, attribution: Attribution) -> bool:
    """Whether it stands inside what a nameless source says: "he reportedly told aides", "reports say he told aides".

    A credit at the end ("reports say he will go, said Ada Holm") stands outside.
    """
    source, content = first_span(attribution.source), first_span(attribution.content)
    if source and content and source > content:
        return False
    by_id = _by_id(case.attributions)
    seen: set[str] = set()
    while not attribution.hearsay:
        parent = by_id.get(attribution.parent or "")
        if parent is None or parent.id in seen:
            return False
        if parent.source and not names_someone(case, parent.source):
            return True
        seen.add(parent.id)
        attribution = parent
    return True


def holds(mention: Mention | None, span: Span) -> bool:
    """Whether one of the mention's spans holds the span."""
    return mention is not None and any(part.holds(span) for part in mention.spans)


def meets(mention: Mention | None, span: Span) -> bool:
    """Whether one of the mention's spans shares a character with the span."""
    return mention is not None and any(part.meets(span) for part in mention.spans)


def claims_of(case: Case, attribution: Attribution) -> tuple[str, ...]:
    """The ids of the claims that the attribution makes."""
    return tuple(claim.id for claim in case.claims if claim.attribution == attribution.id)


def someone_says(words: str) -> bool:
    """Whether unquoted words have a name or a pronoun beside a verb of speech, attribution or not."""
    return bool(_speaker().search(words))


def known_before(case: Case, mention: Mention, offset: int) -> bool:
    """Whether the reader has met the speaker before the offset, in its paragraph or the one before."""
    if mention.unresolved or mention.text.casefold() in _PRONOUNS:
        return True
    prose = prose_of(case.article)
    block = prose.block_of(offset)
    if block is None:
        return False
    before = prose.outside[prose.blocks[max(0, block - 1)].span.start : offset]
    names = [*(source.name for source in sources_of(case, mention)), mention.refers_to or ""]
    return any(re.search(rf"(?<!\w){re.escape(name.split()[-1])}(?!\w)", before) for name in names if name.split())


@cache
def _speaker() -> re.Pattern[str]:
    verbs = any_of("cues/says", "cues/writes", "cues/finds")
    # A document may say it too: "the study, which notes that".
    who = rf"(?:[A-Z][\w’'.-]+|he|she|they|I|we|who|(?:{any_of('sources/document_nouns')})(?:\W+(?:which|that))?)"
    aside = rf"(?:,[^,{BLANK}]{{1,80}},)?"
    return re.compile(rf"\b{who}{aside}\s+(?:\w+ly\s+|also\s+|has\s+|had\s+)?{verbs}\b|\b{verbs}\s+{who}\b")


_CAPITALISED = re.compile(r"[A-Z][\w-]+")


def names_masthead(words: str) -> bool:
    """Whether unquoted words hold what reads like an outlet's name: "the Harlow Gazette", known or not."""
    mastheads = word_list("masthead_words")
    return any(name.group() in mastheads for name in _CAPITALISED.finditer(words, 1))


@cache
def shipped_registry() -> Registry:
    """The outlets provaudit ships with, for names and hosts that no attribution of the draft stands for."""
    return Registry.load()


def names_of(outlet: Outlet) -> tuple[str, ...]:
    """What an outlet is called in a text: its name with and without "The", and its aliases."""
    bare = outlet.name.removeprefix("The ").removeprefix("the ")
    return (outlet.name, bare, *outlet.aliases)


def _names_an_outlet(case: Case, sentence: Span) -> bool:
    """Whether an outlet's name stands in the sentence's unquoted words, a dateline's aside."""
    words = prose_of(case.article).unquoted(sentence)
    datelines = [attribution.source for attribution in case.attributions if attribution.whole_text]
    places = [place for place, _ in shipped_registry().names_in(words, Span(0, len(words)))]
    placed = [Span(sentence.start + place.start, sentence.start + place.end) for place in places]
    return names_masthead(words) or any(not meets(one, span) for span in placed for one in datelines or [None])


def sentence_names_a_source(case: Case, sentence: Span, besides: Span | None = None) -> bool:
    """Whether the sentence names an outlet or another source, besides the words that hide one."""
    if _names_an_outlet(case, sentence):
        return True
    return any(
        not attribution.whole_text
        and not (besides and meets(mention, besides))
        and names_someone(case, mention)
        and not is_reported_by_nobody(case, attribution)
        for attribution, mention in mentions_in(case, sentence)
    )
