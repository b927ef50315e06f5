"""Small words that turn or weaken what follows them: where they stand and which words they bear on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from provaudit.match import lexicon
from provaudit.match.reading import Reading

_BREAK = re.compile(r"[;:!?\"“”()\n]|[.,—–](?=\s)|\s[-–—]\s")
TURNS = frozenset({"but", "because", "although", "though", "while", "whereas", "however", "unless", "after", "before"})
_REACH = 9  # words after a cue that it does bear on
_SCOPE = 14  # words after a cue that it may bear on


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase of a list in the words start … end - 1; `targets` are the nearest content words it bears on.

    `scope` is what follows in the sentence, commas or not, as far as it may at all bear.
    """

    start: int
    end: int
    targets: tuple[int, ...]
    scope: frozenset[int]


def cues(reading: Reading, listed: str, first: int, last: int) -> list[Cue]:
    """The phrases of a list among the words first … last - 1, the longest at each place."""
    heads = _by_head(listed)
    found: list[Cue] = []
    end = first
    for at in [at for at in range(first, last) if reading.forms[at] in heads or reading.forms[at].endswith("n't")]:
        listed_here = heads.get(_head(reading, at), ())
        phrase = next((words for words in listed_here if _stands(reading, words, at, last)), None)
        if phrase is None or at < end:
            continue
        end = at + len(phrase)
        near = reading.content(end, _clause(reading, end, last))
        scope = reading.content(end, _sentence_part(reading, end, last))
        found.append(Cue(at, end, _targets(reading, near, phrase), frozenset(scope)))
    return found


def _targets(reading: Reading, near: list[int], phrase: tuple[str, ...]) -> tuple[int, ...]:
    """The two words a cue bears on; in a clause behind "that" its verb, past the name that is its subject."""
    common = [word for word in near if not reading.raw(word)[0].isupper()] if phrase[-1] == "that" else near
    return tuple((common or near)[:2])


def _head(reading: Reading, at: int) -> str:
    form = reading.forms[at]
    return "not" if form.endswith("n't") else form


@lru_cache(maxsize=8)
def _by_head(listed: str) -> dict[str, list[tuple[str, ...]]]:
    heads: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lexicon.phrases(listed):
        heads.setdefault(phrase[0], []).append(phrase)
    return heads


def _stands(reading: Reading, phrase: tuple[str, ...], at: int, last: int) -> bool:
    if at + len(phrase) > last:
        return False
    if reading.forms[at + 1 : at + len(phrase)] != phrase[1:]:
        return False
    if phrase[-1] == "that":
        return True  # "a second allegation, that …"
    return not any(breaks(reading, word) for word in range(at + 1, at + len(phrase)))  # "has not, because …"


def _clause(reading: Reading, start: int, last: int) -> int:
    """One past the last word of the clause that goes on at `start`, at most nine words on."""
    end = start
    while end < min(last, start + _REACH):
        form = reading.forms[end]
        if "however" in reading.forms[max(start, end - 1) : end + 1]:  # "it is understood, however, that …"
            end += 1
            continue
        if end > start and (breaks(reading, end) or form in TURNS):
            break
        if form == "and" and reading.content(start, end):
            break
        end += 1
    return end


def _sentence_part(reading: Reading, start: int, last: int) -> int:
    end = min(last, start + _SCOPE, reading.sentences[reading.sentence_of(start - 1)][1])
    return next((at for at in range(start + 1, end) if reading.forms[at] in TURNS), end)


def breaks(reading: Reading, at: int) -> bool:
    """Whether punctuation that parts clauses stands right before this word."""
    if at <= 0 or _BREAK.search(reading.text, reading.ends[at - 1], reading.starts[at]) is None:
        return False
    return reading.between(at).strip() != "." or reading.begins(at)  # "Sen. Brenda Kole"
