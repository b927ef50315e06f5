"""Which words may stand for each other: the same stem, or a common line of the hand-made list of synonyms."""

from __future__ import annotations

from functools import lru_cache

from provaudit.match import lexicon
from provaudit.match.stems import stem

NEGATING = frozenset({"un", "in", "im", "dis", "non", "mis"})  # prefixes
LEAST_IN_COMMON = 5  # letters that two words of one family begin with
_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def _synonyms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lexicon.lines("synonyms"):
        stems = {stem(word) for word in line.split()}
        for base in stems:
            found.setdefault(base, set()).update(stems)
    return {base: frozenset(others - {base}) for base, others in found.items()}


def synonyms(base: str) -> frozenset[str]:
    """The other stems that may stand for this one."""
    return _synonyms().get(base, _NONE)


def akin(one: str, other: str) -> bool:
    """Whether two stems may stand for each other: equal, synonyms, or one word family ("legislate", "legislation").

    A word and its negation ("damaged", "undamaged") are of one family: which of them stands is for a check to say.
    """
    return one == other or other in synonyms(one) or _family(one, other) or negated(one, other)


def negated(one: str, other: str) -> bool:
    """Whether one of two stems is the other with a prefix that negates it."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) > 3 and longer.endswith(shorter) and longer[: -len(shorter)].rstrip("-") in NEGATING


def _family(one: str, other: str) -> bool:
    """A long common beginning and short different endings."""
    shorter = min(len(one), len(other))
    if shorter < LEAST_IN_COMMON or not (one.isalpha() and other.isalpha()):
        return False
    common = next((n for n in range(shorter) if one[n] != other[n]), shorter)
    return common >= LEAST_IN_COMMON and common >= max(len(one), len(other)) - 4 and common >= shorter - 2


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lexicon.lines("opposites"):
        written = [side.split() for side in line.split("/")]
        for words in (written, [_superlatives(side) for side in written]):
            sides = [{stem(word) for word in side} for side in words]
            for mine, theirs in (sides, sides[::-1]):
                for base in mine:
                    found.setdefault(base, set()).update(theirs)
    return {base: frozenset(others) for base, others in found.items()}


def _superlatives(words: list[str]) -> list[str]:
    """What the comparatives among some words say of one in many: "faster" → "fastest"."""
    return [f"{word[:-1]}st" for word in words if word.endswith("er")]


def opposites(base: str) -> frozenset[str]:
    """The stems that say the contrary of this one."""
    return _table().get(base, frozenset())
