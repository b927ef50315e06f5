"""Pairs "draft | page" as the tests of the match room write them."""

from provaudit.match import match
from provaudit.model import Article, AttributionKind, Statement


def kinds(pair, rest):
    """The kinds of drift between a draft and a page of its sentence and `rest`; the page has to hold the claim."""
    draft, _, upstream = pair.partition(" | ")
    page = Article(f"{upstream}.\n\n{rest}", "", published="2024-03-05")
    found = match(Statement(draft, AttributionKind.INDIRECT, sentence=draft, dated="2024-03-06"), page)
    assert found.passage.text
    return {drift.kind for drift in found.drift}
