"""Where in a page a claim in the draft's own words may stand.

A wide lexical shortlist (inverse sentence frequency of stems and their synonyms, over single sentences and runs of
two or three), re-ranked by how much of the claim's content each holds. It only says where to look: whether the claim is there is
decided by checks.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from provaudit.match.concepts import akin, synonyms
from provaudit.match.numerals import read_numeral
from provaudit.match.reading import Reading

_SHORTLIST = 8
_POSTINGS = 2_000  # places of one word that are looked at; more hold no news
_SYNONYM, _FAMILY = 0.9, 0.9  # what a match by synonym or word family counts
_NUMERAL = 0.35  # what a number counts: whether it agrees is checked apart
_LENGTH_COST = 0.03  # for each further sentence of a window


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences first … last - 1 of a page (numbers), and the share of the claim's content they hold, 0..1."""

    first: int
    last: int
    coverage: float


def shortlist(claim: Reading, page: Reading) -> list[Window]:
    """The stretches of the page most like the claim, best first; at most eight, none empty."""
    terms = _terms(claim, page)
    total = sum(weight for weight, _ in terms)
    if not total:
        return []
    held: dict[int, dict[int, float]] = {}
    for number, (weight, places) in enumerate(terms):
        for place, share in places.items():
            sentence = held.setdefault(place, {})
            sentence[number] = weight * share
    windows = {Window(first, last, _held(held, first, last) / total) for first, last in _runs(held, page)}
    ranked = sorted(windows, key=lambda window: (-_rank(window), window.first, window.last))
    return ranked[:_SHORTLIST]


def _rank(window: Window) -> float:
    return window.coverage - _LENGTH_COST * (window.last - window.first - 1)


def _runs(held: Iterable[int], page: Reading) -> Iterable[tuple[int, int]]:
    last = len(page.sentences)
    for sentence in held:
        yield sentence, sentence + 1
        for first, end in ((sentence - 1, sentence + 1), (sentence, sentence + 2), (sentence - 1, sentence + 2)):
            if first >= 0 and end <= last:
                yield first, end


def _held(held: dict[int, dict[int, float]], first: int, last: int) -> float:
    best: dict[int, float] = {}
    for sentence in range(first, last):
        for term, weight in held.get(sentence, {}).items():
            best[term] = max(best.get(term, 0.0), weight)
    return sum(best.values())


def _terms(claim: Reading, page: Reading) -> list[tuple[float, dict[int, float]]]:
    """For each content word of the claim its weight and the sentences that hold it, with how well."""
    terms: list[tuple[float, dict[int, float]]] = []
    seen: set[str] = set()
    sentences = len(page.sentences)
    families = _families(page)
    for word in claim.content(0, len(claim)):
        base = claim.stems[word]
        if base in seen:
            continue
        seen.add(base)
        places = _sentences_with(base, page, families)
        full = sum(1 for share in places.values() if share == 1.0)
        weight = 1 + math.log((sentences + 1) / (full + 1))
        if read_numeral(claim.forms, word) is not None:
            weight *= _NUMERAL
        terms.append((weight, places))
    return terms


def _families(page: Reading) -> dict[str, list[str]]:
    families: dict[str, list[str]] = {}
    for base in page.index:
        if len(base) >= 5:
            families.setdefault(base[:5], []).append(base)
    return families


def _sentences_with(base: str, page: Reading, families: dict[str, list[str]]) -> dict[int, float]:
    places: dict[int, float] = {}
    kin = [other for other in families.get(base[:5], ()) if other != base and akin(base, other)][:20]
    shares = [(other, _FAMILY) for other in kin] + [(other, _SYNONYM) for other in sorted(synonyms(base))]
    for other, share in [*shares, (base, 1.0)]:
        for word in page.index.get(other, ())[:_POSTINGS]:
            places[page.sentence_of(word)] = share
    return places
