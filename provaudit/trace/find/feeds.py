"""RSS and Atom feeds that a site's front page advertises: its last ten to fifty items."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin

from provaudit.model import Lead, Outcome, Tier, Tried
from provaudit.trace.desk import Desk
from provaudit.trace.exchange import Exchange
from provaudit.trace.outcomes import trouble
from provaudit.trace.search import Found, Search, first_good, ranked
from provaudit.trace.urls import same_site

MAX_FEEDS = 2
MAX_SIZE = 2_000_000  # bytes
SIGHT = 20_000  # bytes in which a feed shows itself


def find(search: Search, desk: Desk) -> Lead | None:
    """Feed items with the claim's words; None where the outlet's domain is not known."""
    return first_good(_on_host(search, desk, host) for host in search.hosts)


def hosts(search: Search, desk: Desk) -> tuple[str, ...]:  # noqa: ARG001 - every tier's signature
    """The outlet's domains."""
    return search.hosts


def _on_host(search: Search, desk: Desk, host: str) -> Lead:
    front = desk.front(host)
    if front.trouble and not front.missing:
        return Lead(Tried(Tier.FEED, front.trouble[0], f"front page: {front.trouble[1]}"))
    advertised = [urljoin(front.url, feed) for feed in (front.article.feeds if front.article else ())]
    feeds = [feed for feed in advertised if same_site(feed, front.url) and "comment" not in feed][:MAX_FEEDS]
    if not feeds:
        return Lead(Tried(Tier.FEED, Outcome.ABSENT, f"{host} advertises no feed"))
    met: tuple[Outcome, str] | None = None
    found: list[Found] = []
    for feed in feeds:
        exchange = desk.get(feed, f"feed of {host}")
        met = met or trouble(exchange) or _unreadable(exchange)
        found += _items(exchange)
    reason = f"in the feed of {host}"
    candidates = ranked(search, Tier.FEED, reason, found, desk.options.max_candidates)
    if candidates:
        return Lead(Tried(Tier.FEED, Outcome.FOUND, reason), candidates)
    return Lead(Tried(Tier.FEED, *(met or (Outcome.NOT_FOUND, f"the feed of {host} has no such item"))))


def _unreadable(exchange: Exchange) -> tuple[Outcome, str] | None:
    """Why an answer is not given to the parser: no feed, one with entities of its own, or one of a size to stall it."""
    body = exchange.body.replace(b"\0", b"")  # UTF-16 is looked at as well
    if not re.search(rb"<(?:rss|feed|rdf:rdf|channel)\b", body[:SIGHT], re.IGNORECASE):
        return Outcome.UNREACHABLE, "no feed"
    if b"<!ENTITY" in body:
        return Outcome.UNREACHABLE, "a feed that declares entities"
    if len(body) > MAX_SIZE:
        return Outcome.UNREACHABLE, f"a feed of more than {MAX_SIZE:,} bytes"
    return None


def _items(exchange: Exchange) -> Iterator[Found]:
    if not exchange.ok or _unreadable(exchange):
        return
    import feedparser

    for entry in feedparser.parse(exchange.body, response_headers={"content-location": exchange.url}).entries:
        link = entry.get("link")
        if not isinstance(link, str) or not link.startswith(("http://", "https://")):
            continue
        moment = entry.get("published_parsed") or entry.get("updated_parsed")
        published = time.strftime("%Y-%m-%d", moment) if isinstance(moment, time.struct_time) else None
        content = " ".join(str(part.get("value", "")) for part in entry.get("content", ()))
        yield Found(link, _words(entry.get("title")), published, _words(f"{entry.get('summary', '')} {content}"))


def _words(markup: object) -> str:
    return " ".join(unescape(re.sub(r"<[^<>]*>", " ", str(markup or ""))).split())
