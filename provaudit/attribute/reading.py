"""One sentence read: its attributions, in order."""

from dataclasses import replace
from typing import Final

from provaudit.attribute.according import according_source, find_according
from provaudit.attribute.cited_phrase import without_citations
from provaudit.attribute.clauses import phrase_right, subject
from provaudit.attribute.content_first import Read, read_after, read_dash, read_inverted
from provaudit.attribute.cue_first import read_before
from provaudit.attribute.cues import Cue, find_cues, is_auxiliary
from provaudit.attribute.drafts import Draft
from provaudit.attribute.hidden import without_hiding
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.nominal import read_poll, read_reports
from provaudit.attribute.sentences import Word
from provaudit.attribute.wording import DASHES, Range, draft, substantial, tidy

_PARTICIPLE_LEADS: Final = DASHES | {
    "",
    ",",
    "and",
    "by",
    "while",
    "after",
    "before",
    "without",
    "in",
    "for",
    "of",
    "also",
}
_SHORT_OBJECT: Final = 6  # words: "confirming the meeting and stating that …"
_SHORTEST_SAID: Final = 4  # words before the last word
_THAT: Final = 2  # words: so many may stand before "according to" where a content opens on "that, according to …"
_WHEN: Final = frozenset({"earlier", "in", "last", "late", "month", "on", "this", "today", "week", "year", "yesterday"})
_SURE: Final = 0.9
_VERB: Final = 0.7
_PARTICIPLE: Final = 0.55


def read_sentence(sentence: list[Word]) -> list[Draft]:
    """Return the attributions of one sentence, in order; an "according to" takes in all others.

    "…, as first reported by the Gazette" takes in even that; whoever stands inside is found when its content is read.
    """
    at = find_according(sentence)
    reported = _reported_by(sentence)
    according = None if at is None or _takes_in(reported, sentence[at]) else _according(sentence, at)
    according = according or reported
    if according is not None:
        return [according]
    signed = read_dash(sentence)
    if signed is not None:
        return [signed]
    drafts = _verbal(sentence)
    if not drafts:
        reports = read_reports(sentence) or read_poll(sentence)
        return [reports] if reports is not None else []
    amid = read_reports(sentence) if sentence[0].low in ("amid", "amidst") else None
    return [amid, *drafts] if amid is not None and amid.content[0].end < drafts[0].content[0].start else drafts


def _takes_in(reported: Draft | None, according: Word) -> bool:
    """Whether the credit is for the whole sentence before it, an "according to" included."""
    return (
        reported is not None
        and len(reported.content) == 1
        and reported.content[0].start < according.start < reported.cue[0].start
    )


def _according(sentence: list[Word], at: int) -> Draft | None:
    source = according_source(sentence, at)
    if source is None or (at > _THAT and "that" in (sentence[at - 1].low, sentence[at - 2].low)):
        return None  # "The Times wrote that, according to Bo, …" is the Times's
    begin = source.end
    while begin < len(sentence) and sentence[begin].low in word_list("attribution/days_and_months"):
        begin += 1  # "according to a poll released Monday, …"
    left, right = tidy(sentence, 0, at), tidy(sentence, begin, len(sentence))
    parts = [left] if left is not None and substantial(sentence, left) else []
    follows = sentence[begin].low if begin < len(sentence) else "."
    if right is not None and substantial(sentence, right) and (not parts or follows in (",", "")):
        parts.append(right)
    return draft(sentence, source, Range(at, at + 2), parts, _SURE) if parts else None


