"""Amounts in a text: a range of values, a unit, and what is counted.

"more than 1,200 people", "$1.5m", "45 percent", "between five and ten years", "the third quarter", "3-1". Units that
measure one thing are brought to one base (kilometres and miles to metres).
"""

from __future__ import annotations

from dataclasses import replace

from provaudit.match import lexicon
from provaudit.match.amounts import Bound, Quantity
from provaudit.match.clock_times import is_clock
from provaudit.match.company import with_company
from provaudit.match.half_years import is_half_year
from provaudit.match.multiples import read_multiple
from provaudit.match.numerals import ORDINALS, SCALES, SIGNS, Numeral, read_numeral
from provaudit.match.reading import Reading
from provaudit.match.rounding import rounded
from provaudit.match.shares import is_part, read_share

_VAGUE = {
    "dozens": (24, 150), "scores": (40, 200), "hundreds": (200, 1_500), "thousands": (2_000, 15_000),
    "millions": (2e6, 2e7), "billions": (2e9, 2e10), "several": (3, 12), "both": (2, 2), "once": (1, 1),
    "twice": (2, 2),
}  # fmt: skip
_EVERY = frozenset({"a", "an", "every", "each", "per", "in", "more", "before", "and"})
_SOME = frozenset({"several", "few", "couple", "some", "many"})
_ROUND_SCALES = frozenset({"hundred", "thousand", "million", "billion", "dozen"})
# "a year" is an amount after these words, a rate elsewhere ("4,000 a day").
_LASTING = frozenset(
    {
        "by",
        "for",
        "within",
        "after",
        "in",
        "lasted",
        "took",
        "takes",
        "than",
        "over",
        "under",
        "about",
        "nearly",
        "half",
    }
)
_LONG = frozenset({"minute", "hour", "day", "week", "month", "year", "decade", "century"})
_SHIFTED = frozenset({("later",), ("earlier",), ("ago",), ("before",), ("late",), ("early",), ("behind",), ("ahead",)})
_WHEN = frozenset({("later",), ("earlier",), ("sooner",)})  # "no later than 2019"
_BEFORE_PRONOUN = frozenset({"no", "not", "the", "this", "that", "any", "every"})


def quantities(reading: Reading, first: int = 0, last: int | None = None) -> list[Quantity]:
    """The amounts of the words first … last - 1, in order. Years and days of the month are dates, not amounts."""
    found: list[Quantity] = []
    at, end = first, len(reading) if last is None else last
    while at < end:
        if is_half_year(reading, at):
            at += 2
            continue
        amount = _at(reading, at, end)
        if amount is None:
            at += 1
        else:
            found.append(with_company(reading, amount, first, end))
            at = max(at + 1, amount.end)
    return found


def _at(reading: Reading, at: int, end: int) -> Quantity | None:
    return (
        _vague(reading, at, end)
        or _one(reading, at, end)
        or _score(reading, at, end)
        or _ordinal(reading, at)
        or read_multiple(reading, at)
        or read_share(reading, at, end)
        or _amount(reading, at, end)
    )


def _vague(reading: Reading, at: int, end: int) -> Quantity | None:
    """Amounts that only bound: "dozens", "several hundred"; and "twice"."""
    forms = reading.forms
    if forms[at] in _SOME and at + 1 < end and forms[at + 1] in _ROUND_SCALES:
        few = SCALES[forms[at + 1]]
        return Quantity(1.5 * few, 12 * few, "", at, at + 2, 3 * few, 0.5, Bound.ABOUT)
    if forms[at] == "once" and at + 1 < end and forms[at + 1] not in _EVERY:
        return None  # "once the feed was gone"
    vague = _VAGUE.get(forms[at])
    if vague is None or (at and forms[at - 1] in {"tens", "hundreds"}):
        return None
    of = forms[at + 1 : at + 3]
    loose = forms[at].endswith("s") and of[:1] == ("of",) and not set(of) & lexicon.table("units").keys()
    return Quantity(vague[0], vague[1], "", at, at + 1, vague[0], 0.5, Bound.ABOUT, vague=loose)


def _one(reading: Reading, at: int, end: int) -> Quantity | None:
    """One unit of time: "for a year", "within an hour", "in a year and a half"."""
    forms = reading.forms
    if forms[at] not in {"a", "an"} or not at or at + 1 >= end:
        return None
    lasting = forms[at - 1] in _LASTING or forms[at + 2 : at + 3] in _SHIFTED
    if not lasting or forms[at + 1] not in _LONG:
        return None
    unit, factor = lexicon.table("units")[forms[at + 1]].split()
    more = forms[at + 2 : at + 5] == ("and", "a", "half")
    value, stop = (1.5, at + 5) if more else (0.5 if forms[at - 1] == "half" else 1.0, at + 2)
    return rounded(reading, Quantity(value, value, unit, at, stop, value, 0.5, factor=float(factor)))


def _joined(reading: Reading, left: int) -> str:
    """What the text has between two neighbouring words."""
    return reading.text[reading.ends[left] : reading.starts[left + 1]] if left + 1 < len(reading) else " "


