"""Drift of names: where the claim has one person, place or body and the passage has another in its stead."""

from __future__ import annotations

from collections.abc import Iterator

from provaudit.match.credited import of_another, told_by_another
from provaudit.match.naming import Name, aliases, names
from provaudit.match.pairing import Pairing
from provaudit.match.posts import another_post
from provaudit.match.reading import Reading
from provaudit.match.renamed import in_a_strange_place, other_given_name
from provaudit.match.roles import exchanged, in_its_part
from provaudit.match.stems import stem
from provaudit.model import Drift, DriftKind


def name_drift(pairing: Pairing) -> Iterator[Drift]:
    """One drift for each name of the claim whose place in the passage another name takes."""
    found = list(_renamed(pairing))
    yield from found or told_by_another(pairing)


def _renamed(pairing: Pairing) -> Iterator[Drift]:
    ours = _with_heads(pairing.claim, names(pairing.claim, known=pairing.page))
    if not ours:
        return
    theirs = names(pairing.page, pairing.first, pairing.last)
    near = names(pairing.page, *pairing.around)
    free = [name for name in theirs if not any(name.same(other) for other in ours)]
    turned = exchanged(pairing, ours, theirs)
    for name in ours:
        rival = turned[1] if turned and turned[0] is name else None
        rival = rival or _other_of(pairing, name, theirs) or other_given_name(pairing, name)
        if rival is None and not any(name.same(other) for other in (*theirs, *near)):
            rival = next((other for other in free if _in_its_place(pairing, name, other)), None)
            rival = rival or _namesake(pairing, name) or in_a_strange_place(pairing, name, free)
        rival = rival or in_its_part(pairing, name, [other for other in theirs if not _wider(pairing, name, other)])
        owners = of_another(pairing, name, ours) if rival is None else (name, rival)
        if owners is not None:
            yield _drift(pairing, *((name.start, name.end) for name in owners))
        elif (posts := another_post(pairing, name)) is not None:
            yield _drift(pairing, *posts)


def _drift(pairing: Pairing, ours: tuple[int, int], theirs: tuple[int, int]) -> Drift:
    return Drift(DriftKind.NAME, pairing.claim.words(*ours), pairing.page.words(*theirs))


def _with_heads(reading: Reading, found: list[Name]) -> list[Name]:
    """The names, and of a full name with an "of" behind it the name alone ("Cyrus Mehta of Harbour Aid")."""
    heads = []
    for name in found:
        head, rest = _of(reading, name)
        if rest and len(head) > 1:
            heads.append(Name(name.start, name.start + len(head), tuple(reversed(head))))
    return [*found, *heads]


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
        if head == mine[0] and place and place != mine[1] and not aliases(name) & aliases(other):
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
        name
        for name in names(pairing.claim, known=pairing.page)
        if not any(key in index or stem(key) in index for key in name.keys)
    ]
    if not missing:
        return []
    theirs = names(pairing.page, *pairing.around)
    return [name for name in missing if not any(name.same(other) for other in theirs)]


def _wider(pairing: Pairing, name: Name, other: Name) -> bool:
    """Whether the draft may name the country of the page's town ("the factory in India", "the factory, in …")."""
    placed = pairing.claim.forms[name.start - 1 : name.start] == pairing.page.forms[other.start - 1 : other.start]
    return placed and pairing.page.forms[other.start - 1] == "in" and bool(aliases(name)) and not aliases(other)


def _in_its_place(pairing: Pairing, name: Name, other: Name) -> bool:
    """Whether the words beside the one name answer the words beside the other."""
    if len(name.keys) > 1 and _share_one(name, other):
        return True  # the given name stayed
    if _wider(pairing, name, other):
        return False
    sides = pairing.sides((name.start, name.end), (other.start, other.end))
    if not any(sides):
        return False
    elsewhere = all(pairing.page.index.get(key) or pairing.page.index.get(stem(key)) for key in name.keys)
    return all(sides) or not elsewhere
