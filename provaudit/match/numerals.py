"""Numbers as they are written, in digits or in words: "1,234", "5.4 million", "two dozen", "a hundred and six".

Only the value and the fineness of its notation are read here; units and what is counted belong to `quantities`.
"""

from __future__ import annotations

from dataclasses import dataclass

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NTH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
UNITS: dict[str, int] = {word: value for value, word in enumerate(_SMALL)}
TENS: dict[str, int] = {word: 10 * value for value, word in enumerate(_TENS, 2)}
ORDINALS: dict[str, int] = {word: value for value, word in enumerate(_NTH, 1)}
SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12,
    "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "bln": 1e9, "k": 1e3, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
NUMBER_WORDS = frozenset({*UNITS, *TENS, "a", "an", "half"})
_SHORT_SCALES = frozenset({"m", "mn", "mln", "bn", "b", "bln", "k", "tn", "trn"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number standing at the words `start` … `end` - 1.

    `fineness` is half the value of the last digit written: "1.2 million" is fine to 50,000.
    """

    value: float
    fineness: float
    start: int
    end: int


def read_numeral(forms: tuple[str, ...], at: int) -> Numeral | None:
    """The number that starts at this word, if one does; "a" and "an" only before a scale ("a dozen")."""
    first = forms[at]
    if first[0].isdigit():
        return _digits(forms, at)
    if first in {"a", "an"} and _follows(
        forms, at + 1, "hundred", "thousand", "million", "billion", "trillion", "dozen"
    ):
        return _scaled(forms, at, at + 1, 1.0, 0.5)
    if first == "half" and _follows(forms, at + 1, "a") and _follows(forms, at + 2, *SCALES):
        return _scaled(forms, at, at + 2, 0.5, 0.25)
    if first in UNITS or first in TENS:
        value, end = _below_hundred(forms, at)
        return _scaled(forms, at, end, value, 0.5)
    return None


def _follows(forms: tuple[str, ...], at: int, *wanted: str) -> bool:
    return at < len(forms) and forms[at] in wanted


def _digits(forms: tuple[str, ...], at: int) -> Numeral | None:
    written = forms[at]
    try:
        value = float(written)
    except ValueError:
        return None
    decimals = len(written.partition(".")[2])
    return _scaled(forms, at, at + 1, value, 0.5 * 10.0**-decimals)


def _below_hundred(forms: tuple[str, ...], at: int) -> tuple[float, int]:
    first = forms[at]
    if first in UNITS:
        return float(UNITS[first]), at + 1
    value, end = float(TENS[first]), at + 1
    if end < len(forms) and 0 < UNITS.get(forms[end], 0) < 10:
        return value + UNITS[forms[end]], end + 1
    return value, end


def _scaled(forms: tuple[str, ...], start: int, end: int, value: float, fineness: float) -> Numeral:
    """Take in the scales and the further parts of a number in words ("two hundred and six thousand")."""
    in_words = not forms[start][0].isdigit()
    if forms[end : end + 3] == ("and", "a", "half"):
        value, fineness, end = value + 0.5, 0.25, end + 3
    total = 0.0
    while end < len(forms):
        scale = SCALES.get(forms[end])
        if scale is None or (in_words and forms[end] in _SHORT_SCALES):
            break
        value, fineness, end = value * scale, fineness * scale, end + 1
        tail = _tail_start(forms, end)
        if not in_words or tail is None:
            continue
        more, end = _below_hundred(forms, tail)
        if _follows(forms, end, "hundred", "thousand", "million") and SCALES[forms[end]] < scale:
            total, value, fineness = total + value, more, 0.5
            continue
        value, fineness = value + more, 0.5
    return Numeral(total + value, fineness, start, end)


def _tail_start(forms: tuple[str, ...], at: int) -> int | None:
    """Where the rest of a number in words goes on after a scale ("and six", "twenty")."""
    if _follows(forms, at, "and"):
        at += 1
        return at if at < len(forms) and (forms[at] in UNITS or forms[at] in TENS) and forms[at] != "one" else None
    return at if at < len(forms) and (forms[at] in UNITS or forms[at] in TENS) else None
