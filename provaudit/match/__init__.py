"""match: claim + upstream article → the passage that carries it, its status, and what drifted."""

from __future__ import annotations

from provaudit.model import Article, Match, Statement

__all__ = ["match"]


def match(statement: Statement, upstream: Article) -> Match:
    """Find a claim in an upstream page and tell how the two differ; see `provaudit.match.verdict`.

    Never raises; its cost is bounded in the lengths of both.
    """
    from provaudit.match import verdict  # rapidfuzz is not needed by a run that follows nothing

    return verdict.match(statement, upstream)
