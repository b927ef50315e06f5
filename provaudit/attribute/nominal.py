"""Reports, rumours and headlines as sources: "amid reports that …", "Report: …", "ANN BO: …"."""

import re
from typing import Final

from provaudit.attribute.drafts import Draft
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.sentences import Word
from provaudit.model import Span

_POLLS: Final = frozenset({"poll", "polls", "survey", "surveys", "polling"})
_CONDUCTED: Final = frozenset({"conducted", "released", "taken", "published", "commissioned"})
_SHORTEST_POLL: Final = 8  # words
_SPEAKER: Final = re.compile(r"(?:[A-Z][\w.'’\-]*|[A-Z]\.)(?: (?:[A-Z][\w.'’\-]*|of|the|and|&)){0,5}")
_CAPITALS: Final = re.compile(
    r"[A-Z][A-Z.'’\-]+(?: [A-Z][A-Z.'’\-]*){0,3}(?:, [A-Z][A-Z .,'’&\-]{1,40})?(?: \([^)]{1,30}\))?"
)


def read_reports(sentence: list[Word]) -> Draft | None:
    """Return "reports that …" where reports without an owner are the source."""
    for at in range(len(sentence) - 3):
        word = sentence[at]
        if word.low not in word_list("attribution/reports") or sentence[at + 1].low != "that":
            continue
        start = at
        while start and (sentence[start - 1].low in word_list("attribution/report_modifiers")):
            start -= 1
        before = sentence[start - 1].low if start else ""
        if before not in word_list("attribution/report_lead_ins") and start:
            continue
        end = len(sentence)
        while end > at + 2 and not sentence[end - 1].low[:1].isalnum() and sentence[end - 1].low:
            end -= 1
        if start <= 2:  # "Amid reports that the bridge is unsafe, Bo resigned"
            end = next((n for n in range(at + 2, end) if sentence[n].low == ","), end)
        if end - at < 4:
            continue
        source = Span(sentence[start].start, word.end)
        content = Span(sentence[at + 1].start, sentence[end - 1].end)
        return Draft((source,), (), (content,), 0.6)
    return None


def read_poll(sentence: list[Word]) -> Draft | None:
    """Return "In a new poll, Bo leads by three points" or "Bo leads … in a new poll": a poll tells without a verb."""
    end = len(sentence)
    while end and not sentence[end - 1].low[:1].isalnum():
        end -= 1
    if end < _SHORTEST_POLL or any(not word.low for word in sentence):
        return None
    if sentence[0].low in ("in", "among"):
        comma = _comma_after(sentence, 1)
        if comma and sentence[comma + 1].low in _CONDUCTED:
            return _poll(sentence, 0, comma, (_comma_after(sentence, comma + 1) + 1, end))
        return _poll(sentence, 0, comma, (comma + 1, end))
    at = next((n for n in range(end - 2, _SHORTEST_POLL // 2, -1) if sentence[n].low == "in"), 0)
    return _poll(sentence, at, end, (0, at)) if at else None


def _comma_after(sentence: list[Word], at: int) -> int:
    return next((n for n in range(at, len(sentence) - 1) if sentence[n].low == ","), 0)


def _poll(sentence: list[Word], cue: int, end: int, content: tuple[int, int]) -> Draft | None:
    named = any(word.low in _POLLS for word in sentence[cue + 1 : end])
    determined = sentence[min(cue + 1, len(sentence) - 1)]
    if not named or content[1] - content[0] < _SHORTEST_POLL // 2 or determined.low in _POLLS - {"polls", "surveys"}:
        return None
    source = Span(sentence[cue + 1].start, sentence[end - 1].end)
    said = Span(sentence[content[0]].start, sentence[content[1] - 1].end)
    return Draft((source,), (Span(sentence[cue].start, sentence[cue].end),), (said,), 0.7)


def read_lead_in(text: str, block: Span, *, headline: bool) -> Draft | None:
    """Return "Report: …" of a headline, or a turn of a transcript: "ANN BO: …"."""
    opened = text[block.start : block.start + 1] in ('"', "“")  # a transcript quoted whole
    block = Span(block.start + opened, block.end)
    line = text[block.start : block.end]
    colon = line.find(":")
    if not 0 < colon < 60 or colon + 2 >= len(line) or line[colon + 1] != " ":
        return None
    name = line[:colon].strip()
    if name.lower() in word_list("attribution/labels"):
        return None
    if not (_CAPITALS.fullmatch(name) or (headline and (_SPEAKER.fullmatch(name)))):
        return None
    start = block.start + colon + 2
    content = Span(start, block.start + len(line.rstrip()))
    if len(text[content.start : content.end].split()) < 2:
        return None
    sure = name.split()[-1].lower() in word_list("attribution/documents") or name.split()[-1].lower() in word_list(
        "attribution/reports"
    )
    return Draft(
        (Span(block.start, block.start + colon),),
        (Span(block.start + colon, block.start + colon + 1),),
        (content,),
        0.7 if sure else 0.6,
        quoted=opened,
    )
