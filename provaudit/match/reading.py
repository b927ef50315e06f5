"""A text as words: folded forms, stems and where each stands, with its sentences.

One reading serves every claim that is looked for in the page, so it is kept for the pages last read.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from provaudit.match import lexicon
from provaudit.match.folded import Folded, fold
from provaudit.match.numerals import NUMBER_WORDS, read_numeral
from provaudit.match.stems import verb_stems
from provaudit.model import Article, Span

# More words than this of one page are not read: no article is that long, a hostile page may be.
MAX_WORDS = 60_000
# A claim or quotation of more words is compared by its first ones; a sentence of more is cut there.
MAX_CLAIM = 600
MAX_SENTENCE = 150

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # u.s., p.m.
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"
    r"|[$€£¥%…]"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
# A sentence ends at a stop, with closing marks, before white space and something a sentence can start with.
_STOP = re.compile(r"[.!?…][\"')\]]*(?=\s+[\"'(\[]*[A-Z0-9“‘«—–-])")
_LOOKS_BACK = 12
_ABBREVIATED = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|gen|sen|rep|gov|lt|col|sgt|capt|maj|prof|rev|hon|st|mt|ft|no|vs|jr|sr|inc|corp|co|ltd|"
    r"jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|approx|est)|\b[a-z](?:\.[a-z])*)\.$"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a text.

    `forms` are folded words ("don't", "1234", "$"), `stems` their stems; `starts` and `ends` are offsets into
    `text`, the source. `sentences` are half-open ranges of word indices, in order; `canonical` holds the forms
    joined by single spaces, `at` the offset of each form in it.
    """

    text: str
    forms: tuple[str, ...]
    stems: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    canonical: str
    at: tuple[int, ...]
    index: dict[str, list[int]]

    def __len__(self) -> int:
        return len(self.forms)

    def sentence_of(self, word: int) -> int:
        """The number of the sentence a word stands in."""
        return max(0, bisect_right(self.sentences, (word, MAX_WORDS + 1)) - 1)

    def within(self, first: int, last: int) -> tuple[int, int]:
        """The first word of sentence `first` and one past the last word of sentence `last` - 1."""
        return self.sentences[first][0], self.sentences[last - 1][1]

    def begins(self, word: int) -> bool:
        """Whether a word is the first of its sentence."""
        return self.sentences[self.sentence_of(word)][0] == word

    def span(self, first: int, last: int) -> Span:
        """The span in the source of the words first … last - 1."""
        return Span(self.starts[first], self.ends[last - 1])

    def words(self, first: int, last: int) -> str:
        """The source's text of the words first … last - 1; empty for an empty range."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def raw(self, word: int) -> str:
        """One word as the source prints it."""
        return self.text[self.starts[word] : self.ends[word]]

    def between(self, word: int) -> str:
        """What the source has between a word and the one before it."""
        return self.text[self.ends[word - 1] : self.starts[word]] if word else ""

    def find(self, forms: Iterable[str], start: int = 0) -> int:
        """The index of the first word from `start` on where these forms follow each other, or -1."""
        if start >= len(self.at):
            return -1
        place = self.canonical.find(f" {' '.join(forms)} ", self.at[start] - 1)
        return -1 if place < 0 else bisect_left(self.at, place + 1)

    def numerals(self, first: int, last: int) -> list[tuple[int, float]]:
        """Where a number starts among the words first … last - 1, and its value without a scale or a unit."""
        forms = self.forms
        return [
            (at, numeral.value)
            for at in range(first, last)
            if (forms[at][0].isdigit() or forms[at] in NUMBER_WORDS)
            and (numeral := read_numeral(forms, at)) is not None
        ]

    def content(self, first: int, last: int) -> list[int]:
        """The indices of the words first … last - 1 that carry content."""
        stop = lexicon.words("stop_words")
        return [i for i in range(first, last) if self.forms[i] not in stop and self.forms[i] not in "%…$€£¥"]


def read_words(text: str, blocks: tuple[Span, ...] = (), *, limit: int = MAX_WORDS) -> Reading:
    """Read a text, or only its blocks. Linear in its length; at most `limit` words are read."""
    folded = fold(text)
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    sentences: list[tuple[int, int]] = []
    for block in blocks or _paragraphs(text):
        first = len(forms)
        _read_block(text, folded, block, (forms, starts, ends), limit)
        sentences += _cut(_sentences(text, starts, ends, first))
        if len(forms) >= limit:
            break
    return _reading(text, forms, starts, ends, tuple(sentences))


@lru_cache(maxsize=64)
def read_claim(text: str) -> Reading:
    """The reading of a claim, a quotation or a draft's sentence."""
    return read_words(text, limit=MAX_CLAIM)


