"""PX901 upstream-unreachable: a page upstream could not be reached or read.

What it flags
    Nothing about the draft: that a page was blocked, gone, behind a paywall, too slow or refused, once for each outlet
    and trouble. It never counts against the draft, whatever `--fail-on` says.

Why it matters
    Where a chain breaks off, the rules that need it are silent. Silence must not pass for a clean bill.

Guideline
    None of journalism's: the web's failures are evidence, not verdicts.

Flagged
    The plant will close in May, according to the Ledger, whose site answers nobody today.

Passes
    The plant will close in May, according to the Ledger, whose page was read.

What to do
    Try again later, add a link to the page or its archive copy, or ask for a full verdict with `--require-upstream`.
"""

from collections.abc import Iterator
from typing import Final

from provaudit.model import Case, Hop, Outcome, Severity
from provaudit.rules.rule import Remark, Scope, rule_of

_REACHED: Final = frozenset(
    {Outcome.FOUND, Outcome.ARCHIVED_ONLY, Outcome.NOT_FOUND, Outcome.NOT_FOLLOWED, Outcome.ABSENT}
)


def _check(case: Case) -> Iterator[Remark]:
    told: set[tuple[str, Outcome]] = set()
    for claim in case.claims:
        for hop in claim.hops:
            if hop.outcome not in _REACHED and (hop.source, hop.outcome) not in told:
                told.add((hop.source, hop.outcome))
                yield Remark(_message(case, hop), claim.spans[0] if claim.spans else None, (claim.id,))


def _message(case: Case, hop: Hop) -> str:
    name = case.sources[hop.source].name if hop.source in case.sources else "the page"
    detail = f" ({hop.detail})" if hop.detail else ""
    return f"{name} could not be followed: {hop.outcome.value}{detail}"


RULE = rule_of(__doc__, severity=Severity.INFO, scope=Scope.STATE, check=_check)
