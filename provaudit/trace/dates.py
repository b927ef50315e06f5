"""When an upstream page was published, as far as the draft's own words and date tell.

"A Newsmax report from May 2016" bounds it to that month; "on Nov. 11, 2016, Hicks told the AP" to the week from that
day; a date of something that happened only says that the page is not older. No page is younger than the draft.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"  # noqa: E501
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])"
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
}  # fmt: skip
_UNIT_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}

#: Finest first: a stretch of text is read by the first pattern that takes it.
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_YEAR}-(?P<number>0[1-9]|1[0-2])-{_DAY}",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"\b{_MONTH}(?:\s+of|,)?\s+{_YEAR}",
        rf"\b(?:[Oo]n|[Ss]ince)\s+{_MONTH}\s+{_DAY}",
        rf"\b[Oo]n\s+{_DAY}\s+{_MONTH}",
        rf"\b(?:[Ll]ast|[Ii]n|[Ss]ince|[Ee]arly|[Ll]ate|[Mm]id-?)\s+{_MONTH}",
        rf"\b(?:[Ii]n|[Ff]rom|[Ss]ince|[Oo]f)\s+(?:early\s+|late\s+)?{_YEAR}",
        rf"\b[Aa]\s+{_YEAR}(?=\s+[a-z])",
        r"\b(?P<when>[Ll]ast|[Tt]his|[Ee]arlier this|[Ll]ater? this|[Pp]ast|[Pp]revious)\s+(?P<unit>week|month|year)\b",
        r"\b(?:[Ll]ast|[Oo]n|[Tt]his|[Ll]ate|[Ee]arly)?\s*(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b",
        r"\b(?P<adverb>[Yy]esterday|[Tt]oday|[Ll]ast night|[Tt]his morning|[Tt]his afternoon|[Tt]onight)\b",
        r"\b(?P<count>\d{1,2}|a|an|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?P<unit>day|week|month|year)s?\s+ago\b",
    )
)
_REPORT = (
    r"(?:report|article|story|post|piece|column|editorial|op-ed|interview|dispatch|analysis|investigation|scoop)s?"
)
_PUBLISHED = r"(?:published|reported|posted|tweeted|wrote|printed|ran|aired|broadcast|revealed)"
_SAID = r"(?:told|said|says|announced|confirmed|stated|declared|denied|claimed|added|insisted|acknowledged)"


@dataclass(frozen=True, slots=True)
class _Hint:
    """Days that a stretch of text names."""

    first: date
    last: date
    start: int
    end: int


def date_hints(text: str, dated: str | None) -> tuple[str | None, str | None]:
    """The days (ISO, both included) between which the page that `text` leans on was published; None for no bound.

    `dated` is the draft's own date (ISO, any precision): nothing upstream is younger, and "last week" counts from it.
    """
    today = _parsed(dated)
    hints = [hint for hint in _hints(text, today) if today is None or hint.first <= today]
    spans = [(kind, hint) for hint in hints for kind in (_kind(text, hint),)]
    for kind, slack in (("report", 0), ("said", 7)):
        found = next((hint for name, hint in spans if name == kind), None)
        if found:
            return found.first.isoformat(), _earlier(found.last + timedelta(days=slack), today).isoformat()
    newest = max((hint.first for hint in hints), default=None)
    return newest.isoformat() if newest else None, today.isoformat() if today else None


def _hints(text: str, today: date | None) -> Iterator[_Hint]:
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            days = _days(match.groupdict(), today)
            if days:
                taken.append(match.span())
                yield _Hint(*days, *match.span())


def _kind(text: str, hint: _Hint) -> str:
    """What a date belongs to: a report, something said, or neither; judged by the words beside it."""
    before = re.split(r"[;“”\"]", text[max(0, hint.start - 60) : hint.start])[-1]
    after = re.split(r"[;“”\"]", text[hint.end : hint.end + 60])[0]
    if re.search(rf"\b(?:{_REPORT}|{_PUBLISHED})(?:\W+\w+){{0,3}}\W*$", before, re.IGNORECASE):
        return "report"
    if re.match(rf"(?:\s+\w+)?\s+{_REPORT}\b", after, re.IGNORECASE):
        return "report"
    if re.match(rf"\W+(?:\w+\W+){{0,5}}{_PUBLISHED}\b", after, re.IGNORECASE):
        return "report"
    if re.search(rf"\b{_SAID}\b(?:\W+\w+){{0,5}}\W*$", before) or re.match(rf"\W+(?:\w+\W+){{0,5}}{_SAID}\b", after):
        return "said"
    return ""


def _days(parts: dict[str, str | None], today: date | None) -> tuple[date, date] | None:
    try:
        if parts.get("year"):
            return _calendar_days(parts)
        if today is None:
            return None
        if parts.get("month"):
            return _month_without_year(parts, today)
        return _relative_days(parts, today)
    except (ValueError, OverflowError):
        return None  # February 30


def _calendar_days(parts: dict[str, str | None]) -> tuple[date, date]:
    year = int(parts["year"] or 0)
    month = int(parts["number"] or 0) if parts.get("number") else _MONTHS.get((parts.get("month") or "").lower(), 0)
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if parts.get("day"):
        day = date(year, month, int(parts["day"] or 0))
        return day, day
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _month_without_year(parts: dict[str, str | None], today: date) -> tuple[date, date]:
    """The last such month or day before the draft."""
    first, last = _calendar_days({**parts, "year": str(today.year)})
    if first > today:
        first, last = _calendar_days({**parts, "year": str(today.year - 1)})
    return first, last


def _relative_days(parts: dict[str, str | None], today: date) -> tuple[date, date] | None:
    if parts.get("weekday"):
        day = today - timedelta(days=(today.weekday() - _WEEKDAYS[(parts["weekday"] or "").lower()]) % 7)
        return day, day + timedelta(days=1)
    if parts.get("adverb"):
        yesterday = (parts["adverb"] or "").lower() in ("yesterday", "last night")
        return today - timedelta(days=1 if yesterday else 0), today
    unit = parts.get("unit") or ""
    if parts.get("count"):
        count = _NUMBERS.get(parts["count"] or "") or int(parts["count"] or 0)
        middle, width = today - timedelta(days=count * _UNIT_DAYS[unit]), timedelta(days=_UNIT_DAYS[unit])
        return middle - width, _earlier(middle + width, today)
    return _last_or_this(unit, (parts.get("when") or "").lower(), today)


def _last_or_this(unit: str, when: str, today: date) -> tuple[date, date]:
    this = when.endswith("this")
    if unit == "week":
        return today - timedelta(days=7 if this else 14), today
    first = today.replace(day=1) if unit == "month" else today.replace(month=1, day=1)
    if this:
        return first, today
    last = first - timedelta(days=1)
    return (last.replace(day=1) if unit == "month" else last.replace(month=1, day=1)), last


def _earlier(day: date, today: date | None) -> date:
    return min(day, today) if today else day


def _parsed(text: str | None) -> date | None:
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text or "")
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if month is None or day is None:
            return date(year or 1, month or 12, calendar.monthrange(year or 1, month or 12)[1])
        return date(year or 1, month, day)
    except ValueError:
        return None
