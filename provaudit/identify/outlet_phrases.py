"""How a source phrase stands to the outlets it names: the outlet itself, its poll, its reporter, its owner, its guest.

The phrase is read with each outlet's name replaced by one mark, so that a pattern sees "a ◆ report" and "◆'s Jane Roe".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import cache
from typing import NamedTuple

from provaudit.identify.people import name_in
from provaudit.identify.wordlists import word_list
from provaudit.model import SourceKind, Span

_MARK = "◆"
_JOIN = r"(?:,? and |, |,? or | ?& | ?/ ?| ?[-–] ?)"
_MARKS = rf"(?:[Tt]he )?{_MARK}(?:{_JOIN}(?:[Tt]he )?{_MARK})*"
# Those who speak for a house as a business, or have left it: their words are not its reporting.
_NOT_REPORTING = re.compile(
    r"\b(?:owner|spokes\w+|president|chief executive|ceo|publisher|executive|chairman|chairwoman|chief operating|lawyer|attorney|"
    r"founder|co-founder|parent|director of communications|general counsel|head of|former|ex|ex-|alumnus|guest|viewer|reader|"
    r"investor|shareholder|employee|staffer|managing director|board member|vice president|communications)\b",
    re.IGNORECASE,
)


class Role(Enum):
    """What the phrase names: the outlets, a person speaking for one, a person or document beside one, a house's voice."""

    OUTLET = "outlet"
    REPORTER = "reporter"
    PERSON = "person"
    DOCUMENT = "document"
    HOUSE = "house"


class Reading(NamedTuple):
    """A role, and the person's name where the phrase gives one."""

    role: Role
    name: str | None = None


@cache
def _alternatives(name: str) -> str:
    words = sorted(word_list(f"sources/{name}"), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) for word in words) + ")"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    role, product = _alternatives("journalist_roles"), _alternatives("products")
    adjectives = r"(?:[\w’'\-.]+ ){0,5}?"
    return {
        "reporter": re.compile(rf"{_MARK}(?:['’]s?)?,? {adjectives}{role}s?\b(?! (?:board|poll))(.*)", re.DOTALL),
        "reporter_of": re.compile(rf"\b{role}\b[^.;]*?\b(?:of|for|at|from|with|in)\b (?:[Tt]he )?{_MARK}"),
        "person_of": re.compile(rf"^([^,]+?),? (?:[^,]*?,? )?(?:\(|of |for |at |from |with )(?:[Tt]he )?{_MARK}"),
        "possessive": re.compile(rf"^(?:[Tt]he )?{_MARK}['’]s? (.+)$", re.DOTALL),
        "house": re.compile(rf"{_MARK}(?:['’]s?)? {adjectives}(?:spokes\w+|owner|president|chief executive|ceo|publisher|representatives?|officials?|executives?|management)\b", re.IGNORECASE),
        "product": re.compile(rf"{_MARK}(?:['’]s?)? (?:[\w’'\-.]+ ){{0,4}}?{product}\b", re.IGNORECASE),
        "product_by": re.compile(rf"\b{product}\b[^.;]*?\b(?:by|from|in|of|on|at|for|with|to|via|published by|conducted by|conducted for|commissioned by)\b (?:[Tt]he )?{_MARK}", re.IGNORECASE),
        "exactly": re.compile(rf"^{_MARKS}(?:['’]s?)?(?: itself| alone| both)?$"),
        "surveyed": re.compile(rf"\b(?:surveyed|polled|compiled|reported|analy[sz]ed|tallied|counted) (?:by|for) (?:[Tt]he )?{_MARK}"),
    }  # fmt: skip


def masked(phrase: str, names: Sequence[Span]) -> str:
    """The phrase with each outlet name replaced by one mark."""
    parts, at = [], 0
    for span in names:
        parts += [phrase[at : span.start], _MARK]
        at = span.end
    return " ".join("".join([*parts, phrase[at:]]).split())


def read_phrase(phrase: str, names: Sequence[Span], *, head_is_document: bool) -> Reading:
    """How the phrase stands to the outlets at `names` (in order, not overlapping, at least one)."""
    shown = masked(phrase, names)
    patterns = _patterns()
    if patterns["exactly"].match(shown):
        return Reading(Role.OUTLET)
    distant = _NOT_REPORTING.search(shown) is not None
    person = _person(shown, patterns)
    if person:
        return Reading(Role.PERSON if distant or not _speaks_for_it(shown, patterns) else Role.REPORTER, person)
    if not distant and (patterns["reporter"].search(shown) or patterns["reporter_of"].search(shown)):
        return Reading(Role.REPORTER)
    if patterns["house"].search(shown):
        return Reading(Role.HOUSE)
    if distant and (patterns["reporter"].search(shown) or patterns["reporter_of"].search(shown)):
        return Reading(Role.PERSON)
    if patterns["product"].search(shown) or patterns["product_by"].search(shown) or patterns["surveyed"].search(shown):
        return Reading(Role.OUTLET)
    return Reading(Role.DOCUMENT) if head_is_document else Reading(Role.OUTLET)


def _person(shown: str, patterns: dict[str, re.Pattern[str]]) -> str | None:
    """The name of the person the phrase is about, if it names one beside the outlet."""
    for key in ("possessive", "reporter"):
        match = patterns[key].search(shown)
        if match:
            name = _person_name(re.split(r"[,(]", match.group(1).lstrip(" ,—–-"))[0])
            if name:
                return name
    head = re.split(rf"[,(]| [—–-]+ | (?:of|for|at|from|with|in|on|to) (?:[Tt]he )?{_MARK}", shown)[0]
    after = re.sub(rf"^.*{_MARK}(?:['’]s?)?", "", head)
    return _person_name(after)


def _person_name(text: str) -> str | None:
    found = name_in(text.strip())
    return found.name if found and found.kind is SourceKind.PERSON and _MARK not in found.name else None


def _speaks_for_it(shown: str, patterns: dict[str, re.Pattern[str]]) -> bool:
    return any(patterns[key].search(shown) for key in ("reporter", "reporter_of", "possessive", "person_of"))
