"""Drift of numbers: an amount of the claim that the passage gives as another one."""

from __future__ import annotations

from collections.abc import Iterator

from provaudit.match.amounts import MONEY, Quantity
from provaudit.match.arithmetic import follows
from provaudit.match.concepts import akin
from provaudit.match.misplaced import exchanged, misplaced, whole
from provaudit.match.multiples import parts_of_counts
from provaudit.match.pairing import Pairing
from provaudit.match.quantifiers import quantifier_drift
from provaudit.match.quantities import quantities
from provaudit.model import Drift, DriftKind

_MEASURED = frozenset({"length", "mass", "area"})  # whose unit is seldom left out
_CHANCE = 20  # two texts do not have a larger amount in common by chance
_PART = 3  # words between a part and its whole
_LOOSELY = 1.0  # no more than a unit in common
_COVERED = 0.5  # of the claim's content words; less of them may be of another thing
_IN_COMMON = 3  # words around two amounts
_SIZE = 1_000  # a slip of millions for billions, no more
_AFORESAID = frozenset({"the", "those", "these"})  # "14 on top of the 87"
_PLACES, _BESIDE = 20, 8  # where the amount stands elsewhere, and the words around that tell what it is of
_SURELY = 2.0  # how alike an amount's surroundings have to be where the amount itself stands elsewhere


def number_drift(pairing: Pairing) -> Iterator[Drift]:
    """One drift for each amount of the claim that the passage contradicts, in figures or in words."""
    yield from quantifier_drift(pairing)
    ours = quantities(pairing.claim)
    if not ours:
        return
    theirs = quantities(pairing.page, pairing.first, pairing.last)
    confirmed = [amount for amount in theirs if any(_same(amount, other) for other in ours)]
    double = _twice_used(ours, theirs) | exchanged(pairing, ours, theirs)
    parts = list(parts_of_counts(theirs))
    singled_out = _one_of_them(pairing)
    for amount in ours:
        if (singled_out and amount.unit == "" and amount.written == 1) or any(_same(amount, part) for part in parts):
            continue
        rival = _rival(pairing, amount, ours, (theirs, confirmed)) or double.get(amount.start)
        derived = rival is not None and not _of_the_same(amount, rival) and not _found(amount, theirs)
        if rival is None or (derived and follows(pairing, amount, rival, ours, theirs)):
            continue
        if not _same(amount, rival) and _told_elsewhere(pairing, amount, rival):
            continue
        yield _drift(pairing, amount, rival)


def _told_elsewhere(pairing: Pairing, amount: Quantity, rival: Quantity) -> bool:
    """Whether the page has the amount itself elsewhere, of more of the same things than the rival is of."""
    alike = max(_SURELY, _alike(amount, rival))
    page, places = pairing.page, pairing.page.index.get(pairing.claim.stems[amount.start], ())
    others = (
        other
        for at in places[:_PLACES]
        for other in quantities(page, max(0, at - _BESIDE), min(len(page), at + _BESIDE))
    )
    return any(_same(amount, other) and _alike(amount, other) > alike for other in others)


def _of_the_same(amount: Quantity, rival: Quantity) -> bool:
    """Whether two amounts are of the very same thing in the same words: the one is not reckoned from the other."""
    return amount.unit == rival.unit and _same_head(amount, rival) and len(amount.counted & rival.counted) >= _IN_COMMON


def _found(amount: Quantity, theirs: list[Quantity]) -> bool:
    return any(_same(amount, other) for other in theirs)


def _twice_used(ours: list[Quantity], theirs: list[Quantity]) -> dict[int, Quantity]:
    """Amounts of the claim that only agree with one that another of them answers better, and their rival.

    "from seven hours to two" between "the two capitals", where the page has "from seven hours to three".
    """
    pairs = [(_alike(mine, other), -mine.start, mine, other) for mine in ours for other in theirs if _same(mine, other)]
    taken: dict[int, int] = {}
    for _, _, mine, other in sorted(pairs, key=lambda pair: pair[:2], reverse=True):
        if mine.start not in taken and other.start not in taken.values():
            taken[mine.start] = other.start
    left = [other for other in theirs if other.start not in taken.values()]
    found: dict[int, Quantity] = {}
    for mine in ours:
        rivals = [other for other in left if _contradicts(mine, other) and _alike(mine, other) >= _SURELY]
        if mine.start not in taken and rivals:
            found[mine.start] = max(rivals, key=lambda other: _alike(mine, other))
    return found


