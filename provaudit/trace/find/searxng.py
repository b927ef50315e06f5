"""SearXNG (docs.searxng.org): a metasearch engine on a host of the newsroom's own choosing."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from provaudit.model import Tier
from provaudit.trace.desk import Desk
from provaudit.trace.exchange import DATA, Ask
from provaudit.trace.find.third_party import Service, text_of, within, words_of
from provaudit.trace.search import Found, Search


def _ask(search: Search, desk: Desk) -> Ask | None:
    base = desk.options.providers["searxng"].rstrip("/")
    query = quote(f"{words_of(search)} site:{search.hosts[0]}")
    return Ask(f"{base}/search?q={query}&format=json", why="SearXNG", accept=DATA, robots=False)


def _read(answer: object) -> Iterator[Found]:
    for result in within(answer, "results"):
        published = text_of(result, "publishedDate")[:10] or None
        yield Found(text_of(result, "url"), text_of(result, "title"), published, text_of(result, "content"))


SERVICE = Service("SearXNG", "searxng", Tier.SEARCH, _ask, _read)
