"""Which way an amount went, where the passage tells it by another amount: "71,400 passengers, down from 88,000"."""

from __future__ import annotations

from provaudit.match.concepts import opposites
from provaudit.match.cues import TURNS
from provaudit.match.pairing import Pairing
from provaudit.match.quantities import quantities
from provaudit.match.reading import Reading
from provaudit.match.stems import stem
from provaudit.match.turned import Side

Place = tuple[int, int]
_VERB = 7  # words before an amount among which the verb stands that tells which way it went
_FROM = 9  # words behind an amount among which the amount it came from is told
_WAYS = {"up": 1, "down": -1}


def went_otherwise(pairing: Pairing, claim: Side, page: Side) -> tuple[Place, Place] | None:
    """The claim's verb that tells which way an amount went, and the passage's "up from" that tells otherwise."""
    theirs = quantities(pairing.page, pairing.first, pairing.last)
    for amount in quantities(claim.reading):
        verb = _verb(claim.reading, amount.start)
        if verb is None or verb in claim.turned:
            continue
        for other in theirs:
            if other.unit != amount.unit or not other.agrees(amount):
                continue
            at = _told_from(page.reading, other.end)
            if at is not None and _WAYS[page.reading.forms[at]] != _way(claim.reading.stems[verb]):
                return (verb, verb + 1), (at, at + 2)
    return None


def _verb(reading: Reading, at: int) -> int | None:
    """The nearest verb of rising or falling before an amount, in its clause and with a "to" before the amount."""
    if at and reading.forms[at - 1] != "to":
        return None
    for word in range(at - 1, max(-1, at - _VERB), -1):
        if reading.forms[word] in TURNS:
            return None
        if _way(reading.stems[word]):
            return word
    return None


def _way(base: str) -> int:
    """1 for a word that says that something grew, -1 for one that it shrank, 0 for any other."""
    if base == stem("rise") or base in opposites(stem("fall")):
        return 1
    return -1 if base == stem("fall") or base in opposites(stem("rise")) else 0


def _told_from(reading: Reading, at: int) -> int | None:
    """Where "up from" or "down from" stands close behind an amount, in its sentence."""
    stop = reading.sentences[reading.sentence_of(at - 1)][1]
    for word in range(at, min(at + _FROM, stop - 1)):
        if reading.forms[word] in _WAYS and reading.forms[word + 1] == "from":
            return word
        if reading.forms[word][0].isdigit():
            return None
    return None
