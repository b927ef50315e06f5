"""Through which outlet a source spoke: "told CNN", "in an interview with ABC", "wrote in Politico"."""

import re
from dataclasses import replace
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, Spans, holds
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.outlet_names import OutletNames
from provaudit.model import OutletKind, Span

_TALK = r"interviews?|conversations?|phone call|call|chat|appearances?|podcast|segment|sit-down|discussion|Q&A|exchange"
_PIECE = r"op-ed|op-eds|opinion piece|columns?|essays?|articles?|pieces?|blog post|posts?|letters?|commentary|guest column|story"
_NOTE = r"statements?|e-?mails?|messages?|texts?|letters?|comments?|remarks?|notes?|responses?|replies|reply"
_GAP = r"(?:[\w’'\-]+ ){0,4}?"
# What stands right before the name of a venue.
_LEADS: Final = re.compile(
    rf"\b(?:(?:told|tells?|telling|informed|assured)(?: (?:the|both))?"
    rf"|(?:confirmed|explained|said|says|saying|admitted|revealed|disclosed|confided|spoke|speaks?|speaking|talked|talking|remarks?|comments?|commented|replied|responded|boasted|complained|repeated) (?:it |this |that )?(?:{_GAP})?(?:to|with|on)(?: the)?"
    rf"|(?:{_TALK})(?: {_GAP}| )(?:with|on|for|to|by|in|from|broadcast (?:by|on)|aired (?:by|on)|published (?:by|in|on))(?: the)?"
    rf"|(?:interviewed|asked|questioned|pressed|quoted) (?:{_GAP})?(?:by|on|in)(?: the)?"
    rf"|(?:appearing|appeared|speaking|live) (?:{_GAP})?on(?: the)?|\bon"
    rf"|(?:wrote|writes|writing|written|argued|argues|published|opined|blogged) (?:{_GAP})?(?:in|for|at|by|on)(?: the)?"
    rf"|(?:{_PIECE})(?: {_GAP}| )(?:for|in|at|on|to|published (?:by|in|on)|carried by)(?: the)?"
    rf"|(?:obtained|seen|reviewed|viewed|published|released|posted|first published|leaked|cited|heard|verified|examined) (?:exclusively )?by(?: the)?"
    rf"|(?:leaked|shared|provided|sent|given|handed|passed|supplied|e-?mailed|released|made available|sent by e-?mail) (?:exclusively |first )?(?:to|with)(?: the)?"
    rf"|(?:{_NOTE}) (?:{_GAP})?(?:to|for)(?: the)?) ?$",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"(?:['’]s? )?,? ?(?:and|or|,)? ?(?:the |with |on |to )*", re.IGNORECASE)
_LEAD_LENGTH: Final = 90


def add_venues(attributions: tuple[Found, ...], body: Body, outlets: OutletNames) -> tuple[Found, ...]:
    """Return the trees with the venue of each attribution and, for platforms, the platform's words in the cue."""
    return tuple(_with_venue(one, body, outlets) for one in attributions)


def _with_venue(one: Found, body: Body, outlets: OutletNames) -> Found:
    one = replace(one, inner=add_venues(one.inner, body, outlets))
    near = _near(one, body)
    names: list[Span] = []
    for span in near:
        names += [name for name, meant in outlets.names_in(body.text, span) if not _platform(meant)]
    venue = _venue(names, one, body)
    cue = _with_platform(one, near, body)
    return replace(one, venue=venue, cue=cue)


def _platform(meant: object) -> bool:
    return bool(meant) and all(outlet.kind is OutletKind.PLATFORM for outlet in meant)  # type: ignore[attr-defined]


def _near(one: Found, body: Body) -> Spans:
    """The prose of the attribution's own sentence that is neither its content nor spoken."""
    anchor = one.cue or one.source
    if not anchor:
        return ()
    sentence = body.sentence_at(anchor[0].start)
    if sentence is None:
        return ()
    spans, at = [], sentence.start
    for span in sorted((*one.content, *(part for inner in one.inner for part in inner.parts))):
        if span.start > at:
            spans.append(Span(at, min(span.start, sentence.end)))
        at = max(at, span.end)
    if at < sentence.end:
        spans.append(Span(at, sentence.end))
    return tuple(span for span in spans if span.start < span.end)


def _venue(names: list[Span], one: Found, body: Body) -> Spans:
    for index, name in enumerate(names):
        if holds(one.source, name.start) and not _in_document(one, name, body.text):
            continue
        lead = body.prose[max(0, name.start - _LEAD_LENGTH) : name.start]
        if not _LEADS.search(lead):
            continue
        start = name.start
        end = name.end
        for following in names[index + 1 :]:
            if _BETWEEN.fullmatch(body.text[end : following.start]):
                end = following.end
        return (Span(start, end),)
    return ()


def _in_document(one: Found, name: Span, text: str) -> bool:
    """Whether the name tells how a document came out: "e-mails obtained by The Intercept"."""
    start = one.source[0].start
    return bool(re.search(r"\b(?:by|to|with|in|on)(?: the)? ?$", text[start : name.start], re.IGNORECASE)) and not text[
        start : name.start
    ].lower().startswith(("a report", "reports", "report", "the report", "analysis", "an analysis"))


def _with_platform(one: Found, near: Spans, body: Body) -> Spans:
    """Return the cue with "on X" where a platform carried the words: no step, but it makes the source a social one."""
    for span in near:
        for match in re.finditer(
            r"\b(?:on|via|to) (?:his |her |its |their )?(?:[\w’']+ ){0,2}?([A-Z]\w*(?: [A-Z]\w+)?)",
            body.prose[span.start : span.end],
        ):
            name = match.group(1).lower()
            if name in word_list("attribution/platforms") or name.split()[0] in word_list("attribution/platforms"):
                return (*one.cue, Span(span.start + match.start(), span.start + match.end()))
    return one.cue
