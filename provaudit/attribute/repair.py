"""What rules know better than a tagger: whole contents, an "according to" cut short, a second speaker overlooked."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Final

from provaudit.attribute.according import find_according
from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, Spans, cut, found, joined
from provaudit.attribute.hidden import without_hiding
from provaudit.attribute.lexicon import cue_words, word_list
from provaudit.attribute.outlet_names import OutletNames
from provaudit.attribute.reading import read_sentence
from provaudit.attribute.sentences import words
from provaudit.attribute.tagged import Tagged
from provaudit.attribute.tidying import (
    before_main_clause,
    before_quotation,
    inverted,
    merge_coordinated,
    quoted_by,
    rejoined,
    tidy,
    whole_sentences,
)
from provaudit.attribute.touching import touching
from provaudit.model import OutletKind, Span

__all__ = ["merge_coordinated", "repair", "tidy"]

_SURE: Final = 0.7
_STUB: Final = len("those")
_SHORT_OBJECT: Final = 6  # words: "confirming the meeting and stating that …"


def repair(flat: Iterable[Found], body: Body, outlets: OutletNames) -> tuple[Found, ...]:
    """Return a tagger's attributions with whole, tidy contents and with what it plainly overlooked."""
    whole = rejoined(flat, body.text)
    tidied = (before_main_clause(before_quotation(tidy(one, body.text), body), body) for one in whole)
    kept = [quoted_by(inverted(one, body), body) for one in tidied if one.content]
    rules = list(_rules(body))
    made: list[Found] = []
    for group in touching([*kept, *rules]):  # a rule has no say on what its sentence does not touch
        near = [kept[n] for n in group if n < len(kept)]
        made += _mended(near, [rules[n - len(kept)] for n in group if n >= len(kept)], body, outlets)
    return merge_coordinated(made, body.text)


def _mended(kept: list[Found], rules: list[Found], body: Body, outlets: OutletNames) -> list[Found]:
    """Return attributions that touch each other with what rules that touch them know better."""
    made = [whole_sentences(one, body, kept) for one in kept]
    made = [one for one in made if not _is_measure(one, body) and not _hides_a_name(one, body)]
    for rule in rules:
        made = [_with_verb(one, rule, body.text) for one in made]
        verb = body.text[rule.cue[0].start : rule.cue[0].end].lower()
        made = _with_report(made, rule, body.text)
        comes_first = rule.content[-1].end <= rule.cue[0].start
        if verb == "according to" or verb.endswith("reported by"):
            made = _with_according(made, rule, body)
        elif _opens_on_that(rule, body.text):
            made = _with_speaker(made, rule)
        elif comes_first:
            made = _with_beginning(made, rule)
        else:
            made = [_with_noun(one, rule, body.text) for one in made]
        made = _with_other_half(made, rule, body.text)
        overlooked = not any(part.meets(rule.cue[0]) for one in made for part in one.parts)
        sure = _is_outlets(rule, body, outlets) or _is_our_own(rule, body.text)
        if overlooked and (comes_first or verb == "in" or sure):
            made.append(rule)
    return made


def _rules(body: Body) -> Iterable[Found]:
    """What the rules read of somebody named, sentence by sentence."""
    for sentence in body.sentences:
        for draft in read_sentence(body.words(sentence)):
            if draft.source and draft.cue and draft.content:
                yield found(Tagged(draft.source, draft.cue, draft.content, draft.confidence))


def _opens_on_that(rule: Found, text: str) -> bool:
    verb = text[rule.cue[0].start : rule.cue[0].end].lower().split()[-1]
    content = rule.content[0]
    return (
        text.startswith("that ", content.start)
        and content.start == rule.cue[0].end + 1
        and bool(cue_words().get(verb, frozenset()) & {"says", "finds"})
        and not verb.endswith("ing")
    )


def _is_measure(one: Found, body: Body) -> bool:
    """Whether it is an "according to" that names no source: "according to the weight"."""
    if len(one.cue) != 1 or body.text[one.cue[0].start : one.cue[0].end].lower() != "according to":
        return False
    sentence = body.sentence_at(one.cue[0].start)
    return sentence is not None and find_according(body.words(Span(one.cue[0].start, sentence.end))) is None


