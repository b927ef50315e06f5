"""The word lists of the match room, read once, when first asked for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "data" / "match"


@lru_cache(maxsize=32)
def lines(name: str) -> tuple[str, ...]:
    """The entries of a list in `data/match`, in the file's (sorted) order."""
    return tuple((_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n")[:-1])


@lru_cache(maxsize=32)
def words(name: str) -> frozenset[str]:
    """The entries of a list as a set."""
    return frozenset(lines(name))


@lru_cache(maxsize=32)
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of a list as tuples of words, the longest first."""
    return tuple(sorted((tuple(line.split()) for line in lines(name)), key=len, reverse=True))


@lru_cache(maxsize=32)
def table(name: str) -> dict[str, str]:
    """The entries of a list `word other` as a mapping from the first word to the rest of its line."""
    return dict(line.split(" ", 1) for line in lines(name))


@lru_cache(maxsize=32)
def groups(name: str) -> dict[str, frozenset[int]]:
    """For each word of a list of word groups, the numbers of the lines it stands on."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines(name)):
        for word in line.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
