"""`--dry-run`: which hosts a draft's audit would begin by asking."""

from __future__ import annotations

from provaudit.audit import Desk
from provaudit.audit.dry import first_wanted
from provaudit.model import Article
from provaudit.trace import Tracer


def hosts_of(article: Article, desk: Desk, tracer: Tracer) -> tuple[str, ...]:
    """The hosts that the first step of each claim would ask, sorted; what those name in turn nobody knows yet."""
    return tuple(sorted({host for wanted in first_wanted(article, desk) for host in tracer.hosts(wanted)}))
