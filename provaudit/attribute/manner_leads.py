"""Speakers led in by how they spoke: "Hall was blunt. “We will rebuild.”"; the quotation is no earlier speaker's."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from provaudit.attribute.antecedents import humans
from provaudit.attribute.body import Body
from provaudit.attribute.clauses import subject
from provaudit.attribute.cues import is_auxiliary
from provaudit.attribute.found import Found, cut, in_order
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.sentences import Word
from provaudit.attribute.wording import Range, span_of
from provaudit.model import Span

_SEEMS: Final = frozenset({"appeared", "remained", "remains", "seemed", "sounded", "stayed"})
_DEGREES: Final = frozenset(
    {"also", "as", "even", "equally", "far", "just", "less", "more", "much", "not", "quite", "rather", "so", "still"}
    | {"too", "very", "a", "bit", "little"}
)
_SURE_OF_IT: Final = frozenset({"certain", "clear", "sure"})  # with a degree: "less sure", "very clear"
_SPEAKERS: Final = frozenset({"he", "i", "she", "they"})
_AFTER: Final = frozenset({"about", "at", "in", "on", "when", "with"})
_LONGEST_REST: Final = 8  # words after the adjective: "in his reply on Monday"
_SURE: Final = 0.65


class _Lead(NamedTuple):
    source: Span
    cue: Span
    quotation: Span


def with_manner_leads(attributions: Iterable[Found], body: Body) -> tuple[Found, ...]:
    """Return flat attributions with the quotations that such a sentence leads in, and nobody else with them."""
    made = list(attributions)
    for lead in _leads(body):
        if any(one.cue and lead.quotation.holds(one.cue[0]) for one in made):
            continue
        mine = [one for one in made if any(lead.cue.meets(part) for part in one.cue) and one.source]
        made = [one if one in mine else replace(one, content=cut(one.content, lead.quotation)) for one in made]
        made = [one for one in made if one.content]
        if not mine:
            made.append(Found((lead.source,), (lead.cue,), (lead.quotation,), _SURE))
    return in_order(made)


def _leads(body: Body) -> Iterator[_Lead]:
    for before, sentence in pairwise(body.sentences):
        quotation = body.quotation_at(sentence.start)
        if quotation is None or not quotation.spoken or quotation.span.end < sentence.end:
            continue
        if body.block_at(before.start) == body.block_at(sentence.start):
            read = _read(body.words(before))
            if read is not None:
                yield _Lead(*read, sentence)


def _read(words: list[Word]) -> tuple[Span, Span] | None:
    """The speaker and the words that tell how: "Hall" "was blunt"."""
    at = next((n for n, word in enumerate(words) if is_auxiliary(word) or word.low in _SEEMS), None)
    who = None if at is None else subject(words, at, 0)
    if at is None or who is None or not _speaks(words[who.start : who.end]):
        return None
    first = at
    while at < len(words) and (
        is_auxiliary(words[at]) or words[at].low in _SEEMS | _DEGREES or words[at].low.endswith("ly")
    ):
        at += 1
    if at >= len(words):
        return None
    degree = words[at - 1].low in _DEGREES - {"also", "still"} and words[at].low in _SURE_OF_IT
    rest = [word for word in words[at + 1 :] if word.low[:1].isalnum() or not word.low]
    plain = not rest or (rest[0].low in _AFTER and len(rest) <= _LONGEST_REST and all(word.low for word in rest))
    if not plain or not (degree or words[at].low in word_list("attribution/manners_of_speaking")):
        return None
    return span_of(words, who), span_of(words, Range(first, at + 1))


def _speaks(who: list[Word]) -> bool:
    """Whether it is somebody: a pronoun, a name, a person by role; "the verdict" is nobody."""
    if who[0].low in _SPEAKERS:
        return len(who) == 1
    determined = who[0].low in word_list("attribution/determiners")
    apposed = any(word.low == "," for word in who)  # "the harbourmaster, Karl Voss"
    return who[-1].low in humans() if determined and not apposed else who[-1].capital
