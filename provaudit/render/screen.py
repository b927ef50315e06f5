"""Lines for a terminal: measured in cells, styled or plain, with glyphs that the encoding can carry.

rich is imported inside functions, and only for colour and for measuring characters that are not one cell wide: a
plain view of a plain text costs no more than writing it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import StringIO

from provaudit.render.inert import inert
from provaudit.render.options import RenderOptions

_OPENING = ('"', "“", "„", "«")
_CLOSING = ('"', "”", "“", "»")

Part = tuple[str, str]  # text and its style, in rich's words ("bold red"); an empty style is plain

WIDEST = 112  # on longer lines the eye loses the way from a claim to its hand
NARROWEST = 40

# Latin, Greek and Cyrillic letters, dashes, curly quotes, the ellipsis and box drawing: one cell each.
_ONE_CELL_EACH = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2500-\u257f]*"
)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """What chains and rules are drawn with."""

    tee: str
    elbow: str
    bar: str
    rule: str
    ellipsis: str
    quotes: tuple[str, str]
    dot: str


UNICODE = Glyphs("├─ ", "└─ ", "│  ", "─", "…", ("“", "”"), "·")
ASCII = Glyphs("|- ", "`- ", "|  ", "-", "...", ('"', '"'), "-")


def carries(encoding: str | None) -> bool:
    """Whether text in this encoding can hold the glyphs; False for an unknown encoding."""
    drawn = "".join((UNICODE.tee, UNICODE.elbow, UNICODE.bar, UNICODE.ellipsis, *UNICODE.quotes, UNICODE.dot))
    try:
        drawn.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


class Screen:
    """Collects the lines of one output; `text()` gives them as a string."""

    def __init__(self, options: RenderOptions) -> None:
        self.width = max(NARROWEST, min(options.width, WIDEST))
        self.glyphs = UNICODE if options.unicode else ASCII
        self._color = options.color
        self._lines: list[list[Part]] = []

    def line(self, *parts: Part, right: Part | None = None) -> None:
        """One line of (text, style) parts, cut to the width; `right` stands at the right edge."""
        room = self.width - (cells(right[0]) + 2 if right else 0)
        line = self._cut(parts, room)
        if right and right[0]:
            taken = sum(cells(text) for text, _ in line)
            line += [(" " * (self.width - taken - cells(right[0])), ""), right]
        self._lines.append(line)

    def paragraph(self, text: str, *, first: str = "", rest: str = "", style: str = "", mark: str = "dim") -> None:
        """Text wrapped to the width; the first line begins with `first`, the others with `rest`, styled as `mark`."""
        room = max(16, self.width - max(cells(first), cells(rest)))
        for index, row in enumerate(wrapped(text, room)):
            self.line((first if index == 0 else rest, mark), (row, style))

    def blank(self) -> None:
        """An empty line, never two in a row nor one at the top."""
        if self._lines and any(text for text, _ in self._lines[-1]):
            self.line()

    def heading(self, title: str) -> None:
        """A rule across the screen with a title at its left."""
        rule = self.glyphs.rule
        title = self.shortened(title, self.width - 6)
        self.blank()
        self.line((f"{rule * 2} ", "dim"), (title, "bold"), (f" {rule * (self.width - cells(title) - 4)}", "dim"))

    def shortened(self, text: str, room: int) -> str:
        """The text made inert and cut to fit `room` cells."""
        return self.cut(inert(text), room)

    def cut(self, text: str, room: int) -> str:
        """The text cut at a word to fit `room` cells, an ellipsis at its end where it was cut."""
        if cells(text) <= room:
            return text
        ellipsis = self.glyphs.ellipsis
        room -= cells(ellipsis)
        kept = _fitting(text, room) if room > 0 else ""
        if cells(kept) > room:
            return ellipsis[: max(0, room + cells(ellipsis))]
        at_word = kept if text[len(kept)].isspace() else kept.rpartition(" ")[0].rstrip(" ,;:")
        # A long word is cut inside rather than leaving half of the line empty.
        return (at_word if cells(at_word) * 2 > room else kept).rstrip() + ellipsis

    def quoted(self, text: str) -> str:
        """The text between quotation marks that the encoding can carry; as it is where it brings its own."""
        if text[:1] in _OPENING and text[-1:] in (*_CLOSING, *self.glyphs.ellipsis):
            return text
        left, right = self.glyphs.quotes
        return f"{left}{text}{right}"

    def text(self) -> str:
        """All lines, each with its line end; no escape sequence unless colour was asked for."""
        if self._color:
            return _colored(self._lines)
        return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in self._lines)

    def _cut(self, parts: tuple[Part, ...], room: int) -> list[Part]:
        """The parts cut to the room, the last of them losing its end first."""
        kept: list[Part] = []
        for text, style in parts:
            taken = cells(text)
            if taken > room:
                kept.append((self.cut(text, room) if text.strip() and room > 1 else "", style))
                break
            kept.append((text, style))
            room -= taken
        return kept


def _colored(lines: list[list[Part]]) -> str:
    """The lines with escape sequences for their styles; nothing in them is read as markup."""
    from rich.console import Console
    from rich.text import Text

    written = StringIO()
    console = Console(
        file=written, force_terminal=True, color_system="standard", markup=False, emoji=False, highlight=False,
        legacy_windows=False, _environ={},
    )  # fmt: skip
    for line in lines:
        text = Text(no_wrap=True)
        for part, style in line:
            text.append(part, style or None)
        text.rstrip()
        console.print(text, soft_wrap=True)
    return written.getvalue()


def cells(text: str) -> int:
    """How many columns the text takes: two for a wide character, none for a combining one."""
    if _ONE_CELL_EACH.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def wrapped(text: str, room: int) -> list[str]:
    """The text in rows of at most `room` cells, broken at blanks, inside a word only where it must be."""
    rows: list[str] = []
    row = ""
    for word in text.split(" "):
        longer = f"{row} {word}" if row else word
        if cells(longer) <= room:
            row = longer
            continue
        if row:
            rows.append(row)
        row = word
        while cells(row) > room:
            piece = _fitting(row, room)
            rows.append(piece)
            row = row[len(piece) :]
    return [*rows, row] if row or not rows else rows


def _fitting(text: str, room: int) -> str:
    """The longest beginning of the text that takes at most `room` cells, at least one character."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if cells(text[:middle]) <= room else (low, middle - 1)
    return text[:low]
