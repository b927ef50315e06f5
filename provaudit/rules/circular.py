"""PC501 circular: the chain comes back to this outlet, or to itself.

What it flags
    A claim whose chain returns to the draft's own outlet or to one it has already passed.

Why it matters
    Each outlet cites the next, and nobody knows it. What looks confirmed twice was never reported once.

Guideline
    Wikipedia, "Circular reporting".

Flagged
    The plant will close in May, according to the Ledger, whose page credits the Courier, whose page credits the
    Ledger.

Passes
    The plant will close in May, according to the Ledger, whose page has it from the plant's manager.

What to do
    Find an origin outside the circle, or drop the claim.
"""

from collections.abc import Iterator

from provaudit.model import Case, Claim, End, Related, Severity
from provaudit.rules.rule import Remark, Scope, rule_of


def _check(case: Case) -> Iterator[Remark]:
    for claim in case.claims:
        if claim.end is End.LOOP and claim.spans:
            steps = " → ".join(dict.fromkeys(_names(case, claim))) or "the outlets it passes"
            message = f"the chain comes back to where it was: {steps} → {_back_to(case, claim)}"
            yield Remark(message, claim.spans[0], (claim.id,), _pages(claim))


def _names(case: Case, claim: Claim) -> Iterator[str]:
    for hop in claim.hops[:-1]:
        if hop.source in case.sources:
            yield case.sources[hop.source].name


def _back_to(case: Case, claim: Claim) -> str:
    last = claim.hops[-1].source if claim.hops else ""
    return case.sources[last].name if last in case.sources else "itself"


def _pages(claim: Claim) -> tuple[Related, ...]:
    return tuple(Related(hop.passage.text if hop.passage else "", url=hop.page.url) for hop in claim.hops if hop.page)


RULE = rule_of(__doc__, severity=Severity.ERROR, scope=Scope.UPSTREAM, check=_check)
