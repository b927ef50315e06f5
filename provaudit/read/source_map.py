"""Where the text of a page stands in its source, which the HTML parser does not keep.

The source is cut with one regular expression into tags, entities and text; the parser's text nodes are then matched
against that text one after another, in document order, which is how both run through the page.
"""

import html
import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

# A tag as the HTML standard cuts it; possessive throughout, so that hostile pages cost no more than their length.
_TAG_REST = r"""[^\s/><]*+(?:\s++|/|[^\s=></]++(?:\s*+=\s*+(?:"[^"]*"|'[^']*'|[^\s><]*+))?+|=)*+>"""
# Raw-text elements hold no markup.
_RAW = r"<!--(?:.*?-->|.*\Z)|<(?P<raw>script|style|noframes|xmp|iframe|textarea|title)\b(?:.*?</(?P=raw)\s*>|.*\Z)"
_FLAGS = re.DOTALL | re.IGNORECASE
_TOKEN = re.compile(
    rf"{_RAW}|</?[a-z]{_TAG_REST}|<[!?][^<>]*>|&(?:#\d{{1,7}}|#x[0-9a-f]{{1,6}}|[a-z]\w{{1,30}});?", _FLAGS
)
_TAG = re.compile(rf"{_RAW}|<(?P<close>/?)(?P<name>[a-z][\w:-]*){_TAG_REST}", _FLAGS)
# How far ahead of the last match a text node is looked for: past a big inline style sheet, not past the page.
_WINDOW = 400_000
# Elements without an end tag, or whose end tag may be left out: they do not nest by being left open.
_UNNESTED = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead "  # noqa: SIM905
    "tbody tfoot colgroup html body".split()
)
MAX_DEPTH = 256
_LONG_TAG, _MOST_ATTRIBUTES = 2_000, 300  # characters
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_NOT_LINE_END = re.compile(r"[^\n]")


class SourceMap:
    """The source's text without markup, and the way back from an offset in it to the source."""

    def __init__(self, source: str) -> None:
        self.source = source
        flat: list[str] = []
        self._flat_starts: list[int] = []  # where a stretch of text starts in the flat text …
        self._source_starts: list[int] = []  # … and in the source
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", source))]
        size = position = 0
        for match in _TOKEN.finditer(source):
            size = self._add(flat, size, position, source[position : match.start()])
            if match[0][0] == "&":
                size = self._add(flat, size, match.start(), html.unescape(match[0]))
            position = match.end()
        self._add(flat, size, position, source[position:])
        self.flat = "".join(flat)
        self._cursor = 0

    def _add(self, flat: list[str], size: int, position: int, words: str) -> int:
        if words:
            flat.append(words)
            self._flat_starts.append(size)
            self._source_starts.append(position)
        return size + len(words)

    def take(self, words: str) -> int:
        """Where the next text node, with these words, starts in the flat text; -1 where it cannot be found."""
        if self.flat.startswith(words, self._cursor):
            found = self._cursor
        else:
            found = self.flat.find(words, self._cursor, self._cursor + _WINDOW)
        if found >= 0 and words:
            self._cursor = found + len(words)
        return found

    def cuts(self, start: int, end: int) -> list[int]:
        """Where, after `start` and before `end`, the flat text stops running in step with the source."""
        return self._flat_starts[bisect_right(self._flat_starts, start) : bisect_left(self._flat_starts, end)]

    def place(self, flat_offset: int) -> tuple[int, int]:
        """Line and column in the source, from 1, of an offset into the flat text."""
        index = max(0, bisect_right(self._flat_starts, flat_offset) - 1)
        offset = flat_offset
        if self._flat_starts:
            offset = self._source_starts[index] + flat_offset - self._flat_starts[index]
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


def bounded(source: str) -> str:
    """The source with the tags blanked that make parsers take ages, offsets unchanged.

    Those are tags below `MAX_DEPTH` (a browser goes no deeper than 512; unclosed elements count, as they stay open) and
    tags with hundreds of attributes.
    """
    cuts: list[tuple[int, int]] = []
    depth = 0
    for match in _TAG.finditer(source):
        name = (match["name"] or "").lower()
        start, end = match.span()
        if not name:
            continue
        if end - start > _LONG_TAG and len(_QUOTED.sub("", match[0]).split()) > _MOST_ATTRIBUTES:
            cuts.append((start, end))
            continue
        if name in _UNNESTED or source[end - 2] == "/":
            continue
        if match["close"]:
            if depth > MAX_DEPTH:
                cuts.append((start, end))
            depth = max(0, depth - 1)
        else:
            depth += 1
            if depth > MAX_DEPTH:
                cuts.append((start, end))
    if not cuts:
        return source
    edges = [0, *(edge for cut in cuts for edge in cut), len(source)]
    pieces = []
    for number, (start, end) in enumerate(pairwise(edges)):
        pieces.append(_NOT_LINE_END.sub(" ", source[start:end]) if number % 2 else source[start:end])
    return "".join(pieces)
