"""The rules of the catalogue, and the judge that puts a case before them.

One rule is one module here, whose docstring is its manual; `RULES` lists them all. `suppress` and the module
`baseline` are what a newsroom answers a finding with.
"""

from collections.abc import Mapping
from typing import Final

from provaudit.model import Article, Case, Finding, Outcome, Severity
from provaudit.read.language import language_of
from provaudit.rules.catalogue import RULES
from provaudit.rules.prose import prose_of
from provaudit.rules.rule import Manual, Rule, Scope, in_order, number_duplicates
from provaudit.rules.suppressions import suppress

_TELLING_WORDS: Final = 25

__all__ = ["RULES", "Manual", "Rule", "Scope", "is_english", "judge", "judged_rules", "suppress"]


def judge(
    case: Case, *, only: frozenset[str] | None = None, severities: Mapping[str, Severity] | None = None
) -> tuple[Finding, ...]:
    """Return what the rules (of `only`, or all) find, sorted by place, then rule; the fingerprints are unique.

    A draft in another language than English is not judged: the rules know English words alone.
    """
    overrides = severities or {}
    found = [
        finding
        for rule in RULES
        if _is_judged(rule, case, only)
        for finding in rule.findings(case, overrides.get(rule.id))
    ]
    return tuple(number_duplicates(sorted(found, key=in_order)))


def judged_rules(case: Case, *, only: frozenset[str] | None = None) -> frozenset[str]:
    """Return the ids of the rules that were selected and could speak: those marked U only where a hop was followed."""
    followed = any(hop.outcome is not Outcome.NOT_FOLLOWED for claim in case.claims for hop in claim.hops)
    return frozenset(
        rule.id for rule in RULES if _is_judged(rule, case, only) and (followed or rule.scope is not Scope.UPSTREAM)
    )


def _is_judged(rule: Rule, case: Case, only: frozenset[str] | None) -> bool:
    selected = only is None or rule.id in only
    return selected and (rule.scope is Scope.STATE or is_english(case.article))


def is_english(article: Article) -> bool:
    """Whether the draft is in English: as it says or, where it denies it, as its words do. Few words tell nothing."""
    said = article.language
    if said is None or said.casefold().startswith("en"):
        return True
    words = prose_of(article).text
    return len(words.split()) < _TELLING_WORDS or language_of(words) == "en"
