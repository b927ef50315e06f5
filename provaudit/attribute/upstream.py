"""Whom a source names as its own: "…, which cited Newsmax", "citing two aides, …", "quoted Bo as saying …".

What stands after such a verb is no claim: it is the next source of the chain. It is taken out of what is said, and put
between the one who cites and that.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final, NamedTuple

from provaudit.attribute.body import Body
from provaudit.attribute.cited_phrase import Citation, citations
from provaudit.attribute.clauses import subject
from provaudit.attribute.cues import find_cues
from provaudit.attribute.drafts import Draft
from provaudit.attribute.found import Found, Spans, cut, holds, in_order, joined, walk
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.outlet_names import OutletNames
from provaudit.attribute.reading import last_word
from provaudit.attribute.sentences import Word
from provaudit.attribute.tidying import tidy
from provaudit.model import Span

_MOST: Final = 12  # citations of one sentence: each stands inside the one before
_SURE: Final = 0.8
_GAP: Final = len(", ")
_THAT_ACCORDING: Final = re.compile(r"(?:that,? )?according to [^,;.]{2,80}, ")
_JOINT: Final = re.compile(r",? (?:and|but|while)$")
_EDGES: Final = " \t\u00a0,;:.!?—–"


class _Place(NamedTuple):
    """A citation, the words of its sentence, and the body."""

    citation: Citation
    words: list[Word]
    body: Body


def rest_on_upstream(attributions: tuple[Found, ...], body: Body, outlets: OutletNames) -> tuple[Found, ...]:
    """Return flat attributions with whoever is cited inside the one who cites."""
    made = [_with_that(one, body.text) for one in attributions]
    for before, sentence in zip((None, *body.sentences), body.sentences, strict=False):
        made = _in_sentence(made, sentence, before, body, outlets)
    return in_order(made)


def rest_deeper(
    trees: tuple[Found, ...], body: Body, outlets: OutletNames, above: frozenset[Spans] = frozenset()
) -> tuple[Found, ...]:
    """Return trees in which they who cite inside a content rest on whom they cite, too.

    `above` are the sources that the trees stand in.
    """
    made: list[Found] = []
    for one in trees:
        over = above | {one.source}
        inner = list(rest_deeper(one.inner, body, outlets, over))
        for sentence in sorted({at for each in inner if each.cue and (at := body.sentence_at(each.cue[0].start))}):
            inner = _rested_inside(inner, sentence, body, outlets, over)
        made.append(replace(one, inner=in_order(inner)))
    return tuple(made)


def _in_sentence(
    made: list[Found], sentence: Span, before: Span | None, body: Body, outlets: OutletNames
) -> list[Found]:
    words = body.words(sentence)
    for citation in islice(citations(words, body.text, outlets), _MOST):
        place = _Place(citation, words, body)
        if citation.alone:
            made = _rested_before(made, place, before)
        else:
            made = _said(made, place) if citation.saying else _rested(made, place)
    return made


def _rested_inside(
    made: list[Found], sentence: Span, body: Body, outlets: OutletNames, above: frozenset[Spans]
) -> list[Found]:
    words = body.words(sentence)
    for citation in islice(citations(words, body.text, outlets), _MOST):
        known = (citation.who,) in above | {one.source for one in walk(made)}
        if not (known or citation.saying or citation.alone):
            made = _rested(made, _Place(citation, words, body))
    return made


def _rested_before(made: list[Found], place: _Place, before: Span | None) -> list[Found]:
    """Rest on the cited of "It cited two aides." what the sentence before says."""
    here = place.words[0].start
    if before is None or place.body.block_at(before.start) != place.body.block_at(here):
        return made
    outer = [one for one in made if one.source and one.cue and before.start <= one.cue[0].start < before.end]
    junk = [one for one in made if any(place.citation.away.meets(part) for part in one.cue)]
    if len(outer) != 1 or any(one in outer for one in junk):
        return made
    cited = Found((place.citation.who,), (place.citation.verb,), outer[0].content, _SURE, outer[0].inner)
    resting = replace(outer[0], inner=(cited,))
    return [resting if one is outer[0] else one for one in made if one not in junk]


def _with_that(one: Found, text: str) -> Found:
    """Give back to a content the "that, according to Bo," it was cut off from: Bo is inside it."""
    lead = _THAT_ACCORDING.search(text, one.cue[-1].end, one.content[0].start) if one.cue and one.content else None
    if lead is None or lead.start() > one.cue[-1].end + 1 or lead.end() != one.content[0].start:
        return one
    return replace(one, content=(Span(lead.start(), one.content[0].end), *one.content[1:]))


def _rested(made: list[Found], place: _Place) -> list[Found]:
    """Rest on the cited what the sentence's own source says."""
    away = place.citation.away
    freed = [one for one in _without(made, away, place.body.text) if one.content]
    outer = _citing(freed, place)
    if outer is None and place.citation.relative:
        return _rested_further(made, place, ())
    if outer is None or _is_told_of(outer, place, made):
        return made
    cited = Found((place.citation.who,), (place.citation.verb,), outer.content, outer.confidence, outer.inner)
    return [replace(outer, inner=(cited,)) if one is outer else one for one in freed]


