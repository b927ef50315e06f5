"""One sentence read: its attributions, outermost first come."""

from dataclasses import replace
from typing import Final

from provaudit.attribute.according import according_source, find_according
from provaudit.attribute.clauses import DAYS, PRONOUNS, Range, phrase_right, subject
from provaudit.attribute.cues import Cue, find_cues, is_auxiliary
from provaudit.attribute.drafts import Draft
from provaudit.attribute.nominal import read_reports
from provaudit.attribute.sentences import Word
from provaudit.model import Span

_STOPS: Final = frozenset(". ! ? …".split())
_ADJUNCT_STARTS: Final = frozenset(
    "in on at during after before to of last this late early earlier later following when while as by from with through via yesterday "
    "today tonight afterward afterwards recently again too about outside aboard inside near".split()
) | DAYS
_SAYING: Final = frozenset({"says", "writes"})
_CLAUSAL: Final = frozenset({"says", "writes", "thinks", "finds"})
_ADDRESSED: Final = frozenset("told tell tells telling reminded reminds assured assures informed advised warned asked asks urged".split())
_PARTICIPLE_LEADS: Final = frozenset([",", "and", "by", "while", "after", "before", "without", "—", "–", "--", "in", "for", "of", "also", ""])


_SHORT_OBJECT: Final = 6  # "confirming the meeting and …"


def read_sentence(sentence: list[Word]) -> list[Draft]:
    """Return the attributions of one sentence, in order."""
    at = find_according(sentence)
    if at is not None:
        draft = _according(sentence, at)
        if draft is not None:
            return [draft]
    drafts = _verbal(sentence)
    if not drafts:
        reports = read_reports(sentence)
        return [reports] if reports is not None else []
    return drafts


def span_of(sentence: list[Word], part: Range) -> Span:
    """Return the text span of a range of words."""
    return Span(sentence[part.start].start, sentence[part.end - 1].end)


def tidy(sentence: list[Word], start: int, end: int) -> Range | None:
    """Return the range without marks at its edges; None where no two words (or one quotation) are left."""
    while start < end and sentence[start].low in (",", ";", ":", "—", "–", "--", "-", ".", "!", "?", "…", ")"):
        start += 1
    while end > start and sentence[end - 1].low in (",", ";", ":", "—", "–", "--", "-", ".", "!", "?", "…", "("):
        end -= 1
    if end == start:
        return None
    return Range(start, end)


def _substantial(sentence: list[Word], part: Range | None) -> bool:
    if part is None:
        return False
    inside = sentence[part.start : part.end]
    return any(not word.low for word in inside) or sum(word.low[:1].isalnum() for word in inside) >= 2


def _according(sentence: list[Word], at: int) -> Draft | None:
    source = according_source(sentence, at)
    if source is None:
        return None
    left = tidy(sentence, 0, at)
    right = tidy(sentence, source.end, len(sentence))
    parts = []
    if left is not None and _substantial(sentence, left):
        parts.append(left)
    follows = sentence[source.end].low if source.end < len(sentence) else "."
    if right is not None and _substantial(sentence, right) and (not parts or follows in (",", "")):
        parts.append(right)
    if not parts:
        return None
    quoted = any(not word.low for part in parts for word in sentence[part.start : part.end])
    content = tuple(span_of(sentence, part) for part in parts)
    return Draft((span_of(sentence, source),), (span_of(sentence, Range(at, at + 2)),), content, 0.9, quoted)


def _verbal(sentence: list[Word]) -> list[Draft]:
    drafts: list[Draft] = []
    cues = find_cues(sentence)
    floor = 0  # words below are used up
    last_source: Range | None = None
    for n, cue in enumerate(cues):
        if cue.first < floor:
            continue
        made = _read_cue(sentence, cue, cues[n + 1 :], floor, last_source)
        if made is None:
            continue
        draft, source, used = made
        last_source = source or last_source
        if drafts and _coordinated(sentence, cue, drafts[-1]):
            drafts[-1] = replace(drafts[-1], cue=(*drafts[-1].cue, *draft.cue), content=(*drafts[-1].content, *draft.content))
        else:
            drafts.append(draft)
        floor = used
    return drafts


def _coordinated(sentence: list[Word], cue: Cue, before: Draft) -> bool:
    """Whether "confirming the meeting and stating that …" makes one attribution with what came before."""
    if not cue.first or sentence[cue.first - 1].low != "and" or not sentence[cue.head].low.endswith("ing") or not before.content:
        return False
    content = before.content[-1]
    inside = [word for word in sentence if content.start <= word.start < content.end]
    return len(inside) <= _SHORT_OBJECT and content.end == sentence[cue.first - 2].end


