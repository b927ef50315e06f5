"""Names of people and organisations: cut out of titles and descriptions, and the short form tied to the full one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from provaudit.identify.spelling import fold, name_key, without_possessive
from provaudit.identify.wordlists import word_list
from provaudit.model import SourceKind

_CUT = re.compile(
    r"\s*(?:[,(;:—–]|\s(?:who|whose|whom|that|which|from|at|for|on|in|told|said|of|with|by|after|when|as|to|across|like|including|such)\s|\s-\s|\s[a-z]+ing (?:an?|the|his|her|their|its|for|in|on|with|to)\s)"
)
_PARTICLES = frozenset("al bin da de del della den der di dos du el ibn la le ten ter van von y al- ul".split())
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"})
_KEPT_TITLES = frozenset(
    {
        "pope",
        "king",
        "queen",
        "prince",
        "princess",
        "sheikh",
        "lord",
        "lady",
        "emperor",
        "duke",
        "sultan",
        "ayatollah",
        "mullah",
    }
)
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]+s?|(?:[A-Z]\.){2,}[A-Z]?")
_INITIAL = re.compile(r"(?:[A-Z]\.?){1,2}")
_LONGEST_NAME = 5
_BODY = re.compile(
    r"(?:[Tt]he |(?!(?:of|for|at|from|in|by|to|with|on|a|an)\b)[a-z-]+ )*((?:[A-Z][\w.’'&-]* )*?([A-Z][\w-]+) (?:of|for|on|to|against|in) (?:the )?[A-Z][\w.’'&-]*"
    r"(?: (?:of|for|on|and|the|our|&|[A-Z][\w.’'&-]*))*)"
)
_DESCRIBES_FIRST = re.compile(r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|\w+['’]s) [a-z]")
# Words that open a sentence, not a name.
_OPENERS = frozenset(
    "both even only like but and when as with while although though if then for in on at from by".split()
)
_TRAILING_SMALL = re.compile(r"(?:['’]s?|(?: (?:of|for|on|and|the|our|&))+)$")
# Titles that are surnames as well: "Dean said" is no dean where no article stands before it.
_SURNAMES_TOO = frozenset(
    {"dean", "king", "prince", "bishop", "major", "baron", "duke", "page", "lord", "pope", "judge"}
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name and what bears it."""

    kind: SourceKind
    name: str


def name_in(text: str) -> Named | None:
    """The person or organisation a noun phrase names, without titles; None where it names nobody.

    "White House spokesman Sean Spicer" → Sean Spicer; "the firm's chief executive, Ann Lee," → Ann Lee;
    "the Sierra Club" → an organisation; "a nurse" → None.
    """
    text = text.strip(" \"'“”‘’,;:")
    if _DESCRIBES_FIRST.match(text):
        found = _named_after_comma(text)
        if found:
            return found
    body = _long_body(text)
    if body:
        return Named(SourceKind.ORGANISATION, body)
    cut = _CUT.search(text)
    found = _name_in_phrase((text[: cut.start()] if cut else text).strip(" \"'“”‘’"))
    if found is None and cut and cut.group().strip() == "of":
        # "chief of staff Don Regan, who …"
        further = _CUT.search(text, cut.end())
        found = _name_in_phrase(text[: further.start()] if further else text)
        # "critics of Don Regan" are not he: something of the title has to stand between.
        follows = found and re.search(rf"\bof (?:the )?{re.escape(found.name)}", text)
        found = found if found and " " in found.name and not follows else None
    return found or _named_after_comma(text)


def _long_body(text: str) -> str | None:
    """ "the Center for Tax Policy at Ohio State" → "Center for Tax Policy": a body whose name runs over small words."""
    match = _BODY.match(text)
    if not match or fold(match.group(2)) not in word_list("sources/organisation_words"):
        return None
    return _TRAILING_SMALL.sub("", match.group(1))


