"""Annotated articles to windows of pieces, and windows to batches."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import torch
from numpy.typing import NDArray

from provaudit.attribute.decode import TAGS
from provaudit.attribute.pieces import CLS, MAX_PIECES, SEP, Pieces, cut, divide
from provaudit.attribute.train.variants import vary

if TYPE_CHECKING:
    from tokenizers import Tokenizer

ROLES: Final = ("source", "cue", "content")
IGNORED: Final = -100


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated article; each attribution maps a role to its spans."""

    id: str
    text: str
    attributions: tuple[dict[str, list[list[int]]], ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Arrays of one entry a piece, and for each gold cue its place and the link of every piece to it."""

    ids: NDArray[np.int64]
    case: NDArray[np.int64]
    quotation: NDArray[np.int64]
    tags: NDArray[np.int64]
    cues: tuple[tuple[int, NDArray[np.int64]], ...]


def read_examples(path: Path) -> list[Example]:
    """Read a file of one JSON object a line, gzipped or not, with id, text and attributions."""
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
    with opened as lines:
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
    span_at, spans = _marked(example)
    parts = [p for block in cut(text, blocks, tokenizer) for p in divide(text, block, MAX_PIECES - 2)]
    if alone:
        groups: Iterator[list[Pieces]] = iter([[part] for part in parts if len(part)])
    else:
        groups = grouped(parts, chance.randint(48, MAX_PIECES), MAX_PIECES)
    for group in groups:
        yield _window(group, span_at, spans)


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


def _marked(example: Example) -> tuple[NDArray[np.int64], list[tuple[int, int]]]:
    """Return for each character the index of its span or -1, and each span's (role, attribution)."""
    at = np.full(len(example.text) + 1, -1, dtype=np.int64)
    spans: list[tuple[int, int]] = []
    for n, attribution in enumerate(example.attributions):
        for role, name in enumerate(ROLES):
            for start, end in attribution[name]:
                at[start:end] = len(spans)
                spans.append((role, n))
    return at, spans


def _window(group: Sequence[Pieces], span_at: NDArray[np.int64], spans: Sequence[tuple[int, int]]) -> Window:
    columns: dict[str, list[Any]] = {"ids": [np.array([CLS])], "case": [np.array([0])], "quotation": [np.array([0])]}
    marked = [np.array([-2])]
    for part in group:
        columns["ids"] += [part.ids, np.array([SEP])]
        columns["case"] += [part.case, np.array([0])]
        columns["quotation"] += [part.quotation, np.array([0])]
        marked += [span_at[part.start], np.array([-2])]
    arrays = {name: np.concatenate(column) for name, column in columns.items()}
    tags, cues = _gold(np.concatenate(marked), spans)
    return Window(tags=tags, cues=cues, **arrays)


def _gold(
    marked: NDArray[np.int64], spans: Sequence[tuple[int, int]]
) -> tuple[NDArray[np.int64], tuple[tuple[int, NDArray[np.int64]], ...]]:
    role = np.full(len(marked), -1, dtype=np.int64)
    owner = np.full(len(marked), -1, dtype=np.int64)
    inside = marked >= 0
    table = np.array(spans, dtype=np.int64).reshape(-1, 2)
    role[inside], owner[inside] = table[marked[inside], 0], table[marked[inside], 1]
    begins = inside & (np.concatenate([[-3], marked[:-1]]) != marked)
    tags = np.where(inside, 2 * role + 2 - begins, 0)
    tags[marked == -2] = IGNORED
    cues, seen = [], set()
    for place in np.flatnonzero(begins & (role == 1)).tolist():
        if owner[place] not in seen:
            seen.add(owner[place])
            mine = owner == owner[place]
            links = (mine & (role == 0)) * 1 + (mine & (role == 2)) * 2
            cues.append((place, np.where(marked == -2, IGNORED, links).astype(np.int64)))
    return tags, tuple(cues)


def batches(found: Sequence[Window], pieces: int, chance: random.Random) -> Iterator[list[Window]]:
    """Yield lists of windows of like length, each of at most `pieces` pieces with padding, in random order."""
    pool = list(found)
    chance.shuffle(pool)
    lists: list[list[Window]] = []
    for begin in range(0, len(pool), 400):
        batch: list[Window] = []
        for window in sorted(pool[begin : begin + 400], key=lambda w: len(w.ids), reverse=True):
            if batch and (len(batch) + 1) * len(batch[0].ids) > pieces:
                lists.append(batch)
                batch = []
            batch.append(window)
        lists.append(batch)
    chance.shuffle(lists)
    yield from lists


def tensors(batch: Sequence[Window]) -> dict[str, torch.Tensor]:
    """Return `batch` padded, as the tensors that the losses want."""
    length = max(len(window.ids) for window in batch)

    def padded(rows: Sequence[NDArray[np.int64]], filler: int) -> torch.Tensor:
        out = np.full((len(rows), length), filler, dtype=np.int64)
        for row, values in zip(out, rows, strict=True):
            row[: len(values)] = values
        return torch.from_numpy(out)

    cues = [(row, place, links) for row, window in enumerate(batch) for place, links in window.cues]
    return {
        "ids": padded([w.ids for w in batch], 0),
        "case": padded([w.case for w in batch], 0),
        "quotation": padded([w.quotation for w in batch], 0),
        "tags": padded([w.tags for w in batch], IGNORED),
        "cue_row": torch.tensor([row for row, _, _ in cues], dtype=torch.long),
        "cue_place": torch.tensor([place for _, place, _ in cues], dtype=torch.long),
        "links": padded([links for _, _, links in cues], IGNORED),
    }


assert len(TAGS) == 2 * len(ROLES) + 1
