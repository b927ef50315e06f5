"""The hops from the draft up to a claim's origin, and how many voices they come to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from provaudit.model.passages import Drift, Passage
from provaudit.model.text import Place, Span
from provaudit.model.web import Outcome, Page, Tried


class End(StrEnum):
    """How a chain ends."""

    ORIGIN = "origin"
    ANONYMOUS = "anonymous"
    VAGUE = "vague"
    NOT_FOUND = "not-found"
    DEAD = "dead"
    REFUSED = "refused"
    LOOP = "loop"
    LIMIT = "limit"
    NOT_FOLLOWED = "not-followed"


COMPLETE_ENDS = frozenset({End.ORIGIN, End.ANONYMOUS, End.VAGUE, End.LOOP})


@dataclass(frozen=True, slots=True)
class Hop:
    """One step up: the attribution that made it, the page it landed on, how that was found, the passage there.

    `n` counts steps from 1; outlets named side by side share one `n`. `attribution` is None for a hop that a page,
    not the draft, made. `page_outlet` is the registry id of the page's outlet, else its domain.
    """

    n: int
    attribution: str | None
    source: str
    outcome: Outcome = Outcome.NOT_FOLLOWED
    tried: tuple[Tried, ...] = ()
    page: Page | None = None
    page_outlet: str | None = None
    passage: Passage | None = None
    drift: tuple[Drift, ...] = ()
    speaker: str | None = None  # who says it at the passage upstream, where a page was found
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """A page of a chain: its ISO 8601 date as the page gives it (None where it gives none), its outlet and URL."""

    date: str | None
    outlet: str | None
    url: str


@dataclass(frozen=True, slots=True)
class Claim:
    """The content of an innermost attribution, and the chain it hangs on.

    `stated` is the hand the draft's own words admit, `traced` the one that following the chain found; None where
    it cannot be told. `complete` says that `traced` is exact, else it is a lower bound. `first_published` is the oldest
    of the dated pages that hold it.
    """

    id: str
    attribution: str
    text: str
    spans: tuple[Span, ...]
    place: Place
    stated: int | None = None
    traced: int | None = None
    hops: tuple[Hop, ...] = ()
    end: End = End.NOT_FOLLOWED
    origin: str | None = None
    first_published: Publication | None = None

    @property
    def complete(self) -> bool:
        """Whether the chain was followed to its end."""
        return self.end in COMPLETE_ENDS

    @property
    def hand(self) -> int | None:
        """The hand to count the claim by: traced where the chain is complete, else stated."""
        return self.traced if self.complete and self.traced is not None else self.stated


@dataclass(frozen=True, slots=True)
class ForwardEdge:
    """A page dated after the page that cites it. `citing` is None for the draft itself."""

    claim: str
    citing: str | None
    citing_date: str
    cited: str
    cited_date: str


@dataclass(frozen=True, slots=True)
class GroupVoices:
    """Several claims (ids) that say the same thing, and how many voices say it."""

    claims: tuple[str, ...]
    outlets_cited: int
    lower: int
    upper: int


@dataclass(frozen=True, slots=True)
class Independence:
    """How many voices stand behind the draft.

    `lower` and `upper` bound the independent origins; `loops` hold outlet ids; `choke_points` are source ids that
    every path runs through. `same_text` groups pages that are one text under several mastheads (URLs). `groups` counts
    the voices of claims that say the same thing; `forward` are citations of pages dated later than the citing one.
    """

    outlets_cited: int = 0
    lower: int = 0
    upper: int = 0
    loops: tuple[tuple[str, ...], ...] = ()
    choke_points: tuple[str, ...] = ()
    same_text: tuple[tuple[str, ...], ...] = ()
    groups: tuple[GroupVoices, ...] = ()
    forward: tuple[ForwardEdge, ...] = ()
