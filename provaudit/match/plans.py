"""A plan told as done: "will close", "plans to close" upstream, "has closed" in the draft."""

from __future__ import annotations

from provaudit.match import lexicon
from provaudit.match.pairing import Pairing
from provaudit.match.reading import Reading

_COMING = frozenset(
    {"will", "shall", "plans", "plan", "intends", "intend", "aims", "aim", "going", "wants", "want"}
) | {
    "hopes",
    "hope",
    "due",
    "set",
    "scheduled",
    "considering",
}
_COMING |= {"planned", "intended", "wanted", "hoped", "aimed", "meant", "proposes", "proposed", "seeks", "seeking"}
_MEANT = _COMING - {"will", "shall", "going", "due", "set", "scheduled"}
_SURE = frozenset({"will", "shall", "going"})
_BETWEEN = frozenset({"to", "be", "also", "soon", "not", "now", "then", "have"})
_HAVE = frozenset({"has", "have", "had", "was", "were"})
_PART = frozenset({"been", "already", "now", "also", "since"})
_OPEN = _COMING | {"to", "would", "could", "may", "might", "should", "must", "is", "are", "be", "being", "if", "once"}
_REACH = 4  # words before a verb among which its plan stands

Place = tuple[int, int]


def told_as_done(pairing: Pairing) -> tuple[Place, Place] | None:
    """The first verb of the claim in a past form that the passage has as a plan, and both with their auxiliaries."""
    for here, there in pairing.partners.items():
        same = pairing.claim.stems[here] == pairing.page.stems[there]
        if not same or pairing.claim.forms[here] == pairing.page.forms[there] or not pairing.at_home(there):
            continue
        done, planned = _done(pairing.claim, here), _planned(pairing.page, there)
        if done is not None and planned is not None:
            return (done, here + 1), (planned, there + 1)
    return None


def told_as_sure(pairing: Pairing) -> tuple[Place, Place] | None:
    """The first verb behind "will" that the passage only has as an intention, and both with the words before them."""
    for here, there in pairing.partners.items():
        if pairing.claim.stems[here] != pairing.page.stems[there] or not pairing.at_home(there):
            continue
        sure, meant = _planned(pairing.claim, here), _planned(pairing.page, there)
        if sure is None or meant is None or pairing.page.forms[meant] not in _MEANT:
            continue
        if pairing.claim.forms[sure] in _SURE:
            return (sure, here + 1), (meant, there + 1)
    return None


def _done(reading: Reading, verb: int) -> int | None:
    """The first word of a verb in a past form, its "has been" included; None where it is no past form."""
    past = reading.forms[verb].endswith("ed") or reading.forms[verb] in lexicon.table("irregular")
    if not past or reading.raw(verb)[0].isupper():
        return None
    start = verb
    while start and reading.forms[start - 1] in _PART:
        start -= 1
    start -= bool(start) and reading.forms[start - 1] in _HAVE
    if "yet" in reading.forms[max(0, start - 2) : start]:
        return None  # "has not yet voted"
    return start if _OPEN.isdisjoint(reading.forms[max(0, start - _REACH) : start]) else None


def _planned(reading: Reading, verb: int) -> int | None:
    """The word that makes a plan of the bare verb behind it; None where none stands close before it."""
    for at in range(verb - 1, max(-1, verb - _REACH), -1):
        if reading.forms[at] in _COMING:
            return at
        if reading.forms[at] not in _BETWEEN:
            return None
    return None
