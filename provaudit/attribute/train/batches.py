"""Annotated articles to windows of pieces, and windows to batches."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from numpy.typing import NDArray

from provaudit.attribute.pieces import MAX_PIECES, Pieces, cut, divide
from provaudit.attribute.train.variants import vary
from provaudit.attribute.windows import window

if TYPE_CHECKING:
    from tokenizers import Tokenizer

ROLES: Final = ("source", "cue", "content")
IGNORED: Final = -100


Marked = dict[str, list[list[int]]]


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated article; each attribution maps a role to its spans."""

    id: str
    text: str
    attributions: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Arrays of one entry a piece, and for each gold cue its place and the link of every piece to it."""

    ids: NDArray[np.int64]
    case: NDArray[np.int64]
    quotation: NDArray[np.int64]
    tags: NDArray[np.int64]
    cues: tuple[tuple[int, NDArray[np.int64]], ...]
    rests_on: str  # the words of its sources and cues


def read_examples(path: Path) -> list[Example]:
    """Read a file of one JSON object a line, gzipped or not, with id, text and attributions."""
    content = path.read_bytes()
    lines = (gzip.decompress(content) if path.suffix == ".gz" else content).decode().split("\n")
    rows = [json.loads(line) for line in lines if line.strip()]
    return [Example(row["id"], row["text"], tuple(row["attributions"])) for row in rows]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the spans of the lines of `text` that hold anything."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


def windows(example: Example, tokenizer: Tokenizer, chance: random.Random) -> Iterator[Window]:
    """Yield windows over `example`, varied and cut anew at each call."""
    text, blocks, alone = vary(example.text, paragraphs(example.text), chance)
    parts = [p for block in cut(text, blocks, tokenizer) for p in divide(text, block, MAX_PIECES - 2)]
    if alone:
        groups: Iterator[list[Pieces]] = iter([[part] for part in parts if len(part)])
    else:
        groups = grouped(parts, chance.randint(48, MAX_PIECES), MAX_PIECES)
    for group in groups:
        yield _window(group, example)


def grouped(parts: Sequence[Pieces], first: int, size: int) -> Iterator[list[Pieces]]:
    """Yield runs of `parts` of at most `size` pieces with their separators, the first run of at most `first`."""
    group: list[Pieces] = []
    room = min(first, size) - 1
    for part in parts:
        if group and len(part) + 1 > room:
            yield group
            group, room = [], size - 1
        group.append(part)
        room -= len(part) + 1
    if group:
        yield group


def _window(group: Sequence[Pieces], example: Example) -> Window:
    here = window(group)
    low, high = group[0].start[0], group[-1].end[-1]
    near = [
        one for one in example.attributions if any(s < high and low < e for spans in one.values() for s, e in spans)
    ]
    tags, cues = _gold(here.start, near)
    words = [example.text[s:e] for one in near for role in ("source", "cue") for s, e in one[role]]
    return Window(here.ids, here.case, here.quotation, tags, cues, " | ".join(words))


def _gold(
    start: NDArray[np.int64], attributions: Sequence[Marked]
) -> tuple[NDArray[np.int64], tuple[tuple[int, NDArray[np.int64]], ...]]:
    """Return the tags of pieces that start at `start` (-1: separators), and each cue's place and links."""
    blank = np.where(start < 0, IGNORED, 0)
    tags, cues = blank.copy(), []
    for attribution in attributions:
        links, place = blank.copy(), -1
        for role, name in enumerate(ROLES):
            for s, e in attribution[name]:
                inside = (start >= s) & (start < e)
                tags[inside] = 2 * role + 2
                tags[inside & ~np.concatenate([[False], inside[:-1]])] = 2 * role + 1
                if name == "cue":
                    place = int(inside.argmax()) if place < 0 and inside.any() else place
                else:
                    links[inside] = 1 if name == "source" else 2
        if place >= 0:
            cues.append((place, links))
    return tags, tuple(cues)


def batches(found: Sequence[Window], pieces: int, chance: random.Random) -> Iterator[list[Window]]:
    """Yield lists of windows of like length, each of at most `pieces` pieces with padding, in random order."""
    pool = list(found)
    chance.shuffle(pool)
    lists: list[list[Window]] = []
    for begin in range(0, len(pool), 400):
        batch: list[Window] = []
        for one in sorted(pool[begin : begin + 400], key=lambda w: len(w.ids), reverse=True):
            if batch and (len(batch) + 1) * len(batch[0].ids) > pieces:
                lists.append(batch)
                batch = []
            batch.append(one)
        lists.append(batch)
    chance.shuffle(lists)
    yield from lists


def tensors(batch: Sequence[Window]) -> dict[str, torch.Tensor]:
    """Return `batch` padded, as the tensors that the losses want."""
    length = max(len(one.ids) for one in batch)

    def padded(rows: Sequence[NDArray[np.int64]], filler: int) -> torch.Tensor:
        out = np.full((len(rows), length), filler, dtype=np.int64)
        for row, values in zip(out, rows, strict=True):
            row[: len(values)] = values
        return torch.from_numpy(out)

    cues = [(row, place, links) for row, one in enumerate(batch) for place, links in one.cues]
    return {
        "ids": padded([w.ids for w in batch], 0),
        "case": padded([w.case for w in batch], 0),
        "quotation": padded([w.quotation for w in batch], 0),
        "tags": padded([w.tags for w in batch], IGNORED),
        "cue_row": torch.tensor([row for row, _, _ in cues], dtype=torch.long),
        "cue_place": torch.tensor([place for _, place, _ in cues], dtype=torch.long),
        "links": padded([links for _, _, links in cues], IGNORED),
    }
