"""Blocks of pieces packed into windows that the network reads at once, and windows into batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from provaudit.attribute.pieces import CLS, COLON, MAX_PIECES, SEP, Pieces
from provaudit.attribute.quote_marks import RUNNING

if TYPE_CHECKING:
    from numpy.typing import NDArray

BATCH_PIECES: Final = 256


@dataclass(frozen=True, slots=True)
class Window:
    """Blocks between separators. `block` is -1 for a separator; `first` are the pieces that begin a word."""

    ids: NDArray[np.int64]
    case: NDArray[np.int64]
    quotation: NDArray[np.int64]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    block: NDArray[np.int64]
    first: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)


def window(parts: Sequence[Pieces]) -> Window:
    """Return the window that holds `parts`, each followed by a separator."""
    wall = np.array([0])
    nowhere = np.array([-1])

    def row(head: int, tail: int, name: str) -> NDArray[np.int64]:
        pieces = [column for part in parts for column in (getattr(part, name), np.array([tail]))]
        return np.concatenate([np.array([head]), *pieces])

    block = np.concatenate([nowhere, *(c for n, p in enumerate(parts) for c in (np.full(len(p), n), nowhere))])
    word = np.concatenate([nowhere, *(c for part in parts for c in (part.word, nowhere))])
    begins = np.concatenate([wall == 0, (np.diff(word) != 0) | (np.diff(block) != 0)])
    return Window(
        ids=row(CLS, SEP, "ids"),
        case=row(0, 0, "case"),
        quotation=row(0, 0, "quotation"),
        start=row(-1, -1, "start"),
        end=row(-1, -1, "end"),
        block=block,
        first=np.flatnonzero(begins),
    )


def packed(parts: Sequence[Pieces], size: int = MAX_PIECES) -> Iterator[list[Pieces]]:
    """Yield runs of `parts` of at most `size` pieces, separators counted, and of about the same length each.

    A part that leads on to the next stays with it where there is room.
    """
    room = size - 1
    total = sum(len(part) + 1 for part in parts)
    target = total / max(1, -(-total // room))
    group: list[Pieces] = []
    held = 0
    for part in parts:
        more = len(part) + 1
        full = held + more > room
        if group and (full or (held + more / 2 > target and not _leads_on(group[-1]))):
            takes_along = len(group) > 1 and _leads_on(group[-1]) and len(group[-1]) + 1 + more <= room
            carried = [group.pop()] if takes_along else []
            yield group
            group, held = carried, sum(len(one) + 1 for one in carried)
        group.append(part)
        held += more
    if group:
        yield group


def _leads_on(part: Pieces) -> bool:
    """Whether a part ends in a colon or inside a quotation."""
    return len(part) > 0 and (int(part.ids[-1]) == COLON or int(part.quotation[-1]) == RUNNING)


def batched(windows: Sequence[Window], pieces: int = BATCH_PIECES) -> Iterator[list[int]]:
    """Yield the numbers of windows of like length, as many as fit in `pieces` with padding."""
    batch: list[int] = []
    for n in sorted(range(len(windows)), key=lambda n: -len(windows[n])):
        if batch and (len(batch) + 1) * len(windows[batch[0]]) > pieces:
            yield batch
            batch = []
        batch.append(n)
    if batch:
        yield batch


def padded(windows: Sequence[Window]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return ids, cases and quotation states of `windows` as [windows, pieces], filled up with 0."""
    shape = (len(windows), max(len(window) for window in windows))
    ids, case, quotation = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    for n, window in enumerate(windows):
        here = slice(0, len(window))
        ids[n, here], case[n, here], quotation[n, here] = window.ids, window.case, window.quotation
    return ids, case, quotation
