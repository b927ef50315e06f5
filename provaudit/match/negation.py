"""Drift of negation: a word the claim denies and the passage affirms, or the reverse, and plain opposites."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from provaudit.match import lexicon
from provaudit.match.cues import Cue, breaks, cues
from provaudit.match.pairing import Pairing
from provaudit.match.reading import Reading
from provaudit.match.stems import stem
from provaudit.model import AttributionKind, Drift, DriftKind

_COMPARED = frozenset({"more", "fewer", "less", "later", "sooner", "earlier", "better", "other"})
_BEFORE_NOUNS = frozenset({"no", "none", "nothing", "without", "neither", "nor", "lack", "absence", "denied", "denies"})
_NEAR = 5  # words within which another denial, or another answered word, belongs to the same statement


def negation_drift(pairing: Pairing) -> Iterator[Drift]:
    """At most one drift: the first word of the claim that is turned round."""
    all_ours = denials(pairing.claim, 0, len(pairing.claim))
    all_theirs = denials(pairing.page, pairing.first, pairing.last)
    ours, theirs = _unpaired(pairing, all_ours, all_theirs)
    theirs = [cue for cue in theirs if pairing.at_home(cue.start)]
    denied = {word for cue in all_ours for word in cue.scope}, {word for cue in all_theirs for word in cue.scope}
    found = _turned(pairing, ours, theirs, denied)
    if found is None and pairing.statement.kind is not AttributionKind.DIRECT:  # quoted words are compared one by one
        found = _opposed(pairing, ours, theirs)
    if found is not None:
        yield found


def _unpaired(pairing: Pairing, ours: list[Cue], theirs: list[Cue]) -> tuple[list[Cue], list[Cue]]:
    """The denials of each side that no denial of the other side answers."""
    left = list(theirs)
    kept: list[Cue] = []
    for cue in ours:
        partners = {pairing.partners[word] for word in cue.targets if word in pairing.partners}
        twin = next((other for other in left if partners & set(other.targets)), None)
        if twin is None:
            kept.append(cue)
        else:
            left.remove(twin)
    return kept, left


def denials(reading: Reading, first: int, last: int) -> list[Cue]:
    """The words that deny what follows them; two in a row ("did not rule out") cancel each other."""
    found = [cue for cue in cues(reading, "negations", first, last) if _denies(reading, cue)]
    kept: list[Cue] = []
    for cue in found:
        joined = reading.forms[cue.start] in {"nor", "neither"}
        if kept and cue.start - kept[-1].end <= 1 and not joined and not breaks(reading, cue.start):
            kept.pop()
        else:
            kept.append(cue)
    return kept


def _denies(reading: Reading, cue: Cue) -> bool:
    form = reading.forms[cue.start]
    after = reading.forms[cue.end] if cue.end < len(reading) else ""
    behind = reading.forms[cue.end : min(cue.end + _NEAR, reading.sentences[reading.sentence_of(cue.start)][1])]
    if after in lexicon.words("no_denial") or (form == "nothing" and after == "but"):
        return False
    if "until" in behind or (behind[1:2] == ("than",) and after in _COMPARED):
        return False  # "will not return until Friday" returns on Friday; "no more than ten"
    if form == "no" and reading.text[reading.ends[cue.start] :][:1] == ".":
        return False  # "No. 10"
    return reading.forms[cue.start - 1 : cue.start] != ("or",)  # "whether or not"


def _turned(
    pairing: Pairing, ours: list[Cue], theirs: list[Cue], denied: tuple[set[int], set[int]]
) -> Drift | None:
    """A word that one side denies and the other has without a denial near it."""
    denied_here, denied_there = denied
    by_cue = bool(denials(pairing.cue, 0, len(pairing.cue)))
    for cue in theirs if not by_cue else ():
        for there in _bearing(pairing.page, cue):
            here = pairing.answers.get(there)
            if here is not None and here not in denied_here and not _absolved(pairing.claim, here, ours):
                if not _contrary_beside(pairing.claim, here, pairing.page, there):
                    return _drift(pairing, (here, here + 1), (cue.start, there + 1))
    for cue in ours:
        for here in _bearing(pairing.claim, cue):
            there = pairing.partners.get(here, -1)
            if there >= 0 and there not in denied_there and not _absolved(pairing.page, there, theirs):
                if not _contrary_beside(pairing.page, there, pairing.claim, here):
                    return _drift(pairing, (cue.start, here + 1), (there, there + 1))
    if by_cue and ours == theirs == [] and not denials(pairing.page, *pairing.around):
        return _undenied(pairing)
    return None


def _bearing(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """The words a denial surely turns: of a verb the first content word past adverbs, of a noun phrase the first two."""
    targets = tuple(word for word in cue.targets if not reading.forms[word][0].isdigit())
    if reading.forms[cue.start] in _BEFORE_NOUNS:
        return targets
    return targets[:2] if targets and reading.forms[targets[0]].endswith("ly") else targets[:1]


def _undenied(pairing: Pairing) -> Drift | None:
    """The draft says it is denied; the page says it and has no denial near."""
    first = min(pairing.answers, default=-1)
    if first < 0:
        return None
    last = max(pairing.answers) + 1
    return Drift(DriftKind.NEGATION, pairing.statement.cue, pairing.page.words(first, last))


def _absolved(reading: Reading, word: int, denied: list[Cue]) -> bool:
    """Whether a denial stands close to a word after all, or one that denies a whole story ("denied it")."""
    close = any(cue.start - _NEAR <= word <= cue.end + _NEAR for cue in denied)
    return close or any(reading.forms[cue.start].startswith(("deni", "deny", "refute")) for cue in denied)


def _contrary_beside(reading: Reading, word: int, other: Reading, denied: int) -> bool:
    """Whether the side without the denial says it in another way ("rejected" for "did not approve", "untested", "lacks")."""
    base = other.stems[denied]
    around = reading.stems[max(0, word - _NEAR) : word + _NEAR + 2]
    prefixed = {prefix + base for prefix in ("un", "in", "im", "dis", "non", "mis")}
    return any(one in prefixed or one in opposites(base) or one in _negative() for one in around)


def _drift(pairing: Pairing, ours: tuple[int, int], theirs: tuple[int, int]) -> Drift:
    return Drift(DriftKind.NEGATION, pairing.claim.words(*ours), pairing.page.words(*theirs))


@lru_cache(maxsize=1)
def _negative() -> frozenset[str]:
    return frozenset(stem(word) for word in lexicon.lines("negative_words"))


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lexicon.lines("opposites"):
        sides = [{stem(word) for word in side.split()} for side in line.split("/")]
        for mine, theirs in (sides, sides[::-1]):
            for base in mine:
                found.setdefault(base, set()).update(theirs)
    return {base: frozenset(others) for base, others in found.items()}


def opposites(base: str) -> frozenset[str]:
    """The stems that say the contrary of this one."""
    return _table().get(base, frozenset())


def _opposed(pairing: Pairing, ours: list[Cue], theirs: list[Cue]) -> Drift | None:
    """A word of the claim whose opposite stands in its place in the passage, with no denial near either."""
    claim, page = pairing.claim, pairing.page
    for here in claim.content(0, len(claim)):
        contrary = opposites(claim.stems[here]) if here not in pairing.partners else frozenset()
        if not contrary or _absolved(claim, here, ours):
            continue
        for there in page.content(pairing.first, pairing.last):
            if there in pairing.answers or page.stems[there] not in contrary or _absolved(page, there, theirs):
                continue
            if _same_company(pairing, here, there):
                return _drift(pairing, (here, here + 1), (there, there + 1))
    return None


def _same_company(pairing: Pairing, here: int, there: int) -> bool:
    """Whether a neighbouring content word of the one answers a neighbour of the other."""
    ours = [word for word in pairing.claim.content(max(0, here - 4), min(len(pairing.claim), here + 5)) if word != here]
    return any(abs(pairing.partners[word] - there) <= _NEAR for word in ours if word in pairing.partners)
