"""PS305 mixed-ownership: what is ours and what is borrowed stand in one sentence under one credit.

What it flags
    A sentence that mixes the draft's own reporting ("told this newspaper", or the publisher's name) with another
    outlet's, so that the reader cannot tell which fact is whose. Where the borrowed fact carries its own credit the
    rule is silent.

Why it matters
    If the borrowed half turns out wrong, the reader believes we saw it ourselves; if ours is right, another gets the
    credit.

Guideline
    AP, "Statement of News Values": when we use another organisation's material, say which facts are theirs and which
    are ours.

Flagged
    The plant will close in May, according to documents seen by Reuters and this newspaper.

Passes
    The plant will close in May, Ada Holm told this newspaper, and the land will be sold, according to Reuters.

What to do
    Make two sentences of it, each with its own credit.
"""

import re
from collections.abc import Iterator

from provaudit.model import Attribution, Case, Confidence, Mention, Outlet, Severity, Span
from provaudit.rules.credits import claims_of, meets, mentions_in, outlets_of, sources_of
from provaudit.rules.prose import prose_of
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.words import any_of


def _check(case: Case) -> Iterator[Remark]:
    prose = prose_of(case.article)
    own = re.compile(rf"(?<![\w-]){any_of('own_words')}(?![\w-])", re.IGNORECASE)
    for sentence in prose.running():
        words = prose.unquoted(sentence.span)
        marks = [
            Span(sentence.span.start + mark.start(), sentence.span.start + mark.end()) for mark in own.finditer(words)
        ]
        for attribution, outlet in _borrowed(case, sentence.span):
            if _is_mixed(case, attribution, marks):
                message = f"own facts and those of {outlet.name} stand under one credit: say which are whose"
                yield Remark(message, sentence.span, claims_of(case, attribution))
                break


def _borrowed(case: Case, sentence: Span) -> Iterator[tuple[Attribution, Outlet]]:
    """The attributions in the sentence that credit an outlet other than the publisher."""
    for attribution, mention in mentions_in(case, sentence):
        for outlet in _outlets(case, mention):
            if not attribution.whole_text and attribution.content and not _is_own(case, outlet):
                yield attribution, outlet


def _is_mixed(case: Case, attribution: Attribution, marks: list[Span]) -> bool:
    """Whether our own name or voice stands in the very credit, or inside what the other outlet is credited with."""
    credit = [mention for mention in (attribution.source, attribution.venue) if mention and not _is_joint_work(mention)]
    if any(_is_own(case, outlet) for mention in credit for outlet in _outlets(case, mention)):
        return True
    if any(meets(mention, mark) for mention in credit for mark in marks):
        return True
    return any(
        _same_content(attribution, other) or any(meets(attribution.content, span) for span in mention.spans)
        for other in case.attributions
        if other.id != attribution.id
        for mention in (other.source, other.venue)
        if mention and not _is_joint_work(mention) and _voiced_by_us(case, mention, marks)
    )


def _is_joint_work(mention: Mention) -> bool:
    """Whether two names are of one piece of work or one programme: "a Times/CBS News poll", "News Daily SiriusXM"."""
    if re.search(r"/|\bpolls?\b|\bsurveys?\b", mention.text):
        return True
    return len(mention.sources) > 1 and not re.search(r"\b(?:and|or|as\s+well\s+as)\b|[,&]", mention.text)


def _same_content(one: Attribution, other: Attribution) -> bool:
    return one.content is not None and other.content is not None and one.content.spans == other.content.spans


def _voiced_by_us(case: Case, mention: Mention, marks: list[Span]) -> bool:
    return any(_is_own(case, outlet) for outlet in _outlets(case, mention)) or any(
        meets(mention, mark) for mark in marks
    )


def _outlets(case: Case, mention: Mention | None) -> Iterator[Outlet]:
    for source in sources_of(case, mention):
        yield from outlets_of(source)


def _is_own(case: Case, outlet: Outlet) -> bool:
    return case.publisher is not None and outlet.id == case.publisher.id


RULE = rule_of(__doc__, severity=Severity.INFO, scope=Scope.DRAFT, check=_check, confidence=Confidence.LOW)
