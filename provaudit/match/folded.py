"""A lower-case copy of a text in plain typography, with the way back to the text itself.

Quotation marks, dashes, spaces, ligatures, full-width letters, accents and invisible characters differ between two
printings of the same words. Matching compares folded copies; every offset it reports is mapped back (the text itself
is never rewritten).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

_MARKS = {
    **dict.fromkeys("“”„‟«»″〝〞＂", '"'),
    **dict.fromkeys("‘’‚‛`´ʼ′＇ʹ", "'"),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    "…": "…",
}
# Characters that are not there for a reader: zero-width, joiners, direction marks, soft hyphens, variation selectors.
_INVISIBLE = "\u00ad\u034f\u061c\u180e\ufeff"


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded copy, and the points where its offsets fall out of step with the source's.

    `starts[i]` is an offset of the copy from which on `shifts[i]` is added to reach the source.
    """

    text: str
    starts: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    def source(self, offset: int) -> int:
        """The offset in the source of an offset in the copy."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


def fold(text: str) -> Folded:
    """The folded copy of a text. Linear in its length; pure ASCII costs a lower() alone."""
    if text.isascii():
        return Folded(text.lower())
    odd = {letter: _fold_letter(letter) for letter in set(text) if not letter.isascii()}
    same_length = {ord(letter): plain for letter, plain in odd.items() if len(plain) == 1}
    others = [letter for letter, plain in odd.items() if len(plain) != 1]
    if not others:
        return Folded(text.translate(same_length).lower())
    return _fold_unevenly(text, odd, re.compile("[" + "".join(map(re.escape, others)) + "]+"), same_length)


def _fold_unevenly(text: str, odd: dict[str, str], uneven: re.Pattern[str], table: dict[int, str]) -> Folded:
    pieces: list[str] = []
    starts, shifts = [0], [0]
    length = done = 0
    for run in uneven.finditer(text):
        before = text[done : run.start()].translate(table).lower()
        pieces.append(before)
        length += len(before)
        for at, letter in enumerate(run.group(), run.start()):
            # Every letter of a ligature maps to the ligature; after it offsets are in step again.
            for _ in odd[letter]:
                starts.append(length)
                shifts.append(at - length)
                length += 1
            pieces.append(odd[letter])
        starts.append(length)
        shifts.append(run.end() - length)
        done = run.end()
    pieces.append(text[done:].translate(table).lower())
    return Folded("".join(pieces), tuple(starts), tuple(shifts))


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    """What one non-ASCII character is folded to; the empty string for an invisible one."""
    if letter in _MARKS:
        return _MARKS[letter]
    category = unicodedata.category(letter)
    if category in {"Cf", "Mn", "Me"} or letter in _INVISIBLE:
        return ""
    if category == "Zs":
        return " "
    decomposed = unicodedata.normalize("NFKD", letter).lower()
    return "".join(_MARKS.get(part, part) for part in decomposed if unicodedata.category(part) != "Mn")
