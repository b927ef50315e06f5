"""GDELT DOC 2.0: keyless news search from 2017 on; one request in five seconds, never a second try.

Errors come as pages with status 200, and the JSON may hold control characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from provaudit.model import Tier
from provaudit.trace.desk import Desk
from provaudit.trace.exchange import DATA, Ask
from provaudit.trace.find.third_party import Service, text_of, within, words_of
from provaudit.trace.search import Found, Search

GAP = 5.0  # seconds
BEGAN = 2017


def _ask(search: Search, desk: Desk) -> Ask | None:
    if search.before and search.before.year < BEGAN:
        return None
    words = f'"{search.phrase}"' if search.phrase else words_of(search, 4)
    query = [f"query={quote(f'{words} domainis:{search.hosts[0]}')}", "mode=artlist", "format=json", "maxrecords=250"]
    query.append("sort=datedesc")
    if search.after:
        query.append(f"startdatetime={search.after:%Y%m%d}000000")
    if search.before:
        query.append(f"enddatetime={search.before:%Y%m%d}235959")
    url = f"{desk.options.gdelt_base}/api/v2/doc/doc?{'&'.join(query)}"
    return Ask(url, why="GDELT", accept=DATA, robots=False, retry=False, gap=GAP)


def _read(answer: object) -> Iterator[Found]:
    for article in within(answer, "articles"):
        seen = text_of(article, "seendate")
        date = f"{seen[:4]}-{seen[4:6]}-{seen[6:8]}" if seen[:8].isdecimal() else None
        yield Found(text_of(article, "url"), text_of(article, "title"), date)


SERVICE = Service("GDELT", "gdelt", Tier.GDELT, _ask, _read)