def _reported_by(sentence: list[Word]) -> Draft | None:
    """Read "The inquiry, first reported by Radio Pelham, began …"; "…, as reported by Radio Pelham"."""
    for at in range(2, len(sentence) - 2):
        if sentence[at].low not in ("reported", "revealed", "disclosed") or sentence[at + 1].low != "by":
            continue
        start = at - 1 if sentence[at - 1].low in ("first", "originally", "previously", "as") else at
        start = start - 1 if sentence[start - 1].low == "as" else start
        if sentence[start - 1].low != "," or not (sentence[at + 2].capital or sentence[at + 2].low == "the"):
            continue
        source = phrase_right(sentence, at + 2, apposition=False)
        if source is None:
            continue
        around = (tidy(sentence, 0, start), tidy(sentence, source.end, len(sentence)))
        parts = [part for part in around if part is not None and (part.start == 0 or substantial(sentence, part))]
        if any(substantial(sentence, part) for part in parts):
            return draft(sentence, source, Range(start, at + 2), parts, _VERB)
    return None


def _verbal(sentence: list[Word]) -> list[Draft]:
    drafts: list[Draft] = []
    sentence = without_citations(without_hiding(sentence))
    cues = find_cues(sentence)
    last = last_word(sentence, cues)
    if last is not None:
        return [last, *_cited(sentence, cues, last)]
    floor = 0  # the words below are used up
    last_source: Range | None = None
    for n, cue in enumerate(cues):
        read = _read_cue(sentence, cue, cues[n + 1 :], floor, last_source) if cue.first >= floor else None
        if read is None:
            continue
        last_source = read.source or last_source
        if drafts and _coordinated(sentence, cue, drafts[-1]):
            before = drafts[-1]
            drafts[-1] = replace(before, cue=before.cue + read.draft.cue, content=before.content + read.draft.content)
        else:
            drafts.append(read.draft)
        floor = read.used
    return drafts


def last_word(sentence: list[Word], cues: list[Cue]) -> Draft | None:
    """Read "Ann Bo said the fire was out, Radio Pelham reported.": who stands at the end has said it all."""
    finite = [cue for cue in cues if not sentence[cue.head].low.endswith("ing") and not cue.passive]
    if len(finite) < 2:
        return None
    cue = finite[-1]
    if not cue.lists & {"says", "writes"} and sentence[cue.head].low != "learned":
        return None
    inverted = read_inverted(sentence, cue, None, 0)
    if (
        inverted is not None
        and tidy(sentence, inverted.used, len(sentence)) is None
        and len(inverted.draft.content) == 1
    ):
        return inverted.draft
    source = subject(sentence, cue.first, 0)
    if source is None or source.start < _SHORTEST_SAID or source.end - source.start > _SHORT_OBJECT:
        return None
    pronoun = sentence[source.start].low in ("he", "she", "they", "who", "which")
    if pronoun or sentence[source.start - 1].low not in ("", ",") or not _closes(sentence, cue.last):
        return None
    read = read_after(sentence, cue, source, 0)
    return None if read is None else read.draft


def _cited(sentence: list[Word], cues: list[Cue], last: Draft) -> list[Draft]:
    """Read ", citing two officials" after the last word."""
    if not cues or sentence[cues[-1].head].low != "citing" or sentence[cues[-1].first].start < last.cue[0].end:
        return []
    read = read_before(sentence, cues[-1], None, [], _PARTICIPLE)
    return [] if read is None else [replace(read.draft, source=last.source)]


def _closes(sentence: list[Word], at: int) -> bool:
    """Whether nothing but when and where, or a participle, follows: "… reported Tuesday, citing a recording"."""
    when = word_list("attribution/days_and_months") | _WHEN
    while at < len(sentence) and (sentence[at].low in when or sentence[at].low.isdigit()):
        at += 1
    rest = tidy(sentence, at, len(sentence))
    return rest is None or (sentence[at].low == "," and sentence[rest.start].low == "citing")


def _coordinated(sentence: list[Word], cue: Cue, before: Draft) -> bool:
    """Whether "confirming the meeting and stating that …" makes one attribution with what came before."""
    if cue.first < 2 or sentence[cue.first - 1].low != "and" or not sentence[cue.head].low.endswith("ing"):
        return False
    if not before.content:
        return False
    content = before.content[-1]
    inside = [word for word in sentence if content.start <= word.start < content.end]
    return len(inside) <= _SHORT_OBJECT and content.end == sentence[cue.first - 2].end


