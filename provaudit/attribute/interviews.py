"""An interview that the sentences before tell of: "Ann Bo told CNN that it was over. “I am happy,” she said."."""

import re
from bisect import bisect_right
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, Spans
from provaudit.attribute.mastheads import mastheads
from provaudit.attribute.outlet_names import OutletNames
from provaudit.model import OutletKind, Span

_INTERVIEWED: Final = re.compile(
    r"\b(?:(?:interviewed|asked|pressed|questioned|grilled|challenged)\b[^.;:\"“]{0,60}\b(?:by|on)"
    r"|(?:appear(?:ed|ing|ance)|went|came|speaking|spoke|talked)(?: \w+){0,2} on"
    r"|(?:interview(?:ed)?|sat down|sit-down|spoke|speaking|talked)(?: \w+){0,3} (?:with|to)"
    r"|(?:told|tells|telling))"
    r"(?: the)?(?: \w+['’]s)? ?[\"“'‘]?$"
)
_SPEAKERS: Final = frozenset({"he", "she", "they"})
_SOMEBODY_ELSE: Final = re.compile(r"\b[A-Z][\w’'-]+ [A-Z]\w+|\b(?:Mr|Mrs|Ms|Dr|Sir)\b")
_GOES_ON: Final = re.compile(r"(?:He|She|They)\b|[\"“]")
_LEAD_LENGTH: Final = 90
_BACK: Final = 3  # sentences
_ON_AIR: Final = frozenset({OutletKind.BROADCASTER, OutletKind.PODCAST})


def interview_before(one: Found, body: Body, outlets: OutletNames) -> Spans:
    """Return where the outlet of the interview stands in which a "she" goes on speaking; nothing without one."""
    if not one.source or not one.cue:
        return ()
    if body.text[one.source[0].start : one.source[0].end].lower() not in _SPEAKERS:
        return ()
    for sentence in _sentences_before(one.cue[0].start, body):
        venue = _interviewed_on(sentence, body, outlets)
        if venue or _GOES_ON.match(body.text, sentence.start) is None:
            return venue
    return ()


def _sentences_before(at: int, body: Body) -> list[Span]:
    """The sentences of the paragraph before the one of this place, the nearest first."""
    here = bisect_right(body.sentences, at, key=lambda sentence: sentence.start) - 1
    before = reversed(body.sentences[max(0, here - _BACK) : max(0, here)])
    return [sentence for sentence in before if body.block_at(sentence.start) == body.block_at(at)]


def _interviewed_on(sentence: Span, body: Body, outlets: OutletNames) -> Spans:
    """Where a sentence names the outlet of an interview that it tells of."""
    for name in mastheads(body.text, _tail(sentence), outlets):
        lead = _INTERVIEWED.search(body.prose, max(0, name.span.start - _LEAD_LENGTH), name.span.start)
        if lead is None or not name.known or name.platform:
            continue
        if lead.group().startswith("t") and _SOMEBODY_ELSE.search(body.prose, name.span.end, sentence.end):
            continue  # "Ann Bo told CNN that Jan Lee had resigned. She said …": who did?
        on_air = any(outlet.kind in _ON_AIR for outlet in name.meant)
        if on_air or re.search(r"\bon\b(?: the)? ?[\"“'‘]?$", lead.group()) is None:
            return (name.span,)
    return ()


def _tail(sentence: Span) -> Span:
    """The sentence, or the end of one that is too long to be one."""
    return Span(max(sentence.start, sentence.end - 10 * _LEAD_LENGTH), sentence.end)
