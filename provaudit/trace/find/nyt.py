"""The New York Times's Article Search (developer.nytimes.com): its own articles, with a key; five requests a minute."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from provaudit.model import Tier
from provaudit.trace.desk import Desk
from provaudit.trace.exchange import DATA, Ask
from provaudit.trace.find.third_party import Service, text_of, within, words_of
from provaudit.trace.search import Found, Search

GAP = 12.0  # seconds
DOMAIN = "nytimes.com"


def _ask(search: Search, desk: Desk) -> Ask | None:
    if DOMAIN not in search.hosts:
        return None
    query = [f"q={quote(words_of(search))}"]
    if search.after:
        query.append(f"begin_date={search.after:%Y%m%d}")
    if search.before:
        query.append(f"end_date={search.before:%Y%m%d}")
    return Ask(
        f"{desk.options.nyt_base}/svc/search/v2/articlesearch.json?{'&'.join(query)}",
        why="New York Times search",
        accept=DATA,
        robots=False,
        retry=False,
        gap=GAP,
        secret_query=(("api-key", desk.options.providers["nyt"]),),
    )


def _read(answer: object) -> Iterator[Found]:
    for document in within(answer, "response", "docs"):
        headline = document.get("headline")
        title = text_of(headline, "main") if isinstance(headline, dict) else ""
        text = " ".join(text_of(document, key) for key in ("abstract", "snippet", "lead_paragraph"))
        yield Found(text_of(document, "web_url"), title, text_of(document, "pub_date")[:10] or None, text)


SERVICE = Service("New York Times search", "nyt", Tier.SEARCH, _ask, _read)
