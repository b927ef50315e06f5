"""What a tier may use: questions to the web on a draft's budget, and what a site's front page says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from provaudit.model import Article, Miss, Outcome
from provaudit.trace.exchange import DATA, PAGES, Ask, Exchange
from provaudit.trace.options import WebOptions
from provaudit.trace.robots import Robots
from provaudit.trace.urls import same_site

if TYPE_CHECKING:
    from provaudit.identify import Registry
    from provaudit.trace.web import Draft, Web


@dataclass(frozen=True, slots=True)
class Front:
    """A site's front page. `trouble` is set where it could not be read; `body` is its markup."""

    url: str
    article: Article | None = None
    body: bytes = b""
    trouble: tuple[Outcome, str] | None = None

    @property
    def missing(self) -> bool:
        """Whether the site answers, but has no front page: then there is no trouble, only nothing to go by."""
        return self.trouble is not None and self.trouble[0] in (Outcome.GONE, Outcome.SOFT_404)


class Desk:
    """Asks on behalf of one draft; thread-safe."""

    def __init__(self, web: Web, draft: Draft) -> None:
        self._web = web
        self._draft = draft

    @property
    def options(self) -> WebOptions:
        """The run's settings."""
        return self._web.options

    @property
    def registry(self) -> Registry:
        """Who publishes on which domain."""
        return self._web.registry

    def get(self, url: str, why: str) -> Exchange:
        """The answer of an outlet's own site, redirects followed, robots.txt obeyed."""
        return self._web.follow(Ask(url, why=why, accept=DATA), self._draft).end

    def send(self, ask: Ask) -> Exchange:
        """The answer to a question that needs more than an address, redirects followed."""
        return self._web.follow(ask, self._draft).end

    def robots(self, url: str) -> Robots:
        """The rules of the address's host."""
        return self._web.robots(url, self._draft)

    def front(self, host: str) -> Front:
        """The front page of a site; asked once however many tiers look at it."""
        journey = self._web.follow(Ask(f"https://{host}/", why="front page", accept=PAGES), self._draft)
        if journey.end.failure is Outcome.UNREACHABLE:
            journey = self._web.follow(Ask(f"http://{host}/", why="front page", accept=PAGES), self._draft)
        page = self._web.reader.page(journey, front=True)
        if isinstance(page, Miss):
            return Front(journey.end.url, trouble=(page.outcome, page.detail))
        return Front(journey.end.url, page.article, journey.end.body)

    def origin(self, host: str) -> str:
        """Where a site is really served: `https://www.paper.example` for `paper.example` that redirects there."""
        address = urlsplit(self.front(host).url)
        if address.netloc and same_site(address.netloc, host):
            return f"{address.scheme}://{address.netloc}"
        return f"https://{host}"

    def archive_ask(self, url: str, why: str) -> Ask:
        """A question to the Internet Archive: at most 24 a minute, never twice; it asks for no robots check.

        It may think for a minute, and many drafts may stand in line for it; neither for more than a third of the
        draft's time.
        """
        options = self.options
        third = options.max_seconds / 3
        return Ask(
            url,
            why=why,
            accept="*/*",
            robots=False,
            retry=False,
            seconds=min(options.archive_seconds, third),
            gap=options.archive_gap,
            patience=third,
        )
