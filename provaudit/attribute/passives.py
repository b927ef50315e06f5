"""Who told an outlet, and who was quoted by one: "the Post was told by two aides that …", "Bo was quoted as saying …".

A tagger takes the grammatical subject of such a sentence for what is said. The teller is the source, and the outlet
that was told or that quotes is where it came out. "I'm told" hides a teller: it is the source itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from provaudit.attribute.body import Body
from provaudit.attribute.clauses import phrase_right, subject
from provaudit.attribute.cues import is_auxiliary
from provaudit.attribute.found import Found, Spans, holds, in_order
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.outlet_names import OutletNames
from provaudit.attribute.sentences import Word
from provaudit.attribute.wording import Range, has_verb, span_of, substantial, tidy
from provaudit.model import Span

_TOLD: Final = frozenset({"assured", "informed", "told"})
_SAYING: Final = frozenset({"saying", "stating", "telling", "warning"})
_I_AM: Final = [
    *(["i'm"], ["we're"], ["i", "am"], ["we", "are"], ["i've", "been"], ["we've", "been"]),
    *(["i", "have", "been"], ["we", "have", "been"]),
]
_FARTHEST: Final = 9  # words from "quoted" to "as saying"
_SURE: Final = 0.8


class _Passive(NamedTuple):
    """A source, the words that make the cue, what is said, and the outlet that was told."""

    source: Range
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    told: Range | None = None
    heard: bool = False  # the source is who was told, and counts where it is an outlet: "Reuters was told that …"


def with_passives(attributions: Iterable[Found], body: Body, outlets: OutletNames) -> tuple[Found, ...]:
    """Return flat attributions with those of passive sentences, whatever else was read in the same words."""
    made = list(attributions)
    for sentence in body.sentences:
        words = body.words(sentence)
        for passive in _passives(words):
            one = _found(words, passive, body, outlets)
            if passive.heard and not _is_outlet(one.source[0], body, outlets):
                continue
            there = [other for other in made if other.cue and _is_misread(other, one)]
            if not one.content:
                made = [other for other in made if other not in there]
                continue
            one = _within_closing(one, made)
            more = tuple(part for other in there for part in other.content if part.start >= sentence.end)
            kept = Found(one.source, one.cue, (*one.content, *more), one.confidence, venue=one.venue)
            made = [*(other for other in made if other not in there), kept]
    return in_order(made)


def _within_closing(one: Found, made: list[Found]) -> Found:
    """The attribution without the credit at the sentence's end that tells all of it: "…, three people said"."""
    if not one.cue:
        return one
    verb = one.cue[-1]
    over = [other for other in made if other.cue and other.cue[0].start > verb.end and holds(other.content, verb.start)]
    if not over:
        return one
    clipped = [Span(max(a.start, b.start), min(a.end, b.end)) for a in one.content for b in over[0].content]
    return replace(one, content=tuple(span for span in clipped if span.start < span.end) or one.content)


def _is_outlet(who: Span, body: Body, outlets: OutletNames) -> bool:
    return any(name.end == who.end for name, _ in outlets.names_in(body.text, who))


def _is_misread(other: Found, one: Found) -> bool:
    """Whether it is another reading of the same verb."""
    return any(part.meets(verb) for verb in one.cue or one.source for part in other.cue)


def _found(words: list[Word], passive: _Passive, body: Body, outlets: OutletNames) -> Found:
    venue: Spans = ()
    if passive.told is not None:
        told = span_of(words, passive.told)
        venue = tuple(name for name, meant in outlets.names_in(body.text, told) if name.end == told.end)[:1]
    cue = tuple(span_of(words, part) for part in passive.cue)
    said = tuple(span_of(words, part) for part in passive.content)
    return Found((span_of(words, passive.source),), cue, said, _SURE, venue=venue)


def _passives(words: list[Word]) -> Iterator[_Passive]:
    for at, word in enumerate(words):
        if word.low not in _TOLD and word.low != "quoted":
            continue
        hidden = _hidden(words, at)
        if hidden is not None:
            yield hidden
            continue
        first = at
        while first and _helps(words[first - 1]):
            first -= 1
        if not any(words[n].low in word_list("attribution/forms_of_be") for n in range(first, at)):
            continue
        who = subject(words, first, 0)
        if who is not None:
            read = _quoted if word.low == "quoted" else _told
            found = read(words, who, Range(first, at + 1))
            if found is not None:
                yield found


