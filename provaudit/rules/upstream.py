"""What the U rules may go by: the hops that were followed and landed on a page one could read."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from provaudit.model import (
    Article,
    Attribution,
    AttributionKind,
    Case,
    Claim,
    Hop,
    Mention,
    Outcome,
    Outlet,
    OutletKind,
    PassageStatus,
    Related,
    Source,
    SourceKind,
    Span,
)
from provaudit.rules.credits import names_of, nest, outlets_of, sources_of
from provaudit.rules.prose import prose_of

_REACHED: Final = frozenset({Outcome.FOUND, Outcome.ARCHIVED_ONLY})
_LEAST_WORDS: Final = 25  # a page of fewer words was cut off, or is no article
_QUOTED: Final = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED})


def readable(article: Article) -> bool:
    """Whether a page can be said to hold or to lack something: nothing paywalled, soft-404 or cut off can."""
    return not article.paywalled and not article.soft_404 and len(article.text.split()) >= _LEAST_WORDS


def landed(claim: Claim) -> tuple[Hop, ...]:
    """The claim's hops that reached a page which holds it, the draft's nearest first."""
    return tuple(
        hop
        for hop in claim.hops
        if hop.outcome in _REACHED and hop.page and hop.passage and hop.passage.status is not PassageStatus.ABSENT
    )


def lacking(case: Case, claim: Claim) -> Iterator[Hop]:
    """The hops that the draft itself made, to a readable page in its own language that lacks the claim."""
    language = case.article.language
    for hop in claim.hops:
        if hop.outcome not in _REACHED or hop.page is None or hop.passage is None or hop.attribution is None:
            continue
        article = hop.page.article
        translated = bool(language and article.language and language[:2] != article.language[:2])
        if hop.passage.status is PassageStatus.ABSENT and readable(article) and not translated:
            yield hop


def evidence(hop: Hop, words: str | None = None) -> tuple[Related, ...]:
    """The upstream words a finding rests on, with their URL."""
    if hop.page is None or hop.passage is None:
        return ()
    return (Related(" ".join((words or hop.passage.text).split()), url=hop.page.url),)


def is_quoted(case: Case, claim: Claim) -> bool:
    """Whether the claim is given in quotation marks, wholly or in part."""
    return any(step.id == claim.attribution and step.kind in _QUOTED for step in nest(case, claim))


def quoted_words(case: Case, claim: Claim, quotations: list[Span]) -> str:
    """The claim's words inside quotation marks, in lower case and with single spaces."""
    shared = [
        prose_of(case.article).text[max(span.start, quoted.start) : min(span.end, quoted.end)]
        for span in claim.spans
        for quoted in quotations
        if quoted.meets(span)
    ]
    return " ".join(" ".join(shared).split()).casefold()


def speaker_of(case: Case, claim: Claim) -> Source | None:
    """The one person the draft has say it; None where it is a pronoun nobody could tie, or several."""
    innermost = next(iter(nest(case, claim)), None)
    if innermost is None or innermost.source is None or innermost.source.unresolved:
        return None
    people = [source for source in sources_of(case, innermost.source) if source.kind is SourceKind.PERSON]
    return people[0] if len(people) == 1 else None


def credits_at(case: Case, hop: Hop) -> Iterator[tuple[Attribution, Source]]:
    """Who says it on the page, at the passage, as the page's own attributions have it."""
    seen = case.upstream.get(hop.page.url) if hop.page else None
    if seen is None or hop.passage is None or hop.passage.span is None:
        return
    for attribution in seen.attributions:
        spans = attribution.content.spans if attribution.content else ()
        if attribution.source and any(span.meets(hop.passage.span) for span in spans):
            for source_id in attribution.source.sources:
                if source_id in seen.sources:
                    yield attribution, seen.sources[source_id]


def same_name(one: str, other: str) -> bool:
    """Whether two names may be one person's: one surname among the other's words."""
    mine, theirs = ({word.strip(".,").casefold() for word in name.replace("’s", "").split()} for name in (one, other))
    return bool({word for word in mine & theirs if len(word) > 2})


def outlet_at(case: Case, hop: Hop) -> Outlet | None:
    """The outlet whose page the hop landed on, where it is one; a person's own site and a platform are none."""
    source = case.sources.get(hop.source)
    outlet = source.outlet if source else None
    return None if outlet is None or outlet.kind is OutletKind.PLATFORM else outlet


def page_name(case: Case, hop: Hop) -> str:
    """What to call the page in a message: by its outlet's name, else by its domain."""
    outlet = outlet_at(case, hop)
    return outlet.name if outlet and outlet.id == hop.page_outlet else hop.page_outlet or "the page"


def is_named_in_draft(case: Case, outlet: Outlet) -> bool:
    """Whether the draft names the outlet anywhere, in a credit, in passing or by a short form."""
    mentions = [mention for attribution in case.attributions for mention in (attribution.source, attribution.venue)]
    return _mentioned(case, mentions, outlet) or _in_words(prose_of(case.article).text, outlet)


def credits_near(case: Case, claim: Claim, outlet: Outlet) -> bool:
    """Whether the outlet is named beside the claim, in a credit for the text, or with the same speaker anywhere."""
    prose = prose_of(case.article)
    block = prose.block_of(claim.spans[0].start) or 0
    first, last = prose.blocks[max(0, block - 1)], prose.blocks[block + 1 : block + 2] or prose.blocks[-1:]
    near = Span(first.span.start, last[0].span.end)
    if _in_words(prose.words(near), outlet):
        return True
    speakers = {source for step in nest(case, claim) for source in (step.source.sources if step.source else ())}
    return any(
        _mentioned(case, [attribution.source, attribution.venue], outlet)
        for attribution in case.attributions
        if attribution.whole_text
        or attribution.kind is AttributionKind.CREDIT
        or any(near.holds(span) for span in (attribution.source.spans if attribution.source else ()))
        or (attribution.source and speakers & set(attribution.source.sources))
    )


def _mentioned(case: Case, mentions: Iterable[Mention | None], outlet: Outlet) -> bool:
    return any(other.id == outlet.id for source in sources_of(case, *mentions) for other in outlets_of(source))


def _in_words(words: str, outlet: Outlet) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) for name in names_of(outlet) if name)
