"""Which words of a page stand inside quotation marks.

A page may break a quotation with its speaker ("We will sign," he said, "in May.") where a draft joins it: among the
spoken words alone the two halves are neighbours.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from provaudit.match.reading import Reading

_DOUBLE = re.compile('["“”„‟«»＂]')
# Single marks: an opening one that no letter precedes, a closing one that no letter follows; apostrophes stand inside.
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)(?:[^‘'’\n]|(?<=\w)['’](?=\w)){2,2000}[’'](?!\w)")


@dataclass(frozen=True, slots=True)
class Track:
    """Some of a reading's words as a text of their own: `words[i]` is the index in the reading of the i-th."""

    words: tuple[int, ...]
    forms: tuple[str, ...]
    canonical: str
    at: tuple[int, ...]
    index: dict[str, list[int]]

    def finds(self, forms: tuple[str, ...], limit: int = 12) -> list[int]:
        """Where these forms follow each other, as indices into the track; at most `limit` places."""
        wanted = f" {' '.join(forms)} "
        places: list[int] = []
        place = self.canonical.find(wanted)
        while place >= 0 and len(places) < limit:
            places.append(bisect_left(self.at, place + 1))
            place = self.canonical.find(wanted, place + 1)
        return places


def whole_track(reading: Reading) -> Track:
    """All words of a reading."""
    words = tuple(range(len(reading)))
    return Track(words, reading.forms, reading.canonical, reading.at, reading.index)


def spoken_track(reading: Reading) -> Track:
    """The words of a reading that stand inside quotation marks."""
    words = [i for start, end in quoted_spans(reading.text) for i in _inside(reading, start, end)]
    forms = tuple(reading.forms[i] for i in words)
    at: list[int] = []
    place = 1
    index: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        at.append(place)
        place += len(reading.forms[word]) + 1
        index.setdefault(reading.stems[word], []).append(number)
    return Track(tuple(words), forms, f" {' '.join(forms)} ", tuple(at), index)


def _inside(reading: Reading, start: int, end: int) -> range:
    return range(bisect_left(reading.starts, start), bisect_left(reading.starts, end))


@lru_cache(maxsize=16)
def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a text inside quotation marks, in order; an open quotation ends with its paragraph."""
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        marks = [start + found.start() for found in _DOUBLE.finditer(line)]
        if marks:
            closing = [*marks[1::2], start + len(line)]
            spans += [(opened + 1, closed) for opened, closed in zip(marks[::2], closing, strict=False)]
        else:
            spans += [(start + found.start() + 1, start + found.end() - 1) for found in _SINGLE.finditer(line)]
        start += len(line) + 1
    return tuple(spans)
