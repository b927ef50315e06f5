"""Sentences whose content comes first: "…," said Ann Bo; "…," Ann Bo said; "…" — Ann Bo."""

from typing import NamedTuple

from provaudit.attribute.clauses import phrase_right
from provaudit.attribute.cues import Cue, is_auxiliary
from provaudit.attribute.drafts import Draft
from provaudit.attribute.lexicon import cue_words, word_list
from provaudit.attribute.sentences import Word
from provaudit.attribute.wording import (
    DASHES,
    STOPS,
    Range,
    draft,
    has_quotation,
    has_verb,
    span_of,
    substantial,
    tidy,
)

_CLAUSAL = frozenset({"says", "writes", "thinks", "finds"})
_SAYING = frozenset({"says", "writes"})
_SHORTEST_CLAUSE = 4  # words that can be what somebody said, though none is surely a verb
_SHORTEST_CLAUSE = 4  # words that can be what somebody said, though none is surely a verb


class Read(NamedTuple):
    """An attribution read from a sentence, its source, and the word from which the sentence is still unread."""

    draft: Draft
    source: Range | None
    used: int


def read_inverted(sentence: list[Word], cue: Cue, source: Range | None, floor: int) -> Read | None:
    """Read "…," said the mayor; `source` is what stands before the verb, should it be the subject after all."""
    if not cue.lists & _SAYING or not cue.first or cue.last >= len(sentence) or not _can_speak(sentence[cue.last]):
        return None
    before = sentence[cue.first - 1].low
    content = tidy(sentence, floor, cue.first)
    speaker = phrase_right(sentence, cue.last)
    if content is None or speaker is None or not substantial(sentence, content):
        return None
    if before:
        subject_first = source is not None and source.start <= floor + 1  # "Ann Bo, who was there, said the fire …"
        parted = before == "," or before in DASHES
        last = tidy(sentence, speaker.end, len(sentence)) is None and content.end - content.start >= _SHORTEST_CLAUSE
        said = last or has_verb(sentence, content)
        if not parted or subject_first or has_verb(sentence, _named(sentence, speaker)) or not said:
            return None
    return _with_rest(sentence, cue, speaker, content, speaker.end)


def _named(sentence: list[Word], speaker: Range) -> Range:
    """The speaker without a relative clause: "an official", not "an official who was there"."""
    ends = (at for at in range(*speaker) if sentence[at].low in ("who", "which", "that", "whose"))
    return Range(speaker.start, next(ends, speaker.end))


