"""Sentences and words of a paragraph whose quotations are covered."""

import re
from functools import cache
from typing import NamedTuple

from provaudit.attribute.lexicon import word_list
from provaudit.attribute.quotations import COVER_STOP, COVERS
from provaudit.model import Span

_STOP = re.compile(rf"(?:[.!?…]+[)\]”\"’']*|{COVER_STOP})(?=\s+[({COVERS}\[“\"‘'A-Z0-9$])|[;](?=\s)|\n", re.UNICODE)
_LETTER = re.compile(r"(?<![\w'’])[A-HJ-Z]$")
_LONGEST_ABBREVIATION = 24
_BEFORE = re.compile(r"([\w.]+)$")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_FOLLOWING = re.compile(r"\s+([A-Z][\w’'-]*)")
_NAME = re.compile(r"(?:^|\s)[A-HJ-Z]$")
_WORD = re.compile(
    rf"[{COVERS}]+|(?:[A-Za-z]\.){{2,}}|[A-Z]\.(?=\s[A-Z])|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|Jr|Sr|Prof|Rev"
    r"|Adm|Brig|Capt|Cllr|Cmdr|Cpl|Insp|Maj|Supt)\."
    rf"|\$?\w+(?:[.'’\-&/,]\w+)*|--+|[^\w\s]"
)


class Word(NamedTuple):
    """A word, a mark or a whole covered quotation; `low` is the word in lower case, "" for a quotation."""

    low: str
    start: int
    end: int
    capital: bool


def sentence_spans(prose: str, offset: int) -> list[Span]:
    """Return the sentences of a covered paragraph that stands at `offset`."""
    spans, start = [], 0
    for stop in _STOP.finditer(prose):
        if stop.group()[0] == "." and _abbreviated(prose, start, stop.start()):
            continue
        if stop.group() == "!" and _LETTER.search(prose, max(start, stop.start() - 1), stop.start()):
            continue  # "E! News"
        if stop.group() == "!" and _NAME.search(prose, max(start, stop.start() - 2), stop.start()):
            continue  # "E! Network"
        spans.append(Span(offset + start, offset + stop.end()))
        start = stop.end()
    spans.append(Span(offset + start, offset + len(prose)))
    return [span for span in (_trimmed(prose, one, offset) for one in spans) if span.start < span.end]


def _abbreviated(prose: str, start: int, stop: int) -> bool:
    # Longer than any abbreviation is enough to know that a word is none; a paragraph may be one sentence of a megabyte.
    before = _BEFORE.search(prose, max(start, stop - _LONGEST_ABBREVIATION), stop)
    if before is None:
        return False
    word = before.group()
    if _INITIALS.fullmatch(word):
        # "The U.S. Treasury" goes on; "made in the U.S. The firm" does not, and what is no opener is likelier a name.
        following = _FOLLOWING.match(prose, stop + 1)
        return following is not None and following.group(1).lower() not in _openers()
    return word.lower() in word_list("attribution/abbreviations") or (len(word) == 1 and word.isupper() and word != "I")


@cache
def _openers() -> frozenset[str]:
    return word_list("stopwords_en") | word_list("attribution/sentence_openers")


def _trimmed(prose: str, span: Span, offset: int) -> Span:
    start, end = span.start - offset, span.end - offset
    while start < end and prose[start].isspace():
        start += 1
    while end > start and prose[end - 1].isspace():
        end -= 1
    return Span(offset + start, offset + end)


def words(prose: str, sentence: Span, offset: int) -> list[Word]:
    """Return the words and marks of one sentence, with offsets into the text."""
    found = []
    for match in _WORD.finditer(prose, sentence.start - offset, sentence.end - offset):
        word = match.group()
        quoted = word[0] in COVERS
        found.append(
            Word("" if quoted else word.lower(), match.start() + offset, match.end() + offset, word[0].isupper())
        )
    return found
