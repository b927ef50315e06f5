"""PS302 single-source: the whole story has one independent source.

What it flags
    A draft all of whose claims go back to one and the same origin, as far as its words or its traced chains tell.

Why it matters
    One source can be wrong, or have a reason to tell it this way, and nothing in the story would show it.

Guideline
    BBC Editorial Guidelines, section 3: be reluctant to rely on a single source; Reuters: two sources are better
    than one.

Flagged
    The plant will close in May, said Ada Holm. The workers have been told, Holm said.

Passes
    The plant will close in May, said Ada Holm. The workers have been told, said Ben Oduya, who speaks for them.

What to do
    Find a second source that does not rest on the first, or tell readers that there is only one.
"""

from collections.abc import Iterator

from provaudit.model import Case, Confidence, Severity
from provaudit.rules.rule import Remark, Scope, rule_of


def _check(case: Case) -> Iterator[Remark]:
    if case.claims and case.independence.upper == 1:
        claims = tuple(claim.id for claim in case.claims)
        yield Remark(f"the whole story has one independent source{_named(case)}: look for a second", None, claims)


def _named(case: Case) -> str:
    origins = {case.sources[claim.origin or ""].name for claim in case.claims if claim.origin in case.sources}
    return f" ({origins.pop()})" if len(origins) == 1 else ""


RULE = rule_of(__doc__, severity=Severity.INFO, scope=Scope.DRAFT, check=_check, confidence=Confidence.MEDIUM)
