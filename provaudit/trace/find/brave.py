"""Brave Search (api.search.brave.com): the open web, with a key sent as a header."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from provaudit.model import Tier
from provaudit.trace.desk import Desk
from provaudit.trace.exchange import DATA, Ask
from provaudit.trace.find.third_party import Service, text_of, within, words_of
from provaudit.trace.search import Found, Search

GAP = 1.0  # seconds, the free plan's


def _ask(search: Search, desk: Desk) -> Ask | None:
    query = [f"q={quote(f'{words_of(search)} site:{search.hosts[0]}')}"]
    if search.after and search.before:
        query.append(f"freshness={search.after.isoformat()}to{search.before.isoformat()}")
    return Ask(
        f"{desk.options.brave_base}/res/v1/web/search?{'&'.join(query)}",
        why="Brave Search",
        accept=DATA,
        robots=False,
        gap=GAP,
        secret_headers=(("X-Subscription-Token", desk.options.providers["brave"]),),
    )


def _read(answer: object) -> Iterator[Found]:
    for result in within(answer, "web", "results"):
        published = text_of(result, "page_age")[:10] or None
        yield Found(text_of(result, "url"), text_of(result, "title"), published, text_of(result, "description"))


SERVICE = Service("Brave Search", "brave", Tier.SEARCH, _ask, _read)
