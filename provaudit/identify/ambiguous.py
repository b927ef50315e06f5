"""Which outlet an ambiguous name means: "the Post" of two, "the Times" of four, "ABC" of two countries.

Each tie-breaker is accepted only where it leaves exactly one; else all that remain are candidates, and no pick is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from provaudit.identify.hosts import host_of
from provaudit.identify.registry import Registry
from provaudit.identify.wordlists import word_list
from provaudit.model import Article, Outlet, OutletKind, Span

_EVERYWHERE = frozenset({OutletKind.WIRE, OutletKind.PLATFORM, OutletKind.AGGREGATOR})
_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s+(?=[A-Z“\"‘])|\n")


class TieBreaks:
    """What one article knows that tells outlets of one name apart."""

    def __init__(self, article: Article, registry: Registry, publisher: Outlet | None) -> None:
        self._article = article
        self._registry = registry
        self._publisher = publisher
        self._mentioned: list[tuple[int, str]] | None = None
        self._countries: set[str] = set()

    def settle(self, candidates: tuple[Outlet, ...], place: Span | None) -> tuple[Outlet, ...]:
        """One outlet where a tie-breaker leaves one, else the candidates that are left."""
        if len(candidates) < 2:
            return candidates
        beside = self._linked(candidates, place)
        if beside:
            return beside
        publisher = self._publisher
        if publisher and publisher.known and any(outlet.id == publisher.id for outlet in candidates):
            return (publisher,)
        for choice in (self._named_in_full(candidates, place), self._linked(candidates, None)):
            if choice:
                return choice
        country = self._country()
        here = tuple(outlet for outlet in candidates if outlet.country == country)
        return here or candidates

    def _country(self) -> str | None:
        """Where the draft is at home: its publisher's country, else its address's or language's, else its outlets'."""
        if self._publisher and self._publisher.country:
            return self._publisher.country
        region = (self._article.language or "").replace("_", "-").partition("-")[2]
        domain = self._publisher.domain if self._publisher else None
        suffix = host_of(self._article.url or domain or "").rpartition(".")[2]
        # Suffixes that are sold as brands (.tv, .me, .co) are not on the list: they say nothing.
        if suffix in word_list("sources/country_suffixes"):
            return "GB" if suffix == "uk" else suffix.upper()
        return region.upper() if len(region) == 2 else self._country_of_its_outlets()

    def _country_of_its_outlets(self) -> str | None:
        """The one country of all outlets the text names unmistakably; wires and platforms are of everywhere."""
        self._unmistakable()
        return next(iter(self._countries)) if len(self._countries) == 1 else None

    def _linked(self, candidates: tuple[Outlet, ...], place: Span | None) -> tuple[Outlet, ...]:
        """The only candidate that a link of the place's sentence (without a place: any link) leads to."""
        near = self._sentence(place) if place else None
        ids = {outlet.id for outlet in candidates}
        found = {}
        for link in self._article.links:
            if near is None or near.meets(link.span):
                outlet = self._registry.by_domain(link.url, self._article.published)
                if outlet and outlet.id in ids:
                    found[outlet.id] = outlet
        return _only(found.values())

    def _sentence(self, place: Span) -> Span:
        text = self._article.text
        start = max(
            (end.end() for end in _SENTENCE_END.finditer(text, max(0, place.start - 600), place.start)), default=0
        )
        after = _SENTENCE_END.search(text, place.end, place.end + 600)
        return Span(start, after.start() + 1 if after else min(len(text), place.end + 600))

    def _named_in_full(self, candidates: tuple[Outlet, ...], place: Span | None) -> tuple[Outlet, ...]:
        """The only candidate that the text names unmistakably before the place, else anywhere."""
        mentions = self._unmistakable()
        by_id = {outlet.id: outlet for outlet in candidates}
        at = place.start if place else 0
        before = {outlet_id for offset, outlet_id in mentions if offset < at and outlet_id in by_id}
        anywhere = {outlet_id for _, outlet_id in mentions if outlet_id in by_id}
        return _only(by_id[outlet_id] for outlet_id in (before or anywhere))

    def _unmistakable(self) -> list[tuple[int, str]]:
        if self._mentioned is None:
            text = self._article.text
            found = self._registry.names_in(text, Span(0, len(text)))
            single = [(span.start, outlets[0]) for span, outlets in found if len(outlets) == 1]
            self._mentioned = [(offset, outlet.id) for offset, outlet in single]
            self._countries = {outlet.country or "" for _, outlet in single if outlet.kind not in _EVERYWHERE}
        return self._mentioned


def _only(outlets: Iterable[Outlet]) -> tuple[Outlet, ...]:
    found = tuple(outlets)
    return found if len(found) == 1 else ()
