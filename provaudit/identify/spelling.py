"""How names are spelled alike: the words of a name, and the key that two spellings of one name share."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*|&")
_APOSTROPHES = str.maketrans("", "", "'’ʼ")
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")
_ARTICLES = frozenset({"the", "a", "an"})


def fold(word: str) -> str:
    """One word without case, accents and apostrophes; "&" is "and"."""
    if word == "&":
        return "and"
    folded = word.translate(_APOSTROPHES).casefold()
    if folded.isascii():
        return folded
    return "".join(mark for mark in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(mark))


def without_possessive(word: str) -> str:
    """The word without a final 's ("CNN's" → "CNN")."""
    return _POSSESSIVE.sub("", word)


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """The key that "The New York Times", "New York Times" and "NEW-YORK TIMES" share; "" where there is no word."""
    words = [fold(word) for word in WORD.findall(name)]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def slug(name: str) -> str:
    """An id made of a name: lower-case ASCII words joined by hyphens; "unnamed" where none is left."""
    key = name_key(name).encode("ascii", "ignore").decode()
    return "-".join(key.split()) or "unnamed"


def opens_with_article(name: str) -> bool:
    """Whether the name starts with "the", "a" or "an" and goes on."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first.casefold() in _ARTICLES
