"""The draft's own links: the cheapest tier, and the only one that reveals nothing the draft does not say."""

from __future__ import annotations

from provaudit.model import Candidate, Lead, Outcome, Outlet, OutletKind, Tier, Tried
from provaudit.trace.desk import Desk
from provaudit.trace.search import Search, date_in
from provaudit.trace.urls import canonical, capture_of, host_of, is_shortener, registrable

#: Kinds whose sites carry other outlets' work.
_CARRIERS = frozenset({OutletKind.AGGREGATOR, OutletKind.PLATFORM})


def find(search: Search, desk: Desk) -> Lead | None:
    """The links that may lead to the outlet, nearest the attribution first; None where the draft has no links."""
    if not search.wanted.links:
        return None
    found: dict[str, Candidate] = {}
    for place, link in enumerate(search.wanted.links):
        reason = _reason(search, desk, link)
        url = canonical(link)
        if reason and url not in found:
            # An archive's address is kept as it is: its date says which capture the draft means.
            kept = link if capture_of(link) else url
            score = (1.0 if reason.startswith("a link of the draft to ") else 0.5) - place / 1000
            cited = search.wanted.cited is None or place < search.wanted.cited
            found[url] = Candidate(kept, Tier.LINK, reason, round(score, 4), published=date_in(url), cited=cited)
    best = sorted(found.values(), key=lambda candidate: -candidate.score)[: desk.options.max_candidates]
    if best:
        return Lead(Tried(Tier.LINK, Outcome.FOUND), tuple(best))
    return Lead(Tried(Tier.LINK, Outcome.NOT_FOUND, "no link of the draft leads there"))


def hosts(search: Search, desk: Desk) -> tuple[str, ...]:
    """Where those links lead."""
    lead = find(search, desk)
    return tuple(host_of(canonical(candidate.url)) for candidate in lead.candidates) if lead else ()


def _reason(search: Search, desk: Desk, link: str) -> str | None:
    """Why a link may hold the claim, None where it leads elsewhere."""
    url = canonical(link)
    if not url.startswith(("http://", "https://")):
        return None
    outlet = search.wanted.outlet
    if outlet is None:
        return "a link of the draft"
    if is_shortener(url):
        return "a shortened link of the draft"
    return _reason_of_domain(outlet, desk.registry.by_domain(url), url)


def _reason_of_domain(outlet: Outlet, holder: Outlet | None, url: str) -> str | None:
    own = {registrable(entry.domain.partition("/")[0]) for entry in outlet.domains}
    if (holder and holder.id == outlet.id) or (holder is None and registrable(url) in own):
        return f"a link of the draft to {outlet.name}"
    if holder is not None and holder.kind in _CARRIERS:
        return f"a link of the draft, on {holder.name}"
    if not outlet.domains and holder is None:
        return "a link of the draft; where the outlet publishes is not known"
    return None
