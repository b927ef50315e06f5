"""The Internet Archive's index of captures (CDX server): which addresses of a site were archived, and when.

Formats from the CDX server's documentation: JSON rows of strings, row 0 the header, nothing at all where there are
no hits; an empty row stands before the key to resume with. `from` and `to` bound the capture, not publication, so the
search looks for captures up to a year later and goes by the dates in addresses and pages. Many publishers keep the
Archive out: what is not in it may well have been published.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import quote

from provaudit.model import Lead, Outcome, Tier, Tried
from provaudit.trace.desk import Desk
from provaudit.trace.exchange import Exchange
from provaudit.trace.outcomes import trouble
from provaudit.trace.search import Found, Search, first_good, ranked
from provaudit.trace.urls import capture_of, host_of

CAPTURED_WITHIN = timedelta(days=366)
SINCE = timedelta(days=730)  # before the draft, where it hints at no date: whole domains take the index too long
ROWS = 2000
MAX_ANSWERS = 2  # of one host; the rows beyond are found by nobody
MAX_WORDS = 6


@dataclass(frozen=True, slots=True)
class Capture:
    """One capture: its time (14 digits), the bytes as they were received, and the page as people open it."""

    timestamp: str
    raw: str
    shown: str


def find(search: Search, desk: Desk) -> Lead | None:
    """Archived addresses of the outlet with the claim's words in them; None where there is nothing to go by."""
    words = [term.key for term in search.terms if term.key.isascii() and len(term.key) > 3][:MAX_WORDS]
    if not words:
        return None
    return first_good(_on_host(search, desk, host, words) for host in search.hosts)


def hosts(search: Search, desk: Desk) -> tuple[str, ...]:
    """The Internet Archive: for its index, or for a capture where a link is dead."""
    return (host_of(desk.options.archive_base),) if search.hosts or search.wanted.links else ()


def _on_host(search: Search, desk: Desk, host: str, words: list[str]) -> Lead:
    found: list[Found] = []
    resume: str | None = ""
    for _ in range(MAX_ANSWERS):
        exchange = desk.send(desk.archive_ask(_address(search, desk, host, words, resume or ""), f"captures of {host}"))
        failed = trouble(exchange)
        if failed:
            return Lead(Tried(Tier.WAYBACK, failed[0], f"the Internet Archive: {failed[1]}"))
        found += [Found(row["original"]) for row in rows_of(exchange) if "original" in row]
        resume = _resume_key(exchange)
        if not resume:
            break
    reason = f"an archived address of {host} with “{'”, “'.join(words[:3])}”"
    candidates = ranked(search, Tier.WAYBACK, reason, found, desk.options.max_candidates)
    if candidates:
        return Lead(Tried(Tier.WAYBACK, Outcome.FOUND, reason), candidates)
    return Lead(Tried(Tier.WAYBACK, Outcome.NOT_FOUND, f"no such address of {host} in the Internet Archive"))


def _address(search: Search, desk: Desk, host: str, words: list[str], resume: str) -> str:
    query = [f"url={quote(host)}", "matchType=domain"]
    after = search.after or (search.before - SINCE if search.before else None)
    if after:
        query.append(f"from={after:%Y%m%d}")
    if search.before:
        query.append(f"to={search.before + CAPTURED_WITHIN:%Y%m%d}")
    pattern = f"original:.*({'|'.join(map(re.escape, words))}).*"
    query += [
        "output=json",
        "fl=timestamp,original,mimetype,statuscode,digest",
        "filter=statuscode:200",
        "filter=mimetype:text/html",
        f"filter={quote(pattern, safe=':')}",
        "collapse=urlkey",
        f"limit={ROWS}",
        "showResumeKey=true",
    ]
    if resume:
        query.append(f"resumeKey={quote(resume, safe='')}")
    return f"{desk.options.archive_base}/cdx/search/cdx?{'&'.join(query)}"


def nearest_capture(url: str, near: str | None, desk: Desk) -> Capture | None:
    """The good capture of an address nearest a date (ISO, or an Archive timestamp), None where there is none.

    Without a date it is the first capture: the page as it was soon after publication.
    """
    base = desk.options.archive_base
    digits = "".join(character for character in near or "" if character.isdigit())[:14]
    closest = f"&closest={digits}" if digits else ""
    query = f"{base}/cdx/search/cdx?url={quote(url, safe='')}{closest}&limit=1&filter=statuscode:200&output=json"
    rows = rows_of(desk.send(desk.archive_ask(query, f"captures of {url}")))
    if not rows:
        return None
    row = rows[0]
    timestamp, original = row.get("timestamp", ""), row.get("original", url)
    if not timestamp.isdecimal():
        return None
    return _capture(desk, timestamp, original)


def cited_capture(url: str, desk: Desk) -> Capture | None:
    """The capture that an address of the Internet Archive names, None for every other address."""
    found = capture_of(url.strip())
    return _capture(desk, found[1], found[0]) if found else None


def _capture(desk: Desk, timestamp: str, original: str) -> Capture:
    base = desk.options.archive_base
    return Capture(timestamp, f"{base}/web/{timestamp}id_/{original}", f"{base}/web/{timestamp}/{original}")


def rows_of(exchange: Exchange) -> list[dict[str, str]]:
    """The rows of a CDX answer as name → value; empty where it has none or is no such answer."""
    table = list(_table(exchange))
    if not table:
        return []
    names = [str(name) for name in table[0]]
    whole = (row for row in table[1:] if len(row) == len(names) and row)
    return [dict(zip(names, map(str, row), strict=True)) for row in whole]


def _resume_key(exchange: Exchange) -> str | None:
    table = list(_table(exchange))
    if len(table) >= 2 and table[-2] == [] and len(table[-1]) == 1:
        return str(table[-1][0])
    return None


def _table(exchange: Exchange) -> Iterator[list[object]]:
    if not exchange.ok or not exchange.body.strip():
        return
    try:
        table = json.loads(exchange.body)
    except (ValueError, RecursionError):
        return
    yield from (row for row in table if isinstance(row, list)) if isinstance(table, list) else ()
