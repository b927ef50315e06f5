"""Quotations of a paragraph, and the paragraph with its quotations covered.

A cue is looked for outside quotation marks only. So every quotation is covered by as many placeholder characters
as it has, which keeps all offsets: what is left is the newsroom's own prose. A short quotation that is a title or
a scare quote belongs to the sentence around it and stays as it is.
"""

import re
from typing import Final, NamedTuple

from provaudit.attribute.quote_marks import CLOSING, OPENING, OUTSIDE, RUNNING, quotation_states
from provaudit.model import Span

COVER: Final = "\ue000"
COVER_STOP: Final = "\ue001"  # closes a quotation that ends its sentence: "…."
COVER_COMMA: Final = "\ue002"  # closes a quotation that goes on: "…,"
COVERS: Final = COVER + COVER_STOP + COVER_COMMA
_MARKS: Final = "\"'“”„‟«»‘’‚‛"
_FILLER: Final = "\ue003"
_SPOKEN_WORDS: Final = 5  # a quotation of so many words is speech, whatever its punctuation
_SIGNATURE: Final = re.compile(r"\s*[—–―] ?[A-Z]")  # "…" — Ann Bo
_SMALL_WORD: Final = 4  # letters: "with" and "from" have small letters in titles
_WORKS: Final = re.compile(
    r"\b(?:called|titled|entitled|book|film|movie|song|album|show|series|novel|play|memoir|documentary|program|programme"
    r"|episode|column|podcast|article|essay|on|of)\W*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+(?:[.'’\-]\w+)*")


class Quotation(NamedTuple):
    """A quotation with its marks; `running` where the paragraph ends before it closes; `spoken` where it is speech."""

    span: Span
    running: bool
    spoken: bool


def quotations(text: str, block: Span) -> tuple[Quotation, ...]:
    """Return the outermost quotations of one paragraph, in order."""
    paragraph = text[block.start : block.end]
    if not any(mark in paragraph for mark in _MARKS):
        return ()
    # Two single marks are one double one. A filler keeps the length.
    states = quotation_states(paragraph.replace("''", f'"{_FILLER}').replace("``", f'"{_FILLER}'))
    found = []
    at = states.find(OPENING)
    while at != -1:
        end = at + 1
        while end < len(states) and states[end] not in (CLOSING, OUTSIDE, OPENING):
            end += 1
        closed = end < len(states) and states[end] == CLOSING
        running = not closed and states[end - 1] == RUNNING
        if closed:
            end = _second_mark(paragraph, at, end + 1)
        found.append(_quotation(text, Span(block.start + at, block.start + end), block, running=running))
        at = states.find(OPENING, end)
    return tuple(found)


def _second_mark(paragraph: str, start: int, end: int) -> int:
    """Take in the second half of a mark typed as two single ones: ''…''."""
    doubled = paragraph[start : start + 2] in ("''", "``")
    return end + 1 if doubled and paragraph[end : end + 1] == "'" else end


def _quotation(text: str, span: Span, block: Span, *, running: bool) -> Quotation:
    inside = text[span.start : span.end].strip(_MARKS + " ")
    words = len(_WORD.findall(inside))
    stopped = inside[-1:] in ".,!?…—"
    alone = span.start == block.start and span.end == block.end
    follows = text[max(block.start, span.start - 2) : span.start].rstrip()[-1:]
    if not (running or alone or follows in (",", ":")) and _is_title(inside, text[block.start : span.start]):
        return Quotation(span, running=False, spoken=False)
    signed = _SIGNATURE.match(text, span.end, block.end) is not None
    spoken = running or alone or signed or words >= _SPOKEN_WORDS or (stopped and bool(words)) or follows in (",", ":")
    return Quotation(span, running, spoken)


def _is_title(inside: str, before: str) -> bool:
    """Whether it is the name of a work: "State of the Union", all capitals but for its small words."""
    words = [word for word in _WORD.findall(inside) if len(word) > _SMALL_WORD]
    if not words or not all(word[0].isupper() or word[0].isdigit() for word in words):
        return False
    named = before.rstrip().endswith(("'s", "’s")) or _WORKS.search(before) is not None
    opens = before.rstrip()[-1:] in ("", ".", "!", "?", "…", *_MARKS)  # a sentence begins with it: it is speech
    return named or (inside[-1:] not in ",!?" and len(words) > 1 and not opens)


def covered(text: str, block: Span, quoted: tuple[Quotation, ...]) -> str:
    """Return the paragraph with its spoken quotations covered, as long as before."""
    pieces, at = [], block.start
    for quotation in quoted:
        if not quotation.spoken:
            continue
        start, end = quotation.span
        pieces += [text[at:start], COVER * (end - start - 1), _last_cover(text, quotation)]
        at = end
    pieces.append(text[at : block.end])
    return "".join(pieces)


def _last_cover(text: str, quotation: Quotation) -> str:
    inside = text[quotation.span.start : quotation.span.end].rstrip(_MARKS + " ")
    if inside.endswith((",", "—")):
        return COVER_COMMA
    return COVER_STOP if inside.endswith((".", "!", "?", "…")) else COVER
