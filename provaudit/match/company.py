"""What stands around an amount, by which it is told what is counted: people, an age, a time that is past."""

from __future__ import annotations

from dataclasses import replace

from provaudit.match.amounts import Quantity
from provaudit.match.cues import breaks
from provaudit.match.numerals import read_numeral
from provaudit.match.reading import Reading

_OLDEST = 115  # years


def with_company(reading: Reading, amount: Quantity, first: int, end: int) -> Quantity:
    """Note what stands around an amount, to tell which amounts of two texts are of the same thing."""
    after = reading.content(amount.end, min(end, amount.end + 5))[:3]
    before = reading.content(max(first, amount.start - 5), amount.start)[-3:]
    stems = frozenset(reading.stems[word] for word in (*before, *after))
    close = bool(after) and after[0] <= amount.end + 1
    parted = close and any(breaks(reading, at) for at in range(amount.end, after[0] + 1))
    head = reading.stems[after[0]] if close and not parted else ""
    sort = _sort(reading, amount)
    return replace(amount, counted=stems, head=head, behind=_behind(reading, amount, after), sort=sort)


def _sort(reading: Reading, amount: Quantity) -> str:
    """Whether a number is an age or may be one, or a length of time tells how long ago something was."""
    if amount.unit == "":
        return "age" if _is_age(reading, amount) else "alone" if _stands_alone(reading, amount) else ""
    if amount.unit != "time":
        return ""
    if reading.forms[amount.end - 1] == "old" or reading.forms[amount.end : amount.end + 1] == ("old",):
        return "age"
    return "ago" if reading.forms[amount.end : amount.end + 1] == ("ago",) else ""


def _is_age(reading: Reading, amount: Quantity) -> bool:
    """Whether a bare number is somebody's age: "Samadi, 62, …", "aged 62"."""
    if not 1 <= amount.written <= _OLDEST or amount.end - amount.start > 1:
        return False
    if reading.forms[amount.start - 1 : amount.start] == ("aged",):
        return True
    named = amount.start > 0 and reading.raw(amount.start - 1)[0].isupper() and reading.between(amount.start) == ", "
    ends = amount.end >= len(reading) or reading.between(amount.end).startswith(",") or reading.begins(amount.end)
    return named and ends and reading.forms[amount.start].isdigit()


def _stands_alone(reading: Reading, amount: Quantity) -> bool:
    """Whether a number is all that is said of somebody or something: "Feld, who holds two passports, is 51"."""
    said = reading.forms[amount.start - 1 : amount.start] in {("is",), ("was",)}
    return said and (amount.end >= len(reading) or breaks(reading, amount.end))


def _behind(reading: Reading, amount: Quantity, after: list[int]) -> frozenset[str]:
    """What follows an amount before the next one, a comma or an "and"."""
    found: set[str] = set()
    for word in after:
        between = range(max(amount.end, word - 2), word + 1)
        if read_numeral(reading.forms, word) or any(
            reading.forms[at] == "and" or breaks(reading, at) for at in between
        ):
            break
        found.add(reading.stems[word])
    return frozenset(found)
