"""An interview that the sentence before tells of: "Ann Bo appeared on CNN. “I am happy,” she said."."""

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
    r"|(?:interview(?:ed)?|sat down|sit-down|spoke|speaking|talked)(?: \w+){0,3} (?:with|to))"
    r"(?: the)?(?: \w+['’]s)? ?[\"“'‘]?$"
)
_SPEAKERS: Final = frozenset({"he", "she", "they"})
_LEAD_LENGTH: Final = 90
_ON_AIR: Final = frozenset({OutletKind.BROADCASTER, OutletKind.PODCAST})


def interview_before(one: Found, body: Body, outlets: OutletNames) -> Spans:
    """Return where the outlet of the interview stands in which a "she" goes on speaking; nothing without one."""
    if not one.source or not one.cue:
        return ()
    if body.text[one.source[0].start : one.source[0].end].lower() not in _SPEAKERS:
        return ()
    at = bisect_right(body.sentences, one.cue[0].start, key=lambda sentence: sentence.start) - 1
    if at < 1 or body.block_at(body.sentences[at - 1].start) != body.block_at(one.cue[0].start):
        return ()
    for name in mastheads(body.text, _tail(body.sentences[at - 1]), outlets):
        lead = _INTERVIEWED.search(body.prose, max(0, name.span.start - _LEAD_LENGTH), name.span.start)
        if lead is None or not name.known or name.platform:
            continue
        on_air = any(outlet.kind in _ON_AIR for outlet in name.meant)
        if on_air or re.search(r"\bon\b(?: the)? ?[\"“'‘]?$", lead.group()) is None:
            return (name.span,)
    return ()


def _tail(sentence: Span) -> Span:
    """The sentence, or the end of one that is too long to be one."""
    return Span(max(sentence.start, sentence.end - 10 * _LEAD_LENGTH), sentence.end)
