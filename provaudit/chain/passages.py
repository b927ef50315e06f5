"""What an upstream page rests on at one of its passages."""

from __future__ import annotations

from collections.abc import Sequence

from provaudit.chain.plan import Step, innermost, steps
from provaudit.model import Attribution, AttributionKind, Outlet, Span, Upstream

HALF = 0.5


def steps_at(upstream: Upstream, passage: Span, outlet: Outlet) -> tuple[Step, ...]:
    """The steps the page names for the words at `passage`, outermost first; () where it reports them itself.

    Credits for the whole text count, the page's own outlet does not.
    """
    attribution = attribution_at(upstream.attributions, passage)
    if attribution is not None:
        found = steps(attribution, upstream.attributions, upstream.sources, outlet)
    else:
        found = _credited(upstream, outlet)
    return tuple(Step(None, step.sources, step.unresolved) for step in found if not step.own)


def attribution_at(attributions: Sequence[Attribution], passage: Span) -> Attribution | None:
    """The innermost attribution that covers the passage best, None where none covers half of the shorter one."""
    scored = [(_cover(entry, passage), -position, entry) for position, entry in enumerate(innermost(attributions))]
    best = max(scored, default=None, key=lambda entry: entry[:2])
    return best[2] if best and best[0] > 0 else None


def _cover(attribution: Attribution, passage: Span) -> float:
    """Dice of the content and the passage, 0 where they share less than half of the shorter one."""
    spans = attribution.content.spans if attribution.content else ()
    shared = sum(max(0, min(span.end, passage.end) - max(span.start, passage.start)) for span in spans)
    length = sum(span.end - span.start for span in spans)
    width = passage.end - passage.start
    if not shared or shared < HALF * min(length, width):
        return 0.0
    return 2 * shared / (length + width)


def _credited(upstream: Upstream, outlet: Outlet) -> tuple[Step, ...]:
    credits_ = [entry for entry in upstream.attributions if entry.kind is AttributionKind.CREDIT and entry.whole_text]
    return steps(credits_[0], upstream.attributions, upstream.sources, outlet) if credits_ else ()
