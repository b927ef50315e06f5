"""Dates as they are written, resolved against the day their text came out.

"May 12, 2016", "12 May", "last May", "in 2016", "yesterday", "on Tuesday", "three days ago", "last week". A phrase that
may mean several days ("on Tuesday", the last one or the next) gives several ranges; days count from ordinal day 1.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from provaudit.match import lexicon
from provaudit.match.clock_times import read_clock
from provaudit.match.half_years import WHICH, read_half_year
from provaudit.match.numerals import NUMBER_WORDS, read_numeral
from provaudit.match.reading import Reading
from provaudit.match.seasons import SEASONS, read_season, word_at
from provaudit.match.times import Range, When

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAYS = {name: number for number, name in enumerate(_DAYS)}
_WEEKDAYS |= {name[:3]: number for name, number in list(_WEEKDAYS.items())} | {"tues": 1, "thurs": 3, "weds": 2}
_SHIFTED = ("last", "next", "this", "past", "previous")
_PARTS = {"end": "end", "beginning": "start", "start": "start", "middle": "middle"}
_TIMES = frozenset({"noon", "midday", "midnight", "dawn", "daybreak", "sunrise", "dusk", "sunset", "nightfall"})
_HEADS = frozenset({*_WEEKDAYS, *_SHIFTED, *SEASONS, *_PARTS, *_TIMES, "yesterday", "today", "tonight", "tomorrow"})
_HEADS |= {"morning", "afternoon", "evening", "night", *WHICH}
_BEFORE_MONTH = frozenset(
    {"in", "since", "until", "by", "early", "late", "mid", "of", "during", "from", "to", "through", "before", "after"}
    | {"between", "and", "every", "for", "a", "the", "or", "than", "this"}
)
_NAMES_TOO = frozenset({"may", "march", "april", "june", "august", "jan", "mar", "dec", "nov", "oct", "sun"})
_SPANS = {"week": 7, "weeks": 7, "day": 1, "days": 1, "month": 30, "months": 30, "year": 365, "years": 365}


def dates(reading: Reading, base: date | None, first: int = 0, last: int | None = None) -> list[When]:
    """The date phrases of the words first … last - 1, in order."""
    found: list[When] = []
    at, end = first, len(reading) if last is None else last
    while at < end:
        when = _at(reading, at, base)
        if when is None or when.end > end:
            at += 1
        else:
            found.append(when)
            at = when.end
    return found


def _at(reading: Reading, at: int, base: date | None) -> When | None:
    first = word_at(reading, at)
    if not (first[0].isdigit() or first in NUMBER_WORDS or first in _HEADS or first in lexicon.table("months")):
        return None
    for read in (
        _clock,
        read_half_year,
        _iso,
        _month_day,
        _day_month,
        _month,
        _relative_day,
        _weekday,
        _ago,
        _period,
        _year,
        read_season,
        _part,
    ):
        when = read(reading, at, base)
        if when is not None:
            return when
    return None


def _number(reading: Reading, at: int, low: int, high: int) -> int | None:
    word = word_at(reading, at)
    return int(word) if word.isdigit() and low <= int(word) <= high else None


def _day_number(reading: Reading, at: int) -> tuple[int, int] | None:
    """A day of the month and where it ends, its ordinal ending included."""
    day = _number(reading, at, 1, 31)
    if day is None or len(word_at(reading, at)) > 2:
        return None
    return day, at + 2 if word_at(reading, at + 1) in {"st", "nd", "rd", "th"} else at + 1


def _month_at(reading: Reading, at: int) -> int | None:
    """The month a word names; "may", "march" and "sun" only where they are capitalised."""
    number = lexicon.table("months").get(word_at(reading, at))
    return int(number) if number is not None and reading.raw(at)[0].isupper() else None


def _near(base: date, month: int, day: int) -> tuple[Range, ...]:
    """The days of the years around the base that a month and day without a year may mean: the last, and the next."""
    near = [_day(base.year + shift, month, day) for shift in (-1, 0, 1)]
    days = sorted(one for one in near if one is not None)
    past = [one for one in days if one <= base][-1:]
    future = [one for one in days if one > base][:1]
    return tuple((one, one) for one in (*past, *future))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_day(reading: Reading, at: int, base: date | None) -> When | None:
    month = _month_at(reading, at)
    day = _day_number(reading, at + 1) if month else None
    if month is None or day is None:
        return None
    year = _number(reading, day[1], 1500, 2200)
    return _dated(at, day[1] + (year is not None), (year, month, day[0]), base)


def _day_month(reading: Reading, at: int, base: date | None) -> When | None:
    day = _day_number(reading, at)
    if day is None:
        return None
    place = day[1] + 1 if word_at(reading, day[1]) == "of" else day[1]
    month = _month_at(reading, place)
    if month is None:
        return None
    year = _number(reading, place + 1, 1500, 2200)
    return _dated(at, place + 1 + (year is not None), (year, month, day[0]), base)


def _iso(reading: Reading, at: int, base: date | None) -> When | None:  # noqa: ARG001 (one signature for all readers)
    year, month, day = (
        _number(reading, at + n, low, high) for n, low, high in ((0, 1500, 2200), (1, 1, 12), (2, 1, 31))
    )
    if year is None or month is None or day is None or reading.text[reading.ends[at] : reading.starts[at + 1]] != "-":
        return None
    return _dated(at, at + 3, (year, month, day), None)


def _dated(start: int, end: int, parts: tuple[int | None, int, int], base: date | None) -> When | None:
    year, month, day = parts
    if year is not None:
        one = _day(year, month, day)
        return When(start, end, "day", ((one, one),), f"{month}-{day}") if one else None
    return When(start, end, "day", _near(base, month, day) if base else (), f"{month}-{day}")


def _month(reading: Reading, at: int, base: date | None) -> When | None:
    word = word_at(reading, at)
    shift = at + 1 if word in {"last", "next", "this", "past"} else at
    month = _month_at(reading, shift)
    if month is None:
        return None
    # "may" starts a sentence now and then, and is a name ("Theresa May"); a month stands after one of these.
    before = word_at(reading, at - 1)
    year_at = shift + 2 if word_at(reading, shift + 1) == "of" else shift + 1
    year = _number(reading, year_at, 1500, 2200)
    if year is None and shift == at and before not in _BEFORE_MONTH and not _surely_month(reading, shift):
        return None
    if year:
        return When(at, year_at + 1, "month", (_whole_month(year, month),), str(month))
    return When(at, shift + 1, "month", _months_near(base, month, word) if base else (), str(month))


def _surely_month(reading: Reading, at: int) -> bool:
    """Whether a month's name can be nothing else here: no given name, verb or surname ("planned for November")."""
    if word_at(reading, at) in _NAMES_TOO or reading.begins(at):
        return False
    after = at + 1
    return after >= len(reading) or not (reading.raw(after)[0].isupper() and reading.between(after) == " ")


