"""Ties the short form of a name to the full one, where exactly one bearer is left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from provaudit.identify.names import name_in
from provaudit.identify.spelling import fold
from provaudit.identify.wordlists import word_list
from provaudit.model import Article, Attribution, BlockKind, SourceKind

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"})
_DEFINITE_AND_NAME = re.compile(r"((?:the|his|her|their|its|my|our) [a-z][a-z -]*), (?=[A-Z])", re.IGNORECASE)
_AND = re.compile(r",? and |,? & |; ")

Key = tuple[str, str]  # given name and surname, folded


def full_names(attributions: Sequence[Attribution]) -> tuple[list[str], list[str]]:
    """The names of people and of organisations that the source mentions give, in order."""
    people: list[str] = []
    bodies: list[str] = []
    for attribution in attributions:
        mention = attribution.source
        for text in (mention.refers_to, mention.text) if mention else ():
            for part in _AND.split(text) if text else ():
                found = name_in(part)
                if found:
                    (people if found.kind is SourceKind.PERSON else bodies).append(found.name)
    return people, bodies


def descriptions(attributions: Sequence[Attribution]) -> dict[str, str]:
    """Whom a definite description means where a mention names him beside it: "her son, Luke" → her son is Luke."""
    named: dict[str, set[str]] = {}
    for attribution in attributions:
        text = attribution.source.text if attribution.source else ""
        described = _DEFINITE_AND_NAME.match(text)
        found = name_in(text) if described else None
        if described and found and found.kind is SourceKind.PERSON and found.name in text[described.end() :]:
            named.setdefault(described.group(1).casefold(), set()).add(found.name)
    return {words: names.pop() for words, names in named.items() if len(names) == 1}


def _key(name: str) -> Key:
    """Given name ("" where there is none) and surname with its suffix."""
    words = [fold(word.strip(".,")) for word in name.split()]
    suffix = [word for word in words[1:] if word in _SUFFIXES]
    words = [word for word in words if word not in _SUFFIXES] or words
    given = "" if len(words) == 1 or words[0] in word_list("sources/name_particles") else words[0]
    return given, " ".join([words[-1], *suffix])


def _fullness(name: str) -> tuple[int, bool]:
    """More words are fuller; of two spellings of as many, the one that is not shouted ("JANE ROE")."""
    return len(name.split()), not name.isupper()


def is_shouted(name: str, text: str) -> bool:
    """Whether capitals are a transcript's ("ROE: …"), not initials: the text has the word in small letters too."""
    if len(name) < 3 or not name.isupper() or not name.isalpha():
        return False
    return re.search(rf"\b{name.capitalize()}\b", text) is not None


class People:
    """The people an article names in full, by surname and by given name."""

    def __init__(self, article: Article, names: Iterable[str]) -> None:
        self._text = article.text
        heads = [block.span.end for block in article.blocks if block.kind is BlockKind.HEADLINE]
        self._body_start = max(heads, default=0)  # a headline gives surnames alone
        self._full: dict[Key, str] = {}
        for name in names:
            key = _key(name)
            if key[0] and _fullness(name) > _fullness(self._full.get(key, "")):
                self._full[key] = name
        self._found: dict[str, str] = {}

    def full_name(self, name: str) -> str:
        """The fullest form of a person's name; the name itself where no single one is left."""
        given, surname = _key(name)
        if given:
            return self._full.get((given, surname), name)
        if surname not in self._found:
            self._found[surname] = self._only_bearer(surname, name) or name
        return self._found[surname]

    def _only_bearer(self, surname: str, written: str) -> str | None:
        """The one bearer of the surname; of several the first, where a title introduces that one."""
        sources = {key: full for key, full in self._full.items() if key[1] == surname}
        is_a_given_name = surname in word_list("sources/given_names")
        if not sources and is_a_given_name:
            bearers = [full for (given, _), full in self._full.items() if given == surname]
        else:
            bearers = list((self._in_text(written) | sources).values())
        if len(bearers) == 1 and self._is_somebody_else(written, bearers[0]):
            return None
        if len(bearers) > 1:
            first = min(bearers, key=lambda full: self._text.find(full) % (len(self._text) + 1))
            # A text calls by surname alone the one whom it introduced, not the others of that name.
            bearers = [first] if self._is_introduced_by_title(first) else []
        return bearers[0] if bearers else None

    def _is_somebody_else(self, surname: str, full: str) -> bool:
        """Whether the body speaks of "President Obama" before it names Michelle Obama: then Obama is not she."""
        named_at = self._text.find(full, self._body_start)
        for match in re.finditer(rf"\b([A-Z][a-z]+)\.? {re.escape(surname)}\b", self._text[self._body_start :]):
            if fold(match.group(1)) in word_list("sources/titles"):
                return match.end() - len(surname) + self._body_start < named_at
        return False

    def _is_introduced_by_title(self, full: str) -> bool:
        before = self._text[: max(0, self._text.find(full))].split()
        return bool(before) and fold(before[-1].strip(".,")) in word_list("sources/titles")

    def _in_text(self, written: str) -> dict[Key, str]:
        """Full names of that surname anywhere in the text, told by a known given name before it."""
        given = word_list("sources/given_names")
        pattern = (
            rf"\b([A-Z][\w’'-]+)((?: [A-Z]\.| [A-Z][\w’'-]+)?) {re.escape(written)}(?![\w-])(?! (?:Jr|Sr)\b)(?! [A-Z])"
        )
        found: dict[Key, str] = {}
        for match in re.finditer(pattern, self._text):
            words = match.group().split()
            while words and fold(words[0]) not in given:
                words.pop(0)
            if len(words) > 1:
                full = " ".join(words)
                key = _key(full)
                found[key] = max(found.get(key, ""), full, key=lambda name: len(name.split()))
        return found


class Organisations:
    """The organisations an article names, so that an acronym and the name it stands for are one."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_initials: dict[str, str] = {}
        for name in names:
            initials = "".join(word[0] for word in name.split() if word[:1].isupper())
            if len(initials) > 1 and " " in name:
                self._by_initials.setdefault(initials, name)

    def __contains__(self, initials: str) -> bool:
        return initials in self._by_initials

    def full_name(self, name: str) -> str:
        """The name in full where the text has it, else the name itself."""
        return self._by_initials.get(name.replace(".", ""), name)
