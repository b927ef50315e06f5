"""How many independent origins, as a range.

* A chain that was followed to a named person, body, document or account, or to an outlet's own reporting, has a sure
  origin; so has a claim of the draft's own.
* An unnamed source, a vague end ("media reports") and a chain that broke off (not found, dead, refused, limit, not
  followed) have a possible one: unnamed people may all be one person, and a broken chain may lead anywhere. An
  unnamed source counts once for each page it speaks on, a broken chain once for the last source it names.
* A loop has none.

`lower` is the number of paths from the draft to sure origins that share no node (Menger's theorem, by networkx): two
people heard through one outlet alone are not sure to be independent. Where no origin is sure it is 1 if some chain
was followed to an unnamed source, else 0: a broken chain is never counted on. `upper` is the number of distinct
origins, possible ones included. Outlets of one owner, and outlets that ran one text, are one node.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from provaudit.independence.duplicates import same_text
from provaudit.independence.graph import DRAFT, SURE, Graph, Node, graph_of, is_outlet, source_key
from provaudit.independence.groups import groups
from provaudit.independence.voices import voices_of
from provaudit.model import Claim, End, Independence, Outlet, Source, Upstream

_ALL: Node = ("all", "")


def independence(
    claims: Sequence[Claim],
    sources: Mapping[str, Source],
    upstream: Mapping[str, Upstream],
    publisher: Outlet | None,
) -> Independence:
    """How many voices stand behind these claims; see the module for how they are counted.

    `sources` are all sources of the audit by id, `upstream` the pages seen by URL. The order of claims does not matter.
    """
    claims = sorted(claims, key=lambda claim: claim.id)
    one_text = same_text(_pages(claims, upstream))
    voices = voices_of(claims, sources, one_text)
    whole = graph_of(claims, sources, publisher, voices)
    sure = graph_of([claim for claim in claims if claim.end is End.ORIGIN], sources, publisher, voices)
    upper = _distinct(whole.sinks)
    certain = _paths(sure, {sink for sink in sure.sinks if sink[0] in SURE})
    return Independence(
        outlets_cited=len(_cited(claims, sources, publisher)),
        lower=min(upper, max(certain, int(any(claim.end is End.ANONYMOUS for claim in claims)))),
        upper=upper,
        loops=_loops(claims, sources, publisher),
        choke_points=_choke_points(whole, sources, set(voices.authors.values())),
        same_text=one_text,
    )


def by_group(
    claims: Sequence[Claim],
    sources: Mapping[str, Source],
    upstream: Mapping[str, Upstream],
    publisher: Outlet | None,
) -> tuple[tuple[tuple[str, ...], Independence], ...]:
    """For each group of two or more claims that say the same thing, how many voices say it."""
    by_id = {claim.id: claim for claim in claims}
    return tuple(
        (group, independence([by_id[one] for one in group], _used(group, by_id, sources), upstream, publisher))
        for group in groups(claims)
        if len(group) > 1
    )


def _used(group: Sequence[str], by_id: Mapping[str, Claim], sources: Mapping[str, Source]) -> Mapping[str, Source]:
    used = dict.fromkeys(hop.source for one in group for hop in by_id[one].hops)
    return {id_: sources[id_] for id_ in used if id_ in sources}


def _pages(claims: Sequence[Claim], upstream: Mapping[str, Upstream]) -> dict[str, str]:
    """The text of every page of the chains, by URL."""
    seen = {hop.page.url: hop.page.article.text for claim in claims for hop in claim.hops if hop.page is not None}
    read = {url: seen_page.page.article.text for url, seen_page in upstream.items() if url in seen}
    return {**seen, **read}


def _distinct(sinks: set[Node]) -> int:
    """Distinct ends: what an outlet reports itself and a chain that broke off at it are one possible origin."""
    outlets = {key for kind, key in sinks if kind == "own"} | {key for kind, key in sinks if kind == "unknown"}
    return len(outlets) + sum(1 for kind, _ in sinks if kind not in {"own", "unknown"})


def _paths(graph: Graph, sinks: set[Node]) -> int:
    """The most paths from the draft to these ends that share no node between."""
    if sinks <= graph.edges.get(DRAFT, set()):
        return len(sinks)  # nothing stands between: the library is not needed
    import networkx as nx

    flow = nx.DiGraph()
    nodes = {DRAFT, *graph.edges, *(above for aboves in graph.edges.values() for above in aboves)}
    for node in nodes - {DRAFT}:
        flow.add_edge(("in", node), ("out", node), capacity=1)
    for below, aboves in graph.edges.items():
        for above in aboves:
            flow.add_edge(("out", below), ("in", above), capacity=1)
    for sink in sinks:
        flow.add_edge(("out", sink), _ALL, capacity=1)
    return int(nx.maximum_flow_value(flow, ("out", DRAFT), _ALL))


def _choke_points(graph: Graph, sources: Mapping[str, Source], authors: set[str]) -> tuple[str, ...]:
    """The sources that every path from the draft to an origin runs through, from the draft up, the origin last.

    Where the outlets that ran one text are such a point together, it is the one whose report the text is.
    """
    if not graph.sinks or len(graph.sinks & graph.edges.get(DRAFT, set())) > 1:
        return ()
    import networkx as nx

    drawn: Any = nx.DiGraph()
    drawn.add_edges_from((below, above) for below in sorted(graph.edges) for above in sorted(graph.edges[below]))
    drawn.add_edges_from((sink, _ALL) for sink in graph.sinks)
    dominator = nx.immediate_dominators(drawn, DRAFT)
    found: list[str] = []
    node = dominator.get(_ALL, DRAFT)
    while node != DRAFT:
        through = graph.sources.get(node, set())
        if len(through) > 1:
            through = {one for one in through if is_outlet(sources[one]) and source_key(sources[one]) in authors}
        if len(through) == 1 and not through & set(found):
            found += through
        node = dominator[node]
    return tuple(reversed(found))


def _cited(claims: Sequence[Claim], sources: Mapping[str, Source], publisher: Outlet | None) -> set[str]:
    """The outlets the draft itself names: all of the sources but those that only pages added, and its own."""
    hops = [hop for claim in claims for hop in claim.hops]
    by_draft = {hop.source for hop in hops if hop.attribution is not None}
    by_pages = {hop.source for hop in hops if hop.attribution is None} - by_draft
    own = publisher.id if publisher else None
    return {
        source.outlet.id if source.outlet else source.name.casefold()
        for id_, source in sources.items()
        if id_ not in by_pages and is_outlet(source) and not (source.outlet and source.outlet.id == own)
    }


def _loops(
    claims: Sequence[Claim], sources: Mapping[str, Source], publisher: Outlet | None
) -> tuple[tuple[str, ...], ...]:
    """The outlets that rest on each other for one claim, or for claims that say the same: knots of the graph."""
    edges = {claim.id: _outlet_edges(claim, sources, publisher) for claim in claims}
    if not {one for some in edges.values() for one, _ in some} & {
        other for some in edges.values() for _, other in some
    }:
        return ()
    return tuple(
        sorted({knot for group in groups(claims) for knot in _knots(set().union(*(edges[one] for one in group)))})
    )


def _knots(edges: set[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    import networkx as nx

    drawn: Any = nx.DiGraph()
    drawn.add_edges_from(sorted(edges))
    yield from (tuple(sorted(knot)) for knot in nx.strongly_connected_components(drawn) if len(knot) > 1)


def _outlet_edges(claim: Claim, sources: Mapping[str, Source], publisher: Outlet | None) -> set[tuple[str, str]]:
    """Which outlet rests on which, by ids; the draft goes by its publisher's."""
    edges: set[tuple[str, str]] = set()
    below = {publisher.id if publisher else ""}
    for number in sorted({hop.n for hop in claim.hops}):
        level = [sources[hop.source] for hop in claim.hops if hop.n == number and hop.source in sources]
        above = {source.outlet.id for source in level if is_outlet(source) and source.outlet is not None}
        edges |= {(one, other) for one in below for other in above if one != other}
        below = above or below
    return edges