def _same(one: Quantity, other: Quantity) -> bool:
    return _comparable(one, other) and one.agrees(other)


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts are of one unit, or one of them is bare ("a 45-year-old", "Smith, 45,")."""
    if one.unit == other.unit:
        return True
    if one.vague != other.vague:
        return False  # "thousands of candles", "12,000 euros"
    return "" in {one.unit, other.unit} and {one.unit, other.unit}.isdisjoint({"percent", "point", "ordinal", "score"})


def _rival(
    pairing: Pairing, amount: Quantity, ours: list[Quantity], there: tuple[list[Quantity], list[Quantity]]
) -> Quantity | None:
    """The passage's amount of the same thing, where it is another amount; `there` are all of them and the confirmed."""
    theirs, confirmed = there
    agreeing = [other for other in theirs if _same(amount, other)]
    if amount.unit in _MEASURED:  # "40 kilometres" is not said by "30 to 40"
        agreeing = [other for other in agreeing if other.unit == amount.unit or not other.is_range]
    if agreeing:
        if other := misplaced(pairing, amount, agreeing, theirs):
            return other
        rival = _swapped(amount, agreeing, theirs)
        return None if rival and _in_step(pairing, amount, agreeing, rival, ours) else rival
    rivals = [other for other in theirs if _contradicts(amount, other) and other not in confirmed]
    rivals = [other for other in rivals if _may_be(pairing, amount, other)]
    return max(rivals, key=lambda other: _alike(amount, other), default=None)


def _one_of_them(pairing: Pairing) -> bool:
    """Whether the passage singles one out ("one of the drivers") without counting it."""
    page = pairing.page
    return any(
        page.forms[at : at + 2] in {("one", "of"), ("another", "of")} for at in range(pairing.first, pairing.last)
    )


def _may_be(pairing: Pairing, amount: Quantity, other: Quantity) -> bool:
    """Whether another amount may be the claim's: of the same thing, or of its unit where the claim is told."""
    alike = _alike(amount, other)
    return alike > _LOOSELY or (alike > 0 and pairing.at_home(other.start) and pairing.coverage >= _COVERED)


def _in_step(
    pairing: Pairing, amount: Quantity, agreeing: list[Quantity], rival: Quantity, ours: list[Quantity]
) -> bool:
    """Whether two amounts did not change places.

    Both texts have them in one order, one is a part of the other ("two of the nine members"), or a large one is of
    people here and of a kind of people there.
    """
    if any(0 <= rival.start - part.end <= _PART for part in agreeing):
        return True
    if amount.head == "person" and amount.written > _CHANCE and agreeing[0].written == amount.written:
        return True
    twins = [mine for mine in ours if mine is not amount and _same(mine, rival)]
    if any(not mine.head and pairing.claim.forms[mine.start - 1] in _AFORESAID for mine in twins if mine.start):
        return True
    return any((mine.start < amount.start) == (rival.start < agreeing[0].start) for mine in twins)


def _contradicts(amount: Quantity, other: Quantity) -> bool:
    units = {amount.unit, other.unit}
    if amount.sort != other.sort and "alone" not in {amount.sort, other.sort}:
        return False
    kindred = len(units) == 1 or units == {"percent", "point"} or units <= MONEY or "age" in {amount.sort, other.sort}
    return kindred and not _same(amount, other) and (_of_one_size(amount, other) or _same_head(amount, other))


def _of_one_size(amount: Quantity, other: Quantity) -> bool:
    mine, theirs = amount.written * amount.factor, other.written * other.factor
    return max(mine, theirs) <= _SIZE * max(1.0, min(mine, theirs))


def _swapped(amount: Quantity, agreeing: list[Quantity], theirs: list[Quantity]) -> Quantity | None:
    """Another amount that is of the very same thing while the agreeing ones are of other things."""
    if not amount.head or any(_same_head(amount, other) or _same_company(amount, other) for other in agreeing):
        return None
    others = [other for other in theirs if other.unit == amount.unit and _same_head(amount, other)]
    elsewhere = all(other.unit == amount.unit for other in agreeing)
    return others[0] if len(others) == 1 and elsewhere and not _same(amount, others[0]) else None


def _same_company(one: Quantity, other: Quantity) -> bool:
    return any(akin(mine, theirs) for mine in one.behind for theirs in other.behind)


def _same_head(one: Quantity, other: Quantity) -> bool:
    return bool(one.head and other.head) and akin(one.head, other.head)


def _alike(amount: Quantity, other: Quantity) -> float:
    """How surely two amounts are of the same thing; 0 where nothing says so."""
    shared = sum(1 for base in amount.counted if any(akin(base, their) for their in other.counted))
    unit = 1.0 if amount.unit == other.unit and amount.unit not in {"", "ordinal"} else 0.0
    if amount.unit == other.unit == "ordinal" and not _same_head(amount, other):
        return (
            float(shared) if _same_company(amount, other) else 0.9 * bool(shared and not (amount.head and other.head))
        )
    head = 1.5 if _same_head(amount, other) else 0.0
    if amount.unit == other.unit == "" and amount.head and other.head and not head:
        shared -= 1  # counts of different things
    return max(0.0, shared + unit + head)


def _drift(pairing: Pairing, amount: Quantity, rival: Quantity) -> Drift:
    ours, theirs = (amount.start, amount.end), (rival.start, rival.end)
    if amount.written == rival.written:  # another rate or bound, "by" for "to"
        ours, theirs = whole(pairing.claim, amount), whole(pairing.page, rival)
    return Drift(DriftKind.NUMBER, pairing.claim.words(*ours), pairing.page.words(*theirs))
