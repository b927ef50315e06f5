"""Cues, sources and contents tied together: each content to one cue, each cue to at most one source."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from provaudit.attribute.decode import CONTENT, CUE, SOURCE, Run, buckets, log_softmax

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Weights:
    """What the decoder was tuned to; ties and likelihoods are mean log-probabilities."""

    content_floor: float = -4.0  # a content less tied to every cue than this looks for a cue of its own
    orphan_floor: float = -4.0  # the least tie to an unmarked word that is taken for its cue
    hint_floor: float = -3.5  # the least likelihood that such a word is a cue
    source_floor: float = -1.5  # a source less tied to its cue than this is not its
    grow_content: float = -0.35  # a cue without content takes the run that the link head gives more than this
    grow_source: float = -1.2
    apart: float = 2.0  # what a tie between blocks loses
    # logistic weights of what `signs` gives, from which the confidence comes
    signs: tuple[float, ...] = (2.63, 1.22, 2.26, 1.61, 0.65, 0.71, 2.59)
    least: float = 0.42  # an attribution less sure than this is more often wrong than it is worth


TUNED: Final = Weights()


@dataclass(frozen=True, slots=True)
class Group:
    """One attribution as runs of pieces, and what its confidence was weighed from.

    A quotation that stands alone has no cue and no signs.
    """

    source: Run | None
    cue: Run | None
    content: tuple[Run, ...]
    confidence: float
    signs: tuple[float, ...] = (2.63, 1.22, 2.26, 1.61, 0.65, 0.71, 2.59)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the network said of one window.

    `hints` is the log-probability that a piece belongs to a cue, `block` the number of its block (-1: separators),
    `near` the learned bias of a link by role and distance.
    """

    hints: NDArray[np.float32]
    query: NDArray[np.float32]
    key: NDArray[np.float32]
    near: NDArray[np.float32]
    block: NDArray[np.int64]

    def ties(self, places: Sequence[int]) -> NDArray[np.float32]:
        """Return log-probabilities [places, pieces, 3], were there a cue at each place.

        The last axis tells how likely a piece is none of that cue's business, its source, or its content.
        """
        pieces, roles = len(self.key), len(self.near)
        at = np.array(places, dtype=np.int64)
        q = self.query[at].reshape(len(at), roles, self.key.shape[1] // roles)
        k = self.key.reshape(pieces, roles, self.key.shape[1] // roles)
        scores = np.einsum("crd,trd->ctr", q, k)
        scores += self.near.T[buckets(np.arange(pieces)[None, :] - at[:, None])]
        none = np.zeros((len(at), pieces, 1), dtype=np.float32)
        return log_softmax(np.concatenate([none, scores], axis=-1))


def groups(found: Sequence[Run], sheet: Sheet, weights: Weights) -> list[Group]:
    """Return the attributions that the marked runs of a window make, those without a cue last."""
    cues = [run for run in found if run.role == CUE]
    ties = sheet.ties([cue.begin for cue in cues])
    linking = _Linking(found, sheet, weights, _free(found, sheet.block))
    owned, orphans = linking.owned(cues, ties)
    made = []
    for n, cue in enumerate(cues):
        contents = owned.get(n) or linking.grown(ties[n], CONTENT)
        for run in contents:
            linking.free[run.begin : run.end] = False  # what one cue took, no other may
        if contents:
            made.append(linking.group(cue, contents, ties[n]))
    made += [linking.adopted(run) for run in orphans]
    return [group for group in made if group.confidence >= weights.least]


@dataclass(frozen=True, slots=True)
class _Linking:
    """The marked runs of a window with what the network said of it; `free` are the pieces in no run."""

    found: Sequence[Run]
    sheet: Sheet
    weights: Weights
    free: NDArray[np.bool_]

    def owned(self, cues: Sequence[Run], ties: NDArray[np.float32]) -> tuple[dict[int, list[Run]], list[Run]]:
        """Return the contents of each cue by its number, and the contents that no cue owns."""
        blocks = self.sheet.block[[cue.begin for cue in cues]]
        owned: dict[int, list[Run]] = {}
        orphans: list[Run] = []
        for run in self.found:
            if run.role == CONTENT:
                apart = self.weights.apart * (blocks != self.sheet.block[run.begin])
                means = ties[:, run.begin : run.end, 2].mean(axis=1) - apart
                best = int(means.argmax()) if len(means) else -1
                if best >= 0 and means[best] > self.weights.content_floor:
                    owned.setdefault(best, []).append(run)
                else:
                    orphans.append(run)
        return owned, orphans

    def group(self, cue: Run, contents: list[Run], ties: NDArray[np.float32]) -> Group:
        """Return the attribution of `cue` and `contents` with the source that suits it, if any."""
        source = self.source(cue, ties) or next(iter(self.grown(ties, SOURCE)), None)
        found = signs(source, cue, contents, ties)
        weighed = sum(weight * sign for weight, sign in zip(self.weights.signs, found, strict=True))
        return Group(source, cue, _joined(contents), round(1 / (1 + math.exp(-weighed)), 4), found)

    def source(self, cue: Run, ties: NDArray[np.float32]) -> Run | None:
        """Return the marked source that a cue is best tied to; several cues may share one."""
        block = self.sheet.block
        means = [
            (float(ties[run.begin : run.end, 1].max()) - apart, -run.begin, run)
            for run in self.found
            if run.role == SOURCE
            for apart in [self.weights.apart * (block[run.begin] != block[cue.begin])]
        ]
        if not means:
            return None
        tie, _, run = max(means, key=lambda one: one[:2])
        return run if tie > self.weights.source_floor else None

    def grown(self, ties: NDArray[np.float32], role: int) -> list[Run]:
        """Return the longest free run of one block that a cue's links alone give the role, or nothing."""
        logs, least = (
            (ties[:, 1], self.weights.grow_source) if role == SOURCE else (ties[:, 2], self.weights.grow_content)
        )
        grown: list[Run] = []
        for begin, end in _stretches(self.free & (logs > least - 0.7)):
            mean = float(logs[begin:end].mean())
            if mean > least:
                grown.append(Run(role, begin, end, mean))
        return [max(grown, key=lambda run: (run.end - run.begin, run.sure))] if grown else []

    def adopted(self, content: Run) -> Group:
        """Return the attribution of a content that no cue owns: with the likeliest cue of the free pieces, or none."""
        places = np.flatnonzero(self.free & (self.sheet.hints > self.weights.hint_floor))
        if not len(places):
            return Group(None, None, (content,), round(math.exp(content.sure), 4))
        ties = self.sheet.ties(places.tolist())
        means = ties[:, content.begin : content.end, 2].mean(axis=1)
        best = int((means + self.sheet.hints[places]).argmax())
        if means[best] < self.weights.orphan_floor:
            return Group(None, None, (content,), round(math.exp(content.sure), 4))
        likely = _stretches(self.free & (self.sheet.hints > self.weights.hint_floor))
        begin, end = next((b, e) for b, e in likely if b <= places[best] < e)
        cue = Run(CUE, begin, end, float(self.sheet.hints[begin:end].mean()))
        return self.group(cue, [content], ties[best])


def signs(source: Run | None, cue: Run, contents: Sequence[Run], ties: NDArray[np.float32]) -> tuple[float, ...]:
    """Return what tells whether an attribution is right; `ties` are those of its cue.

    One; how sure the cue is; how sure the surest and the least sure content are; the best tie of a content; the tie
    of the source; whether there is none.
    """
    sure = [run.sure for run in contents]
    tied = max(float(ties[run.begin : run.end, 2].mean()) for run in contents)
    source_tie = -5.0 if source is None else float(ties[source.begin : source.end, 1].max())
    return (1.0, cue.sure, max(sure), min(sure), tied, source_tie, float(source is None))


def _free(found: Sequence[Run], block: NDArray[np.int64]) -> NDArray[np.bool_]:
    free: NDArray[np.bool_] = block >= 0
    for run in found:
        free[run.begin : run.end] = False
    return free


def _joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return `runs` with those made one that nothing stands between."""
    joined: list[Run] = []
    for run in sorted(runs, key=lambda run: run.begin):
        if joined and joined[-1].end == run.begin:
            run = replace(joined.pop(), end=run.end)  # noqa: PLW2901  # the longer run takes its place
        joined.append(run)
    return tuple(joined)


def _stretches(where: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the half-open stretches of true values. Separators are never free, so none crosses blocks."""
    edges = np.flatnonzero(np.diff(where.astype(np.int8), prepend=0, append=0))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
