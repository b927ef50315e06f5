"""Claims of one draft that say the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from provaudit.match.concepts import akin
from provaudit.match.reading import read_claim
from provaudit.model import Claim

# Share of the shorter claim's content words, and of the longer one's, that the two must have in common.
_SHORTER, _LONGER = 0.75, 0.5
_FEWEST = 3  # content words: a shorter claim says too little to be known again
_DENIALS = frozenset({"not", "no", "never", "denied", "denies", "without", "nobody", "none", "neither"})


def groups(claims: Sequence[Claim]) -> tuple[tuple[str, ...], ...]:
    """The ids of the claims that say the same thing, group by group; a claim alone is a group of one.

    Two claims say the same where most of their content words are the same or synonyms, and numbers and denials agree.
    The order within and between groups is that of the claims; who says it does not count.
    """
    found: list[list[Claim]] = []
    holding: dict[str, list[int]] = {}
    for claim in claims:
        number = next((at for at in _likely(claim, holding) if any(same_claim(claim, one) for one in found[at])), None)
        if number is None:
            number = len(found)
            found.append([])
        found[number].append(claim)
        for word in (*_content(claim.text), claim.text):
            if number not in holding.setdefault(word, [])[-1:]:
                holding[word].append(number)
    return tuple(tuple(claim.id for claim in group) for group in found)


def same_claim(one: Claim, other: Claim) -> bool:
    """Whether two claims say the same thing, as far as their words tell."""
    if one.text == other.text:
        return True
    if _facts(one.text) != _facts(other.text):
        return False
    mine, theirs = _content(one.text), _content(other.text)
    if min(len(mine), len(theirs)) < _FEWEST:
        return False
    shorter, longer = sorted((mine, theirs), key=len)
    return _shared(shorter, longer) >= _SHORTER and _shared(longer, shorter) >= _LONGER


def _likely(claim: Claim, holding: dict[str, list[int]]) -> list[int]:
    """The groups that share two words with a claim, or all of its text, in order: no other can say the same."""
    shared = Counter(number for word in _content(claim.text) for number in set(holding.get(word, ())))
    return sorted({number for number, count in shared.items() if count > 1} | set(holding.get(claim.text, ())))


@lru_cache(maxsize=4096)
def _content(text: str) -> tuple[str, ...]:
    words = read_claim(text)
    return tuple(sorted({words.stems[word] for word in words.content(0, len(words))}))


def _shared(some: tuple[str, ...], others: tuple[str, ...]) -> float:
    known = set(others)
    return sum(1 for word in some if word in known or any(akin(word, other) for other in others)) / len(some)


@lru_cache(maxsize=4096)
def _facts(text: str) -> tuple[frozenset[str], bool]:
    """The numbers of a claim, and whether it denies something."""
    forms = read_claim(text).forms
    numbers = frozenset(form for form in forms if form[0].isdigit())
    return numbers, any(form in _DENIALS or form.endswith("n't") for form in forms)
