"""The rules of the catalogue, and the judge that puts a case before them.

One rule is one module here, whose docstring is its manual; `RULES` lists them all. `suppress` and the module
`baseline` are what a newsroom answers a finding with.
"""

from collections.abc import Mapping

from provaudit.model import Case, Finding, Outcome, Severity
from provaudit.rules.catalogue import RULES
from provaudit.rules.rule import Manual, Rule, Scope, in_order, number_duplicates
from provaudit.rules.suppressions import suppress

__all__ = ["RULES", "Manual", "Rule", "Scope", "judge", "judged_rules", "suppress"]


def judge(
    case: Case, *, only: frozenset[str] | None = None, severities: Mapping[str, Severity] | None = None
) -> tuple[Finding, ...]:
    """Return what the rules (of `only`, or all) find, sorted by place, then rule; the fingerprints are unique."""
    overrides = severities or {}
    found = [
        finding
        for rule in RULES
        if only is None or rule.id in only
        for finding in rule.findings(case, overrides.get(rule.id))
    ]
    return tuple(number_duplicates(sorted(found, key=in_order)))


def judged_rules(case: Case, *, only: frozenset[str] | None = None) -> frozenset[str]:
    """Return the ids of the rules that were selected and could speak: those marked U only where a hop was followed."""
    followed = any(hop.outcome is not Outcome.NOT_FOLLOWED for claim in case.claims for hop in claim.hops)
    return frozenset(
        rule.id
        for rule in RULES
        if (only is None or rule.id in only) and (followed or rule.scope is not Scope.UPSTREAM)
    )