def _whole_month(year: int, month: int) -> Range:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _months_near(base: date, month: int, which: str) -> tuple[Range, ...]:
    """The months of that name it may mean: the one just past (or this one) and the coming one."""
    past = base.year if month <= base.month else base.year - 1
    before_this = past - 1 if month == base.month else past
    years = {"last": (before_this, past - 1), "past": (before_this,), "next": (past + 1, past + 2)}
    return tuple(_whole_month(year, month) for year in years.get(which, (past, past + 1)))


def _relative_day(reading: Reading, at: int, base: date | None) -> When | None:
    shift = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}.get(word_at(reading, at))
    if shift is None:
        return None
    day = base + timedelta(days=shift) if base else None
    return When(at, at + 1, "day", ((day, day),) if day else (), "")


def _weekday(reading: Reading, at: int, base: date | None) -> When | None:
    which = word_at(reading, at)
    place = at + 1 if which in {"last", "next", "this", "past"} else at
    number = _WEEKDAYS.get(word_at(reading, place))
    if (
        number is None
        or not reading.raw(place)[0].isupper()
        or (len(word_at(reading, place)) == 3 and place + 1 < len(reading) and reading.text[reading.ends[place]] != ".")
    ):
        return None
    name = next(name for name, day in _WEEKDAYS.items() if day == number)
    if base is None:
        return When(at, place + 1, "day", (), name)
    past = base - timedelta(days=(base.weekday() - number) % 7)
    future = past + timedelta(days=7)
    days = {"last": (past - timedelta(days=7), past), "next": (future, future + timedelta(days=7))}.get(
        which, (past, future)
    )
    return When(at, place + 1, "day", tuple((day, day) for day in days), name)


