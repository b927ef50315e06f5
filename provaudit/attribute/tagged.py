"""What a tagger finds, and what a tagger is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from provaudit.model import Span


@dataclass(frozen=True, slots=True)
class Tagged:
    """One attribution as a tagger marks it: half-open code-point spans into the text.

    `source` is empty where none is named; `confidence` is between 0 and 1.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float


class Tagger(Protocol):
    """Anything that finds attributions in the blocks of a text."""

    def tag(self, text: str, blocks: Sequence[Span]) -> tuple[Tagged, ...]:
        """Return the outermost attributions in `blocks` of `text`, sorted by position."""
        ...
