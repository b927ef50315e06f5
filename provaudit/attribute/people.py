"""The people an article names, and every place where it names them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from provaudit.attribute.body import Body
from provaudit.attribute.cues import title_case
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.names import COURTESY, Run, runs
from provaudit.model import Span

_LONGEST_HEAD: Final = 160  # characters


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

    def naming_over(self, span: Span) -> Naming | None:
        """Return the naming that begins before the span and reaches into it: "Rival Ann Bo" for "Ann Bo"."""
        index = bisect_left(self.namings, span.start, key=lambda naming: naming.span.start) - 1
        before = self.namings[index] if index >= 0 else None
        return before if before is not None and before.span.end > span.start else None

    def named_in(self, span: Span) -> tuple[Naming, ...]:
        """Return the namings that start in the span."""
        first = bisect_left(self.namings, span.start, key=lambda naming: naming.span.start)
        last = bisect_left(self.namings, span.end, key=lambda naming: naming.span.start)
        return self.namings[first:last]


def people_of(body: Body, taken: Sequence[Span]) -> People:
    """Return the people that the body names; `taken` are the outlets' names, sorted, which are no people."""
    everyone = list(runs(body, taken))
    heads = _heads(body)
    in_heads = [run for run in everyone if any(head.holds(run.span) for head in heads)]
    found = [run for run in everyone if run not in in_heads] if in_heads else everyone
    reused = {run.names[0] for run in found if len(run.names) == 1}
    register = _Register()
    for run in in_heads:
        if _is_named_below(run, found):
            register.add(run._replace(names=run.names[:2]))
    for run in found:
        plain = run.described and (run.names[-1] in reused or (bool(run.roles) and len(run.names) == 2))
        if len(run.names) >= 2 and (run.person or plain):
            register.add(run)
    for run in found:
        if run.person and run.titles and len(run.names) == 1 and not register.fitting(run):
            register.add(run)
    namings = tuple(naming for run in everyone if (naming := register.naming(run)) is not None)
    return People(tuple(register.persons), namings)


def _heads(body: Body) -> list[Span]:
    """Headlines in title case, in which every word may look like a name: "Aide Says"."""
    short = [block for block in body.blocks if block.end - block.start < _LONGEST_HEAD]
    bare = (block for block in short if block == body.blocks[0] or body.text[block.end - 1] != ".")
    return [block for block in bare if title_case(body.words(block))]


def _is_named_below(run: Run, found: Sequence[Run]) -> bool:
    """Whether a headline's words begin with a first name and a surname that the text goes on to use."""
    given = len(run.names) > 1 and run.names[0].lower() in word_list("sources/given_names")
    return given and any(run.names[1] == other.names[-1] for other in found)


class _Register:
    """The persons met so far, by surname and by first name."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self._by_surname: dict[str, list[int]] = {}
        self._by_first: dict[str, list[int]] = {}

    def add(self, run: Run) -> None:
        """Add a person, or give the one of the same first and last name the fuller name and the new roles."""
        name, surname = " ".join(run.names), run.names[-1]
        for index in self._by_surname.get(surname, ()):
            person = self.persons[index]
            if len(run.names) > 1 and _same_first(person.name.split()[0], run.names[0]):
                fuller = max(person.name, name, key=len)
                gender, roles = person.gender or _gender(run), person.roles | run.roles
                self.persons[index] = replace(person, name=fuller, gender=gender, roles=roles)
                return
        self._by_surname.setdefault(surname, []).append(len(self.persons))
        self._by_first.setdefault(run.names[0], []).append(len(self.persons))
        self.persons.append(Person(name, surname, _gender(run), run.roles))

    def fitting(self, run: Run) -> list[int]:
        """The persons a run of words can name: of that surname, and of the sex its title tells."""
        surname = run.names[-1]
        same = list(self._by_surname.get(surname, ()))
        if len(run.names) >= 2:
            same = [index for index in same if _same_first(self.persons[index].name.split()[0], run.names[0])]
        elif not same:
            same = list(self._by_first.get(surname, ()))
        gender = _courtesy(run)
        return [index for index in same if not gender or self.persons[index].gender in (gender, "")]

    def naming(self, run: Run) -> Naming | None:
        """Return whom a run names, and learn the roles it tells."""
        same = self.fitting(run)
        if len(same) > 1:
            same = self._likeliest(same, run)
        if len(same) != 1:
            return None
        person = self.persons[same[0]]
        self.persons[same[0]] = replace(person, roles=person.roles | run.roles)
        return Naming(run.span, same[0], run.owner or run.modifies)

    def _likeliest(self, same: list[int], run: Run) -> list[int]:
        """Between namesakes: the one of the same title, else the one without a first name, else the first named."""
        titles = run.roles & word_list("sources/titles")
        titled = [index for index in same if titles & self.persons[index].roles]
        if len(titled) == 1:
            return titled
        bare = [index for index in same if self.persons[index].name == self.persons[index].surname]
        return bare if len(bare) == 1 and run.titles else same[:1]


def _courtesy(run: Run) -> str:
    return next((COURTESY[title] for title in run.titles if title in COURTESY), "")


def _gender(run: Run) -> str:
    if _courtesy(run):
        return _courtesy(run)
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


def _same_first(one: str, other: str) -> bool:
    """Whether two first names are one: the same, or one short for the other."""
    return one == other or (min(len(one), len(other)) > 2 and (one.startswith(other) or other.startswith(one)))