def _ago(reading: Reading, at: int, base: date | None) -> When | None:
    """So long before the page's own date ("three days ago"); "a year earlier" counts from elsewhere and is left out."""
    word = word_at(reading, at)
    numeral = read_numeral(reading.forms, at)
    value, end = (1.0, at + 1) if word in {"a", "an"} else (numeral.value, numeral.end) if numeral else (0.0, at)
    span = _SPANS.get(word_at(reading, end))
    if not value or span is None or word_at(reading, end + 1) != "ago" or value * span > 36_500:
        return None
    grain = word_at(reading, end).removesuffix("s")
    if base is None:
        return When(at, end + 2, grain, (), f"{value:g} {grain} ago")
    middle = base - timedelta(days=round(value * span))
    slack = {"day": 0, "week": 4, "month": 20, "year": 250}[grain]
    return When(at, end + 2, grain, ((middle - timedelta(days=slack), middle + timedelta(days=slack)),), "")


def _period(reading: Reading, at: int, base: date | None) -> When | None:
    """A week, month or year beside the page's own ("last week", "this month", "next year")."""
    shift = {"last": -1, "this": 0, "next": 1, "previous": -1}.get(word_at(reading, at))
    grain = word_at(reading, at + 1)
    if shift is None or grain not in {"week", "month", "year"}:
        return None
    if base is None:
        return When(at, at + 2, grain, (), f"{shift} {grain}")
    return When(at, at + 2, grain, (_shifted(base, grain, shift),), "")


def _shifted(base: date, grain: str, shift: int) -> Range:
    if grain == "week":
        monday = base - timedelta(days=base.weekday()) + timedelta(days=7 * shift)
        return monday, monday + timedelta(days=6)
    if grain == "month":
        month = base.year * 12 + base.month - 1 + shift
        return _whole_month(month // 12, month % 12 + 1)
    return date(base.year + shift, 1, 1), date(base.year + shift, 12, 31)


def _year(reading: Reading, at: int, base: date | None) -> When | None:  # noqa: ARG001 (one signature for all readers)
    year = _number(reading, at, 1700, 2100)
    if year is None or len(word_at(reading, at)) != 4 or "," in reading.raw(at):
        return None
    than = word_at(reading, at - 1) == "than" and word_at(reading, at - 2) not in {"later", "earlier", "sooner"}
    if (
        than
        or word_at(reading, at - 1) in {"$", "€", "£"}
        or word_at(reading, at + 1)
        in {
            "people",
            "percent",
            "%",
            *lexicon.table("units"),
        }
    ):
        return None
    return When(at, at + 1, "year", ((date(year, 1, 1), date(year, 12, 31)),), str(year))


def _clock(reading: Reading, at: int, base: date | None) -> When | None:  # noqa: ARG001 (one signature for all readers)
    return read_clock(reading, at)


def _part(reading: Reading, at: int, base: date | None) -> When | None:
    """Which part of a month or year ("the end of May"); "the end of the year" is told of the page's own."""
    name = _PARTS.get(word_at(reading, at))
    if name is None or word_at(reading, at + 1) != "of":
        return None
    own = word_at(reading, at + 2) == "the"
    whole = word_at(reading, at + 2 + (own or word_at(reading, at + 2) in _SHIFTED))
    if own and base and whole in {"week", "month", "year"}:
        return When(at, at + 4, whole, (_shifted(base, whole, 0),), "")
    timely = whole in lexicon.table("months") or whole in {"week", "month", "year", "century"} or whole in SEASONS
    return When(at, at + 1, "part", (), name) if timely or _number(reading, at + 2, 1700, 2100) else None
