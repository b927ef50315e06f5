"""What a page says of a claim: the passage, its status, and the drift.

Similarity only says where to look; the status comes of checks:

* exact: the claim's words stand there in this order (case, quotation marks, dashes and spaces aside); score 1.
* near: house style differs as well (numerals, spelling, elisions, brackets, a quotation broken by its speaker), or
  articles in the draft's own words; score is the share of words that are the same.
* altered: the claim is there, and a fact or a quoted word of it is another; score as for near or paraphrase.
* paraphrase: the claim's content is there in other words, and no check found a difference; score is the share of
  content that is there, rarer words counting more.
* absent: the page lacks it; score is the best share found.

A qualifier cut off (drift of kind truncation) is told beside the status and does not change it.
"""

from __future__ import annotations

from provaudit.match.dates import date_drift
from provaudit.match.hedges import hedge_drift
from provaudit.match.names import name_drift
from provaudit.match.negation import negation_drift, quoted_negation
from provaudit.match.numbers import number_drift
from provaudit.match.pairing import Pairing
from provaudit.match.passages import Window, shortlist
from provaudit.match.pieces import pieces_of
from provaudit.match.presence import PRESENT, presence
from provaudit.match.quotations import Find, locate
from provaudit.match.quoted_words import words_drift
from provaudit.match.reading import Reading, read_article, read_claim
from provaudit.match.speaker import speaker_at
from provaudit.match.spoken import spoken_track
from provaudit.match.truncation import truncation_drift
from provaudit.model import Article, AttributionKind, Drift, DriftKind, Match, Passage, PassageStatus, Span, Statement

_NEARBY = 0.5  # of the weighted content: the rest of a claim stands there, so its quotation should too
_CONTEXT = 160  # code points of prefix and suffix


def match(statement: Statement, upstream: Article) -> Match:
    """Find a claim in an upstream page and tell how the two differ. Never raises; bounded in the page's length."""
    page, claim = read_article(upstream), read_claim(statement.text)
    if not len(page) or not len(claim):
        return Match(_passage(page, None, PassageStatus.ABSENT, 0.0))
    windows = shortlist(claim, page)
    if statement.quotations:
        near = [page.sentences[window.first][0] for window in windows[:2] if window.coverage >= _NEARBY]
        pieces = pieces_of(statement.quotations, in_order=statement.kind is AttributionKind.DIRECT)
        finds = locate(pieces, page, near)
        if finds:
            return _quoted(statement, upstream, page, finds)
    return _in_own_words(statement, upstream, page, windows)


def _pairing(statement: Statement, upstream: Article, page: Reading, first: int, last: int) -> Pairing:
    return Pairing(
        statement,
        upstream.published,
        read_claim(statement.text),
        read_claim(statement.sentence or statement.text),
        read_claim(statement.cue),
        page,
        first,
        last,
    )


# --- quotations -------------------------------------------------------------------------------


def _quoted(statement: Statement, upstream: Article, page: Reading, finds: tuple[Find, ...]) -> Match:
    first, last = min(find.first for find in finds), max(find.last for find in finds)
    changed = [drift for find in finds for drift in words_drift(find, page)]
    direct = statement.kind is AttributionKind.DIRECT
    if not direct:
        sentences = page.sentences[page.sentence_of(first)], page.sentences[page.sentence_of(last - 1)]
        first, last = sentences[0][0], sentences[1][1]
    pairing = _pairing(statement, upstream, page, first, last)
    facts = _quoted_facts(pairing, changed)
    cut = list(truncation_drift(pairing, finds[-1].last, spoken_track(page)))
    status = _quoted_status(statement, finds, altered=bool(changed or facts))
    total = sum(len(find.piece.forms) for find in finds)
    score = 1.0 if status is PassageStatus.EXACT else sum(f.likeness * len(f.piece.forms) for f in finds) / total
    speaker = speaker_at(page, min(f.first for f in finds), max(f.last for f in finds))
    passage = _passage(page, page.span(first, last), status, min(score, 1.0))
    return Match(passage, (*changed, *facts, *cut), speaker)


def _quoted_facts(pairing: Pairing, changed: list[Drift]) -> list[Drift]:
    """The facts that differ: where all is quoted, only in the words that changed."""
    if pairing.statement.kind is not AttributionKind.DIRECT:
        facts = _facts(pairing)
        turned = [] if any(one.kind is DriftKind.NEGATION for one in facts) else list(quoted_negation(changed))
        return [*facts, *turned]
    if not changed:
        return []
    checks = (number_drift, date_drift, name_drift, hedge_drift)
    return [*(one for check in checks for one in check(pairing)), *quoted_negation(changed)]