def _named_after_comma(text: str) -> Named | None:
    """The name that follows a description: "her senior adviser, Jake Roe,"."""
    pieces = re.split(r", | [—–-]{1,2} ", text)
    if len(pieces) == 1 or not pieces[0][-1:].islower():
        return None
    name = re.split(r"\s(?:who|said|told|of|from|and|as)\s", pieces[1])[0].strip(" ,—–\"'“”‘’")
    words = [word for word in name.split() if fold(word.strip(".")) not in word_list("sources/titles")]
    is_name = len(words) > 1 and all(word[:1].isupper() for word in words) and len(words) <= _LONGEST_NAME
    sure = is_name and fold(words[0]) in word_list("sources/given_names")
    if is_name and (sure or not re.search(r"\b(?:at|in|of|from|for)\b", pieces[0])):
        found = _name_in_phrase(" ".join(words))
        return (
            found
            if found and found.kind is SourceKind.PERSON and name_key(name) not in word_list("sources/places")
            else None
        )
    return None


def _name_in_phrase(phrase: str) -> Named | None:
    words = re.sub(r"\s+(?:himself|herself|itself)$", "", phrase).split()
    words = [word for word in words if word]
    run = _last_capital_run(words)
    if not run:
        return None
    described = len(run) < len(words) - (words[0].casefold() == "the")
    whole, run = run, _from_the_given_name(run)
    titled, name = _without_titles(run)
    if not name or (described and len(run) == 1 and fold(run[0]) in _SURNAMES_TOO):
        return None
    text = " ".join(name).strip("\"'“”‘’,") if len(name) > 1 else without_possessive(name[0]).strip("\"'“”‘’,")
    text = text if fold(name[-1].strip(".,")) in _SUFFIXES or _INITIAL.fullmatch(name[-1]) else text.rstrip(".")
    if not text:
        return None
    described = described or bool(titled) or run != whole
    with_the = words[0].casefold() == "the" and not described
    return Named(_bearer(text, with_the=with_the, described=described), text)


def _last_capital_run(words: list[str]) -> list[str]:
    """The capitalised words at the end of the phrase, particles inside them included."""
    run: list[str] = []
    for word in reversed(words):
        bare = word.strip("\"'“”‘’(")
        if (bare[:1].isupper() and not (run and re.search(r"['’]s?$", bare))) or (
            run and bare.casefold() in _PARTICLES
        ):
            run.insert(0, bare)
        else:
            break
    dropped = _PARTICLES | _OPENERS | {"the", "a", "an"}
    while len(run) > 1 and run[0].casefold() in dropped and not _is_surname_particle(run):
        run.pop(0)
    return run if run and run[0].casefold() not in {"the", "a", "an"} else []


def _from_the_given_name(run: list[str]) -> list[str]:
    """The run without what a description left before the name: "State Hillary Clinton" → "Hillary Clinton"."""
    given = word_list("sources/given_names")
    if len(run) > len("Hillary Clinton".split()) and fold(run[0]) not in given:
        for number, word in enumerate(run[1:-1], 1):
            if fold(word) in given:
                return run[number:]
    return run


def _is_surname_particle(run: list[str]) -> bool:
    return run[0].casefold() in _PARTICLES and len(run) == len("de Blasio".split())


def _without_titles(run: list[str]) -> tuple[list[str], list[str]]:
    titles = word_list("sources/titles")
    last = -1
    for number, word in enumerate(run[:-1]):
        follows = fold(run[number + 1].strip(".,"))
        if fold(word.strip(".,")) in titles and follows not in _SUFFIXES:
            last = number
    if last == 0 and len(run) == len("Pope Francis".split()) and fold(run[0]) in _KEPT_TITLES:
        return run[:1], run
    # "the Defense Secretary" is nobody's name, "Carole King" is.
    first_is_given = len(run) > 1 and fold(run[0]) in word_list("sources/given_names")
    few = len(run) <= len("Attorney General".split())
    only_a_title = last == -1 and fold(run[-1].strip(".,")) in titles and few and not first_is_given
    if only_a_title and (len(run) > 1 or fold(run[0]) not in _SURNAMES_TOO):
        return run, []
    return run[: last + 1], run[last + 1 :]


