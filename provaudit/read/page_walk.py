"""The walk through a page: from the parser's tree to strips of text, one for each paragraph, item, cell row or caption.

selectolax parses and owns the text. What a strip is worth is not decided here, only what it is and where it hangs.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from provaudit.model import BlockKind
from provaudit.read.directives import directive_of
from provaudit.read.page_names import Shut, kind_of_names, names_of, shut_of
from provaudit.read.source_map import SourceMap

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


class Run(NamedTuple):
    """Words of one text node: where they start in the source's flat text (-1 unknown), and the link they are in."""

    words: str
    at: int
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """An element that strips hang under: its parent's number (-1 for the root), tag, names, and what shuts it out."""

    parent: int
    tag: str
    names: str
    shut: Shut | None = None


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch of text between two block boundaries. `element` numbers the innermost element with a boundary."""

    kind: BlockKind
    runs: tuple[Run, ...]
    element: int
    tokens: tuple[str, ...]
    linked: int  # how many of the tokens stand in links
    words: str  # the text with single spaces, to compare with

    @property
    def link_share(self) -> float:
        """Share of the words that stand in links, 0..1."""
        return self.linked / len(self.tokens) if self.tokens else 1.0


@dataclass(frozen=True, slots=True)
class Walked:
    """All strips of a page in document order, the elements they hang under, and the directives among them.

    A directive comes with the number of the strip that follows it and its place in the source.
    """

    strips: tuple[Strip, ...]
    elements: tuple[Element, ...]
    directives: tuple[tuple[str, int, int], ...]  # words, number of the next strip, line

    def above(self, element: int) -> list[int]:
        """The numbers of the element and its ancestors, innermost first."""
        chain = []
        while element >= 0:
            chain.append(element)
            element = self.elements[element].parent
        return chain


_SKIPPED = frozenset(
    "script style template svg math head iframe object embed canvas audio video select option button textarea input "  # noqa: SIM905
    "datalist meter progress map area frameset noframes applet dialog noscript".split()
)
_EMPTY = frozenset("img input wbr meta link source param track embed base col amp-img amp-pixel".split())  # noqa: SIM905
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp "  # noqa: SIM905
    "small "
    "span strike strong sub sup time tt u var picture bdi slot".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KINDS = {
    "blockquote": BlockKind.QUOTE, "figcaption": BlockKind.CAPTION, "li": BlockKind.ITEM, "dd": BlockKind.ITEM,
    "dt": BlockKind.ITEM, "pre": BlockKind.CODE, "tr": BlockKind.TABLE, "caption": BlockKind.CAPTION,
} | dict.fromkeys(_HEADINGS, BlockKind.HEADING)  # fmt: skip
# Which of two nested kinds wins: a heading in a list item is a heading, a list item in a tweet is the tweet's.
_WEIGHT = {
    BlockKind.PARAGRAPH: 0, BlockKind.TABLE: 1, BlockKind.ITEM: 2, BlockKind.QUOTE: 3, BlockKind.HEADING: 4,
    BlockKind.CAPTION: 5, BlockKind.CODE: 5, BlockKind.PULL_QUOTE: 6, BlockKind.TWEET: 7,
}  # fmt: skip
_TOKEN = re.compile(r"\w+")
_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*$")
_LONG_LINE = 8  # words


class _Frame(NamedTuple):
    """What an open element means for the text in it."""

    kind: BlockKind
    element: int
    href: str | None
    block: bool
    layout: bool = True  # whether the table it is in only lays out the page


def _is_layout(table: "LexborNode") -> bool:
    """Whether a table holds running text rather than data."""
    if (table.attributes.get("role") or "") in {"presentation", "none"} or table.css_first(
        "table table, h1, h2, p + p, article"
    ):
        return True
    return any(len(cell.text()) > 400 for cell in table.css("td"))


@dataclass(slots=True)
class _Walk:
    """The state of one walk."""

    sources: SourceMap
    strips: list[Strip] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    directives: list[tuple[str, int, int]] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    breaks: int = 0
    commented: int = 0  # how far in the source directives have been found
    frame: _Frame = field(default_factory=lambda: _Frame(BlockKind.PARAGRAPH, 0, None, block=True))

    def flush(self) -> None:
        """End the strip at a block boundary."""
        runs, self.runs, self.breaks = tuple(self.runs), [], 0
        for part in _paragraphs(runs) if any(run.words == "\n" for run in runs) else (runs,):
            self._strip(part)

    def _strip(self, runs: tuple[Run, ...]) -> None:
        text = "".join(run.words for run in runs)
        if not text or text.isspace():
            return
        tokens = tuple(_TOKEN.findall(text.casefold()))
        linked = len(_TOKEN.findall(" ".join(run.words for run in runs if run.href)))
        words = " ".join(text.split())
        self.strips.append(Strip(self.frame.kind, runs, self.frame.element, tokens, min(linked, len(tokens)), words))

    def text(self, words: str) -> None:
        """Take a text node in."""
        at = self.sources.take(words)
        if self.breaks and not words.isspace():
            if self.breaks > 1:
                self.flush()
            else:
                self.runs.append(Run("\n", -1))
            self.breaks = 0
        self.runs.append(Run(words, at, self.frame.href))

    def comment(self, words: str) -> None:
        """Keep a comment that is a directive."""
        found = directive_of(words)
        if found is not None:
            at = self.sources.source.find(words.strip(), self.commented)
            self.commented = max(self.commented, at + len(words.strip()))
            line = self.sources.source.count("\n", 0, max(0, at)) + 1
            number = len(self.strips) + bool("".join(run.words for run in self.runs).strip())
            self.directives.append((found, number, line))

    def enter(self, node: "LexborNode", tag: str) -> _Frame:
        """The frame of a child element; a block ends the strip before it."""
        outer = self.frame
        attributes = node.attributes
        href = attributes.get("href") if tag == "a" else None
        # "o:p" and its like come out of Word; a site's own elements are words of a paragraph where they stand in one.
        own = "-" in tag and self.elements[outer.element].tag in {"p", *_HEADINGS}
        if tag in _INLINE or ":" in tag or own:
            return outer._replace(href=href or outer.href, block=False) if tag == "a" else outer._replace(block=False)
        # A cell ends no strip: the cells of a row are read together.
        if tag in {"td", "th"} and not outer.layout:
            if any(not run.words.isspace() for run in self.runs):
                self.runs.append(Run("\t", -1))
            return outer._replace(block=False)
        self.flush()
        names = names_of(attributes, tag)
        layout = _is_layout(node) if tag == "table" else outer.layout
        kind = kind_of_names(tag, names) or (outer.kind if tag == "tr" and layout else _KINDS.get(tag, outer.kind))
        kind = kind if _WEIGHT[kind] >= _WEIGHT[outer.kind] or tag == "blockquote" else outer.kind
        self.elements.append(Element(outer.element, tag, names, shut_of(tag, names, attributes)))
        return _Frame(kind, len(self.elements) - 1, href or outer.href, block=True, layout=layout)


def _paragraphs(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """Lines that single breaks part, those that are whole paragraphs apart: the one before ends a sentence."""
    parts: list[list[Run]] = [[]]
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.words == "\n" and run.at < 0:
            lines.append([])
        else:
            lines[-1].append(run)
    before = ""
    for line in lines:
        words = "".join(run.words for run in line).strip()
        apart = len(before.split()) >= _LONG_LINE <= len(words.split()) and _SENTENCE.search(before)
        if apart:
            parts.append(line)
        else:
            parts[-1] += [Run("\n", -1), *line] if parts[-1] else line
        before = words
    return [tuple(part) for part in parts]


def walk(root: "LexborNode", sources: SourceMap) -> Walked:
    """The strips under `root`; an explicit stack, so that depth costs no recursion."""
    state = _Walk(sources, elements=[Element(-1, root.tag or "body", names_of(root.attributes))])
    stack: list[tuple[LexborNode | None, _Frame]] = [(root.child, state.frame)]
    while stack:
        node, frame = stack.pop()
        state.frame = frame
        if node is None:
            # The children are done: a block ends its last strip with its own kind.
            if frame.block:
                state.flush()
            continue
        stack.append((node.next, frame)) if node.next is not None else stack.append((None, frame))
        tag = node.tag or ""
        if tag == "-text":
            state.text(node.text_content or "")
        elif tag == "-comment":
            state.comment(node.comment_content or "")
        elif tag == "br":
            state.breaks += 1
        elif tag == "hr":
            state.flush()
        elif tag[:1] not in {"-", "!"} and tag not in _EMPTY:
            if tag in _SKIPPED:
                _pass_over(node, state)
            else:
                inner = state.enter(node, tag)
                stack.append((node.child, inner))
    return Walked(tuple(state.strips), tuple(state.elements), tuple(state.directives))


def _pass_over(node: "LexborNode", state: _Walk) -> None:
    """Keep the source map in step with text that is not taken."""
    if node.tag in {"script", "style", "iframe", "noframes", "textarea", "template", "head"}:
        return
    for inner in node.traverse(include_text=True):
        if inner.tag == "-text":
            state.sources.take(inner.text_content or "")
