"""Tells an outlet from a word that only looks like one: "The Hill reported" from "said Hill", "Time" from time.

Names that are ordinary words, surnames or other bodies' initials count in a credit-like setting alone. Which are, and
how strict the setting has to be, stands in word lists (`data/outlet_words_*.txt`, by `name_key`):

after_the       want their article: "the Post"
risky           of those, the ones that want a credit or the masthead's own capital article besides: "told The Hill"
of_people       of those, the ones that also call somebody: "The Republican said" is a senator
bare            want a verb or noun of reporting, or a credit, beside them: "told People", "Slate reported"
with_magazine   count with the word magazine alone: "America magazine"
small           are written in small letters: "dpa"
surnames        do not count after a first name, nor bare where the text gives the word one

What is left out here costs a credit; what is let in wrongly invents one, which is worse.
"""

from __future__ import annotations

import re
from functools import lru_cache

from provaudit.identify.setting import Setting
from provaudit.identify.wordlists import word_list
from provaudit.model import Span

_NETWORKS = frozenset({"fox", "abc", "nbc", "cbs", "cw", "cnn", "channel"})
_CHANNEL_AFTER = re.compile(r"[- ]?\d{1,2}\b(?! (?:percent|points|per cent))")
# Words of one meaning in "on X": there the weakest of credits will do.
_ON_THEM = frozenset({"x", "telegram", "threads", "fox", "sky"})
_NOT_GIVEN_NAMES = frozenset({"The", "In", "On", "At", "From", "By", "And", "But", "A"})
_CAPITAL_BEFORE = re.compile(r"(?<![\w’'])[A-Z][\w&’'-]+ $")
_JOINED = re.compile(r"[-‐‑–]([A-Z][a-z]+)(?:['’]s)?\b")
_HYPHEN = re.compile(r"[-‐‑–]")
_TOWN_BEFORE = re.compile(r"(?<![\w’'])([A-Z][a-z]+) $")
_LAST_WORD = re.compile(r"[A-Za-z]+$")
_GIVEN_NAME_BEFORE = re.compile(r"\b([A-Z][a-z]+|[A-Z]\.)[ \n]$")


def may_stand_beside(key: str) -> bool:
    """Whether a doubtful name may be told by the outlet beside it ("The Wrap and Deadline"); not those of people."""
    return not any(key in word_list(f"outlet_words_{name}") for name in ("of_people", "with_magazine"))


def stands_for_an_outlet(text: str, place: Span, key: str) -> bool:
    """Whether text[place], which spells the outlet name `key`, means an outlet where it stands."""
    if _is_part_of_something_else(text, place, key):
        return False
    if key in word_list("outlet_words_surnames"):
        return _is_no_surname(text, place)
    readings = [reads for name, reads in _READINGS if key in word_list(f"outlet_words_{name}")]
    if not readings:
        return True
    setting = Setting(text, place)
    if setting.is_part_of_a_longer_name():
        return False
    return any(reads(text, place, key, setting) for reads in readings)


def _is_part_of_something_else(text: str, place: Span, key: str) -> bool:
    """Whether it is in "New York Times Square", "Fox 35" (a station of its own) or "Dorothy Poynter"."""
    square = key.endswith("times") and text.startswith(" Square", place.end)
    channel = key in _NETWORKS and _CHANNEL_AFTER.match(text, place.end)
    # "Halden Inc" is no magazine.
    suffix = key in word_list("sources/company_suffixes") and _CAPITAL_BEFORE.search(
        text, max(0, place.start - 24), place.start
    )
    given = " " not in key and _follows_a_given_name(text, place)
    return bool(square or channel or suffix or given or _is_half_of_a_masthead(text, place))


def _is_half_of_a_masthead(text: str, place: Span) -> bool:
    """Whether it is a part of "the Harlow Tribune-Herald": neither the Harlow Tribune nor another Tribune-Herald."""
    nouns = word_list("sources/masthead_words")
    joined = _JOINED.match(text, place.end)
    last = _LAST_WORD.search(text, max(place.start, place.end - 24), place.end)
    if joined and last and {joined[1].casefold(), last.group().casefold()} <= nouns:
        return True
    words = _HYPHEN.split(text[place.start : place.end])
    if len(words) == 1 or not {word.casefold() for word in words} <= nouns:
        return False
    town = _TOWN_BEFORE.search(text, max(0, place.start - 24), place.start)
    return town is not None and town[1] not in _NOT_GIVEN_NAMES


def _means_it_with_magazine(_text: str, _place: Span, _key: str, setting: Setting) -> bool:
    return setting.magazine_after


def _means_it_after_the(_text: str, _place: Span, key: str, setting: Setting) -> bool:
    # "then-Republican", "mid-Atlantic"; "Times/CBS" is told by its neighbour.
    if setting.joined_before or (setting.article and setting.of_after):
        return False
    of_people = key in word_list("outlet_words_of_people")
    if setting.article is None:
        return not of_people and (setting.one_of_that_day or (setting.noun_after and setting.one_of_its))
    if of_people:
        named = setting.article != "the" and (setting.credited(weakly=False) or setting.magazine_after)
        return named or setting.reported_that_after
    if key not in word_list("outlet_words_risky") or setting.speaks_after:
        return True
    if setting.credited(weakly=True):
        # "on the Hill" is Congress, "on The Hill" the paper's pages.
        return setting.article != "the" or not setting.only_on_before
    # "and The Hill": a capital article inside a sentence is the masthead's own.
    return setting.article == "The" and not setting.opens_a_sentence


def _means_it_bare(text: str, place: Span, key: str, setting: Setting) -> bool:
    if setting.article and not setting.magazine_after:
        return False
    if setting.noun_after or setting.name_after:
        return True
    if _is_a_surname_here(text, place):
        return False
    if setting.credited(weakly=key in _ON_THEM) or key not in word_list("outlet_words_risky"):
        return setting.credited(weakly=key in _ON_THEM) or setting.speaks_after
    # "People reported seeing lights"; "Time said" opens no sentence, "Time reported" may.
    says_it = setting.reports_after or (setting.speaks_after and not setting.opens_a_sentence)
    return setting.ends_a_list or (key != "people" and says_it)


_READINGS = (
    ("with_magazine", _means_it_with_magazine),
    ("after_the", _means_it_after_the),
    ("bare", _means_it_bare),
)


def _is_no_surname(text: str, place: Span) -> bool:
    setting = Setting(text, place)
    given = _GIVEN_NAME_BEFORE.search(setting.before)
    if given and given.group(1) not in _NOT_GIVEN_NAMES:
        return False
    if setting.noun_after or setting.reports_after or not _is_a_surname_here(text, place):
        return True
    return re.search(r"\b(?:told|to|via|by|on|with|in|for)[ \n]$", setting.before) is not None


def _follows_a_given_name(text: str, place: Span) -> bool:
    given = _GIVEN_NAME_BEFORE.search(text, max(0, place.start - 24), place.start)
    return given is not None and given.group(1).casefold() in word_list("sources/given_names")


def _is_a_surname_here(text: str, place: Span) -> bool:
    """Whether the text elsewhere gives the word a first name ("Vicente Fox")."""
    return has_a_first_name(text, text[place.start : place.end])


@lru_cache(maxsize=64)
def has_a_first_name(text: str, surname: str) -> bool:
    """Whether the text gives the word a first name somewhere."""
    word = re.escape(surname)
    given = word_list("sources/given_names")
    full = re.finditer(rf"(?<![\w.])([A-Z][a-z]+) (?:[A-Z]\. )?{word}\b(?! [A-Z])", text)
    return any(match.group(1).casefold() in given for match in full)
