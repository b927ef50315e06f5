"""An article as one reads it: without what nobody reads, each paragraph on one line; and the way back.

The text of an article is never rewritten, but a tagger that meets "[Radio Pelham](https://…) said" or a paragraph
broken at 72 columns misreads it. So the copy is read, and what is found is mapped to the text itself.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from provaudit.model import Article, Attribution, Block, Link, Mention, Span
from provaudit.model.text import INVISIBLE

_LINE_END: Final = re.compile(r"[ \t]*\r?\n[ \t]*(?:>[ \t]?)*")


@dataclass(frozen=True, slots=True)
class ReadingCopy:
    """A copy, and the way back to the text: pieces of it begin at `starts` in the copy, at `origins` in the text.

    `links` are the spans, in the text, of whole Markdown links with those of their words.
    """

    article: Article
    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    links: tuple[tuple[Span, Span], ...]

    def span_in_text(self, span: Span) -> Span:
        """Return the span of the text that a span of the copy was made from; a link it goes beyond is whole in it."""
        start, end = self.origin(span.start), self.origin(span.end - 1) + 1
        for whole, words in self.links:
            if start == words.start and end > words.end:
                start = whole.start
            if end == words.end and start < words.start:
                if self.text[start : whole.start].lower() in ("the ", "a ", "an "):
                    return words  # the [Courier](…): its name alone reads better
                end = whole.end
        return Span(start, end)

    def origin(self, offset: int) -> int:
        """Return where in the text a character of the copy comes from."""
        piece = bisect_right(self.starts, offset) - 1
        return self.origins[piece] + offset - self.starts[piece]

    def place(self, offset: int) -> int:
        """Return where in the copy a character of the text stands, or would stand."""
        piece = bisect_right(self.origins, offset) - 1
        after = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.article.text)
        return min(self.starts[piece] + offset - self.origins[piece], after)

    def words(self, spans: Sequence[Span]) -> str:
        """Return the words of spans of the text as the copy has them, joined by an ellipsis."""
        text = self.article.text
        return " … ".join(text[self.place(span.start) : self.place(span.end)] for span in spans)


def reading_copy(article: Article) -> ReadingCopy:
    """Return the copy of an article; one that holds neither marks nor broken lines is its own."""
    pieces: list[str] = []
    starts, origins, blocks = list[int](), list[int](), list[Block]()
    length = 0

    def keep(start: int, text: str) -> None:
        nonlocal length
        if text:
            pieces.append(text)
            starts.append(length)
            origins.append(start)
            length += len(text)

    at = 0
    for block in article.blocks:
        keep(at, article.text[at : block.span.start])
        begin, at = length, block.span.start
        for left_out, instead in _left_out(article, block.span):
            keep(at, article.text[at : left_out.start])
            keep(left_out.end - 1, instead)
            at = left_out.end
        keep(at, article.text[at : block.span.end])
        at = block.span.end
        blocks.append(replace(block, span=Span(begin, length)))
    keep(at, article.text[at:])
    text = "".join(pieces)
    if text == article.text:
        return ReadingCopy(article, text, (0,), (0,), ())
    made = replace(article, text=text, blocks=tuple(blocks), markup=(), anchors=())
    copy = ReadingCopy(made, article.text, tuple(starts), tuple(origins), _whole_links(article))
    return replace(copy, article=replace(made, links=tuple(_placed(link, copy) for link in article.links)))


def _placed(link: Link, copy: ReadingCopy) -> Link:
    return replace(link, span=Span(copy.place(link.span.start), copy.place(link.span.end)))


def _left_out(article: Article, block: Span) -> Iterator[tuple[Span, str]]:
    """Yield what the copy leaves out of a paragraph, and what it has instead."""
    first = bisect_right(article.markup, block.start, key=lambda span: span.end)
    marks = [(span, "") for span in _until(article.markup, first, block.end)]
    ends = [(Span(*found.span()), " ") for found in _LINE_END.finditer(article.text, block.start, block.end)]
    unseen = [(Span(*found.span()), "") for found in INVISIBLE.finditer(article.text, block.start, block.end)]
    at = block.start
    for span, instead in sorted(marks + ends + unseen):
        if span.start >= at:
            yield span, instead
            at = span.end


def _until(spans: Sequence[Span], first: int, end: int) -> Iterator[Span]:
    while first < len(spans) and spans[first].start < end:
        yield spans[first]
        first += 1


def _whole_links(article: Article) -> tuple[tuple[Span, Span], ...]:
    """Return the links whose words stand between two marks, with those marks."""
    before = {span.end: span.start for span in article.markup}
    after = {span.start: span.end for span in article.markup}
    return tuple(
        (Span(before[link.span.start], after[link.span.end]), link.span)
        for link in article.links
        if link.span.start in before and link.span.end in after
    )


def in_text(attributions: tuple[Attribution, ...], copy: ReadingCopy, article: Article) -> tuple[Attribution, ...]:
    """Return attributions that were read in a copy as attributions of the article itself."""
    if copy.article is article:
        return attributions

    def moved(mention: Mention | None) -> Mention | None:
        if mention is None:
            return None
        spans = tuple(copy.span_in_text(span) for span in mention.spans)
        return replace(mention, text=article.as_read(*spans), spans=spans)

    return tuple(
        replace(
            one,
            source=moved(one.source),
            cue=moved(one.cue),
            venue=moved(one.venue),
            content=moved(one.content),
        )
        for one in attributions
    )
