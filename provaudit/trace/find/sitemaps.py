"""Sitemaps (sitemaps.org): a site's own list of its pages, often by month.

They are named in robots.txt, else looked for where they usually are. Index files nest; of what they list only a few
are fetched, chosen by the dates in their names and by when they last changed.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, ParseError

from provaudit.model import Lead, Outcome, Tier, Tried
from provaudit.trace.desk import Desk
from provaudit.trace.exchange import Exchange
from provaudit.trace.outcomes import trouble
from provaudit.trace.search import Found, Search, date_in, first_good, in_time, ranked
from provaudit.trace.terms import words_in

MAX_FETCHED = 6  # sitemaps of one host
WAITING = 200  # sitemaps of an index that are kept in mind
USUAL_PLACES = ("/sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NOT_PAGES = re.compile(r"image|video|author|tag|categor|section|topic|user|taxonom|gallery|podcast", re.IGNORECASE)
_PAGES = re.compile(r"news|post|article|stor(?:y|ies)|content|archive", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a sitemap or of an index of sitemaps."""

    url: str
    changed: str | None = None
    published: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """A sitemap as it was read; an index lists other sitemaps."""

    is_index: bool
    entries: tuple[Entry, ...]


def find(search: Search, desk: Desk) -> Lead | None:
    """Listed pages with the claim's words in their address or title; None where there are no words or no domain."""
    if not search.terms:
        return None
    return first_good(_on_host(search, desk, host) for host in search.hosts)


def hosts(search: Search, desk: Desk) -> tuple[str, ...]:  # noqa: ARG001 - every tier's signature
    """The outlet's domains."""
    return search.hosts


def _on_host(search: Search, desk: Desk, host: str) -> Lead:
    origin = desk.origin(host)
    robots = desk.robots(f"{origin}/")
    if robots.trouble:
        return Lead(Tried(Tier.SITEMAP, *robots.trouble))
    named = robots.sitemaps
    places = named or tuple(f"{origin}{place}" for place in USUAL_PLACES)
    found, met = _gathered(search, desk, places, guessed=not named)
    reason = f"listed in the sitemap of {host}"
    candidates = ranked(search, Tier.SITEMAP, reason, found, desk.options.max_candidates)
    if candidates:
        return Lead(Tried(Tier.SITEMAP, Outcome.FOUND, reason), candidates)
    if met:
        return Lead(Tried(Tier.SITEMAP, *met))
    return Lead(Tried(Tier.SITEMAP, Outcome.NOT_FOUND, f"the sitemaps of {host} list no such page"))


def _gathered(
    search: Search, desk: Desk, places: tuple[str, ...], *, guessed: bool
) -> tuple[list[Found], tuple[Outcome, str] | None]:
    """The pages of the most promising sitemaps, and the first trouble met (absent, where nothing was there)."""
    waiting = _promising(search, (Entry(place) for place in places))
    asked: set[str] = set()
    found: list[Found] = []
    met: tuple[Outcome, str] | None = None
    read = 0
    while waiting and len(asked) < MAX_FETCHED:
        entry = waiting.pop(0)
        if entry.url in asked:
            continue
        asked.add(entry.url)
        sitemap = _sitemap(desk.get(entry.url, "sitemap"), desk.options.max_body)
        if isinstance(sitemap, Sitemap):
            read += 1
            if guessed:
                waiting = [other for other in waiting if other.url not in places]
            if sitemap.is_index:
                waiting = _promising(search, (*waiting, *sitemap.entries))
            else:
                found += _likely(search, sitemap.entries)
        elif sitemap[0] is not Outcome.GONE:
            met = met or sitemap
    if not read and met is None:
        met = (Outcome.ABSENT, "no sitemap")
    return found, met


def _likely(search: Search, entries: tuple[Entry, ...]) -> Iterator[Found]:
    """Pages with a word of the claim or of its article's headline in sight; ranking looks closer at those alone."""
    keys = [term.key for term in search.terms] + [word for word in words_in(search.wanted.title or "") if len(word) > 3]
    for entry in entries:
        sight = f"{entry.url} {entry.title or ''}".lower()
        if any(key in sight for key in keys):
            yield Found(entry.url, entry.title, entry.published or date_in(entry.url))


def _promising(search: Search, entries: Iterable[Entry]) -> list[Entry]:
    """The sitemaps that may list the page, the likeliest first."""
    judged = [(promise, entry) for entry in entries if (promise := _promise(search, entry)) is not None]
    return [entry for _, entry in sorted(judged, key=lambda pair: -pair[0])][:WAITING]


def _promise(search: Search, entry: Entry) -> float | None:
    """How likely a sitemap lists the page, None where it cannot."""
    dated = _date_of_name(entry.url)
    if dated and not in_time(search, dated):
        return None
    if search.after and entry.changed and entry.changed[:10] < search.after.isoformat():
        return None
    name = urlsplit(entry.url).path
    score = 1.0 + (2.0 if dated and len(dated) > 4 else 1.0 if dated else 0.0)
    return score + (0.5 if _PAGES.search(name) else 0.0) - (0.9 if _NOT_PAGES.search(name) else 0.0)


def _date_of_name(url: str) -> str | None:
    """The year, month or day in a sitemap's name: `…-2016-05.xml`, `?yyyy=2016&mm=05`, `…/2016/may`."""
    parts = urlsplit(url)
    name = f"{parts.path}?{parts.query}".lower()
    query = re.search(r"y{2,4}(?:ear)?=((?:19|20)\d\d)(?:&m{1,2}(?:onth)?=(\d\d?))?(?:&d{1,2}(?:ay)?=(\d\d?))?", name)
    if query:
        return "-".join(part.zfill(2) for part in query.groups() if part)
    if date_in(url):
        return date_in(url)
    spelled = re.search(
        rf"((?:19|20)\d\d)[-_/]?({'|'.join(_MONTHS)})|({'|'.join(_MONTHS)})[a-z]*[-_/]?((?:19|20)\d\d)", name
    )
    if spelled:
        year, month = spelled[1] or spelled[4], spelled[2] or spelled[3]
        return f"{year}-{_MONTHS.index(month) + 1:02d}"
    year_alone = re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", name)
    return year_alone[1] if year_alone else None


def _sitemap(exchange: Exchange, limit: int) -> Sitemap | tuple[Outcome, str]:
    failed = trouble(exchange)
    if failed:
        return failed
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        body = _plain(exchange.body, limit)
        if not body.lstrip().startswith(b"<") or b"<html" in body[:1000].lower():
            return Outcome.GONE, "a page in place of a sitemap"
        root = fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, zlib.error, ValueError, LookupError) as error:
        return Outcome.UNREACHABLE, f"a sitemap that cannot be read ({type(error).__name__})"
    is_index = _tag(root) == "sitemapindex"
    entries = tuple(entry for node in root if (entry := _entry(node)))
    return Sitemap(is_index, entries)


def _plain(body: bytes, limit: int) -> bytes:
    """The body with gzip undone, never more than `limit` bytes."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    unpacker = zlib.decompressobj(31)
    plain = unpacker.decompress(body, limit)
    if unpacker.unconsumed_tail:
        raise ValueError("too large")
    return plain


def _entry(node: Element) -> Entry | None:
    values: dict[str, str] = {}
    for child in node.iter():
        text = (child.text or "").strip()
        if text and _tag(child) in ("loc", "lastmod", "publication_date", "title"):
            values.setdefault(_tag(child), text)
    if not values.get("loc", "").startswith(("http://", "https://")):
        return None
    return Entry(values["loc"], values.get("lastmod"), values.get("publication_date"), values.get("title"))


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
