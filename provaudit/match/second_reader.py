"""The second reader: a small trained encoder that says how surely a passage says what a claim says, and what differs.

Words that two texts share find the place; where they are few, only meaning tells whether the claim is there, and
whether it says the same. The reader's opinion is weighed with what the checks found, and without it they decide alone.
It reads claim and passage together, as the cross-encoders of Nogueira and Cho do (2019, "Passage Re-ranking with
BERT").
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

_DATA: Final = Path(__file__).parents[1] / "data"
MODEL: Final = _DATA / "reader" / "model.onnx"
TOKENIZER: Final = _DATA / "tagger" / "tokenizer.json"  # one vocabulary serves both models
LONGEST: Final = 104  # pieces of claim and passage together; what is longer is cut at its end
_OPENS, _PARTS = 101, 102  # the pieces that open a pair and close each text


class Opinion(NamedTuple):
    """Log-odds that a passage holds a claim, that a fact differs there, and that one of each kind does."""

    holds: float
    differs: float = 0.0
    number: float = 0.0
    date: float = 0.0
    name: float = 0.0
    negation: float = 0.0
    hedge: float = 0.0


Reads = Callable[[str, Sequence[str]], list[Opinion]]  # a claim and passages -> an opinion of each


class SecondReader:
    """The reader that ships with the package; loaded when it is first asked, safe to ask from several threads."""

    def __init__(self, model: Path = MODEL, tokenizer: Path = TOKENIZER) -> None:
        """Take the files to load. They are read at the first question, which raises OSError where one is missing."""
        self._model, self._tokenizer = model, tokenizer
        self._lock = threading.Lock()

    def __call__(self, claim: str, passages: Sequence[str]) -> list[Opinion]:
        """What the reader thinks of the claim on each passage."""
        if not passages:
            return []
        with self._lock:
            tokenizer, run = self._loaded
        return [Opinion(*map(float, odds)) for odds in run(*pairs(tokenizer, claim, passages))]

    @cached_property
    def _loaded(self) -> tuple[Tokenizer, Callable[..., NDArray[np.float32]]]:
        import numpy as np
        from tokenizers import Tokenizer  # slow to import, and seldom needed

        from provaudit.attribute.onnx_session import open_session

        session = open_session(self._model)

        def run(ids: NDArray[np.int64], kinds: NDArray[np.int64], mask: NDArray[np.float32]) -> NDArray[np.float32]:
            (odds,) = session.run(["odds"], {"ids": ids, "kinds": kinds, "mask": mask})
            return np.asarray(odds, np.float32)

        return Tokenizer.from_str(self._tokenizer.read_text(encoding="utf-8")), run


def pairs(
    tokenizer: Tokenizer, claim: str, passages: Sequence[str]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """Each claim and passage as a row: the piece ids, which text each piece is of (0 or 1), and where a piece is."""
    import numpy as np

    ours = [_OPENS, *_pieces(tokenizer, claim)[: LONGEST // 2], _PARTS]
    rows = [[*ours, *_pieces(tokenizer, passage), _PARTS][:LONGEST] for passage in passages]
    width = max(len(row) for row in rows)
    ids, kinds = np.zeros((len(rows), width), np.int64), np.zeros((len(rows), width), np.int64)
    mask = np.zeros((len(rows), width), np.float32)
    for number, row in enumerate(rows):
        ids[number, : len(row)] = row
        kinds[number, len(ours) : len(row)] = 1
        mask[number, : len(row)] = 1.0
    return ids, kinds, mask


def _pieces(tokenizer: Tokenizer, text: str) -> list[int]:
    return list(tokenizer.encode(" ".join(text.split()), add_special_tokens=False).ids)
