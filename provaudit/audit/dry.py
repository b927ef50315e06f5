"""What the steps that a draft names would look for, without looking."""

from __future__ import annotations

from collections.abc import Iterator

from provaudit.audit.desk import Desk, reading
from provaudit.audit.statements import statement_of, wanted_for
from provaudit.chain import Standpoint, claims_of, is_outlet, steps
from provaudit.model import Article, Wanted


def stated_wanted(article: Article, desk: Desk) -> Iterator[Wanted]:
    """Yield what each outlet of each claim, or the links beside its words, would be searched by."""
    read = reading(article, desk)
    sources = {source.id: source for source in read.sources}
    by_id = {attribution.id: attribution for attribution in read.attributions}
    for claim in claims_of(article, read.attributions, sources, read.publisher):
        attribution = by_id[claim.attribution]
        stand = Standpoint(article, claim.spans, statement_of(claim, attribution, read.copy, sources))
        plan = steps(attribution, read.attributions, sources, read.publisher)
        outlets = [source.outlet for step in plan for source in step.sources if is_outlet(source)]
        yield from (wanted_for(stand, outlet) for outlet in outlets or [None])
