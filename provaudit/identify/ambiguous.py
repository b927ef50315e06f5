"""Which outlet an ambiguous name means: "the Post" of two, "the Times" of four, "ABC" of two countries.

Each tie-breaker is accepted only where it leaves exactly one; else all that remain are candidates, and no pick is made.
The last of them is fame: "the Guardian" is the one the registry calls `foremost` of that name, unless the draft is at
home where another one is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from provaudit.identify.hosts import host_of
from provaudit.identify.publisher import means_the_publisher, speaks_of_itself
from provaudit.identify.registry import Registry
from provaudit.identify.spelling import name_key
from provaudit.identify.wordlists import word_list
from provaudit.model import Article, Outlet, OutletKind, Span

_EVERYWHERE = frozenset({OutletKind.WIRE, OutletKind.PLATFORM, OutletKind.AGGREGATOR})
_PRESS = frozenset({"the paper", "the newspaper", "the daily", "the tabloid", "the broadsheet"})
_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s+(?=[A-Z“\"‘])|\n")


class TieBreaks:
    """What one article knows that tells outlets of one name apart."""

    def __init__(self, article: Article, registry: Registry, publisher: Outlet | None) -> None:
        self._article = article
        self._registry = registry
        self._publisher = publisher

    def settle(self, candidates: tuple[Outlet, ...], said: str, place: Span | None) -> tuple[Outlet, ...]:
        """One outlet of the name `said` where a tie-breaker leaves one, else the candidates that are left."""
        publisher = self._publisher
        if publisher and self.is_our_own(said):
            return (publisher,)
        if len(candidates) < 2:
            return candidates
        beside = self._linked(candidates, place)
        if beside:
            return beside
        if publisher and publisher.known and any(outlet.id == publisher.id for outlet in candidates):
            return (publisher,)
        for choice in (self._named_in_full(candidates, place), self._linked(candidates, None)):
            if choice:
                return choice
        country = self._country()
        here = tuple(outlet for outlet in candidates if outlet.country == country)
        return _foremost(here or candidates, said) or here or candidates

    def on_paper(self, short_form: str, antecedent: str, at: int) -> str:
        """The newspaper that "the paper" means: the last that came out on paper, where one stands before `at`.

        A site that never was printed is called so too, but only where no newspaper was named.
        """
        if short_form.casefold() not in _PRESS or name_key(antecedent) not in word_list("sources/online_outlets"):
            return antecedent
        before = self._article.text[:at]
        for span, outlets in reversed(self._registry.names_in(before, Span(0, at))):
            name = before[span.start : span.end]
            printed = all(outlet.kind is OutletKind.NEWSPAPER for outlet in outlets)
            if printed and not any(name_key(outlet.name) in word_list("sources/online_outlets") for outlet in outlets):
                return name
        return antecedent

    def is_our_own(self, said: str) -> bool:
        """Whether a name is the short form of a publisher no registry holds, or "this newspaper" of any."""
        if self._publisher is None:
            return False
        return speaks_of_itself(said) or (not self._publisher.known and means_the_publisher(said, self._publisher))

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
        countries = {outlet.country for outlet, _ in self._mentioned.values() if outlet.kind not in _EVERYWHERE}
        return countries.pop() if len(countries) == 1 else None

    def _linked(self, candidates: tuple[Outlet, ...], place: Span | None) -> tuple[Outlet, ...]:
        """The only candidate that a link of the place's sentence (without a place: any link) leads to."""
        if not self._links:
            return ()
        near = self._sentence(place) if place else None
        led_to = {outlet.id for span, outlet in self._links if near is None or near.meets(span)}
        return _only(outlet for outlet in candidates if outlet.id in led_to)

    @cached_property
    def _links(self) -> list[tuple[Span, Outlet]]:
        when = self._article.published
        led = ((link.span, self._registry.by_domain(link.url, when)) for link in self._article.links)
        return [(span, outlet) for span, outlet in led if outlet]

    def _sentence(self, place: Span) -> Span:
        text = self._article.text
        start = max(
            (end.end() for end in _SENTENCE_END.finditer(text, max(0, place.start - 600), place.start)), default=0
        )
        after = _SENTENCE_END.search(text, place.end, place.end + 600)
        return Span(start, after.start() + 1 if after else min(len(text), place.end + 600))

    def _named_in_full(self, candidates: tuple[Outlet, ...], place: Span | None) -> tuple[Outlet, ...]:
        """The only candidate that the text names unmistakably before the place, else anywhere."""
        named = [outlet for outlet in candidates if outlet.id in self._mentioned]
        at = place.start if place else 0
        before = [outlet for outlet in named if self._mentioned[outlet.id][1] < at]
        return _only(before or named)

    @cached_property
    def _mentioned(self) -> dict[str, tuple[Outlet, int]]:
        """The outlets that the text names unmistakably, by id, with where it first does."""
        text = self._article.text
        mentioned: dict[str, tuple[Outlet, int]] = {}
        for span, outlets in self._registry.names_in(text, Span(0, len(text))):
            if len(outlets) == 1:
                mentioned.setdefault(outlets[0].id, (outlets[0], span.start))
        return mentioned


def _foremost(candidates: tuple[Outlet, ...], said: str) -> tuple[Outlet, ...]:
    """The only candidate that everybody means by the name."""
    key = name_key(said)
    return _only(outlet for outlet in candidates if key in map(name_key, outlet.foremost))


def _only(outlets: Iterable[Outlet]) -> tuple[Outlet, ...]:
    found = tuple(outlets)
    return found if len(found) == 1 else ()
