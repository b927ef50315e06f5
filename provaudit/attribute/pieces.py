"""Text cut into word pieces, each with its place in the text and what an uncased vocabulary cannot see.

Offsets are never moved: the copy that the tokenizer reads differs from the text only character for character.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from provaudit.attribute.quote_marks import quotation_states

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Encoding, Tokenizer

CLS: Final = 101
SEP: Final = 102
COLON: Final = 1024
MAX_PIECES: Final = 256  # [CLS] and [SEP] included

CASES: Final = 6  # not a word, lower, Title, UPPER, mIxed, digits
QUOTATIONS: Final = 5

_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("\u00a0\u2002\u2003\u2009\u200a\u202f\u200b\u200c\u200d\ufeff\t", " "),
        "―": "—",
        "‐": "-",
        "\u2011": "-",
    }
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one block (a paragraph or a part of one); all arrays have one entry a piece.

    `start` and `end` are code-point offsets into the whole text; `word` numbers the words of the block.
    """

    ids: NDArray[np.int64]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    word: NDArray[np.int64]
    case: NDArray[np.int64]
    quotation: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)

    def part(self, begin: int, end: int) -> Pieces:
        """Return the pieces from `begin` up to `end`."""
        arrays = (self.ids, self.start, self.end, self.word, self.case, self.quotation)
        return Pieces(*(array[begin:end] for array in arrays))


def plain(text: str) -> str:
    """Return `text` with typographic quotes and spaces made plain, character for character."""
    return text.translate(_PLAIN)


def cut(text: str, blocks: Sequence[tuple[int, int]], tokenizer: Tokenizer) -> list[Pieces]:
    """Return the word pieces of each of `blocks` of `text`."""
    encoded = tokenizer.encode_batch([plain(text[s:e]) for s, e in blocks], add_special_tokens=False)
    return [_pieces(text[s:e], s, encoding) for (s, e), encoding in zip(blocks, encoded, strict=True)]


def _pieces(block: str, offset: int, encoding: Encoding) -> Pieces:
    ids = np.array(encoding.ids, dtype=np.int64)
    spans = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    word = np.array(encoding.word_ids, dtype=np.int64)
    states = np.frombuffer(bytes(quotation_states(block)) or b"\0", dtype=np.uint8)
    return Pieces(
        ids=ids,
        start=spans[:, 0] + offset,
        end=spans[:, 1] + offset,
        word=word,
        case=_cases(block, spans, word),
        quotation=states[spans[:, 0]].astype(np.int64),
    )


def _cases(block: str, spans: NDArray[np.int64], word: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the case of the word that each piece belongs to."""
    cases = np.zeros(len(word), dtype=np.int64)
    if not len(word):
        return cases
    first = np.flatnonzero(np.diff(word, prepend=-1))
    ends = np.append(spans[first[1:] - 1, 1], spans[-1, 1])
    of_words = [_case(block[s:e]) for s, e in zip(spans[first, 0].tolist(), ends.tolist(), strict=True)]
    cases[:] = np.repeat(of_words, np.diff(np.append(first, len(word))))
    return cases


def _case(word: str) -> int:
    if not word[:1].isalnum():
        return 0
    if word.islower():
        return 1
    if word[:1].isdigit():
        return 5
    if word.isupper():
        return 3 if len(word) > 1 else 2
    return 2 if word[1:].islower() else 4


def divide(text: str, pieces: Pieces, room: int) -> list[Pieces]:
    """Return `pieces` in parts of at most `room` each, cut after a sentence where there is one."""
    if len(pieces) <= room:
        return [pieces] if len(pieces) else []
    begin, stop = int(pieces.start[0]), int(pieces.end[-1])
    ends = [begin + found.end() for found in _SENTENCE_END.finditer(text[begin:stop])]
    cuts = np.searchsorted(pieces.start, np.array([*ends, stop + 1]), side="left").tolist()
    parts: list[Pieces] = []
    at = last = 0
    for place in cuts:
        while place - at > room:
            last = last if last > at else at + room
            parts.append(pieces.part(at, last))
            at = last
        last = place
    if at < len(pieces):
        parts.append(pieces.part(at, len(pieces)))
    return parts