def _score(reading: Reading, at: int, end: int) -> Quantity | None:
    """A score or a vote in two whole numbers, the larger first ("3-1"); the other way round it is a range."""
    forms = reading.forms
    if at + 1 >= end or not (forms[at].isdigit() and forms[at + 1].isdigit()) or len(forms[at]) > 3:
        return None
    if _joined(reading, at) not in {"-", "–", "—"} or int(forms[at]) <= int(forms[at + 1]):
        return None
    value = int(forms[at]) * 1000 + int(forms[at + 1])
    return Quantity(value, value, "score", at, at + 2, value, 0)


def _ordinal(reading: Reading, at: int) -> Quantity | None:
    forms = reading.forms
    if forms[at].isdigit() and forms[at + 1 : at + 2] in {("st",), ("nd",), ("rd",), ("th",)}:
        if _joined(reading, at) or _of_month(forms, at):
            return None
        value, end = float(forms[at]), at + 2
    elif forms[at] in ORDINALS and not is_part(reading, at):
        value, end = float(ORDINALS[forms[at]]), at + 1
    else:
        return None
    return Quantity(value, value, "ordinal", at, end, value, 0)


def _of_month(forms: tuple[str, ...], at: int) -> bool:
    """Whether an ordinal is a day of a month ("February 9th", "the 9th of February")."""
    months = lexicon.table("months")
    after = forms[at + 2 : at + 4]
    before = forms[at - 1] if at else ""
    month = after[1:2] if after[:1] == ("of",) else after[:1]
    return before in months or (bool(month) and month[0] in months)


def _amount(reading: Reading, at: int, end: int) -> Quantity | None:
    """A number with its sign, scale, unit and range."""
    sign = SIGNS.get(reading.forms[at], "")
    number_at = at + 1 if sign else at
    if number_at >= end or reading.forms[number_at][0] in "$€£¥":
        return None
    number = read_numeral(reading.forms, number_at)
    if number is None or (not sign and (_is_date(reading, number) or _is_pronoun(reading, number))):
        return None
    top = _range_top(reading, number, end)
    unit, factor, stop = _unit(reading, (top or number).end, end, sign)
    if top is not None:
        number = replace(number, value=number.value * _shared_scale(reading, number, top))
    high = top.value if top else number.value
    plain = Quantity(number.value, high, unit, at, stop, number.value, number.fineness, factor=factor)
    return rounded(reading, plain)


def _range_top(reading: Reading, number: Numeral, end: int) -> Numeral | None:
    """The upper end of a range that starts with this number: "5 to 10", "5-10", "between five and ten"."""
    forms, at = reading.forms, number.end
    if at >= end:
        return None
    if forms[at] == "to" or (forms[at] == "and" and "between" in forms[max(0, number.start - 2) : number.start]):
        at += 1
        if at < end and forms[at] in SIGNS:
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
    percent = _percent(forms, at)
    if percent is not None:
        return percent
    if forms[at : at + 2] == ("usa", "dollars"):
        return "dollar", 1.0, at + 2
    measure = lexicon.table("units").get(forms[at])
    if measure is None:
        return "", 1.0, at
    unit, factor = measure.split()
    return unit, float(factor), at + 2 if forms[at + 1 : at + 2] == ("old",) else at + 1


def _percent(forms: tuple[str, ...], at: int) -> tuple[str, float, int] | None:
    """Percent, or percentage points, which are another unit."""
    behind = at + 1 if forms[at] in {"%", "percent", "pc", "percentage"} else at
    if forms[at : at + 2] == ("per", "cent"):
        behind = at + 2
    if behind == at:
        return None
    if forms[behind : behind + 1] in {("point",), ("points",)}:
        return "point", 1.0, behind + 1
    return None if forms[at] == "percentage" else ("percent", 1.0, behind)


def _is_date(reading: Reading, number: Numeral) -> bool:
    """Whether a number is a year, a day of a month or a clock time."""
    forms, start, end = reading.forms, number.start, number.end
    after = forms[end] if end < len(forms) else ""
    before = forms[start - 1] if start else ""
    whole = end - start == 1 and forms[start].isdigit()
    if whole and len(forms[start]) == 4 and 1700 <= number.value < 2100 and "," not in reading.raw(start):
        counts = {*lexicon.table("units"), "people", "percent", "%"}
        no_date = before == "$" or (before == "than" and forms[start - 2 : start - 1] not in _WHEN)
        return after not in counts and not no_date
    months = lexicon.table("months")
    if whole and number.value <= 31 and (before in months or after in months):
        return True
    return is_clock(reading, start)


def _is_pronoun(reading: Reading, number: Numeral) -> bool:
    """Whether "one" counts nothing ("the one", "one of them")."""
    forms, start, end = reading.forms, number.start, number.end
    if forms[start] != "one" or end - start > 1:
        return False
    after = forms[end] if end < len(forms) else ""
    before = forms[start - 1] if start else ""
    return not after or after in lexicon.words("stop_words") or before in _BEFORE_PRONOUN
