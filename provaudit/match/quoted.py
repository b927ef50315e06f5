"""The verdict on a claim whose quotations were looked for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from provaudit.match.crossed import crossed_words
from provaudit.match.dates import date_drift
from provaudit.match.findings import Search, facts
from provaudit.match.hedges import hedge_drift
from provaudit.match.names import name_drift
from provaudit.match.negation import quoted_negation
from provaudit.match.numbers import number_drift
from provaudit.match.own_words import Standing
from provaudit.match.pairing import Pairing
from provaudit.match.quantities import quantities
from provaudit.match.quotations import Find
from provaudit.match.quoted_words import words_drift
from provaudit.match.reading import read_claim
from provaudit.match.speaker import speaker_at
from provaudit.match.spoken import spoken_track
from provaudit.match.truncation import truncation_drift
from provaudit.model import AttributionKind, Drift, DriftKind, Match, PassageStatus

# Of the claim's content words, as they stand: from here on the page gives the quotation in other words.
_REWORDED = 0.6
_PARTED = 14  # words of a speaker's credit that may part a quotation
_RECKONED = frozenset({DriftKind.NUMBER, DriftKind.DATE})
_FEWEST = 3  # content words that both have: fewer say nothing


def quoted(search: Search, finds: tuple[Find, ...]) -> Match:
    """The page holds the quotations, exactly or nearly, at `finds`."""
    page, direct = search.page, search.statement.kind is AttributionKind.DIRECT
    first, last = min(find.first for find in finds), max(find.last for find in finds)
    speaker = speaker_at(page, first, last)
    changed = [drift for find in finds for drift in words_drift(find, page)]
    if not direct:
        first = page.sentences[page.sentence_of(first)][0]
        last = page.sentences[page.sentence_of(last - 1)][1]
    pairing = search.pairing(first, last)
    differing = _facts(pairing, changed, finds)
    cut = truncation_drift(pairing, finds[-1].last, spoken_track(page))
    status = _status(search, finds, altered=bool(changed or differing))
    score = 1.0 if status is PassageStatus.EXACT else _likeness(finds)
    passage = search.passage(page.span(first, last), status, score)
    return Match(passage, (*changed, *differing, *cut), speaker)


def reworded(search: Search, standing: Standing | None) -> Match | None:
    """The page lacks the quoted words; where it says the same otherwise, the quotation is another one."""
    if standing is None or standing.pairing.verbatim_share < _REWORDED or len(standing.pairing.answers) < _FEWEST:
        return None
    pairing = standing.pairing
    theirs = pairing.page.words(min(pairing.answers), max(pairing.answers) + 1)
    ours = " … ".join(search.statement.quotations)
    drift = (Drift(DriftKind.WORDS, ours, theirs), *standing.match.drift)
    span = pairing.page.span(pairing.first, pairing.last)
    passage = search.passage(span, PassageStatus.ALTERED, standing.match.passage.score)
    return Match(passage, drift, standing.match.speaker)


def _likeness(finds: tuple[Find, ...]) -> float:
    return sum(find.likeness * len(find.piece.forms) for find in finds) / sum(len(find.piece.forms) for find in finds)


def _facts(pairing: Pairing, changed: list[Drift], finds: tuple[Find, ...]) -> list[Drift]:
    """The facts that differ: where all is quoted, only in the words that changed."""
    if pairing.statement.kind is not AttributionKind.DIRECT:
        found = facts(pairing)
        found = [one for one in found if one.kind is not DriftKind.HEDGE or not _of_change(one, changed)]
        turned = [] if any(one.kind is DriftKind.NEGATION for one in found) else _turned(pairing, changed, finds)
        return [*found, *turned]
    if not changed:
        return []
    found = facts(pairing, number_drift, date_drift, name_drift, hedge_drift)
    found = [one for one in found if one.kind is not DriftKind.HEDGE or not _of_change(one, changed)]
    counted = [] if any(one.kind in _RECKONED for one in found) else list(_counted(changed))
    return [*found, *counted, *_turned(pairing, changed, finds)]


def _counted(changed: list[Drift]) -> Iterator[Drift]:
    """The first of a quotation's changes that puts one amount for another ("four" for "five")."""
    for change in changed:
        ours, theirs = quantities(read_claim(change.draft)), quantities(read_claim(change.upstream))
        if ours and theirs and not any(mine.agrees(other) for mine in ours for other in theirs):
            yield Drift(DriftKind.NUMBER, change.draft, change.upstream)
            return


def _of_change(drift: Drift, changed: list[Drift]) -> bool:
    """Whether what differs lies in quoted words that are told as changed already."""
    words = drift.draft or drift.upstream
    return any(words in (one.draft if drift.draft else one.upstream) for one in changed)


def _turned(pairing: Pairing, changed: list[Drift], finds: tuple[Find, ...]) -> list[Drift]:
    """A quotation's changes that turn it round, or its denied and affirmed words that changed places."""
    turned = list(quoted_negation(changed))
    for find in finds if changed and not turned else ():
        ours, theirs = " ".join(find.piece.forms), pairing.page.words(find.first, find.last)
        if crossed_words(ours, theirs):
            return [Drift(DriftKind.NEGATION, ours, theirs)]
    return turned


def _status(search: Search, finds: tuple[Find, ...], *, altered: bool) -> PassageStatus:
    if altered:
        return PassageStatus.ALTERED
    whole = all(find.likeness == 1.0 and len(find.words) == find.last - find.first for find in finds)
    direct = search.statement.kind is AttributionKind.DIRECT
    claimed = search.statement.quotations if direct else (search.statement.text,)
    lengths = [len(read_claim(words)) for words in claimed]
    uncut = lengths == [len(find.piece.forms) for find in finds]
    return PassageStatus.EXACT if whole and uncut and _follow(search, finds) else PassageStatus.NEAR


def _follow(search: Search, finds: tuple[Find, ...]) -> bool:
    """Whether the quotations, which the draft parts by their speaker, follow each other on the page, parted or not."""
    spoken = set(spoken_track(search.page).words) if len(finds) > 1 else set()
    return all(
        0 <= after.first - before.last <= _PARTED and spoken.isdisjoint(range(before.last, after.first))
        for before, after in pairwise(finds)
    )