def _is_told_of(outer: Found, place: _Place, made: list[Found]) -> bool:
    """Whether the one who cites stands in what another tells: "X, citing Y, reported …, according to Z"."""
    away = place.citation.away
    after = bool(outer.cue) and outer.cue[0].start > away.end
    beside = bool(outer.source) and 0 <= away.start - outer.source[-1].end <= _GAP
    told = any(span.holds(away) for one in made if one.cue == outer.cue for span in one.content)
    return after and told and not beside and away.start > place.words[0].start


def _without(made: list[Found], away: Span, text: str) -> Iterator[Found]:
    """The attributions that do not stand in a stretch, and without it."""
    for one in made:
        if any(away.meets(part) for part in one.cue) or (one.source and all(away.holds(part) for part in one.source)):
            continue
        if not any(away.meets(part) for part in one.parts):
            yield one
            continue
        content, source = _edged(cut(one.content, away), text), _edged(cut(one.source, away), text)
        yield tidy(replace(one, content=content, source=source), text) if content else replace(one, content=())


def _edged(spans: Spans, text: str) -> Spans:
    """The spans that hold more than marks."""
    return tuple(span for span in spans if text[span.start : span.end].strip(_EDGES))


def _citing(made: list[Found], place: _Place) -> Found | None:
    """The attribution of the sentence whose source cites: right before the verb, else the next or the last one."""
    first, last = place.words[0].start, place.words[-1].end
    away = place.citation.away
    near = [one for one in made if one.cue and first <= one.cue[0].start < last]
    near = [one for one in near if not any(holds(other.content, one.cue[0].start) for other in near if other != one)]
    right_before = [one for one in near if one.source and 0 <= away.start - one.source[-1].end <= _GAP]
    if right_before or place.citation.relative:
        return right_before[0] if right_before else None
    before = [one for one in near if one.cue[0].start < away.start]
    if before:
        return max(before, key=lambda one: one.cue[0].start)
    return min(near, key=lambda one: one.cue[0].start, default=None)


def _said(made: list[Found], place: _Place) -> list[Found]:
    """Make two of "X quoted Y as saying …" and of "It quoted Y, who said …"; three where "…, Z reported" follows."""
    citation, text = place.citation, place.body.text
    if citation.relative:
        further = _what_was_said(made, place, None)
        return made if further is None else _rested_further(made, place, further)
    last = last_word(place.words, find_cues(place.words))
    closing = last if last is not None and last.cue[0].start > citation.stretch.end else None
    said = _what_was_said(made, place, closing)
    outer = _source_of(made, place)
    if said is None or not outer:
        return made
    stretch = Span(citation.away.start, max(place.words[-1].end, citation.away.end))
    mine = [one for one in made if any(stretch.meets(part) for part in one.cue) and _within(one, stretch, said)]
    inner = Found((citation.who,), (citation.saying[0],), said, _SURE)
    whole = (Span(citation.who.start, said[0].end), *said[1:])
    quoting = Found(outer, (citation.verb,), whole, _SURE, (inner,))
    if closing is not None:
        kept = [one for one in made if one not in mine and not any(closing.cue[0].meets(part) for part in one.cue)]
        return [*kept, Found(closing.source, closing.cue, closing.content, _SURE, (quoting,))]
    others = [one for one in made if one not in mine]
    above = [one for one in others if one.cue and any(span.holds(outer[0]) for span in one.content)]
    above = [one for one in above if holds(one.content, citation.verb.start)]
    freed = _without([one for one in others if one not in above], Span(citation.away.start, said[0].end), text)
    return [*above, *(one for one in freed if one.content), quoting]


