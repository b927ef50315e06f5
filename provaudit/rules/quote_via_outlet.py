"""PS303 quote-via-outlet: a quotation that another outlet obtained, without credit to it.

What it flags
    A quotation that was found on the page of an outlet which the draft credits neither with the quotation nor
    anywhere beside it.

Why it matters
    The reader believes we spoke to the speaker. We did not, and do not know what was asked.

Guideline
    Guardian Editorial Code: quotations taken from other media must be credited; NPR: say where a quote was said if
    not to us.

Flagged
    "We will close in May," Ada Holm said, found on a page of the Daily Ledger that the draft does not name.

Passes
    "We will close in May," Ada Holm told the Daily Ledger, found on a page of the Daily Ledger.

What to do
    Credit the outlet where the quotation stands: "… told the Daily Ledger".
"""

from collections.abc import Iterator

from provaudit.model import Case, Claim, Hop, PassageStatus, Severity
from provaudit.rules.credits import nest, sources_of
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.upstream import credits_near, evidence, is_quoted, landed, outlet_at

_VERBATIM = frozenset({PassageStatus.EXACT, PassageStatus.NEAR, PassageStatus.ALTERED})


def _check(case: Case) -> Iterator[Remark]:
    for claim in case.claims:
        hop = next((hop for hop in landed(claim) if _found_verbatim(hop)), None) if is_quoted(case, claim) else None
        if hop and not _lender_named(case, claim):
            outlet = outlet_at(case, hop)
            if outlet and not credits_near(case, claim, outlet):
                message = f"this quotation stands on a page of {outlet.name}, which is not credited for it"
                yield Remark(message, claim.spans[0], (claim.id,), evidence(hop))


def _found_verbatim(hop: Hop) -> bool:
    return hop.passage is not None and hop.passage.status in _VERBATIM


def _lender_named(case: Case, claim: Claim) -> bool:
    """Whether the draft's words give the quotation to an outlet at all; whose it was first is PS304's question."""
    own = case.publisher.id if case.publisher else None
    mentions = [mention for step in nest(case, claim) for mention in (step.source, step.venue)]
    return any(source.outlet and source.outlet.id != own for source in sources_of(case, *mentions))


RULE = rule_of(__doc__, severity=Severity.ERROR, scope=Scope.UPSTREAM, check=_check)
