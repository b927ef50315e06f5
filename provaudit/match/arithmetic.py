"""Amounts that a page does not print but that follow from what it does: sums, differences, shares, lengths of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from provaudit.match.amounts import Bound, Quantity
from provaudit.match.calendar_words import dates
from provaudit.match.concepts import opposites
from provaudit.match.pairing import Pairing
from provaudit.match.reading import Reading
from provaudit.match.times import base_date

_MOST = 12  # amounts of a passage that are reckoned with
_CHANCE = 20  # smaller counts make another small one by chance
_JOINED = 4  # words between two small counts that are told together ("two men and a woman")
_ROUGH = 1.2  # of what the last digit of a share leaves open
_BESIDE = 8  # words around a share in which it is turned round
_RATES = {"day": 1.0, "daily": 1.0, "week": 7.0, "weekly": 7.0, "month": 30.44, "monthly": 30.44, "year": 365.25,
          "yearly": 365.25, "annually": 365.25, "hour": 1 / 24, "hourly": 1 / 24}  # fmt: skip
_BOUNDS = frozenset({"more", "fewer", "less", "over", "under", "above", "below", "most", "least", "up"})
_NEGATIVE = frozenset({"no", "not", "none", "never", "without", "neither", "nor", "lack", "lacks", "lacked", "cannot"})


def follows(
    pairing: Pairing, amount: Quantity, rival: Quantity, ours: Sequence[Quantity], theirs: Sequence[Quantity]
) -> bool:
    """Whether an amount of the claim, which the passage lacks, follows by plain arithmetic from what it has."""
    if amount.unit in {"ordinal", "score", "times"} or amount.is_range or amount.written == rival.written:
        return False
    if amount.sort == "age":
        return False
    if any(amount.agrees(other) for other in _at_our_rate(pairing, amount, theirs[:_MOST])):
        return True
    others = [mine for mine in ours[:_MOST] if mine is not amount]
    if any(amount.agrees(made) for made in _made(pairing, amount, others, theirs[:_MOST])):
        return True
    if amount.unit == "percent" and _completes(pairing, amount, rival):
        return True
    return amount.unit == "time" and amount.factor >= 1 and _elapsed(pairing, amount)


def _made(
    pairing: Pairing, amount: Quantity, ours: Sequence[Quantity], theirs: Sequence[Quantity]
) -> Iterator[Quantity]:
    for one in theirs:
        if one.is_range and _fits(amount, one) and pairing.page.forms[max(0, one.start - 1) : one.start] == ("from",):
            yield _plain(amount, one, one.high - one.low)
    large = amount.written >= _CHANCE or amount.unit not in {"", "time"}
    for one, other in combinations(theirs, 2):
        mixed = one.unit != other.unit and "" not in {one.unit, other.unit}  # "14 hectares, all but two of them"
        if mixed or (one.unit == other.unit and one.factor != other.factor) or not one.written or not other.written:
            continue
        smaller, larger = sorted((one, other), key=lambda part: part.written)
        if amount.unit == "percent" and one.unit != "percent" and larger.written >= 4:
            yield _share(amount, smaller.written / larger.written)
            yield from (_share(amount, part.written / (one.written + other.written)) for part in (one, other))
        if not _fits(amount, one):
            continue
        if large or (_told_together(pairing.page, one, other) and not _told(ours, one, other)):
            yield _plain(amount, one, larger.written + smaller.written)
        if large or (_told(ours, larger) and _left_over(pairing, amount, smaller)):
            yield _plain(amount, one, larger.written - smaller.written)


def _told(ours: Sequence[Quantity], *parts: Quantity) -> bool:
    """Whether the claim itself has one of these amounts."""
    return any(mine.written == part.written for mine in ours for part in parts)


def _share(amount: Quantity, part: float) -> Quantity:
    share = 100 * part
    off = max(_ROUGH * amount.fineness, 0.06)  # "53.8 percent" is told to its last digit, "54 percent" to a whole one
    return replace(amount, low=share - off, high=share + off, written=share, fineness=0.5, bound=Bound.ABOUT)


def _at_our_rate(pairing: Pairing, amount: Quantity, theirs: Sequence[Quantity]) -> Iterator[Quantity]:
    """The passage's rates over the claim's length of time ("£45 a year" is £3.75 a month)."""
    span = _per(pairing.claim, amount)
    for other in theirs if span else ():
        of = _per(pairing.page, other)
        if of and of != span and other.unit == amount.unit:
            value = other.written * span / of
            yield replace(other, low=0.97 * value, high=1.03 * value, written=value, bound=Bound.ABOUT)


def _per(reading: Reading, amount: Quantity) -> float:
    """The days that an amount is told for ("a year", "annually"); 0 where it is no rate."""
    forms = reading.forms[amount.end : amount.end + 3]
    if forms[:1] and forms[0] in _RATES:
        return _RATES[forms[0]]
    return _RATES.get(forms[1], 0.0) if len(forms) > 1 and forms[0] in {"a", "an", "per", "every", "each"} else 0.0


def _fits(amount: Quantity, other: Quantity) -> bool:
    """Whether sums and differences of such amounts are of the claim's kind; of shares the difference is in points."""
    return other.unit == ("percent" if amount.unit == "point" else amount.unit) or "" in {amount.unit, other.unit}


