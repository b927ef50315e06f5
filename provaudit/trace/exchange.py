"""One question to a server and how it ended: the value that cache, evidence and tiers hand around."""

from __future__ import annotations

from dataclasses import dataclass

from provaudit.model import Outcome

REDIRECTS = frozenset({301, 302, 303, 307, 308})

PAGES = "text/html,application/xhtml+xml,text/plain;q=0.8,application/xml;q=0.7"
DATA = "application/json,application/xml,text/xml,application/rss+xml,application/atom+xml,text/html;q=0.5,*/*;q=0.1"
ROBOTS = "text/plain,*/*;q=0.1"


@dataclass(frozen=True, slots=True)
class Ask:
    """A request to be made: the address as it may be printed, why, and how.

    Keys of third-party services travel in `secret_query` and `secret_headers`: they are added on the wire and are
    never part of a log line, the cache or the evidence. `seconds` replaces the limit of one whole request and `gap`
    can only lengthen the pause between two requests to the host.
    """

    url: str
    why: str = ""
    accept: str = PAGES
    robots: bool = True  # whether robots.txt is consulted first
    retry: bool = True
    seconds: float | None = None
    gap: float = 0.0
    enough: int | None = None  # bytes of the body after which the rest is not wanted
    at_once: bool = False  # a redirect on the same host: no pause before it
    patience: float = float("inf")  # seconds to stand in line for the host
    secret_query: tuple[tuple[str, str], ...] = ()
    secret_headers: tuple[tuple[str, str], ...] = ()

    def __repr__(self) -> str:
        return f"Ask({self.url!r}, why={self.why!r})"


@dataclass(frozen=True, slots=True)
class Exchange:
    """An answer, or the failure that stands in its place (`failure` is set, `status` is 0).

    `retrieved` is ISO 8601 UTC to the second; header names are lower case; `body` is the content after the transfer's
    compression was undone.
    """

    url: str
    retrieved: str
    status: int = 0
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    failure: Outcome | None = None
    detail: str = ""

    def header(self, name: str) -> str | None:
        """The first value of the header, None where it is missing."""
        return next((value for key, value in self.headers if key == name), None)

    @property
    def content_type(self) -> str:
        """The media type in lower case without its parameters, empty where none was sent."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()

    @property
    def ok(self) -> bool:
        """Whether the server gave what was asked for."""
        return self.failure is None and 200 <= self.status < 300

    @property
    def location(self) -> str | None:
        """Where a redirect points, as it was written; None where this is no redirect."""
        return self.header("location") if self.status in REDIRECTS else None


@dataclass(frozen=True, slots=True)
class Journey:
    """What following redirects led to. `hops` are the addresses after the one that was asked for."""

    requested: str
    hops: tuple[str, ...]
    end: Exchange
