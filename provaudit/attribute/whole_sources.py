"""Sources that a tagger cut wrongly: over two sentences, inside an outlet's name, at a relative clause."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, cut
from provaudit.attribute.mastheads import mastheads
from provaudit.attribute.outlet_names import OutletNames
from provaudit.model import Span

_RELATIVE: Final = re.compile(r"(?:which|who|whose) \S")
_PARTNER: Final = re.compile(r"(?:the|a|an) [^,;.]{2,40}['’]s? (?:[\w-]+ ){0,3}?[a-z]+")
_LONGEST_ANTECEDENT: Final = 5  # words
_LONGEST_NAME: Final = 60


def with_whole_sources(attributions: Iterable[Found], body: Body, outlets: OutletNames) -> tuple[Found, ...]:
    """Return the attributions with sources of one sentence and whole names."""
    return tuple(_whole(one, body, outlets) for one in attributions)


def _whole(one: Found, body: Body, outlets: OutletNames) -> Found:
    one = _of_one_sentence(one, body)
    if not one.source:
        return one
    one = _with_antecedent(one, body)
    one = _with_partner(one, body, outlets)
    return _with_whole_name(one, body, outlets)


def _of_one_sentence(one: Found, body: Body) -> Found:
    """Keep of "The Onion. Snopes" (rated it false) what stands in the cue's sentence."""
    sentence = body.sentence_at(one.cue[0].start) if one.cue else None
    if sentence is None or not any(span.start < sentence.start < span.end for span in one.source):
        return one
    parts = [Span(max(span.start, sentence.start), span.end) for span in one.source if span.end > sentence.start]
    return replace(one, source=tuple(parts))


def _with_antecedent(one: Found, body: Body) -> Found:
    """Give "which is run by Ann Bo" what it is said of: the tagger took "The site" for what was said."""
    first = one.source[0]
    if _RELATIVE.match(body.text, first.start, first.end) is None or len(one.content) < 2:
        return one
    sentence = body.sentence_at(first.start)
    before = next((span for span in one.content if span.end in (first.start - 1, first.start - 2)), None)
    if before is None or sentence is None or before.start != sentence.start or before.end > one.cue[0].start:
        return one
    if len(body.text[before.start : before.end].split()) > _LONGEST_ANTECEDENT:
        return one
    whole = Span(before.start, first.end)
    return replace(one, source=(whole, *one.source[1:]), content=cut(one.content, whole))


def _with_partner(one: Found, body: Body, outlets: OutletNames) -> Found:
    """Make CBS News the source of "…, CBS News, the BBC's partner, reported": whom it is beside is not who says it."""
    first = one.source[0]
    if body.text[first.start - 2 : first.start] != ", " or not one.content or not one.cue:
        return one
    if _PARTNER.fullmatch(body.text, first.start, first.end) is None or one.cue[0].start < first.end:
        return one
    begin = max(one.content[-1].start, first.start - _LONGEST_NAME)
    names = [name for name in mastheads(body.text, Span(begin, first.start - 2), outlets) if name.known]
    if not names or names[-1].span.end != first.start - 2:
        return one
    name = names[-1].span
    parted = body.text[max(0, name.start - 2) : name.start] == ", "
    if not parted and name.start != one.content[-1].start:
        return one
    content = cut(one.content, Span(name.start - 2 * parted, first.end))
    return replace(one, source=(name, *one.source[1:]), content=content) if content else one


def _with_whole_name(one: Found, body: Body, outlets: OutletNames) -> Found:
    """Give "The Mail" (on Sunday said) the rest of an outlet's name."""
    last = one.source[-1]
    sentence = body.sentence_at(last.start)
    if sentence is None:
        return one
    around = Span(last.start, min(sentence.end, last.end + _LONGEST_NAME))
    for name, meant in outlets.names_in(body.text, around):
        if meant and name.start <= last.start + len("the ") and name.start < last.end < name.end:
            whole = Span(last.start, name.end)
            if any(whole.meets(part) for part in one.cue):
                return one
            return replace(one, source=(*one.source[:-1], whole), content=cut(one.content, whole))
    return one
