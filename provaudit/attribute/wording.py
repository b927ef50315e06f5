"""Stretches of words of one sentence: their spans, their edges, what they hold."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from provaudit.attribute.cues import is_auxiliary
from provaudit.attribute.drafts import Draft
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.sentences import Word
from provaudit.model import Span

STOPS: Final = frozenset(".!?…")
DASHES: Final = frozenset({"—", "–", "--", "―"})
_EDGES: Final = frozenset(",;:.!?…-") | DASHES


class Range(NamedTuple):
    """Words `start` up to (not with) `end` of a sentence."""

    start: int
    end: int


def span_of(sentence: list[Word], part: Range) -> Span:
    """Return the text span of a range of words."""
    return Span(sentence[part.start].start, sentence[part.end - 1].end)


def tidy(sentence: list[Word], start: int, end: int) -> Range | None:
    """Return the range without marks at its edges; None where nothing is left."""
    while start < end and (sentence[start].low in _EDGES or sentence[start].low == ")"):
        start += 1
    while end > start and (sentence[end - 1].low in _EDGES or sentence[end - 1].low == "("):
        end -= 1
    return Range(start, end) if start < end else None


def has_quotation(sentence: list[Word], part: Range) -> bool:
    """Whether a spoken quotation stands in the range."""
    return any(not word.low for word in sentence[part.start : part.end])


def substantial(sentence: list[Word], part: Range | None) -> bool:
    """Whether the range can be a content: a quotation, or two words."""
    if part is None:
        return False
    counted = 0
    for at in range(*part):  # the first two words tell, however long the sentence
        low = sentence[at].low
        counted += not low or low[0].isalnum()
        if not low or counted > 1:
            return True
    return False


def has_verb(sentence: list[Word], part: Range) -> bool:
    """Whether a word of the range is surely a verb."""
    return any(
        is_auxiliary(word) or word.low in word_list("attribution/irregular_pasts")
        for word in sentence[part.start : part.end]
    )


def draft(sentence: list[Word], source: Range | None, cue: Range, content: Iterable[Range], confidence: float) -> Draft:
    """Return the attribution that these ranges make."""
    parts = tuple(content)
    return Draft(
        () if source is None else (span_of(sentence, source),),
        (span_of(sentence, cue),),
        tuple(span_of(sentence, part) for part in parts),
        confidence,
        quoted=any(has_quotation(sentence, part) for part in parts),
    )