def _read_cue(
    sentence: list[Word], cue: Cue, later: list[Cue], floor: int, last_source: Range | None
) -> tuple[Draft, Range | None, int] | None:
    if sentence[cue.head].low.endswith("ing") and cue.first == cue.head:
        source = _participle_source(sentence, cue, floor, last_source)
        if source is False:
            return None
        return _before_content(sentence, cue, source, later, 0.55)
    if cue.passive:
        return None
    source = subject(sentence, cue.first, floor)
    inverted = _inverted(sentence, cue, source, floor)
    if inverted is not None:
        return inverted
    if source is None:
        return None
    after = _after_content(sentence, cue, source, floor)
    if after is not None:
        return after
    return _before_content(sentence, cue, source, later, 0.7)


def _participle_source(sentence: list[Word], cue: Cue, floor: int, last_source: Range | None) -> Range | None | bool:
    """The subject that a participle hangs on; False where it is no cue."""
    before = sentence[cue.first - 1].low if cue.first else ""
    if cue.first and before not in _PARTICIPLE_LEADS:
        return False
    if last_source is not None:
        return last_source
    for at in range(cue.first):
        if is_auxiliary(sentence[at]) or (sentence[at].low.endswith("ed") and not sentence[at].capital):
            found = subject(sentence, at, floor)
            if found is not None:
                return found
    return None


def _inverted(sentence: list[Word], cue: Cue, source: Range | None, floor: int) -> tuple[Draft, Range | None, int] | None:
    """ "…," said the mayor. """
    if not cue.lists & _SAYING or cue.first == 0 or cue.last >= len(sentence):
        return None
    before, after = sentence[cue.first - 1], sentence[cue.last]
    if before.low not in ("", ",", "—", "–", "--", "”", "\"") or (source is not None and before.low == "," and not after.capital and after.low not in ("the", "a", "an", "one", "another", "his", "her")):
        return None
    if after.low in PRONOUNS and after.low not in ("he", "she", "one", "another"):
        return None
    if not (after.low[:1].isalpha()) or after.low in ("that", "in", "on", "to", "at", "it", "they", "during", "there", "if", "when"):
        return None
    content = tidy(sentence, floor, cue.first)
    if not _substantial(sentence, content) or content is None:
        return None
    speaker = phrase_right(sentence, cue.last)
    if speaker is None:
        return None
    if before.low and source is not None and _has_verb(sentence, speaker):
        return None
    return _with_rest(sentence, cue, speaker, content, speaker.end)


def _has_verb(sentence: list[Word], part: Range) -> bool:
    return any(is_auxiliary(word) for word in sentence[part.start : part.end])


def _after_content(sentence: list[Word], cue: Cue, source: Range, floor: int) -> tuple[Draft, Range | None, int] | None:
    """ "…," the mayor said in an interview. """
    if not cue.lists & _CLAUSAL or source.start <= floor:
        return None
    before = sentence[source.start - 1].low
    if before not in ("", ",", "—", "–", "--"):
        return None
    content = tidy(sentence, floor, source.start)
    if content is None or not _substantial(sentence, content):
        return None
    follows = _adjunct_end(sentence, cue.last, addressed=sentence[cue.head].low in _ADDRESSED)
    mark = sentence[follows].low if follows < len(sentence) else "."
    quote_before = any(not word.low for word in sentence[content.start : content.end])
    if mark not in (",", "", ":", ";", "—", "–", "--") and mark not in _STOPS:
        return None
    if mark == ":" and not quote_before:
        return None
    if not quote_before and (content.end - content.start < 3 or not _clause_like(sentence, content)):
        return None
    if mark == "" and (before != "" or follows == cue.last) and not (sentence[source.start - 1].low == ""):
        return None
    return _with_rest(sentence, cue, source, content, follows)


def _clause_like(sentence: list[Word], part: Range) -> bool:
    """Whether words left of ", she said" can stand as what she said: not only "On Monday" or "In a speech"."""
    first = sentence[part.start].low
    if first in _ADJUNCT_STARTS or first in ("for", "despite", "although", "if", "because", "since", "asked", "speaking"):
        return part.end - part.start >= 8 and any(word.low == "," for word in sentence[part.start : part.end])
    return part.end - part.start >= 3


def _with_rest(sentence: list[Word], cue: Cue, source: Range, content: Range, at: int) -> tuple[Draft, Range | None, int]:
    """Close an attribution after its content, taking in a second half that goes on in the sentence."""
    parts = [content]
    used = at
    rest = tidy(sentence, at, len(sentence))
    if rest is not None:
        first = sentence[rest.start]
        quote_next = not first.low
        resumes = quote_next or (at < len(sentence) and sentence[at].low == "," and at == max(cue.last, source.end) and not first.low.endswith("ing") and first.low not in ("and", "but", "who", "while", "as", "referring"))
        if resumes:
            parts.append(rest)
            used = len(sentence)
    quoted = any(not word.low for part in parts for word in sentence[part.start : part.end])
    cue_part = Range(cue.first, cue.last)
    draft = Draft(
        (span_of(sentence, source),), (span_of(sentence, cue_part),), tuple(span_of(sentence, part) for part in parts), 0.85 if quoted else 0.75, quoted
    )
    return draft, source, used


