"""Drafts through the real walk, offline: read → attribute (rules alone) → identify → chain → independence → judge."""

from dataclasses import replace
from functools import cache

import pytest

from provaudit.audit import audit, open_desk
from provaudit.read import read_bytes
from provaudit.rules import RULES, judge

ENDINGS = {"text": "txt", "markdown": "md", "html": "html"}


@cache
def _desk():
    return open_desk(model="none")


def offline(text, *, form="text", publisher=None):
    """The case of a draft, as `provaudit check --offline` puts it before the rules."""
    cases = []

    def keep(case):
        cases.append(case)
        return (), ()

    article = read_bytes(text.encode(), name=f"draft.{ENDINGS[form]}")
    audit(article, replace(_desk(), publisher=publisher), judged=keep)
    return cases[0]


def pointed_at(rule, text, **how):
    """The words (None for the whole draft) that the rule points at in a draft, in order."""
    assert rule in {one.id for one in RULES}
    case = offline(text, **how)
    findings = judge(case, only=frozenset({rule}))
    return [case.article.words(finding.span) if finding.span else None for finding in findings]


def table(cases):
    """Parametrise a test by a table of promises: name → draft, or name → (draft, what is expected)."""
    return pytest.mark.parametrize("case", [pytest.param(value, id=name) for name, value in cases.items()])