def read_article(article: Article) -> Reading:
    """The reading of an upstream page: its body, or all of it where no body was marked."""
    return _read_page(article.text, tuple(block.span for block in article.body))


@lru_cache(maxsize=16)
def _read_page(text: str, blocks: tuple[Span, ...]) -> Reading:
    return read_words(text, blocks)


def _cut(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(at, min(at + MAX_SENTENCE, last)) for first, last in ranges for at in range(first, last, MAX_SENTENCE)]


def _reading(
    text: str, forms: list[str], starts: list[int], ends: list[int], sentences: tuple[tuple[int, int], ...]
) -> Reading:
    stems = verb_stems(forms)
    at = tuple(accumulate((len(form) + 1 for form in forms[:-1]), initial=1)) if forms else ()
    index: dict[str, list[int]] = {}
    for number, base in enumerate(stems):
        index.setdefault(base, []).append(number)
    canonical = f" {' '.join(forms)} "
    return Reading(text, tuple(forms), stems, tuple(starts), tuple(ends), sentences, canonical, at, index)


def _paragraphs(text: str) -> tuple[Span, ...]:
    return tuple(Span(*found.span()) for found in re.finditer(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", text))


def _read_block(
    text: str, folded: Folded, block: Span, lists: tuple[list[str], list[int], list[int]], limit: int
) -> None:
    forms, starts, ends = lists
    uneven = len(folded.starts) > 1
    first, last = (_in_copy(folded, block.start), _in_copy(folded, block.end)) if uneven else block
    for found in _WORD.finditer(folded.text, first, last):
        start, end = found.span()
        if uneven:
            start, end = folded.source(start), folded.source(end - 1) + 1
        form = _form(found.group())
        forms.append("usa" if form == "us" and text[start:end] == "US" else form)
        starts.append(start)
        ends.append(end)
        if len(forms) >= limit:
            return


def _in_copy(folded: Folded, offset: int) -> int:
    """The first offset of the copy whose source lies at or after `offset`."""
    copy_length = len(folded.text)
    low, high = 0, copy_length
    while low < high:
        middle = (low + high) // 2
        if folded.source(middle) < offset:
            low = middle + 1
        else:
            high = middle
    return low


def _form(word: str) -> str:
    """The form a word is compared by: no thousands commas, no full stops in initials."""
    if "," in word and _THOUSANDS.fullmatch(word):
        return word.replace(",", "")
    if "." in word and word[0].isalpha():
        word = word.replace(".", "")
        return "usa" if word == "us" else word
    return word


def _sentences(text: str, starts: list[int], ends: list[int], first: int) -> list[tuple[int, int]]:
    """The sentences of the words from `first` on, which are one block."""
    if first == len(starts):
        return []
    end = ends[-1]
    ranges: list[tuple[int, int]] = []
    begun = first
    for stop in _STOP.finditer(text, starts[first], end):
        if _is_abbreviation(text, stop.start() + 1):
            continue
        word = bisect_left(starts, stop.end(), first)
        if word > begun:
            ranges.append((begun, word))
            begun = word
    if begun < len(starts):
        ranges.append((begun, len(starts)))
    return ranges


def _is_abbreviation(text: str, end: int) -> bool:
    return text[end - 1] == "." and _ABBREVIATED.search(text[max(0, end - _LOOKS_BACK) : end].lower()) is not None
