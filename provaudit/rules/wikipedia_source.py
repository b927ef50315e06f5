"""PC503 wikipedia-source: Wikipedia, or a copy of it, is the source.

What it flags
    An attribution or a list of sources that names Wikipedia or a mirror of it, and a link that carries a credit to
    one. A page of Wikipedia linked as background reading is none of these.

Why it matters
    Anyone may have written it a minute ago, and much of it rests on news reports: the circle closes quickly.

Guideline
    Wikipedia, "Wikipedia is not a reliable source"; every newsroom's own rule.

Flagged
    The town has 3,100 inhabitants, according to Wikipedia.

Passes
    The town has 3,100 inhabitants, according to the 2021 census, which Wikipedia's article on it leads to.

What to do
    Follow the article's footnote and cite what it cites, after reading it.
"""

import re
from collections.abc import Iterator

from provaudit.model import Case, Mention, Severity, Span
from provaudit.rules.credits import outlets_of, sources_of
from provaudit.rules.links import carries_credit, host_of
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.words import word_list

_NAME = re.compile(r"\bwiki(?:pedia|wand|wiki)\b", re.IGNORECASE)


def _check(case: Case) -> Iterator[Remark]:
    spans = {*_mentioned(case), *_linked(case)}
    kept: list[Span] = []
    for span in sorted(spans):
        if not any(span.meets(other) for other in kept):
            kept.append(span)
            yield Remark("Wikipedia is no source: cite what its article cites", span)


def _mentioned(case: Case) -> Iterator[Span]:
    for attribution in case.attributions:
        for mention in (attribution.source, attribution.venue):
            if mention and mention.spans and _is_wikipedia(case, mention):
                yield mention.spans[0]


def _is_wikipedia(case: Case, mention: Mention) -> bool:
    outlets = {outlet.id for source in sources_of(case, mention) for outlet in outlets_of(source)}
    return "wikipedia" in outlets or (_NAME.search(mention.text) is not None and len(mention.text.split()) <= 4)


def _linked(case: Case) -> Iterator[Span]:
    for link in case.article.links:
        host = host_of(link.url)
        mirror = any(host == domain or host.endswith(f".{domain}") for domain in word_list("wikipedia_mirrors"))
        if mirror and (carries_credit(case, link) or _NAME.search(case.article.words(link.span))):
            yield link.span


RULE = rule_of(__doc__, severity=Severity.WARNING, scope=Scope.DRAFT, check=_check)
