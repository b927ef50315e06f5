"""The people an article names, and every place where it names them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from provaudit.attribute.body import Body
from provaudit.attribute.lexicon import word_list
from provaudit.model import Span

_PARTICLES: Final = r"de|da|del|della|der|di|du|la|le|van|von|al|bin|ibn|el|ten|ter|dos"
_WORD: Final = r"[A-Z][\w.’'\-]*\w"
_TITLES: Final = r"(?:(?:Rep|Sen|Gov|Gen|Mr|Mrs|Ms|Dr|Lt|Col|Sgt|Prof|Rev|Capt|Maj|Adm|Atty)s?\. )*"
_NAME: Final = re.compile(
    rf"{_TITLES}(?:{_WORD}|[A-Z]\.(?:[A-Z]\.)*|[A-Z])(?:,? (?:Jr|Sr)\.?"
    rf"|[ \u00a0](?:[A-Z]\.(?:[A-Z]\.)*|(?:{_PARTICLES}) (?=[A-Z])|[\"“'‘][A-Z]\w+[\"”'’]|{_WORD}))*"
)
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_OWNERS: Final = re.compile(r"['’]s ")
_COURTESY: Final = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "dame": "f", "lady": "f"}
_SUFFIXES: Final = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_NEXT_WORD: Final = re.compile(r" ([a-z\-]+)")
_ROLE_BEFORE: Final = re.compile(r"([a-z\-]+)[,’']* $")
_APPOSED: Final = re.compile(r", (?:an?|the|who|whose|his|her|then|now|\d\d)\b")
_SPEAKS: Final = re.compile(r" ?\b(?:said|says|told|wrote|added|asked)\b ?")
_AFFILIATION: Final = re.compile(r",? \(?([RD])[-–.]")
_PARTIES: Final = {
    "gop": "republican",
    "republican": "republican",
    "republicans": "republican",
    "democratic": "democrat",
    "democrat": "democrat",
    "r": "republican",
    "d": "democrat",
    "labour": "labour",
    "conservative": "conservative",
    "tory": "conservative",
    "libertarian": "libertarian",
}
_ROLES_LENGTH: Final = 60
_SPELT_OUT: Final = {
    "sen": "senator",
    "sens": "senator",
    "rep": "representative",
    "reps": "representative",
    "gov": "governor",
    "govs": "governor",
    "gen": "general",
    "dr": "doctor",
    "prof": "professor",
    "rev": "reverend",
    "sgt": "sergeant",
    "col": "colonel",
    "capt": "captain",
}
_POINTS: Final = frozenset({"east", "new", "north", "south", "west"})
_LONGEST_NAME: Final = 5
_NO_ROLES: Final = frozenset(
    {"acting", "assistant", "conservative", "deputy", "ex", "executive", "former", "principal", "private"}
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person under the fullest name of the text, titles left out; `gender` is "f", "m" or "" where unknown."""

    name: str
    surname: str
    gender: str
    roles: frozenset[str]


class Naming(NamedTuple):
    """One place that names a person (an index into `People.persons`)."""

    span: Span
    person: int
    owner: bool  # "Bo's", "the Bo campaign": names somebody, but speaks of something of theirs


@dataclass(frozen=True, slots=True)
class People:
    """Everybody named in an article, and the namings by position."""

    persons: tuple[Person, ...]
    namings: tuple[Naming, ...]

    def named_in(self, span: Span) -> tuple[Naming, ...]:
        """Return the namings that start in the span."""
        first = bisect_left(self.namings, span.start, key=lambda naming: naming.span.start)
        found = []
        for naming in self.namings[first:]:
            if naming.span.start >= span.end:
                break
            found.append(naming)
        return tuple(found)


class _Run(NamedTuple):
    """A run of capitalised words: its titles, its name's words, and whether something says that it is a person."""

    span: Span
    titles: tuple[str, ...]
    names: tuple[str, ...]
    person: bool
    described: bool
    owner: bool
    modifies: bool  # "the Bo campaign"
    roles: frozenset[str]


