"""PQ402 truncated-qualifier: the quotation stops where upstream goes on "but".

What it flags
    A quotation that ends right before a "but", "unless", "however" or their like in the upstream passage.

Why it matters
    The speaker's condition is half of what was said. Cut off, a "yes, if" becomes a "yes".

Guideline
    New York Times, "Guidelines on Integrity": a quotation must not be cut so that its sense changes.

Flagged
    "We will pay for the bridge," Holm said, where the page goes on "but not before the state does".

Passes
    "We will pay for the bridge," Holm said, where the page goes on "and we will do so gladly".

What to do
    Quote on to the end of the condition, or give it in your own words.
"""

from collections.abc import Iterator

from provaudit.model import Case, DriftKind, Severity
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.upstream import evidence, is_quoted, landed, page_name


def _check(case: Case) -> Iterator[Remark]:
    for claim in case.claims:
        hop = next(iter(reversed(landed(claim))), None)
        if hop is None or not is_quoted(case, claim):
            continue
        for drift in hop.drift:
            if drift.kind is DriftKind.TRUNCATION:
                message = f'the quotation stops where {page_name(case, hop)} goes on: "{drift.upstream}"'
                yield Remark(message, claim.spans[-1], (claim.id,), evidence(hop))
                break


RULE = rule_of(__doc__, severity=Severity.WARNING, scope=Scope.UPSTREAM, check=_check)
