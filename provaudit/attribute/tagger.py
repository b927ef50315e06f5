"""The learned tagger: text in, outermost attributions out, by a small encoder that onnxruntime runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

import numpy as np
from numpy.typing import NDArray

from provaudit.attribute.decode import Run, hints, runs
from provaudit.attribute.link import TUNED, Group, Sheet, Weights, groups
from provaudit.attribute.onnx_session import open_session
from provaudit.attribute.pieces import MAX_PIECES, Pieces, cut, divide
from provaudit.attribute.tagged import Tagged
from provaudit.attribute.trim import trimmed
from provaudit.attribute.windows import Window, batched, packed, padded, window
from provaudit.model import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SHIPPED: Final = Path(__file__).parents[1] / "data" / "tagger"

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
# piece ids, cases, quotation states [windows, pieces] -> tag logits, link queries, link keys
Forward = Callable[[Numbers, Numbers, Numbers], tuple[Floats, Floats, Floats]]


class LearnedTagger:
    """The tagger that was trained on annotated news; `load` gives the one that ships with the package."""

    def __init__(self, forward: Forward, tokenizer: Tokenizer, near: Floats, weights: Weights = TUNED) -> None:
        """Take a network, its tokenizer, its link bias by role and distance, and what its decoder was tuned to."""
        self._forward, self._tokenizer, self._near = forward, tokenizer, near
        self._weights = weights

    @classmethod
    def load(cls, directory: Path | None = None, threads: int = 1, weights: Weights = TUNED) -> Self:
        """Load model.onnx, tokenizer.json and links.npy from `directory`. Raises OSError where one is missing."""
        from tokenizers import Tokenizer  # slow to import, and not needed by other taggers

        place = SHIPPED if directory is None else directory
        words = (place / "tokenizer.json").read_text(encoding="utf-8")
        forward, near = _session(place / "model.onnx", threads), np.load(place / "links.npy")
        return cls(forward, Tokenizer.from_str(words), near, weights)

    def tag(self, text: str, blocks: Sequence[Span]) -> tuple[Tagged, ...]:
        """Return the outermost attributions in `blocks` of `text`, sorted by position."""
        return self.tag_many([(text, blocks)])[0]

    def tag_many(self, requests: Sequence[tuple[str, Sequence[Span]]]) -> list[tuple[Tagged, ...]]:
        """Return what `tag` would for each (text, blocks), reading windows of like length together."""
        return [tuple(tagged for tagged, _ in found) for found in self.read(requests)]

    def read(self, requests: Sequence[tuple[str, Sequence[Span]]]) -> list[list[tuple[Tagged, Group]]]:
        """Return for each (text, blocks) its attributions, each with the runs of pieces that it was made of."""
        owners: list[int] = []
        windows: list[Window] = []
        for n, (text, blocks) in enumerate(requests):
            for group in packed(self._parts(text, blocks)):
                owners.append(n)
                windows.append(window(group))
        found: list[list[tuple[Tagged, Group]]] = [[] for _ in requests]
        for batch in batched(windows):
            for n, read in zip(batch, self._read([windows[n] for n in batch]), strict=True):
                found[owners[n]] += _tagged(read, windows[n], requests[owners[n]][0])
        return [sorted(pairs, key=lambda pair: _position(pair[0])) for pairs in found]

    def _parts(self, text: str, blocks: Sequence[Span]) -> list[Pieces]:
        room = MAX_PIECES - 2
        return [part for block in cut(text, blocks, self._tokenizer) for part in divide(text, block, room)]

    def _read(self, windows: Sequence[Window]) -> Iterator[list[Group]]:
        tags, query, key = self._forward(*padded(windows))
        for n, here in enumerate(windows):
            row = slice(0, len(here))
            found = runs(tags[n, row], here.first, here.block[here.first] < 0)
            sheet = Sheet(hints(tags[n, row]), query[n, row], key[n, row], self._near, here.block)
            yield groups(found, sheet, self._weights)


def _tagged(read: Sequence[Group], window: Window, text: str) -> Iterator[tuple[Tagged, Group]]:
    def spans(runs: Sequence[Run | None], role: str) -> tuple[Span, ...]:
        marked = [(int(window.start[run.begin]), int(window.end[run.end - 1])) for run in runs if run is not None]
        return tuple(trimmed(text, marked, role))

    for group in read:
        content = spans(group.content, "content")
        if content:
            source, cue = spans([group.source], "source"), spans([group.cue], "cue")
            yield Tagged(source, cue, content, group.confidence), group


def _position(tagged: Tagged) -> tuple[int, int]:
    spans = (*tagged.source, *tagged.cue, *tagged.content)
    return min(span.start for span in spans), max(span.end for span in spans)


def _session(model: Path, threads: int) -> Forward:
    session = open_session(model, threads)

    def forward(ids: Numbers, case: Numbers, quotation: Numbers) -> tuple[Floats, Floats, Floats]:
        tags, query, key = session.run(None, {"ids": ids, "case": case, "quotation": quotation})
        return tags, query, key

    return forward
