"""independence: how many voices stand behind a draft, and which of its outlets say the same thing twice."""

from __future__ import annotations

from provaudit.independence.count import by_group, independence
from provaudit.independence.describe import describe
from provaudit.independence.duplicates import same_text
from provaudit.independence.groups import groups
from provaudit.independence.order import first_published, forward_edges, publications

__all__ = [
    "by_group",
    "describe",
    "first_published",
    "forward_edges",
    "groups",
    "independence",
    "publications",
    "same_text",
]
