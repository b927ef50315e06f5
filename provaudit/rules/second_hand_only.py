"""PS301 second-hand-only: a key claim rests on another outlet alone.

What it flags
    A claim in the headline or the first three paragraphs, or one with a figure or an allegation anywhere, that the
    draft has from another outlet, unless a first-hand claim of the draft says the same.

Why it matters
    What another outlet got wrong is then wrong here too, and repeating it makes it look confirmed.

Guideline
    BBC Editorial Guidelines, section 3: first-hand sources are to be used where possible, and a claim taken from
    another outlet is rarely enough on its own.

Flagged
    The plant will close in May, according to the Daily Ledger.

Passes
    The plant will close in May, its manager, Ada Holm, said on Tuesday.

What to do
    Ask the origin yourself, or say plainly that you could not, and attribute it where it stands.
"""

from collections.abc import Iterator

from provaudit.model import BlockKind, Case, Claim, Severity
from provaudit.rules.claim_words import allegations, figures, says_the_same
from provaudit.rules.credits import nest, outlets_of, sources_of
from provaudit.rules.prose import Prose, prose_of
from provaudit.rules.rule import Remark, Scope, rule_of


def _check(case: Case) -> Iterator[Remark]:
    prose = prose_of(case.article)
    top = _top_of_the_story(prose)
    first_hand = [claim for claim in case.claims if claim.stated == 1]
    for claim in case.claims:
        if claim.stated is None or claim.stated < 2 or not claim.spans:
            continue
        key = claim.spans[0].start < top or figures(claim.text) or allegations(claim.text)
        if key and not any(says_the_same(claim, other) for other in first_hand):
            yield Remark(
                f"this rests on {_lenders(case, claim)} alone: confirm it at its origin", claim.spans[0], (claim.id,)
            )


def _top_of_the_story(prose: Prose) -> int:
    """Where the third paragraph ends."""
    paragraphs = [block for block in prose.blocks if block.kind is BlockKind.PARAGRAPH][:3]
    return paragraphs[-1].span.end if paragraphs else 0


def _lenders(case: Case, claim: Claim) -> str:
    mentions = [mention for step in nest(case, claim) for mention in (step.source, step.venue)]
    names = [source.name for source in sources_of(case, *mentions) if outlets_of(source)]
    return " and ".join(dict.fromkeys(names)) or "another outlet"


RULE = rule_of(__doc__, severity=Severity.WARNING, scope=Scope.DRAFT, check=_check)
