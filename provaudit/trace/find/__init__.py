"""The ways to find an upstream page, one file each, behind one signature: (Search, Desk) → Lead.

Adding a tier: write `find` and `hosts` in a new file and give it its place in `WAYS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from provaudit.model import Lead, Tier, Wanted
from provaudit.trace.desk import Desk
from provaudit.trace.find import (
    brave,
    feeds,
    gdelt,
    guardian,
    links,
    nyt,
    searxng,
    site_search,
    sitemaps,
    wayback,
    wordpress,
)
from provaudit.trace.search import Search, search_for


@dataclass(frozen=True, slots=True)
class Way:
    """A tier: how it is asked, and whom it would ask. `find` gives None where there is nothing to ask about."""

    tier: Tier
    find: Callable[[Search, Desk], Lead | None]
    hosts: Callable[[Search, Desk], tuple[str, ...]]


#: Cheapest and least revealing first.
WAYS = (
    Way(Tier.LINK, links.find, links.hosts),
    Way(Tier.WORDPRESS, wordpress.find, wordpress.hosts),
    Way(Tier.WAYBACK, wayback.find, wayback.hosts),
    Way(Tier.SITEMAP, sitemaps.find, sitemaps.hosts),
    Way(Tier.FEED, feeds.find, feeds.hosts),
    Way(Tier.SEARCH, site_search.find, site_search.hosts),
    *(
        Way(module.SERVICE.tier, module.SERVICE.find, module.SERVICE.hosts)
        for module in (gdelt, nyt, guardian, brave, searxng)
    ),
)


def leads(wanted: Wanted, desk: Desk) -> Iterator[Lead]:
    """One lead a tier that has something to ask, in order; a tier is asked when its lead is taken."""
    search = search_for(wanted)
    for way in WAYS:
        lead = way.find(search, desk) if way.tier in desk.options.tiers else None
        if lead is not None:
            yield lead


def hosts_for(wanted: Wanted, desk: Desk) -> tuple[str, ...]:
    """The hosts that `leads` and following its candidates may ask; nobody is asked."""
    search = search_for(wanted)
    found = (host for way in WAYS if way.tier in desk.options.tiers for host in way.hosts(search, desk))
    return tuple(sorted(set(found)))
