"""The walk up: from a claim's first outlet to its origin, a loop, a dead end or a limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from provaudit.chain.merge import merged
from provaudit.chain.passages import steps_at
from provaudit.chain.plan import Step
from provaudit.chain.reach import Reach, Standpoint
from provaudit.chain.same import is_outlet, names_nobody
from provaudit.chain.seek import Sought, seek
from provaudit.model import (
    End,
    Hop,
    Outcome,
    Outlet,
    OutletKind,
    Page,
    Source,
    SourceKind,
    Span,
)

ENDS = {
    Outcome.NOT_FOUND: End.NOT_FOUND,
    Outcome.GONE: End.DEAD,
    Outcome.SOFT_404: End.DEAD,
    Outcome.TIMEOUT: End.DEAD,
    Outcome.UNREACHABLE: End.DEAD,
    Outcome.BLOCKED_ROBOTS: End.REFUSED,
    Outcome.BLOCKED_BOT_WALL: End.REFUSED,
    Outcome.PAYWALLED: End.REFUSED,
    Outcome.RATE_LIMITED: End.REFUSED,
    Outcome.REFUSED_ADDRESS: End.REFUSED,
    Outcome.LIMIT: End.LIMIT,
    Outcome.NOT_FOLLOWED: End.NOT_FOLLOWED,
}


@dataclass(frozen=True, slots=True)
class Climbed:
    """A hop before its source has an id of the audit, and the source itself."""

    source: Source
    hop: Hop


@dataclass(frozen=True, slots=True)
class Chain:
    """What following one claim gave."""

    climbed: tuple[Climbed, ...]
    end: End
    origin: Source | None


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A step taken: its hops, and the page and passage to go on from where one holds the claim."""

    climbed: tuple[Climbed, ...]
    outcome: Outcome
    page: Page | None = None
    span: Span | None = None


def follow(plan: Sequence[Step], draft: Standpoint, publisher: Outlet | None, reach: Reach) -> Chain:
    """Walk the steps a draft names for one claim, and those that the pages add.

    Ends at an origin, an unnamed or vague source, a loop, a page that cannot be had, or a limit; always ends,
    since no outlet is visited twice and `max_depth` pages are the most.
    """
    walk = _Walk(draft, publisher, reach)
    waiting = tuple(plan)
    if not any(step.is_outlet or step.own for step in plan):
        waiting = walk.by_link(waiting)
    while waiting and walk.end is None:
        waiting = walk.step(waiting[0], waiting[1:])
    end = walk.end or _end_of(walk.climbed)
    return Chain(tuple(walk.climbed), end, walk.climbed[-1].source if end is End.ORIGIN else None)


class _Walk:
    """One walk under way: where it stands, whom it has visited, what it climbed."""

    def __init__(self, draft: Standpoint, publisher: Outlet | None, reach: Reach) -> None:
        self.stand = draft
        self.reach = reach
        self.publisher = publisher
        self.visited = {f"outlet:{publisher.id}"} if publisher else set()
        self.climbed: list[Climbed] = []
        self.pages = 0
        self.end: End | None = None

    @property
    def number(self) -> int:
        return self.climbed[-1].hop.n + 1 if self.climbed else 1

    def step(self, step: Step, rest: tuple[Step, ...]) -> tuple[Step, ...]:
        """Take one step; the steps that wait after it."""
        if not step.is_outlet:
            self.climbed += _unfollowed(step, self.number)
            return rest
        if step.keys & self.visited:
            return self._stop(End.LOOP, step)
        if self.pages >= self.reach.max_depth:
            return self._stop(End.LIMIT, step, *rest)
        arrival = _arrive(step, self.number, self.stand, self.reach)
        self.climbed += arrival.climbed
        self.pages += 1
        self.visited |= step.keys
        if arrival.page is None or arrival.span is None:
            return self._stop(_dead_end(arrival, rest), *rest)
        return self._go_on(arrival.page, arrival.span, rest)

    def by_link(self, plan: tuple[Step, ...]) -> tuple[Step, ...]:
        """Where nobody but a person or a document is named, the draft's own link beside the words is looked at.

        A page of another outlet that holds the words is a step the draft's words do not admit. Any other page that
        holds them is the origin's own. A page that lacks them is background, and left out.
        """
        wanted = self.reach.wanted_for(self.stand, None)
        own = self.publisher.id if self.publisher else None
        wanted = replace(wanted, links=tuple(url for url in wanted.links if self.reach.outlet_of(url).id != own))
        if not plan or not wanted.links:
            return plan
        sought = seek(wanted, self.stand.statement, self.reach.find, self.reach.fetch, self.reach.match)
        if not sought.holds or sought.page is None or sought.match is None or sought.match.passage.span is None:
            return plan
        outlet = self.reach.outlet_of(sought.page.url)
        if not outlet.known or outlet.kind is OutletKind.PLATFORM:
            step = plan[-1]
            self.climbed += [*_rest(plan[:-1], 1)]
            self.climbed.append(Climbed(step.sources[0], _hop(step, step.sources[0], self.number, sought, self.reach)))
            return ()
        source = Source("", SourceKind.OUTLET, outlet.name, outlet)
        step = Step(None, (source,))
        self.climbed.append(Climbed(source, _hop(step, source, 1, sought, self.reach)))
        self.pages += 1
        self.visited |= step.keys
        return self._go_on(sought.page, sought.match.passage.span, plan)

    def _go_on(self, page: Page, span: Span, rest: tuple[Step, ...]) -> tuple[Step, ...]:
        upstream = self.reach.reread(page)
        found = steps_at(upstream, span, self.reach.outlet_of(page.url))
        self._name_speaker(page, found)
        statement = replace(self.stand.statement, dated=self.stand.statement.dated or page.article.published)
        self.stand = Standpoint(page.article, (span,), statement)
        return merged(found, rest)

    def _name_speaker(self, page: Page, found: Sequence[Step]) -> None:
        """Who says it upstream, as the page's own attribution has it: surer than the passage alone."""
        people = [step for step in found if not step.is_outlet and not step.unresolved]
        if not people:
            return
        name = people[-1].sources[0].name
        self.climbed = [
            replace(entry, hop=replace(entry.hop, speaker=name)) if entry.hop.page is page else entry
            for entry in self.climbed
        ]

    def _stop(self, end: End, *unclimbed: Step) -> tuple[Step, ...]:
        self.climbed += _rest(unclimbed, self.number)
        self.end = end
        return ()


