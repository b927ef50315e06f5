"""People told of as another's: a claim that names another speaker, or gives somebody to another party or land."""

from __future__ import annotations

from collections.abc import Iterator

from provaudit.match.naming import Name, aliases, names
from provaudit.match.pairing import Pairing
from provaudit.match.reading import Reading
from provaudit.match.speaker import named_in
from provaudit.model import Drift, DriftKind

_BETWEEN = 1  # words between whose somebody is and the name ("Greens leader Jolita Mey")
_ROOT = 4  # first letters that two words of one land or party share ("Uganda", "Ugandan")
_TOLD = 0.5  # of the claim's content that the passage has


_OF_LANDS = ("an", "ese", "ish", "i", "ch")
_DENIED = frozenset({"denied", "denies", "rejected", "disputed"})  # whoever denies it is not who said it
_GIVEN = frozenset(
    {"allan", "dylan", "ivan", "joan", "jordan", "juan", "logan", "megan", "morgan", "nathan", "rohan", "ryan", "susan"}
)


def told_by_another(pairing: Pairing) -> Iterator[Drift]:
    """The claim's own "Farr said" where the passage has another say it, and does not name the claim's speaker."""
    ours = named_in(pairing.claim.text)
    if ours is None or pairing.coverage < _TOLD or not _DENIED.isdisjoint(pairing.claim.forms):
        return
    known = {key for name in names(pairing.claim, known=pairing.page) for key in name.keys}
    if known.isdisjoint(_words(ours)):
        return  # "Campaigners said …"
    here = [pairing.page.words(*pairing.page.sentences[number]) for number in sorted(pairing.homes)]
    theirs = [name for text in here if (name := named_in(text)) is not None]
    if theirs and _words(ours).isdisjoint(_words(" ".join(here))):
        yield Drift(DriftKind.NAME, ours, theirs[0])


def _words(name: str) -> set[str]:
    words = name.replace("-", " ").split()
    return {word.strip(".,").removesuffix("'s").removesuffix("’s").casefold() for word in words}


def of_another(pairing: Pairing, name: Name, ours: list[Name]) -> tuple[Name, Name] | None:
    """Whose the claim and whose the passage says that somebody is, where they differ ("Morocco's", "Ugandan")."""
    mine = _owner(pairing.claim, name, ours)
    if mine is None or len(name.keys) < 2:
        return None
    near = names(pairing.page, *pairing.around)
    theirs = [owner for other in near if other.same(name) and (owner := _owner(pairing.page, other, near))]
    if not theirs or any(_one(mine, other) for other in theirs):
        return None
    return mine, theirs[0]


def _owner(reading: Reading, name: Name, others: list[Name]) -> Name | None:
    """The land, party or body that stands right before a name: "Morocco's Isaac Kip", "Greens leader Jolita Mey"."""
    before = reading.raw(name.start - 1) if name.start else ""
    if before[:1].isupper() and before.endswith(("'s", "’s")):
        return Name(name.start - 1, name.start, (reading.forms[name.start - 1].removesuffix("'s"),))
    for other in others:
        gap = name.start - other.end
        if not 0 < gap <= _BETWEEN or len(other.keys) > 1:
            continue
        between = reading.text[reading.ends[other.end - 1] : reading.starts[name.start]]
        owns = reading.raw(other.end)[0].islower()
        if owns and not any(mark in between for mark in ",;:.()—–"):
            return other
    return Name(name.start, name.start + 1, name.keys[-1:]) if _opens_on_a_land(name) else None


def _opens_on_a_land(name: Name) -> bool:
    """Whether the first of three words is an adjective of a land, by its ending ("Ugandan Isaac Kip")."""
    first = name.keys[-1]
    return len(name.keys) == 3 and len(first) > 4 and first.endswith(_OF_LANDS) and first not in _GIVEN


def _one(one: Name, other: Name) -> bool:
    mine, theirs = one.keys[0], other.keys[0]
    return one.same(other) or bool(aliases(one) & aliases(other)) or mine[:_ROOT] == theirs[:_ROOT]
