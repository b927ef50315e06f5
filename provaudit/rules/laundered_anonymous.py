"""PN204 laundered-anonymous: upstream it rests on an unnamed source, and the draft does not say so.

What it flags
    A claim whose chain ends, on a page upstream, at an unnamed source, while the draft's own sentence mentions no such
    source.

Why it matters
    One step up everybody can see that nobody stands behind it by name. By leaving that out, the draft makes a rumour a
    fact.

Guideline
    Washington Post, "Policies and Standards", and NPR: say so when another organisation's report rests on unnamed
    sources.

Flagged
    The plant will close in May, the Ledger reported, whose page has "a person familiar with the plan said".

Passes
    The plant will close in May, the Ledger reported, citing an unnamed person familiar with the plan.

What to do
    Say that it rests on an unnamed source, and how the page describes it.
"""

import re
from collections.abc import Iterator

from provaudit.model import Case, Claim, End, Hop, Severity, Source, SourceKind
from provaudit.rules.credits import is_withheld, nest, sources_of
from provaudit.rules.prose import prose_of
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.upstream import credits_at, evidence, landed, page_name
from provaudit.rules.words import any_of


def _check(case: Case) -> Iterator[Remark]:
    for claim in case.claims:
        hop = next(iter(reversed(landed(claim))), None)
        unnamed = _unnamed(case, claim, hop) if hop else None
        if hop and unnamed and not _admitted(case, claim):
            said = unnamed.anonymity or unnamed.name
            message = f'{page_name(case, hop)} has this from an unnamed source ("{said}"): say so'
            yield Remark(message, claim.spans[0], (claim.id,), evidence(hop))


def _unnamed(case: Case, claim: Claim, hop: Hop) -> Source | None:
    """The unnamed source that the last page rests the claim on, alone."""
    at_passage = [source for _, source in credits_at(case, hop)]
    made_there = (step.source for step in claim.hops if step.attribution is None)
    candidates = at_passage or [case.sources[source] for source in made_there if source in case.sources]
    unnamed = [source for source in candidates if source.kind is SourceKind.ANONYMOUS and is_withheld(source.name)]
    named = [source for source in candidates if source.kind in {SourceKind.PERSON, SourceKind.DOCUMENT}]
    return unnamed[0] if claim.end is End.ANONYMOUS and unnamed and not named else None


def _admitted(case: Case, claim: Claim) -> bool:
    """Whether the draft's attribution or its sentence says that the source has no name."""
    steps = nest(case, claim)
    kinds = {source.kind for step in steps for source in sources_of(case, step.source)}
    if SourceKind.ANONYMOUS in kinds:
        return True
    prose = prose_of(case.article)
    sentence = prose.sentence_at(claim.spans[0].start)
    words = prose.words(sentence) if sentence else claim.text
    return bool(re.search(rf"(?<![\w-]){any_of('unnamed_words')}(?![\w-])", words, re.IGNORECASE))


RULE = rule_of(__doc__, severity=Severity.ERROR, scope=Scope.UPSTREAM, check=_check)