def _adjunct_end(sentence: list[Word], at: int, *, addressed: bool) -> int:
    """Return where "told reporters on Monday" ends: the next mark, quotation or end of sentence."""
    start = at
    while at < len(sentence):
        low = sentence[at].low
        if low == "" or low in (",", ";", ":", "—", "–", "--") or low in _STOPS:
            break
        at += 1
    if at > start and not addressed and sentence[start].low not in _ADJUNCT_STARTS and not sentence[start].low.endswith("ly"):
        return start
    return at


def _before_content(
    sentence: list[Word], cue: Cue, source: Range | None | bool, later: list[Cue], confidence: float
) -> tuple[Draft, Range | None, int] | None:
    """The mayor said (that) … ; the mayor said: "…" """
    speaker = source if isinstance(source, Range) else None
    start = _content_start(sentence, cue)
    if start is None:
        return None
    end = _content_end(sentence, start, later)
    content = tidy(sentence, start, end)
    colon = start >= len(sentence) and len(sentence) > 0 and sentence[-1].low == ":"
    if colon and cue.lists & _SAYING and speaker is not None:
        draft = Draft((span_of(sentence, speaker),), (span_of(sentence, Range(cue.first, cue.last)),), (), 0.8, awaits=True)
        return draft, speaker, len(sentence)
    if content is None or not _substantial(sentence, content):
        return None
    first = sentence[content.start]
    if not _fits(cue, first, sentence, content, speaker):
        return None
    quoted = any(not word.low for word in sentence[content.start : content.end])
    sources = () if speaker is None else (span_of(sentence, speaker),)
    draft = Draft(sources, (span_of(sentence, Range(cue.first, cue.last)),), (span_of(sentence, content),), confidence, quoted)
    return draft, speaker, end


def _fits(cue: Cue, first: Word, sentence: list[Word], content: Range, speaker: Range | None) -> bool:
    """Whether what follows the verb is what such a verb attributes."""
    if first.low in ("that", "", "whether", "how", "why"):
        return True
    if cue.lists == {"wants"}:
        return True
    return True


def _content_start(sentence: list[Word], cue: Cue) -> int | None:
    at = cue.last
    length = len(sentence)
    if at >= length:
        return None
    addressed = sentence[cue.head].low in _ADDRESSED
    low = sentence[at].low
    if low in ("that", "", "to") or low == ":":
        return at + 1 if low == ":" else at
    that = _soon(sentence, at, addressed)
    if that is not None:
        return that
    if addressed:
        at += 1
        while at < length and (sentence[at].capital or sentence[at].low in ("and", "'s")):
            at += 1
        return at
    if low in DAYS or low in ("on", "in", "at", "last", "this") and cue.lists & _SAYING:
        while at < length and (sentence[at].low in DAYS or sentence[at].low in ("on", "last", "this", "in", "a", "statement", "interview", "week", "month", "year", "late", "morning", "night", "evening", "afternoon", ".") or sentence[at].low[:1].isdigit()):
            at += 1
    return at


def _soon(sentence: list[Word], at: int, addressed: bool) -> int | None:
    """Where "that" or a quotation opens the content after an adjunct or an addressee."""
    for n in range(at, min(at + 14, len(sentence))):
        low = sentence[n].low
        if low == "":
            return n
        if low == ":":
            return n + 1
        if low == "that" and (addressed or sentence[at].low in _ADJUNCT_STARTS):
            return n
        if is_auxiliary(sentence[n]) or low in (";",):
            return None
    return None


def _content_end(sentence: list[Word], start: int, later: list[Cue]) -> int:
    """Where the content stops: at another speaker's clause or a participle cue, else at the sentence's end."""
    for cue in later:
        if cue.first <= start + 1:
            continue
        head = sentence[cue.head].low
        before = sentence[cue.first - 1].low
        if head.endswith("ing") and before in (",", "—", "–", "and") and cue.first == cue.head:
            return cue.first - 1
        if before in ("and", "but") and not head.endswith("ing") and cue.lists & _SAYING and "says" in cue.lists:
            return cue.first - 1
        who = subject(sentence, cue.first, start)
        if who is not None and who.start > start + 1 and sentence[who.start - 1].low in ("and", "but", "while", "as", ";", "though", "although") and cue.lists & _CLAUSAL:
            joint = who.start - 1
            if sentence[joint - 1].low == "," or sentence[joint].low in (";", "while", "but"):
                return joint
    return len(sentence)
