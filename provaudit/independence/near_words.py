"""Which groups of claims hold a word, or one akin to it: a vocabulary that is asked without reading all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from provaudit.match.concepts import LEAST_IN_COMMON, NEGATING, akin, synonyms


class Vocabulary:
    """Content words (stems), each with the numbers of the groups that hold it."""

    def __init__(self) -> None:
        self._holders: dict[str, dict[int, None]] = defaultdict(dict)
        self._families: dict[str, set[str]] = defaultdict(set)  # words by their beginning

    def add(self, words: Iterable[str], number: int) -> None:
        """Note that a group holds the words."""
        for word in words:
            self._holders[word][number] = None
            self._families[word[:LEAST_IN_COMMON]].add(word)

    def near(self, word: str) -> list[int]:
        """The groups that hold the word or one akin to it; some several times."""
        kin = {word, *synonyms(word), *self._families.get(word[:LEAST_IN_COMMON], ())}
        kin |= {prefix + word for prefix in NEGATING} | {word.removeprefix(prefix) for prefix in NEGATING}
        return [
            number
            for other in sorted(kin)
            if other in self._holders and akin(word, other)
            for number in self._holders[other]
        ]
