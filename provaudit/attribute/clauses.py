"""Who says it and what is said: the noun phrases and clauses around a cue."""

from typing import Final

from provaudit.attribute.cues import is_auxiliary
from provaudit.attribute.lexicon import cue_words, word_list
from provaudit.attribute.sentences import Word
from provaudit.attribute.wording import Range

_MARKS: Final = frozenset([",", ";", ":", "—", "–", "-", "--", "(", ")", "[", "]", '"', "“", "”", "…", ".", "!", "?"])

# Beyond these no writer goes; without them a sentence of nothing but marks would be read for ever.
_LONGEST_SUBJECT: Final = 150  # words, asides among them
_ASIDES: Final = 2  # right after one another: "Ann Bo (the mayor), who was there,"
_FLOATING: Final = frozenset({"all", "both", "each"})


def subject(sentence: list[Word], end: int, floor: int, asides: int = _ASIDES) -> Range | None:
    """Return the noun phrase that ends right before word `end`, not reaching below `floor`."""
    last = end - 1
    floor = max(floor, end - _LONGEST_SUBJECT)
    if last < floor:
        return None
    low = sentence[last].low
    if low in _FLOATING:  # "Reuters and CNN both reported"
        several = subject(sentence, last, floor, asides) if last > floor and sentence[last - 1].capital else None
        if several is not None and any(word.low == "and" for word in sentence[several.start : several.end]):
            return several
    if low in word_list("attribution/pronouns"):
        return Range(last, end)
    if low in (",", "—", "–", ")", "--"):
        return _with_apposition(sentence, last, floor, asides - 1) if asides else None
    if (
        low in ("", "and", "or", "but")
        or low in _MARKS
        or (low in word_list("attribution/clause_openers") and low != "which")
    ):
        return None
    start = _phrase_start(sentence, last, floor)
    return _trimmed(sentence, Range(start, end)) if start < end else None


def _with_apposition(sentence: list[Word], close: int, floor: int, asides: int) -> Range | None:
    """The subject before an apposition or relative clause: "Ann Bo, the mayor," or "Ann Bo, who was there,"."""
    mark = sentence[close].low
    opening = "(" if mark == ")" else mark
    for comma in range(close - 1, floor, -1):
        low = sentence[comma].low
        if low == "" or low in (";", ":"):
            return None
        if low != opening:
            continue
        inside = sentence[comma + 1]
        head = subject(sentence, comma, floor, asides)
        if head is None:
            continue
        if (
            inside.low in word_list("attribution/determiners")
            or inside.capital
            or inside.low[:1].isdigit()
            or inside.low in ("who", "whose", "which", "a", "an")
            or mark != ","
        ):
            relative = inside.low in ("who", "whose", "which", "speaking") or mark != ","
            return head if relative else Range(head.start, close)
        if not any(is_auxiliary(word) or word.low == "" for word in sentence[comma + 1 : close]):
            return Range(head.start, head.end)
        return None
    return None


def _phrase_start(sentence: list[Word], last: int, floor: int) -> int:
    at = last
    while at >= floor:
        word = sentence[at]
        if word.low == "" or word.low in _MARKS or word.low in word_list("attribution/clause_openers"):
            break
        if word.low in ("and", "or"):
            if not _coordinates(sentence, at, floor):
                break
        elif is_auxiliary(word) or (at < last and _is_verb(sentence, at, floor)):
            break
        at -= 1
    return at + 1


def _coordinates(sentence: list[Word], at: int, floor: int) -> bool:
    """Whether this "and" joins two noun phrases: no verb stands left of it in the clause."""
    for before in range(at - 1, floor - 1, -1):
        low = sentence[before].low
        if low == "" or low in _MARKS or low in word_list("attribution/clause_openers"):
            return True
        if is_auxiliary(sentence[before]) or _is_verb(sentence, before, floor):
            return False
    return True


def _is_verb(sentence: list[Word], at: int, floor: int) -> bool:
    word = sentence[at]
    if word.capital:
        return False
    before = sentence[at - 1].low if at > floor else ""
    by = at + 1 < len(sentence) and sentence[at + 1].low == "by"
    if by and at + 2 < len(sentence) and sentence[at + 2].capital and not is_auxiliary(sentence[at - 1]):
        return False  # "a video posted by CNN"
    if before in word_list("attribution/determiners") or before.endswith(("'s", "’s")):
        return False
    if word.low.endswith("ed") and len(word.low) > 4 and at + 1 < len(sentence) and not sentence[at + 1].low.isalpha():
        return True
    return word.low in word_list("attribution/irregular_pasts") or (word.low.endswith("ed") and word.low in cue_words())


def _trimmed(sentence: list[Word], phrase: Range) -> Range | None:
    """Drop what stands before the subject: "But", "On Monday", "In a statement Tuesday"."""
    start, end = phrase
    while start < end and (
        sentence[start].low
        in ("and", "or", "still", "however", "also", "meanwhile", "later", "earlier", "even", "indeed", "instead")
        or (sentence[start].low.endswith("ly") and not sentence[start].low.endswith("family"))
    ):
        start += 1
    if start < end and sentence[start].low in word_list("attribution/prepositions"):
        start = _after_adjunct(sentence, start, end)
    return Range(start, end) if start < end else None


def _after_adjunct(sentence: list[Word], start: int, end: int) -> int:
    """The subject's start where an adjunct without a comma stands before it."""
    last = max(at for at in range(start, end) if sentence[at].low in word_list("attribution/prepositions"))
    at = last + 1
    if at < end and sentence[at].low in word_list("attribution/determiners"):
        at += 1
        while at < end and not sentence[at].capital and sentence[at].low not in word_list("attribution/determiners"):
            at += 1
    while at < end and (
        sentence[at].low.rstrip(".") in word_list("attribution/days_and_months") or sentence[at].low[:1].isdigit()
    ):
        at += 1
    if at >= end:
        return start if last > start else end
    return at


def phrase_right(sentence: list[Word], start: int, *, apposition: bool = True) -> Range | None:
    """Return the noun phrase that begins at word `start`, with its apposition where the sentence ends on it."""
    at = start
    while at < len(sentence):
        low = sentence[at].low
        if low == "" or (low in _MARKS and not (low == "-" and at > start)):
            break
        if at > start and low in word_list("attribution/phrase_enders"):
            break
        at += 1
    if at == start:
        return None
    while apposition and at + 1 < len(sentence) and sentence[at].low == "," and _is_apposition(sentence, at + 1):
        at = _apposition_end(sentence, at + 1)
    while at > start + 1 and (
        sentence[at - 1].low.rstrip(".") in word_list("attribution/days_and_months")
        or sentence[at - 1].low in ("on", "in", "at", "late", "early", "last", "this")
    ):
        at -= 1
    return Range(start, at)


def _is_apposition(sentence: list[Word], at: int) -> bool:
    word = sentence[at]
    humans = word_list("sources/titles") | word_list("attribution/womens_roles") | word_list("attribution/mens_roles")
    if word.capital and at > 1 and sentence[at - 2].low in humans:
        return True  # "his spokeswoman, Ann Bo"
    return (
        word.low in word_list("attribution/determiners")
        or word.low in word_list("attribution/apposition_openers")
        or word.low[:1].isdigit()
    )


def _apposition_end(sentence: list[Word], at: int) -> int:
    while at < len(sentence):
        low = sentence[at].low
        if low == "" or low in (";", "—", "–", "--", ".", "?", "!"):
            break
        if low == "," and not (at + 1 < len(sentence) and sentence[at + 1].low in ("and", "who")):
            break
        at += 1
    return at
