"""`--dry-run`: which hosts a draft's audit would ask, as far as the draft tells."""

from __future__ import annotations

from provaudit.audit import Desk
from provaudit.audit.dry import stated_wanted
from provaudit.model import Article
from provaudit.trace import Tracer


def hosts_of(article: Article, desk: Desk, tracer: Tracer) -> tuple[str, ...]:
    """The hosts that the steps a draft names would ask, sorted; what their pages name in turn nobody knows yet."""
    return tuple(sorted({host for wanted in stated_wanted(article, desk) for host in tracer.hosts(wanted)}))
