"""How a source phrase stands to the outlets it names: the outlet itself, its poll, its reporter, its owner, its guest.

The phrase is read with each outlet's name replaced by one mark, so that a pattern sees "a ◆ report" and "◆'s Jane Roe".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import cache
from typing import NamedTuple

from provaudit.identify.names import name_in
from provaudit.identify.spelling import fold
from provaudit.identify.wordlists import word_list
from provaudit.model import SourceKind, Span

_MARK = "◆"
_THE_MARK = rf"(?:[Tt]he )?{_MARK}"
_JOIN = r"(?:,? and |, |,? or | ?& | ?/ ?| ?[-–] ?)"
# "the now-defunct ◆"
_AN_OUTLET = rf"(?:[Tt]he )?(?:[a-z][\w-]* ){{0,2}}?{_MARK}"
AFFILIATE = re.compile(
    r"\baffiliates?\b|\b(?:ABC|NBC|CBS|Fox|CW|PBS|NPR|Univision) (?:television |TV |radio )?station\b"
)
OUR_COLLEAGUES = re.compile(
    r"(?:our|my) (?:[a-z]+ )?(?:colleagues?|partners?|friends) (?:over )?(?:at|from|in) ", re.IGNORECASE
)
_ITS_PUBLIC = re.compile(rf"{_MARK}(?:['’]s?)? (?:[a-z]+ )?(?:readers|viewers|listeners|subscribers|followers|fans)\b")
# What goes on from an outlet's name and is its own: "CNN Sport Europe".
_ITS_SERVICE = re.compile(r" (?:Radio|Television|TV|News|Sports?|Online|World Service)\b")
_SOME = r"(?:[\w’'\-.]+ ){0,5}?"
_COUNTED_BY = r"(?:surveyed|polled|compiled|reported|analy[sz]ed|tallied|counted)"


class Role(Enum):
    """What the phrase names: outlets, who speaks for one, somebody or something beside one, a house's voice."""

    OUTLET = "outlet"
    REPORTER = "reporter"
    PERSON = "person"
    DOCUMENT = "document"
    HOUSE = "house"


class Reading(NamedTuple):
    """A role, and the person's name where the phrase gives one."""

    role: Role
    name: str | None = None


class _Patterns(NamedTuple):
    exactly: re.Pattern[str]
    possessive: re.Pattern[str]
    reporter: re.Pattern[str]
    reporter_of: re.Pattern[str]
    person_of: re.Pattern[str]
    house: re.Pattern[str]
    distant: re.Pattern[str]
    works: tuple[re.Pattern[str], ...]


@cache
def _patterns() -> _Patterns:
    role, work = _any_of("journalist_roles"), _any_of("products")
    by = r"(?:(?:published|conducted|commissioned) )?(?:by|from|in|of|on|at|for|with|to|via)"
    return _Patterns(
        exactly=re.compile(rf"^{_THE_MARK}(?:{_JOIN}{_THE_MARK})*(?:['’]s?)?(?: itself| alone| both)?$"),
        possessive=re.compile(rf"(?:^|, ){_THE_MARK}['’]s? (.+)$", re.DOTALL),
        reporter=re.compile(rf"{_MARK}(?:['’]s?)?,? {_SOME}{role}s?\b(?! (?:board|poll))(.*)", re.DOTALL),
        reporter_of=re.compile(rf"\b{role}\b[^.;]*?\b(?:of|for|at|from|with|in)\b {_THE_MARK}"),
        person_of=re.compile(rf"^([^,]+?),? (?:[^,]*?,? )?(?:\(|of |for |at |from |with ){_AN_OUTLET}"),
        house=re.compile(
            rf"{_MARK}(?:['’]s?)? {_SOME}{_any_of('house_roles')}\b"
            rf"|\b{_any_of('house_roles')}\b(?: (?!told|said)\w+){{0,2}}? (?:for|of|at|with) {_AN_OUTLET}",
            re.IGNORECASE,
        ),
        # Those who speak for a house as a business, or have left it: their words are not its reporting.
        distant=re.compile(rf"\b{_any_of('distant_roles')}\b", re.IGNORECASE),
        works=(
            re.compile(rf"{_MARK}(?:['’]s?)? {_SOME}{work}\b", re.IGNORECASE),
            re.compile(rf"\b{work}\b[^.;]*?\b{by}\b {_THE_MARK}", re.IGNORECASE),
            re.compile(rf"(?<!first )\b{_COUNTED_BY} (?:by|for) {_THE_MARK}"),  # "papers first reported by ◆" are not
        ),
    )


def _any_of(name: str) -> str:
    words = sorted(word_list(f"sources/{name}"), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) for word in words) + ")"


def read_phrase(phrase: str, names: Sequence[Span], *, head_is_document: bool) -> Reading:
    """How the phrase stands to the outlets at `names` (in order, not overlapping, at least one)."""
    shown, patterns = _masked(phrase, names), _patterns()
    if patterns.exactly.match(shown):
        return Reading(Role.OUTLET)
    reports = patterns.reporter.search(shown) or patterns.reporter_of.search(shown)
    distant = patterns.distant.search(shown)
    person = _person(shown, patterns)
    if person:
        speaks = reports or patterns.possessive.search(shown) or patterns.person_of.search(shown)
        return Reading(Role.REPORTER if speaks and not distant else Role.PERSON, person)
    if reports and not distant:
        return Reading(Role.REPORTER)
    return Reading(_without_a_person(shown, patterns, reports=bool(reports), head_is_document=head_is_document))


def _without_a_person(shown: str, patterns: _Patterns, *, reports: bool, head_is_document: bool) -> Role:
    if patterns.house.search(shown):
        return Role.HOUSE
    if reports or _ITS_PUBLIC.search(shown):  # "former ◆ reporters"
        return Role.PERSON
    if any(work.search(shown) for work in patterns.works) or not head_is_document:
        return Role.OUTLET
    return Role.DOCUMENT


def _masked(phrase: str, names: Sequence[Span]) -> str:
    parts, at = [], 0
    for span in names:
        parts += [phrase[at : span.start], _MARK]
        at = span.end
    return " ".join("".join([*parts, phrase[at:]]).split())


def _person(shown: str, patterns: _Patterns) -> str | None:
    """The name of the person the phrase is about, if it names one beside the outlet."""
    for pattern in (patterns.possessive, patterns.reporter):
        match = pattern.search(shown)
        name = _person_name(re.split(r"[,(]", match.group(1).lstrip(" ,—–-"))[0]) if match else None
        if name:
            return name
    head = re.split(rf"[,(]| [—–-]+ | (?:of|for|at|from|with|in|on|to) {_AN_OUTLET}", shown)[0]
    after = re.sub(rf"^.*{_MARK}(?:['’]s?)?", "", head)
    if _ITS_SERVICE.match(after):
        return None
    # "◆ and ◆ Sport NZ": what goes on from a second name is a person where it starts with a first name.
    goes_on = shown.count(_MARK) > 1 and re.search(rf"{_MARK} [A-Z]", head) is not None
    first = after.split()[:1]
    goes_on = goes_on and not (first and fold(first[0]) in word_list("sources/given_names"))
    return None if goes_on else _person_name(after)


def _person_name(text: str) -> str | None:
    found = name_in(text.strip())
    if text.strip().casefold() in word_list("sources/products") | word_list("sources/document_nouns"):
        return None  # "Reports from ◆"
    return found.name if found and found.kind is SourceKind.PERSON and _MARK not in found.name else None
