"""PS304 uncredited-origin: the chain ends at an outlet the draft never names.

What it flags
    A claim followed to its end whose last outlet, the one that has it at first hand, is named nowhere in the draft.

Why it matters
    Whoever broke the story did the work and answers for it. The reader is sent to somebody who only passed it on.

Guideline
    AP, "Statement of News Values": credit the organisation that broke the story.

Flagged
    The plant will close in May, according to AmericaBlog, whose page credits Newsmax for it.

Passes
    The plant will close in May, Newsmax reported, according to AmericaBlog.

What to do
    Read the origin's page and credit it by name.
"""

from collections.abc import Iterator

from provaudit.model import Case, Claim, End, Hop, Severity
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.upstream import evidence, is_named_in_draft, is_quoted, landed, outlet_at

_ENDED = frozenset({End.ORIGIN, End.ANONYMOUS})


def _check(case: Case) -> Iterator[Remark]:
    told: set[str] = set()
    for claim in case.claims:
        hop = _last(claim)
        outlet = outlet_at(case, hop) if hop else None
        if hop is None or outlet is None or outlet.id in told or is_named_in_draft(case, outlet):
            continue
        if hop.n == 1 and hop.attribution is None and is_quoted(case, claim):
            continue  # a quotation without credit is PS303's
        told.add(outlet.id)
        message = f"this comes from {outlet.name}, which the draft never names: credit who broke it"
        yield Remark(message, claim.spans[0], (claim.id,), evidence(hop))


def _last(claim: Claim) -> Hop | None:
    """The last page up of a chain that was followed to its end."""
    hops = landed(claim)
    return hops[-1] if hops and claim.end in _ENDED else None


RULE = rule_of(__doc__, severity=Severity.WARNING, scope=Scope.UPSTREAM, check=_check)
