"""PS307 unlisted-source: the draft's own list of sources and its text do not agree.

What it flags
    In a draft that ends in a list of its sources: an outlet that the text credits and the list leaves out, or one that
    the list names and the text never uses. Photo credits and "via" lines are no such list.

Why it matters
    A list of sources is a promise that these are all. A reader who checks it must find what the text rests on.

Guideline
    The Trust Project, "Citations and References": list the sources a story rests on.

Flagged
    The plant will close in May, according to the Wall Street Journal, Reuters said.

    Sources: Reuters

Passes
    The plant will close in May, Reuters said.

    Sources: Reuters

What to do
    Add the outlet to the list, or take it out of the list.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from provaudit.model import Attribution, AttributionKind, BlockKind, Case, Outlet, Severity, Span
from provaudit.rules.credits import names_of, outlets_of, sources_of
from provaudit.rules.prose import prose_of
from provaudit.rules.rule import Remark, Scope, rule_of

_SOURCES = re.compile(r"\W*(?:(?:news|our)\s+)?sources\b", re.IGNORECASE)
_LIST = re.compile(r"\W*(?:(?:news|our)\s+)?sources?\b", re.IGNORECASE)


def _check(case: Case) -> Iterator[Remark]:
    blocks = [
        block.span
        for block in case.article.blocks
        if block.kind is BlockKind.CREDIT and _LIST.match(case.article.text, block.span.start)
    ]
    listed = list(_outlets(case, blocks, listed=True))
    plural = any(_SOURCES.match(case.article.text, block.start) for block in blocks)
    if not listed or (len(listed) == 1 and not plural):
        return  # "Source: X" says where one thing is from, and is no bibliography
    used = list(_outlets(case, blocks, listed=False))
    told: set[str] = set()
    in_list, in_use = _ids(listed), _ids(used)
    for span, outlets in used:
        if in_list.isdisjoint(one.id for one in outlets) and outlets[0].id not in told:
            told.add(outlets[0].id)
            yield Remark(f"{outlets[0].name} is used in the text and missing from the list of sources", span)
    named: dict[tuple[Outlet, ...], bool] = {}  # a list may name one outlet a thousand times
    for span, outlets in listed:
        if outlets not in named:
            named[outlets] = not in_use.isdisjoint(one.id for one in outlets) or _in_text(case, outlets)
        if not named[outlets]:
            yield Remark(f"{outlets[0].name} is in the list of sources and not used in the text", span)


def _outlets(case: Case, blocks: list[Span], *, listed: bool) -> Iterator[tuple[Span, tuple[Outlet, ...]]]:
    """Outlets with their place, of the list or of the text; several where a name is ambiguous."""
    own = case.publisher.id if case.publisher else None
    for attribution in case.attributions:
        for mention in (attribution.source, attribution.venue):
            if mention is None or not mention.spans or _is_listed(attribution, mention.spans[0], blocks) != listed:
                continue
            if attribution.kind is AttributionKind.CREDIT and not listed:
                continue
            groups = [outlets_of(source) for source in sources_of(case, mention)]
            yield from ((mention.spans[0], found) for found in groups if found and own not in {one.id for one in found})


def _is_listed(attribution: Attribution, span: Span, blocks: list[Span]) -> bool:
    if attribution.kind is not AttributionKind.CREDIT:
        return False
    at = bisect_right(blocks, span.start, key=lambda block: block.start) - 1
    return at >= 0 and blocks[at].holds(span)


def _ids(groups: list[tuple[Span, tuple[Outlet, ...]]]) -> set[str]:
    return {outlet.id for _, group in groups for outlet in group}


def _in_text(case: Case, outlets: tuple[Outlet, ...]) -> bool:
    """Whether a listed outlet is named or linked in the body, though nothing there is credited to it."""
    words = prose_of(case.article).outside
    named = any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) for outlet in outlets for name in names_of(outlet))
    domains = {entry.domain for outlet in outlets for entry in outlet.domains}
    return named or any(domain in link.url for link in case.article.links for domain in domains)


RULE = rule_of(__doc__, severity=Severity.INFO, scope=Scope.DRAFT, check=_check)
