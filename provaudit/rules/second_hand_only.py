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

from collections.abc import Iterable, Iterator

from provaudit.model import Attribution, BlockKind, Case, Claim, Severity, Span
from provaudit.rules.claim_words import allegations, figures, says_the_same
from provaudit.rules.credits import nest, outlets_of, sources_of
from provaudit.rules.prose import Prose, prose_of
from provaudit.rules.rule import Remark, Scope, rule_of

_LEAST_WORDS = 3  # "basically", "so": nothing one could confirm


def _check(case: Case) -> Iterator[Remark]:
    top = _top_of_the_story(prose_of(case.article))
    first_hand = [claim for claim in case.claims if claim.stated == 1 or _is_ours(case, claim)]
    wire: list[Claim] = []
    borrowed: dict[tuple[Span, ...], list[Claim]] = {}
    for claim in case.claims:
        if len(claim.text.split()) < _LEAST_WORDS:
            continue
        key = claim.spans[0].start < top or figures(claim.text) or allegations(claim.text)
        if (claim.stated or 1) < 2 or not key or any(claim is one or says_the_same(claim, one) for one in first_hand):
            continue
        if _lenders(case, nest(case, claim)):
            borrowed.setdefault(claim.spans, []).append(claim)
        else:
            wire.append(claim)
    for spans, claims in borrowed.items():  # "A reported, and B confirmed, that …" is one finding
        lenders = _lenders(case, [step for claim in claims for step in nest(case, claim)])
        message = f"this rests on {lenders} alone: confirm it at its origin"
        yield Remark(message, spans[0], tuple(claim.id for claim in claims))
    if wire:
        # A credit for the whole text covers every claim: one finding says it for all.
        lenders = _lenders(case, [attribution for attribution in case.attributions if attribution.whole_text])
        message = f"the whole story rests on {lenders or 'another outlet'}: confirm its key claims at their origin"
        yield Remark(message, wire[0].spans[0], tuple(claim.id for claim in wire))


def _is_ours(case: Case, claim: Claim) -> bool:
    """Whether our own outlet has it too: "told the Herald and Reuters" in the Herald."""
    mentions = [mention for step in nest(case, claim) for mention in (step.source, step.venue)]
    found = {outlet.id for source in sources_of(case, *mentions) for outlet in outlets_of(source)}
    return case.publisher is not None and case.publisher.id in found


def _top_of_the_story(prose: Prose) -> int:
    """Where the third paragraph ends."""
    paragraphs = [block for block in prose.blocks if block.kind is BlockKind.PARAGRAPH][:3]
    return paragraphs[-1].span.end if paragraphs else 0


def _lenders(case: Case, steps: Iterable[Attribution]) -> str:
    """The outlets these attributions name, other than the draft's own; a reporter's is named for her."""
    own = case.publisher.id if case.publisher else None
    mentions = [mention for step in steps for mention in (step.source, step.venue)]
    found = [source for source in sources_of(case, *mentions) if outlets_of(source)]
    names = [
        source.outlet.name if source.outlet else source.name
        for source in found
        if own not in {outlet.id for outlet in outlets_of(source)}
    ]
    return " and ".join(dict.fromkeys(names))


RULE = rule_of(__doc__, severity=Severity.WARNING, scope=Scope.DRAFT, check=_check)
