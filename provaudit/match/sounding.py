"""How words sound: the keys by which two printings of the same spoken words are the same.

Numbers in digits or words, "percent" and "%", British and American spelling, "ok" and "okay" are house style, not a
changed quotation. "Do not" for "don't" is another wording.
"""

from __future__ import annotations

from functools import lru_cache

from provaudit.match import lexicon
from provaudit.match.numerals import SIGNS, read_numeral

# A key, and the range of forms it stands for.
Sound = tuple[str, int, int]

_SAID = {f"{name}{ending}": name for name in SIGNS.values() for ending in ("", "s")}
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
    number = _number(forms, at)
    if number is not None:
        return number
    return "ok" if word == "okay" else lexicon.table("spellings").get(word, word), at + 1


def _number(forms: tuple[str, ...], at: int) -> tuple[str, int] | None:
    """The key of a number, with its currency: "$90,000" is said as "ninety thousand dollars"."""
    sign = SIGNS.get(forms[at], "")
    start = at + bool(sign)
    numeral = read_numeral(forms, start) if start < len(forms) else None
    if numeral is None:
        return None
    named = _SAID.get(forms[numeral.end], "") if numeral.end < len(forms) and not sign else ""
    return f"{numeral.value:g} {sign or named}".rstrip(), numeral.end + bool(named)
