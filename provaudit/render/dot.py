"""The chains as a graph for graphviz: drafts at the left, origins at the right, an edge for each step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from provaudit.model import Audit, Claim, End, Hop, Outcome, Source, SourceKind
from provaudit.render.inert import inert
from provaudit.render.options import RenderOptions
from provaudit.render.words import article_name, hand_word, how_found, source_name

_SHAPES = {SourceKind.OUTLET: "box", SourceKind.DOCUMENT: "note", SourceKind.SOCIAL: "component"}

Edge = tuple[str, str, str, bool]  # from, to, how it was found, whether a page was reached


def dot(audits: Sequence[Audit], options: RenderOptions) -> str:
    """One directed graph; each draft has its own sources, told apart by a prefix of their ids."""
    lines = [
        "digraph provaudit {",
        "  rankdir=LR;",
        '  node [fontname="sans-serif"];',
        '  edge [fontname="sans-serif"];',
    ]
    for number, audit in enumerate(audits, start=1):
        lines += [f"  {line}" for line in _draft(f"D{number}", audit, options)]
    return "\n".join([*lines, "}"]) + "\n"


def _draft(draft: str, audit: Audit, options: RenderOptions) -> Iterator[str]:
    yield f"{_quoted(draft)} [label={_quoted(article_name(audit.article, options.root))}, shape=folder];"
    origins = {claim.origin for claim in audit.claims if claim.end is End.ORIGIN}
    used = {hop.source for claim in audit.claims for hop in claim.hops} | {one for one in origins if one}
    for source in audit.sources:
        if source.id in used:
            yield _node(draft, source, origin=source.id in origins)
    claims_of: dict[Edge, list[Claim]] = {}
    for claim in audit.claims:
        for edge in _edges(draft, claim, options):
            claims_of.setdefault(edge, []).append(claim)
    for edge, claims in claims_of.items():
        yield _line(edge, claims)


def _node(draft: str, source: Source, *, origin: bool) -> str:
    shape = _SHAPES.get(source.kind, "ellipse")
    style = 'style="bold"' if origin else 'style="dashed"' if source.kind is SourceKind.VAGUE else 'style="solid"'
    label = _quoted(source_name(source, source.id))
    return f"{_quoted(f'{draft}.{source.id}')} [label={label}, shape={shape}, {style}];"


def _edges(draft: str, claim: Claim, options: RenderOptions) -> Iterator[Edge]:
    """From each step to the next; outlets side by side each have an edge from the last of the step before."""
    below = draft
    for _, group in groupby(claim.hops, key=lambda hop: hop.n):
        side_by_side = list(group)
        for hop in side_by_side:
            yield below, f"{draft}.{hop.source}", _found(hop, options), hop.page is not None
        below = f"{draft}.{side_by_side[-1].source}"


def _found(hop: Hop, options: RenderOptions) -> str:
    silent = hop.outcome is Outcome.NOT_FOLLOWED and not hop.tried
    return "" if silent else how_found(hop, offline=options.offline)


def _line(edge: Edge, claims: Sequence[Claim]) -> str:
    below, above, found, reached = edge
    named = ", ".join(f"{claim.id} {hand_word(claim.hand)}" for claim in claims)
    label = _quoted(f"{named}\n{found}" if found else named)
    style = "solid" if reached else "dashed"
    return f"{_quoted(below)} -> {_quoted(above)} [label={label}, style={style}];"


def _quoted(text: str) -> str:
    """A quoted id or label: only quotes and backslashes mean anything in it, and line ends are written as such."""
    lines = (inert(line).replace("\\", "\\\\").replace('"', '\\"') for line in text.split("\n"))
    return '"' + "\\n".join(lines) + '"'