def _helps(word: Word) -> bool:
    return is_auxiliary(word) or word.low.endswith("ly") or word.low in word_list("attribution/adverbs_in_cues")


def _hidden(words: list[Word], at: int) -> _Passive | None:
    """Read "I'm told the bridge is weak", "We have been told that …" and "The bridge, I am told, is weak"."""
    start = at - 1
    while start > 0 and words[start].low in ("am", "are", "been", "have"):
        start -= 1
    who = [word.low.replace("’", "'") for word in words[max(0, start) : at]]
    if who not in _I_AM:
        return None
    me = Range(start, at + 1)
    if _low(words, at + 1) in ("about", "of", "off", "to"):
        return _Passive(me, (), ())  # "we're told to wait"
    if _low(words, at + 1) == "by":
        return _told(words, me, Range(at, at + 1))
    around = (tidy(words, 0, start), tidy(words, at + 1, len(words)))
    parted = start > 0 and words[start - 1].low in (",", "")
    parts = tuple(part for part, counts in zip(around, (parted, True), strict=True) if part is not None and counts)
    if start and not parted and words[start - 1].low not in ("and", "but", ";", "that", "so"):
        return None
    return _Passive(Range(start, at + 1), (), parts) if any(substantial(words, part) for part in parts) else None


def _told(words: list[Word], who: Range, verb: Range) -> _Passive | None:
    """Read "the Post was told by two aides that …" and "…, the Post was told by two aides."."""
    if _low(words, verb.end) != "by":
        about = _low(words, verb.end) in ("about", "of", "off", "to")
        heard = None if about else _said(words, who, verb.end, open_=True)
        return heard and _Passive(who, (verb,), (heard,), heard=True)
    teller = phrase_right(words, verb.end + 1, apposition=False)
    if teller is None:
        return None
    content = _said(words, who, teller.end)
    return content and _Passive(teller, (Range(verb.start, verb.end + 1),), (content,), who)


def _quoted(words: list[Word], who: Range, verb: Range) -> _Passive | None:
    """Read "Bo was quoted by the Star as saying …" and "…, Bo was quoted as saying in the Star"."""
    near = range(verb.end, min(verb.end + _FARTHEST, len(words) - 1))
    last = next((n for n in near if words[n].low == "as" and words[n + 1].low in _SAYING), None)
    if last is None:
        return None
    if words[who.start].low in ("which", "who"):
        return _quoted_aside(words, who, Range(verb.start, last + 2))
    end = last + 2
    if _low(words, end) in ("by", "in"):
        outlet = phrase_right(words, end + 1, apposition=False)
        end = outlet.end if outlet is not None else end
    cue = (Range(verb.start, last + 2),) if last == verb.end else (verb, Range(last, last + 2))
    content = _said(words, who, end, open_=end == last + 2)
    return content and _Passive(who, cue, (content,))


def _quoted_aside(words: list[Word], who: Range, verb: Range) -> _Passive | None:
    """Read "Bo, who was quoted by the Star as saying he was ill, resigned": it ends where the sentence goes on."""
    antecedent = subject(words, who.start - 1, 0) if _low(words, who.start - 1) == "," else None
    pasts = word_list("attribution/irregular_pasts")
    goes_on = (
        n
        for n in range(verb.end, len(words) - 1)
        if words[n].low == "," and (is_auxiliary(words[n + 1]) or words[n + 1].low in pasts or _is_past(words[n + 1]))
    )
    content = tidy(words, verb.end, next(goes_on, len(words)))
    if antecedent is None or content is None or not substantial(words, content):
        return None
    return _Passive(antecedent, (verb,), (content,))


def _is_past(word: Word) -> bool:
    return word.low.endswith("ed") and not word.capital


def _said(words: list[Word], who: Range, end: int, *, open_: bool = False) -> Range | None:
    """What is said: what follows, opened by a mark, a "that" or a quotation, else what stands before."""
    opened = _low(words, end) in ("that", ":", "") or (_low(words, end) == "," and _low(words, end + 1) == "")
    content = tidy(words, end, len(words)) if opened or open_ else None
    if content is not None and substantial(words, content):
        return content
    before = tidy(words, 0, who.start)
    parted = who.start > 0 and words[who.start - 1].low in (",", "")
    if before is None or not parted or not substantial(words, before):
        return None
    spoken = any(not word.low for word in words[before.start : before.end])
    return before if spoken or has_verb(words, before) else None


def _low(words: list[Word], at: int) -> str:
    return words[at].low if at < len(words) else "."
