"""Amounts in words that are no counts: "double", "half a point", "a quarter of a point"; and parts of a count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from provaudit.match.amounts import Bound, Quantity
from provaudit.match.reading import Reading
from provaudit.match.rounding import rounded

_TIMES = {
    "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "triple": 3, "tripled": 3, "triples": 3, "tripling": 3,
    "treble": 3, "trebled": 3, "quadruple": 4, "quadrupled": 4, "halve": 0.5, "halved": 0.5, "halving": 0.5,
    "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "tenfold": 10,
}  # fmt: skip
_PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "tenth": 0.1, "quarters": 0.25, "thirds": 1 / 3, "tenths": 0.1}
_TOPS = {"a": 1, "one": 1, "two": 2, "three": 3}
_WHOLE = {("percentage", "point"): "point", ("point",): "point", ("percent",): "percent", ("per", "cent"): "percent"}
_OF = 6  # words between a share and the count it is a share of
_ROUGH = 0.06  # what a share in words of a round count is off by


def read_multiple(reading: Reading, at: int) -> Quantity | None:
    """The multiple or the part of a point that starts at this word, if one does."""
    form = reading.forms[at]
    if form in _TIMES or (
        form == "twice" and reading.forms[at + 1 : at + 2] in {("the",), ("as",), ("its",), ("what",)}
    ):
        value = float(_TIMES.get(form, 2))
        return rounded(reading, Quantity(value, value, "times", at, at + 1, value, 0))
    return _part_of_point(reading, at)


def _part_of_point(reading: Reading, at: int) -> Quantity | None:
    forms = reading.forms
    named = at + (forms[at] in _TOPS)
    if named >= len(forms) or forms[named] not in _PARTS:
        return None
    behind = named + 1
    while forms[behind : behind + 1] in {("of",), ("a",)}:
        behind += 1
    for words, unit in _WHOLE.items():
        if forms[behind : behind + len(words)] == words:
            value = _TOPS.get(forms[at], 1) * _PARTS[forms[named]]
            return Quantity(value, value, unit, at, behind + len(words), value, 0)
    return None


def _share_of(part: Quantity, whole: Quantity) -> Quantity:
    """The share that "212 of the 290" makes."""
    value = 100 * part.written / whole.written
    return replace(part, low=value - 1, high=value + 1, written=value, unit="percent", end=whole.end, bound=Bound.ABOUT)


def parts_of_counts(amounts: Sequence[Quantity]) -> Iterable[Quantity]:
    """What a share of a count makes: "half of the town's 6,000 people" are about 3,000 people."""
    for share, count in pairwise(amounts):
        if share.unit == count.unit == "" and 1 <= count.start - share.end <= 2 and share.written < count.written:
            yield _share_of(share, count)
        shared = share.unit == "percent" and count.unit != "percent" and share.written < 100
        if shared and count.start - share.end <= _OF and count.written >= 10:
            value = share.written / 100 * count.written
            low, high = value * (1 - _ROUGH), value * (1 + _ROUGH)
            yield replace(count, low=low, high=high, written=value, start=share.start, bound=Bound.ABOUT)
