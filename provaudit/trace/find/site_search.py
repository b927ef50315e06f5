"""A site's own search, as its front page describes it: OpenSearch 1.1, or a schema.org SearchAction.

robots.txt often forbids search pages; that is obeyed and reported.
"""

from __future__ import annotations

from urllib.parse import quote_plus, urljoin, urlsplit
from xml.etree.ElementTree import ParseError

from provaudit.model import Lead, Outcome, Tier, Tried
from provaudit.trace.desk import Desk, Front
from provaudit.trace.exchange import Exchange
from provaudit.trace.outcomes import trouble
from provaudit.trace.search import Found, Search, first_good, ranked
from provaudit.trace.urls import joined, same_site, tidied

WORDS = 4
_PLACES = ("{searchTerms}", "{search_term_string}", "{query}", "{search_term}")


def find(search: Search, desk: Desk) -> Lead | None:
    """Hits of the outlet's own search; None where there are no words or no domain."""
    if not search.terms:
        return None
    return first_good(_on_host(search, desk, host) for host in search.hosts)


def hosts(search: Search, desk: Desk) -> tuple[str, ...]:  # noqa: ARG001 - every tier's signature
    """The outlet's domains."""
    return search.hosts


def _on_host(search: Search, desk: Desk, host: str) -> Lead:
    front = desk.front(host)
    if front.trouble and not front.missing:
        return Lead(Tried(Tier.SEARCH, front.trouble[0], f"front page: {front.trouble[1]}"))
    template = _template(front, desk)
    if template is None:
        return Lead(Tried(Tier.SEARCH, Outcome.ABSENT, f"{host} describes no search"))
    if not isinstance(template, str):
        return Lead(Tried(Tier.SEARCH, *template))
    words = " ".join(term.word for term in search.terms[:WORDS])
    exchange = desk.get(_filled(template, words), f"search of {host}")
    failed = trouble(exchange)
    if failed:
        return Lead(Tried(Tier.SEARCH, *failed))
    reason = f"search of {host} for “{words}”"
    candidates = ranked(search, Tier.SEARCH, reason, _hits(exchange), desk.options.max_candidates)
    if candidates:
        return Lead(Tried(Tier.SEARCH, Outcome.FOUND, reason), candidates)
    return Lead(Tried(Tier.SEARCH, Outcome.NOT_FOUND, f"the search of {host} has no such page"))


def _template(front: Front, desk: Desk) -> str | tuple[Outcome, str] | None:
    """The address of a search with a place for its words, the trouble of asking for it, or None for no search."""
    advertised = front.article.search if front.article else None
    if not advertised:
        return None
    address = urljoin(front.url, advertised)
    if not same_site(address, front.url):
        return None
    if any(place in address for place in _PLACES):
        return address
    exchange = desk.get(address, "description of the site's search")
    failed = trouble(exchange)
    if failed:
        return None if failed[0] is Outcome.GONE else failed
    described = _described(exchange)
    return described if described and same_site(described, front.url) else None


def _described(exchange: Exchange) -> str | None:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(exchange.body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return None
    for node in root.iter():
        template = str(node.get("template", ""))
        if str(node.tag).endswith("Url") and node.get("type") == "text/html" and _PLACES[0] in template:
            return urljoin(exchange.url, template)
    return None


def _filled(template: str, words: str) -> str:
    for place in _PLACES:
        template = template.replace(place, quote_plus(words))
    for optional in (
        "{startPage?}",
        "{startIndex?}",
        "{count?}",
        "{language?}",
        "{inputEncoding?}",
        "{outputEncoding?}",
    ):
        template = template.replace(optional, "")
    return template


def _hits(exchange: Exchange) -> list[Found]:
    """The links of a result page that lead deeper into the site."""
    from selectolax.lexbor import LexborHTMLParser

    found = []
    for anchor in LexborHTMLParser(exchange.body.decode("utf-8", "replace")).css("a[href]"):
        url = joined(exchange.url, anchor.attributes.get("href") or "")
        if url is None or not same_site(url, exchange.url):
            continue
        address = tidied(url)
        deep = len(urlsplit(address).path.strip("/")) > 1
        if deep and address.partition("?")[0] != exchange.url.partition("?")[0]:
            found.append(Found(address, " ".join(anchor.text().split()) or None))
    return found