def people_of(body: Body, taken: Sequence[Span]) -> People:
    """Return the people that the body names; `taken` are the outlets' names, sorted, which are no people."""
    runs = list(_runs(body, taken))
    reused = {run.names[0] for run in runs if len(run.names) == 1}
    persons: list[Person] = []
    for run in runs:
        if len(run.names) >= 2 and (
            run.person or (run.described and (run.names[-1] in reused or (run.roles and len(run.names) == 2)))
        ):
            _add(persons, run)
    for run in runs:
        if run.person and run.titles and len(run.names) == 1 and not _fitting(run, persons):
            _add(persons, run)
    namings = []
    for run in runs:
        naming = _naming(run, persons)
        if naming is not None:
            namings.append(naming)
            one = persons[naming.person]
            persons[naming.person] = replace(one, roles=one.roles | run.roles)
    return People(tuple(persons), tuple(namings))


def _runs(body: Body, taken: Sequence[Span]) -> Iterator[_Run]:
    for block in body.blocks:
        for match in _NAME.finditer(body.text, block.start, block.end):
            span = Span(*match.span())
            at = bisect_left(taken, span.start, key=lambda one: one.end)
            if at < len(taken) and taken[at].meets(span) and span.end - taken[at].end < 3:
                continue
            run = _run(body, span)
            if run is not None:
                yield run


def _run(body: Body, span: Span) -> _Run | None:
    text = body.text[span.start : span.end]
    owner = bool(_POSSESSIVE.search(text))
    owned = list(_OWNERS.finditer(text))
    if owned:  # "NBC's Ann Bo"
        span = Span(span.start + owned[-1].end(), span.end)
    parts, span = _name_words(body.text, span)
    titles, names = _titled(parts)
    if not names or len(names) > _LONGEST_NAME or not _can_be_person(names):
        return None
    before = _ROLE_BEFORE.search(body.prose, max(0, span.start - 30), span.start)
    role_before = before is not None and before.group(1) in word_list("sources/titles") - _NO_ROLES
    given = names[0].lower() in word_list("sources/given_names")
    roles = _roles_around(body, span) | frozenset(_SPELT_OUT.get(title, title) for title in titles)
    person = bool(titles) or bool(owned) or given or role_before
    follows = _NEXT_WORD.match(body.prose, span.end)
    modifies = follows is not None and follows.group(1) in word_list("attribution/nouns_after_names")
    return _Run(span, titles, names, person, _is_described(body.prose, span), owner, modifies, roles)


def _name_words(text: str, span: Span) -> tuple[list[str], Span]:
    """The words of a run without quotes, suffixes and what opens the sentence, and the span they take."""
    parts = re.split(r"[ \u00a0]", _POSSESSIVE.sub("", text[span.start : span.end]))
    parts = [part.strip("\"“”‘’',") if part[:1] in "\"“‘'" else part.rstrip(",") for part in parts]
    parts = [part for part in parts if part]
    openers = word_list("stopwords_en") | word_list("attribution/sentence_openers")
    while parts and parts[0].lower() in openers:
        span = Span(span.start + len(parts[0]) + 1, span.end)
        parts.pop(0)
    while parts and parts[-1].lower() in _SUFFIXES:
        parts.pop()
    return parts, span