def _rested_further(made: list[Found], place: _Place, said: Spans) -> list[Found]:
    """Rest on Y what "…, according to W, citing X, which quoted Y as saying …" tells, the words of Y included."""
    away = place.citation.away
    told = [one for one in walk(made) if one.source and one.cue and one.cue[0].start < one.source[0].start]
    citer = next((one for one in told if 0 <= away.start - one.source[-1].end <= _GAP), None)
    if citer is None:
        return made
    aside = Span(away.start, said[-1].end if said else away.end)
    freed = [one for one in made if one.content and not any(aside.meets(part) for part in one.cue)]
    return [_further(one, citer.source, aside, (place.citation, said), place.body.text) for one in freed]


def _further(one: Found, citer: Spans, aside: Span, cited: tuple[Citation, Spans], text: str) -> Found:
    """The tree with the cited under the citer, and with the cited words in every content above."""
    citation, said = cited
    if all(citer != each.source for each in walk([one])):
        return one
    content = _edged(joined((*cut(one.content, aside), *said)), text)
    if one.source == citer:
        inner: tuple[Found, ...] = (Found((citation.who,), (citation.verb, *citation.saying), content, _SURE),)
    else:
        inner = tuple(_further(each, citer, aside, cited, text) for each in one.inner)
    return tidy(replace(one, content=content, inner=inner), text)


def _within(one: Found, stretch: Span, said: Spans) -> bool:
    """Whether it is a reading of the same words, and not of what follows them."""
    return one.cue[0].start < said[0].start and one.cue[0].start >= stretch.start


def _what_was_said(made: list[Found], place: _Place, closing: Draft | None) -> Spans | None:
    """The words after "as saying", up to a closing credit, with the quotations a tagger found them resumed in."""
    begin = place.citation.saying[0].end
    end = min(span.start for span in (*closing.source, *closing.cue)) if closing else place.words[-1].end
    words = [word for word in place.words if begin <= word.start < end]
    while words and words[0].low in (":", ",", "-"):
        words.pop(0)
    if len(words) > 1 and words[0].low in word_list("attribution/days_and_months") and words[1].low == "that":
        words.pop(0)
    while words and words[-1].low and not words[-1].low[:1].isalnum():
        words.pop()
    if not words:
        return None
    known = [one for one in made if one.cue and any(place.citation.stretch.meets(part) for part in one.cue)]
    ends = [span for one in known for span in one.content if span.end > words[0].start]
    own = [min(span.end, words[-1].end) if closing else span.end for span in ends if span.start <= words[-1].end]
    end = max(own) if own else words[-1].end
    joint = _JOINT.search(place.body.text, words[0].start, end)
    first = Span(words[0].start, joint.start() if joint else end)
    more = {span for span in ends if span.start >= first.end and place.body.spoken_at(span.start)}
    return (first, *sorted(more))


def _source_of(made: list[Found], place: _Place) -> Spans:
    """Who quotes: the subject of the verb, else who speaks in the sentence before it."""
    verb = place.citation.verb
    at = next(n for n, word in enumerate(place.words) if word.end >= verb.end)
    first = next(n for n, word in enumerate(place.words) if word.start >= place.citation.verb.start)
    if place.words[at].low.endswith("ing"):
        outer = _citing([one for one in made if not any(part.meets(verb) for part in one.cue)], place)
        return () if outer is None else outer.source
    found = subject(place.words, first, 0)
    return () if found is None else (Span(place.words[found.start].start, place.words[found.end - 1].end),)
