"""What is looked for upstream, and how the web answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from provaudit.model.outlets import Outlet
from provaudit.model.text import Article


class Outcome(StrEnum):
    """How an attempt to reach an upstream page ended. Never an exception, never "the claim is false"."""

    FOUND = "found"
    NOT_FOUND = "not-found"
    BLOCKED_ROBOTS = "blocked-robots"
    BLOCKED_BOT_WALL = "blocked-bot-wall"
    PAYWALLED = "paywalled"
    SOFT_404 = "soft-404"
    GONE = "gone"
    ARCHIVED_ONLY = "archived-only"
    RATE_LIMITED = "rate-limited"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    REFUSED_ADDRESS = "refused-address"
    NOT_FOLLOWED = "not-followed"
    ABSENT = "absent"  # of a tier only: this site has no such tier
    LIMIT = "limit"  # of a miss only: a budget of the run was spent; in the JSON it is `not-followed`, end `limit`


class Tier(StrEnum):
    """A way to find an upstream page, cheapest and least revealing first."""

    LINK = "link"
    WORDPRESS = "wordpress"
    WAYBACK = "wayback"
    SITEMAP = "sitemap"
    FEED = "feed"
    SEARCH = "search"
    GDELT = "gdelt"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a search upstream goes by: the claim's words, the outlet, the draft's links and its dates.

    `links` are the article's own links, nearest the attribution first; the first `cited` of them (None: all) stand
    beside the words and are what they cite, the others lead to the outlet from elsewhere in the article. `speaker` is
    who says so, `title` the headline of the article the search starts from: a page of the same story often carries it.
    `after` and `before` are ISO dates (YYYY-MM-DD) that bound publication, None where there is no hint. `quotations`
    are the quoted words without their marks.
    """

    text: str
    quotations: tuple[str, ...]
    outlet: Outlet | None
    links: tuple[str, ...]
    after: str | None
    before: str | None
    language: str | None = None
    title: str | None = None
    speaker: str | None = None
    cited: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A page that may hold the claim, and why it was taken; `cited` where the words themselves link to it."""

    url: str
    tier: Tier
    reason: str
    score: float = 0.0
    title: str | None = None
    published: str | None = None
    cited: bool = False


@dataclass(frozen=True, slots=True)
class Tried:
    """A tier that was asked, and how it ended."""

    tier: Tier
    outcome: Outcome
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Lead:
    """What one tier gave: its report and its candidates, best first."""

    tried: Tried
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """An upstream page that was reached and read.

    `url` is canonical, `retrieved` ISO 8601 UTC (the recorded time in a replay), `sha256` of the body as received.
    `archive_url` is set where the page came from, or also lies in, an archive. `redirects` are the hops taken.
    """

    url: str
    requested: str
    article: Article
    retrieved: str
    sha256: str
    archive_url: str | None = None
    redirects: tuple[str, ...] = ()
    archived_only: bool = False


@dataclass(frozen=True, slots=True)
class Miss:
    """A page that was not reached, or not readable, and why."""

    url: str
    outcome: Outcome
    detail: str = ""
