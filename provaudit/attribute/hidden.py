"""Clauses that hide a name, taken out of a sentence: "an official who asked not to be named because … said"."""

from typing import Final

from provaudit.attribute.lexicon import cue_words
from provaudit.attribute.sentences import Word

_SIGNS: Final = frozenset(
    {"named", "identified", "anonymity", "anonymous", "anonymously", "authorized", "authorised", "background"}
)
_OPENERS: Final = frozenset({"who", "speaking", "granted", "requesting", "asking", "declining"})
_FURTHEST: Final = 8  # words from "who" to "named"


def without_hiding(sentence: list[Word]) -> list[Word]:
    """Return the sentence without such a clause, so that the verb after it finds its subject."""
    sign = next((at for at, word in enumerate(sentence) if word.low in _SIGNS), None)
    if sign is None:
        return sentence
    start = next((at for at in range(sign, max(-1, sign - _FURTHEST), -1) if sentence[at].low in _OPENERS), None)
    if not start:
        return sentence
    for end in range(sign + 1, len(sentence)):
        if sentence[end].low in ("said", "says", "told", "added", "confirmed", "described") or (
            sentence[end - 1].low == "," and "says" in cue_words().get(sentence[end].low, ())
        ):
            opening = start - 1 if sentence[start - 1].low == "," else start
            return sentence[:opening] + sentence[end:]
    return sentence
