"""From the network's numbers to marked runs of pieces: the best lawful sequence of tags, a word at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

TAGS: Final = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
DISTANCES: Final = 33
SOURCE, CUE, CONTENT = range(3)

_NEVER: Final = -1e4
# May the tag of the column follow that of the row? Only a run's own tags go before an inner one.
_LAWFUL: Final = np.array([[tag[0] != "I" or (before[1:] == tag[1:]) for tag in TAGS] for before in TAGS], dtype=bool)
_STEP: Final = np.where(_LAWFUL, 0.0, _NEVER).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of pieces of one role: half-open piece numbers, and how sure the tags are (mean log-probability)."""

    role: int
    begin: int
    end: int
    sure: float


def log_softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return log-probabilities over the last axis."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    result: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def runs(tags: NDArray[np.float32], first: NDArray[np.int64], walls: NDArray[np.bool_]) -> list[Run]:
    """Return the runs of roles in one window.

    `tags` holds logits [pieces, tags], `first` the pieces that begin a word, and `walls` is true for words that
    no run may cover or cross (the separators).
    """
    scores = word_scores(log_softmax(tags), first)
    scores[walls, 1:] = _NEVER
    path = best_path(scores)
    ends = np.append(first[1:], len(tags))
    found: list[Run] = []
    at = 0
    while at < len(path):
        stop = at + 1
        if path[at]:
            while stop < len(path) and path[stop] and path[stop] % 2 == 0:
                stop += 1
            sure = float(np.mean([scores[n, path[n]] for n in range(at, stop)]))
            found.append(Run((path[at] - 1) // 2, int(first[at]), int(ends[stop - 1]), sure))
        at = stop
    return found


def hints(tags: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the log-probability that each piece belongs to a cue, from logits [pieces, tags]."""
    logs = log_softmax(tags)
    return np.logaddexp(logs[:, TAGS.index("B-cue")], logs[:, TAGS.index("I-cue")])


def word_scores(logs: NDArray[np.float32], first: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return the log-probabilities of each word's tags: its first piece tells begin from inside, all tell the role."""
    if len(first) == len(logs):
        return logs.copy()
    counts = np.diff(np.append(first, len(logs)))[:, None]
    inner = logs.copy()
    inner[:, 1::2] = inner[:, 2::2]  # a word's later pieces are inside whatever its first one begins
    inner[first] = logs[first]
    return np.asarray(np.add.reduceat(inner, first, axis=0) / counts, dtype=np.float32)


def best_path(scores: NDArray[np.float32]) -> list[int]:
    """Return the lawful sequence of tags with the best sum (Viterbi, 1967)."""
    greedy = scores.argmax(axis=1)
    if _LAWFUL[greedy[:-1], greedy[1:]].all() and (not len(greedy) or TAGS[greedy[0]][0] != "I"):
        return [int(tag) for tag in greedy]
    back = np.zeros(scores.shape, dtype=np.int64)
    total = scores[0] + _STEP[0]
    for n in range(1, len(scores)):
        ways = total[:, None] + _STEP
        back[n] = ways.argmax(axis=0)
        total = ways[back[n], np.arange(len(TAGS))] + scores[n]
    path = [int(total.argmax())]
    for n in range(len(scores) - 1, 0, -1):
        path.append(int(back[n, path[-1]]))
    return path[::-1]


def buckets(offset: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the bucket of each signed distance in pieces."""
    half = (DISTANCES - 1) // 2
    size = np.minimum((2 * np.log2(np.abs(offset) + 1)).astype(np.int64), half)
    result: NDArray[np.int64] = half + np.sign(offset) * size
    return result
