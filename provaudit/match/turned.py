"""Words that one side denies and the other has without a denial."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from provaudit.match import lexicon
from provaudit.match.concepts import akin, negated, opposites
from provaudit.match.cues import TURNS, Cue, breaks
from provaudit.match.denials import NEAR, bearing, other_verb, too_much, untold
from provaudit.match.reading import Reading
from provaudit.match.stems import stem
from provaudit.match.unreal import agrees

_DENY = ("deni", "deny", "refute")
_AUXILIARY = ("not", "n't")  # "promised to pay but could not"
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "its", "his", "her", "their", "our"})
_INSTEAD = 4  # words behind "rather than" that it turns round
_BEFORE = 5  # words between "before" and the verb that it puts off
_CONTENT_NEAR = 5  # words around a denied verb by whose answers it is looked for


@dataclass(frozen=True, slots=True)
class Side:
    """The claim or the passage: its denials, what they may and surely do deny, and its words' answers.

    `unshared` denials have no answer on the other side; `alone` are those of them that bear on its words.
    """

    reading: Reading
    every: list[Cue]
    alone: list[Cue]
    unshared: list[Cue]
    denied: frozenset[int]
    turned: frozenset[int]
    answers: Mapping[int, int]


def side(reading: Reading, every: list[Cue], alone: list[Cue], unshared: list[Cue], answers: Mapping[int, int]) -> Side:
    """A side with what its denials reach."""
    denied: frozenset[int] = frozenset().union(*(cue.scope for cue in every))
    turned: frozenset[int] = frozenset().union(*(cue.targets for cue in every))
    return Side(reading, every, alone, unshared, denied, turned, answers)


def denied_alone(denying: Side, plain: Side) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The words of the first denial that the other side does not share, and the word it has without one."""
    for cue in denying.alone:
        for word, other in _turned_words(denying, cue, plain):
            if agrees(denying.reading, cue, plain.reading, other):
                continue
            if other in plain.denied or other_verb(denying.reading, cue, plain.reading, other):
                continue
            if not absolved(plain, other) and not _contrary_beside(plain, other, denying.reading, cue, word):
                return (cue.start, word + 1), (other, other + 1)
    return None


def _turned_words(denying: Side, cue: Cue, plain: Side) -> Iterator[tuple[int, int]]:
    """The words a denial surely turns, each with its answer on the other side."""
    for word in bearing(denying.reading, cue):
        other = denying.answers.get(word)
        if other is not None and _of_another_kind(denying.reading, word, plain.reading, other):
            continue
        other = verb_of(denying, plain, word) if other is None else other
        if other is not None:
            yield word, other


def _of_another_kind(denying: Reading, word: int, plain: Reading, other: int) -> bool:
    """Whether a verb is answered by a noun of another stem ("had not decided" by "the ruling")."""
    if denying.stems[word] == plain.stems[other]:
        return False
    return (plain.forms[other - 1] in _DETERMINERS) and denying.forms[word - 1] not in _DETERMINERS


def verb_of(denying: Side, plain: Side, word: int) -> int | None:
    """Where the other side has a denied verb that is no content word or stands there in other words, without a denial.

    It has to lie between the answers of the words around it ("was not told that a door …", "was informed that a door").
    """
    lowest, highest = -1, len(plain.reading)
    anchors = 0
    for at in range(max(0, word - _CONTENT_NEAR), min(len(denying.reading), word + _CONTENT_NEAR + 1)):
        there = denying.answers.get(at)
        if there is not None:
            anchors += 1
            lowest, highest = (max(lowest, there), highest) if at < word else (lowest, min(highest, there))
    if not anchors:
        return None
    near = range(max(0, lowest + 1, highest - NEAR), min(highest, len(plain.reading)))
    if lowest >= 0:
        near = range(lowest + 1, min(highest, lowest + NEAR + 1, len(plain.reading)))
    base = denying.reading.stems[word]
    found = [at for at in near if at not in plain.answers and akin(base, plain.reading.stems[at])]
    return next((at for at in found if not _denied_before(plain, at)), None)


def _denied_before(plain: Side, at: int) -> bool:
    return at in plain.denied or any(cue.start <= at <= cue.end + NEAR for cue in plain.every)


def absolved(plain: Side, word: int, *, besides: int = -1) -> bool:
    """Whether a denial stands close to a word after all, or one that denies a whole story ("denied it")."""
    alone = [cue for cue in plain.alone if not cue.start <= besides < cue.end]
    alone += [
        cue
        for cue in plain.unshared
        if cue not in plain.alone and not cue.start <= besides < cue.end and _beside(plain.reading, cue, word)
    ]
    close = any(cue.start - NEAR <= word <= cue.end + NEAR for cue in alone if not untold(plain.reading, cue))
    forms = plain.reading.forms
    bare = any(
        not cue.targets
        and cue.start > word
        and forms[cue.start].endswith(_AUXILIARY)
        and _joined(plain.reading, word, cue.start)
        for cue in plain.every
    )
    instead = forms[max(0, word - _INSTEAD) : word]
    if ("rather", "than") in pairwise(instead) or ("instead", "of") in pairwise(instead):
        return True  # "as a witness rather than a suspect"
    early = "before" in forms[max(0, word - _BEFORE) : word]  # "it was days before they could see"
    return (
        bare
        or early
        or close
        or too_much(plain.reading, word)
        or any(plain.reading.forms[cue.start].startswith(_DENY) for cue in alone)
    )


def _joined(reading: Reading, first: int, last: int) -> bool:
    """Whether no punctuation parts two words ("promised to pay but could not")."""
    return not any(breaks(reading, at) for at in range(first + 1, last))


def _beside(reading: Reading, cue: Cue, word: int) -> bool:
    """Whether nothing parts a denial from a word of its sentence."""
    first, last = sorted((cue.start, word))
    if reading.sentence_of(first) != reading.sentence_of(last):
        return False
    return TURNS.isdisjoint(reading.forms[first:last]) and not any(breaks(reading, at) for at in range(first + 1, last))


def _contrary_beside(plain: Side, word: int, other: Reading, cue: Cue, denied: int) -> bool:
    """Whether the side without the denial says it in another way ("rejected" for "did not approve", "lacks")."""
    reading = plain.reading
    first, last = reading.sentences[reading.sentence_of(word)]
    near = (*range(max(first, word - NEAR), word), *range(word + 1, min(last, word + NEAR + 2)))
    own = [at for at in near if plain.answers.get(at, cue.start) in range(cue.start, cue.end)]
    around = {reading.stems[at] for at in own}
    if "short" in {reading.forms[at] for at in own}:
        return True  # "because money was short"
    beside = range(max(0, denied - NEAR), min(len(other), denied + NEAR + 2))
    there_too = {other.stems[at] for at in beside if not cue.start <= at < cue.end}
    contrary = {opposite for place in cue.scope for opposite in opposites(other.stems[place])}
    if around & (contrary | negative_stems()) - there_too:
        return True
    return negated(reading.stems[word], other.stems[denied])


@lru_cache(maxsize=1)
def negative_stems() -> frozenset[str]:
    """The stems of words that deny by their meaning ("refuse", "lack")."""
    return frozenset(stem(word) for word in lexicon.lines("negative_words"))
