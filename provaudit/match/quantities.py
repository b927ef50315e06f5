"""Amounts in a text: a range of values, a unit, and what is counted.

"more than 1,200 people", "$1.5m", "45 percent", "between five and ten years", "two-thirds of voters", "one in five",
"the third quarter", "3-1". Units that measure one thing are brought to one base (kilometres and miles to metres).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from provaudit.match import lexicon
from provaudit.match.numerals import SCALES, Numeral, read_numeral
from provaudit.match.reading import Reading


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

    `unit` is "" for a bare count, else "percent", "point", a currency, or a measure ("length", "year", "ordinal",
    "score"); `factor` brings it to that unit's base. `counted` are stems of the words around that say what it is an amount of. `written` is the value as
    written, before bounds.
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
    factor: float = 1.0

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


_BOUNDS: tuple[tuple[tuple[str, ...], Bound], ...] = tuple(
    (tuple(words.split()), bound)
    for bound, listed in (
        (Bound.ABOVE, "more than|over|at least|above|no fewer than|no less than|upwards of|in excess of|well over|just over|"
                      "a little over|slightly more than|exceeding|exceeded|exceed|exceeds|topped|tops"),
        (Bound.BELOW, "fewer than|less than|under|below|up to|as many as|as much as|at most|no more than|a maximum of"),
        (Bound.NEARLY, "nearly|almost|close to|just under|just below|just shy of|approaching|not quite"),
        (Bound.ABOUT, "about|around|roughly|approximately|some|an estimated|estimated|approx|circa|in the region of|"
                      "something like|or so"),
    )
    for words in listed.split("|")
)  # fmt: skip
_BOUNDS_BY_LENGTH = tuple(sorted(_BOUNDS, key=lambda entry: -len(entry[0])))
# What the bounds leave open, as shares of the number.
_OPEN = {Bound.ABOVE: (1.0, 1.25), Bound.BELOW: (0.8, 1.0), Bound.NEARLY: (0.88, 1.0), Bound.ABOUT: (0.9, 1.1)}
_VAGUE = {
    "dozens": (24, 150), "scores": (40, 200), "hundreds": (200, 1_500), "thousands": (2_000, 15_000),
    "millions": (2e6, 2e7), "billions": (2e9, 2e10), "several": (3, 12), "both": (2, 2),
}  # fmt: skip
_MEASURES = frozenset({"time", "length", "mass", "area"})
MONEY = frozenset({"dollar", "euro", "pound", "yen", "yuan", "rouble", "rupee", "franc", "peso", "krona"})
_LONG = frozenset({"minute", "hour", "day", "week", "month", "year", "decade", "century"})
_SOME = frozenset({"several", "few", "couple", "some", "many"})
_LASTING = frozenset({"for", "within", "after", "in", "lasted", "took", "takes", "than", "over", "under", "about", "nearly", "half"})
_CURRENCY_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_FRACTIONS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
              "tenth": 10, "tenths": 10}  # fmt: skip
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()


def quantities(reading: Reading, first: int = 0, last: int | None = None) -> list[Quantity]:
    """The amounts of the words first … last - 1, in order. Years and days of the month are dates, not amounts."""
    found: list[Quantity] = []
    at, end = first, len(reading) if last is None else last
    while at < end:
        amount = _at(reading, at, end)
        if amount is None:
            at += 1
        else:
            found.append(_with_company(reading, amount, first, end))
            at = max(at + 1, amount.end)
    return found


def _at(reading: Reading, at: int, end: int) -> Quantity | None:
    forms = reading.forms
    vague = _VAGUE.get(forms[at])
    if forms[at] in _SOME and at + 1 < end and forms[at + 1] in {"hundred", "thousand", "million", "billion", "dozen"}:
        few = SCALES[forms[at + 1]]
        return Quantity(1.5 * few, 12 * few, "", at, at + 2, 3 * few, 0.5, Bound.ABOUT)
    if vague and not (at and forms[at - 1] in {"tens", "hundreds"}):
        return Quantity(vague[0], vague[1], "", at, at + 1, vague[0], 0.5, Bound.ABOUT)
    if forms[at] in {"twice", "once"}:
        return Quantity(float(forms[at] == "twice") + 1, float(forms[at] == "twice") + 1, "", at, at + 1, float(forms[at] == "twice") + 1, 0.5)
    if forms[at] in {"a", "an"} and at and forms[at - 1] in _LASTING and at + 1 < end and forms[at + 1] in _LONG:
        unit, factor = lexicon.table("units")[forms[at + 1]].split()
        more = forms[at + 2 : at + 5] == ("and", "a", "half")
        value, stop = (1.5, at + 5) if more else (1.0, at + 2)
        return Quantity(value, value, unit, at, stop, value, 0.5, factor=float(factor))
    return _score(reading, at, end) or _ordinal(reading, at) or _fraction(reading, at, end) or _amount(reading, at, end)


def _joined(reading: Reading, left: int) -> str:
    """What the text has between two neighbouring words."""
    return reading.text[reading.ends[left] : reading.starts[left + 1]] if left + 1 < len(reading) else " "


def _score(reading: Reading, at: int, end: int) -> Quantity | None:
    """A score, a vote or a verdict in two whole numbers: "3-1", "52 to 48" only where the first is the larger."""
    forms = reading.forms
    if at + 1 >= end or not (forms[at].isdigit() and forms[at + 1].isdigit()) or len(forms[at]) > 3:
        return None
    if _joined(reading, at) not in {"-", "–", "—"} or int(forms[at]) <= int(forms[at + 1]):
        return None
    value = int(forms[at]) * 1000 + int(forms[at + 1])
    return Quantity(value, value, "score", at, at + 2, value, 0)


def _ordinal(reading: Reading, at: int) -> Quantity | None:
    forms = reading.forms
    if forms[at].isdigit() and at + 1 < len(forms) and forms[at + 1] in {"st", "nd", "rd", "th"}:
        if _joined(reading, at):
            return None
        value, end = float(forms[at]), at + 2
    elif forms[at] in _ORDINALS and not _is_fraction(reading, at):
        value, end = float(_ORDINALS.index(forms[at]) + 1), at + 1
    else:
        return None
    return Quantity(value, value, "ordinal", at, end, value, 0)


def _is_fraction(reading: Reading, at: int) -> bool:
    if reading.forms[at] not in _FRACTIONS or at == 0:
        return False
    before, after = reading.forms[at - 1], reading.forms[at + 1 : at + 2]
    return (before in {"a", "one"} and after == ("of",)) or before in {"two", "three", "four"}


def _fraction(reading: Reading, at: int, end: int) -> Quantity | None:
    """Shares as percent: "half of", "a third of", "two-thirds", "one in five", "three out of four"."""
    forms = reading.forms
    if forms[at] == "half" and forms[at + 1 : at + 2] != ("a",) and not forms[at + 1 : at + 2] == ("hour",):
        return _share(at, at + 1, 50.0)
    if at + 1 < end and forms[at] in {"a", "one", "two", "three", "four"} and forms[at + 1] in _FRACTIONS:
        if not _is_fraction(reading, at + 1):
            return None
        top = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}[forms[at]]
        return _share(at, at + 2, 100.0 * top / _FRACTIONS[forms[at + 1]])
    return _one_in(reading, at, end)


def _one_in(reading: Reading, at: int, end: int) -> Quantity | None:
    forms = reading.forms
    top = read_numeral(forms, at)
    if top is None or top.end >= end or forms[top.end] not in {"in", "out"}:
        return None
    below = top.end + (2 if forms[top.end] == "out" else 1)
    bottom = read_numeral(forms, below) if below < end else None
    if bottom is None or not 0 < top.value < bottom.value <= 1000 or bottom.value > 100 and top.value > 10:
        return None
    return _share(at, bottom.end, 100.0 * top.value / bottom.value)


def _share(start: int, end: int, percent: float) -> Quantity:
    return Quantity(percent - 0.4, percent + 0.4, "percent", start, end, percent, 0.5, Bound.ABOUT)


def _amount(reading: Reading, at: int, end: int) -> Quantity | None:
    forms = reading.forms
    sign = _CURRENCY_SIGNS.get(forms[at], "")
    number_at = at + 1 if sign else at
    if number_at >= end or forms[number_at][0] in "$€£¥":
        return None
    number = read_numeral(forms, number_at)
    if number is None or (not sign and _is_date_or_pronoun(reading, number)):
        return None
    top = _range_top(reading, number, end)
    stop = (top or number).end
    unit, factor, stop = _unit(reading, stop, end, sign)
    if top is not None:
        number = replace(number, value=number.value * _shared_scale(reading, number, top))
    high = top.value if top else number.value
    plain = Quantity(
        number.value, high, unit, at, stop, number.value, number.fineness, factor=factor
    )
    return _bounded(reading, plain)


def _range_top(reading: Reading, number: Numeral, end: int) -> Numeral | None:
    """The upper end of a range that starts with this number: "5 to 10", "5-10", "between five and ten"."""
    forms, at = reading.forms, number.end
    if at >= end:
        return None
    if forms[at] == "to" or (forms[at] == "and" and "between" in forms[max(0, number.start - 2) : number.start]):
        at += 1
        if at < end and forms[at] in _CURRENCY_SIGNS:
            at += 1
    elif _joined(reading, number.end - 1) not in {"-", "–"}:
        return None
    top = read_numeral(forms, at) if at < end else None
    return top if top is not None and top.value > number.value else None


def _shared_scale(reading: Reading, low: Numeral, top: Numeral) -> float:
    """The scale that "5 to 10 million" says once for both."""
    bare = low.end - low.start == 1 and low.value < 1000
    written = read_numeral(reading.forms[: top.start + 1], top.start)
    if not bare or written is None or top.end - top.start == 1 or low.value > written.value:
        return 1.0
    return top.value / written.value


def _unit(reading: Reading, at: int, end: int, sign: str) -> tuple[str, float, int]:
    """The unit that follows a number, the factor to its base, and where it ends."""
    forms = reading.forms
    if sign:
        return sign, 1.0, at + 1 if forms[at : at + 1] == (f"{sign}s",) else at
    if at >= end:
        return "", 1.0, at
    if forms[at] == "percentage" and forms[at + 1 : at + 2] in {("points",), ("point",)}:
        return "point", 1.0, at + 2
    if forms[at] in {"%", "percent", "pc"}:
        points = forms[at + 1 : at + 2] in {("points",), ("point",)}
        return ("point", 1.0, at + 2) if points else ("percent", 1.0, at + 1)
    if forms[at] == "per" and forms[at + 1 : at + 2] == ("cent",):
        return "percent", 1.0, at + 2
    if forms[at] == "usa" and forms[at + 1 : at + 2] == ("dollars",):
        return "dollar", 1.0, at + 2
    measure = lexicon.table("units").get(forms[at])
    if measure is None:
        return "", 1.0, at
    unit, factor = measure.split()
    after = at + 2 if forms[at + 1 : at + 2] == ("old",) else at + 1
    return unit, float(factor), after


def _is_date_or_pronoun(reading: Reading, number: Numeral) -> bool:
    """Whether a number is a year, a day of a month, a clock time, or "one" as a pronoun."""
    forms, start, end = reading.forms, number.start, number.end
    months = lexicon.table("months")
    after = forms[end] if end < len(forms) else ""
    before = forms[start - 1] if start else ""
    one_word = end - start == 1
    if one_word and forms[start].isdigit() and len(forms[start]) == 4 and 1700 <= number.value < 2100:
        return "," not in reading.raw(start) and (
            after not in lexicon.table("units")
            and after not in {"people", "percent", "%"}
            and before not in {"$", "than"}
        )
    if one_word and number.value <= 31 and forms[start].isdigit() and (before in months or after in months):
        return True
    if after in {"am", "pm", "o'clock"} or (before == "at" and ":" in forms[start]):
        return True
    return (
        forms[start] == "one"
        and one_word
        and (
            after in lexicon.words("stop_words") or not after or before in {"no", "the", "this", "that", "any", "every"}
        )
    )


def _bounded(reading: Reading, plain: Quantity) -> Quantity:
    bound = _bound_before(reading, plain.start) or _bound_after(reading, plain.end)
    if bound is Bound.EXACT:
        return plain
    low, high = _OPEN[bound]
    return replace(plain, low=plain.low * low, high=plain.high * high, bound=bound)


def _bound_before(reading: Reading, start: int) -> Bound:
    forms = reading.forms[max(0, start - 4) : start]
    while forms and forms[-1] in {"a", "the", "of"}:
        forms = forms[:-1]
    for words, bound in _BOUNDS_BY_LENGTH:
        if forms[-len(words) :] == words:
            return bound
    return Bound.EXACT


def _bound_after(reading: Reading, end: int) -> Bound:
    after = " ".join(reading.forms[end : end + 2])
    bounds = {"or more": Bound.ABOVE, "or so": Bound.ABOUT, "or less": Bound.BELOW, "or fewer": Bound.BELOW}
    return bounds.get(after, Bound.EXACT)


def _with_company(reading: Reading, amount: Quantity, first: int, end: int) -> Quantity:
    """Note what stands around an amount, to tell which amounts of two texts are of the same thing."""
    after = reading.content(amount.end, min(end, amount.end + 5))[:3]
    before = reading.content(max(first, amount.start - 5), amount.start)[-3:]
    stems = frozenset(reading.stems[word] for word in (*before, *after))
    head = reading.stems[after[0]] if after and after[0] <= amount.end + 1 else ""
    return replace(amount, counted=stems, head=head)
