"""What the two ways to a verdict share: laying a claim against a stretch, its facts, and the passage handed on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from provaudit.match.dates import date_drift
from provaudit.match.hedges import hedge_drift
from provaudit.match.names import name_drift
from provaudit.match.negation import negation_drift
from provaudit.match.numbers import number_drift
from provaudit.match.pairing import Pairing
from provaudit.match.reading import Reading, read_claim
from provaudit.match.second_reader import Reads
from provaudit.model import Article, Drift, DriftKind, Passage, PassageStatus, Span, Statement

_CONTEXT = 160  # code points of prefix and suffix

Check = Callable[[Pairing], Iterator[Drift]]
FACTS: tuple[Check, ...] = (number_drift, date_drift, name_drift, negation_drift, hedge_drift)


@dataclass(frozen=True, slots=True)
class Search:
    """A claim that is looked for in a page; `reads` is the second reader, where there is one."""

    statement: Statement
    upstream: Article
    claim: Reading
    page: Reading
    reads: Reads | None = None

    def pairing(self, first: int, last: int) -> Pairing:
        """The claim laid against the words first … last - 1 of the page."""
        return Pairing(
            self.statement,
            self.upstream.published,
            self.claim,
            read_claim(self.statement.sentence or self.statement.text),
            read_claim(self.statement.cue),
            self.page,
            first,
            last,
        )

    def passage(self, span: Span, status: PassageStatus, score: float) -> Passage:
        """The passage at a span of the page, with what stands before and after it."""
        text = self.page.text
        prefix = text[max(0, span.start - _CONTEXT) : span.start]
        suffix = text[span.end : span.end + _CONTEXT]
        return Passage(text[span.start : span.end], prefix, suffix, status, round(min(score, 1.0), 3), span)


def absent(score: float) -> Passage:
    """No passage; `score` is the best share of the claim's content that was found in one place."""
    return Passage("", "", "", PassageStatus.ABSENT, round(max(0.0, min(score, 1.0)), 3))


def facts(pairing: Pairing, *checks: Check) -> list[Drift]:
    """What differs in fact between a claim and its passage; of what is turned round, no lesser doubt is told."""
    found = [drift for check in checks or FACTS for drift in check(pairing)]
    turned = any(drift.kind is DriftKind.NEGATION for drift in found)
    if not turned:
        return found
    there = pairing.page.forms[pairing.first : pairing.last]
    return [drift for drift in found if drift.kind is not DriftKind.HEDGE and not _named_there(drift, there)]


def _named_there(drift: Drift, forms: tuple[str, ...]) -> bool:
    """Whether a name told as another's stands in the passage too: then what is told of it is what is turned round."""
    return drift.kind is DriftKind.NAME and set(read_claim(drift.draft).forms) <= set(forms)
