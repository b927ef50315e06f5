"""The verdict on a claim in the draft's own words."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from provaudit.match.dates import date_drift
from provaudit.match.findings import Search, facts
from provaudit.match.hedges import hedge_drift
from provaudit.match.negation import negation_drift
from provaudit.match.pairing import Pairing
from provaudit.match.passages import Window, asked
from provaudit.match.presence import PRESENT, presence
from provaudit.match.second_reader import Reads
from provaudit.match.speaker import speaker_at
from provaudit.match.truncation import truncation_drift
from provaudit.model import DriftKind, Match, PassageStatus

_CLOSE = 0.08  # windows this much below the best are looked at too: the page may say it twice, once in full
_SURE = 0.7  # from this presence on words alone suffice
# Fitted by logistic regression on pages of the drift set's tuning half that the reader was not trained on.
_READ, _WORDS, _HOLDS = 0.52, 2.68, 1.09
_ENOUGH = 0.5  # log-odds from which a claim is taken to be there; most of those that seem to be in between are not
_LEAST = 0.12  # of presence: a page of the same affair that shares less with a claim tells another part of it
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


def standing(search: Search, windows: list[Window]) -> tuple[Standing | None, float]:
    """The best place of the page that has the claim at all, or None; and how surely the page has it, 0..1.

    By words alone that is the best share of the claim's content; with the second reader a likelihood.
    """
    near = [window for window in windows if window.coverage >= windows[0].coverage - _CLOSE]
    places = [_place(search, window) for window in near]
    if search.reads is not None and max((place.presence for place in places), default=0.0) < _SURE:
        return _read_again(search, search.reads, dict(zip(near, places, strict=True)))
    held = [place for place in places if place.presence >= PRESENT]
    share = windows[0].coverage if windows else 0.0
    return (max(held, key=lambda place: place.rank).standing if held else None), share


@dataclass(frozen=True, slots=True)
class _Place:
    """A window, what is said of the claim there, how surely it has the claim, and how well it serves."""

    standing: Standing
    presence: float
    rank: float


def _place(search: Search, window: Window) -> _Place:
    pairing = search.pairing(*search.page.within(window.first, window.last))
    found = _judged(search, pairing, window)
    renamed = any(drift.kind is DriftKind.NAME for drift in found.drift)
    spread = window.last - window.first - 1
    rank = window.coverage - _LENGTH_COST * spread - _DRIFT_COST * len(found.drift)
    return _Place(Standing(pairing, found), presence(pairing, window, renamed=renamed), rank)


def _read_again(search: Search, reads: Reads, seen: Mapping[Window, _Place]) -> tuple[Standing | None, float]:
    """The place that the second reader and the words together hold to have the claim, or None; and how likely it is."""
    page = search.page
    windows = asked(search.claim, page)
    odds = reads(search.claim.text, [page.words(*page.within(window.first, window.last)) for window in windows])
    places = [seen.get(window) or _place(search, window) for window in windows]
    surely = [_READ * one.holds + _WORDS * place.presence - _HOLDS for one, place in zip(odds, places, strict=True)]
    fullest = max(place.presence for place in places)
    likely = 1 / (1 + math.exp(-max(surely)))
    held = [(one, place) for one, place in zip(surely, places, strict=True) if one >= _ENOUGH and fullest >= _LEAST]
    return (max(held, key=lambda entry: entry[0] + entry[1].rank)[1].standing if held else None), likely


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