def _bearer(name: str, *, with_the: bool, described: bool) -> SourceKind:
    words = [fold(word.strip(".,")) for word in name.split()]
    if len(words) == 1 and (words[0] in word_list("sources/organisations") or _ACRONYM.fullmatch(name)):
        return SourceKind.ORGANISATION
    if not described:
        if name.casefold() in word_list("sources/organisations") or _ACRONYM.fullmatch(name):
            return SourceKind.ORGANISATION
        if words[-1] in {"republican", "democrat", "conservative", "independent"}:
            return SourceKind.PERSON  # "the Ohio Republican" is a member
        if len(words) > 1 and any(word in word_list("sources/organisation_words") for word in words):
            return SourceKind.ORGANISATION
        if with_the or len(words) > _LONGEST_NAME:
            return SourceKind.ORGANISATION
    elif (
        len(words) > 1
        and words[-1] in word_list("sources/organisation_words")
        and words[0] not in word_list("sources/given_names")
    ):
        return SourceKind.ORGANISATION
    return SourceKind.PERSON


def _given_and_surname(name: str) -> tuple[str, str]:
    words = [fold(word.strip(".,")) for word in name.split()]
    suffix = [word for word in words[1:] if word in _SUFFIXES]
    words = [word for word in words if word not in _SUFFIXES] or words
    given = "" if len(words) == 1 or words[0] in _PARTICLES else words[0]
    return given, " ".join([words[-1], *suffix])


class People:
    """The people an article names in full, by surname and by given name."""

    def __init__(self, text: str, full_names: Iterable[str]) -> None:
        self._text = text
        self._full: dict[tuple[str, str], str] = {}
        for name in full_names:
            self._add(name)
        self._found: dict[str, str] = {}

    def _add(self, name: str) -> None:
        key = _given_and_surname(name)
        if key[0] and len(name.split()) > len(self._full.get(key, "").split()):
            self._full[key] = name

    def full_name(self, name: str) -> str:
        """The fullest form of a person's name; the name itself where no single one is left."""
        given, surname = _given_and_surname(name)
        if given:
            return self._full.get((given, surname), name)
        if surname not in self._found:
            self._found[surname] = self._single(surname, name) or name
        return self._found[surname]

    def _single(self, surname: str, written: str) -> str | None:
        """The one bearer of the surname; of several the first, where a title introduces that one."""
        sources = [full for (_, last), full in self._full.items() if last == surname]
        others = [full for full in self._in_text(written) if not any(_one_person(full, source) for source in sources)]
        bearers = sources + others
        if not sources and surname in word_list("sources/given_names"):
            bearers = []
        if not bearers and surname in word_list("sources/given_names"):
            bearers = [full for (given, _), full in self._full.items() if given == surname]
        if len(bearers) > 1:
            # The one whom the text introduces first, and with a title, is the one it goes on to call by surname.
            first = min(bearers, key=lambda full: self._text.find(full) % (len(self._text) + 1))
            bearers = [first] if self._is_introduced_by_title(first) else []
        return bearers[0] if len(bearers) == 1 else None

    def _is_introduced_by_title(self, full: str) -> bool:
        before = self._text[: max(0, self._text.find(full))].split()
        return bool(before) and fold(before[-1].strip(".,")) in word_list("sources/titles")

    def _in_text(self, written: str) -> list[str]:
        """Full names of that surname anywhere in the text, told by a known given name before it."""
        pattern = (
            rf"\b([A-Z][\w’'-]+)((?: [A-Z]\.| [A-Z][\w’'-]+)?) {re.escape(written)}(?![\w-])(?! (?:Jr|Sr)\b)(?! [A-Z])"
        )
        found: dict[tuple[str, str], str] = {}
        for match in re.finditer(pattern, self._text):
            words = match.group().split()
            given = word_list("sources/given_names")
            while words and fold(words[0]) not in given:
                words.pop(0)
            if len(words) > 1:
                full = " ".join(words)
                key = _given_and_surname(full)
                found[key] = max(full, found.get(key, ""), key=lambda name: len(name.split()))
        return list(found.values())


def _one_person(one: str, other: str) -> bool:
    return _given_and_surname(one) == _given_and_surname(other)


class Organisations:
    """The organisations an article names, so that an acronym and the name it stands for are one."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_initials: dict[str, str] = {}
        for name in names:
            initials = "".join(word[0] for word in name.split() if word[:1].isupper())
            if len(initials) > 1 and len(name.split()) > 1:
                self._by_initials.setdefault(initials, name)

    def full_name(self, name: str) -> str:
        """The name in full where the text has it, else the name itself."""
        return self._by_initials.get(name.replace(".", ""), name)
