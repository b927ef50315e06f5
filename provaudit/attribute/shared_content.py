"""One content of two sources: "A reported, and B confirmed, that …", "first reported by A and later confirmed by B".

Each has it by its own hand, so that each gets an attribution with the same words.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.clauses import subject
from provaudit.attribute.cues import Cue, find_cues
from provaudit.attribute.found import Found, cut, in_order
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.sentences import Word
from provaudit.attribute.wording import DASHES, Range, span_of, substantial, tidy
from provaudit.model import Span

_SURE: Final = 0.75
_SAYING: Final = frozenset({"finds", "says", "writes"})
_CONFIRMED: Final = (
    r",? and (?:(?:later|then|since|subsequently|independently|also|quickly) )*"
    r"(?P<cue>(?:confirmed|corroborated|echoed|matched|reported|verified) by) (?P<who>(?:the )?[^,;.\n]{2,60})"
)
_IN_SOURCE: Final = re.compile(_CONFIRMED + "$")
_AFTER_SOURCE: Final = re.compile(_CONFIRMED + "(?=[,;.]|$)")


def with_shared(attributions: Iterable[Found], body: Body) -> tuple[Found, ...]:
    """Return flat attributions in which two sources that share what is said have it each."""
    made = [part for one in attributions for part in _parted(one, body.text)]
    for sentence in body.sentences:
        words = body.words(sentence)
        both = _both(words)
        if both is not None:
            stretch = Span(both[0].start, both[1].cue[0].end)
            there = [one for one in made if any(stretch.meets(part) for part in one.cue)]
            made = [*(one for one in made if one not in there), *both]
    return in_order(made)


def _parted(one: Found, text: str) -> tuple[Found, ...]:
    """Part the sources of "first reported by the Post and later confirmed by CNN"."""
    cue = text[one.cue[0].start : one.cue[0].end].lower() if one.cue else ""
    if len(one.source) != 1 or not cue.endswith(" by"):
        return (one,)
    (source,) = one.source
    within = _IN_SOURCE.search(text, source.start, source.end)
    also = within if within is not None and within.start() > source.start else _AFTER_SOURCE.match(text, source.end)
    if also is None:
        return (one,)
    first, second = Span(source.start, min(source.end, also.start())), Span(*also.span("who"))
    content = tuple(span for span in cut(one.content, Span(also.start(), second.end)) if span.end - span.start > 1)
    return (
        replace(one, source=(first,), content=content),
        Found((second,), (Span(*also.span("cue")),), content, one.confidence),
    )


def _both(words: list[Word]) -> tuple[Found, Found] | None:
    """Read "A reported, and B confirmed, that …" and the same between dashes."""
    cues = [cue for cue in find_cues(words) if cue.lists & _SAYING and not cue.passive]
    for one, other in pairwise(cues):
        mark = _low(words, one.last)
        joint = one.last + 1
        if mark not in DASHES | {","} or _low(words, joint) not in ("and", "but"):
            continue
        closes = other.last
        if _low(words, closes) != mark or _low(words, closes + 1) not in ("that", ""):
            continue
        who, second = subject(words, one.first, 0), subject(words, other.first, joint + 1)
        content = tidy(words, closes + 1, len(words))
        if who is None or second is None or content is None or not substantial(words, content):
            continue
        return _found(words, _listed(words, who), one, content), _found(words, _plain(words, second), other, content)
    return None


def _listed(words: list[Word], who: Range) -> Range:
    """The subject with the names listed before it: "A, B and C"."""
    start = who.start
    while start > 1 and words[start - 1].low == "," and words[start - 2].capital:
        start -= 2
        while start > 0 and (words[start - 1].capital or words[start - 1].low == "the"):
            start -= 1
    return Range(start, who.end)


def _plain(words: list[Word], who: Range) -> Range:
    """The subject without the adverb before it: "and later the mayor"."""
    start = who.start
    while start < who.end - 1 and words[start].low in word_list("attribution/adverbs_in_cues"):
        start += 1
    return Range(start, who.end)


def _found(words: list[Word], who: Range, cue: Cue, content: Range) -> Found:
    verb = span_of(words, Range(cue.first, cue.last))
    return Found((span_of(words, who),), (verb,), (span_of(words, content),), _SURE)


def _low(words: list[Word], at: int) -> str:
    return words[at].low if at < len(words) else "."
