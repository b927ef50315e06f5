"""PN202 anonymity-unexplained: an unnamed source, and no reason why it is unnamed.

What it flags
    A source described but not named, for whom neither the sentence nor its neighbours give a reason. A description
    ("familiar with the talks") is no reason; a group that was heard ("residents") hides nobody. Where PN201 speaks,
    this rule is silent.

Why it matters
    Anonymity shields motives as well as jobs. Readers who are told the reason can judge whether it is a good one.

Guideline
    SPJ Code of Ethics: explain why anonymity was granted; AP, "Anonymous sources": say why the source asked for it.

Flagged
    The deal is close to collapse, said an official familiar with the talks.

Passes
    The deal is close to collapse, said an official familiar with the talks, who was not authorized to speak publicly.

What to do
    Give the reason in the same sentence, and ask whether it is good enough.
"""

import re
from collections.abc import Iterator

from provaudit.model import Attribution, Case, Manner, Mention, Severity, Span
from provaudit.rules.bare_anonymous import bare_mentions, unnamed_mentions
from provaudit.rules.credits import claims_of, is_withheld, sources_of
from provaudit.rules.prose import prose_of
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.words import any_of, word_list

_DEFINITE = re.compile(
    r"(?:the|this|that|these|those|his|her|its|their|our|he|she|they|who|it|someone|somebody|everyone)\b|[\w.\s]+[’']s?\s",
    re.IGNORECASE,
)
_NOT_A_SOURCE = re.compile(
    r"\b(?:some|any|every|no)(?:one|body)\b|^[Nn]either\b|\b[A-Z]\w+\s+and\b|\band\s+[A-Z]|,\s+[A-Z]\w+\s+[A-Z]"
)


def _check(case: Case) -> Iterator[Remark]:
    bare = {mention.spans[0] for _, mention in bare_mentions(case)}
    mentions = [pair for pair in unnamed_mentions(case) if _speaks_unnamed(*pair)]
    explained = {
        source
        for attribution, mention in mentions
        if _has_reason(case, attribution, mention)
        for source in mention.sources
    }
    told: set[str] = set()
    for attribution, mention in mentions:
        sources = set(mention.sources)
        if mention.spans[0] in bare:
            told |= sources
        elif not sources & (explained | told):
            told |= sources
            said = " ".join(mention.text.split())
            yield Remark(f'no reason is given for not naming "{said}"', mention.spans[0], claims_of(case, attribution))


def _speaks_unnamed(attribution: Attribution, mention: Mention) -> bool:
    """Whether somebody states something unnamed; "the minister's aide" and "he" mean one the draft has met."""
    if attribution.manner not in {Manner.SPEECH, Manner.WRITING} or not attribution.content or not attribution.cue:
        return False
    cue = frozenset(attribution.cue.text.casefold().split())
    states = "according" in cue or bool(cue & (word_list("cues/says") | word_list("cues/finds")))
    somebody = is_withheld(mention.text) and not _NOT_A_SOURCE.search(mention.text)
    return states and somebody and not _DEFINITE.match(mention.text)


def _has_reason(case: Case, attribution: Attribution, mention: Mention) -> bool:
    if attribution.anonymity_reason or any(source.anonymity_reason for source in sources_of(case, mention)):
        return True
    prose = prose_of(case.article)
    sentence = prose.sentence_at(mention.spans[0].start)
    if sentence is None:
        return False
    block = prose.blocks[prose.block_of(sentence.start) or 0].span
    # The sentence and what follows it in the paragraph: "The official asked not to be named because …".
    words = prose.unquoted(Span(sentence.start, block.end))
    hidden = r"(?:anonymity|anonymous(?:ly)?|named|identified|publicly|name|on\s+the\s+record|background|"
    hidden += r"to\s+(?:the\s+)?(?:press|media|reporters|journalists))"
    reason = rf"(?<![\w-]){any_of('anonymity_reasons')}(?![\w-])"
    return bool(re.search(rf"\b{hidden}\b[^.]*?{reason}|{reason}[^.]*?\b{hidden}\b", words, re.IGNORECASE))


RULE = rule_of(__doc__, severity=Severity.WARNING, scope=Scope.DRAFT, check=_check)
