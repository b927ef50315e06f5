"""What the checks found and what the second reader thinks, weighed against each other.

A check that finds a difference is believed less where the reader sees none, and where the reader is sure of one that
no check found, the words it lies in are looked for. For each kind of drift the weights were fitted by logistic
regression on pages that the reader was not trained on, and most of which the checks were not tuned on.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final, NamedTuple

from provaudit.match.located import located
from provaudit.match.pairing import Pairing
from provaudit.match.second_reader import Opinion, Reads
from provaudit.model import Drift, DriftKind, Match, PassageStatus


class _Weights(NamedTuple):
    """What speaks for a drift of one kind: to begin with, a check's finding, the reader's log-odds, and so on.

    A finding stays from the log-odds `stays` on; what no check found is told from `tells` on.
    """

    base: float
    found: float
    odds: float
    other: float  # a drift of another kind was found
    covered: float  # times the share of the claim's content that the passage has
    plain: float  # of a finding, times the share of that content that stands there as it is
    stays: float
    tells: float


_WEIGHTS: Final = {
    DriftKind.NUMBER: _Weights(-1.14, 1.64, 0.54, -0.56, -0.94, 2.62, stays=0.0, tells=1.0),
    DriftKind.DATE: _Weights(-0.08, 2.36, 0.62, 0.47, -1.98, 2.55, stays=0.0, tells=1.0),
    DriftKind.NAME: _Weights(-1.42, 1.5, 0.69, -0.76, 1.23, 2.33, stays=0.0, tells=1.0),
    DriftKind.NEGATION: _Weights(-0.79, 1.53, 0.55, -1.52, -0.8, 1.54, stays=0.0, tells=1.0),
    DriftKind.HEDGE: _Weights(-1.31, 1.36, 0.65, -0.67, -0.19, 1.76, stays=0.5, tells=1.0),
}
_RECKONED: Final = frozenset({DriftKind.NUMBER, DriftKind.DATE})  # what checks tell by value, seldom wrongly
_DENIED: Final = -4.5  # the reader's log-odds below which even such a finding is not believed
_AS_IT_IS: Final = 0.9  # of the claim's content: amounts that changed places are beyond the reader


def weighed(pairing: Pairing, match: Match, reads: Reads) -> Match:
    """The match with the drifts that checks and reader together hold for so, and its status after them."""
    (opinion,) = reads(pairing.claim.text, [pairing.passage])
    kinds = {one.kind for one in match.drift}
    told = {kind for kind in _WEIGHTS if _is_so(kind, kinds, opinion, pairing)}
    drift = [one for one in match.drift if one.kind not in _WEIGHTS or one.kind in told]
    for kind in (kind for kind in _WEIGHTS if kind in told - kinds):
        drift += located(kind, pairing, reads)
    return replace(match, drift=tuple(drift), passage=replace(match.passage, status=_status(match, drift)))


def _is_so(kind: DriftKind, found: Collection[DriftKind], opinion: Opinion, pairing: Pairing) -> bool:
    """Whether a claim differs in this kind of fact, after what checks found and the reader's opinion."""
    weights = _WEIGHTS[kind]
    other = any(one is not kind for one in found if one in _WEIGHTS)
    odds: float = getattr(opinion, kind.value)
    if kind in found and kind in _RECKONED:
        return odds > _DENIED or pairing.verbatim_share >= _AS_IT_IS
    likely = weights.base + weights.odds * odds + weights.other * other + weights.covered * pairing.coverage
    if kind in found:
        return likely + weights.found + weights.plain * pairing.verbatim_share >= weights.stays
    return likely >= weights.tells


def _status(match: Match, drift: list[Drift]) -> PassageStatus:
    """Altered where a fact differs; what was altered for a drift that is no longer told is a paraphrase."""
    if any(one.kind is not DriftKind.TRUNCATION for one in drift):
        return PassageStatus.ALTERED
    was = match.passage.status
    return PassageStatus.PARAPHRASE if was is PassageStatus.ALTERED else was
