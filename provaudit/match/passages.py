"""Where in a page a claim in the draft's own words may stand.

A wide lexical shortlist (inverse sentence frequency of stems and their synonyms, over single sentences and runs of
two or three), re-ranked by how much of the claim's content each holds. It only says where to look: whether the claim
is there is decided by checks.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from provaudit.match import lexicon
from provaudit.match.concepts import akin, opposites, synonyms
from provaudit.match.reading import Reading

_SHORTLIST = 8
_MOST = 24  # windows among which those for the second reader are chosen
_ASKED, _READ_AT_ONCE = 6, 2  # windows the second reader is asked about, and sentences of each
_POSTINGS = 2_000  # places of one word that are looked at; more hold no news
_SYNONYM, _FAMILY = 0.9, 0.9  # what a match by synonym or word family counts
_OPPOSITE = 0.6  # a word's contrary speaks of the same thing
_CHECKED = 0.35  # what a missing number or date counts: whether it agrees is checked apart
_LENGTH_COST = 0.03  # for each further sentence of a window


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences first … last - 1 of a page (numbers), and the share of the claim's content they hold, 0..1."""

    first: int
    last: int
    coverage: float


def shortlist(claim: Reading, page: Reading, most: int = _SHORTLIST) -> list[Window]:
    """The stretches of the page most like the claim, best first; at most `most`, none empty."""
    terms = _terms(claim, page)
    total = sum(term.due for term in terms)
    if not total:
        return []
    held: dict[int, dict[int, float]] = {}
    for number, term in enumerate(terms):
        for place, share in term.places.items():
            held.setdefault(place, {})[number] = share
    windows = {Window(first, last, _share(terms, held, first, last)) for first, last in _runs(held, page)}
    ranked = sorted(windows, key=lambda window: (-_rank(window), window.first, window.last))
    return ranked[:most]


def asked(claim: Reading, page: Reading) -> list[Window]:
    """The windows that the second reader is asked about: of at most two sentences, none within one before it.

    Where few share a word with the claim, the page's first sentences stand in.
    """
    chosen: list[Window] = []
    opening = (Window(at, at + 1, 0.0) for at in range(min(len(page.sentences), 2 * _ASKED)))
    for window in (*shortlist(claim, page, _MOST), *opening):
        within = any(one.first <= window.first and window.last <= one.last for one in chosen)
        if window.last - window.first <= _READ_AT_ONCE and not within and len(chosen) < _ASKED:
            chosen.append(window)
    return chosen


def _rank(window: Window) -> float:
    return window.coverage - _LENGTH_COST * (window.last - window.first - 1)


def _runs(held: Iterable[int], page: Reading) -> Iterable[tuple[int, int]]:
    last = len(page.sentences)
    for sentence in held:
        yield sentence, sentence + 1
        for first, end in ((sentence - 1, sentence + 1), (sentence, sentence + 2), (sentence - 1, sentence + 2)):
            if first >= 0 and end <= last:
                yield first, end


@dataclass(frozen=True, slots=True)
class _Term:
    """A content word of the claim: what it is worth where it is there and due where it is not, and where it is."""

    worth: float
    due: float
    places: dict[int, float]


def _share(terms: list[_Term], held: dict[int, dict[int, float]], first: int, last: int) -> float:
    """The share of the claim's content in some sentences. A missing number weighs less than one that is there."""
    best: dict[int, float] = {}
    for sentence in range(first, last):
        for number, share in held.get(sentence, {}).items():
            best[number] = max(best.get(number, 0.0), share)
    got = sum(terms[number].worth * share for number, share in best.items())
    full = sum(term.worth if number in best else term.due for number, term in enumerate(terms))
    return got / full


def _terms(claim: Reading, page: Reading) -> list[_Term]:
    terms: list[_Term] = []
    seen: set[str] = set()
    families = _families(page)
    numbers = dict(claim.numerals(0, len(claim)))
    by_value: dict[float, set[int]] = {}
    for place, value in page.numerals(0, len(page)) if numbers else ():
        by_value.setdefault(value, set()).add(page.sentence_of(place))
    for word in claim.content(0, len(claim)):
        base = claim.stems[word]
        if base in seen:
            continue
        seen.add(base)
        places = _sentences_with(base, page, families)
        if word in numbers:
            places |= dict.fromkeys(by_value.get(numbers[word], ()), 1.0)
        full = sum(1 for share in places.values() if share == 1.0)
        worth = 1 + math.log((len(page.sentences) + 1) / (full + 1))
        checked = word in numbers or base in lexicon.words("date_words")
        terms.append(_Term(worth, worth * (_CHECKED if checked else 1.0), places))
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
    shares = [(other, _OPPOSITE) for other in sorted(opposites(base))] + shares
    for other, share in [*shares, (base, 1.0)]:
        for word in page.index.get(other, ())[:_POSTINGS]:
            places[page.sentence_of(word)] = share
    return places
