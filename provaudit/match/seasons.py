"""Seasons and feasts as times ("the following winter", "since Easter")."""

from __future__ import annotations

from datetime import date

from provaudit.match.reading import Reading
from provaudit.match.times import When

_FEASTS = frozenset({"easter", "christmas", "thanksgiving", "ramadan"})
SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
SEASONS |= {feast: feast for feast in sorted(_FEASTS)}
_OF_SEASON = frozenset({"the", "in", "last", "next", "this", "following", "previous", "since", "until", "by", "that"})
_A_FALL = frozenset({("the", ""), ("the", "after"), ("the", "of"), ("the", "and"), ("the", "that")})  # no season


def read_season(reading: Reading, at: int, base: date | None) -> When | None:  # noqa: ARG001 (one signature for all readers)
    """A season or a feast; of which year is left open ("the following winter", "since Easter")."""
    word, before = word_at(reading, at), word_at(reading, at - 1)
    name = SEASONS.get(word)
    if name is None or reading.raw(at)[0].isupper() != (name in _FEASTS):
        return None
    if name not in _FEASTS and before not in _OF_SEASON:
        return None
    of_a_year = word_at(reading, at + 1) == "of" and word_at(reading, at + 2)[:2] in {"19", "20"}
    if (
        word == "fall"
        and not of_a_year
        and (word_at(reading, at + 1) in {"of", "in", "from"} or (before, word_at(reading, at - 2)) in _A_FALL)
    ):
        return None
    return When(at, at + 1, "season", (), name)


def word_at(reading: Reading, at: int) -> str:
    """The form of a word; empty outside the text."""
    return reading.forms[at] if 0 <= at < len(reading) else ""
