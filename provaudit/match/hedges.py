"""Drift of hedges: a doubt the passage has and the draft lost, or the reverse, and a changed modal verb."""

from __future__ import annotations

from collections.abc import Iterator

from provaudit.match.cues import Cue, cues
from provaudit.match.pairing import Pairing
from provaudit.match.reading import Reading
from provaudit.model import Drift, DriftKind

_SPEAKERS_UNNAMED = frozenset("source sources official officials unnamed anonymous people reports".split())
_MODALS = {"must": "must", "should": "should", "ought": "should", "will": "will", "would": "will", "shall": "will"}


def hedge_drift(pairing: Pairing) -> Iterator[Drift]:
    """At most one drift: a hedge lost, gained, or a modal of another strength."""
    theirs = [cue for cue in _hedges(pairing.page, pairing.first, pairing.last) if _bears_on(cue, pairing.answers)]
    ours = [cue for cue in _hedges(pairing.claim, 0, len(pairing.claim)) if _bears_on(cue, pairing.partners)]
    if theirs and not _hedged_anyhow(pairing):
        yield Drift(DriftKind.HEDGE, "", pairing.page.words(theirs[0].start, theirs[0].end))
    elif ours and not _hedges(pairing.page, *pairing.around):
        yield Drift(DriftKind.HEDGE, pairing.claim.words(ours[0].start, ours[0].end), "")
    else:
        yield from _modal_drift(pairing)


def _hedges(reading: Reading, first: int, last: int) -> list[Cue]:
    return [cue for cue in cues(reading, "hedges", first, last) if _doubts(reading, cue)]


def _doubts(reading: Reading, cue: Cue) -> bool:
    word = reading.forms[cue.start]
    if word == "may" and reading.raw(cue.start)[0].isupper():
        return False
    after = reading.forms[cue.end] if cue.end < len(reading) else ""
    return not (word == "could" and after == "not")


def _bears_on(cue: Cue, answered: dict[int, int]) -> bool:
    return any(word in answered for word in cue.targets)


def _hedged_anyhow(pairing: Pairing) -> bool:
    """Whether the draft keeps a doubt anywhere: in the claim, in its sentence, or in the words that attribute it."""
    sides = (pairing.claim, pairing.sentence, pairing.cue)
    if any(_hedges(side, 0, len(side)) for side in sides):
        return True
    return any(form in _SPEAKERS_UNNAMED for form in pairing.sentence.forms)


def _modal_drift(pairing: Pairing) -> Iterator[Drift]:
    for here, there in pairing.partners.items():
        ours, theirs = _modal(pairing.claim, here), _modal(pairing.page, there)
        if ours and theirs and ours[0] != theirs[0]:
            yield Drift(DriftKind.HEDGE, ours[1], theirs[1])
            return


def _modal(reading: Reading, verb: int) -> tuple[str, str] | None:
    """The class of the modal right before a verb, and the modal as printed."""
    for place in range(verb - 1, max(-1, verb - 3), -1):
        kind = _MODALS.get(reading.forms[place])
        if kind is not None:
            return kind, reading.raw(place)
    return None
