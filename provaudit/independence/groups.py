"""Claims of one draft that say the same thing.

Whatever may say the same shares enough words with a claim that one of its rarest must be among them, so that only the
claims which hold one of those, or a word akin to it, are compared (prefix filtering, after S. Chaudhuri, V. Ganti and
R. Kaushik, "A primitive operator for similarity joins in data cleaning", 2006).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from provaudit.independence.near_words import Vocabulary
from provaudit.match.concepts import akin
from provaudit.match.reading import read_claim
from provaudit.model import Claim

# Share of the shorter claim's content words, and of the longer one's, that the two must have in common.
_SHORTER, _LONGER = 0.75, 0.5
_FEWEST = 3  # content words: a shorter claim says too little to be known again
_DENIALS = frozenset({"not", "no", "never", "denied", "denies", "without", "nobody", "none", "neither"})

Facts = tuple[frozenset[str], bool]  # the numbers of a claim, and whether it denies something


class Wording(NamedTuple):
    """What a claim's words come to."""

    text: str
    facts: Facts
    content: frozenset[str]


def groups(claims: Sequence[Claim]) -> tuple[tuple[str, ...], ...]:
    """The ids of the claims that say the same thing, group by group; a claim alone is a group of one.

    Two claims say the same where most of their content words are the same or synonyms, and numbers and denials agree.
    The order within and between groups is that of the claims; who says it does not count.
    """
    found: list[list[str]] = []
    shelf = _Shelf()
    for claim in claims:
        number = shelf.place(wording(claim.text))
        if number == len(found):
            found.append([])
        found[number].append(claim.id)
    return tuple(tuple(group) for group in found)


def wording(text: str) -> Wording:
    """The content words of a claim, its numbers, and whether it denies."""
    words = read_claim(text)
    numbers = frozenset(form for form in words.forms if form[0].isdigit())
    denies = any(form in _DENIALS or form.endswith("n't") for form in words.forms)
    content = frozenset(words.stems[word] for word in words.content(0, len(words)))
    return Wording(text, (numbers, denies), content)


def same_claim(one: Wording, other: Wording) -> bool:
    """Whether two claims say the same thing, as far as their words tell."""
    if one.text == other.text:
        return True
    if one.facts != other.facts or min(len(one.content), len(other.content)) < _FEWEST:
        return False
    shorter, longer = sorted((one.content, other.content), key=len)
    return _shared(shorter, longer) >= _SHORTER and _shared(longer, shorter) >= _LONGER


def _shared(some: frozenset[str], others: frozenset[str]) -> float:
    return sum(1 for word in some if word in others or any(akin(word, other) for other in others)) / len(some)


class _Shelf:
    """The groups so far, and where to look for those that may say the same as a new claim."""

    def __init__(self) -> None:
        self._groups: list[list[Wording]] = []  # each wording once
        self._words: list[set[str]] = []  # all content words of a group
        self._of_text: dict[str, int] = {}
        # By the facts and the number of content words: which groups hold a word in a claim of that length.
        self._holding: dict[Facts, dict[int, Vocabulary]] = defaultdict(lambda: defaultdict(Vocabulary))

    def place(self, new: Wording) -> int:
        """The number of the first group that says the same, a new one where none does; the claim is put there."""
        number = self._of_text.get(new.text)
        earlier = (at for at in self._likely(new) if number is None or at < number)
        number = next((at for at in earlier if any(same_claim(new, one) for one in self._groups[at])), number)
        if number is None:
            number = len(self._groups)
            self._groups.append([])
            self._words.append(set())
        self._put(new, number)
        return number

    def _put(self, new: Wording, number: int) -> None:
        if self._of_text.get(new.text) == number:
            return
        self._of_text[new.text] = number
        self._groups[number].append(new)
        self._words[number] |= new.content
        if len(new.content) >= _FEWEST:
            self._holding[new.facts][len(new.content)].add(new.content, number)

    def _likely(self, new: Wording) -> list[int]:
        """The groups, in order, that share two words with a claim and may share as many as it takes."""
        if len(new.content) < _FEWEST or new.facts not in self._holding:
            return []
        near = set(chain.from_iterable(self._of_length(new.content, *one) for one in self._holding[new.facts].items()))
        return sorted(number for number in near if len(self._words[number] & new.content) > 1)

    @staticmethod
    def _of_length(content: frozenset[str], length: int, shelf: Vocabulary) -> Iterator[int]:
        """The groups with a claim of so many words that hold one of the rarest of these words, or one akin to it."""
        needed = math.ceil((_SHORTER if length >= len(content) else _LONGER) * len(content))
        held = sorted((shelf.near(word) for word in content), key=len)
        return chain.from_iterable(held[: len(content) - needed + 1])
