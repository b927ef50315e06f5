"""Plain text with newsroom conventions. The text is the file; blocks point into it."""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from provaudit.model import Anchor, Block, BlockKind, Link, Span
from provaudit.read.dates import is_date_line, iso_date
from provaudit.read.lines import byline_names, convention, is_end_mark, tidy

_LINE_END = re.compile(r"\r\n|\n|\r")
_QUOTING = re.compile(r"(?:>[ \t]?)+")
_MARKER = re.compile(r"(?:[-*•‣◦▪·–]|\(?\d{1,2}[.)])[ \t]+(?=\S)")
_LABEL = re.compile(
    r"(?P<label>headline|title|subject|hed|byline|author|by|date|published|publisher|outlet)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^[A-Z][\w .,'’-]{1,60}\s*(?:\([^)]{2,40}\))?\s*(?:—|–|--|-)\s+\S|^\([A-Z][^)]{1,40}\)\s*(?:—|–|--|-)"
)
_URL = re.compile(r"https?://[^\s<>\"'“”‘’\])]+[^\s<>\"'“”‘’\]).,;:!?]")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")
# Wider lines than this are paragraphs of their own; narrower ones than the least are lists or verse.
_WIDEST_WRAP, _NARROWEST_WRAP = 110, 40


class Line(NamedTuple):
    """A line's words without indent, quoting and line end; `quoted` tells of e-mail quoting."""

    span: Span
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Plain:
    """What a plain text says: its blocks, and the metadata plainly given in it."""

    blocks: tuple[Block, ...]
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    publisher: str | None = None
    links: tuple[Link, ...] = ()
    anchors: tuple[Anchor, ...] = ()


def read_plain(text: str) -> Plain:
    """Blocks and metadata of a plain text; offsets point into `text` itself."""
    groups = _groups(text)
    quoted = [line.quoted for group in groups for line in group]
    # A text that is quoted throughout is a forwarded draft, not a draft that quotes.
    as_quote = sum(quoted) * 3 < len(quoted) * 2
    spans = [(span, quote and as_quote) for group in groups for span, quote in _paragraphs(text, group)]
    plain = _classify(text, spans)
    links = tuple(Link(Span(*match.span()), match[0]) for match in _URL.finditer(text))
    return replace(plain, links=links, anchors=_anchors(text))


def _anchors(text: str) -> tuple[Anchor, ...]:
    """Where each line starts, for files with the bare carriage returns that nothing else counts as line ends."""
    if not re.search(r"\r(?!\n)", text):
        return ()
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    return tuple(Anchor(start, number, 1) for number, start in enumerate(starts, start=1))


def _groups(text: str) -> list[list[Line]]:
    """Runs of lines with no blank line between."""
    groups: list[list[Line]] = [[]]
    start = 0
    ends = [*((match.start(), match.end()) for match in _LINE_END.finditer(text)), (len(text), len(text))]
    for end, after in ends:
        line = _line(text, start, end)
        start = after
        if line.span.start == line.span.end:
            groups.append([])
        else:
            groups[-1].append(line)
    return [group for group in groups if group]


def _line(text: str, start: int, end: int) -> Line:
    span = _trim(text, start, end)
    marks = _QUOTING.match(text, span.start, span.end)
    if marks is None:
        return Line(span)
    return Line(_trim(text, marks.end(), span.end), quoted=True)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _paragraphs(text: str, group: list[Line]) -> list[tuple[Span, bool]]:
    """The paragraphs of a run of lines: hard-wrapped lines are joined, others stand alone."""
    width = max(line.span.end - line.span.start for line in group)
    # Of wrapped lines one in eight ends with a sentence; where most do, each is a paragraph.
    ends = sum(_SENTENCE_END.search(text[line.span.start : line.span.end]) is not None for line in group[:-1])
    if len(group) > 2 and ends * 10 > 6 * (len(group) - 1):
        width = 0
    joined: list[tuple[Span, bool]] = []
    last: Line | None = None
    for line in group:
        in_list = bool(joined) and _MARKER.match(text, joined[-1][0].start) is not None
        if last is not None and _continues(text, last, line, width, in_list=in_list):
            joined[-1] = (Span(joined[-1][0].start, line.span.end), line.quoted)
        else:
            joined.append((line.span, line.quoted))
        last = line
    return joined


