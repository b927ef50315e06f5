"""Attributions on their way from a tagger's flat list to the numbered ones of the model: a tree of spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from provaudit.attribute.tagged import Tagged
from provaudit.model import Span

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution and those inside its content. All spans are sorted and point into the article's text."""

    source: Spans
    cue: Spans
    content: Spans
    confidence: float
    inner: tuple[Found, ...] = ()
    venue: Spans = ()
    credit: bool = False
    whole_text: bool = False
    hearsay: bool = False
    anonymity_reason: str | None = None

    @property
    def start(self) -> int:
        """Where the first of its words stands."""
        return min(span.start for span in self.parts)

    @property
    def end(self) -> int:
        """Where the last of its words ends."""
        return max(span.end for span in self.parts)

    @property
    def parts(self) -> Spans:
        """Source, cue and content together."""
        return (*self.source, *self.cue, *self.content)


def found(tagged: Tagged) -> Found:
    """Return what a tagger found, with its spans sorted."""
    return Found(
        tuple(sorted(tagged.source)), tuple(sorted(tagged.cue)), tuple(sorted(tagged.content)), tagged.confidence
    )


def in_order(attributions: Iterable[Found]) -> tuple[Found, ...]:
    """Return attributions by the place of their first word; of those that share a source, by their cues."""
    return tuple(sorted(attributions, key=_place))


def _place(one: Found) -> tuple[int, int]:
    if one.credit:
        return one.source[0].start, 0
    return one.start, min((span.start for span in one.cue), default=one.start)


def walk(attributions: Iterable[Found]) -> Iterator[Found]:
    """Yield every attribution of the trees, outer before inner."""
    for one in attributions:
        yield one
        yield from walk(one.inner)


def holds(outer: Iterable[Span], offset: int) -> bool:
    """Whether one of the spans holds the offset."""
    return any(span.start <= offset < span.end for span in outer)


def joined(spans: Iterable[Span]) -> Spans:
    """Return the spans sorted, overlapping and touching ones made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return tuple(merged)


def cut(spans: Iterable[Span], away: Span) -> Spans:
    """Return the spans without what they share with another."""
    left: list[Span] = []
    for span in spans:
        if not span.meets(away):
            left.append(span)
            continue
        if span.start < away.start:
            left.append(Span(span.start, away.start))
        if away.end < span.end:
            left.append(Span(away.end, span.end))
    return tuple(left)
