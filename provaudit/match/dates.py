"""Drift of dates: a time of the claim that the passage gives as another one, each seen from its own page's date."""

from __future__ import annotations

from collections.abc import Iterator

from provaudit.match.calendar_words import dates
from provaudit.match.cues import breaks
from provaudit.match.pairing import Pairing
from provaudit.match.times import When, base_date
from provaudit.model import Drift, DriftKind

_COVERED = 0.5  # of the claim's content; a passage that has less of it may tell another time of another thing
_COARSE = {  # what is finer may be meant: "by the end of 2029" for "by December 2029"
    "year": ("year", "clock"),
    "half": ("year", "half", "clock"),
    "quarter": ("year", "half", "quarter", "clock"),
}
_SHIFTED = frozenset({"last", "next", "this"})
_PERIODS = frozenset({"week", "month", "year"})
_SAME_DAYS = 10  # between a page and a draft that may take its "last week" over


def date_drift(pairing: Pairing) -> Iterator[Drift]:
    """One drift for each date of the claim that the passage contradicts."""
    ours = dates(pairing.claim, base_date(pairing.statement.dated))
    if not ours:
        return
    base = base_date(pairing.published)
    theirs = dates(pairing.page, base, pairing.first, pairing.last)
    around = dates(pairing.page, base, *pairing.around)
    for when in ours:
        rival = _in_its_place(pairing, when, theirs)
        if _said_short(pairing, when) or (rival is None and _said_alike(pairing, when, theirs)):
            continue
        if rival is None and pairing.coverage >= _COVERED:
            rival = _rival(when, [other for other in theirs if _is_free(pairing, when, other, ours)], theirs, around)
        if rival is not None:
            yield Drift(
                DriftKind.DATE,
                pairing.claim.words(when.start, when.end),
                pairing.page.words(rival.start, rival.end),
            )


def _said_alike(pairing: Pairing, when: When, theirs: list[When]) -> bool:
    """Whether the passage tells the time in the very words of a draft of the same days ("today", "last week")."""
    ours, published = base_date(pairing.statement.dated), base_date(pairing.published)
    if ours is None or published is None or abs((ours - published).days) > _SAME_DAYS:
        return False
    words = pairing.claim.forms[when.start : when.end]
    return any(pairing.page.forms[other.start : other.end] == words for other in theirs)


def _said_short(pairing: Pairing, when: When) -> bool:
    """Whether the passage leaves the word for a part of a year out, having used it before ("early in the third")."""
    if when.grain not in {"half", "quarter"}:
        return False
    page, which = pairing.page, pairing.claim.forms[when.start]
    return any(
        page.forms[at] == which and (at + 1 >= len(page) or breaks(page, at + 1) or page.begins(at + 1))
        for at in range(pairing.first, pairing.last)
    )


def _is_free(pairing: Pairing, when: When, other: When, ours: list[When]) -> bool:
    """Whether a time of the passage may stand for the claim's.

    Not where it answers another one of the claim, nor where it starts a span, unless the claim's does ("since May").
    """
    if any(other.agrees(mine) and (mine.grain == other.grain or (mine.ranges and other.ranges)) for mine in ours):
        return False
    spans = pairing.claim.forms[max(0, when.start - 1) : when.start] in {("since",), ("from",)}
    return spans or pairing.page.forms[other.start - 1 : other.start] != ("since",)


def _in_its_place(pairing: Pairing, when: When, theirs: list[When]) -> When | None:
    """Another time where the passage's main sentence has the claim's words around it, and no agreeing one there."""
    home = [other for other in theirs if _may_replace(when, other) and pairing.at_home(other.start)]
    sides = {other: pairing.sides((when.start, when.end), (other.start, other.end)) for other in home}
    agreeing = [other for other in theirs if other.grain == when.grain and other.agrees(when)]
    if any(other in home for other in agreeing):
        placed = [other for other in home if sides[other] and all(sides[other]) and not other.agrees(when)]
        told = max((_shared(pairing, when, other) for other in agreeing), default=0)
        taken = {pairing.page.sentence_of(other.start) for other in agreeing}
        placed = [other for other in placed if pairing.page.sentence_of(other.start) not in taken]
        placed = [other for other in placed if _shared(pairing, when, other) > told]
    else:
        relative = pairing.claim.forms[when.start] in _SHIFTED
        placed = [
            other
            for other in home
            if any(sides[other]) and (other.grain == when.grain or (relative and all(sides[other])))
        ]
    said = pairing.claim.forms[when.start : when.end]
    return next((other for other in placed if pairing.page.forms[other.start : other.end] != said), None)


def _may_replace(when: When, other: When) -> bool:
    """Whether a time may stand in another's place: of its grain, or another such period ("next month", "next week")."""
    return other.grain == when.grain or ({when.grain, other.grain} <= _PERIODS and not other.agrees(when))


def _shared(pairing: Pairing, when: When, other: When) -> int:
    return pairing.shared_around((when.start, when.end), (other.start, other.end))


def _rival(when: When, free: list[When], theirs: list[When], around: list[When]) -> When | None:
    """The passage's time where it is another one than the claim's; None where some time nearby agrees."""
    if any(other.grain == when.grain and other.agrees(when) for other in (*theirs, *around)):
        return None
    if when.grain in _COARSE and any(other.grain not in _COARSE[when.grain] and other.agrees(when) for other in theirs):
        return None  # "by the end of 2029" for "by December 2029"
    same_grain = [other for other in free if other.grain == when.grain]
    if same_grain:
        return same_grain[0]
    if when.grain in {"clock", "season", "part"}:
        return None
    if any(other.agrees(when) and other.grain != "clock" and other.ranges and when.ranges for other in theirs):
        return None
    others = [other for other in free if other.ranges and when.ranges and not other.agrees(when)]
    return others[0] if others else None
