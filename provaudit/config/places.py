"""Where a key or a value stands in a TOML file, since tomllib does not say; and the lines that point at it."""

from __future__ import annotations

import re
from typing import NamedTuple

_HEADER = re.compile(r"\s*\[(?P<path>[^\[\]]+)\]\s*(?:#.*)?$")
_BARE_OR_QUOTED = r"(?:[A-Za-z0-9_-]+|\"(?:[^\"\\]|\\.)*\"|'[^']*')"
_KEY = re.compile(rf"\s*(?P<key>{_BARE_OR_QUOTED}(?:\s*\.\s*{_BARE_OR_QUOTED})*)\s*=")
_PIECE = re.compile(_BARE_OR_QUOTED)
_MULTILINE = ('"""', "'''")


class Spot(NamedTuple):
    """A stretch of one line: line and column count from 1, `width` is in characters."""

    line: int
    column: int
    width: int


def key_spot(text: str, path: tuple[str, ...], part: str = "") -> Spot:
    """Where the key of that path stands, or `part` of its value; the first line where it cannot be told.

    `path` runs from the top of the file ("tool", "provaudit", "fail-on").
    """
    lines = text.split("\n")
    found = _key_line(lines, path)
    if found is None:
        return Spot(1, 1, max(1, len(lines[0].rstrip())))
    return _part_spot(lines, found, part) if part else found


def pointed(name: str, text: str, spot: Spot, message: str) -> str:
    """A message that begins `file:line:column:`, with the line itself and a caret under the spot."""
    lines = text.split("\n")
    line = lines[min(spot.line, len(lines)) - 1].rstrip()
    before, marked = line[: spot.column - 1], line[spot.column - 1 : spot.column - 1 + spot.width]
    gutter = f"{spot.line} | "
    blank = " " * (len(gutter) - 2) + "| "
    caret = re.sub(r"[^\t]", " ", before) + "^" * max(1, len(marked))
    return f"{name}:{spot.line}:{spot.column}: {message}\n  {gutter}{_plain(line)}\n  {blank}{caret}"


def _key_line(lines: list[str], path: tuple[str, ...]) -> Spot | None:
    """The key itself; else the nearest that leads to it: a dotted key, its table's header."""
    table: tuple[str, ...] = ()
    nearest: tuple[int, Spot] = (0, Spot(0, 0, 0))
    inside = ""
    for number, line in enumerate(lines, start=1):
        inside, began_inside = _still_inside(line, inside), inside
        if began_inside:
            continue
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            table = _pieces(header["path"])
            here, spot = table, Spot(number, header.start("path") + 1, len(header["path"]))
        elif key:
            here, spot = table + _pieces(key["key"]), Spot(number, key.start("key") + 1, len(key["key"]))
        else:
            continue
        shared = min(len(here), len(path))
        if path[:shared] == here[:shared] and shared > nearest[0]:
            nearest = (shared, spot)
    return nearest[1] if nearest[0] else None


def _pieces(dotted: str) -> tuple[str, ...]:
    return tuple(piece.strip("\"'") for piece in _PIECE.findall(dotted))


def _still_inside(line: str, mark: str) -> str:
    """The mark of the multi-line text that is open at the end of this line, given the one open at its start."""
    rest = line
    while True:
        if mark:
            _, found, rest = rest.partition(mark)
            if not found:
                return mark
            mark = ""
        opened = min((one for one in _MULTILINE if one in rest), key=rest.index, default="")
        if not opened or "#" in rest[: rest.index(opened)]:
            return ""
        mark, rest = opened, rest.partition(opened)[2]


def _part_spot(lines: list[str], key: Spot, part: str) -> Spot:
    """The first place at or after the key where the part is spelt, on the lines of its value; else the key."""
    start = key.column - 1 + key.width
    ends = _HEADER.match if _HEADER.match(lines[key.line - 1]) else _KEY.match
    for number in range(key.line, len(lines) + 1):
        line = lines[number - 1]
        if number > key.line and (ends(line) or _HEADER.match(line)):
            break
        found = line.find(part, start if number == key.line else 0)
        if found >= 0:
            return Spot(number, found + 1, len(part))
    return key


def _plain(line: str) -> str:
    """The line with what a terminal would obey shown as a dot."""
    return "".join(character if character.isprintable() or character == "\t" else "·" for character in line)
