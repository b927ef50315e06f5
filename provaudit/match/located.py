"""In which words a difference lies that only the second reader sees.

Of the words that may carry it (amounts for a number, dates for a date …) those are told without which the reader sees
the least of it: erasure, as in Li, Monroe and Jurafsky (2016, "Understanding Neural Networks through Representation
Erasure"). A draft without any such words does not differ in them, whatever the reader thinks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from provaudit.match.calendar_words import dates
from provaudit.match.concepts import opposites
from provaudit.match.cues import cues
from provaudit.match.naming import names
from provaudit.match.pairing import Pairing
from provaudit.match.posts import is_post
from provaudit.match.quantities import quantities
from provaudit.match.reading import Reading
from provaudit.match.second_reader import Reads
from provaudit.match.times import base_date
from provaudit.model import Drift, DriftKind

Words = tuple[int, int]  # first and one past the last, of a reading
_MOST = 16  # places of one text that are tried


def located(kind: DriftKind, pairing: Pairing, reads: Reads) -> Iterator[Drift]:
    """The drift with the words it lies in; none where draft or passage has no words that can carry it."""
    ours = _carriers(kind, pairing.claim, (0, len(pairing.claim)), base_date(pairing.statement.dated))
    theirs = _carriers(kind, pairing.page, (pairing.first, pairing.last), base_date(pairing.published))
    if kind is DriftKind.NAME and not ours:
        ours, theirs = _posts(pairing)
    if kind is DriftKind.HEDGE:
        yield _doubt(pairing, ours, theirs, reads)
    elif ours and theirs:
        mine, other = _in_draft(kind, pairing, ours, reads).words, _in_passage(kind, pairing, theirs, reads).words
        if kind is DriftKind.NEGATION or not _may_be_one(mine, other):
            yield Drift(kind, mine, other)


def _posts(pairing: Pairing) -> tuple[list[Words], list[Words]]:
    """The posts and kin of each text that the other lacks ("the president's brother", "… son")."""
    claim, page = pairing.claim.forms, pairing.page.forms[pairing.first : pairing.last]
    ours = [(at, at + 1) for at, form in enumerate(claim) if is_post(form) and form not in page]
    there = enumerate(page, pairing.first)
    return ours, [(at, at + 1) for at, form in there if is_post(form) and form not in claim]


def _may_be_one(mine: str, other: str) -> bool:
    """Whether two carriers are one, or a short and a full form of one ("Grogan", "Sheila Grogan")."""
    ours, theirs = set(mine.casefold().split()), set(other.casefold().split())
    return ours <= theirs or theirs <= ours


class _Place(NamedTuple):
    """Words, and the reader's odds of a drift without them."""

    left: float
    words: str


def _doubt(pairing: Pairing, ours: Sequence[Words], theirs: Sequence[Words], reads: Reads) -> Drift:
    """The doubt that one text has and the other lacks, or of both the surest; a word of one where none is listed."""
    kind = DriftKind.HEDGE
    if ours or theirs:
        return Drift(kind, _in_draft(kind, pairing, ours, reads).words, _in_passage(kind, pairing, theirs, reads).words)
    mine = _in_draft(kind, pairing, _plain(pairing.claim, (0, len(pairing.claim))), reads)
    other = _in_passage(kind, pairing, _plain(pairing.page, (pairing.first, pairing.last)), reads)
    return Drift(kind, mine.words, "") if mine.left <= other.left else Drift(kind, "", other.words)


def _in_draft(kind: DriftKind, pairing: Pairing, places: Sequence[Words], reads: Reads) -> _Place:
    """The place of the draft without which the reader sees least of a drift; an empty one where there is none."""
    claim = pairing.claim
    without = [_without(claim, (0, len(claim)), place) for place in places]
    return _least(
        _Place(getattr(reads(text, [pairing.passage])[0], kind.value), claim.words(*place))
        for text, place in zip(without, places, strict=True)
    )


def _in_passage(kind: DriftKind, pairing: Pairing, places: Sequence[Words], reads: Reads) -> _Place:
    """The like of the passage."""
    page, stretch = pairing.page, (pairing.first, pairing.last)
    opinions = reads(pairing.claim.text, [_without(page, stretch, place) for place in places])
    return _least(
        _Place(getattr(opinion, kind.value), page.words(*place))
        for opinion, place in zip(opinions, places, strict=True)
    )


def _least(places: Iterable[_Place]) -> _Place:
    return min(places, key=lambda place: place.left, default=_Place(0.0, ""))


def _without(reading: Reading, stretch: Words, place: Words) -> str:
    """The words of a stretch but for those of one place."""
    return f"{reading.words(stretch[0], place[0])} {reading.words(place[1], stretch[1])}".strip()


def _carriers(kind: DriftKind, reading: Reading, stretch: Words, base: date | None) -> list[Words]:
    """The places of a stretch whose words may carry a drift of this kind."""
    if kind is DriftKind.NUMBER:
        found = [(one.start, one.end) for one in quantities(reading, *stretch)]
    elif kind is DriftKind.DATE:
        found = [(one.start, one.end) for one in dates(reading, base, *stretch)]
    elif kind is DriftKind.NAME:
        found = [(one.start, one.end) for one in names(reading, *stretch)]
    elif kind is DriftKind.HEDGE:
        found = [(cue.start, cue.end) for cue in cues(reading, "hedges", *stretch)]
    else:
        denied = [(cue.start, cue.end) for cue in cues(reading, "negations", *stretch)]
        plain = _plain(reading, stretch)
        contrary = [place for place in plain if opposites(reading.stems[place[0]])]  # what can be told the other way
        found = denied + contrary or plain
    return found[:_MOST]


def _plain(reading: Reading, stretch: Words) -> list[Words]:
    """The words of content of a stretch that are no names."""
    return [(at, at + 1) for at in reading.content(*stretch) if not reading.raw(at)[0].isupper()][:_MOST]
