"""Stories named by no more than the link on them: "this story claims", with an outlet's address behind."""

from __future__ import annotations

import re

from provaudit.identify.hosts import host_of
from provaudit.identify.registry import Registry
from provaudit.identify.wording import head_of
from provaudit.model import Article, Mention, Outlet

_STORIES = frozenset({"article", "column", "exclusive", "exposé", "piece", "report", "scoop", "story", "write-up"})
_POINTS = re.compile(r"(?:an?|the|this|that|one|another) (?:[\w-]+ ){0,2}?[\w-]+", re.IGNORECASE)


def linked_outlet(phrase: str, mention: Mention, article: Article, registry: Registry) -> Outlet | None:
    """The known outlet whose story a phrase is; None where it is no press story or bears no outlet's link.

    A study or a document is not its host's, and a report that says whose it is ("a report by the council") is theirs.
    """
    if head_of(phrase) not in _STORIES or _POINTS.fullmatch(phrase) is None:
        return None
    links = (link for link in article.links if any(link.span.meets(span) for span in mention.spans))
    found = (registry.by_domain(host_of(link.url)) for link in links)
    return next((outlet for outlet in found if outlet is not None), None)
