"""Times of day: "3 p.m.", "2.10pm", "15:20", "four in the morning", "noon", "before dawn", "on Monday afternoon"."""

from __future__ import annotations

from provaudit.match import lexicon
from provaudit.match.cues import breaks
from provaudit.match.numerals import SCALES, UNITS
from provaudit.match.reading import Reading
from provaudit.match.times import Minutes, When

_HOUR, _HALF_DAY, _DAY = 60, 720, 1440
# From which hour to which a time of day lasts; the night goes on past midnight.
_PARTS = {
    "noon": (12, 12), "midday": (12, 12), "midnight": (24, 24), "dawn": (3, 8), "daybreak": (3, 8), "sunrise": (4, 9),
    "dusk": (15, 22), "sunset": (15, 22), "nightfall": (16, 23), "morning": (0, 12), "afternoon": (12, 18),
    "evening": (16, 24), "night": (18, 30),
}  # fmt: skip
_LONG = frozenset({"morning", "afternoon", "evening", "night"})
_BESIDE_DAY = {("before",), ("after",), ("of",), ("following",)}
_COUNTED = frozenset({"percent", "per", "%", "percentage", "pc"})
_AFTER_DAY = frozenset({"mon", "tues", "wednes", "thurs", "fri", "satur", "sun"})
_ROUGHLY = {"about": (-40, 40), "around": (-40, 40), "after": (0, 90), "past": (0, 90), "before": (-90, 0),
            "by": (-90, 0), "nearly": (-20, 0), "almost": (-20, 0)}  # fmt: skip


def read_clock(reading: Reading, at: int) -> When | None:
    """The time of day that starts at this word, if one does."""
    form = reading.forms[at]
    if form in _PARTS:
        return _part(reading, at)
    if not (form[0].isdigit() or form in UNITS):
        return None
    hour, minute = _written(form) if form[0].isdigit() else (UNITS[form], 0)
    if _in_four_digits(reading, at):
        hour, minute = int(form[:2]), int(form[2:])
    half, end = _half(reading, at + 1)
    if not 0 <= hour <= 24 or (half and not 0 < hour <= 12) or (not half and not _is_clock(reading, at, end)):
        return None
    starts = _starts(hour * _HOUR + minute, half, whole_day=hour > 12 or form.startswith("0"))
    return When(at, end, "clock", (), "", tuple(_left_open(reading, at, (start, start)) for start in starts))


def _in_four_digits(reading: Reading, at: int) -> bool:
    """Whether a time is written as soldiers and agencies do ("0900 GMT", "2100 hours")."""
    form, after = reading.forms[at], reading.forms[at + 1 : at + 2]
    return (
        form.isdigit() and len(form) == 4 and int(form[2:]) < 60 and after in {("gmt",), ("utc",), ("hours",), ("hrs",)}
    )


def is_clock(reading: Reading, at: int) -> bool:
    """Whether a number tells the time here."""
    return read_clock(reading, at) is not None


def _written(form: str) -> tuple[int, int]:
    """The hour and minute of "3", "3:30" or "3.30"; an hour of 99 for anything else."""
    hours, _, minutes = form.replace(".", ":").partition(":")
    fine = hours.isdigit() and len(hours) <= 2 and (not minutes or (minutes.isdigit() and len(minutes) == 2))
    return (int(hours), int(minutes or 0)) if fine and int(minutes or 0) < 60 else (99, 0)


def _half(reading: Reading, at: int) -> tuple[str, int]:
    """Which half of the day is named behind an hour, and where that ends."""
    forms = reading.forms
    at += forms[at : at + 1] == ("o'clock",)
    if forms[at : at + 1] in {("am",), ("pm",)}:
        return forms[at], at + 1
    if forms[at : at + 2] == ("at", "night"):
        return "night", at + 2
    if forms[at : at + 2] == ("in", "the") and forms[at + 2 : at + 3] in {("morning",), ("afternoon",), ("evening",)}:
        return {"morning": "am"}.get(forms[at + 2], "pm"), at + 3
    return "", at


def _is_clock(reading: Reading, at: int, end: int) -> bool:
    """Whether an hour that names no half of the day is one: "5 o'clock", "15:20", "at 15.20"."""
    form, before = reading.forms[at], reading.forms[at - 1] if at else ""
    if reading.forms[end - 1] == "o'clock" or _in_four_digits(reading, at):
        return True
    after = reading.forms[end] if end < len(reading) else ""
    counted = after in _COUNTED or after in SCALES or after in lexicon.table("units")  # "held at 4.25 percent"
    return before == "at" and not counted and (":" in form or len(form.partition(".")[2]) == 2)


def _starts(minute: int, half: str, *, whole_day: bool) -> tuple[int, ...]:
    """The minutes of the day it may be."""
    if whole_day and not half:
        return (minute % _DAY,)
    early = minute % _HALF_DAY
    late = early + _HALF_DAY
    return {"am": (early,), "pm": (late,), "night": (late, early)}.get(half, (early, late))


def _part(reading: Reading, at: int) -> When | None:
    """A part of the day; the long ones only of a day that is named ("Monday morning", "on the night")."""
    form, before = reading.forms[at], reading.forms[at - 1] if at else ""
    of_a_day = before == "the" and reading.forms[at + 1 : at + 2] in _BESIDE_DAY  # "on the morning before the fire"
    if (
        form in _LONG
        and not of_a_day
        and not (
            before.removesuffix("day") in _AFTER_DAY or before in {"yesterday", "tomorrow", "this", "late", "early"}
        )
    ):
        return None
    if breaks(reading, at):
        return None
    low, high = _PARTS[form]
    return When(at, at + 1, "clock", (), form, (_left_open(reading, at, (low * _HOUR, high * _HOUR)),))


def _left_open(reading: Reading, at: int, span: Minutes) -> Minutes:
    """What the word before a time leaves open ("shortly after 8 a.m.")."""
    earlier, later = _ROUGHLY.get(reading.forms[at - 1] if at else "", (0, 0))
    return span[0] + earlier, span[1] + later
