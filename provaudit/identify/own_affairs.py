"""An outlet that speaks of itself: "CNN said it would cut 200 jobs" is the company's own word, not its reporting.

What an outlet found out, saw or could not verify is journalism. So only what a house does as a house counts, by word
lists: it sues and apologises (`house_deeds`), cuts jobs and opens offices (`house_steps`, `house_goods`), has profits
and an editor (`house_belongings`), and its reporters come to harm.
"""

from __future__ import annotations

import re
from typing import Final

from provaudit.identify.meaning import Meaning, named
from provaudit.identify.wordlists import word_list
from provaudit.model import Attribution, OutletKind, SourceKind

_WORD: Final = re.compile(r"[\w’'-]+|[.;:,]")
_SHORT: Final = re.compile(r"['’](?:s|ll|d|re|ve)$")
_OF_ITSELF: Final = re.compile(r"apologi[sz]|den(?:y|ies|ied|ying)$|regret(?:s|ted)?$")
_ANNOUNCES: Final = frozenset({"announce", "announced", "announces", "announcing", "unveiled"})
_AGENCY: Final = re.compile(r"(?:that )?the (?:news )?(?:agency|service|wire)\b")
_SAYS: Final = frozenset(
    {"acknowledged", "added", "admitted", "conceded", "confirmed", "disclosed", "explained", "insisted", "maintained"}
    | {"pledged", "promised", "said", "say", "saying", "says", "stated", "told", "vowed"}
)
_SOME_OF: Final = frozenset({"all", "both", "four", "five", "of", "one", "several", "six", "some", "three", "two"})
_PLANS: Final = frozenset(
    {
        "agreed",
        "aims",
        "decided",
        "expected",
        "expects",
        "going",
        "hoped",
        "hopes",
        "intended",
        "intends",
        "never",
        "not",
    }
    | {"now", "planned", "planning", "plans", "to", "also"}
)
_REPORTERS: Final = frozenset(
    {
        "contributor",
        "correspondent",
        "correspondents",
        "crew",
        "journalist",
        "journalists",
        "photographer",
        "photographers",
    }
    | {"reporter", "reporters", "team"}
)
_STANDS: Final = frozenset({"stand", "standing", "stands", "stood"})
_REACH: Final = 9  # words from a verb to its object
_LONGEST: Final = 4  # words from "its" to the end of what it has


def of_its_own(meaning: Meaning, attribution: Attribution) -> Meaning:
    """The named organisation, where an outlet speaks of its own affairs; any other meaning as it is."""
    kind = meaning.outlet.kind if meaning.outlet is not None else None
    if meaning.kind is not SourceKind.OUTLET or kind is OutletKind.PLATFORM:
        return meaning
    if not speaks_of_itself(attribution) or (kind is not OutletKind.WIRE and _of_an_agency(attribution)):
        return meaning
    return named(SourceKind.ORGANISATION, meaning.name)


def _of_an_agency(attribution: Attribution) -> bool:
    """Whether what is said begins with "the agency": of a newspaper that is somebody else, of a wire itself."""
    said = attribution.content.text.lower() if attribution.content else ""
    return _AGENCY.match(said) is not None


def speaks_of_itself(attribution: Attribution) -> bool:
    """Whether the words are an outlet's own affairs: its jobs, books, lawsuits, apologies, its standing by a story."""
    if attribution.content is None or attribution.cue is None:
        return False
    cue = set(_WORD.findall(attribution.cue.text.lower()))
    words = [_SHORT.sub("", word) for word in _WORD.findall(attribution.content.text.lower())]
    words = words[1:] if words[:1] == ["that"] else words
    if cue & _ANNOUNCES and words[:1] in (["plans"], ["to"]):
        return _does(words[1:])
    # "CNN reported it would cut jobs": somebody else would
    speaks = bool(cue & (_ANNOUNCES | _SAYS)) and _is_about_itself(words)
    return speaks or any(_OF_ITSELF.match(word) for word in cue)


def _is_about_itself(words: list[str]) -> bool:
    some = next((n for n, word in enumerate(words) if word not in _SOME_OF and not word.isdigit()), 0)
    if words[some : some + 1] == ["its"]:
        return _has(words[some + 1 :])
    if words[:1] == ["the"] and words[1:2] and words[1] in word_list("attribution/outlet_nouns"):
        return _does(words[2:])
    return words[:1] == ["it"] and _does(words[1:])


def _does(words: list[str]) -> bool:
    """Whether a house does so: "would cut 200 jobs", "has apologised", "stands by its reporting"."""
    at = 0
    while at < len(words) and (words[at] in _PLANS | word_list("attribution/auxiliaries") or words[at].endswith("ly")):
        at += 1
    verb, after = (words[at], words[at + 1 : at + 1 + _REACH]) if at < len(words) else ("", [])
    if verb in word_list("sources/house_deeds"):
        return True
    if verb not in word_list("sources/house_steps"):
        return False
    if verb in _STANDS:
        return bool({"by", "behind"} & set(after[:2]))
    stop = next((n for n, word in enumerate(after) if word in ".;:,"), len(after))
    return any(word in word_list("sources/house_goods") for word in after[:stop])


def _has(words: list[str]) -> bool:
    """Whether a house has such: "profit fell", "chief executive would go"; reporters only where harm comes to them."""
    near = words[:_LONGEST]
    for end in range(1, len(near) + 1):
        if near[end - 1] in _REPORTERS:
            return any(word in word_list("sources/harm_to_reporters") for word in words[end : end + _REACH])
        if any(" ".join(near[start:end]) in word_list("sources/house_belongings") for start in range(end)):
            return not set(words[end : end + 2]) & word_list("cues/finds")  # "its coverage showed" is journalism
    return False
