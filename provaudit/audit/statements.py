"""A claim as it is looked for upstream, and what the search for it goes by."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from provaudit.attribute.quotations import covered, quotations
from provaudit.attribute.reading_copy import ReadingCopy
from provaudit.attribute.sentences import sentence_spans
from provaudit.chain import Standpoint
from provaudit.model import (
    Article,
    Attribution,
    Claim,
    Outlet,
    Source,
    SourceKind,
    Span,
    Statement,
    Wanted,
)

_MARKS = "\"'“”„‟«»‘’‚‛ "


def statement_of(claim: Claim, attribution: Attribution, copy: ReadingCopy, sources: Mapping[str, Source]) -> Statement:
    """What `match` is to look for: the claim's words, its quotations, its sentence, its speaker."""
    article = copy.article
    spans = tuple(Span(copy.place(span.start), copy.place(span.end)) for span in claim.spans)
    return Statement(
        text=article.words(*spans),
        kind=attribution.kind,
        quotations=quoted(article, spans),
        sentence=article.words(sentence_at(article, spans)),
        cue=attribution.cue.text if attribution.cue else "",
        speaker=_speaker(attribution, sources),
        dated=article.published,
    )


def quoted(article: Article, spans: Sequence[Span]) -> tuple[str, ...]:
    """The quoted words that stand in the spans, without their marks."""
    words = list[str]()
    for block in article.blocks:
        if not any(block.span.meets(span) for span in spans):
            continue
        for quotation in quotations(article.text, block.span):
            shared = [
                Span(max(quotation.span.start, span.start), min(quotation.span.end, span.end))
                for span in spans
                if quotation.span.meets(span)
            ]
            words += [article.words(part).strip(_MARKS) for part in shared]
    return tuple(part for part in words if part)


def _speaker(attribution: Attribution, sources: Mapping[str, Source]) -> str | None:
    mention = attribution.source
    if mention is None or mention.unresolved:
        return None
    named = [sources[id_] for id_ in mention.sources if id_ in sources]
    kinds = (SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.SOCIAL)
    return next((source.name for source in named if source.kind in kinds), None)


def sentence_at(article: Article, spans: Sequence[Span]) -> Span:
    """The whole sentences that the spans lie in."""
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    first, last = article.block_at(start), article.block_at(end - 1)
    left = _sentence(article, first.span, start).start if first else start
    right = _sentence(article, last.span, end - 1).end if last else end
    return Span(min(left, start), max(right, end))


def _sentence(article: Article, block: Span, offset: int) -> Span:
    prose = covered(article.text, block, quotations(article.text, block))
    for sentence in sentence_spans(prose, block.start):
        if sentence.start <= offset < sentence.end:
            return sentence
    return block


def links_for(article: Article, spans: Sequence[Span], outlet: Outlet | None) -> tuple[tuple[str, ...], int]:
    """The article's links, nearest the words first, and how many of them stand in the words' own paragraph.

    Without an outlet only those of the words' own sentence count; with one, its links from elsewhere come last.
    """
    sentence = sentence_at(article, spans)
    block = article.block_at(spans[0].start)
    home = block.span if block else sentence
    if outlet is None:
        near = [link for link in article.links if link.span.meets(sentence)]
    else:
        near = [link for link in article.links if link.span.meets(home) or _of(link.url, outlet)]
    middle = (spans[0].start + spans[-1].end) // 2
    near.sort(
        key=lambda link: (not link.span.meets(sentence), not link.span.meets(home), abs(link.span.start - middle))
    )
    urls = tuple(dict.fromkeys(link.url for link in near))
    return urls, len({link.url for link in near if link.span.meets(home)})


def _of(url: str, outlet: Outlet) -> bool:
    host = re.sub(r"^https?://(?:www\.)?", "", url.casefold()).split("/", 1)[0]
    return any(host == entry.domain or host.endswith("." + entry.domain) for entry in outlet.domains)


def wanted_for(stand: Standpoint, outlet: Outlet | None) -> Wanted:
    """What the search from a standpoint goes by."""
    from provaudit.trace.dates import date_hints

    article = stand.article
    sentence = article.words(sentence_at(article, stand.spans))
    after, before = date_hints(sentence, article.published)
    links, cited = links_for(article, stand.spans, outlet)
    return Wanted(
        text=stand.statement.text,
        quotations=stand.statement.quotations,
        outlet=outlet,
        links=links,
        after=after,
        before=before,
        language=article.language,
        title=article.title,
        speaker=stand.statement.speaker,
        cited=cited,
    )


__all__ = ["links_for", "quoted", "sentence_at", "statement_of", "wanted_for"]
