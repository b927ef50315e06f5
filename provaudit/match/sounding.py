"""How words sound: the keys by which two printings of the same spoken words are the same.

Numbers in digits or words, "percent" and "%", British and American spelling, "ok" and "okay" are house style, not a
changed quotation. "Do not" for "don't" is another wording.
"""

from __future__ import annotations

from functools import lru_cache

from provaudit.match import lexicon
from provaudit.match.numerals import read_numeral

# A key, and the range of forms it stands for.
Sound = tuple[str, int, int]

_FILLERS = frozenset({"um", "uh", "er", "ah", "erm", "uhm"})


@lru_cache(maxsize=256)
def sounding(forms: tuple[str, ...]) -> tuple[Sound, ...]:
    """The keys of these forms in order, each with the range of forms it stands for."""
    keys: list[Sound] = []
    at = 0
    while at < len(forms):
        key, end = _key(forms, at)
        if key:
            keys.append((key, at, end))
        at = end
    return tuple(keys)


def _key(forms: tuple[str, ...], at: int) -> tuple[str, int]:
    word = forms[at]
    if word in _FILLERS or word == "…":
        return "", at + 1
    if word == "per" and forms[at + 1 : at + 2] == ("cent",):
        return "percent", at + 2
    if word == "%":
        return "percent", at + 1
    numeral = read_numeral(forms, at)
    if numeral is not None:
        return f"{numeral.value:g}", numeral.end
    if word == "okay":
        return "ok", at + 1
    return lexicon.table("spellings").get(word, word), at + 1
