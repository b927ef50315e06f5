"""Names in another's place: a given name changed, or a name that the page does not have where it has one other."""

from __future__ import annotations

from collections.abc import Sequence

from provaudit.match.naming import Name, aliases, names
from provaudit.match.pairing import Pairing
from provaudit.match.reading import Reading
from provaudit.match.stems import stem

_PLACING = frozenset({"in", "at", "from", "to", "near", "off", "into", "across", "around", "outside", "towards"})
_TOLD = 0.7  # of the rest of a claim that the passage has


def other_given_name(pairing: Pairing, name: Name) -> Name | None:
    """A full name near the claim with the same last word and other first ones ("Owain Pugh", "Geraint Pugh").

    None where the page has the claim's own name anywhere, or a short form or initials of it.
    """
    if len(name.keys) < 2 or stem(name.keys[0]) not in pairing.page.index or _is_of(pairing.claim, name):
        return None
    near = [other for other in names(pairing.page, *pairing.around) if _last_alike(name, other)]
    if not near or any(name.same(other) for other in names(pairing.page) if _last_alike(name, other)):
        return None
    home = [other for other in near if pairing.at_home(other.start) and not _is_of(pairing.page, other)]
    return home[0] if home else None


def _is_of(reading: Reading, name: Name) -> bool:
    """Whether a name goes on behind an "of" ("Republic of Korea"): no given name and surname."""
    return "of" in reading.forms[name.start : name.end]


def _last_alike(name: Name, other: Name) -> bool:
    return len(other.keys) > 1 and name.keys[0] == other.keys[0]


def in_a_strange_place(pairing: Pairing, name: Name, free: Sequence[Name]) -> Name | None:
    """The one other name of its kind where the claim is told, for a name of which the page has nothing together."""
    known = [key for key in name.keys if _is_named(pairing.page, key)]
    if len(known) == len(name.keys) or pairing.told_outside(name.start, name.end) < _TOLD:
        return None
    full = len(name.keys) > 1
    home = [other for other in free if pairing.at_home(other.start) and (len(other.keys) > 1) == full]
    if len({other.keys for other in home}) != 1:
        return None
    placed = _placed(pairing.claim, name), _placed(pairing.page, home[0])
    one_sort = bool(aliases(name)) == bool(aliases(home[0]))  # a country is no other name for its town
    return home[0] if one_sort and placed[0] == placed[1] and (full or placed[0]) else None


def _is_named(page: Reading, key: str) -> bool:
    """Whether a word stands on the page with a capital."""
    places = (*page.index.get(key, ()), *page.index.get(stem(key), ()))
    return any(page.raw(at)[0].isupper() for at in places)


def _placed(reading: Reading, name: Name) -> str:
    """How a name tells where something is ("in the" of "in the Pyrenees"); empty where it does not."""
    the = "the" if reading.forms[max(0, name.start - 1) : name.start] == ("the",) else ""
    at = name.start - 1 - bool(the)
    return f"at {the}" if at >= 0 and reading.forms[at] in _PLACING else ""
