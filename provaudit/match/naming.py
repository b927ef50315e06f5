"""The proper names of a text, by their capitals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from provaudit.match import lexicon
from provaudit.match.reading import Reading
from provaudit.match.stems import stem


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name in the words start … end - 1; `keys` are its folded words without titles, the last one first."""

    start: int
    end: int
    keys: tuple[str, ...]

    def same(self, other: Name) -> bool:
        """Whether both may be one: the one's words are all among the other's, an alias, or an acronym of the other."""
        mine, theirs = {_singular(key) for key in self.keys}, {_singular(key) for key in other.keys}
        if mine <= theirs or theirs <= mine:
            return True
        if len(self.keys) > 1 < len(other.keys) and self.keys[0] == other.keys[0] and _given_alike(self, other):
            return True
        return _acronym(self, other) or _acronym(other, self) or bool(aliases(self) & aliases(other))


def names(reading: Reading, first: int = 0, last: int | None = None, *, known: Reading | None = None) -> list[Name]:
    """The proper names of the words first … last - 1, by their capitals; none in a text set in title case.

    A single word that starts a sentence is one where it has its capital inside a sentence too, here or in `known`.
    """
    end = len(reading) if last is None else last
    if _is_headline(reading, first, end):
        return []
    found: list[Name] = []
    at = first
    while at < end:
        if not _capital(reading, at):
            at += 1
            continue
        stop = _run_end(reading, at, end)
        name = _name(reading, at, stop, known)
        if name is not None:
            found.append(name)
        at = max(stop, at + 1)
    return found


def _is_headline(reading: Reading, first: int, last: int) -> bool:
    words = [place for place in range(first, last) if reading.forms[place][0].isalpha()]
    capitals = sum(1 for place in words if reading.raw(place)[0].isupper())
    return len(words) > 4 and capitals > 0.6 * len(words)


def _capital(reading: Reading, at: int) -> bool:
    form = reading.forms[at]
    return reading.raw(at)[0].isupper() and form[0].isalpha() and form != "i" and not form.startswith("i'")


def _run_end(reading: Reading, at: int, end: int) -> int:
    """One past the last word of the run of capitalised words that starts here ("of" may stand inside)."""
    stop = at
    while stop < end and _capital(reading, stop) and (stop == at or _touches(reading, stop)):
        stop += 1
        if reading.forms[stop - 1].endswith("'s"):
            break
        if stop + 1 < end and reading.forms[stop] in {"of", "de", "van", "bin", "al"} and _capital(reading, stop + 1):
            stop += 1
    return stop


def _touches(reading: Reading, at: int) -> bool:
    """Whether only a space, a full stop of an initial or a hyphen stands before this word."""
    between = reading.text[reading.ends[at - 1] : reading.starts[at]]
    return between in {" ", ". ", "-", "\n", "\u00a0"} and not reading.begins(at)


def _name(reading: Reading, start: int, stop: int, known: Reading | None) -> Name | None:
    first_of_sentence = start < len(reading) and reading.begins(start)
    if first_of_sentence and start < stop and _is_common(reading, start):
        start += 1
    skipped = lexicon.words("not_names") | lexicon.words("stop_words")
    words = [
        place for place in range(start, stop) if reading.forms[place] not in skipped and not _is_date(reading, place)
    ]
    alone = len(words) == 1 and first_of_sentence and words[0] == start
    if not words or (alone and not _seen_inside(reading, start) and not _known_to(known, reading, start)):
        return None
    keys = tuple(reading.forms[place].removesuffix("'s").rstrip("'") for place in reversed(words))
    return Name(words[0], words[-1] + 1, keys)


def _is_date(reading: Reading, at: int) -> bool:
    """A month's short form counts as one beside a number ("Jan. 5"), else as a name ("Jan de Wit")."""
    after = reading.forms[at + 1] if at + 1 < len(reading) else ""
    return reading.forms[at] in lexicon.table("months") and after[:1].isdigit()


def _is_common(reading: Reading, at: int) -> bool:
    form = reading.forms[at]
    return form in lexicon.words("stop_words") or form in lexicon.words("not_names")


def _seen_inside(reading: Reading, at: int) -> bool:
    """Whether a word that starts a sentence is known for a name: aliased, or capitalised inside a sentence too."""
    form = reading.forms[at].removesuffix("'s")
    if form in lexicon.groups("name_aliases"):
        return True
    return any(_capital(reading, place) and not reading.begins(place) for place in reading.index.get(form, ())[:20])


def _known_to(known: Reading | None, reading: Reading, at: int) -> bool:
    """Whether another text has a word with a capital inside its sentences, and never without one."""
    form = reading.forms[at].removesuffix("'s")
    places = known.index.get(stem(form), known.index.get(form, ()))[:20] if known is not None else ()
    return any(known is not None and not known.begins(at) for at in places) and all(
        known is not None and _capital(known, at) for at in places
    )


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 4 else word


def aliases(name: Name) -> frozenset[int]:
    """The lines of the list of aliases that a name stands on."""
    table = _alias_table()
    whole = "-".join(reversed(name.keys))
    return table.get(whole, frozenset()).union(*(table.get(key, frozenset()) for key in name.keys))


@lru_cache(maxsize=1)
def _alias_table() -> dict[str, frozenset[int]]:
    """The list of aliases, small words left out as names leave them out ("bank-england")."""
    return {
        alias.replace("-of-", "-").replace("-for-", "-"): at for alias, at in lexicon.groups("name_aliases").items()
    }


def _given_alike(name: Name, other: Name) -> bool:
    return any(_short_form(*sorted((one, two), key=len)) for one in name.keys[1:] for two in other.keys[1:])


def _short_form(short: str, full: str) -> bool:
    """Whether the one given name is the other's initial or a short form of it ("G", "Ben", "Bill")."""
    if len(short) in {1, 3, 4} and full.startswith(short):
        return True
    table = lexicon.groups("nicknames")
    return bool(table.get(short, frozenset()) & table.get(full, frozenset()))


def _acronym(short: Name, full: Name) -> bool:
    if len(short.keys) != 1 or len(full.keys) < 2:
        return False
    initials = "".join(key[0] for key in reversed(full.keys))
    return short.keys[0] in {initials, initials + "s"}
