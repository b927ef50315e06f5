"""Who is credited where in the draft: what several rules ask of a case."""

from collections.abc import Iterator

from provaudit.model import Attribution, Case, Claim, Mention, Outlet, Source, SourceKind, Span

NAMELESS = frozenset({SourceKind.ANONYMOUS, SourceKind.VAGUE})


def sources_of(case: Case, *mentions: Mention | None) -> Iterator[Source]:
    """The sources that the mentions mean, where identify found them."""
    for mention in mentions:
        for source_id in mention.sources if mention else ():
            if source_id in case.sources:
                yield case.sources[source_id]


def names_someone(case: Case, mention: Mention | None) -> bool:
    """Whether a mention stands for a source with a name: no vague and no anonymous one."""
    if mention is None or not mention.text.strip():
        return False
    meant = tuple(sources_of(case, mention))
    return any(source.kind not in NAMELESS for source in meant)


def mentions_in(case: Case, span: Span) -> Iterator[tuple[Attribution, Mention]]:
    """Every source and venue mention that stands inside the span, with its attribution."""
    for attribution in case.attributions:
        for mention in (attribution.source, attribution.venue):
            if mention and any(span.holds(part) for part in mention.spans):
                yield attribution, mention


def outlets_of(source: Source) -> tuple[Outlet, ...]:
    """The outlet of a source, or all that an ambiguous name may mean."""
    return (source.outlet,) if source.outlet else source.candidates


def nest(case: Case, claim: Claim) -> tuple[Attribution, ...]:
    """A claim's attributions, the innermost first."""
    by_id = {attribution.id: attribution for attribution in case.attributions}
    found: list[Attribution] = []
    at: str | None = claim.attribution
    while at is not None and at in by_id and by_id[at] not in found:
        found.append(by_id[at])
        at = by_id[at].parent
    return tuple(found)


def first_span(*mentions: Mention | None) -> Span | None:
    """Where the first of the mentions that has a place stands."""
    return next((mention.spans[0] for mention in mentions if mention and mention.spans), None)


def is_hearsay_only(attribution: Attribution, mention: Mention) -> bool:
    """Whether "reportedly" stands at the cue itself: "he reportedly told aides" leaves the reporter unnamed."""
    cue = attribution.cue.text.casefold() if attribution.cue else ""
    return mention is attribution.source and (attribution.hearsay or "reportedly" in cue)


def holds(mention: Mention | None, span: Span) -> bool:
    """Whether one of the mention's spans holds the span."""
    return mention is not None and any(part.holds(span) for part in mention.spans)


def meets(mention: Mention | None, span: Span) -> bool:
    """Whether one of the mention's spans shares a character with the span."""
    return mention is not None and any(part.meets(span) for part in mention.spans)
