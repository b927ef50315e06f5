"""match: claim + upstream article → the passage that carries it, its status, and what drifted."""

from __future__ import annotations

from provaudit.match.second_reader import Opinion, Reads, SecondReader
from provaudit.model import Article, Match, Statement

__all__ = ["Opinion", "Reads", "SecondReader", "match"]


def match(statement: Statement, upstream: Article, reads: Reads | None = None) -> Match:
    """Find a claim in an upstream page and tell how the two differ; see `provaudit.match.verdict`.

    `reads` is the second reader, asked what differs, and whether the page has the claim at all where words alone do not
    tell. Its cost is bounded in the lengths of both texts; nothing is raised but what `reads` raises.
    """
    from provaudit.match import verdict  # rapidfuzz is not needed by a run that follows nothing

    return verdict.match(statement, upstream, reads)