def _continues(text: str, last: Line, line: Line, width: int, *, in_list: bool) -> bool:
    """Whether `line` goes on the paragraph of `last`: the next word would not have fitted on the line before."""
    above, below = text[last.span.start : last.span.end], text[line.span.start : line.span.end]
    if last.quoted != line.quoted or not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    # A dash at the start of a line is a list's, unless it is in the middle of a sentence.
    marked = _MARKER.match(below) and (in_list or re.search(r"[.:;!?”\"]$", above))
    if marked or is_end_mark(below) or byline_names(above) or byline_names(below):
        return False
    if not _SENTENCE_END.search(above) and below[0].islower() and len(above) > width // 2:
        return True
    first_word = below.split(maxsplit=1)[0]
    # A wrapper fills each line; eight columns of slack forgive those that balance the lines, but not after a sentence.
    slack = 0 if _SENTENCE_END.search(above) else 8
    return len(above) * 5 >= width * 3 and len(above) + 1 + len(first_word) > width - slack


def _classify(text: str, spans: list[tuple[Span, bool]]) -> Plain:
    """Kinds for the paragraphs, and title, byline and date from the lines above the body."""
    plain = Plain(())
    blocks: list[Block] = []
    in_body = 0  # paragraphs of running text so far
    for index, (span, quoted) in enumerate(spans):
        words = text[span.start : span.end]
        more = index + 1 < len(spans)
        if in_body < 3:
            found = _above_the_body(plain, text, span, more=more)
            if found is not None:
                plain, block = found
                blocks.append(block)
                continue
        block = Block(span, _kind(words, quoted=quoted, more=more))
        if block.kind is BlockKind.ITEM:
            marker = _MARKER.match(words)
            block = Block(Span(span.start + (marker.end() if marker else 0), span.end), BlockKind.ITEM)
        in_body += block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE}
        blocks.append(block)
    return replace(plain, blocks=tuple(blocks))


def _above_the_body(plain: Plain, text: str, span: Span, *, more: bool) -> tuple[Plain, Block] | None:
    """The headline, byline, date or labelled line that `span` is, with what it says; None for anything else."""
    words = text[span.start : span.end]
    labelled = _labelled(plain, words, span)
    if labelled is not None:
        return labelled
    names = byline_names(words)
    if names and plain.byline is None:
        return replace(plain, byline=names, published=plain.published or iso_date(words)), Block(
            span, BlockKind.FURNITURE
        )
    if is_date_line(tidy(words)):
        # When a text was updated is not when it came out.
        updated = tidy(words).casefold().startswith(("updated", "last updated", "modified"))
        published = plain.published or (None if updated else iso_date(words))
        return replace(plain, published=published), Block(span, BlockKind.FURNITURE)
    if plain.title is None and more and _is_headline(words):
        return replace(plain, title=" ".join(words.split())), Block(span, BlockKind.HEADLINE)
    return None


def _labelled(plain: Plain, words: str, span: Span) -> tuple[Plain, Block] | None:
    match = _LABEL.match(words)
    if match is None or "\n" in words:
        return None
    label, value = match["label"].lower(), words[match.end() :].strip()
    if label in {"headline", "title", "subject", "hed"} and plain.title is None:
        return replace(plain, title=value), Block(Span(span.start + match.end(), span.end), BlockKind.HEADLINE)
    furniture = Block(span, BlockKind.FURNITURE)
    if label in {"byline", "author", "by"} and len(value) <= 120:
        return replace(plain, byline=plain.byline or re.sub(r"^[Bb]y ", "", value)), furniture
    if label in {"date", "published"} and iso_date(value):
        return replace(plain, published=plain.published or iso_date(value)), furniture
    if label in {"publisher", "outlet"} and len(value) <= 80:
        return replace(plain, publisher=plain.publisher or value), furniture
    return None


def _is_headline(words: str) -> bool:
    line = tidy(words)
    if convention(line, top=True) is not None or len(line) > 200 or line.count(" ") > 30 or _DATELINE.match(line):
        return False
    if line.endswith((".", ",", ";", ":", ".”", '."')):
        return False
    # A long line that ends in a question or a quotation is a sentence.
    return line.count(" ") < 16 or not re.search(r"[?!”\"’']$", line)


def _kind(words: str, *, quoted: bool, more: bool) -> BlockKind:
    kind = convention(words)
    if kind is not None:
        return kind
    if quoted:
        return BlockKind.QUOTE
    if _MARKER.match(words):
        return BlockKind.ITEM
    line = tidy(words)
    short = len(line) <= 80 and line.count(" ") < 12 and "\n" not in words
    if more and short and line[0].isupper() and not re.search(r"[.,;:!?…\"”’')\]]$|\bsaid\b", line):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH
