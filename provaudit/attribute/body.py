"""The body of an article as the stages of this room share it: paragraphs, quotations, sentences, covered prose."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from provaudit.attribute.quotations import Quotation, covered, quotations
from provaudit.attribute.sentences import Word, sentence_spans, words
from provaudit.model import Article, BlockKind, Span

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Body:
    """`prose` is the whole text, spoken quotations covered; the other fields are sorted by position."""

    text: str
    prose: str
    blocks: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    verbatim: tuple[Span, ...]  # block quotations and embedded posts
    sentences: tuple[Span, ...]

    def sentence_at(self, offset: int) -> Span | None:
        """Return the sentence that holds the offset, if one does."""
        return _holding(self.sentences, offset)

    def block_at(self, offset: int) -> Span | None:
        """Return the paragraph that holds the offset, if one does."""
        return _holding(self.blocks, offset)

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the quotation (a scare quote too) that holds the offset, if one does."""
        index = bisect_right(self.quotations, offset, key=lambda one: one.span.start) - 1
        found = self.quotations[index] if index >= 0 else None
        return found if found is not None and offset < found.span.end else None

    def quotations_in(self, start: int, end: int) -> tuple[Quotation, ...]:
        """Return the quotations that start between two offsets."""
        first = bisect_left(self.quotations, start, key=lambda one: one.span.start)
        return self.quotations[first : bisect_left(self.quotations, end, key=lambda one: one.span.start)]

    def spoken_at(self, offset: int) -> bool:
        """Whether the offset stands inside quoted speech."""
        found = self.quotation_at(offset)
        return found is not None and found.spoken

    def is_verbatim(self, span: Span) -> bool:
        """Whether it is a block quotation or a post from its first word on."""
        index = bisect_right(self.verbatim, span.start, key=lambda block: block.start) - 1
        return index >= 0 and self.verbatim[index].start == span.start and self.verbatim[index].end >= span.end

    def words(self, span: Span) -> list[Word]:
        """Return the words and marks of a stretch of prose, each spoken quotation as one word."""
        return list(_words(self.prose, span))


@lru_cache(maxsize=256)
def _words(prose: str, span: Span) -> tuple[Word, ...]:
    """The words of a sentence, which many rules ask for in turn."""
    return tuple(words(prose[span.start : span.end], span, span.start))


def _holding(spans: Sequence[Span], offset: int) -> Span | None:
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[index] if index >= 0 and offset <= spans[index].end else None


def body_of(article: Article) -> Body:
    """Return the body of an article; without blocks every line that is not empty is a paragraph."""
    text = article.text
    blocks = [block.span for block in article.body]
    if not article.blocks:
        blocks = [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]
    verbatim = (BlockKind.QUOTE, BlockKind.TWEET)
    return read_body(text, blocks, tuple(block.span for block in article.body if block.kind in verbatim))


def read_body(text: str, blocks: Sequence[Span], verbatim: tuple[Span, ...] = ()) -> Body:
    """Return the body that these paragraphs of a text make; `verbatim` are its block quotations and posts."""
    quoted: list[Quotation] = []
    sentences: list[Span] = []
    pieces, at = [], 0
    for block in sorted(blocks):
        inside = quotations(text, block)
        prose = covered(text, block, inside)
        quoted += inside
        sentences += sentence_spans(prose, block.start)
        pieces += [text[at : block.start], prose]
        at = max(at, block.end)
    pieces.append(text[at:])
    return Body(text, "".join(pieces), tuple(sorted(blocks)), tuple(quoted), verbatim, tuple(sentences))