def _hides_a_name(one: Found, body: Body) -> bool:
    """Whether its cue only tells why somebody is not named: "who asked not to be named"."""
    sentence = body.sentence_at(one.cue[0].start) if one.cue else None
    if sentence is None:
        return False
    kept = _not_hiding(body.prose, sentence)
    return kept is not None and not any(bisect_left(kept, part.start) < bisect_left(kept, part.end) for part in one.cue)


@lru_cache(maxsize=16)
def _not_hiding(prose: str, sentence: Span) -> tuple[int, ...] | None:
    """Where the words begin that hide no name, for all cues of a sentence to ask; None where all words are such."""
    all_words = words(prose[sentence.start : sentence.end], sentence, sentence.start)
    kept = without_hiding(all_words)
    return tuple(word.start for word in kept) if len(kept) < len(all_words) else None


def _with_according(made: list[Found], rule: Found, body: Body) -> list[Found]:
    made = [_beside_clause(one, rule) for one in made if not _is_of_clause(one, rule, body.text)]
    known = [one for one in made if any(part.meets(rule.cue[0]) for part in one.cue)]
    if not known:
        swallowed = [one for one in made if any(part.holds(rule.cue[0]) for part in one.content)]
        if swallowed and not body.text.startswith("as ", rule.cue[0].start):
            return made
        tail = Span(rule.cue[0].start, rule.source[-1].end)  # "…, as first reported by the Gazette" is no word of Bo's
        return [*(replace(one, content=cut(one.content, tail)) for one in made if cut(one.content, tail)), rule]
    (one, *_) = known
    misread = " ".join(body.text[span.start : span.end] for span in one.source) in ("which", "who")
    if misread or "reported by" in body.text[rule.cue[0].start : rule.cue[0].end]:
        return [rule if other is one else other for other in made]
    left_out: Spans = rule.content
    for span in one.content:
        left_out = cut(left_out, span)
    split = len(rule.content) > 1 and not any(
        part.meets(span) for o in made if o is not one for part in o.parts for span in left_out
    )
    if not split and not any(_speaks(body, span) for span in left_out):
        return made
    wider = replace(one, content=joined((*one.content, *rule.content)), source=one.source or rule.source)
    return [wider if other is one else other for other in made]


def _is_of_clause(one: Found, rule: Found, text: str) -> bool:
    """Whether it is no more than what a relative clause tells of the source: "…, which obtained the report, …"."""
    clause = rule.source[0] if len(rule.source) == 1 else Span(0, 0)
    inside = bool(one.cue and one.content) and all(clause.holds(part) for part in (*one.cue, *one.content))
    told = any(text.startswith("that ", part.start) for part in one.content)
    return inside and not told and sum(_words(text, part) for part in one.content) <= _SHORT_OBJECT


def _beside_clause(one: Found, rule: Found) -> Found:
    """Leave out of what is said the clause that tells of the source: "X, which has seen the papers, …"."""
    clause = rule.source[0]
    if not one.cue or not one.cue[0].meets(rule.cue[0]) or not any(part.meets(clause) for part in one.content):
        return one
    whole = one.content[-1].end == rule.content[-1].end
    return replace(one, content=rule.content if whole else cut(one.content, clause) or one.content)


def _is_outlets(rule: Found, body: Body, outlets: OutletNames) -> bool:
    """Whether an outlet is the source: none may be overlooked, for it is a step of a chain."""
    return rule.confidence >= _SURE and any(
        meant and all(outlet.kind is not OutletKind.PLATFORM for outlet in meant)
        for _, meant in outlets.names_in(body.text, rule.source[0])
    )


def _with_report(made: list[Found], rule: Found, text: str) -> list[Found]:
    """Give "…, report says" its report, where a tagger took it for the end of what is said."""
    source = text[rule.source[0].start : rule.source[0].end].lower().split()
    if not set(source) & (word_list("attribution/documents") | word_list("attribution/reports")):
        return made
    return [
        replace(one, source=rule.source, content=rule.content)
        if not one.source and one.cue and one.cue[0].meets(rule.cue[0])
        else one
        for one in made
    ]