def _quoted_status(statement: Statement, finds: tuple[Find, ...], *, altered: bool) -> PassageStatus:
    if altered:
        return PassageStatus.ALTERED
    whole = all(find.likeness == 1.0 for find in finds) and len(finds) == 1
    if statement.kind is AttributionKind.DIRECT or len(read_claim(statement.text)) == len(finds[0].piece.forms):
        unbroken = len(finds[0].words) == finds[0].last - finds[0].first
        return PassageStatus.EXACT if whole and unbroken else PassageStatus.NEAR
    return PassageStatus.NEAR


# --- the draft's own words --------------------------------------------------------------------


def _in_own_words(statement: Statement, upstream: Article, page: Reading, windows: list[Window]) -> Match:
    verbatim = _verbatim(statement, upstream, page)
    if verbatim is not None:
        return verbatim
    best: tuple[float, Match] | None = None
    for window in windows:
        if window.coverage < windows[0].coverage - 0.08:
            continue
        first, last = page.sentences[window.first][0], page.sentences[window.last - 1][1]
        pairing = _pairing(statement, upstream, page, first, last)
        found = _judged(pairing, window, page)
        renamed = any(drift.kind is DriftKind.NAME for drift in found.drift)
        if presence(pairing, window, renamed=renamed) < PRESENT:
            continue
        rank = window.coverage - 0.03 * (window.last - window.first - 1) - 0.02 * len(found.drift)
        if best is None or rank > best[0]:
            best = (rank, found)
    if best is not None:
        return best[1]
    return Match(_passage(page, None, PassageStatus.ABSENT, windows[0].coverage if windows else 0.0))


def _verbatim(statement: Statement, upstream: Article, page: Reading) -> Match | None:
    claim = read_claim(statement.text)
    at = page.find(claim.forms) if len(claim) >= 3 else -1
    if at < 0:
        return None
    first, last = at, at + len(claim)
    pairing = _pairing(statement, upstream, page, first, last)
    sentence = page.sentences[page.sentence_of(first)]
    around = _pairing(statement, upstream, page, min(first, sentence[0]), max(last, sentence[1]))
    checks = (date_drift, negation_drift, hedge_drift)
    drift = [*(one for check in checks for one in check(around)), *truncation_drift(pairing, last)]
    altered = any(one.kind is not DriftKind.TRUNCATION for one in drift)
    status = PassageStatus.ALTERED if altered else PassageStatus.EXACT
    return Match(_passage(page, page.span(first, last), status, 1.0), tuple(drift), speaker_at(page, first, last))


def _judged(pairing: Pairing, window: Window, page: Reading) -> Match:
    drift = _facts(pairing)
    status = PassageStatus.ALTERED if drift else PassageStatus.PARAPHRASE
    stops = max(pairing.answers, default=pairing.first) + 1
    drift += truncation_drift(pairing, stops)
    if status is PassageStatus.PARAPHRASE and _near(pairing):
        status = PassageStatus.NEAR
    passage = _passage(page, page.span(pairing.first, pairing.last), status, min(1.0, window.coverage))
    return Match(passage, tuple(drift), speaker_at(page, pairing.first, pairing.last))


def _near(pairing: Pairing) -> bool:
    """Whether the claim's words are there in order, articles aside."""
    articles = {"a", "an", "the", "that"}
    ours = [form for form in pairing.claim.forms if form not in articles]
    theirs = [form for form in pairing.page.forms[pairing.first : pairing.last] if form not in articles]
    return f" {' '.join(ours)} " in f" {' '.join(theirs)} "


def _facts(pairing: Pairing) -> list[Drift]:
    checks = (number_drift, date_drift, name_drift, negation_drift, hedge_drift)
    return [drift for check in checks for drift in check(pairing)]


def _passage(page: Reading, span: Span | None, status: PassageStatus, score: float) -> Passage:
    if span is None:
        return Passage("", "", "", status, round(max(0.0, min(score, 1.0)), 3))
    prefix = page.text[max(0, span.start - _CONTEXT) : span.start]
    suffix = page.text[span.end : span.end + _CONTEXT]
    return Passage(page.text[span.start : span.end], prefix, suffix, status, round(score, 3), span)
