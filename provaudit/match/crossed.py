"""Statements whose denied and affirmed word changed places: "more harm than good", "polished but not joined"."""

from __future__ import annotations

from collections.abc import Iterator

from provaudit.match.denials import denials
from provaudit.match.pairing import Pairing
from provaudit.match.reading import Reading, read_claim
from provaudit.match.turned import Side

Place = tuple[int, int]
_SIDES = 3  # words on either side of "than" or "but" among which what is compared stands
_BUT = {("but",), ("and",)}
_DEGREES = frozenset({"more", "less", "rather", "fewer", "better", "worse"})


def crossed(pairing: Pairing, claim: Side, page: Side) -> tuple[Place, Place] | None:
    """Where the claim has "A but not B" or "more A than B" and the passage B and A."""
    theirs = [places for places in _contrasted(page) if pairing.at_home(places[0])]
    theirs += [places for places in _compared(pairing.page, pairing.first, pairing.last) if pairing.at_home(places[0])]
    ours = [*_contrasted(claim), *_compared(pairing.claim, 0, len(pairing.claim))]
    for first, second in ours:
        there = pairing.partners.get(second), pairing.partners.get(first)
        found = next((places for places in theirs if places == there), None)
        if found is not None:
            return (min(first, second), max(first, second) + 1), (min(found), max(found) + 1)
    return None


def _contrasted(side: Side) -> Iterator[Place]:
    """The word affirmed and the word denied of each "A but not B" and "not A but B"."""
    reading = side.reading
    for cue in side.alone:
        if not cue.targets:
            continue
        denied = cue.targets[0]
        if reading.forms[cue.start - 1 : cue.start] in _BUT:
            yield from ((at, denied) for at in reading.content(max(0, cue.start - _SIDES), cue.start)[-1:])
        elif reading.forms[denied + 1 : denied + 2] in _BUT:
            yield from ((at, denied) for at in reading.content(denied + 2, min(len(reading), denied + _SIDES + 2))[:1])


def _compared(reading: Reading, first: int, last: int) -> Iterator[Place]:
    """The content words right before and behind each "than" that follows "more" or its like."""
    for at in range(first, last):
        if reading.forms[at] != "than":
            continue
        before = reading.content(max(first, at - _SIDES), at)
        after = reading.content(at + 1, min(last, at + _SIDES))
        if before and after and not _DEGREES.isdisjoint(reading.forms[max(first, before[-1] - 1) : at]):
            yield before[-1], after[0]


def crossed_words(ours: str, theirs: str) -> bool:
    """Whether two quotations hold the same words of content, and each denies what the other affirms."""
    one, other = read_claim(ours), read_claim(theirs)
    stems = [sorted(text.stems[word] for word in text.content(0, len(text))) for text in (one, other)]
    if stems[0] != stems[1]:
        return False
    return _denies_besides(one, other) and _denies_besides(other, one)


def _denies_besides(one: Reading, other: Reading) -> bool:
    """Whether the one denies a word that the other affirms; of "no need to panic" it is the verb that is turned."""
    theirs = {other.stems[word] for cue in denials(other, 0, len(other)) for word in cue.targets}
    ours = {one.stems[cue.targets[-1]] for cue in denials(one, 0, len(one)) if cue.targets}
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)
