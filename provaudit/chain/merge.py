"""What a page names at a passage, laid beside what the draft named beyond it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from provaudit.chain.plan import Step
from provaudit.chain.same import same_source


def merged(found: Sequence[Step], stated: Sequence[Step]) -> tuple[Step, ...]:
    """The steps to go on with. The page's own words lead.

    An outlet that the draft names and the page does not stays, before the page's last source; the draft's last source
    stays where the page names nobody but outlets, or a pronoun that could not be tied to a name.
    """
    if not found:
        return tuple(stated)
    outlets = [step for step in stated if step.is_outlet and not any(_same(step, other) for other in found)]
    tail = [step for step in stated[-1:] if not step.is_outlet]
    people = [_adopted(step, stated) for step in found if not step.is_outlet and not (step.unresolved and tail)]
    return (*(_adopted(step, stated) for step in found if step.is_outlet), *outlets, *(people or tail))


def _adopted(step: Step, stated: Sequence[Step]) -> Step:
    """A source that the draft names too keeps the draft's attribution."""
    for other in stated:
        if _same(step, other):
            return replace(step, attribution=other.attribution)
    return step


def _same(one: Step, other: Step) -> bool:
    return any(same_source(source, rival) for source in one.sources for rival in other.sources)
