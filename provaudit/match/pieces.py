"""A draft's quotation as the pieces that must be found upstream, in order.

"…" and "..." stand for words left out, [brackets] for words put in or replaced; a bracketed letter ("[T]he") only
changes case, and "[sic]" says nothing. What stands between two pieces upstream is free within a bound of words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from provaudit.match.reading import read_claim

# How many words of the page may stand where the draft has an ellipsis, a bracket, or a break between quotations.
_ELISION, _BRACKET, _BREAK = 120, 14, 160
# A longer piece is looked for in parts, so that the cost of aligning stays small.
_LONGEST = 120

# More pieces of one claim are not looked for.
_MOST = 40

_CUT = re.compile(r"(?P<elision>\[?\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?)\s*\]?)|(?P<bracket>\[[^\]\n]{0,200}\])")
_CASE = re.compile(r"\[(\w)\](?=\w)")
_SIC = re.compile(r"\s*\[sic\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that must follow each other upstream, and how many others may stand before them.

    `ordered` is False where the piece starts another quotation of a mixed claim, which may stand anywhere near.
    """

    text: str
    forms: tuple[str, ...]
    gap: int = 0
    ordered: bool = True


def pieces_of(quotations: tuple[str, ...], *, in_order: bool) -> tuple[Piece, ...]:
    """The pieces of a claim's quotations."""
    found: list[Piece] = []
    for quotation in quotations:
        gap = _BREAK
        for text, after in _cuts(_CASE.sub(r"\1", _SIC.sub("", quotation))):
            for number, forms in enumerate(_parts(text)):
                first_of_quotation = gap == _BREAK and number == 0
                found.append(Piece(text, forms, gap if number == 0 else 0, in_order or not first_of_quotation))
            gap = after
    return tuple(found[:_MOST])


def _cuts(text: str) -> list[tuple[str, int]]:
    """The stretches between cuts, each with the gap that follows it."""
    stretches: list[tuple[str, int]] = []
    done = 0
    for cut in _CUT.finditer(text):
        stretches.append((text[done : cut.start()], _ELISION if cut["elision"] else _BRACKET))
        done = cut.end()
    stretches.append((text[done:], 0))
    return [(stretch, gap) for stretch, gap in stretches if re.search(r"\w", stretch)]


def _parts(text: str) -> list[tuple[str, ...]]:
    forms = read_claim(text).forms
    return [forms[start : start + _LONGEST] for start in range(0, len(forms), _LONGEST)]
