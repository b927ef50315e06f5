"""What every audit of a run shares: the registry, the tagger, the rules' settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from provaudit.attribute import attribute
from provaudit.attribute.reading_copy import ReadingCopy, in_text, reading_copy
from provaudit.identify import Registry, identify, publisher_of
from provaudit.match import Reads, SecondReader
from provaudit.model import Article, Attribution, Audit, Independence, Outlet, Source

if TYPE_CHECKING:
    from provaudit.attribute.tagged import Tagger


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts that read a text, loaded once. `publisher` is the name given by option or config.

    `reads` says whether a page says a claim in other words; without it the words they share decide.
    """

    registry: Registry
    tagger: Tagger
    publisher: str | None = None
    reads: Reads | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article's own words give: its sources and attributions, and its publisher; the network is not asked."""

    article: Article
    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]
    publisher: Outlet | None
    copy: ReadingCopy


def open_desk(*, outlets: Path | None = None, model: str = "learned", publisher: str | None = None) -> Desk:
    """Load the registry and the tagger (`model`: learned, or none for the rules and word lists alone)."""
    return Desk(Registry.load(outlets), _tagger(model), publisher, None if model == "none" else SecondReader())


def _tagger(model: str) -> Tagger:
    # Each engine is imported only when it is the one asked for: the learned one brings numpy and onnxruntime.
    if model == "none":
        from provaudit.attribute.rule_tagger import RuleTagger

        return RuleTagger()
    from provaudit.attribute.tagger import LearnedTagger

    return LearnedTagger.load()


def reading(article: Article, desk: Desk, publisher: Outlet | None = None) -> Reading:
    """Attribute and identify one article. `publisher` overrides what its metadata say."""
    publisher = publisher or publisher_of(article, desk.registry, desk.publisher)
    # Names are read where marks and broken lines do not spoil them, and told in the article's own offsets.
    copy = reading_copy(article)
    attributions = attribute(copy.article, desk.tagger, desk.registry)
    sources, attributions = identify(copy.article, attributions, desk.registry, publisher)
    return Reading(article, sources, in_text(attributions, copy, article), publisher, copy)


def extract(article: Article, desk: Desk) -> Audit:
    """An audit that stops at the attributions: no claims, no findings."""
    read = reading(article, desk)
    return Audit(article, read.sources, read.attributions, (), Independence())
