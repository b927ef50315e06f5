"""Halves and quarters of a year as dates: "the first half of 2026", "the second quarter"."""

from __future__ import annotations

import calendar
from datetime import date

from provaudit.match.reading import Reading
from provaudit.match.times import Range, When

WHICH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0, "final": 0}
_MONTHS = {"half": 6, "quarter": 3}
_YEARS = {"this": 0, "next": 1, "last": -1, "the": 0}


def read_half_year(reading: Reading, at: int, base: date | None) -> When | None:
    """The part of a year that starts at this word; a half only of a year that is named, for matches have halves too."""
    forms = reading.forms
    which, part = WHICH.get(forms[at]), forms[at + 1] if at + 1 < len(reading) else ""
    if which is None or part not in _MONTHS or (at and reading.text[reading.ends[at - 1] : reading.starts[at]] == "-"):
        return None
    number, count = which or 12 // _MONTHS[part], 12 // _MONTHS[part]
    if number > count:
        return None
    year, end = _year(forms, at + 2, base)
    if end == at + 2 and part == "half":
        return None
    years = (year,) if year else (base.year - 1, base.year) if base else ()
    return When(at, end, part, tuple(_months(one, number, _MONTHS[part]) for one in years), f"{number} {part}")


def is_half_year(reading: Reading, at: int) -> bool:
    """Whether a word tells which part of a year is meant, and counts nothing."""
    return read_half_year(reading, at, None) is not None


def _year(forms: tuple[str, ...], at: int, base: date | None) -> tuple[int | None, int]:
    """The year named behind an "of", if it can be told, and where that ends; the place itself where none is named."""
    if forms[at : at + 1] != ("of",):
        return None, at
    after = forms[at + 1 : at + 3]
    if after[:1] and len(after[0]) == 4 and after[0].isdigit() and 1700 <= int(after[0]) <= 2100:
        return int(after[0]), at + 2
    if len(after) == 2 and after[0] in _YEARS and after[1] == "year":
        return (base.year + _YEARS[after[0]] if base else None), at + 3
    return None, at


def _months(year: int, number: int, length: int) -> Range:
    last = number * length
    return date(year, last - length + 1, 1), date(year, last, calendar.monthrange(year, last)[1])
