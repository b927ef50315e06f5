"""How many voices, as a person would say it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from provaudit.model import Independence, Source, SourceKind

_ARTICLE = re.compile(r"^(?:an?|the|one|two|three|several|some)\s+", re.IGNORECASE)
_HIDING = re.compile(r"\b(?:unnamed|anonymous|unidentified)\s+", re.IGNORECASE)
# What follows says why or how the name is hidden, not who it is.
_AFTER = re.compile(r",?\s+(?:who|whom|familiar|with|briefed|close|because|speaking|on condition)\b.*$", re.DOTALL)


def describe(voices: Independence, sources: Mapping[str, Source]) -> str:
    """`4 outlets cited, 1 origin (a single unnamed official, via AP)`; `…, 1 to 2 independent origins`.

    A lower count of 0 is said in words: `…, at most 2 independent origins, none of them certain`.
    """
    cited = f"{voices.outlets_cited} outlet{'' if voices.outlets_cited == 1 else 's'} cited"
    if voices.upper == 0:
        ran = ", each citing another" if voices.loops else ""
        return f"{cited}, no origin{ran}"
    if voices.lower == 0:
        certain = "none of them certain" if voices.upper > 1 else "and not a certain one"
        return f"{cited}, at most {voices.upper} {'independent origins' if voices.upper > 1 else 'origin'}, {certain}"
    if voices.lower != voices.upper:
        return f"{cited}, {voices.lower} to {voices.upper} independent origins"
    if voices.upper > 1:
        return f"{cited}, {voices.upper} independent origins"
    named = [sources[id_] for id_ in voices.choke_points if id_ in sources]
    return f"{cited}, 1 origin{_who(named) or _owner(sources)}"


def _who(named: list[Source]) -> str:
    """The sole origin and whom it came through."""
    if not named:
        return ""
    origin, *through = reversed(named)
    via = f", via {through[0].name}" if through else ""
    return f" ({_origin(origin)}{via})"


def _owner(sources: Mapping[str, Source]) -> str:
    """The one owner of all the outlets, where they have one."""
    owners = {source.outlet.owner for source in sources.values() if source.outlet is not None}
    owner = owners.pop() if len(owners) == 1 else None
    return f" (one owner: {owner})" if owner else ""


def _origin(source: Source) -> str:
    if source.kind is SourceKind.ANONYMOUS:
        described = _AFTER.sub("", source.anonymity or source.name)
        described = _HIDING.sub("", _ARTICLE.sub("", described.strip())).strip() or "source"
        return f"a single unnamed {described}"
    return source.name
