"""Claims of one draft that say the same thing."""

from __future__ import annotations

from collections.abc import Sequence

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
    for claim in claims:
        fitting = next((group for group in found if any(same_claim(claim, other) for other in group)), None)
        if fitting is None:
            found.append([claim])
        else:
            fitting.append(claim)
    return tuple(tuple(claim.id for claim in group) for group in found)


def same_claim(one: Claim, other: Claim) -> bool:
    """Whether two claims say the same thing, as far as their words tell."""
    if one.text == other.text:
        return True
    mine, theirs = _content(one), _content(other)
    if min(len(mine), len(theirs)) < _FEWEST or _numbers(one) != _numbers(other) or _denies(one) != _denies(other):
        return False
    shorter, longer = sorted((mine, theirs), key=len)
    return _shared(shorter, longer) >= _SHORTER and _shared(longer, shorter) >= _LONGER


def _content(claim: Claim) -> list[str]:
    words = read_claim(claim.text)
    return sorted({words.stems[word] for word in words.content(0, len(words))})


def _shared(some: list[str], others: list[str]) -> float:
    return sum(1 for word in some if any(akin(word, other) for other in others)) / len(some)


def _numbers(claim: Claim) -> set[str]:
    return {form for form in read_claim(claim.text).forms if form[0].isdigit()}


def _denies(claim: Claim) -> bool:
    return any(form in _DENIALS or form.endswith("n't") for form in read_claim(claim.text).forms)
