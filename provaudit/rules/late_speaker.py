"""PA103 late-speaker: the reader learns only after two or more quoted sentences who is speaking.

What it flags
    A quotation whose speaker is named only after its second sentence or later, where nothing before it has told the
    reader who is about to speak.

Why it matters
    Until the name comes the reader cannot weigh the words, and with a long quotation goes back to read it again.

Guideline
    Reuters Handbook of Journalism, "Quotes": the speaker is named at the first pause of a quotation, at the latest
    after its first sentence.

Flagged
    "The bridge is unsafe. It has been unsafe for ten years. We told the council twice," said Ada Holm.

Passes
    "The bridge is unsafe," said Ada Holm. "It has been unsafe for ten years. We told the council twice."

What to do
    Move the speaker to the first pause of the quotation, or introduce the speaker before it.
"""

from collections.abc import Iterator

from provaudit.model import Attribution, AttributionKind, Case, Mention, Severity, Span
from provaudit.rules.credits import claims_of, known_before
from provaudit.rules.prose import TITLES, Prose, Quotation, prose_of, sentence_ends
from provaudit.rules.rule import Remark, Scope, rule_of


def _check(case: Case) -> Iterator[Remark]:
    prose = prose_of(case.article)
    for attribution in case.attributions:
        source, content = attribution.source, attribution.content
        # Without a cue the name is a signature below the quotation, as under a motto.
        if not source or not source.spans or not content or not _has_a_verb(attribution.cue):
            continue
        if attribution.kind is not AttributionKind.DIRECT:
            continue
        before = _quoted_before(prose, attribution, source.spans[0].start)
        if before and _sentences(case, before) >= 2 and not known_before(case, source, before[0].span.start):
            number = _sentences(case, before)
            message = f"{source.text} is named only after {number} quoted sentences: say who speaks after the first"
            yield Remark(message, before[0].span, claims_of(case, attribution))


def _has_a_verb(cue: Mention | None) -> bool:
    return cue is not None and any(letter.isalpha() for letter in cue.text)


def _quoted_before(prose: Prose, attribution: Attribution, source: int) -> list[Quotation]:
    """The attribution's quotations that stand before its speaker; none where it runs on from another paragraph."""
    content = attribution.content
    found = [
        quotation
        for quotation in prose.quotations
        if quotation.span.end <= source + 1 and content and any(span.meets(quotation.inner) for span in content.spans)
    ]
    if not found or found[0].continued or prose.blocks[found[0].block].kind in TITLES:
        return []
    return found


def _sentences(case: Case, quotations: list[Quotation]) -> int:
    return sum(_count(case, quotation.inner) for quotation in quotations)


def _count(case: Case, inner: Span) -> int:
    words = prose_of(case.article).words(inner)
    ends = sentence_ends(words)
    return len(ends) + (not ends or ends[-1] < len(words))


RULE = rule_of(__doc__, severity=Severity.WARNING, scope=Scope.DRAFT, check=_check)
