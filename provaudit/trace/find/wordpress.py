"""WordPress's REST search: keyless, and over a site's whole history (developer.wordpress.org/rest-api).

A site is taken for WordPress where its front page advertises the API, or shows WordPress's own paths; then
`/?rest_route=` is asked where `/wp-json/` is not advertised.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import quote, urljoin

from provaudit.model import Lead, Outcome, Tier, Tried
from provaudit.trace.desk import Desk, Front
from provaudit.trace.exchange import Exchange
from provaudit.trace.outcomes import trouble
from provaudit.trace.search import Found, Search, first_good, ranked
from provaudit.trace.urls import host_of, same_site

FIELDS = "id,date_gmt,link,title,content"
PER_PAGE = 20
_SHARED_API = "public-api.wordpress.com"


def find(search: Search, desk: Desk) -> Lead | None:
    """Posts with the claim's words, published between its dates; None where the outlet's domain is not known."""
    return first_good(_on_host(search, desk, host) for host in search.hosts)


def hosts(search: Search, desk: Desk) -> tuple[str, ...]:  # noqa: ARG001 - every tier's signature
    """The outlet's domains."""
    return search.hosts


def _on_host(search: Search, desk: Desk, host: str) -> Lead:
    front = desk.front(host)
    if front.trouble and not front.missing:
        return Lead(Tried(Tier.WORDPRESS, front.trouble[0], f"front page: {front.trouble[1]}"))
    # A site without a front page may still have the interface where it usually is.
    root = urljoin(front.url, "/wp-json/") if front.missing else _root(front)
    if root is None:
        return Lead(Tried(Tier.WORDPRESS, Outcome.ABSENT, f"{host} shows no WordPress"))
    for words in _queries(search):
        exchange = desk.get(_address(root, search, words), f"WordPress search of {host}")
        posts = _posts(exchange)
        if posts is None:
            return Lead(Tried(Tier.WORDPRESS, *_blocked(exchange)))
        reason = f"WordPress search of {host} for “{words}”"
        candidates = ranked(search, Tier.WORDPRESS, reason, _read(posts), desk.options.max_candidates)
        if candidates:
            return Lead(Tried(Tier.WORDPRESS, Outcome.FOUND, reason), candidates)
    return Lead(Tried(Tier.WORDPRESS, Outcome.NOT_FOUND, f"WordPress search of {host} has no such post"))


def _queries(search: Search) -> Iterator[str]:
    """Search words, many first: WordPress wants every one of them in a post."""
    words = [term.word for term in search.terms]
    tried = set()
    for count in (4, 2, 1):
        query = " ".join(words[:count])
        if query and query not in tried:
            tried.add(query)
            yield query


def _root(front: Front) -> str | None:
    advertised = front.article.rest_api if front.article else None
    if advertised:
        root = urljoin(front.url, advertised)
        if same_site(root, front.url) or host_of(root) == _SHARED_API:
            return root
    if re.search(rb"/wp-(?:content|includes)/", front.body):
        return urljoin(front.url, "/?rest_route=/")
    return None


def _address(root: str, search: Search, words: str) -> str:
    query = [f"search={quote(words)}"]
    if search.after:
        query.append(f"after={search.after.isoformat()}T00:00:00")
    if search.before:
        query.append(f"before={search.before.isoformat()}T23:59:59")
    query += [f"per_page={PER_PAGE}", "orderby=relevance", f"_fields={FIELDS}"]
    if "?" in root:
        return f"{root.rstrip('/')}/wp/v2/posts&{'&'.join(query)}"
    return f"{root.rstrip('/')}/wp/v2/posts?{'&'.join(query)}"


def _posts(exchange: Exchange) -> list[object] | None:
    """The posts of an answer, None where it is none: an error, or a page instead of data."""
    if not exchange.ok:
        return None
    try:
        posts = json.loads(exchange.body)
    except (ValueError, RecursionError):
        return None
    return posts if isinstance(posts, list) else None


def _blocked(exchange: Exchange) -> tuple[Outcome, str]:
    """401, 403 and pages in place of data mean that the API is closed, not that there is none."""
    if exchange.ok:
        return Outcome.BLOCKED_BOT_WALL, "the WordPress API answers with a page"
    if exchange.status in (401, 403):
        return Outcome.BLOCKED_BOT_WALL, f"the WordPress API is closed ({exchange.status})"
    if exchange.status in (404, 410):
        return Outcome.ABSENT, "the WordPress API is switched off"
    return trouble(exchange) or (Outcome.UNREACHABLE, "no answer")


def _read(posts: list[object]) -> Iterator[Found]:
    for post in posts:
        if isinstance(post, dict) and isinstance(post.get("link"), str):
            published = post.get("date_gmt")
            yield Found(
                post["link"],
                _words(post.get("title")),
                str(published)[:10] if published else None,
                _words(post.get("content")),
            )


def _words(value: object) -> str:
    rendered = value.get("rendered", "") if isinstance(value, dict) else ""
    return " ".join(unescape(re.sub(r"<[^<>]*>", " ", str(rendered))).split())
