"""One step up: from an outlet that is named to the page of it that holds the claim."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from provaudit.model import (
    Article,
    Candidate,
    Lead,
    Match,
    Miss,
    Outcome,
    Page,
    PassageStatus,
    Statement,
    Tier,
    Tried,
    Wanted,
)

FETCHED_PER_TIER = 3  # the ranking puts the right page among the first few, or nowhere

_HEALTHY = frozenset({Outcome.NOT_FOUND, Outcome.ABSENT, Outcome.FOUND, Outcome.NOT_FOLLOWED})

Find = Callable[[Wanted], Iterator[Lead]]
Fetch = Callable[[str, str | None], Page | Miss]
MatchIn = Callable[[Statement, Article], Match]


@dataclass(frozen=True, slots=True)
class Sought:
    """How the search for one step ended: an outcome, the tiers tried, and the page where one was reached."""

    outcome: Outcome
    tried: tuple[Tried, ...]
    page: Page | None = None
    match: Match | None = None
    detail: str = ""

    @property
    def holds(self) -> bool:
        """Whether a page was reached that holds the claim."""
        return self.match is not None and self.match.passage.status is not PassageStatus.ABSENT


@dataclass(frozen=True, slots=True)
class _Look:
    """What became of one candidate."""

    tier: Tier
    outcome: Outcome
    detail: str
    page: Page | None = None
    match: Match | None = None
    cited: bool = False

    @property
    def holds(self) -> bool:
        return self.match is not None and self.match.passage.status is not PassageStatus.ABSENT


def seek(wanted: Wanted, statement: Statement, find: Find, fetch: Fetch, match: MatchIn) -> Sought:
    """Ask tier after tier and stop at the first page that holds the claim.

    A page that the words themselves link to and that lacks the claim does not end the search, but stays the step's page
    if no other is found.
    """
    tried: list[Tried] = []
    lacking: _Look | None = None
    for lead in find(wanted):
        looks: list[_Look] = []
        for candidate in lead.candidates[:FETCHED_PER_TIER]:
            look = _look(candidate, wanted, statement, fetch, match)
            looks.append(look)
            if look.holds and look.page is not None:
                tried.append(Tried(lead.tried.tier, look.outcome, look.detail))
                return Sought(look.outcome, tuple(tried), look.page, look.match, look.detail)
        if lacking is None:
            lacking = next((look for look in looks if look.page is not None and look.cited), None)
        tried.append(_report(lead, looks))
    if lacking is not None:
        return Sought(lacking.outcome, tuple(tried), lacking.page, lacking.match, lacking.detail)
    return _missed(tuple(tried))


def _look(candidate: Candidate, wanted: Wanted, statement: Statement, fetch: Fetch, match: MatchIn) -> _Look:
    got = fetch(candidate.url, wanted.before or wanted.after)
    if isinstance(got, Miss):
        return _Look(candidate.tier, got.outcome, f"{candidate.url}: {got.detail}" if got.detail else candidate.url)
    found = match(statement, got.article)
    absent = found.passage.status is PassageStatus.ABSENT
    if absent and got.article.soft_404:
        return _Look(candidate.tier, Outcome.SOFT_404, candidate.url)
    if absent and got.article.paywalled:
        return _Look(candidate.tier, Outcome.PAYWALLED, candidate.url)
    outcome = Outcome.ARCHIVED_ONLY if got.archived_only else Outcome.FOUND
    return _Look(candidate.tier, outcome, candidate.reason, got, found, candidate.cited)


def _report(lead: Lead, looks: list[_Look]) -> Tried:
    """A tier whose pages all failed reports the trouble of its best one; pages without the claim are no hit."""
    if not looks:
        return lead.tried
    trouble = next((look for look in looks if look.page is None), None)
    if trouble is not None:
        return Tried(lead.tried.tier, trouble.outcome, trouble.detail)
    pages = "1 page lacks" if len(looks) == 1 else f"{len(looks)} pages lack"
    return Tried(lead.tried.tier, Outcome.NOT_FOUND, f"{pages} the claim")


def _missed(tried: tuple[Tried, ...]) -> Sought:
    """The link's own trouble first, then `not-found` if every tier was healthy, else the first trouble met."""
    if all(entry.outcome is Outcome.NOT_FOLLOWED for entry in tried):
        return Sought(Outcome.NOT_FOLLOWED, tried)
    troubled = [entry for entry in tried if entry.outcome not in _HEALTHY]
    if not troubled:
        return Sought(Outcome.NOT_FOUND, tried)
    first = min(troubled, key=lambda entry: entry.tier is not Tier.LINK)
    return Sought(first.outcome, tried, detail=first.detail)
