"""Who stands after "according to", and where it is no credit: "according to plan"."""

from collections.abc import Sequence
from typing import Final

from provaudit.attribute.clauses import phrase_right
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.sentences import Word
from provaudit.attribute.wording import Range, has_verb

_LONGEST_MEASURE: Final = 4  # words: "the original building plans"
_PER: Final = ("according", "to")


def find_according(sentence: Sequence[Word]) -> int | None:
    """Return the index of the last "according to" that names a source, None without one."""
    for at in range(len(sentence) - 2, -1, -1):
        if (sentence[at].low, sentence[at + 1].low) == _PER and not _of_measure(sentence, at + 2):
            return at
    return None


def _of_measure(sentence: Sequence[Word], at: int) -> bool:
    """Whether it is "according to plan": a measure, not a source."""
    for n, word in enumerate(sentence[at : at + _LONGEST_MEASURE]):
        if word.low in word_list("attribution/measures"):
            following = sentence[at + n + 1].low if at + n + 1 < len(sentence) else "."
            return not following.isalpha() or following in ("of", "and", "in", "on", "at", "for")
        if word.capital or not word.low.isalpha():
            return False
    return at >= len(sentence)


def _with_relative(sentence: list[Word], source: Range | None) -> Range | None:
    """Take in a relative clause: "the recording, which was reviewed by the Gazette"."""
    if source is None or source.end + 1 >= len(sentence) or sentence[source.end].low != ",":
        return source
    if sentence[source.end + 1].low not in ("who", "which", "whose"):
        return source
    stops = (n for n in range(source.end + 1, len(sentence)) if sentence[n].low in ("", ",", ";", ".", "!", "?"))
    return Range(source.start, next(stops, len(sentence)))


def according_source(sentence: list[Word], at: int) -> Range | None:
    """Return the words of the source after "according to" at word `at`."""
    source = _with_relative(sentence, phrase_right(sentence, at + 2, apposition=at > 1))
    bare = phrase_right(sentence, at + 2, apposition=False)
    if source is None or bare is None or not at or source.end == bare.end:
        return source
    apposed = Range(bare.end + 1, source.end)
    follows = sentence[source.end].low if source.end < len(sentence) else "."
    relative = sentence[apposed.start].low in ("who", "whose", "which")
    return bare if has_verb(sentence, apposed) and not relative and follows != "," else source
