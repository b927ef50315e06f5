"""Names that changed their part in a statement: another one does it on the page, or two of them changed places.

The part is told by the nearest word of the claim that the passage has too, on the same side of the name ("Ashe called
for", "Garland called for"; "lent to Meridian", "lent to Brinko").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from provaudit.match.naming import Name, names
from provaudit.match.pairing import Pairing
from provaudit.match.reading import Reading

_TOLD = 0.6  # of the rest of a claim that the passage has
_BESIDE = 5  # words between a name and the word that tells its part
_CLOSE = 2  # of a name that the passage has in another part too
_ROOT = 4  # first letters that two names of one word share
_PARTED = frozenset(
    {
        "he",
        "she",
        "it",
        "they",
        "who",
        "which",
        "that",
        "said",
        "says",
        "told",
        "and",
        "but",
        "his",
        "her",
        "its",
        "when",
    }
    | {"because", "after", "before", "while", "whose", "where", "added", "if", "according"}
)
_ARTICLES = frozenset({"the", "a", "an"})
_LEADING = frozenset(
    {"in", "at", "from", "to", "of", "near", "by", "for", "with", "against", "on", "into", "over", "than"}
)
_LEFT = {("left",), ("leaves",), ("leave",), ("leaving",), ("quit",)}
_PASSIVE = frozenset({"was", "were", "been", "being", "is", "are", "be"})


def in_its_part(pairing: Pairing, name: Name, theirs: Sequence[Name]) -> Name | None:
    """The name of the passage that stands to a word as the claim's name does to the same word."""
    near = pairing.page.forms[slice(*pairing.around)]
    possessive = pairing.claim.raw(name.end - 1).endswith(("'s", "’s"))
    if possessive or pairing.told_outside(name.start, name.end) < _TOLD or len(name.keys[0]) == 1:
        return None
    there_too = any(name.same(other) for other in theirs) or not set(name.keys).isdisjoint(near)
    reach = _CLOSE if there_too else _BESIDE
    for anchor, behind in _anchors(pairing, name, reach):
        there = pairing.partners[anchor]
        placed = _placing(pairing.claim, name)
        beside = [
            other
            for other in theirs
            if _stands(pairing.page, other, there, reach, behind=behind) and _placing(pairing.page, other) == placed
        ]
        if any(name.same(other) or _kin(name, other) for other in beside) or not pairing.at_home(there):
            return None
        if _is_told_there(pairing, name, theirs, there, behind=behind):
            return None
        beside = [other for other in beside if not _one_bearer(pairing, name, other)]
        if beside and not _turns_voice(pairing, anchor, there):
            return beside[0]
    return None


def _is_told_there(pairing: Pairing, name: Name, theirs: Sequence[Name], there: int, *, behind: bool) -> bool:
    """Whether the name itself stands in that sentence on that side of the word ("Dullay, of Ormsby, claimed")."""
    first, last = pairing.page.sentences[pairing.page.sentence_of(there)]
    side = range(first, there) if behind else range(there, last)
    return any(name.same(other) and other.start in side for other in theirs)


def _one_bearer(pairing: Pairing, name: Name, other: Name) -> bool:
    """Whether a full name of the page has a word of both ("Ivo", "Brandt")."""
    mine, theirs = set(name.keys), set(other.keys)
    return any(mine & set(full.keys) and theirs & set(full.keys) for full in names(pairing.page) if len(full.keys) > 1)


def _placing(reading: Reading, name: Name) -> str:
    """The small word that leads to a name ("in Faro", "from the Greens"); empty where none does."""
    before = [form for form in reading.forms[max(0, name.start - 2) : name.start] if form not in _ARTICLES]
    return before[-1] if before and before[-1] in _LEADING else ""


def _kin(name: Name, other: Name) -> bool:
    """Whether two names are of one word ("Cypriot", "Cyprus")."""
    return any(mine[:_ROOT] == theirs[:_ROOT] for mine in name.keys for theirs in other.keys if len(mine) >= _ROOT)


def _turns_voice(pairing: Pairing, anchor: int, there: int) -> bool:
    """Whether one text has the word in the passive and the other has not ("A beat B", "B was beaten by A")."""
    ours = _PASSIVE.isdisjoint(pairing.claim.forms[max(0, anchor - 2) : anchor])
    theirs = _PASSIVE.isdisjoint(pairing.page.forms[max(0, there - 2) : there])
    by = "by" in pairing.claim.forms[anchor : anchor + 3], "by" in pairing.page.forms[there : there + 3]
    return ours != theirs or by[0] != by[1]


def _anchors(pairing: Pairing, name: Name, reach: int) -> Iterator[tuple[int, bool]]:
    """The nearest answered words of the same stem on each side of a name, and whether they stand behind it."""
    claim, placed = pairing.claim, _placing(pairing.claim, name)
    after = range(name.end, min(len(claim), name.end + reach))
    before = range(name.start - 1, max(-1, name.start - reach - 1), -1)
    for places, behind in ((after, True), (before, False)):
        for at in places:
            if claim.forms[at] in _PARTED:
                break
            there = pairing.partners.get(at)
            if there is not None and placed and not pairing.at_home(there):
                continue  # "chartered another aircraft from Lomas", where another sentence has the aircraft
            if there is not None and claim.stems[at] == pairing.page.stems[there] and claim.raw(at)[0].islower():
                yield at, behind
                break


def _stands(page: Reading, other: Name, there: int, reach: int, *, behind: bool) -> bool:
    """Whether a name stands right before (or behind) a word, with nothing between that parts them."""
    first, last = (other.end, there) if behind else (there + 1, other.start)
    if not 0 <= last - first <= reach or page.raw(other.end - 1).endswith(("'s", "’s")):
        return False
    between = range(first, last)
    return _PARTED.isdisjoint(page.forms[at] for at in between) and not any(page.raw(at)[0].isupper() for at in between)


def exchanged(pairing: Pairing, ours: Sequence[Name], theirs: Sequence[Name]) -> tuple[Name, Name] | None:
    """Two names of the claim, told as a pair, that stand in the passage the other way round."""
    for one, other in pairwise(ours):
        link = pairing.claim.forms[one.end : other.start]
        if not _pairs(link, pairing.claim.forms[max(0, one.start - 1) : one.start]):
            continue
        if any(one.same(first) and other.same(second) for first, second in pairwise(theirs)):
            continue
        for first, second in pairwise(theirs):
            turned = one.same(second) and other.same(first) and not one.same(other)
            if turned and _one_link(link, pairing.page.forms[first.end : second.start]):
                return one, first
    return None


def _pairs(link: tuple[str, ...], before: tuple[str, ...]) -> bool:
    """Whether the words between two names tell their order: "from A to B", "A rather than B", "left A for B"."""
    return ("to" in link and before == ("from",)) or "than" in link or (link == ("for",) and before in _LEFT)


def _one_link(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return any(word in ours and word in theirs for word in ("to", "than")) or ours == theirs == ("for",)
