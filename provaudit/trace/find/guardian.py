"""The Guardian's Content API (open-platform.theguardian.com): its own articles, with a key."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from provaudit.model import Tier
from provaudit.trace.desk import Desk
from provaudit.trace.exchange import DATA, Ask
from provaudit.trace.find.third_party import Service, text_of, within, words_of
from provaudit.trace.search import Found, Search

DOMAIN = "theguardian.com"


def _ask(search: Search, desk: Desk) -> Ask | None:
    if DOMAIN not in search.hosts:
        return None
    query = [f"q={quote(words_of(search))}"]
    if search.after:
        query.append(f"from-date={search.after.isoformat()}")
    if search.before:
        query.append(f"to-date={search.before.isoformat()}")
    return Ask(
        f"{desk.options.guardian_base}/search?{'&'.join(query)}",
        why="Guardian search",
        accept=DATA,
        robots=False,
        secret_query=(("api-key", desk.options.providers["guardian"]),),
    )


def _read(answer: object) -> Iterator[Found]:
    for result in within(answer, "response", "results"):
        published = text_of(result, "webPublicationDate")[:10] or None
        yield Found(text_of(result, "webUrl"), text_of(result, "webTitle"), published)


SERVICE = Service("Guardian search", "guardian", Tier.SEARCH, _ask, _read)