def _can_speak(word: Word) -> bool:
    if word.capital:
        return word.low not in ("i", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return word.low in word_list("attribution/speaker_openers") or (
        word.low.isalpha() and word.low in word_list("sources/titles") | word_list("sources/anonymous_heads")
    )


def read_after(sentence: list[Word], cue: Cue, source: Range, floor: int) -> Read | None:
    """Read "…," the mayor said in an interview."""
    if not cue.lists & _CLAUSAL or source.start <= floor:
        return None
    before = sentence[source.start - 1].low
    if before and before != "," and before not in DASHES:
        return None
    content = tidy(sentence, floor, source.start)
    if content is None:
        return None
    spoken = not sentence[content.end - 1].low
    end = _adjunct_end(sentence, cue)
    mark = sentence[end].low if end < len(sentence) else "."
    if not spoken and not _stands_alone(sentence, cue, content, mark, end):
        return None
    if spoken and cue.last < len(sentence) and sentence[cue.last].low == "that":
        return None
    return _with_rest(sentence, cue, source, content, end)


def _adjunct_end(sentence: list[Word], cue: Cue) -> int:
    """Where "told reporters on Monday" ends: at the next mark, quotation or end of the sentence."""
    at = cue.last
    while at < len(sentence):
        low = sentence[at].low
        if low in ("", ",", ";", ":") or low in DASHES or low in STOPS:
            break
        at += 1
    return at


def _stands_alone(sentence: list[Word], cue: Cue, content: Range, mark: str, end: int) -> bool:
    """Whether words that are no quotation are what is said, and not only "On Monday" or "In a speech"."""
    quote_follows = mark == "," and end + 1 < len(sentence) and not sentence[end + 1].low  # In May, Bo declared, "…"
    if quote_follows or (mark and mark not in {",", ";"} | DASHES | STOPS):
        return False
    adjunct = sentence[cue.last : end]
    if adjunct and not _is_adjunct(sentence[cue.head], adjunct):
        return False
    after_mark = sentence[end + 1] if end + 1 < len(sentence) else None
    straight = end == cue.last or (after_mark is not None and is_auxiliary(after_mark))
    goes_on = mark == "," and straight and _resumes(sentence, end + 1)
    first = sentence[content.start].low
    if first in word_list("attribution/adjunct_openers") or first in word_list("attribution/clause_openers"):
        return goes_on or (
            content.end - content.start > 9 and "," in [w.low for w in sentence[content.start : content.end]]
        )
    if content.end - content.start < 3:
        return goes_on
    return goes_on or has_verb(sentence, content) or content.end - content.start > 4


def _is_adjunct(verb: Word, adjunct: list[Word]) -> bool:
    """Whether words after a verb tell where, when or to whom, and not what."""
    opener = adjunct[0].low
    opens = opener in word_list("attribution/adjunct_openers") or opener.endswith("ly")
    addressed = verb.low in word_list("attribution/verbs_of_telling")
    return (opens or addressed) and all(word.low != "that" for word in adjunct)


def _resumes(sentence: list[Word], at: int) -> bool:
    """Whether what follows ", she said," goes on with what she said."""
    if at >= len(sentence):
        return False
    low = sentence[at].low
    participle = low.endswith("ing") and (low in cue_words() or low in ("referring", "speaking", "pointing"))
    return not participle and low not in ("and", "but", "who", "while", "as", "which", "when", "though", "although")


def _with_rest(sentence: list[Word], cue: Cue, source: Range, content: Range, at: int) -> Read:
    """Close the attribution; take in a second half of it that goes on in the sentence."""
    parts, used = [content], at
    rest = tidy(sentence, at, len(sentence))
    if rest is not None:
        quoted = has_quotation(sentence, content)
        first = sentence[rest.start]
        joint = (
            first.low in ("and", "but")
            and quoted
            and has_quotation(sentence, Range(rest.start, min(rest.start + 4, rest.end)))
        )
        straight = at == max(cue.last, source.end) or is_auxiliary(first)
        goes_on = sentence[at].low == "," and straight and _resumes(sentence, rest.start)
        if not first.low or joint or (goes_on and (not quoted or is_auxiliary(first))):
            parts.append(rest)
            used = len(sentence)
        else:
            later = next((n for n in range(at, len(sentence)) if not sentence[n].low), None)
            if quoted and later is not None and sentence[later - 1].low == ",":
                parts.append(Range(later, rest.end))
                used = len(sentence)
    quoted = any(has_quotation(sentence, part) for part in parts)
    return Read(draft(sentence, source, Range(cue.first, cue.last), parts, 0.85 if quoted else 0.75), source, used)


def read_dash(sentence: list[Word]) -> Draft | None:
    """Read "…" — Ann Bo, a quotation signed after a dash."""
    marks = [at for at in range(1, len(sentence)) if sentence[at].low in DASHES]
    if len(marks) != 1 or sentence[marks[0] - 1].low or not 0 < len(sentence) - marks[0] - 1 <= 8:
        return None
    at = marks[0]
    name = tidy(sentence, at + 1, len(sentence))
    if name is None or not sentence[name.start].capital or has_verb(sentence, name):
        return None
    made = draft(sentence, name, Range(at, at + 1), [Range(0, at)], 0.6)
    return made if span_of(sentence, name).end - span_of(sentence, name).start < 60 else None
