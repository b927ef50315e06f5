"""Shares, all as percent: "half of", "a third of", "two-thirds", "one in five", "three out of four"."""

from __future__ import annotations

from dataclasses import replace

from provaudit.match.amounts import Bound, Quantity
from provaudit.match.numerals import read_numeral
from provaudit.match.reading import Reading
from provaudit.match.rounding import rounded

_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
          "tenth": 10, "tenths": 10}  # fmt: skip
_ROUGH = 0.05  # of a share that is said to be "about" so
_TOPS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}


def read_share(reading: Reading, at: int, end: int) -> Quantity | None:
    """The share that starts at this word, if one does."""
    forms = reading.forms
    if forms[at] == "half":
        return None if forms[at + 1 : at + 2] in {("a",), ("hour",)} else _said(reading, _share(at, at + 1, 50.0))
    if at + 1 < end and forms[at] in _TOPS and forms[at + 1] in _PARTS:
        if not is_part(reading, at + 1):
            return None
        return _said(reading, _share(at, at + 2, 100.0 * _TOPS[forms[at]] / _PARTS[forms[at + 1]]))
    return _one_in(reading, at, end)


def is_part(reading: Reading, at: int) -> bool:
    """Whether a word like "third" is a part here ("a third of", "two thirds") and not an ordinal ("the third time")."""
    if reading.forms[at] not in _PARTS or at == 0:
        return False
    before, after = reading.forms[at - 1], reading.forms[at + 1 : at + 2]
    by = at > 1 and reading.forms[at - 2] == "by"  # "fell by a third"
    of = after in {("of",), ("as",)}
    return (before in {"a", "one"} and (by or of)) or before in {"two", "three", "four"}


def _one_in(reading: Reading, at: int, end: int) -> Quantity | None:
    forms = reading.forms
    top = read_numeral(forms, at)
    if top is None or top.end >= end or forms[top.end] not in {"in", "out"}:
        return None
    below = top.end + (2 if forms[top.end] == "out" else 1)
    bottom = read_numeral(forms, below) if below < end else None
    if bottom is None or not 0 < top.value < bottom.value <= 100:
        return None
    return _share(at, bottom.end, 100.0 * top.value / bottom.value)


def _said(reading: Reading, share: Quantity) -> Quantity:
    """The share with what the words before it leave open; "about" leaves less open than to a count."""
    said = rounded(reading, share)
    if said.bound is not Bound.ABOUT or said is share:
        return said
    return replace(said, low=share.low * (1 - _ROUGH), high=share.high * (1 + _ROUGH))


def _share(start: int, end: int, percent: float) -> Quantity:
    # A fraction in words is rough: a third is anything that rounds to 33 percent.
    return Quantity(percent - 0.4, percent + 0.4, "percent", start, end, percent, 0.5, Bound.ABOUT)
