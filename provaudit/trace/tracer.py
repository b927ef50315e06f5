"""One draft's way upstream: find candidates, fetch pages, within one budget."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from provaudit.model import Lead, Miss, Outcome, Page, Tier, Wanted
from provaudit.trace.desk import Desk
from provaudit.trace.exchange import Ask, Journey
from provaudit.trace.find import hosts_for, leads
from provaudit.trace.find.wayback import Capture, cited_capture, nearest_capture
from provaudit.trace.guard import WITH_CREDENTIALS
from provaudit.trace.urls import canonical, has_credentials, host_of, is_shortener, printable

if TYPE_CHECKING:
    from provaudit.trace.web import Draft, Web

#: Outcomes after which the Internet Archive is asked. Walls and refusals are respected there as well.
DEAD = frozenset({Outcome.GONE, Outcome.SOFT_404, Outcome.TIMEOUT})

#: Outcomes of which no server is the cause: a capture is not asked for either.
UNASKED = frozenset({Outcome.REFUSED_ADDRESS, Outcome.LIMIT, Outcome.NOT_FOLLOWED})


class Tracer:
    """Finds and fetches for one draft; thread-safe. What the web does is a value here, never an exception."""

    def __init__(self, web: Web, draft: Draft) -> None:
        self._web = web
        self._draft = draft
        self._desk = Desk(web, draft)

    @property
    def requests(self) -> int:
        """Requests this draft has paid for so far, robots.txt included."""
        return self._draft.budget.spent

    def find(self, wanted: Wanted) -> Iterator[Lead]:
        """One lead a tier, cheapest and least revealing first; a tier is asked when its lead is taken."""
        return leads(wanted, self._desk)

    def fetch(self, url: str, *, near: str | None = None) -> Page | Miss:
        """The page at an address, or the Internet Archive's capture nearest the ISO date `near` where it is dead.

        Of an Archive address, as drafts cite them, it is the original where that can be read, else that very capture.

        A page behind a paywall that shows part of its text comes as a Page with `article.paywalled` set: what it
        shows may hold the claim, what it lacks proves nothing. Behind a 401 or 402 it is a Miss.
        """
        target = canonical(url)
        if has_credentials(url):
            return Miss(printable(url), Outcome.REFUSED_ADDRESS, WITH_CREDENTIALS)
        cited = cited_capture(url, self._desk)
        journey = self._web.follow(Ask(target, why="page"), self._draft)
        result = self._web.reader.page(journey)
        if isinstance(result, Page):
            return replace(result, archive_url=cited.shown if cited else None)
        if Tier.WAYBACK not in self._web.options.tiers or self._is_archive(target):
            return result
        if cited and result.outcome not in UNASKED:
            return self._read_capture(cited, journey, target) or result
        return self._archived(journey, near) or result if self._is_dead(result, journey) else result

    def hosts(self, wanted: Wanted) -> tuple[str, ...]:
        """Who would be asked for this, asking nobody; sorted."""
        return hosts_for(wanted, self._desk)

    def _is_dead(self, miss: Miss, journey: Journey) -> bool:
        """Whether a capture may stand in; an answer that came but cannot be read (a PDF) is as unreadable there."""
        unanswered = journey.end.failure is not None or journey.end.status >= 500
        return miss.outcome in DEAD or (miss.outcome is Outcome.UNREACHABLE and unanswered)

    def _is_archive(self, url: str) -> bool:
        return host_of(url) == host_of(self._web.options.archive_base)

    def _archived(self, journey: Journey, near: str | None) -> Page | None:
        # A shortener's own address was hardly ever archived.
        address = journey.hops[-1] if journey.hops and is_shortener(journey.requested) else journey.requested
        capture = nearest_capture(address, near, self._desk)
        return self._read_capture(capture, journey, address) if capture else None

    def _read_capture(self, capture: Capture, journey: Journey, address: str) -> Page | None:
        archived = self._web.follow(self._desk.archive_ask(capture.raw, f"capture of {address}"), self._draft)
        # What the capture says, it says as the original address: links in it are relative to that.
        as_original = Journey(journey.requested, (), replace(archived.end, url=address))
        page = self._web.reader.page(as_original, capture.shown)
        return replace(page, archived_only=True) if isinstance(page, Page) else None
