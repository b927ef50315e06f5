"""PQ401 quote-drift: quoted words differ from upstream's.

What it flags
    A quotation of the draft that was found upstream with other words: changed, left out or added. Elisions marked by
    dots and additions in brackets are no drift, nor are capitals, spacing or kinds of quotation marks.

Why it matters
    Quotation marks say: these were the words. Anything else puts words into somebody's mouth.

Guideline
    New York Times, "Guidelines on Integrity": every word within quotation marks is exactly as it was said.

Flagged
    "We will never pay for the bridge," Holm said, where the page has "We will not pay for the bridge".

Passes
    "We will ... pay for the bridge," Holm said, where the page has "We will not shrink from it and pay for the
    bridge".

What to do
    Restore the words, or take the quotation marks off and paraphrase.
"""

from collections.abc import Iterator

from provaudit.model import Case, Claim, Drift, DriftKind, Hop, PassageStatus, Severity
from provaudit.rules.prose import prose_of
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.upstream import evidence, is_quoted, landed, page_name, quoted_words

_VERBATIM = frozenset({PassageStatus.EXACT, PassageStatus.NEAR, PassageStatus.ALTERED})


def _check(case: Case) -> Iterator[Remark]:
    for claim in case.claims:
        hop = _nearest_the_origin(claim) if is_quoted(case, claim) else None
        drift = list(_in_quotation_marks(case, claim, hop)) if hop else []
        if hop and drift:
            changes = "; ".join(_change(one) for one in drift[:3])
            message = f"the quotation is not what {page_name(case, hop)} has: {changes}"
            yield Remark(message, claim.spans[0], (claim.id,), evidence(hop))


def _nearest_the_origin(claim: Claim) -> Hop | None:
    """The last page up that has the quotation in words of its own."""
    verbatim = [hop for hop in landed(claim) if hop.passage and hop.passage.status in _VERBATIM]
    return verbatim[-1] if verbatim else None


def _in_quotation_marks(case: Case, claim: Claim, hop: Hop) -> Iterator[Drift]:
    quoted = quoted_words(case, claim, [quotation.inner for quotation in prose_of(case.article).quotations])
    whole = " ".join(claim.text.split()).casefold().strip(" \"“”‘’'.,")
    for drift in hop.drift:
        words = " ".join(drift.draft.split()).casefold()
        # Words that upstream has and the draft dropped are of the quotation only where all of the claim is quoted.
        inside = words in quoted if words else whole in quoted
        if inside and drift.kind is not DriftKind.TRUNCATION:
            yield drift


def _change(drift: Drift) -> str:
    if not drift.draft:
        return f'"{drift.upstream}" was left out'
    if not drift.upstream:
        return f'"{drift.draft}" was added'
    return f'"{drift.draft}" for "{drift.upstream}"'


RULE = rule_of(__doc__, severity=Severity.ERROR, scope=Scope.UPSTREAM, check=_check)