def _titled(parts: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Cut a run into titles and name: "Attorney General Ann Bo", "White House Counsel Ann Bo", "Rival Ann Bo"."""
    known, given = word_list("sources/titles"), word_list("sources/given_names")
    titles: list[str] = []
    while len(parts) > 1 and (parts[0].lower().rstrip(".") in known or " ".join(parts[:2]).lower() in known):
        titles.append(parts[0].lower().rstrip("."))
        parts = parts[1:]
    if titles:
        return tuple(titles), tuple(parts)
    for at in range(len(parts) - 2, -1, -1):
        if parts[at].lower().rstrip(".") in known:
            return (parts[at].lower().rstrip("."),), tuple(parts[at + 1 :])
    rival = len(parts) > 2 and parts[0].lower() not in given and parts[1].lower() in given
    return (), tuple(parts[1:] if rival else parts)


def _can_be_person(names: tuple[str, ...]) -> bool:
    """Whether no word of the name belongs to organisations, places or titles."""
    low = [name.lower() for name in names]
    if any(name in word_list("sources/organisation_words") for name in low):
        return False
    if len(low) > 1 and low[-1] in word_list("sources/titles"):
        return False
    placed = low[-1] in word_list("attribution/places") or low[0] in _POINTS
    return not placed or low[0] in word_list("sources/given_names")


def _is_described(prose: str, span: Span) -> bool:
    """Whether an apposition follows, or a verb of speech stands beside the name."""
    return (
        _APPOSED.match(prose, span.end) is not None
        or _SPEAKS.search(prose, max(0, span.start - 8), span.start) is not None
        or _SPEAKS.match(prose, span.end, span.end + 8) is not None
    )


def _roles_around(body: Body, span: Span) -> frozenset[str]:
    """The role words right before a name and in the apposition after it."""
    known = word_list("sources/titles") | word_list("attribution/womens_roles") | word_list("attribution/mens_roles")
    before = body.prose[max(0, span.start - 40) : span.start]
    words = re.split(r"[.,;:]", before)[-1].lower().split()[-4:]
    after = body.prose[span.end : span.end + _ROLES_LENGTH]
    if after.startswith(", "):
        words += re.split(r"[,.;]", after[2:])[0].lower().split()
    affiliation = _AFFILIATION.match(body.prose, span.end)
    party = (
        {_PARTIES[affiliation.group(1).lower()]}
        if affiliation
        else {_PARTIES[word] for word in words if word in _PARTIES}
    )
    return frozenset(word for word in words if word in known) | party


def party_of(words: Iterable[str]) -> str:
    """Return the one party that words name, "" without one."""
    parties = {_PARTIES[word] for word in words if word in _PARTIES}
    return parties.pop() if len(parties) == 1 else ""


def _gender(run: _Run) -> str:
    for title in run.titles:
        if title in _COURTESY:
            return _COURTESY[title]
    if run.roles & word_list("attribution/womens_roles"):
        return "f"
    if run.roles & word_list("attribution/mens_roles"):
        return "m"
    first = run.names[0].lower()
    if first in word_list("attribution/names_of_either") or len(run.names) < 2:
        return ""
    if first in word_list("attribution/womens_names"):
        return "f"
    return "m" if first in word_list("sources/given_names") else ""


def _add(persons: list[Person], run: _Run) -> None:
    """Add a person, or give the one of the same first and last name the fuller name and the new roles."""
    name, surname = " ".join(run.names), run.names[-1]
    for index, person in enumerate(persons):
        if person.surname == surname and len(run.names) > 1 and _same_first(person.name.split()[0], run.names[0]):
            fuller = name if len(name) > len(person.name) else person.name
            persons[index] = replace(
                person, name=fuller, gender=person.gender or _gender(run), roles=person.roles | run.roles
            )
            return
    persons.append(Person(name, surname, _gender(run), run.roles))


def _same_first(one: str, other: str) -> bool:
    return one == other or (len(one) > 2 and len(other) > 2 and (one.startswith(other) or other.startswith(one)))


def _fitting(run: _Run, persons: list[Person]) -> list[int]:
    """The persons a run of words can name: of that surname, and of the sex its title tells."""
    surname = run.names[-1]
    same = [index for index, person in enumerate(persons) if person.surname == surname]
    if len(run.names) >= 2:
        same = [index for index in same if _same_first(persons[index].name.split()[0], run.names[0])]
    elif not same:
        same = [index for index, person in enumerate(persons) if person.name.split()[0] == surname]
    gender = next((_COURTESY[title] for title in run.titles if title in _COURTESY), "")
    return [index for index in same if not gender or persons[index].gender in (gender, "")]


def _naming(run: _Run, persons: list[Person]) -> Naming | None:
    same = _fitting(run, persons)
    if len(same) > 1:
        same = _likeliest(same, run, persons)
    return Naming(run.span, same[0], run.owner or run.modifies) if len(same) == 1 else None


def _likeliest(same: list[int], run: _Run, persons: list[Person]) -> list[int]:
    """Between namesakes: the one of the same title, else the one without a first name, else who is named first."""
    titled = [index for index in same if run.roles & persons[index].roles & word_list("sources/titles")]
    if len(titled) == 1:
        return titled
    bare = [index for index in same if persons[index].name == persons[index].surname]
    return bare if len(bare) == 1 and run.titles else same[:1]
