"""PS306 unverified-not-flagged: a serious allegation at second hand, and no word that it could not be verified.

What it flags
    An allegation of crime, misconduct, abuse, fraud or death that the draft has from another outlet, in a draft that
    nowhere says it could not verify or confirm it.

Why it matters
    Whoever repeats an allegation makes it too, before readers and before courts. Readers must know that we have not
    checked it.

Guideline
    BBC Editorial Guidelines, section 3: say so where a claim could not be verified; Washington Post, "Policies and
    Standards", on other organisations' reports.

Flagged
    The contractor bribed two inspectors, according to the Daily Ledger.

Passes
    The contractor bribed two inspectors, according to the Daily Ledger. The Herald could not verify the report.

What to do
    Verify it, or say that you could not.
"""

import re
from collections.abc import Iterator

from provaudit.model import Case, Confidence, Severity
from provaudit.rules.claim_words import allegations, says_the_same
from provaudit.rules.prose import prose_of
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.words import any_of


def _check(case: Case) -> Iterator[Remark]:
    unverified = re.compile(rf"(?<![\w-]){any_of('unverified')}(?![\w-])", re.IGNORECASE)
    if unverified.search(prose_of(case.article).outside):
        return
    first_hand = [claim for claim in case.claims if claim.stated == 1]
    for claim in case.claims:
        alleged = next(iter(allegations(claim.text, "deaths")), None)
        if alleged is None or claim.stated is None or claim.stated < 2 or not claim.spans:
            continue
        if not any(says_the_same(claim, other) for other in first_hand):
            message = f'a serious allegation ("{alleged.group()}") at second hand: say whether it could be verified'
            yield Remark(message, claim.spans[0], (claim.id,))


RULE = rule_of(__doc__, severity=Severity.INFO, scope=Scope.DRAFT, check=_check, confidence=Confidence.MEDIUM)
