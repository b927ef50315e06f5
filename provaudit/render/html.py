"""One page that needs nothing else: the figures, the findings, every chain, and the draft with its claims marked.

It loads nothing, runs nothing and sends nothing (its policy forbids all three); what comes from drafts and pages is
escaped, and only http and https addresses become links.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path

from provaudit.model import Article, Audit, Claim, Finding, Hop, PassageStatus, Source, Span
from provaudit.render.inert import inert, inert_lines, inert_piece
from provaudit.render.options import RenderOptions
from provaudit.render.summary import claims_sentence, findings_sentence, remarks, voices_sentence
from provaudit.render.words import (
    article_name,
    count,
    drift_sentence,
    hand_gap,
    hand_word,
    hop_status,
    page_line,
    severity_word,
    source_name,
    status_word,
    worst_first,
)


def html(audits: Sequence[Audit], options: RenderOptions) -> str:
    """The whole page; several drafts follow each other under a total."""
    page = (Path(__file__).parent / "page.html").read_text(encoding="utf-8")
    names = [article_name(audit.article, options.root) for audit in audits]
    title = f"provaudit: {names[0] if len(names) == 1 else count(len(names), 'draft')}"
    body = "\n".join(_body(audits, options))
    return page.replace("<!-- title -->", _text(title), 1).replace("<!-- body -->", body, 1)


def _body(audits: Sequence[Audit], options: RenderOptions) -> Iterator[str]:
    yield "<h1>Where these claims come from</h1>"
    if len(audits) != 1:
        claims = [claim for audit in audits for claim in audit.claims]
        drafts = count(len(audits), "draft")
        figures = f"{drafts}. {claims_sentence(claims)} {findings_sentence(audits)}"
        yield f'<p class="sum">{_text(figures)}</p>'
    for name, reason in options.failures:
        yield f'<div class="finding error"><p><b>{_text(name)}</b> was not audited: {_text(reason)}</p></div>'
    for number, audit in enumerate(audits, start=1):
        yield from _draft(f"d{number}-", audit, options)


def _draft(prefix: str, audit: Audit, options: RenderOptions) -> Iterator[str]:
    article = audit.article
    yield f"<h2>{_text(article.title or article_name(article, options.root))}</h2>"
    about = (article_name(article, options.root), article.byline, article.publisher, article.published)
    yield f'<p class="meta">{_text(" · ".join(part for part in about if part))}</p>'
    figures = f"{claims_sentence(audit.claims)} {voices_sentence(audit) if audit.claims else ''}"
    yield f'<p class="sum">{_text(figures)}</p>'
    yield f'<p class="meta">{_text(findings_sentence([audit]))}</p>'
    for remark in (*remarks(audit, offline=options.offline), *article.notes):
        yield f'<p class="meta">{_text(remark)}</p>'
    if audit.findings:
        yield "<h3>Findings, the gravest first</h3>"
        yield from (_finding(finding, prefix) for finding in worst_first(audit.findings))
    if audit.claims:
        yield "<h3>Claims and their chains, from the draft to the origin</h3>"
        sources = {source.id: source for source in audit.sources}
        for claim in audit.claims:
            yield from _claim(claim, prefix, sources, options)
        yield "<h3>The draft</h3>"
        yield f'<div class="text">{_marked(article, audit.claims, prefix)}</div>'


def _finding(finding: Finding, prefix: str) -> str:
    head = f"<b>{severity_word(finding.severity)} {_text(finding.rule)} {_text(finding.name)}</b>"
    claims = ", ".join(f'<a href="#{prefix}{_text(claim)}">{_text(claim)}</a>' for claim in finding.claims)
    place = f"line {finding.place.line}, column {finding.place.column}" + (f", claim {claims}" if claims else "")
    related = "".join(
        f'<p class="meta">{_text(one.message)}{f": {_link(one.url, one.url)}" if one.url else ""}</p>'
        for one in finding.related
    )
    said = f'<p>{head} <span class="meta">{place}</span></p><p>{_text(finding.message)}</p>{related}'
    return f'<div class="finding {severity_word(finding.severity)}">{said}</div>'


def _claim(claim: Claim, prefix: str, sources: Mapping[str, Source], options: RenderOptions) -> Iterator[str]:
    gap = hand_gap(claim)
    hand = hand_word(claim.hand) + (f" ({gap})" if gap else "")
    yield f'<div class="claim {_tint(claim)}" id="{prefix}{_text(claim.id)}"><span class="hand">{hand}</span>'
    yield f'<p>{_text(claim.text)}</p><p class="meta">{_text(claim.id)}, line {claim.place.line}</p>'
    depth = 0
    for hop in claim.hops:
        while hop.n > depth:
            yield '<div class="hops">'
            depth += 1
        yield from _hop(claim, hop, sources.get(hop.source), options)
    yield "</div>" * (depth + 1)


def _hop(claim: Claim, hop: Hop, source: Source | None, options: RenderOptions) -> Iterator[str]:
    status = hop_status(claim, hop, source, offline=options.offline)
    yield f"<div><b>{_text(source_name(source, hop.source))}</b>{f': {_text(status)}' if status else ''}</div>"
    if hop.page is not None:
        archived = f" ({_link(hop.page.archive_url, 'archived copy')})" if hop.page.archive_url else ""
        yield f'<p class="meta">{_link(hop.page.url, page_line(hop.page))}{archived}</p>'
    if hop.passage is not None:
        yield f'<p class="meta">{_text(status_word(hop.passage.status))}</p>'
        if hop.passage.status is not PassageStatus.ABSENT:
            passage = hop.passage
            before, words, after = (
                escape(inert_piece(part)) for part in (passage.prefix, passage.text, passage.suffix)
            )
            yield f"<blockquote>{before}<strong>{words}</strong>{after}</blockquote>"
    for drift in hop.drift:
        yield f'<p class="drift">{_text(drift_sentence(drift, ("“", "”")))}</p>'


def _marked(article: Article, claims: Sequence[Claim], prefix: str) -> str:
    """The draft's text; each stretch that a claim covers links to it, furniture is set faintly."""
    spans = [(span, claim) for claim in claims for span in claim.spans]
    cuts = {0, len(article.text)}
    cuts |= {cut for span, _ in spans for cut in span} | {cut for span in article.furniture for cut in span}
    edges = sorted(cut for cut in cuts if 0 <= cut <= len(article.text))
    return "".join(_piece(article, Span(*piece), spans, prefix) for piece in pairwise(edges))


def _piece(article: Article, piece: Span, spans: Sequence[tuple[Span, Claim]], prefix: str) -> str:
    words = escape(inert_lines(article.text[piece.start : piece.end]))
    # The narrowest claim has the say where one lies inside another.
    covering = [(span.end - span.start, claim) for span, claim in spans if span.holds(piece)]
    if covering:
        claim = min(covering, key=lambda one: one[0])[1]
        return f'<a class="{_tint(claim)}" href="#{prefix}{_text(claim.id)}">{words}</a>'
    if any(span.holds(piece) for span in article.furniture):
        return f'<span class="furniture">{words}</span>'
    return words


def _tint(claim: Claim) -> str:
    """The class of a hand: h1, h2, h3 for third-hand and on, h0 for unknown."""
    return f"h{min(claim.hand or 0, 3)}"


def _link(url: str, words: str) -> str:
    if not url.startswith(("https://", "http://")):
        return _text(words)
    return f'<a href="{escape(inert(url))}" rel="noreferrer nofollow">{_text(words)}</a>'


def _text(text: str) -> str:
    return escape(inert(text))
