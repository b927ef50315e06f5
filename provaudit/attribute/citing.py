"""Whom an outlet rests on: "The Gazette, citing two officials, said …"; "…, the Gazette reported, citing a memo"."""

import re
from dataclasses import replace
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, holds
from provaudit.attribute.lexicon import word_list
from provaudit.model import Span

_AFTER_HEAD: Final = re.compile(r",| (?:of|for|from|in|at|with|who|that|by|on|familiar|close|briefed|obtained|seen)\b")
_CITING: Final = re.compile(r"(?<=\w),? (?P<cites>citing|quoting)(?!\w)")
_LONGEST_SOURCE: Final = 10  # words
_CITES: Final = frozenset({"citing", "cites", "cited", "quoting"})


def rest_on_cited(attributions: tuple[Found, ...], body: Body) -> list[Found]:
    """Return the attributions with whoever is cited for a content as the one inside it.

    A tagger marks the cited as what is said ("citing" "two officials"). As a claim that is nothing; as a source it is
    where the chain goes on.
    """
    made = [part for one in attributions for part in _parted(one, body.text)]
    for one in tuple(made):
        if not _cites(one, body.text):
            continue
        index = _sibling(made, one, body)
        if index is not None:
            outer = made[index]
            cited = Found(one.content, one.cue, outer.content, min(one.confidence, outer.confidence), outer.inner)
            made[index] = replace(outer, inner=(cited,))
            made.remove(one)
    return made


def _parted(one: Found, text: str) -> tuple[Found, ...]:
    """Part "ANI reported citing sources", read as one cue, into "reported" and "citing"."""
    words = _CITING.search(text, one.cue[0].start, one.cue[0].end) if len(one.cue) == 1 else None
    last = one.content[-1] if len(one.content) > 1 else None
    if words is None or last is None or last.start != one.cue[0].end + 1 or not _is_source(text, last):
        return (one,)
    told = replace(one, cue=(Span(one.cue[0].start, words.start()),), content=one.content[:-1])
    return told, Found(one.source, (Span(*words.span("cites")),), (last,), one.confidence)


def _cites(one: Found, text: str) -> bool:
    words = " ".join(text[span.start : span.end] for span in one.cue).lower()
    return words in _CITES and len(one.content) == 1 and not one.inner and _is_source(text, one.content[0])


def _is_source(text: str, span: Span) -> bool:
    """Whether the cited words name somebody or something that tells: "two officials", "a leaked memo", "Newsmax"."""
    words = _AFTER_HEAD.split(text[span.start : span.end])[0].split()
    if not words or len(text[span.start : span.end].split()) > _LONGEST_SOURCE:
        return False
    last = words[-1].lower().strip("\"'“”‘’")
    tellers = word_list("sources/document_nouns") | word_list("attribution/reports")
    people = word_list("sources/anonymous_heads") | word_list("sources/vague_heads")
    people |= word_list("sources/people_groups") | word_list("sources/titles")
    hidden = any(word.lower() in ("unnamed", "anonymous", "unidentified") for word in words)
    return hidden or last in tellers | people or words[-1][0].isupper()


def _is_relative(one: Found, other: Found, text: str) -> bool:
    """Whether the source of one is the "which" right after the source of the other."""
    if not other.source or text[one.source[0].start : one.source[0].end].lower() not in ("which", "who"):
        return False
    return 0 <= one.source[0].start - other.source[-1].end <= len(", ")


def _sibling(made: list[Found], one: Found, body: Body) -> int | None:
    """The attribution of the same sentence and source whose content rests on the cited."""
    sentence = body.sentence_at(one.cue[0].start)
    for index, other in enumerate(made):
        if other == one or not other.content or not other.cue or sentence is None:
            continue
        near = sentence.start <= other.cue[0].start < sentence.end
        same = not one.source or other.source == one.source or _is_relative(one, other, body.text)
        if near and same and not holds(other.content, one.cue[0].start):
            return index
    return None
