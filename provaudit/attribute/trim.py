"""The ends of marked spans set right: no stray space, quotation marks in pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from provaudit.attribute.quote_marks import OPENING, RUNNING, quotation_states
from provaudit.model import Span

_OPEN: Final = "“„«‘\"'"
_CLOSE: Final = "”»’\"'"


def trimmed(text: str, spans: Sequence[tuple[int, int]], role: str) -> Iterator[Span]:
    """Yield `spans` without space at their ends and, for contents, with the quotation marks that belong to them."""
    for start, end in spans:
        span = _bare(text, *(_marked(text, start, end) if role == "content" else (start, end)))
        if span.start < span.end:
            yield span


def _bare(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _marked(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span with the marks at its ends that enclose it, and without its neighbours' marks."""
    while start < end and (text[start].isspace() or (text[start] in _CLOSE and not _opening(text, start))):
        start += 1
    while end > start and (text[end - 1].isspace() or (end < len(text) and _opening(text, end - 1))):
        end -= 1
    if start == end:
        return start, end
    if start and _opening(text, start - 1):
        start -= 1
    after = end + 1 if text[end : end + 1] in {",", ".", "!", "?"} else end
    if after < len(text) and text[after] in _CLOSE and _left_open(text[start:end]):
        end = after + 1
    return start, end


def _opening(text: str, at: int) -> bool:
    if text[at] not in _OPEN or at + 1 >= len(text) or text[at + 1].isspace():
        return False
    return at == 0 or text[at - 1].isspace() or text[at - 1] in "([—–" or text[at - 1] in _OPEN


def _left_open(span: str) -> bool:
    """Whether a quotation begun in the span is not ended in it."""
    return quotation_states(span)[-1] in {OPENING, RUNNING}
