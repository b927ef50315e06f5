"""How a source gives its content: aloud, in writing, in thought or as an attitude; quoted or not."""

from bisect import bisect_right
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, Spans
from provaudit.attribute.lexicon import cue_words, word_list
from provaudit.model import AttributionKind, Manner

_MARKS: Final = "\"'“”„‟«»‘’‚‛"
_EDGES: Final = _MARKS + " ,.;:!?…—–-"


def kind_of(one: Found, body: Body) -> AttributionKind:
    """Return whether the content is quoted, in the newsroom's words, or both; a credit is a credit."""
    if one.credit:
        return AttributionKind.CREDIT
    if one.content and all(body.is_verbatim(span) for span in one.content):
        return AttributionKind.DIRECT
    quoted = open_words = False
    for span in one.content:
        at = span.start
        first = bisect_right(body.quotations, at, key=lambda one: one.span.end)
        for quotation in body.quotations[first:]:
            if quotation.span.start >= span.end:
                break
            open_words |= bool(body.text[at : quotation.span.start].strip(_EDGES))
            quoted = True
            at = quotation.span.end
        open_words |= at < span.end and bool(body.text[at : span.end].strip(_EDGES))
    if not quoted:
        return AttributionKind.INDIRECT
    return AttributionKind.MIXED if open_words else AttributionKind.DIRECT


def manner_of(one: Found, text: str) -> Manner:
    """Return the manner that the cue tells, or else the source: a poll, a memo or a post writes."""
    known = cue_words()
    lists = [known[word] for word in _words(text, one.cue) if word in known]
    posted = any("@" in text[span.start : span.end] for span in one.source)
    if posted or any("writes" in names for names in lists):
        return Manner.WRITING
    if lists and all("wants" in names and "says" not in names for names in lists):
        return Manner.ATTITUDE
    speaks = any(names & {"says", "speaks-of"} for names in lists)
    if not speaks and any("thinks" in names and "finds" not in names for names in lists):
        return Manner.THOUGHT
    return Manner.WRITING if _written(text, one) else Manner.SPEECH


def _written(text: str, one: Found) -> bool:
    """Whether the source is a document: the head of its phrase, not "the Post Office" or "a man with a letter"."""
    words = _words(text, one.source)
    for at, word in enumerate(words):
        if word in word_list("attribution/prepositions") or word in ("who", "that", "which"):
            words = words[:at]
            break
    return bool(words) and words[-1] in word_list("attribution/documents")


def _words(text: str, spans: Spans) -> list[str]:
    return [word.strip(_EDGES) for span in spans for word in text[span.start : span.end].lower().split()]
