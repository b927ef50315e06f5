"""Drift of names: where the claim has one person, place or body and the passage has another in its stead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from provaudit.match import lexicon
from provaudit.match.pairing import Pairing
from provaudit.match.reading import Reading
from provaudit.match.stems import stem
from provaudit.model import Drift, DriftKind


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
        return _acronym(self, other) or _acronym(other, self) or bool(_aliases(self) & _aliases(other))


def names(reading: Reading, first: int = 0, last: int | None = None) -> list[Name]:
    """The proper names of the words first … last - 1, by their capitals; none in a text set in title case."""
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
        name = _name(reading, at, stop)
        if name is not None:
            found.append(name)
        at = max(stop, at + 1)
    return found


def name_drift(pairing: Pairing) -> Iterator[Drift]:
    """One drift for each name of the claim whose place in the passage another name takes."""
    ours = names(pairing.claim)
    if not ours:
        return
    theirs = names(pairing.page, pairing.first, pairing.last)
    near = names(pairing.page, *pairing.around)
    free = [name for name in theirs if not any(name.same(other) for other in ours)]
    for name in ours:
        rival = _other_of(pairing, name, theirs)
        if rival is None and not any(name.same(other) for other in (*theirs, *near)):
            rival = next((other for other in free if _in_its_place(pairing, name, other)), None)
            rival = rival or _namesake(pairing, name)
        if rival is not None:
            yield Drift(
                DriftKind.NAME,
                pairing.claim.words(name.start, name.end),
                pairing.page.words(rival.start, rival.end),
            )


def _namesake(pairing: Pairing, name: Name) -> Name | None:
    """The one person of the page who shares the given name of a person the page does not have.

    A shared surname says nothing: families have one.
    """
    index = pairing.page.index
    if len(name.keys) < 2 or all(stem(key) in index for key in name.keys):
        return None
    sharing = [other for other in names(pairing.page) if len(other.keys) > 1 and _share_one(name, other)]
    return sharing[0] if len({other.keys for other in sharing}) == 1 else None


def _share_one(one: Name, other: Name) -> bool:
    """Whether two full names have the first word in common and no other."""
    return one.keys[-1] == other.keys[-1] and len(set(one.keys) & set(other.keys)) == 1


def _other_of(pairing: Pairing, name: Name, theirs: list[Name]) -> Name | None:
    """The same name with another "of …" behind it ("Volga Trans of Russia", "… of Ukraine")."""
    mine = _of(pairing.claim, name)
    if not mine[1]:
        return None
    for other in theirs:
        head, place = _of(pairing.page, other)
        if head == mine[0] and place and place != mine[1] and not _aliases(name) & _aliases(other):
            return other
    return None


def _of(reading: Reading, name: Name) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a name before and after its "of"."""
    forms = reading.forms[name.start : name.end]
    at = forms.index("of") if "of" in forms else len(forms)
    return forms[:at], forms[at + 1 :]


def strange_names(pairing: Pairing) -> list[Name]:
    """The names of the claim that stand nowhere on the page, in no form."""
    index = pairing.page.index
    missing = [
        name for name in names(pairing.claim) if not any(key in index or stem(key) in index for key in name.keys)
    ]
    if not missing:
        return []
    theirs = names(pairing.page, *pairing.around)
    return [name for name in missing if not any(name.same(other) for other in theirs)]


def _in_its_place(pairing: Pairing, name: Name, other: Name) -> bool:
    """Whether the words beside the one name answer the words beside the other."""
    if len(name.keys) > 1 and _share_one(name, other):
        return True  # the given name stayed
    sides = pairing.sides((name.start, name.end), (other.start, other.end))
    if not any(sides):
        return False
    elsewhere = all(pairing.page.index.get(key) or pairing.page.index.get(stem(key)) for key in name.keys)
    return all(sides) or not elsewhere


def _is_headline(reading: Reading, first: int, last: int) -> bool:
    words = [place for place in range(first, last) if reading.forms[place][0].isalpha()]
    capitals = sum(1 for place in words if reading.raw(place)[0].isupper())
    return len(words) > 4 and capitals > 0.6 * len(words)


def _capital(reading: Reading, at: int) -> bool:
    return reading.raw(at)[0].isupper() and reading.forms[at][0].isalpha()


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


def _name(reading: Reading, start: int, stop: int) -> Name | None:
    first_of_sentence = start < len(reading) and reading.begins(start)
    if first_of_sentence and start < stop and _is_common(reading, start):
        start += 1
    skipped = lexicon.words("not_names") | lexicon.words("stop_words")
    words = [
        place for place in range(start, stop) if reading.forms[place] not in skipped and not _is_date(reading, place)
    ]
    if not words or (len(words) == 1 and first_of_sentence and words[0] == start and not _seen_inside(reading, start)):
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


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 4 else word


def _aliases(name: Name) -> frozenset[int]:
    table = lexicon.groups("name_aliases")
    whole = "-".join(reversed(name.keys))
    return table.get(whole, frozenset()).union(*(table.get(key, frozenset()) for key in name.keys))


def _acronym(short: Name, full: Name) -> bool:
    if len(short.keys) != 1 or len(full.keys) < 2:
        return False
    initials = "".join(key[0] for key in reversed(full.keys))
    return short.keys[0] in {initials, initials + "s"}
