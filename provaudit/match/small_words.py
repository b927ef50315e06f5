"""Small words that turn a statement round: "more" for "less", "up" for "down", "in" for "out", "with" for "against"."""

from __future__ import annotations

from provaudit.match.denials import NEAR
from provaudit.match.pairing import Pairing
from provaudit.match.quantities import quantities
from provaudit.match.turned import Side

Place = tuple[int, int]
_SMALL = {
    "more": frozenset({"less", "fewer"}), "less": frozenset({"more"}), "fewer": frozenset({"more"}),
    "above": frozenset({"below"}), "below": frozenset({"above"}), "up": frozenset({"down"}), "down": frozenset({"up"}),
}  # fmt: skip
_WAYS = frozenset({"up", "down"})
_NONE: frozenset[str] = frozenset()
_PARTICLES = {
    "in": frozenset({"out"}), "out": frozenset({"in"}), "up": frozenset({"down"}), "down": frozenset({"up"}),
    "with": frozenset({"against", "without"}), "against": frozenset({"with"}), "without": frozenset({"with"}),
    "before": frozenset({"after"}), "after": frozenset({"before"}),
}  # fmt: skip
_DENYING = frozenset({"no", "any", "nobody", "nothing", "none"})


def compared(pairing: Pairing, claim: Side, page: Side) -> tuple[Place, Place] | None:
    """One side has "more" where the other has "less", between the same words; "up" for "down"."""
    for here, form in enumerate(claim.reading.forms):
        contrary = _SMALL.get(form, frozenset())
        for there in range(pairing.first, pairing.last) if contrary else ():
            if page.reading.forms[there] not in contrary or not pairing.at_home(there):
                continue
            if form not in _WAYS and quantities(claim.reading, here, min(len(claim.reading), here + 4)):
                continue  # "more than ten" is an amount
            if _compares_otherwise(pairing, there):
                continue
            told = _beside_it(pairing, here, there) if form in _WAYS else _of_one(pairing, here, there)
            if told and here not in claim.denied and there not in page.denied:
                return (here, here + 1), (there, there + 1)
    return None


def _compares_otherwise(pairing: Pairing, there: int) -> bool:
    """Whether the claim has what the passage compares with, and compares it with nothing ("… than in summer")."""
    forms = pairing.page.forms[there : there + 2 * NEAR]
    if "than" not in forms or "than" in pairing.claim.forms:
        return False
    behind = there + forms.index("than")
    return any(behind < at <= behind + NEAR for at in pairing.answers)


def _of_one(pairing: Pairing, here: int, there: int) -> bool:
    """Whether two words stand before the same word, and behind words that do not differ."""
    sides = pairing.sides((here, here + 1), (there, there + 1))
    before = pairing.claim.content(max(0, here - 4), here)[-1:]
    unknown = not before or before[0] not in pairing.partners
    return bool(sides) and (all(sides) or (sides[-1] and unknown and pairing.partners.get(here + 1) == there + 1))


def _beside_it(pairing: Pairing, here: int, there: int) -> bool:
    """Whether "up" and "down" stand beside the same word or amount."""
    ours = {*pairing.claim.forms[max(0, here - 3) : here], *pairing.claim.forms[here + 1 : here + 4]}
    theirs = {*pairing.page.forms[max(0, there - 3) : there], *pairing.page.forms[there + 1 : there + 4]}
    numbers = any(form[0].isdigit() for form in ours & theirs)
    return numbers or any(pairing.sides((here, here + 1), (there, there + 1)))


def particle(pairing: Pairing, claim: Side, page: Side) -> tuple[Place, Place] | None:
    """The same verb with a contrary small word behind it ("opts in", "opts out"; "sided with", "sided against")."""
    for here, there in pairing.partners.items():
        same = pairing.claim.stems[here] == pairing.page.stems[there] and pairing.at_home(there)
        if not same or here in claim.denied or there in page.denied:
            continue
        ours, theirs = pairing.claim.forms[here + 1 : here + 2], pairing.page.forms[there + 1 : there + 2]
        contrary = ours and theirs and theirs[0] in _PARTICLES.get(ours[0], _NONE)
        if contrary and _one_object(pairing, here + 2, there + 2):
            return (here, here + 2), (there, there + 2)
    return None


def _one_object(pairing: Pairing, here: int, there: int) -> bool:
    """Whether one of the two content words that come next on the one side answers one on the other."""
    ours = pairing.claim.content(here, min(len(pairing.claim), here + 5))[:2]
    theirs = pairing.page.content(there, min(pairing.last, there + 5))[:2]
    denied = {*pairing.claim.forms[here : here + 1], *pairing.page.forms[there : there + 1]}
    return denied.isdisjoint(_DENYING) and any(pairing.partners.get(word) in theirs for word in ours)
