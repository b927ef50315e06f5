"""Which outlets speak with one voice: those that ran one text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from provaudit.independence.graph import Voices, is_outlet, source_key
from provaudit.independence.order import published_first
from provaudit.model import Claim, Hop, OutletKind, Publication, Source


def voices_of(claims: Sequence[Claim], sources: Mapping[str, Source], same_text: Sequence[Sequence[str]]) -> Voices:
    """The outlets that count as one because pages of theirs are one text, and whose report each such text is.

    Its author is the outlet outside the group that a page of it credits, else a wire of the group, else the first
    to publish it.
    """
    at: dict[str, tuple[str, bool, Hop]] = {}
    for hop, source in _outlet_hops(claims, sources):
        if hop.page is not None:
            wire = source.outlet is not None and source.outlet.kind is OutletKind.WIRE
            at.setdefault(hop.page.url, (source_key(source), wire, hop))
    leaders: dict[str, str] = {}
    authors: dict[str, str] = {}
    for group in same_text:
        pages = [at[url] for url in group if url in at]
        keys = {key for key, _, _ in pages}
        if not keys:
            continue
        _join(leaders, keys)
        author = _credited(claims, sources, group, keys) or _author(pages)
        authors |= dict.fromkeys(group, author)
    texts = {url: group[0] for group in same_text for url in group}
    return Voices({key: _leader(leaders, key) for key in leaders}, authors, texts)


def _outlet_hops(claims: Sequence[Claim], sources: Mapping[str, Source]) -> Iterator[tuple[Hop, Source]]:
    for claim in sorted(claims, key=lambda claim: claim.id):
        for hop in claim.hops:
            source = sources.get(hop.source)
            if source is not None and is_outlet(source):
                yield hop, source


def _join(leaders: dict[str, str], keys: set[str]) -> None:
    tops = {_leader(leaders, key) for key in keys}
    first = min(tops)
    for key in (*keys, *tops):
        leaders[key] = first


def _leader(leaders: dict[str, str], key: str) -> str:
    while leaders.get(key, key) != key:
        key = leaders[key]
    return key


def _credited(
    claims: Sequence[Claim], sources: Mapping[str, Source], group: Sequence[str], inside: set[str]
) -> str | None:
    """The outlet outside the group that a chain goes on to from one of its pages."""
    found: set[str] = set()
    for claim in claims:
        for hop in claim.hops:
            if hop.page is None or hop.page.url not in group:
                continue
            above = [sources[next_.source] for next_ in claim.hops if next_.n == hop.n + 1 and next_.source in sources]
            found |= {source_key(source) for source in above if is_outlet(source)} - inside
    return min(found, default=None)


def _author(pages: Sequence[tuple[str, bool, Hop]]) -> str:
    wires = sorted(key for key, wire, _ in pages if wire)
    if wires:
        return wires[0]
    dated = {
        hop.page.url: (key, Publication(hop.page.article.published, hop.page_outlet, hop.page.url))
        for key, _, hop in pages
        if hop.page is not None
    }
    first = published_first(entry for _, entry in dated.values())
    return dated[first.url][0]
