"""Variants of an article for training: British quotes, shouting or missing headlines, sentences alone.

A variant keeps every character's place, so the annotation's offsets hold.
"""

from __future__ import annotations

import random
import re
from typing import Final

BRITISH: Final = 0.08
NO_HEADLINE: Final = 0.12
SHOUTING_HEADLINE: Final = 0.08
SENTENCES_ALONE: Final = 0.06

_SWAPPED: Final = str.maketrans("“”‘’\"'", "‘’“”'\"")
_SENTENCE_END = re.compile(r"[.!?]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])")
_SHORT: Final = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Sgt|Jr|Sr|St|vs|No|[A-Z][a-z]{2}))$")

Spans = list[tuple[int, int]]


def vary(text: str, blocks: Spans, chance: random.Random) -> tuple[str, Spans, bool]:
    """Return the varied text, its blocks, and whether each block is to be read alone."""
    if chance.random() < SENTENCES_ALONE:
        return text, [_clause(text, span, chance) for block in blocks for span in sentences(text, block)], True
    if chance.random() < BRITISH:
        text = british(text)
    draw = chance.random()
    if draw < NO_HEADLINE and len(blocks) > 1:
        blocks = blocks[1:]
    elif draw < NO_HEADLINE + SHOUTING_HEADLINE and blocks:
        text = shouted(text, blocks[0])
    return text, blocks, False


def british(text: str) -> str:
    """Return `text` with double quotation marks and single ones exchanged, apostrophes left alone."""
    out = list(text.translate(_SWAPPED))
    for found in re.finditer(r"(?<=\w)[’'](?=\w)|(?<=s)[’'](?=\s)", text):
        out[found.start()] = found.group()
    return "".join(out)


def shouted(text: str, headline: tuple[int, int]) -> str:
    """Return `text` with its headline in capitals, if that keeps its length."""
    start, end = headline
    loud = text[start:end].upper()
    return text[:start] + loud + text[end:] if len(loud) == end - start else text


def sentences(text: str, block: tuple[int, int]) -> Spans:
    """Return the spans of the sentences of a block."""
    start, end = block
    cuts = [
        found.end()
        for found in _SENTENCE_END.finditer(text, start, end)
        if text[found.start()] != "." or not _SHORT.search(text, start, found.start())
    ]
    return [(s, e) for s, e in zip([start, *cuts], [*cuts, end], strict=True) if text[s:e].strip()]


def _clause(text: str, span: tuple[int, int], chance: random.Random) -> tuple[int, int]:
    """Return the span without its final stop, half of the time: what is read inside a quotation has none."""
    start, end = span
    while end - 1 > start and chance.random() < 0.5 and (text[end - 1].isspace() or text[end - 1] in ".,!?"):
        end -= 1
    return start, end
