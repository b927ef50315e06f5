"""PN203 plural-single-source: "sources", where the upstream page shows one.

What it flags
    "Sources", "officials" and other unnamed plurals of the draft for a claim that rests, on the page upstream, on one
    unnamed source.

Why it matters
    Two who say the same are worth far more than one. The plural is a confirmation nobody gave.

Guideline
    Reuters Handbook of Journalism: never use the plural "sources" for one.

Flagged
    The plant will close in May, sources told the Ledger, whose page has "a source close to the owners".

Passes
    The plant will close in May, a source told the Ledger, whose page has "a source close to the owners".

What to do
    Use the singular, and the description that the page gives.
"""

import re
from collections.abc import Iterator

from provaudit.model import Case, Claim, Hop, Mention, Severity, SourceKind
from provaudit.rules.credits import nest, sources_of
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.upstream import credits_at, evidence, landed, page_name
from provaudit.rules.words import word_list

_ONE = re.compile(r"(?:an?|one|the|another|this|that)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")


def _check(case: Case) -> Iterator[Remark]:
    for claim in case.claims:
        plural = _plural_of_the_draft(case, claim)
        hop = next((hop for hop in reversed(landed(claim)) if _shows_one(case, hop)), None) if plural else None
        if plural and hop:
            single = next(attribution.source.text for attribution, _ in credits_at(case, hop) if attribution.source)
            message = f'"{plural.text}" where {page_name(case, hop)} has one: "{single}"'
            yield Remark(message, plural.spans[0], (claim.id,), evidence(hop))


def _plural_of_the_draft(case: Case, claim: Claim) -> Mention | None:
    for step in nest(case, claim):
        kinds = {source.kind for source in sources_of(case, step.source)}
        if step.source and step.source.spans and is_plural(step.source.text) and SourceKind.ANONYMOUS in kinds:
            return step.source
    return None


def is_plural(words: str) -> bool:
    """Whether an unnamed source is given in the plural."""
    plurals = word_list("plural_sources")
    return not _ONE.match(words) and any(word.casefold() in plurals for word in _WORD.findall(words))


def _shows_one(case: Case, hop: Hop) -> bool:
    """Whether the passage rests on exactly one unnamed source, and no unnamed plural says anything on the page."""
    at_passage = list(credits_at(case, hop))
    seen = case.upstream.get(hop.page.url) if hop.page else None
    if seen is None or len({source.id for _, source in at_passage}) != 1:
        return False
    source = at_passage[0][1]
    mentions = [attribution.source.text for attribution in seen.attributions if attribution.source]
    one = all(attribution.source and _ONE.match(attribution.source.text) for attribution, _ in at_passage)
    return source.kind is SourceKind.ANONYMOUS and one and not any(is_plural(words) for words in mentions)


RULE = rule_of(__doc__, severity=Severity.WARNING, scope=Scope.UPSTREAM, check=_check)
