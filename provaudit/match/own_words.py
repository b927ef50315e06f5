"""The verdict on a claim in the draft's own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from provaudit.match.dates import date_drift
from provaudit.match.findings import Search, facts
from provaudit.match.hedges import hedge_drift
from provaudit.match.negation import negation_drift
from provaudit.match.pairing import Pairing
from provaudit.match.passages import Window
from provaudit.match.presence import PRESENT, presence
from provaudit.match.speaker import speaker_at
from provaudit.match.truncation import truncation_drift
from provaudit.model import DriftKind, Match, PassageStatus

_CLOSE = 0.08  # windows this much below the best are looked at too: the page may say it twice, once in full
_DRIFT_COST = 0.02  # for each drift: of two places the one that agrees is taken
_LENGTH_COST = 0.03  # for each further sentence
_ARTICLES = frozenset({"a", "an", "the", "that", "…"})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stands on a page, and what is said of it there."""

    pairing: Pairing
    match: Match


def verbatim(search: Search) -> Match | None:
    """The page has the claim's words in their order. What stands around them may still deny or hedge them."""
    claim, page = search.claim, search.page
    at = page.find(claim.forms) if len(claim) >= 3 else -1
    if at < 0:
        return None
    first, last = at, at + len(claim)
    left, right = page.sentences[page.sentence_of(first)], page.sentences[page.sentence_of(last - 1)]
    around = search.pairing(left[0], right[1])
    found = facts(around, date_drift, negation_drift, hedge_drift)
    status = PassageStatus.ALTERED if found else PassageStatus.EXACT
    cut = truncation_drift(search.pairing(first, last), last, reworded=True)
    passage = search.passage(page.span(first, last), status, 1.0)
    return Match(passage, (*found, *cut), speaker_at(page, first, last))


def standing(search: Search, windows: list[Window], least: float = PRESENT) -> Standing | None:
    """The best place of the page that has the claim at all, or None; `least` is how surely it has to have it."""
    found = [(rank, -number, place) for number, (rank, place) in enumerate(_places(search, windows, least))]
    return max(found, key=lambda entry: entry[:2])[2] if found else None


def _places(search: Search, windows: list[Window], least: float) -> Iterator[tuple[float, Standing]]:
    page = search.page
    for window in windows:
        if window.coverage < windows[0].coverage - _CLOSE:
            continue
        pairing = search.pairing(page.sentences[window.first][0], page.sentences[window.last - 1][1])
        found = _judged(search, pairing, window)
        renamed = any(drift.kind is DriftKind.NAME for drift in found.drift)
        if presence(pairing, window, renamed=renamed) >= least:
            spread = window.last - window.first - 1
            rank = window.coverage - _LENGTH_COST * spread - _DRIFT_COST * len(found.drift)
            yield rank, Standing(pairing, found)


def _judged(search: Search, pairing: Pairing, window: Window) -> Match:
    found = facts(pairing)
    cut = next((cut for stop in _stops(pairing) if (cut := [*truncation_drift(pairing, stop, reworded=True)])), [])
    status = PassageStatus.NEAR if _is_near(pairing) else PassageStatus.PARAPHRASE
    status = PassageStatus.ALTERED if found else status
    passage = search.passage(pairing.page.span(pairing.first, pairing.last), status, window.coverage)
    return Match(passage, (*found, *cut), speaker_at(pairing.page, pairing.first, pairing.last))


def _stops(pairing: Pairing) -> list[int]:
    """One past the last word that the claim has of each sentence that carries it, the last sentence first."""
    homes = sorted(pairing.homes, reverse=True)
    return [1 + max(word for word in pairing.answers if pairing.page.sentence_of(word) == home) for home in homes]


def _is_near(pairing: Pairing) -> bool:
    """Whether the claim's words are there in order, articles aside."""
    ours = [form for form in pairing.claim.forms if form not in _ARTICLES]
    theirs = [form for form in pairing.page.forms[pairing.first : pairing.last] if form not in _ARTICLES]
    return f" {' '.join(ours)} " in f" {' '.join(theirs)} "
