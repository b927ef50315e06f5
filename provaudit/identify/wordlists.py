"""The word lists of this room, read from `data/sources` when first asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data"


@cache
def word_list(name: str) -> frozenset[str]:
    """The entries of `data/NAME.txt`, in lower case."""
    return frozenset((_DATA / f"{name}.txt").read_text(encoding="utf-8").split("\n")) - {""}
