"""An amount as a value: a range, a unit, and what is counted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_MEASURES = frozenset({"time", "length", "mass", "area"})
MONEY = frozenset(
    {"dollar", "euro", "pound", "yen", "yuan", "rouble", "rupee", "franc", "peso", "krona", "crown", "guilder", "lira"}
)


class Bound(StrEnum):
    """How a writer rounds: the word before the number says on which side the true one lies."""

    EXACT = ""
    ABOUT = "about"
    ABOVE = "above"  # more than, over, at least
    BELOW = "below"  # fewer than, under, up to
    NEARLY = "nearly"  # just below


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount between `low` and `high`, as written, in the words start … end - 1 of its reading.

    `unit` is "" for a bare count, else "percent", "point", a currency, or a measure ("length", "time", "ordinal",
    "score"); `factor` brings it to that unit's base. `counted` are stems of the words around that say what it is an
    amount of. `written` is the value as written, before bounds; `fineness` half the value of its last digit.
    """

    low: float
    high: float
    unit: str
    start: int
    end: int
    written: float
    fineness: float
    bound: Bound = Bound.EXACT
    counted: frozenset[str] = frozenset()
    head: str = ""  # the stem right behind the amount
    behind: frozenset[str] = frozenset()  # the stems behind it in its own clause
    factor: float = 1.0
    sort: str = ""  # "age" ("45 years old", "Smith, 45,"), "ago", or "alone" ("Smith is 45"), which may be an age
    vague: bool = False  # "thousands of": of no unit, whatever follows

    def agrees(self, other: Quantity) -> bool:
        """Whether both may be the same amount, rounding said to be rounding allowed.

        An amount without a unit is compared by what is written ("a 45-year-old", "Smith, 45,").
        """
        if self.written == other.written and {self.bound, other.bound} == {Bound.ABOVE, Bound.BELOW}:
            return False
        mine, theirs = self._in_base(other), other._in_base(self)
        if self.is_range and other.is_range:
            return all(abs(a - b) <= 0.02 * max(abs(a), abs(b)) for a, b in zip(mine, theirs, strict=True))
        # Months and years, miles and kilometres never convert to the last digit.
        slack = 1.015 if self.unit == other.unit and self.unit in _MEASURES else 1.0
        if mine[0] <= theirs[1] * slack and theirs[0] <= mine[1] * slack:
            return True
        return self._rounds(other) or other._rounds(self)

    @property
    def is_range(self) -> bool:
        """Whether two ends are given ("5 to 10")."""
        return self.bound is Bound.EXACT and self.low < self.high

    def _in_base(self, other: Quantity) -> tuple[float, float]:
        factor = self.factor if self.unit == other.unit else 1.0
        return self.low * factor, self.high * factor

    def _rounds(self, finer: Quantity) -> bool:
        """Whether this is the other one rounded as its notation shows ("1.2 million" for 1,234,000)."""
        if self.factor != finer.factor:
            return False
        shows = self.fineness >= 500 or self.fineness < 0.5 or self.unit == "percent"
        off = abs(self.written - finer.written)
        small = off <= 0.05 * max(abs(self.written), abs(finer.written))
        return shows and finer.fineness < self.fineness and off <= self.fineness and small
