"""Drift of negation: a word the claim denies and the passage affirms, or the reverse, and plain opposites."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from provaudit.match import lexicon
from provaudit.match.concepts import synonyms
from provaudit.match.cues import Cue, cues
from provaudit.match.pairing import Pairing
from provaudit.match.reading import Reading
from provaudit.match.stems import stem
from provaudit.model import Drift, DriftKind

# After "not" and "no" these do not deny what follows.
_NO_DENIAL = frozenset(
    "only just merely necessarily least doubt matter fewer less more later sooner say saying comment disclose know clear "
    "immediately yet specify elaborate identify name wonder so much".split()
)
_DENIALS = frozenset("denied denies deny denying denial rejected dismissed disputed disputes refuted refutes".split())


def negation_drift(pairing: Pairing) -> Iterator[Drift]:
    """At most one drift: the first word of the claim that is turned round."""
    ours = _denials(pairing.claim, 0, len(pairing.claim))
    theirs = _denials(pairing.page, pairing.first, pairing.last)
    found = _turned(pairing, ours, theirs) or _opposed(pairing, ours, theirs)
    if found is not None:
        yield found


def _denials(reading: Reading, first: int, last: int) -> list[Cue]:
    return [cue for cue in cues(reading, "negations", first, last) if _denies(reading, cue)]


def _denies(reading: Reading, cue: Cue) -> bool:
    after = reading.forms[cue.end] if cue.end < len(reading) else ""
    if reading.forms[cue.start] in {"no", "not", "nothing"} or reading.forms[cue.start].endswith("n't"):
        if after in _NO_DENIAL or (after == "but" and reading.forms[cue.start] == "nothing"):
            return False
        if reading.forms[cue.start] == "no" and reading.text[reading.ends[cue.start] :][:1] == ".":
            return False  # "No. 10"
        if reading.forms[cue.start - 1 : cue.start] == ("or",):
            return False  # "whether or not"
    return True


def _turned(pairing: Pairing, ours: list[Cue], theirs: list[Cue]) -> Drift | None:
    denied_here = {word for cue in ours for word in cue.scope}
    denied_there = {word for cue in theirs for word in cue.scope}
    cue_denies = bool(_denials(pairing.cue, 0, len(pairing.cue)))
    for cue in theirs:
        for word in cue.targets:
            here = pairing.answers.get(word)
            if (
                here is not None
                and here not in denied_here
                and not cue_denies
                and not _absolved(pairing, word, here, ours)
            ):
                return _drift(pairing, (here, here + 1), (cue.start, word + 1))
    for cue in ours:
        for word in cue.targets:
            there = pairing.partners.get(word)
            if there is not None and there not in denied_there and not _absolved(pairing, there, word, theirs):
                return _drift(pairing, (cue.start, word + 1), (there, there + 1))
    return None


def _absolved(pairing: Pairing, there: int, here: int, other_side: list[Cue]) -> bool:
    """Whether the other side turns the word in another way: any denial of its own, or an opposite word."""
    if other_side:
        return True
    opposite = _opposites(pairing.claim.stems[here]) | _opposites(pairing.page.stems[there])
    mine = {pairing.claim.stems[word] for word in range(len(pairing.claim))}
    return bool(opposite & mine) and bool(opposite & set(pairing.page.stems[pairing.first : pairing.last]) ^ opposite)


def _drift(pairing: Pairing, ours: tuple[int, int], theirs: tuple[int, int]) -> Drift:
    return Drift(DriftKind.NEGATION, pairing.claim.words(*ours), pairing.page.words(*theirs))


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lexicon.lines("opposites"):
        one, other = (stem(word) for word in line.split())
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {base: frozenset(others) for base, others in found.items()}


def _opposites(base: str) -> frozenset[str]:
    """The stems that say the contrary of this one or of a synonym of it."""
    direct = _table().get(base, frozenset())
    through = {other for one in synonyms(base) for other in _table().get(one, ())}
    return frozenset(direct | {far for one in direct for far in synonyms(one)} | through) - {base} - synonyms(base)


def _opposed(pairing: Pairing, ours: list[Cue], theirs: list[Cue]) -> Drift | None:
    """A word of the claim whose opposite stands in its place in the passage."""
    if ours or theirs:
        return None
    claim, page = pairing.claim, pairing.page
    for here in claim.content(0, len(claim)):
        if here in pairing.partners:
            continue
        contrary = _opposites(claim.stems[here])
        for there in page.content(pairing.first, pairing.last) if contrary else ():
            if there not in pairing.answers and page.stems[there] in contrary and _same_company(pairing, here, there):
                return _drift(pairing, (here, here + 1), (there, there + 1))
    return None


def _same_company(pairing: Pairing, here: int, there: int) -> bool:
    """Whether a neighbouring content word of the one answers a neighbour of the other."""
    ours = [word for word in pairing.claim.content(max(0, here - 4), min(len(pairing.claim), here + 5)) if word != here]
    return any(abs(pairing.partners[word] - there) <= 5 for word in ours if word in pairing.partners)
