"""PA104 run-on-speakers: one speaker's words follow another's, and nothing marks the change.

What it flags
    Two quotations side by side in one paragraph, of two speakers, where the second speaker is named only after the
    second quotation has begun.

Why it matters
    The reader takes the second quotation for more from the first speaker, and finds out too late.

Guideline
    Reuters Handbook of Journalism, "Quotes": where the speaker changes, name the new one before the words.

Flagged
    "The bridge is safe," said Ada Holm. "It has been unsafe for ten years," said Ben Oduya.

Passes
    "The bridge is safe," said Ada Holm. Ben Oduya disagreed. "It has been unsafe for ten years," he said.

What to do
    Name the second speaker before the second quotation, or begin a new paragraph.
"""

from collections.abc import Iterator
from itertools import pairwise

from provaudit.model import Attribution, AttributionKind, Case, Severity, Span
from provaudit.rules.credits import claims_of
from provaudit.rules.prose import prose_of
from provaudit.rules.rule import Remark, Scope, rule_of


def _check(case: Case) -> Iterator[Remark]:
    prose = prose_of(case.article)
    opened = {quotation.span.start for quotation in prose.quotations}
    quoted = [
        one for one in case.attributions if _is_quoted(one) and opened & {_content(one).start, _content(one).start - 1}
    ]
    for first, second in pairwise(sorted(quoted, key=lambda attribution: _content(attribution).start)):
        start = _content(second).start
        block = prose.block_of(start)
        if block is None or block != prose.block_of(_content(first).start) or first.id == second.parent:
            continue
        if _other_speaker(first, second) and _unmarked(case, first, second):
            said = second.source.text if second.source else "another speaker"
            message = f"the words of {said} follow another speaker's unmarked: name {said} before them"
            yield Remark(message, _content(second), claims_of(case, second))


def _marks(start: int) -> tuple[int, int]:
    """Where the opening mark of a content stands: at its start, or right before it."""
    return start - 1, start


def _is_quoted(attribution: Attribution) -> bool:
    spans = attribution.content.spans if attribution.content else ()
    return attribution.kind is AttributionKind.DIRECT and bool(
        spans and attribution.source and attribution.source.spans
    )


def _content(attribution: Attribution) -> Span:
    return attribution.content.spans[0] if attribution.content else Span(0, 0)


def _other_speaker(first: Attribution, second: Attribution) -> bool:
    if not first.source or not second.source or second.source.unresolved or first.source.unresolved:
        return False
    return bool(first.source.sources and second.source.sources) and not set(first.source.sources) & set(
        second.source.sources
    )


def _unmarked(case: Case, first: Attribution, second: Attribution) -> bool:
    """Whether the second speaker comes after the quotation begins, and no words stand between the two speeches."""
    start = _content(second).start
    if second.source is None or second.source.spans[0].start < start:
        return False
    parts = [mention for mention in (first.source, first.cue, first.content, first.venue) if mention]
    end = max((span.end for mention in parts for span in mention.spans if span.end <= start), default=start)
    between = prose_of(case.article).text[end:start]
    return not any(word[0].isupper() for word in between.split() if word[0].isalpha()) and "\n" not in between


RULE = rule_of(__doc__, severity=Severity.WARNING, scope=Scope.DRAFT, check=_check)
