"""A claim laid against a passage: which word of the one answers which word of the other."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from provaudit.match import lexicon
from provaudit.match.concepts import akin, opposites
from provaudit.match.reading import Reading
from provaudit.model import Statement

_SYMBOLS = frozenset("$€£¥%…")
_REACH = 6  # words by which a word in other words may stand outside the sentences of those that stand there
_BESIDE = 4  # words of the claim on either side that point to where one stands
_AROUND = 5  # words on either side of a number or a date
_CONTRARY = 0.6  # of a word whose contrary stands there


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

    @property
    def passage(self) -> str:
        """The text of the passage."""
        return self.page.words(self.first, self.last)

    @cached_property
    def partners(self) -> dict[int, int]:
        """Content words of the claim that the passage has, in its own words; the order of the claim is followed.

        A word in other words is only taken near one that is there as it stands.
        """
        content = self.claim.content(0, len(self.claim))
        same = self._paired(content, {}, self._same_places)
        firm = sorted(same.values())
        sentences = {self.page.sentence_of(place) for place in firm}
        rest = [word for word in content if word not in same]

        def near(word: int) -> list[int]:
            places = self._akin_places(word)
            return [
                place
                for place in places
                if not firm or self.page.sentence_of(place) in sentences or _distance(firm, place) <= _REACH
            ]

        return self._in_place(self._paired(rest, same, near))

    def _in_place(self, paired: dict[int, int]) -> dict[int, int]:
        """The pairs without those words whose contrary stands where they should, and they themselves elsewhere."""
        kept = dict(paired)
        for word, place in paired.items():
            contrary = opposites(self.claim.stems[word])
            rivals = [at for base in contrary for at in self._by_stem.get(base, ()) if at not in kept.values()]
            beside = {other: at for other, at in paired.items() if other != word}
            rival = min(rivals, key=lambda at: self._off(beside, word, at), default=None)
            if rival is None:
                continue
            near, far = self._off(beside, word, rival), self._off(beside, word, place)
            other_word = self.claim.stems[word] != self.page.stems[place]
            if (
                near + _REACH < far
                or (other_word and near < far)
                or (near < far and near <= _REACH and self._strays(paired, place, rival))
            ):
                del kept[word]
        return kept

    def _strays(self, paired: dict[int, int], place: int, rival: int) -> bool:
        """Whether a place lies in a sentence that has less of the claim than the rival's."""
        counts = Counter(self.page.sentence_of(at) for at in paired.values() if at != place)
        return counts[self.page.sentence_of(place)] < counts[self.page.sentence_of(rival)]

    def _paired(self, words: list[int], taken: dict[int, int], places_of: Callable[[int], list[int]]) -> dict[int, int]:
        """Give each word the free place that is nearest to where its neighbours point; those of one place first."""
        paired = dict(taken)
        used = set(taken.values())
        places = {word: places_of(word) for word in words}
        for word in sorted(words, key=lambda word: (len(places[word]) > 1, word)):
            free = [place for place in places[word] if place not in used]
            if free:
                place = min(free, key=lambda place: (self._off(paired, word, place), place))
                paired[word] = place
                used.add(place)
        return dict(sorted(paired.items()))

    def _off(self, paired: dict[int, int], word: int, place: int) -> int:
        """By how many words a place is off from where the paired words next to a word of the claim point."""
        beside = [other for other in range(word - _BESIDE, word + _BESIDE + 1) if other in paired]
        if not beside:
            return abs(place - self.first)
        return min(abs(place - paired[other] - (word - other)) for other in beside)

    @cached_property
    def _by_stem(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for word in self.page.content(self.first, self.last):
            found.setdefault(self.page.stems[word], []).append(word)
        return found

    @cached_property
    def _by_value(self) -> dict[float, list[int]]:
        found: dict[float, list[int]] = {}
        for place, value in self.page.numerals(self.first, self.last):
            found.setdefault(value, []).append(place)
        return found

    @cached_property
    def _values(self) -> dict[int, float]:
        return dict(self.claim.numerals(0, len(self.claim)))

    def _same_places(self, word: int) -> list[int]:
        by_value = self._by_value.get(self._values[word], []) if word in self._values else []
        return self._by_stem.get(self.claim.stems[word]) or by_value

    def _akin_places(self, word: int) -> list[int]:
        base = self.claim.stems[word]
        return [place for other, places in self._by_stem.items() if akin(base, other) for place in places]

    @cached_property
    def answers(self) -> dict[int, int]:
        """The partners the other way round."""
        return {theirs: ours for ours, theirs in self.partners.items()}

    @cached_property
    def homes(self) -> frozenset[int]:
        """The sentences of the passage that carry the claim: those with more than half the fullest one's answers."""
        counts = Counter(self.page.sentence_of(word) for word in self.answers)
        fullest = max(counts.values(), default=0)
        return frozenset(sentence for sentence, count in counts.items() if 2 * count > fullest)

    def at_home(self, word: int) -> bool:
        """Whether a word of the page stands in a sentence that carries the claim."""
        return self.page.sentence_of(word) in self.homes

    def sides(self, ours: tuple[int, int], theirs: tuple[int, int]) -> list[bool]:
        """For each side of a stretch of the claim, whether the page has the word there beside its own stretch.

        A side without a content word near is left out.
        """
        left = _beside(self.claim, ours[0] - 1, -1), _beside(self.page, theirs[0] - 1, -1)
        right = _beside(self.claim, ours[1], 1), _beside(self.page, theirs[1], 1)
        return [self.partners.get(mine) == other for mine, other in (left, right) if mine is not None]

    def shared_around(self, ours: tuple[int, int], theirs: tuple[int, int]) -> int:
        """How many words around a stretch of the claim the page has as they stand around one of its own."""
        near = (*range(ours[0] - _AROUND, ours[0]), *range(ours[1], ours[1] + _AROUND))
        there = [self.partners[at] for at in near if at in self.partners]
        there = [at for at in there if self.claim.stems[self.answers[at]] == self.page.stems[at]]
        first, last = self.page.sentences[self.page.sentence_of(theirs[0])]
        return sum(1 for at in there if max(first, theirs[0] - _AROUND) <= at < min(last, theirs[1] + _AROUND))

    def in_order(self, word: int) -> bool:
        """Whether a word of the claim stands on the page between the answers of the words before and after it."""
        there = self.partners[word]
        before = [place for mine, place in self.partners.items() if mine < word][-1:]
        after = [place for mine, place in self.partners.items() if mine > word][:1]
        return all(place < there for place in before) and all(place > there for place in after)

    def follows(self, ours: int, theirs: int) -> bool:
        """Whether the content word right before the one is answered by the word right before the other."""
        mine, other = _beside(self.claim, ours - 1, -1), _beside(self.page, theirs - 1, -1)
        return mine is not None and self.partners.get(mine) == other

    @property
    def verbatim_share(self) -> float:
        """The share of the claim's content words that the passage has as they stand, inflections aside."""
        content = self.claim.content(0, len(self.claim))
        same = [w for w in content if w in self.partners and self.claim.stems[w] == self.page.stems[self.partners[w]]]
        return len(same) / len(content) if content else 0.0

    @property
    def coverage(self) -> float:
        """The plain share of the claim's content words that have a partner, or at least a contrary."""
        content = self.claim.content(0, len(self.claim))
        if not content:
            return 0.0
        theirs = set(self.page.stems[self.first : self.last])
        missing = (self.claim.stems[word] for word in content if word not in self.partners)
        contrary = sum(1 for base in missing if not theirs.isdisjoint(opposites(base)))
        return (len(self.partners) + _CONTRARY * contrary) / len(content)

    def told_outside(self, first: int, last: int) -> float:
        """The share of the claim's content words but for its words first … last - 1 that have a partner."""
        rest = [word for word in self.claim.content(0, len(self.claim)) if not first <= word < last]
        return sum(1 for word in rest if word in self.partners) / len(rest) if rest else 0.0

    @property
    def around(self) -> tuple[int, int]:
        """The words of the passage with one more sentence on each side."""
        sentences = self.page.sentences
        left = max(0, self.page.sentence_of(self.first) - 1)
        right = min(len(sentences) - 1, self.page.sentence_of(self.last - 1) + 1)
        return sentences[left][0], sentences[right][1]


def _beside(reading: Reading, at: int, step: int) -> int | None:
    """The nearest content word on one side, at most four words off."""
    stop = lexicon.words("stop_words")
    for place in range(at, at + 5 * step, step):
        if not 0 <= place < len(reading):
            return None
        if reading.forms[place] not in stop and reading.forms[place] not in _SYMBOLS:
            return place
    return None


def _distance(places: Sequence[int], place: int) -> int:
    at = bisect_left(places, place)
    return min(abs(place - other) for other in places[max(0, at - 1) : at + 1])
