"""Amounts that a passage has, but of something else: two that changed places, another rate, "by" for "to"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, permutations

from provaudit.match.amounts import Quantity
from provaudit.match.cues import breaks
from provaudit.match.pairing import Pairing
from provaudit.match.reading import Reading
from provaudit.match.rounding import bounded_from

_CHANGES = {"by": "to", "to": "by"}  # "cut by 18 percent", "cut to 18 percent"
_PERIODS = {
    "hour": "hour", "hourly": "hour", "day": "day", "daily": "day", "night": "day", "nightly": "day", "week": "week",
    "weekly": "week", "month": "month", "monthly": "month", "quarter": "quarter", "year": "year", "yearly": "year",
    "annual": "year", "annually": "year", "annum": "year",
}  # fmt: skip
_EACH = frozenset({"a", "an", "per", "each", "every"})
_PART = 3  # words between a part and its whole ("two of the nine members")
_MOST = 12  # amounts of each text that are tried in pairs
_RATE = 8  # words between an amount and the time it is told for


def misplaced(
    pairing: Pairing, amount: Quantity, agreeing: Sequence[Quantity], theirs: Sequence[Quantity]
) -> Quantity | None:
    """The passage's amount that stands where the claim's should; None where the agreeing ones stand there.

    `agreeing` are the amounts of the passage that the claim's may be, `theirs` all of them.
    """
    return (
        _by_for_to(pairing, amount, agreeing)
        or _at_another_rate(pairing, amount, agreeing)
        or _in_its_place(pairing, amount, agreeing, theirs)
    )


def _by_for_to(pairing: Pairing, amount: Quantity, agreeing: Sequence[Quantity]) -> Quantity | None:
    """The amount where the claim has it as the change and the passage as what came of it, or the reverse."""
    mine = pairing.claim.forms[amount.start - 1] if amount.start else ""
    if mine not in _CHANGES or any(other.is_range for other in (amount, *agreeing)):
        return None
    theirs = [pairing.page.forms[other.start - 1] if other.start else "" for other in agreeing]
    return agreeing[0] if all(word == _CHANGES[mine] for word in theirs) else None


def _at_another_rate(pairing: Pairing, amount: Quantity, agreeing: Sequence[Quantity]) -> Quantity | None:
    """The amount where it is told for another length of time ("a month" for "a year")."""
    mine = _period(pairing.claim, amount)
    theirs = [_period(pairing.page, other) for other in agreeing]
    return agreeing[0] if mine and theirs and all(theirs) and mine not in theirs else None


def _period(reading: Reading, amount: Quantity) -> str:
    """The time that an amount is told for ("19 times a week"); empty where none is told in its clause."""
    at = _rate_at(reading, amount)
    return _PERIODS[reading.forms[at]] if at else ""


def _rate_at(reading: Reading, amount: Quantity) -> int:
    """Where the time stands that an amount is told for; 0 where none is."""
    for at in range(amount.end, min(len(reading), amount.end + _RATE) if amount.unit != "time" else amount.end):
        form = reading.forms[at]
        if breaks(reading, at) or form[0].isdigit() or form[0] in "$€£¥":
            return 0
        if form in _PERIODS and (form not in _PERIODS.values() or reading.forms[at - 1] in _EACH):
            return at
    return 0


def whole(reading: Reading, amount: Quantity) -> tuple[int, int]:
    """The words of an amount with what bounds it or the "by" or "to" before it, and the time it is told for."""
    start = bounded_from(reading, amount.start)
    led = start > 0 and reading.forms[start - 1] in _CHANGES
    rate = _rate_at(reading, amount)
    return start - led, rate + 1 if rate else amount.end


def _in_its_place(
    pairing: Pairing, amount: Quantity, agreeing: Sequence[Quantity], theirs: Sequence[Quantity]
) -> Quantity | None:
    """Another amount of the unit between the claim's words, where the agreeing one is between none of them."""
    if any(any(_sides(pairing, amount, other)) for other in agreeing):
        return None
    rivals = [other for other in theirs if other.unit == amount.unit and not other.agrees(amount)]
    rivals = [other for other in rivals if not any(_is_whole(pairing.page, one, other) for one in agreeing)]
    for other in rivals:
        sides = _sides(pairing, amount, other)
        if sides and all(sides) and pairing.at_home(other.start):
            told = _shared(pairing, amount, other)
            led = _lead(pairing.claim, amount) == _lead(pairing.page, other)  # "paid out"
            led = led and any(at in pairing.partners for at in range(max(0, amount.start - 2), amount.start))
            return other if led or all(told > _shared(pairing, amount, one) for one in agreeing) else None
    return None


def _is_whole(page: Reading, part: Quantity, other: Quantity) -> bool:
    """Whether one amount is a part of the other: "two of the nine members"."""
    between = page.forms[part.end : other.start]
    return len(between) <= _PART and "of" in between


def _lead(reading: Reading, amount: Quantity) -> tuple[str, ...]:
    return reading.forms[max(0, amount.start - 2) : amount.start]


def exchanged(pairing: Pairing, ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> dict[int, Quantity]:
    """Where the first of two amounts begins that the passage has the other way round, and what stands in its place."""
    ours, theirs = ours[:_MOST], theirs[:_MOST]
    for one, other in combinations(ours, 2):
        if one.unit != other.unit or one.agrees(other):
            continue
        for first, second in permutations(theirs, 2):
            turned = first.unit == second.unit == one.unit and one.agrees(second) and other.agrees(first)
            if not turned or not (pairing.at_home(first.start) and pairing.at_home(second.start)):
                continue
            straight = any(_sides(pairing, one, first)) and any(_sides(pairing, other, second))
            if straight and not any(_sides(pairing, one, second)) and not any(_sides(pairing, other, first)):
                return {one.start: first}
    return {}


def _sides(pairing: Pairing, amount: Quantity, other: Quantity) -> list[bool]:
    return pairing.sides((amount.start, amount.end), (other.start, other.end))


def _shared(pairing: Pairing, amount: Quantity, other: Quantity) -> int:
    return pairing.shared_around((amount.start, amount.end), (other.start, other.end))
