"""What rules know better than a tagger: an "according to" it missed or cut short, and boundaries that are untidy."""

from dataclasses import replace
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, found, in_order, joined
from provaudit.attribute.reading import read_sentence
from provaudit.attribute.tagged import Tagged
from provaudit.model import Span

_EDGES: Final = " \t\u00a0,;:—–"


def repair(flat: tuple[Found, ...], body: Body) -> tuple[Found, ...]:
    """Return a tagger's attributions with tidy contents and no "according to" left out."""
    tidied = [_tidy(one, body.text) for one in flat]
    made = [one for one in tidied if one.content]
    for sentence in body.sentences:
        if "ccording to" not in body.prose[sentence.start : sentence.end]:
            continue
        for draft in read_sentence(body.words(sentence)):
            rule = found(Tagged(draft.source, draft.cue, draft.content, draft.confidence))
            if "ccording" in body.text[rule.cue[0].start : rule.cue[0].end]:
                made = _with_according(made, rule)
    return in_order(made)


def _with_according(made: list[Found], rule: Found) -> list[Found]:
    known = [one for one in made if any(part.meets(rule.cue[0]) for part in one.cue)]
    if not known:
        swallowed = [one for one in made if any(part.holds(rule.cue[0]) for part in one.content)]
        return made if swallowed else [*made, rule]
    (one, *_) = known
    between = [
        other
        for other in made
        if other is not one and any(span.holds(part) for span in rule.content for part in other.cue)
    ]
    if not between:
        return made
    wider = replace(one, content=joined((*one.content, *rule.content)), source=one.source or rule.source)
    return [wider if other is one else other for other in made]


def _tidy(one: Found, text: str) -> Found:
    content = tuple(span for span in (_trimmed(span, text) for span in one.content) if span.start < span.end)
    source = tuple(span for span in (_trimmed(span, text) for span in one.source) if span.start < span.end)
    return replace(one, content=content, source=source)


def _trimmed(span: Span, text: str) -> Span:
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)
