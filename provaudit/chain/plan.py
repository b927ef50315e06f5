"""What the draft's own words admit: the claims, the steps they name, and the stated hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from provaudit.chain.same import is_outlet, key, names_nobody
from provaudit.model import (
    Article,
    Attribution,
    AttributionKind,
    Claim,
    End,
    Hop,
    Mention,
    Outlet,
    Source,
    SourceKind,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step up that words name: an attribution's sources, side by side where there are several."""

    attribution: str | None
    sources: tuple[Source, ...]
    unresolved: bool = False  # a pronoun that could not be tied to a name
    own: bool = False  # the article's own outlet, whose reporting it is: where the chain ends, and no step

    @property
    def is_outlet(self) -> bool:
        """Whether an outlet stands here between the origin and the reader."""
        return not self.own and any(is_outlet(source) for source in self.sources)

    @property
    def keys(self) -> frozenset[str]:
        """What the step's sources are known by, in the draft and upstream alike."""
        return frozenset(key(source) for source in self.sources)


def innermost(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions whose content is a claim: those with a content that hold no other."""
    parents = {attribution.parent for attribution in attributions}
    return tuple(
        attribution
        for attribution in attributions
        if attribution.content is not None
        and attribution.kind is not AttributionKind.CREDIT
        and attribution.id not in parents
    )


def nest(attribution: Attribution, by_id: Mapping[str, Attribution]) -> tuple[Attribution, ...]:
    """The attribution and all that hold it, outermost first."""
    chain = [attribution]
    seen = {attribution.id}
    while (parent := chain[-1].parent) is not None and parent in by_id and parent not in seen:
        seen.add(parent)
        chain.append(by_id[parent])
    return tuple(reversed(chain))


def steps(
    attribution: Attribution,
    attributions: Sequence[Attribution],
    sources: Mapping[str, Source],
    publisher: Outlet | None,
) -> tuple[Step, ...]:
    """The steps that a text names for one of its attributions, outermost first.

    Credits for the whole text come first. An outlet that credits itself adds no step, and no outlet counts twice.
    Where nobody is left because the words are the publisher's own reporting, it stands alone and is `own`.
    """
    return _steps(attribution, _Index.of(attributions), sources, publisher)


@dataclass(frozen=True, slots=True)
class _Index:
    """The attributions of a text by id, and the credits for the whole of it."""

    by_id: Mapping[str, Attribution]
    credits: tuple[Attribution, ...]

    @classmethod
    def of(cls, attributions: Sequence[Attribution]) -> _Index:
        return cls({entry.id: entry for entry in attributions}, tuple(each for each in attributions if each.whole_text))


def _steps(
    attribution: Attribution, index: _Index, sources: Mapping[str, Source], publisher: Outlet | None
) -> tuple[Step, ...]:
    held_by = (*index.credits, *nest(attribution, index.by_id))
    named = [step for entry in held_by for step in _steps_of(entry, sources)]
    seen = {f"outlet:{publisher.id}"} if publisher else set()
    kept: list[Step] = []
    for step in named:
        if step.is_outlet and step.keys <= seen:
            continue
        seen |= step.keys if step.is_outlet else frozenset()
        kept.append(step)
    return tuple(kept) or _own_reporting(attribution, sources, publisher)


def _own_reporting(
    attribution: Attribution, sources: Mapping[str, Source], publisher: Outlet | None
) -> tuple[Step, ...]:
    """The publisher as the source of what it reports itself: "The Lantern first reported" in the Lantern."""
    named = _named(attribution.source, sources)
    ours = [source for source in named if publisher and source.outlet and source.outlet.id == publisher.id]
    return (Step(attribution.id, tuple(ours[:1]), own=True),) if ours else ()


def _steps_of(attribution: Attribution, sources: Mapping[str, Source]) -> Iterator[Step]:
    for mention in (attribution.venue, attribution.source):
        named = _named(mention, sources)
        if mention is not None and named:
            yield Step(attribution.id, named, unresolved=mention.unresolved)


def _named(mention: Mention | None, sources: Mapping[str, Source]) -> tuple[Source, ...]:
    return tuple(sources[id_] for id_ in mention.sources if id_ in sources) if mention else ()


def stated_hand(plan: Sequence[Step]) -> int | None:
    """1 + the outlets named, None where nobody is named whom one could count."""
    outlets = sum(step.is_outlet for step in plan)
    if outlets:
        return 1 + outlets
    if not plan or all(source.kind is SourceKind.VAGUE for source in plan[-1].sources):
        return None
    return 1


def stated_end(plan: Sequence[Step]) -> End:
    """How the chain ends as long as nothing is followed."""
    if not plan:
        return End.VAGUE
    kinds = {source.kind for source in plan[-1].sources}
    if kinds == {SourceKind.VAGUE}:
        return End.VAGUE
    if any(step.is_outlet for step in plan):
        return End.NOT_FOLLOWED
    unnamed = SourceKind.ANONYMOUS in kinds or all(map(names_nobody, plan[-1].sources))
    return End.ANONYMOUS if unnamed else End.ORIGIN


def unfollowed(plan: Sequence[Step], first: int = 1) -> tuple[Hop, ...]:
    """The hops of steps that nobody followed, counted from `first`."""
    return tuple(
        Hop(n=number, attribution=step.attribution, source=source.id)
        for number, step in enumerate(plan, first)
        for source in step.sources
    )


def claims_of(
    article: Article,
    attributions: Sequence[Attribution],
    sources: Mapping[str, Source],
    publisher: Outlet | None = None,
) -> tuple[Claim, ...]:
    """The claims of a draft in text order, with the chains its own words give them; nothing is followed."""
    found = []
    index = _Index.of(attributions)
    for attribution in innermost(attributions):
        content = attribution.content
        if content is None or not content.spans:
            continue
        plan = _steps(attribution, index, sources, publisher)
        found.append((content, attribution, plan))
    found.sort(key=lambda entry: (entry[0].spans[0], entry[1].id))
    return tuple(
        Claim(
            id=f"C{number}",
            attribution=attribution.id,
            text=article.as_read(*content.spans),
            spans=content.spans,
            place=article.place(content.spans[0].start),
            stated=stated_hand(plan),
            hops=unfollowed(plan),
            end=stated_end(plan),
            origin=plan[-1].sources[0].id if plan and stated_end(plan) is End.ORIGIN else None,
        )
        for number, (content, attribution, plan) in enumerate(found, 1)
    )
