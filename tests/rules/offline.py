"""Drafts through the real offline stages: read → attribute (rules alone) → identify → claims → independence."""

from functools import cache

import pytest

from provaudit.attribute import RuleTagger, attribute
from provaudit.chain import claims_of
from provaudit.identify import Registry, identify, publisher_of
from provaudit.independence import independence
from provaudit.model import Case
from provaudit.read import read_bytes
from provaudit.rules import RULES, judge

ENDINGS = {"text": "txt", "markdown": "md", "html": "html"}


@cache
def _engine():
    return Registry.load(), RuleTagger()


def offline(text, *, form="text", publisher=None):
    """The case of a draft, as `provaudit check --offline` would judge it without the learned tagger."""
    registry, tagger = _engine()
    article = read_bytes(text.encode(), name=f"draft.{ENDINGS[form]}")
    its_publisher = publisher_of(article, registry, publisher)
    listed, attributions = identify(article, attribute(article, tagger, registry), registry, its_publisher)
    sources = {source.id: source for source in listed}
    claims = claims_of(article, attributions, sources, its_publisher)
    return Case(article, sources, attributions, claims, independence(claims, sources, {}, its_publisher), its_publisher)


def pointed_at(rule, text, **how):
    """The words (None for the whole draft) that the rule points at in a draft, in order."""
    assert rule in {one.id for one in RULES}
    case = offline(text, **how)
    findings = judge(case, only=frozenset({rule}))
    return [case.article.words(finding.span) if finding.span else None for finding in findings]


def table(cases):
    """Parametrise a test by a table of promises: name → draft, or name → (draft, what is expected)."""
    return pytest.mark.parametrize("case", [pytest.param(value, id=name) for name, value in cases.items()])