def _arrive(step: Step, number: int, stand: Standpoint, reach: Reach) -> _Arrival:
    """Look for the step's page; of outlets side by side each is looked for, and the first good page is gone on from."""
    arrivals = [_one(step, source, number, stand, reach) for source in step.sources]
    good = next((arrival for arrival in arrivals if arrival.span is not None), arrivals[0])
    return replace(good, climbed=tuple(entry for arrival in arrivals for entry in arrival.climbed))


def _one(step: Step, source: Source, number: int, stand: Standpoint, reach: Reach) -> _Arrival:
    wanted = reach.wanted_for(stand, source.outlet if is_outlet(source) else None)
    sought = seek(wanted, stand.statement, reach.find, reach.fetch, reach.match)
    climbed = (Climbed(source, _hop(step, source, number, sought, reach)),)
    if sought.holds and sought.match is not None:
        return _Arrival(climbed, sought.outcome, sought.page, sought.match.passage.span)
    # A page that lacks the claim is no step up: the claim was not found.
    return _Arrival(climbed, Outcome.NOT_FOUND if sought.page is not None else sought.outcome)


def _hop(step: Step, source: Source, number: int, sought: Sought, reach: Reach) -> Hop:
    match = sought.match
    return Hop(
        n=number,
        attribution=step.attribution,
        source=source.id,
        outcome=sought.outcome,
        tried=sought.tried,
        page=sought.page,
        page_outlet=reach.outlet_of(sought.page.url).id if sought.page else None,
        passage=match.passage if match else None,
        drift=match.drift if match else (),
        speaker=match.speaker if match else None,
        detail=sought.detail,
    )


def _unfollowed(step: Step, number: int) -> tuple[Climbed, ...]:
    return tuple(
        Climbed(source, Hop(n=number, attribution=step.attribution, source=source.id)) for source in step.sources
    )


def _rest(waiting: Sequence[Step], number: int) -> tuple[Climbed, ...]:
    return tuple(entry for count, step in enumerate(waiting, number) for entry in _unfollowed(step, count))


def _dead_end(arrival: _Arrival, rest: Sequence[Step]) -> End:
    """Where the draft's own words say that nobody stands behind the outlet, that is the end whatever the web does."""
    if rest and {source.kind for source in rest[-1].sources} == {SourceKind.VAGUE}:
        return End.VAGUE
    return ENDS.get(arrival.outcome, End.DEAD)


def _end_of(climbed: Sequence[Climbed]) -> End:
    """The end of a chain whose every step was taken: its last source, an outlet's own reporting included."""
    if climbed and names_nobody(climbed[-1].source):
        return End.ANONYMOUS
    kind = climbed[-1].source.kind if climbed else SourceKind.VAGUE
    return {SourceKind.VAGUE: End.VAGUE, SourceKind.ANONYMOUS: End.ANONYMOUS}.get(kind, End.ORIGIN)
