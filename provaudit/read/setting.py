"""Setting strips as text: one after another with blank lines between, white space collapsed, places kept."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from provaudit.model import Anchor, Article, Block, BlockKind, Link, Span
from provaudit.read.addresses import absolute, leads_to_a_page
from provaudit.read.lines import convention, tidy
from provaudit.read.page_walk import Run, Strip
from provaudit.read.source_map import SourceMap

_PIECE = re.compile(r"\s+|[^\s]+")
_HOUR = re.compile(r"^\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?$", re.IGNORECASE)
_BETWEEN = "\n\n"


def with_kinds(strips: Sequence[Strip]) -> list[Strip]:
    """The strips with credit lines told, and quotations that repeat the body told from those that do not."""
    plain = f" {' '.join(' '.join(strip.tokens) for strip in strips if strip.kind is BlockKind.PARAGRAPH)} "
    done = []
    for strip in strips:
        kind = strip.kind
        # Only of these is it asked: the search costs the length of the text.
        quotes = kind in {BlockKind.PULL_QUOTE, BlockKind.QUOTE} or _is_bare_quotation(strip)
        own = kind is BlockKind.PARAGRAPH  # and then once in the text by itself
        repeats = quotes and len(strip.tokens) > 3 and plain.count(f" {' '.join(strip.tokens)} ") > own
        if kind is BlockKind.PULL_QUOTE and not repeats:
            kind = BlockKind.QUOTE
        elif repeats:
            kind = BlockKind.PULL_QUOTE
        elif kind in {BlockKind.PARAGRAPH, BlockKind.ITEM} and convention(tidy(strip.words)) is BlockKind.CREDIT:
            kind = BlockKind.CREDIT
        elif kind is BlockKind.PARAGRAPH and _HOUR.match(tidy(strip.words)):
            kind = BlockKind.HEADING  # the time over an entry of a live blog
        done.append(replace(strip, kind=kind))
    return done


def _is_bare_quotation(strip: Strip) -> bool:
    """Whether a paragraph is nothing but words in quotation marks."""
    words = tidy(strip.words) if strip.kind is BlockKind.PARAGRAPH else ""
    bare = words.startswith(("“", '"')) and words.endswith(("”", '"'))
    return bare and not re.search(r"[“”\"]", words[1:-1])


@dataclass(slots=True)
class Setting:
    """The text as it is set: strips one after another, with their blocks, links and places in the source."""

    base: str = ""
    sources: SourceMap | None = None
    pieces: list[str] = field(default_factory=list)
    size: int = 0
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)

    def add(self, strip: Strip, paragraph: int = 0) -> None:
        """Set one strip as a block; its place is its paragraph's number where there is no source to point into."""
        separator = _BETWEEN if self.size else ""
        start = self.size + len(separator)
        words, marks, links = _set(strip.runs, start)
        if not words:
            return
        self.pieces += [separator, words]
        self.size = start + len(words)
        self.blocks.append(Block(Span(start, self.size), strip.kind))
        self.links += [
            Link(Span(low, high), absolute(self.base, href)) for low, high, href in links if leads_to_a_page(href)
        ]
        if self.sources is None:
            self.anchors.append(Anchor(start, paragraph, 1))
            return
        ends = [*(offset for offset, _ in marks[1:]), self.size]
        for (offset, at), end in zip(marks, ends, strict=True):
            self.anchors += self._anchors(offset, at, end)

    def _anchors(self, offset: int, at: int, end: int) -> list[Anchor]:
        """An anchor at the offset, and one wherever the source stops running in step with the text: at entities."""
        if at < 0 or self.sources is None:
            return []
        cuts = [at, *self.sources.cuts(at, at + end - offset)]
        return [Anchor(offset + cut - at, *self.sources.place(cut)) for cut in cuts]

    def article(self) -> Article:
        """Everything set; what is known of the article besides is for the caller to add."""
        return Article(
            text="".join(self.pieces),
            sha256="",
            blocks=tuple(self.blocks),
            links=tuple(self.links),
            anchors=tuple(self.anchors),
        )


Marks = list[tuple[int, int]]
Anchored = list[tuple[int, int, str]]


def _set(runs: Sequence[Run], start: int) -> tuple[str, Marks, Anchored]:
    """The runs with white space collapsed: text, (offset, flat place) where the two stop running in step, links."""
    pieces: list[str] = []
    marks: Marks = []
    links: Anchored = []
    size, pending = start, ""
    step: int | None = None
    for run in runs:
        low = -1
        for match in _PIECE.finditer(run.words):
            word = match[0]
            if word.isspace():
                pending = _space(run, pending)
                # Past a line end of the source, columns are counted anew.
                step = None if "\n" in word else step
                continue
            if size > start and pending:
                pieces.append(pending)
                size += 1
            pending = ""
            at = run.at + match.start() if run.at >= 0 else -1
            if step is None or at - size != step:
                marks.append((size, at))
                step = at - size
            low = size if low < 0 else low
            pieces.append(word)
            size += len(word)
        if run.href and low >= 0:
            links.append((low, size, run.href))
    return "".join(pieces), marks, _joined(links)


def _space(run: Run, pending: str) -> str:
    """What stands for the white space so far: a line break or a cell's end outweighs plain space."""
    if run.at < 0 and run.words in {"\n", "\t"}:
        return run.words
    return pending or " "


def _joined(links: Anchored) -> Anchored:
    """Links that several text nodes make up ("<a><b>two</b> parts</a>") as one."""
    done: Anchored = []
    for low, high, href in links:
        if done and done[-1][2] == href and low - done[-1][1] <= 1:
            done[-1] = (done[-1][0], high, href)
        else:
            done.append((low, high, href))
    return done
