"""The citation graph of a draft: from the draft through outlets to the origins.

Nodes are tuples of a kind and a key:

* `("draft", "")`;
* `("voice", key)`: an outlet, or all outlets of one owner, or all that ran one text;
* `("source", id)`: a person, body, document or account that a chain runs to;
* `("own", key)`: what an outlet reports on its own;
* `("unnamed", key)`: an anonymous source of one outlet; `("unknown", key)`: where a chain broke off, or a vague end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from provaudit.model import (
    Claim,
    End,
    Hop,
    Outlet,
    OutletKind,
    PassageStatus,
    Source,
    SourceKind,
)

Node = tuple[str, str]
DRAFT: Node = ("draft", "")
SURE = frozenset({"source", "own"})


@dataclass(slots=True)
class Graph:
    """Edges between nodes (each to what it rests on), the nodes where chains end, and the sources each stands for."""

    edges: dict[Node, set[Node]] = field(default_factory=dict)
    sinks: set[Node] = field(default_factory=set)
    sources: dict[Node, set[str]] = field(default_factory=dict)

    def add(self, below: Iterable[Node], above: Node, *sources: str) -> None:
        """Note that the nodes below rest on the one above, and for which sources it stands."""
        for node in below:
            if node != above:
                self.edges.setdefault(node, set()).add(above)
        self.sources.setdefault(above, set()).update(sources)


@dataclass(frozen=True, slots=True)
class Voices:
    """Which outlets count as one: by owner, or because they ran one text.

    `leaders` maps an outlet's key to the key its group goes by; `authors` maps the URL of a page whose text others run
    too to the key of the outlet whose report it is, and `texts` to the URL that stands for all of them.
    """

    leaders: Mapping[str, str]
    authors: Mapping[str, str]
    texts: Mapping[str, str]

    def node(self, key: str) -> Node:
        """The node of an outlet."""
        return "voice", self.leaders.get(key, key)


def outlet_key(outlet: Outlet) -> str:
    """What an outlet counts by: its owner where one is known."""
    return f"owner:{outlet.owner.casefold()}" if outlet.owner else f"outlet:{outlet.id}"


def is_outlet(source: Source) -> bool:
    """Whether a source counts as an outlet: one itself, or a reporter speaking for one; never a platform."""
    if source.outlet is not None and source.outlet.kind is OutletKind.PLATFORM:
        return False
    speaks_for_one = source.outlet is not None or bool(source.candidates)  # "the Post's Jane Roe", whichever Post
    return source.kind is SourceKind.OUTLET or (source.kind is SourceKind.PERSON and speaks_for_one)


def source_key(source: Source) -> str:
    """What an outlet of the sources counts by; one whose name may mean several goes by its name."""
    return outlet_key(source.outlet) if source.outlet else f"name:{source.name.casefold()}"


def holds(hop: Hop) -> bool:
    """Whether a page was reached that has the claim."""
    return hop.page is not None and hop.passage is not None and hop.passage.status is not PassageStatus.ABSENT


def graph_of(claims: Sequence[Claim], sources: Mapping[str, Source], publisher: Outlet | None, voices: Voices) -> Graph:
    """The graph of these claims. What the publisher says of itself is the draft's own."""
    graph = Graph()
    own = outlet_key(publisher) if publisher else None
    for claim in sorted(claims, key=lambda claim: claim.id):
        _add_chain(graph, claim, _levels(claim, sources, own), voices, own or "")
    return graph


@dataclass(frozen=True, slots=True)
class _Stop:
    """A hop with its source."""

    hop: Hop
    source: Source


def _levels(claim: Claim, sources: Mapping[str, Source], own: str | None) -> list[list[_Stop]]:
    """The hops by their number, from the draft up, without those to the publisher itself."""
    levels: dict[int, list[_Stop]] = {}
    for hop in claim.hops:
        source = sources.get(hop.source)
        if source is not None and not (is_outlet(source) and source_key(source) == own):
            levels.setdefault(hop.n, []).append(_Stop(hop, source))
    return [levels[number] for number in sorted(levels)]


def _add_chain(graph: Graph, claim: Claim, levels: list[list[_Stop]], voices: Voices, own: str) -> None:
    below: set[Node] = {DRAFT}
    home = ""
    for number, level in enumerate(levels):
        last = number == len(levels) - 1
        nodes: set[Node] = set()
        for stop in level:
            node = _node(stop, home, voices)
            graph.add(below, node, stop.source.id)
            nodes.add(node)
            if last or (len(level) > 1 and is_outlet(stop.source) and not holds(stop.hop)):
                _end(graph, claim, stop, node, voices)
        below = nodes
        home = _home(level, nodes, voices)
    if not levels and claim.end is not End.LOOP:
        # What the draft's own outlet reports itself is one sure origin, however many claims it makes.
        end: Node = ("own", own) if claim.end is End.ORIGIN else ("unknown", claim.id)
        graph.add(below, end, *([claim.origin] if claim.origin and end[0] == "own" else []))
        graph.sinks.add(end)


def _home(level: list[_Stop], nodes: set[Node], voices: Voices) -> str:
    """Where an unnamed source of the next level speaks: the page that holds the claim, else the outlet."""
    urls = sorted(stop.hop.page.url for stop in level if stop.hop.page is not None and holds(stop.hop))
    return voices.texts.get(urls[0], urls[0]) if urls else min(nodes)[1]


def _node(stop: _Stop, home: str, voices: Voices) -> Node:
    source = stop.source
    if is_outlet(source):
        return voices.node(source_key(source))
    if source.kind in {SourceKind.ANONYMOUS, SourceKind.VAGUE}:
        kind = "unnamed" if source.kind is SourceKind.ANONYMOUS else "unknown"
        return kind, f"{home}|{source.name.casefold()}"
    return "source", source.id


def _end(graph: Graph, claim: Claim, stop: _Stop, node: Node, voices: Voices) -> None:
    """Close a chain at its last hop: at an origin, at an unnamed or unknown end, or nowhere for a loop."""
    if claim.end is End.LOOP and is_outlet(stop.source):
        return
    if is_outlet(stop.source):
        settled = holds(stop.hop) and claim.end in {End.ORIGIN, End.ANONYMOUS, End.VAGUE}
        key = _author(stop, voices)
        end: Node = ("own" if settled else "unknown", key)
        graph.add({node}, end, stop.source.id)
        graph.sinks.add(end)
        return
    graph.sinks.add(node)


def _author(stop: _Stop, voices: Voices) -> str:
    url = stop.hop.page.url if stop.hop.page else ""
    return voices.authors.get(url, source_key(stop.source))
