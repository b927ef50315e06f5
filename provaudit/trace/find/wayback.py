"""The Internet Archive's index of captures (CDX server): which addresses of a site were archived, and when.

Formats from the CDX server's documentation: JSON rows of strings, row 0 the header, nothing at all where there are
no hits. `from` and `to` bound the capture, not publication.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from urllib.parse import quote

from provaudit.trace.desk import Desk
from provaudit.trace.exchange import Exchange


@dataclass(frozen=True, slots=True)
class Capture:
    """One capture: its time (14 digits), the bytes as they were received, and the page as people open it."""

    timestamp: str
    raw: str
    shown: str


def nearest_capture(url: str, near: str | None, desk: Desk) -> Capture | None:
    """The good capture of an address nearest a date (ISO, or an Archive timestamp), None where there is none."""
    base = desk.options.archive_base
    digits = "".join(character for character in near or "" if character.isdigit())[:14]
    closest = f"&closest={digits}" if digits else "&sort=closest&closest=30000101"
    query = f"{base}/cdx/search/cdx?url={quote(url, safe='')}{closest}&limit=1&filter=statuscode:200&output=json"
    rows = rows_of(desk.send(desk.archive_ask(query, f"captures of {url}")))
    if not rows:
        return None
    row = rows[0]
    timestamp, original = row.get("timestamp", ""), row.get("original", url)
    if not timestamp.isdecimal():
        return None
    return Capture(timestamp, f"{base}/web/{timestamp}id_/{original}", f"{base}/web/{timestamp}/{original}")


def rows_of(exchange: Exchange) -> list[dict[str, str]]:
    """The rows of a CDX answer as name → value; empty where it has none or is no such answer."""
    if not exchange.ok or not exchange.body.strip():
        return []
    try:
        table = json.loads(exchange.body)
    except ValueError:
        return []
    if not isinstance(table, list) or not table or not isinstance(table[0], list):
        return []
    names = [str(name) for name in table[0]]
    rows = []
    for row in table[1:]:
        if not isinstance(row, list) or len(row) != len(names):
            break  # an empty row stands before the resume key
        rows.append(dict(zip(names, map(str, row), strict=True)))
    return rows
