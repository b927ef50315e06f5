"""PL603 link-mismatch: the words credit one outlet, and the link beside them leads to another.

What it flags
    A link on or beside a credit ("the Post reported") that leads to a page of another outlet. Archives, shorteners
    and pages of the same owner are left alone.

Why it matters
    Either the wrong outlet is credited or the wrong page was read. The reader who checks finds a third party.

Guideline
    Text-source integrity: what is cited must be what was used.

Flagged
    The plant will close in May, [Reuters reported](https://www.nytimes.com/2026/05/02/business/plant.html).

Passes
    The plant will close in May, [Reuters reported](https://www.reuters.com/business/plant).

What to do
    Credit the outlet whose page it is, or link the page of the outlet you credit.
"""

from collections.abc import Iterator

from provaudit.model import Attribution, Case, Link, Outlet, OutletKind, Severity, Span
from provaudit.rules.credits import meets, mentions_in, outlets_of, shipped_registry, sources_of
from provaudit.rules.links import host_of, leads_nowhere
from provaudit.rules.prose import prose_of
from provaudit.rules.rule import Remark, Scope, rule_of


def _check(case: Case) -> Iterator[Remark]:
    prose = prose_of(case.article)
    for link in case.article.links:
        sentence = prose.sentence_at(link.span.start)
        host = host_of(link.url)
        if sentence is None or leads_nowhere(host):
            continue
        credited = list(_credited_beside(case, link, sentence))
        if not credited or any(_publishes(outlet, host) for outlet in credited):
            continue
        other = _publisher(case, host)
        if other and not any(_same_house(other, outlet) for outlet in credited):
            yield Remark(f"the words credit {credited[0].name}, the link leads to {other.name}", link.span)


def _credited_beside(case: Case, link: Link, sentence: Span) -> Iterator[Outlet]:
    """The outlets of the credit that the link stands on, else those of the sentence's only credit."""
    found = {attribution.id: attribution for attribution, _ in mentions_in(case, sentence)}
    named = [attribution for attribution in found.values() if any(_outlets(case, attribution))]
    touching = [attribution for attribution in named if _touches(attribution, link.span)]
    chosen = touching or (named if len(named) == 1 and meets(named[0].content, link.span) else [])
    for attribution in chosen:
        yield from _outlets(case, attribution)


def _touches(attribution: Attribution, span: Span) -> bool:
    return any(meets(mention, span) for mention in (attribution.source, attribution.cue, attribution.venue))


def _outlets(case: Case, attribution: Attribution) -> Iterator[Outlet]:
    for source in sources_of(case, attribution.source, attribution.venue):
        yield from outlets_of(source)


def _publishes(outlet: Outlet, host: str) -> bool:
    return any(host == entry.domain or host.endswith(f".{entry.domain}") for entry in outlet.domains)


def _publisher(case: Case, host: str) -> Outlet | None:
    """The outlet that publishes at the host: one of the draft's own, else of the shipped registry; no platform."""
    own = [outlet for source in case.sources.values() for outlet in outlets_of(source)]
    found = next((outlet for outlet in own if _publishes(outlet, host)), None) or shipped_registry().by_domain(host)
    return None if found is None or found.kind in {OutletKind.PLATFORM, OutletKind.AGGREGATOR} else found


def _same_house(one: Outlet, other: Outlet) -> bool:
    return one.id == other.id or (one.owner is not None and one.owner == other.owner)


RULE = rule_of(__doc__, severity=Severity.WARNING, scope=Scope.DRAFT, check=_check)
