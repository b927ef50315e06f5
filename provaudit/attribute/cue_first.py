"""Sentences whose cue comes first: the mayor said (that) …, the mayor said: "…", and participles, saying that …."""

from provaudit.attribute.clauses import subject
from provaudit.attribute.content_first import Read
from provaudit.attribute.cues import Cue, is_auxiliary
from provaudit.attribute.drafts import Draft
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.sentences import Word
from provaudit.attribute.wording import DASHES, Range, draft, span_of, substantial, tidy

_SAYING = frozenset({"says", "writes"})
_CLAUSAL = frozenset({"says", "writes", "thinks", "finds"})
_FURTHEST = 14  # words between a cue and the "that" or quotation it opens


def read_before(
    sentence: list[Word], cue: Cue, source: Range | None, later: list[Cue], confidence: float
) -> Read | None:
    """Read the content that follows a cue; `later` are the cues to its right, where another may take over."""
    start = _content_start(sentence, cue)
    if start is None:
        return None
    if start >= len(sentence) and sentence[-1].low == ":" and cue.lists & _SAYING and source is not None:
        cue_span, source_span = span_of(sentence, Range(cue.first, cue.last)), span_of(sentence, source)
        return Read(Draft((source_span,), (cue_span,), (), 0.8, awaits=True), source, len(sentence))
    end = _content_end(sentence, start, later)
    content = tidy(sentence, start, end)
    if content is None or not _fits(sentence, cue, content):
        return None
    cited = sentence[cue.head].low == "citing" and sentence[content.start].capital  # "citing Newsmax"
    if not cited and not substantial(sentence, content):
        return None
    return Read(draft(sentence, source, Range(cue.first, cue.last), [content], confidence), source, end)


def _fits(sentence: list[Word], cue: Cue, content: Range) -> bool:
    """Whether such words can be what such a verb attributes: "questioned" needs no "that", "thinks of" is none."""
    first = sentence[content.start].low
    if cue.lists <= {"thinks"} and first in ("of", "for", "in", "at", "with", "from"):
        return False
    return not (
        cue.lists & {"says"}
        and not cue.lists & {"speaks-of", "wants"}
        and first in ("in", "at", "from", "with", "into", "through", "over")
    )


def _content_start(sentence: list[Word], cue: Cue) -> int | None:
    at = cue.last
    if at >= len(sentence):
        return None
    low = sentence[at].low
    told_to = low == "to" and "says" in cue.lists and sentence[min(at + 1, len(sentence) - 1)].capital
    if low in (":", "that", "", "to", "whether", "if", "how", "why", "what") and not told_to:
        return at + (low == ":")
    addressed = sentence[cue.head].low in word_list("attribution/verbs_of_telling")
    opened = _opened(sentence, at, addressed=addressed)
    if opened is not None:
        return opened
    if addressed:
        return _after_addressee(
            sentence, at, told=sentence[cue.head].low.startswith(("t", "assur", "remind", "inform"))
        )
    return _after_time(sentence, at) if cue.lists & _SAYING else at


def _after_addressee(sentence: list[Word], at: int, *, told: bool) -> int:
    """Where the content begins after "told Ann Bo" or "told the council"; "asked the council to …" is all content."""
    determined = sentence[at].low in word_list("attribution/determiners")
    if determined:
        for n in range(at + 1, min(at + 5, len(sentence))):
            if sentence[n].low in ("he", "she", "they", "it", "we", "i", "his", "her", "their", "the", "there"):
                return n
        return at + 2 if told else at
    at += 1
    while at < len(sentence) and (sentence[at].capital or sentence[at].low == "and"):
        at += 1
    return at


def _opened(sentence: list[Word], at: int, *, addressed: bool) -> int | None:
    """Where "that", a colon or a quotation opens the content after an addressee or an adjunct."""
    adjunct = addressed or sentence[at].low in word_list("attribution/adjunct_openers")
    for n in range(at, min(at + _FURTHEST, len(sentence))):
        low = sentence[n].low
        if low == "":
            return n if adjunct or sentence[n - 1].low == "," else None
        if low == ":" and adjunct:
            return n + 1
        if low == "that" and adjunct:
            return n
        if low == ";" or is_auxiliary(sentence[n]):
            return None
    return None


def _after_time(sentence: list[Word], at: int) -> int:
    """Skip "Monday", "on Monday", "in a statement" between "said" and what was said."""
    start = at
    days = word_list("attribution/days_and_months")
    fillers = {
        "on",
        "last",
        "this",
        "late",
        "early",
        "morning",
        "night",
        "evening",
        "afternoon",
        "week",
        "month",
        "year",
    }
    while (
        at < len(sentence)
        and not (sentence[at].low == "on" and _platform_follows(sentence, at))
        and (sentence[at].low.rstrip(".") in days or sentence[at].low in fillers or sentence[at].low.isdigit())
    ):
        at += 1
    if [word.low for word in sentence[at : at + 3]] in (["in", "a", "statement"], ["in", "an", "interview"]):
        at += 3
    if at < len(sentence) and sentence[at].low == "on" and _platform_follows(sentence, at):
        return at + 2
    timed = any(word.low.rstrip(".") in days for word in sentence[start:at])
    return at if timed or at - start >= 3 else start


def _platform_follows(sentence: list[Word], at: int) -> bool:
    following = sentence[at + 1 : at + 2]
    return bool(following) and following[0].capital and following[0].low in word_list("attribution/platforms")


def _content_end(sentence: list[Word], start: int, later: list[Cue]) -> int:
    """Where the content stops: at another speaker's clause or a participle cue, else at the sentence's end."""
    for cue in later:
        if cue.first <= start + 1:
            continue
        head, before = sentence[cue.head].low, sentence[cue.first - 1].low
        if head.endswith("ing") and cue.first == cue.head:
            if before in (",", "and") or before in DASHES:
                return cue.first - 1
            continue
        if before in ("and", "but", ",") and "says" in cue.lists:
            return cue.first - 1
        who = subject(sentence, cue.first, start)
        if who is not None and cue.lists & _CLAUSAL and _joint(sentence, who, start):
            return who.start - 1
    return len(sentence)


def _joint(sentence: list[Word], who: Range, start: int) -> bool:
    """Whether another clause begins here: "…, but the mayor said"."""
    if who.start <= start + 1:
        return False
    joint = sentence[who.start - 1].low
    if joint in (";", "while", "but"):
        return True
    return joint in ("and", "as", "though", "although") and sentence[who.start - 2].low == ","
