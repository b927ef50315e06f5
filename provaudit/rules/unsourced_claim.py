"""PA106 unsourced-claim: a figure or an allegation, and no source in its paragraph.

What it flags
    A count, share, amount or rate, or an allegation of crime, misconduct, abuse or fraud, outside quotation marks in
    a paragraph that credits nobody for anything. Dates, ages, clock times, scores and spans of time are no figures.

Why it matters
    Figures and allegations are what readers repeat and lawyers ask about. Where they came from must be on the page.

Guideline
    Reuters Handbook of Journalism: source every statement that is not common knowledge; BBC Editorial Guidelines,
    section 3: material facts are sourced.

Flagged
    The ministry spent 14 million euros on the bridge before work was stopped.

Passes
    The ministry spent 14 million euros on the bridge, according to its annual report.

What to do
    Say where the figure or the allegation comes from, in the same paragraph.
"""

from collections.abc import Iterator

from provaudit.model import BlockKind, Case, Confidence, Severity, Span
from provaudit.rules.claim_words import allegations, figures
from provaudit.rules.credits import someone_says
from provaudit.rules.prose import Prose, prose_of
from provaudit.rules.rule import Remark, Scope, rule_of


def _check(case: Case) -> Iterator[Remark]:
    prose = prose_of(case.article)
    credited = _credited_blocks(case, prose)
    for sentence in prose.running():
        if sentence.block in credited or prose.blocks[sentence.block].kind is not BlockKind.PARAGRAPH:
            continue
        words = prose.unquoted(sentence.span)
        alleged = next(iter(allegations(words)), None)
        found = alleged or next(iter(figures(words)), None)
        if found:
            span = Span(sentence.span.start + found.start(), sentence.span.start + found.end())
            said = prose_of(case.article).words(span)
            kind = "an allegation" if alleged else "a figure"
            yield Remark(f'{kind} without a source in its paragraph: "{said}"', span)


def _credited_blocks(case: Case, prose: Prose) -> set[int | None]:
    """The blocks that any part of an attribution stands in, and those that read as if somebody said something."""
    mentions = [
        mention
        for attribution in case.attributions
        for mention in (attribution.source, attribution.cue, attribution.venue, attribution.content)
        if mention
    ]
    found = {prose.block_of(span.start) for mention in mentions for span in mention.spans}
    return found | {number for number, block in enumerate(prose.blocks) if someone_says(prose.unquoted(block.span))}


RULE = rule_of(__doc__, severity=Severity.INFO, scope=Scope.DRAFT, check=_check, confidence=Confidence.MEDIUM)
