"""Finds outlet names in running text: one look at each capitalised word, then the longest name that starts there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from provaudit.identify.lookalikes import may_stand_beside, stands_for_an_outlet
from provaudit.identify.spelling import WORD, fold, without_possessive
from provaudit.identify.wordlists import word_list
from provaudit.model import Span

# A word that starts with a capital or a digit, not in the middle of a handle, an address or another word; or one of the
# few names that are written in small letters.
_SMALL = "|".join(sorted(word_list("outlet_words_small")))
_START = re.compile(
    rf"(?<![\w@&])(?:(?:[^\W_a-z]|[a-z]+[A-Z])(?:[^\W_])*|(?<![./-])(?:{_SMALL})(?![\w./-]))(?:['’ʼ][^\W_]+)*"
)
# What may stand between two words of one name. A stop only follows an abbreviation ("St. Louis", "U.S. News").
_GAP = re.compile(r"[ ]?\n[ ]?|[ \u00a0\u2009\u202f\-‐‑–.!]{0,3}")
_ABBREVIATION_LENGTH = 2
_DOT = re.compile(r"(?<=[A-Za-z0-9])\.(?=[A-Za-z]{2})")
_HOST_BEFORE = re.compile(r"[A-Za-z0-9.-]*$")
_HOST_AFTER = re.compile(r"\.[A-Za-z0-9.-]*[A-Za-z0-9]")
_HANDLE = re.compile(r"(?<![\w@./])@\w{2,30}")
_BESIDE = re.compile(r",? (?:and|or|&) (?:[Tt]he )?|[-–/]| [-–/] ")
# What goes on from a radio's name is its station's: "BBC Radio Leeds", "BBC Radio 5 Live".
_STATION = re.compile(r"(?<=Radio)(?: (?:\d+|[A-Z][\w\-]*\w)\b){1,2}")
_IN_A_LIST = re.compile(r", (?:[Tt]he )?")
_LIST_GOES_ON = re.compile(r", (?:[A-Z]|the [A-Z]|and )| and |[.;)/\n]|$")


# A name's place, the numbers of its outlets, and whether it surely stands for one.
_Candidate = tuple[Span, Sequence[int], bool]
# A text, and by the place of a word the name that starts there with the last character that had a say in it.
_Memory = tuple[str, dict[int, tuple[_Candidate | None, int]]]


class NamesInText:
    """The names of a registry, ready to be found. The arguments are parts of its index of the same name."""

    def __init__(
        self, names: Mapping[str, Sequence[int]], first_words: Mapping[str, int], capitals: Iterable[str]
    ) -> None:
        self._names = names
        self._first_words = first_words
        self._capitals = frozenset(capitals)
        self._memory: _Memory = ("", {})

    def find(self, text: str, span: Span) -> list[tuple[Span, Sequence[int]]]:
        """Every name in text[span], in order, and the numbers of its outlets."""
        found = self._candidates(text, span)
        sure = [certain for _, _, certain in found]
        # A doubtful word beside an outlet is one too: "The Wrap and Deadline", "Variety, The Wrap and others".
        for one, other in (*pairwise(range(len(found))), *pairwise(reversed(range(len(found))))):
            first, second = sorted((found[one][0], found[other][0]))
            if sure[one] and not sure[other] and self._beside(text, first, second):
                sure[other] = True
        return [
            (_with_station(text, place, span.end), numbers)
            for (place, numbers, _), certain in zip(found, sure, strict=True)
            if certain
        ]

    @staticmethod
    def _beside(text: str, first: Span, second: Span) -> bool:
        if _BESIDE.fullmatch(text, first.end, second.start):
            return True
        return _IN_A_LIST.fullmatch(text, first.end, second.start) is not None and bool(
            _LIST_GOES_ON.match(text, second.end)
        )

    def _candidates(self, text: str, span: Span) -> list[tuple[Span, Sequence[int], bool]]:
        found: list[tuple[Span, Sequence[int], bool]] = []
        reached = span.start
        for match in _START.finditer(text, span.start, span.end):
            candidate = None if match.start() < reached else self._at(text, match, span.end)
            if candidate:
                reached = candidate[0].end if candidate[2] else reached
                found.append(candidate)
        return found

    def _at(self, text: str, match: re.Match[str], limit: int) -> _Candidate | None:
        """The name that starts at a word; what one text was asked before is remembered, for stretches overlap."""
        memory = self._memory
        if memory[0] is not text:
            memory = self._memory = (text, {})
        start = match.start()
        known = memory[1].get(start)
        if known is None:
            known = memory[1][start] = self._read(text, start)
        candidate, reach = known
        return candidate if reach < limit else self._read(text, start, limit)[0]

    def _read(self, text: str, start: int, limit: int | None = None) -> tuple[_Candidate | None, int]:
        """The name that starts at a word, and the last character that had a say in it."""
        limit = len(text) if limit is None else limit
        match = _START.match(text, start, limit)
        if match is None or _is_in_a_path(text, start):
            return None, match.end() if match else start
        word = match.group()
        known = fold(word) in self._first_words or fold(without_possessive(word)) in self._first_words
        if not known:
            return None, match.end() + 1
        windows = list(_windows(text, start, limit, self._first_words))
        reach = _reach(text, windows[-1][0].end if windows else start)
        return self._longest(text, windows), max(reach, match.end() + 1)

    def _longest(self, text: str, windows: Iterable[tuple[Span, str]]) -> _Candidate | None:
        best = None
        for place, key in windows:
            numbers = self._names.get(key)
            if numbers and (key not in self._capitals or text[place.start : place.end].isupper()):
                certain = stands_for_an_outlet(text, place, key)
                if certain or (best is None and may_stand_beside(key)):
                    best = (place, numbers, certain)
        return best

    def addresses(self, text: str, span: Span) -> Iterator[tuple[Span, bool]]:
        """Bare hosts ("newsmax.com") and handles ("@politico") in text[span], with whether it is a handle."""
        for match in _DOT.finditer(text, span.start, span.end):
            place = _host_around(text, match.start(), span)
            if place:
                yield place, False
        if "@" in text:
            for match in _HANDLE.finditer(text, span.start, span.end):
                yield Span(*match.span()), True


def _with_station(text: str, place: Span, limit: int) -> Span:
    """A radio's name with its station's; the day that may follow it ("told BBC Radio Friday") is not of it."""
    station = _STATION.match(text, place.end, limit)
    of_it = station and fold(station.group().split()[0]) not in word_list("sources/calendar_words")
    return Span(place.start, station.end()) if station and of_it else place


def _windows(text: str, start: int, limit: int, first_words: Mapping[str, int]) -> Iterator[tuple[Span, str]]:
    """The stretches of one, two … words from `start`, as far as a name may reach, with their keys."""
    small = word_list("sources/small_words_of_names")
    keys: list[str] = []
    at, previous, longest = start, "", 0
    while True:
        match = WORD.match(text, at, limit)
        if not match:
            return
        word = match.group()
        if keys and not (word[0].isupper() or not word[0].isalpha() or word in small):
            return
        bare = without_possessive(word)
        longest = longest or max(first_words.get(fold(word), 0), first_words.get(fold(bare), 0))
        if bare != word:
            yield Span(start, at + len(bare)), " ".join([*keys, fold(bare)])
        keys.append(fold(word))
        yield Span(start, match.end()), " ".join(keys)
        if len(keys) >= longest:
            return
        gap = _GAP.match(text, match.end(), limit)
        at, previous = (gap.end() if gap else match.end()), word
        if gap and "." in gap.group() and len(previous) > _ABBREVIATION_LENGTH:
            return
        if at == match.end() and word != "&" and text[at : at + 1] != "&":
            return


def _reach(text: str, end: int) -> int:
    """The last character that decides whether a name goes on after `end`: the next word's, and one to end that."""
    gap = _GAP.match(text, end)
    at = gap.end() if gap else end
    word = WORD.match(text, at)
    return (word.end() if word else at) + 2


def _is_in_a_path(text: str, at: int) -> bool:
    """Whether the word is part of a URL or a file path, not of "Post/ABC"."""
    if text[max(0, at - 1) : at] != "/":
        return False
    before = text[max(0, at - 200) : at].rsplit(maxsplit=1)[-1]
    return before.startswith("/") or "." in before or "//" in before


def _host_around(text: str, dot: int, span: Span) -> Span | None:
    before = _HOST_BEFORE.search(text, max(span.start, dot - 60), dot)
    after = _HOST_AFTER.match(text, dot, min(span.end, dot + 80))
    if not before or not after:
        return None
    start, end = before.start(), after.end()
    # A part of an e-mail address, a URL or a file path is no name.
    part_of_more = text[max(0, start - 1) : start] in {"@", "/", "_", "="} or text[end : end + 1] in {"/", "@", "_"}
    return None if part_of_more else Span(start, end)