def _with_beginning(made: list[Found], rule: Found) -> list[Found]:
    """Give a content that ends where the rule's does its beginning: "…, the Post has learned"."""
    whole = rule.content[0]
    for index, one in enumerate(made):
        short = one.content[0]
        if not any(part.meets(rule.cue[0]) for part in one.cue) or short.end != whole.end or short.start <= whole.start:
            continue
        missing = Span(whole.start, short.start)
        if not any(part.meets(missing) for other in made if other is not one for part in other.parts):
            return [*made[:index], replace(one, content=(whole, *one.content[1:])), *made[index + 1 :]]
    return made


def _with_verb(one: Found, rule: Found, text: str) -> Found:
    """Give a cue that is no more than its adverb the verb: "first" of "the Post first reported"."""
    stub = len(one.cue) == len(rule.cue) == 1 and one.cue != rule.cue and rule.cue[0].holds(one.cue[0])
    adverb = stub and text[one.cue[0].start : one.cue[0].end].lower() in word_list("attribution/adverbs_in_cues")
    return replace(one, cue=rule.cue) if adverb else one


def _with_noun(one: Found, rule: Found, text: str) -> Found:
    """Give a content that is no more than its first word the rest: "the" of "said the board met"."""
    first, whole = one.content[0], rule.content[0]
    stub = len(one.content) == 1 and first.start == whole.start and first.end < whole.end
    same = any(part.meets(rule.cue[0]) for part in one.cue)
    if same and _is_our_own(rule, text) and one.content[-1].end <= whole.end:
        return replace(one, source=rule.source, content=rule.content)
    return replace(one, content=rule.content) if stub and same and first.end - first.start <= _STUB else one


def _is_our_own(rule: Found, text: str) -> bool:
    """Whether it is "As we reported last week, the bridge is closed": all after the comma is told."""
    leads = text[max(0, rule.source[0].start - len("as ")) : rule.source[0].end].lower() == "as we"
    return leads and text[rule.cue[-1].end : rule.content[0].start].endswith(", ")


def _with_other_half(made: list[Found], rule: Found, text: str) -> list[Found]:
    """Give "The deck, the mayor told reporters, is weak" its second half; part two speakers at a semicolon."""
    for index, one in enumerate(made):
        if any(part.meets(rule.cue[0]) for part in one.cue):
            whole, lone = rule.content, len(one.content) == 1 and len(rule.content) > 1
            taken = any(part.meets(whole[-1]) for other in made if other is not one for part in other.parts)
            if lone and one.content[0] == whole[0] and not taken and _words(text, whole[0]) <= _SHORT_OBJECT:
                return [*made[:index], replace(one, content=whole), *made[index + 1 :]]
            return made
        for span in one.content:
            begin = text.rfind(";", one.content[0].start, rule.start)
            if begin > one.content[0].start and span.holds(rule.cue[0]) and not text[begin + 1 : rule.start].strip():
                left = replace(one, content=cut(one.content, Span(begin, span.end)))
                return [*made[:index], left, rule, *made[index + 1 :]]
    return made


def _words(text: str, span: Span) -> int:
    return len(text[span.start : span.end].split())


def _speaks(body: Body, span: Span) -> bool:
    """Whether words left out of a content tell who said it ("…," Bo said in May, according to …)."""
    known = cue_words()
    return any("says" in known.get(word.low, frozenset()) for word in body.words(span))


def _with_speaker(made: list[Found], rule: Found) -> list[Found]:
    """Add "but two reports state that …" where the tagger gave that clause to the speaker before it."""
    clause = rule.content[0]
    if any(part.meets(rule.cue[0]) for one in made for part in one.parts):
        return made
    misread = [
        one for one in made if one.cue and one.content[0].start == clause.start and rule.source[0].holds(one.cue[0])
    ]
    if misread:  # "two" "resurfaced" for "two resurfaced reports" "state"
        better = replace(misread[0], source=rule.source, cue=rule.cue)
        return [better if one is misread[0] else one for one in made]
    inside = [one for one in made if one.cue and clause.holds(one.cue[0]) and one.source]
    owned = any(clause.meets(part) for one in made if one not in inside for part in one.parts)
    if inside and not owned and len(inside) == 1:
        return [*made, rule]
    owners = [one for one in made if len(one.content) > 1 and any(span.start == clause.start for span in one.content)]
    if not owners:
        return made
    rest = [replace(one, content=cut(one.content, clause)) if one in owners else one for one in made]
    return [*(one for one in rest if one.content), rule]
