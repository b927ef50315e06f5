"""Word stems: light, hand-made, enough to see that "confirmed" and "confirms" are one verb.

A shortened form of Porter's algorithm (M. F. Porter, "An algorithm for suffix stripping", Program 14, 1980): plurals,
-ed, -ing, -ly and -'s alone, so that distinct words do not fall together; irregular forms come from a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from provaudit.match import lexicon

_OBJECTS = frozenset(
    {"it", "them", "him", "her", "us", "me", "you", "this", "that"}
)  # may part a verb and its particle
_VOWEL = re.compile("[aeiouy]")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of one folded word."""
    word = word.removesuffix("'s").rstrip("'")
    if not word.isalpha() or len(word) < 3:
        return word
    base = lexicon.table("irregular").get(word)
    if base is not None:
        return _tail(base)
    spelled = lexicon.table("spellings").get(word)
    if spelled is not None:
        word = spelled
    return _tail(_suffix(_plural(word)))


def verb_stems(forms: Sequence[str]) -> tuple[str, ...]:
    """The stems of a text's words; a verb with its particle ("turned down") has that of the plain verb ("reject")."""
    stems = [stem(form) for form in forms]
    table = _phrasal()
    for at in [at for at, base in enumerate(stems[:-1]) if base in table]:
        behind = at + 1 + (forms[at + 1] in _OBJECTS)
        plain = table[stems[at]].get(forms[behind]) if behind < len(forms) else None
        if plain is not None:
            stems[at] = plain
    return tuple(stems)


@lru_cache(maxsize=1)
def _phrasal() -> dict[str, dict[str, str]]:
    """For the stem of a verb, the stem of the plain verb that it and each particle stand for."""
    found: dict[str, dict[str, str]] = {}
    for line in lexicon.lines("phrasal_verbs"):
        verb, particle, plain = line.split()
        found.setdefault(stem(verb), {})[particle] = stem(plain)
    return found


def _plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def _suffix(word: str) -> str:
    for suffix in ("ing", "ed"):
        rest = word[: -len(suffix)]
        if word.endswith(suffix) and len(rest) > 2 and _VOWEL.search(rest) and not word.endswith("eed"):
            return _undouble(rest)
    if word.endswith("ly") and len(word) > 5:
        return word[:-2]
    return word


def _undouble(word: str) -> str:
    if word[-1] == word[-2] and word[-1] not in "lsz":
        return word[:-1]
    return word


def _tail(word: str) -> str:
    """The silent e and the y of two spellings of one stem fall away ("resume" from "resuming", "carry", "carried")."""
    if word.endswith("i") and len(word) > 3:
        return word[:-1] + "y"
    if word.endswith("e") and len(word) > 3 and not word.endswith("ee"):
        return word[:-1]
    return word
