"""The word lists of the rule engine, read once from `data/` when first asked for."""

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data"


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the entries of `data/<name>.txt`, one a line, in lower case."""
    return frozenset((_DATA / f"{name}.txt").read_text(encoding="utf-8").split("\n")) - {""}


@cache
def cue_words() -> dict[str, frozenset[str]]:
    """Return for every cue verb, in all its forms, the names of the lists under `data/cues/` that hold it."""
    lists: dict[str, set[str]] = {}
    for name in ("finds", "says", "speaks-of", "thinks", "wants", "writes"):
        for word in word_list(f"cues/{name}"):
            lists.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in lists.items()}