def _read_cue(sentence: list[Word], cue: Cue, later: list[Cue], floor: int, last: Range | None) -> Read | None:
    before = sentence[cue.first - 1].low if cue.first else ""
    if sentence[cue.head].low.endswith("ing") and cue.first == cue.head:
        return _read_participle(sentence, cue, later, floor, last)
    if cue.passive:
        return None
    source = subject(sentence, cue.first, floor)
    if source is None and floor and before == ",":
        source = subject(sentence, cue.first, 0)  # "The Gazette, citing two officials, said …"
    read = read_inverted(sentence, cue, source, floor)
    if read is not None:
        return read
    if source is None:
        return _second_verb(sentence, cue, later, floor, last) if before in ("and", "but") else None
    if source.start and sentence[source.start - 1].low == "as":
        read = _as_told(sentence, cue, source)
    return read or read_after(sentence, cue, source, floor) or read_before(sentence, cue, source, later, _VERB)


def _read_participle(sentence: list[Word], cue: Cue, later: list[Cue], floor: int, last: Range | None) -> Read | None:
    before = sentence[cue.first - 1].low if cue.first else ""
    if before == "as":  # "the Gazette quoted Bo as saying …"
        quoted = subject(sentence, cue.first - 1, floor)
        return None if quoted is None else read_before(sentence, cue, quoted, later, _VERB)
    if before not in _PARTICIPLE_LEADS:
        return None
    hangs_on = last or _main_subject(sentence, cue.first, floor) or _parted_subject(sentence, cue.first)
    return read_before(sentence, cue, hangs_on, later, _PARTICIPLE)


def _second_verb(sentence: list[Word], cue: Cue, later: list[Cue], floor: int, last: Range | None) -> Read | None:
    """Read "… and said she would": the subject is that of the verb before."""
    if not cue.lists & {"says", "writes"} or not _tells_something(sentence, cue):
        return None
    source = last or _main_subject(sentence, cue.first - 1, floor)
    return None if source is None else read_before(sentence, cue, source, later, _PARTICIPLE)


def _as_told(sentence: list[Word], cue: Cue, source: Range) -> Read | None:
    """Read "As Radio Pelham reported last week, the bridge is closed" and "…, as Radio Pelham reported"."""
    follows = sentence[cue.last].low if cue.last < len(sentence) else "."
    parted = follows in (",", ".") or follows in word_list("attribution/adjunct_openers")
    if not cue.lists & {"says", "writes"} or not parted:
        return None
    comma = next((n for n in range(cue.last, len(sentence)) if sentence[n].low == ","), len(sentence))
    left = tidy(sentence, 0, source.start - 1)
    content = tidy(sentence, comma, len(sentence)) if left is None else left
    if content is None or not substantial(sentence, content) or (left is not None and sentence[left.end].low != ","):
        return None
    return Read(draft(sentence, source, Range(cue.first, cue.last), [content], _VERB), source, len(sentence))


def _tells_something(sentence: list[Word], cue: Cue) -> bool:
    """Whether a second verb surely has a content of its own: "… and said she would"."""
    following = sentence[cue.last] if cue.last < len(sentence) else None
    return following is not None and following.low in ("", ":", "that", "he", "she", "it", "they", "i", "we", "there")


def _parted_subject(sentence: list[Word], first: int) -> Range | None:
    """The subject before a participle between commas: "The Gazette, citing …, said"."""
    found = subject(sentence, first - 1, 0) if first > 1 and sentence[first - 1].low == "," else None
    return found if found is not None and found.start == 0 else None


def _main_subject(sentence: list[Word], end: int, floor: int) -> Range | None:
    """The subject of the first verb before word `end`: who does what a participle or a second verb hangs on."""
    for at in range(end):
        word = sentence[at]
        past = word.low in word_list("attribution/irregular_pasts") or (word.low.endswith("ed") and not word.capital)
        if is_auxiliary(word) or past:
            found = subject(sentence, at, floor)
            if found is not None:
                return found
    return None
