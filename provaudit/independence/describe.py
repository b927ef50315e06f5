"""How many voices, as a person would say it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from provaudit.model import Independence, Source, SourceKind

_ARTICLE = re.compile(r"^(?:an?|the|one|two|three|several|some)\s+", re.IGNORECASE)


def describe(voices: Independence, sources: Mapping[str, Source]) -> str:
    """`4 outlets cited, 1 origin (a single unnamed official, via AP)`; `…, 1 to 2 independent origins`."""
    cited = f"{voices.outlets_cited} outlet{'' if voices.outlets_cited == 1 else 's'} cited"
    if voices.upper == 0:
        ran = ", each citing another" if voices.loops else ""
        return f"{cited}, no origin{ran}"
    if voices.lower != voices.upper:
        return f"{cited}, {voices.lower} to {voices.upper} independent origins"
    if voices.upper > 1:
        return f"{cited}, {voices.upper} independent origins"
    named = [sources[id_] for id_ in voices.choke_points if id_ in sources]
    return f"{cited}, 1 origin{_who(named)}"


def _who(named: list[Source]) -> str:
    """The sole origin and whom it came through."""
    if not named:
        return ""
    origin, *through = reversed(named)
    via = f", via {through[0].name}" if through else ""
    return f" ({_origin(origin)}{via})"


def _origin(source: Source) -> str:
    if source.kind is SourceKind.ANONYMOUS:
        described = _ARTICLE.sub("", source.anonymity or source.name).strip()
        described = re.sub(r"\b(?:unnamed|anonymous)\s+", "", described) or "source"
        return f"a single unnamed {described}"
    return source.name
