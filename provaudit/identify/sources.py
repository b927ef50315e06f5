"""Gives each mention of a draft its source, and each source one id under all the names the draft gives it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from provaudit.identify.desk import Desk
from provaudit.identify.meaning import Meaning
from provaudit.identify.registry import Registry
from provaudit.model import Article, Attribution, Mention, Outlet, Source


def identify(
    article: Article, attributions: tuple[Attribution, ...], registry: Registry, publisher: Outlet | None = None
) -> tuple[tuple[Source, ...], tuple[Attribution, ...]]:
    """The sources of a draft, S1 on in the order they are met, and the attributions with their mentions' ids filled.

    A mention of outlets or people named side by side has several ids. A venue has one only where it is an outlet.
    """
    desk = Desk(article, attributions, registry, publisher)
    book = _Book()
    filled = []
    for attribution in attributions:
        source, venue = attribution.source, attribution.venue
        if source is not None:
            source = _with_ids(source, book.enter(desk.meanings(attribution, source), attribution.anonymity_reason))
        if venue is not None:
            venue = _with_ids(venue, book.enter(desk.venues(venue), None))
        filled.append(replace(attribution, source=source, venue=venue))
    return book.sources(), tuple(filled)


def _with_ids(mention: Mention, ids: tuple[str, ...]) -> Mention:
    return replace(mention, sources=ids)


class _Book:
    """The sources met so far, by the key of their meaning."""

    def __init__(self) -> None:
        self._sources: dict[str, Source] = {}

    def enter(self, meanings: Iterable[Meaning], reason: str | None) -> tuple[str, ...]:
        """The ids of the meanings, new ones where they are met for the first time."""
        ids = []
        for meaning in meanings:
            known = self._sources.get(meaning.key)
            source = known or Source(f"S{len(self._sources) + 1}", meaning.kind, meaning.name)
            source = replace(
                source,
                outlet=source.outlet or meaning.outlet,
                candidates=source.candidates or meaning.candidates,
                anonymity=source.anonymity or meaning.anonymity,
                anonymity_reason=source.anonymity_reason or reason,
            )
            self._sources[meaning.key] = source
            if source.id not in ids:
                ids.append(source.id)
        return tuple(ids)

    def sources(self) -> tuple[Source, ...]:
        """All of them, in the order they were met."""
        return tuple(self._sources.values())
