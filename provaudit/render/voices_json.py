"""The JSON of how many voices stand behind a draft."""

from __future__ import annotations

from provaudit.model import ForwardEdge, GroupVoices, Independence
from provaudit.render.json_writing import Json


def voices_json(independence: Independence) -> Json:
    """Outlets, origins, loops and choke points; what has nothing to say is left out, as version 1 may only grow."""
    written: Json = {
        "outlets_cited": independence.outlets_cited,
        "origins": {"lower": independence.lower, "upper": independence.upper},
        "loops": [list(loop) for loop in independence.loops],
        "choke_points": list(independence.choke_points),
    }
    if independence.same_text:
        written["same_text"] = [list(group) for group in independence.same_text]
    if independence.groups:
        written["groups"] = [_group(group) for group in independence.groups]
    if independence.forward:
        written["forward"] = [_forward(edge) for edge in independence.forward]
    return written


def _group(group: GroupVoices) -> Json:
    return {
        "claims": list(group.claims),
        "outlets_cited": group.outlets_cited,
        "origins": {"lower": group.lower, "upper": group.upper},
    }


def _forward(edge: ForwardEdge) -> Json:
    return {
        "claim": edge.claim,
        "citing": edge.citing,
        "citing_date": edge.citing_date,
        "cited": edge.cited,
        "cited_date": edge.cited_date,
    }
