"""What the first step of each claim would look for, without looking."""

from __future__ import annotations

from collections.abc import Iterator

from provaudit.audit.desk import Desk, reading
from provaudit.audit.statements import statement_of, wanted_for
from provaudit.chain import Standpoint, claims_of, is_outlet, steps
from provaudit.model import Article, Wanted


def first_wanted(article: Article, desk: Desk) -> Iterator[Wanted]:
    """Yield what each claim's first outlet, or the links beside its words, would be searched by."""
    read = reading(article, desk)
    sources = {source.id: source for source in read.sources}
    by_id = {attribution.id: attribution for attribution in read.attributions}
    for claim in claims_of(article, read.attributions, sources, read.publisher):
        attribution = by_id[claim.attribution]
        stand = Standpoint(article, claim.spans, statement_of(claim, attribution, article, sources))
        plan = steps(attribution, read.attributions, sources, read.publisher)
        outlets = [step for step in plan if step.is_outlet]
        for source in outlets[0].sources if outlets else ():
            yield wanted_for(stand, source.outlet if is_outlet(source) else None)
        if not outlets:
            yield wanted_for(stand, None)
