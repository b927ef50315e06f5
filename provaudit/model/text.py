"""The text of a draft or page, and its parts."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

# Soft hyphens, zero-width spaces, word joiners and byte order marks: pasted copy is full of them, and nobody sees them.
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class Place(NamedTuple):
    """A line and a column of the input file, both counted from 1."""

    line: int
    column: int


class Anchor(NamedTuple):
    """A point of `Article.text` whose place in the input file is known."""

    offset: int
    line: int
    column: int


class BlockKind(StrEnum):
    """What a stretch of an article is, as far as its layout tells."""

    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"  # a block quotation
    PULL_QUOTE = "pull-quote"  # repeats the body in large type: not audited twice
    TWEET = "tweet"  # an embedded post
    CAPTION = "caption"
    TABLE = "table"
    CODE = "code"
    CREDIT = "credit"  # "Sources A, B", "via X": attributions of kind credit only
    FURNITURE = "furniture"  # navigation, promo, byline and boilerplate lines: never audited


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list item, heading or furniture line; its span excludes line ends and markup."""

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the body. `span` covers the anchor words in the text; `url` is absolute where it can be."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class Directive:
    """An instruction to provaudit found in the input: `ignore[PA101] reason`, `ignore-file[…]`, `off`, `on`.

    `offset` is where it stands in the text (for markup that is not in the text: where the next block starts);
    `line` is its line in the file.
    """

    text: str
    offset: int
    line: int


@dataclass(frozen=True, slots=True)
class Article:
    """A draft under audit, or an upstream page.

    `published` is ISO 8601, with as much precision as is known. `anchors` map offsets to places where the text
    is not the file itself (HTML, docx); without them places are counted in the text. `declared_sources` are the
    blocks of kind credit. `paywalled` and `soft_404` hold for web pages alone.
    """

    text: str
    sha256: str
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    path: str | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    canonical_url: str | None = None
    format: str = "text"  # text | markdown | html | docx | ninjs | ans | newsml | nitf | wxr
    anchors: tuple[Anchor, ...] = ()
    directives: tuple[Directive, ...] = ()
    markup: tuple[Span, ...] = ()  # of Markdown: what a reader of the rendered page does not see
    paywalled: bool = False
    soft_404: bool = False
    notes: tuple[str, ...] = ()  # said on stderr: a guessed encoding, mojibake, a language not audited
    feeds: tuple[str, ...] = ()  # feed addresses the page advertises
    rest_api: str | None = None  # WordPress REST root the page advertises
    search: str | None = None  # OpenSearch description or search template the page advertises

    @property
    def furniture(self) -> tuple[Span, ...]:
        """Navigation, promo, credit and boilerplate lines, in order."""
        kinds = (BlockKind.FURNITURE, BlockKind.CREDIT)
        return tuple(block.span for block in self.blocks if block.kind in kinds)

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks whose attributions are audited, the headline included."""
        skipped = (BlockKind.FURNITURE, BlockKind.CREDIT, BlockKind.PULL_QUOTE, BlockKind.CODE)
        return tuple(block for block in self.blocks if block.kind not in skipped)

    def words(self, *spans: Span) -> str:
        """The exact words of the spans; several are joined by an ellipsis, as the JSON contract says."""
        return " … ".join(self.text[span.start : span.end] for span in spans)

    def as_read(self, *spans: Span) -> str:
        """The words of the spans without markup, as a reader of the rendered page has them; several joined alike."""
        return " … ".join(self._without_markup(span) for span in spans)

    def _without_markup(self, span: Span) -> str:
        parts, at = [], span.start
        for mark in self.markup[bisect_right(self.markup, span.start, key=lambda one: one.end) :]:
            if mark.start >= span.end:
                break
            parts.append(self.text[at : mark.start])
            at = max(at, mark.end)
        return "".join((*parts, self.text[at : span.end]))

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the offset, if one does."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        if index < 0 or self.blocks[index].span.end < offset:
            return None
        return self.blocks[index]

    def place(self, offset: int) -> Place:
        """Line and column in the input file of an offset into the text."""
        if self.anchors:
            index = max(0, bisect_right(self.anchors, offset, key=lambda anchor: anchor.offset) - 1)
            anchor = self.anchors[index]
            return Place(anchor.line, anchor.column + max(0, offset - anchor.offset))
        line_start = self.text.rfind("\n", 0, offset) + 1
        return Place(self.text.count("\n", 0, offset) + 1, offset - line_start + 1)
