"""PL601 link-only: a link carries the attribution, and no source is named in words.

What it flags
    A link on "reported", "a report", "here", "source" and their like, in a sentence that names neither an outlet nor
    another source. Pointers for the reader ("read more here", "sign up") are left alone.

Why it matters
    In print, on air, in a feed or read aloud the link is gone, and with it the source. It dies on the web as well.

Guideline
    Washington Post, "Policies and Standards": a link alone is not attribution.

Flagged
    The plant will close in May, it was [reported](https://dailyledger.example/plant) on Monday.

Passes
    The plant will close in May, the Daily Ledger [reported](https://dailyledger.example/plant) on Monday.

What to do
    Name the source in words and keep the link.
"""

import re
from collections.abc import Iterator

from provaudit.model import Case, Link, Severity, Span
from provaudit.rules.credits import sentence_names_a_source
from provaudit.rules.links import carries_credit, says_only_that
from provaudit.rules.prose import TITLES, prose_of
from provaudit.rules.rule import Remark, Scope, rule_of

_POINTER = re.compile(
    r"\b(?:read|click|watch|listen|see\s+(?:more|also|here|our)|sign\s+up|subscribe|learn|find|follow|visit|contact|donate|"
    r"download|view|register|support|share|join|available|check\s+out|more\s+(?:on|at))\b",
    re.IGNORECASE,
)


def _check(case: Case) -> Iterator[Remark]:
    prose = prose_of(case.article)
    told: set[Span] = set()
    pointing: dict[Span, bool] = {}  # a sentence may hold thousands of links
    for link in case.article.links:
        sentence = prose.sentence_at(link.span.start)
        block = prose.block_of(link.span.start)
        if sentence is None or block is None or prose.blocks[block].kind in TITLES or sentence in told:
            continue
        if sentence not in pointing:
            pointing[sentence] = _POINTER.search(prose.unquoted(sentence)) is not None
        if not pointing[sentence] and _carries_alone(case, link, sentence):
            told.add(sentence)
            said = prose_of(case.article).words(link.span)
            yield Remark(f'the link on "{said}" is all that says whose words these are: name the source', link.span)


def _carries_alone(case: Case, link: Link, sentence: Span) -> bool:
    if not carries_credit(case, link):
        return False
    # "According to a report", the link on these words: that names nothing.
    return not sentence_names_a_source(case, sentence, besides=link.span if says_only_that(case, link) else None)


RULE = rule_of(__doc__, severity=Severity.WARNING, scope=Scope.DRAFT, check=_check)
