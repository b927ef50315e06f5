"""The word lists of `provaudit/data` that reading needs: one entry a line, sorted, unique."""

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data"


@cache
def words_of(name: str) -> frozenset[str]:
    """The entries of `data/<name>.txt`."""
    return frozenset(entries_of(name))


@cache
def entries_of(name: str) -> tuple[str, ...]:
    """The entries of `data/<name>.txt` in file order."""
    text = (_DATA / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.split("\n") if line)
