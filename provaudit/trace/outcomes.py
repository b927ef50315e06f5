"""From an answer to a page, or to the reason why there is none: walls, consent pages, soft 404s, wrong types."""

from __future__ import annotations

import re
from collections import OrderedDict
from threading import Lock
from urllib.parse import urlsplit

from provaudit.errors import InputError
from provaudit.model import Article, Miss, Outcome, Page
from provaudit.trace.exchange import Exchange, Journey
from provaudit.trace.seen import Flights
from provaudit.trace.turns import Turns
from provaudit.trace.urls import canonical, host_of, printable, same_site

READABLE = frozenset({
    "", "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/xml", "text/xml",
    "application/octet-stream",
})  # fmt: skip
_BY_STATUS = {
    401: (Outcome.PAYWALLED, "the page asks for a log-in (401)"),
    402: (Outcome.PAYWALLED, "the page asks for payment (402)"),
    403: (Outcome.BLOCKED_BOT_WALL, "access is forbidden (403)"),
    404: (Outcome.GONE, "not found (404)"),
    410: (Outcome.GONE, "gone (410)"),
    429: (Outcome.RATE_LIMITED, "too many requests (429)"),
}
#: The titles of challenge pages, for answers that are no pages to read: a 503, a front page.
_CHALLENGE = re.compile(
    rb"<title>\s*(?:just a moment|attention required|access denied|access to this page has been denied"
    rb"|pardon our interruption|are you a (?:robot|human)|security check|human verification|robot check)"
    rb"|cf-browser-verification|cf_chl_opt|px-captcha|captcha-delivery\.com|_incapsula_resource",
    re.IGNORECASE,
)
_CONSENT_HOST = re.compile(r"^(?:consent|guce|privacy-mgmt|cmp|privacy)\.")
#: A novel; what is longer would keep a machine busy beyond any draft's time.
LONGEST = 500_000
_SIGHT = 200_000  # bytes in which a wall shows
_PATIENCE = 0.25  # seconds; many pages take a few thousandths, a hostile one takes seconds


class Reader:
    """Reads pages, one after another; each address once while it is among the last `capacity` pages. Thread-safe."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._lock = Lock()
        self._articles: OrderedDict[str, Article] = OrderedDict()
        self._flights: Flights[Article] = Flights()
        self._turns = Turns(_PATIENCE)

    def page(self, journey: Journey, archive_url: str | None = None, *, front: bool = False) -> Page | Miss:
        """The page a journey led to, or why it cannot be read; a front page need not hold an article."""
        end = journey.end
        miss = _unanswered(journey) or _walled(journey)
        if miss:
            return miss
        try:
            article = self._article(end, archive_url or "")
        except InputError as error:
            return Miss(journey.requested, Outcome.UNREACHABLE, f"the page {error.reason}")
        challenged = _challenge(end, article, front=front)
        if challenged:
            return Miss(journey.requested, *challenged)
        if not front and (article.soft_404 or _led_home(journey)):
            return Miss(journey.requested, Outcome.SOFT_404, "the page is there but says it is not")
        if not front and not article.text.strip():
            return Miss(journey.requested, Outcome.UNREACHABLE, "a page without text to read")
        return Page(
            url=_address(journey, article),
            requested=journey.requested,
            article=article,
            retrieved=end.retrieved,
            sha256=article.sha256,
            archive_url=archive_url,
            redirects=journey.hops,
        )

    def _article(self, end: Exchange, archive_url: str) -> Article:
        from provaudit.read import read_page

        # An address and its capture in an archive are two texts.
        key = f"{end.url} {archive_url}"

        def work() -> Article:
            with self._turns.turn():
                article = read_page(end.body, url=end.url, content_type=end.header("content-type"))
            if len(article.text) > LONGEST:
                raise InputError(end.url, f"has more than {LONGEST:,} characters of text")
            with self._lock:
                self._articles[key] = article
                while len(self._articles) > self._capacity:
                    self._articles.popitem(last=False)
            return article

        return self._flights.once(key, lambda: self._known(key), work, lambda: 60.0)

    def _known(self, key: str) -> Article | None:
        with self._lock:
            if key in self._articles:
                self._articles.move_to_end(key)
            return self._articles.get(key)


def trouble(end: Exchange) -> tuple[Outcome, str] | None:
    """How an answer that is no success is called, None for a success; bodies are not looked at."""
    if end.failure:
        return end.failure, end.detail
    if end.ok:
        return None
    if end.status in _BY_STATUS:
        return _BY_STATUS[end.status]
    if end.header("cf-mitigated") or (end.status == 503 and _CHALLENGE.search(end.body)):
        return Outcome.BLOCKED_BOT_WALL, f"a challenge page ({end.status})"
    return Outcome.UNREACHABLE, f"the server answered {end.status}"


def _unanswered(journey: Journey) -> Miss | None:
    ended = trouble(journey.end)
    return Miss(printable(journey.requested), *ended) if ended else None


def _walled(journey: Journey) -> Miss | None:
    end = journey.end
    if end.header("cf-mitigated"):
        return Miss(journey.requested, Outcome.BLOCKED_BOT_WALL, "a challenge page")
    if journey.hops and _CONSENT_HOST.match(host_of(end.url)):
        return Miss(journey.requested, Outcome.BLOCKED_BOT_WALL, f"a consent page on {host_of(end.url)}")
    if end.content_type not in READABLE:
        return Miss(journey.requested, Outcome.UNREACHABLE, f"a page of type {end.content_type[:60]}")
    if not end.body.strip():
        return Miss(journey.requested, Outcome.UNREACHABLE, "an empty page")
    return None


def _challenge(end: Exchange, article: Article, *, front: bool) -> tuple[Outcome, str] | None:
    """A wall or a consent page in place of the page."""
    from provaudit.read.page_state import blocked_by_wall

    if front:  # hardly ever holds an article, and may well mention cookies
        return (Outcome.BLOCKED_BOT_WALL, "a challenge page") if _CHALLENGE.search(end.body[:_SIGHT]) else None
    source = end.body[:_SIGHT].decode("utf-8", "replace")
    wall = blocked_by_wall(source, article, status=end.status, headers=dict(end.headers))
    if wall is None:
        return None
    return Outcome.BLOCKED_BOT_WALL, "a consent page" if wall == "consent" else "a challenge page"


def _led_home(journey: Journey) -> bool:
    """Whether a deep address was redirected to a front page, as many papers do with what they dropped."""
    if not journey.hops or urlsplit(journey.requested).path in ("", "/"):
        return False
    end = urlsplit(journey.end.url)
    return end.path in ("", "/") and not end.query and same_site(journey.requested, journey.end.url)


def _address(journey: Journey, article: Article) -> str:
    named = article.canonical_url
    if named and same_site(named, journey.end.url) and urlsplit(named).path not in ("", "/"):
        return canonical(named)
    return canonical(journey.end.url)