def _plain(amount: Quantity, like: Quantity, value: float) -> Quantity:
    factor = like.factor if like.unit == amount.unit else amount.factor
    fineness = max(like.fineness, amount.fineness)
    return replace(amount, low=value, high=value, written=value, fineness=fineness, factor=factor, bound=Bound.EXACT)


def _told_together(page: Reading, one: Quantity, other: Quantity) -> bool:
    """Whether two counts are told together ("two men and a woman")."""
    between = page.forms[one.end : other.start]
    return len(between) <= _JOINED and "and" in between


def _left_over(pairing: Pairing, amount: Quantity, part: Quantity) -> bool:
    """Whether the page tells the rest of a whole: "all but two of them", or "seven have" for "two have not"."""
    if pairing.page.forms[max(0, part.start - 2) : part.start] == ("all", "but"):
        return True
    ours, theirs = _around(pairing.claim, amount), _around(pairing.page, part)
    return _turns(pairing.claim, ours) != _turns(pairing.page, theirs)


def _completes(pairing: Pairing, amount: Quantity, rival: Quantity) -> bool:
    """Whether a share is the rest of the page's, which says the contrary ("a third are insured")."""
    if rival.unit != "percent":
        return False
    flipped = {Bound.ABOVE: Bound.BELOW, Bound.BELOW: Bound.ABOVE}.get(rival.bound, rival.bound)
    rest = replace(rival, low=100 - rival.high, high=100 - rival.low, written=100 - rival.written, bound=flipped)
    if not amount.agrees(rest):
        return False
    ours, theirs = _around(pairing.claim, amount), _around(pairing.page, rival)
    if _turns(pairing.claim, ours) != _turns(pairing.page, theirs):
        return True
    stems = {pairing.page.stems[at] for at in theirs}
    telling = [at for at in ours if pairing.claim.forms[at] not in _BOUNDS]
    return any(not stems.isdisjoint(opposites(pairing.claim.stems[at])) for at in telling)


def _around(reading: Reading, amount: Quantity) -> range:
    return range(max(0, amount.start - _BESIDE), min(len(reading), amount.end + _BESIDE))


def _turns(reading: Reading, places: range) -> bool:
    return any(reading.forms[at] in _NEGATIVE or reading.forms[at].endswith("n't") for at in places)


def _elapsed(pairing: Pairing, amount: Quantity) -> bool:
    """Whether a length of time lies between two of the passage's dates, or between one and the page's own date."""
    base = base_date(pairing.published)
    named = [when for when in dates(pairing.page, base, pairing.first, pairing.last) if when.ranges][:_MOST]
    spans = [when.ranges[0] for when in named] + ([(base, base)] if base else [])
    return any(_lasts(amount, *sorted(pair)) for pair in combinations(spans, 2))


def _lasts(amount: Quantity, one: tuple[date, date], other: tuple[date, date]) -> bool:
    least, most = (other[0] - one[1]).days, (other[1] - one[0]).days
    slack = 0.5 * amount.factor
    return least - slack <= amount.high * amount.factor and amount.low * amount.factor <= most + slack
