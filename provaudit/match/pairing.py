"""A claim laid against a passage: which word of the one answers which word of the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from provaudit.match.concepts import akin
from provaudit.match.reading import Reading
from provaudit.model import Statement


@dataclass(frozen=True)
class Pairing:
    """A claim and the words first … last - 1 of a page.

    `partners` maps words of the claim to the words of the page that answer them (indices into the readings).
    `sentence` reads the draft's whole sentences, `cue` its attributing words.
    """

    statement: Statement
    published: str | None
    claim: Reading
    sentence: Reading
    cue: Reading
    page: Reading
    first: int
    last: int

    @cached_property
    def partners(self) -> dict[int, int]:
        """Content words of the claim that the passage has, in its own words; the order of the claim is followed."""
        theirs = self.page.content(self.first, self.last)
        by_stem: dict[str, list[int]] = {}
        for word in theirs:
            by_stem.setdefault(self.page.stems[word], []).append(word)
        values: dict[float, list[int]] = {}
        for place, value in self.page.numerals(self.first, self.last):
            values.setdefault(value, []).append(place)
        numbers = dict(self.claim.numerals(0, len(self.claim)))
        taken: dict[int, int] = {}
        used: set[int] = set()
        expected = self.first
        for word in self.claim.content(0, len(self.claim)):
            base = self.claim.stems[word]
            places = by_stem.get(base) or [place for other in by_stem if akin(base, other) for place in by_stem[other]]
            places = places or values.get(numbers.get(word, -1.0), [])
            free = [place for place in places if place not in used]
            if free:
                place = min(free, key=lambda place: (abs(place - expected), place))
                taken[word] = place
                used.add(place)
                expected = place + 1
        return taken

    @cached_property
    def answers(self) -> dict[int, int]:
        """The partners the other way round."""
        return {theirs: ours for ours, theirs in self.partners.items()}

    @cached_property
    def homes(self) -> frozenset[int]:
        """The sentences of the passage that carry the claim: those with at least half as many answers as the fullest."""
        counts = Counter(self.page.sentence_of(word) for word in self.answers)
        fullest = max(counts.values(), default=0)
        return frozenset(sentence for sentence, count in counts.items() if 2 * count > fullest)

    def at_home(self, word: int) -> bool:
        """Whether a word of the page stands in a sentence that carries the claim."""
        return self.page.sentence_of(word) in self.homes

    @property
    def coverage(self) -> float:
        """The plain share of the claim's content words that have a partner."""
        content = self.claim.content(0, len(self.claim))
        return len(self.partners) / len(content) if content else 0.0

    @property
    def around(self) -> tuple[int, int]:
        """The words of the passage with one more sentence on each side."""
        sentences = self.page.sentences
        left = max(0, self.page.sentence_of(self.first) - 1)
        right = min(len(sentences) - 1, self.page.sentence_of(self.last - 1) + 1)
        return sentences[left][0], sentences[right][1]
