"""The ways up, handed to the chain by whoever owns the web."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from provaudit.chain.seek import Fetch, Find, MatchIn
from provaudit.model import Article, Outlet, Page, Span, Statement, Upstream, Wanted


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where the walk stands: the article it reads (the draft first, then pages), and the words it stands on."""

    article: Article
    spans: tuple[Span, ...]
    statement: Statement


@dataclass(frozen=True, slots=True)
class Reach:
    """How pages are found, fetched, matched, read again, and laid to an outlet; all handed in.

    `wanted_for` says what to look for from a standpoint: with an outlet, that outlet's page; with None, whatever the
    links beside the words lead to. `max_depth` counts pages above the draft.
    """

    find: Find
    fetch: Fetch
    match: MatchIn
    reread: Callable[[Page], Upstream]
    outlet_of: Callable[[str], Outlet]
    wanted_for: Callable[[Standpoint, Outlet | None], Wanted]
    max_depth: int = 5
