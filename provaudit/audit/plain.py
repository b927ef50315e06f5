"""An article as its reader sees it: without the markup that stands in the text of a Markdown draft.

Attributions are found in the plain copy, and their spans mapped back into the draft, whose text is never rewritten.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from provaudit.model import Article, Attribution, Mention, Span


class Plain:
    """A plain copy of an article, and the way back. Positions at a seam belong to the words beside it."""

    def __init__(self, article: Article) -> None:
        gaps = [span for span in article.markup if span.start < span.end]
        edges = [0, *(edge for gap in gaps for edge in gap), len(article.text)]
        # The kept pieces of the text, and where each begins in the copy.
        self._kept = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]
        lengths = [piece.end - piece.start for piece in self._kept]
        self._starts = [0, *accumulate(lengths)][: len(self._kept)]
        self._whole = article
        self.article = self._copied(article) if gaps else article

    def back(self, span: Span) -> Span:
        """The span in the draft that begins and ends with the same words; markup inside it is included."""
        if self.article is self._whole or span.start >= span.end:
            return span
        return Span(self._back(span.start), self._back(span.end - 1) + 1)

    def words(self, spans: Sequence[Span]) -> str:
        """The words of spans of the draft, without markup, joined as in the JSON contract."""
        return " … ".join(self._piecewise(span) for span in spans)

    def _piecewise(self, span: Span) -> str:
        if self.article is self._whole:
            return self._whole.text[span.start : span.end]
        ends = self._forth(span.start), self._forth(span.end)
        return self.article.text[ends[0] : ends[1]]

    def _back(self, offset: int) -> int:
        index = bisect_right(self._starts, offset) - 1
        return self._kept[index].start + offset - self._starts[index]

    def _forth(self, offset: int) -> int:
        index = bisect_right(self._kept, offset, key=lambda piece: piece.start) - 1
        if index < 0:
            return 0
        piece = self._kept[index]
        return self._starts[index] + min(offset, piece.end) - piece.start

    def _copied(self, article: Article) -> Article:
        text = "".join(article.text[piece.start : piece.end] for piece in self._kept)
        return replace(
            article,
            text=text,
            blocks=tuple(replace(block, span=self._span(block.span)) for block in article.blocks),
            links=tuple(replace(link, span=self._span(link.span)) for link in article.links),
            directives=tuple(replace(entry, offset=self._forth(entry.offset)) for entry in article.directives),
            anchors=(),
            markup=(),
        )

    def _span(self, span: Span) -> Span:
        return Span(self._forth(span.start), self._forth(span.end))

    def attributions(self, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
        """Attributions of the copy as attributions of the draft."""
        if self.article is self._whole:
            return tuple(found)
        return tuple(
            replace(
                entry,
                source=self._mention(entry.source),
                cue=self._mention(entry.cue),
                venue=self._mention(entry.venue),
                content=self._mention(entry.content),
            )
            for entry in found
        )

    def _mention(self, mention: Mention | None) -> Mention | None:
        if mention is None:
            return None
        spans = tuple(self.back(span) for span in mention.spans)
        return replace(mention, spans=spans, text=self._whole.words(*spans))
