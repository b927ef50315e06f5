"""An attribution in the making, as the rules read it."""

from dataclasses import dataclass

from provaudit.model import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """Spans of one attribution. `awaits` says that its content stands in the next paragraph ("She said:")."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    quoted: bool = False
    awaits: bool = False
