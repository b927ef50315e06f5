"""Rounding that is said to be rounding: "more than 1,200", "nearly half", "40 or so"."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from provaudit.match import lexicon
from provaudit.match.amounts import Bound, Quantity
from provaudit.match.reading import Reading

# What the bounds leave open, as shares of the number.
_OPEN = {Bound.ABOVE: (1.0, 1.25), Bound.BELOW: (0.8, 1.0), Bound.NEARLY: (0.88, 1.0), Bound.ABOUT: (0.9, 1.1)}
_OPEN_ONE = {Bound.ABOVE: (1.0, 1.9), Bound.BELOW: (0.4, 1.0)}  # "more than a day", "less than an hour"
_FEW = 4  # of which a whole one more or less is still "more than" or "less than" them
_AFTER = {"or more": Bound.ABOVE, "or so": Bound.ABOUT, "or less": Bound.BELOW, "or fewer": Bound.BELOW}


def rounded(reading: Reading, plain: Quantity) -> Quantity:
    """The amount with the range that the words beside it leave open."""
    bound = _before(reading, plain.start) or _AFTER.get(" ".join(reading.forms[plain.end : plain.end + 2]))
    if not bound:
        return plain
    low, high = _OPEN[bound]
    if reading.forms[plain.start] in {"a", "an", "one"} and plain.unit != "percent":
        low, high = _OPEN_ONE.get(bound, (low, high))
    if plain.unit in {"time", "length"} and 1 < plain.written <= _FEW:  # "less than two weeks" may be 11 days
        share = 1 / plain.written
        low, high = {Bound.ABOVE: (1.0, 1 + share), Bound.BELOW: (1 - share, 1.0)}.get(bound, (low, high))
    return replace(plain, low=plain.low * low, high=plain.high * high, bound=bound)


def _before(reading: Reading, start: int) -> Bound:
    forms = reading.forms[max(0, start - 4) : start]
    while forms and forms[-1] in {"a", "the", "of"}:
        forms = forms[:-1]
    return _ending(forms)[1]


def bounded_from(reading: Reading, start: int) -> int:
    """Where the words begin that bound an amount ("more than 200"); its own start where none do."""
    return start - len(_ending(reading.forms[max(0, start - 4) : start])[0])


def _ending(forms: tuple[str, ...]) -> tuple[tuple[str, ...], Bound]:
    """The longest phrase of the list that the words end with, and its bound; no words and EXACT where there is none."""
    return next((entry for entry in _bounds() if forms[-len(entry[0]) :] == entry[0]), ((), Bound.EXACT))


@lru_cache(maxsize=1)
def _bounds() -> tuple[tuple[tuple[str, ...], Bound], ...]:
    """The phrases of the list, the longest first, each with its bound (the first word of its line)."""
    entries = [line.split() for line in lexicon.lines("bounds")]
    listed = [(tuple(words), Bound(bound)) for bound, *words in entries]
    return tuple(sorted(listed, key=lambda entry: -len(entry[0])))
