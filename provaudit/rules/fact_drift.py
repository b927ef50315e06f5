"""PQ404 fact-drift: a number, a date, a name, a negation or a hedge is not upstream's.

What it flags
    A claim found upstream in which one of these differs: 5 million for 5 billion, May for March, a "not" lost, a
    "may have" turned into "has". Paraphrase, rounding said to be rounding and style are no drift.

Why it matters
    These are the words a story is quoted for. One of them changed, and it is another story.

Guideline
    New York Times, "Guidelines on Integrity"; every newsroom's rule on accuracy.

Flagged
    The plant will cost 45 million euros, the Ledger reported, where its page has 54 million.

Passes
    The plant will cost about 50 million euros, the Ledger reported, where its page has 49.8 million.

What to do
    Read the passage again and correct the fact, or say what your own figure rests on.
"""

import re
from collections.abc import Iterator
from typing import Final

from provaudit.model import Case, Drift, DriftKind, Severity
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.upstream import evidence, landed, page_name
from provaudit.rules.words import any_of

_FACTS: Final = frozenset({DriftKind.NUMBER, DriftKind.DATE, DriftKind.NAME, DriftKind.NEGATION, DriftKind.HEDGE})


def _check(case: Case) -> Iterator[Remark]:
    for claim in case.claims:
        # The page nearest the origin decides: a draft may rightly differ from one that got it wrong on the way.
        hop = next(iter(reversed(landed(claim))), None)
        facts = [drift for drift in hop.drift if drift.kind in _FACTS and not _is_anonymity(drift)] if hop else []
        if hop and facts:
            changes = "; ".join(_change(drift) for drift in facts[:3])
            message = f"this differs from {page_name(case, hop)}: {changes}"
            yield Remark(message, claim.spans[0], (claim.id,), evidence(hop))


def _is_anonymity(drift: Drift) -> bool:
    """Whether the lost hedge is that nobody is named upstream: that is PN204's to say."""
    unnamed = rf"(?<![\w-]){any_of('unnamed_words')}(?![\w-])"
    return drift.kind is DriftKind.HEDGE and re.search(unnamed, drift.upstream, re.IGNORECASE) is not None


def _change(drift: Drift) -> str:
    if drift.draft and drift.upstream:
        return f'{drift.kind.value} "{drift.draft}" for "{drift.upstream}"'
    return f'{drift.kind.value} "{drift.draft}" added' if drift.draft else f'{drift.kind.value} "{drift.upstream}" lost'


RULE = rule_of(__doc__, severity=Severity.ERROR, scope=Scope.UPSTREAM, check=_check)
