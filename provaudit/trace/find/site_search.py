"""A site's own search, as its front page describes it: OpenSearch 1.1, or a schema.org SearchAction.

robots.txt often forbids search pages; that is obeyed and reported.
"""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import quote_plus, urljoin, urlsplit
from xml.etree.ElementTree import ParseError

from provaudit.model import Lead, Outcome, Tier, Tried
from provaudit.trace.desk import Desk, Front
from provaudit.trace.exchange import Exchange
from provaudit.trace.outcomes import trouble
from provaudit.trace.search import Found, Search, first_good, ranked
from provaudit.trace.urls import same_site

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
    if front.trouble:
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
    anchors = _Anchors()
    anchors.feed(exchange.body.decode("utf-8", "replace"))
    found = []
    for href, words in anchors.found:
        try:
            url = urljoin(exchange.url, href)
            deep = len(urlsplit(url).path.strip("/")) > 1
        except ValueError:
            continue
        if deep and same_site(url, exchange.url) and url.partition("?")[0] != exchange.url.partition("?")[0]:
            found.append(Found(url, " ".join(words.split()) or None))
    return found


class _Anchors(HTMLParser):
    """Collects links and their words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []
        self._href: str | None = None
        self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._href, self._words = dict(attrs).get("href"), ""

    def handle_data(self, data: str) -> None:
        if self._href is not None:
            self._words += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._href:
            self.found.append((self._href, self._words))
            self._href = None
