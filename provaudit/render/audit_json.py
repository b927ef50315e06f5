"""The JSON contract (`provaudit/audit/1`), written field by field.

Nothing here dumps an internal type: a field that the contract does not name is not written, except the few
additions that `schemas/audit.json` marks as such, and those only where they say something.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from provaudit import __version__
from provaudit.model import (
    Article,
    Attribution,
    Audit,
    Claim,
    Drift,
    Finding,
    Hop,
    Mention,
    Outcome,
    Outlet,
    Page,
    Passage,
    Related,
    Severity,
    Source,
    Span,
    Suppressed,
    Tried,
)
from provaudit.render.json_writing import Json
from provaudit.render.voices_json import voices_json

AUDIT = "provaudit/audit/1"
AUDITS = "provaudit/audits/1"
EXTRACT = "provaudit/extract/1"


def audit_json(audit: Audit) -> Json:
    """One audit as the contract has it."""
    written: Json = {
        "schema": AUDIT,
        "tool": _tool(),
        "article": _article(audit.article),
        "sources": [_source(source) for source in audit.sources],
        "attributions": [_attribution(attribution, audit.article) for attribution in audit.attributions],
        "claims": [_claim(claim, audit.article) for claim in audit.claims],
        "independence": voices_json(audit.independence),
        "findings": [finding_json(finding) for finding in audit.findings],
        "suppressed": [_suppressed(entry) for entry in audit.suppressed],
        "summary": _summary(audit),
    }
    if audit.unreachable:
        written["unreachable"] = list(audit.unreachable)
    return written


def extract_json(article: Article, sources: Iterable[Source], attributions: Iterable[Attribution]) -> Json:
    """What `provaudit extract` says of one draft."""
    return {
        "schema": EXTRACT,
        "tool": _tool(),
        "article": _article(article),
        "sources": [_source(source) for source in sources],
        "attributions": [_attribution(attribution, article) for attribution in attributions],
    }


def several_json(entries: Sequence[Json], failures: Iterable[tuple[str, str]]) -> Json:
    """Several audits, or extracts, in one object; inputs that could not be read stand under `errors`."""
    return {
        "schema": AUDITS,
        "tool": _tool(),
        "audits": list(entries),
        "errors": [{"path": path, "reason": reason} for path, reason in failures],
    }


def by_hand(claims: Iterable[Claim]) -> dict[str, int]:
    """How many claims came at each hand; the unknown ones last."""
    counted = Counter(claim.hand for claim in claims)
    known = sorted(hand for hand in counted if hand is not None)
    return {str(hand): counted[hand] for hand in known} | ({"unknown": counted[None]} if None in counted else {})


def finding_json(finding: Finding) -> Json:
    """One finding; evidence that lies elsewhere is added as `related`."""
    written: Json = {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": finding.message,
        "line": finding.place.line,
        "column": finding.place.column,
        "span": None if finding.span is None else list(finding.span),
        "claims": list(finding.claims),
        "fingerprint": finding.fingerprint,
    }
    if finding.related:
        written["related"] = [_related(entry) for entry in finding.related]
    return written


def _tool() -> Json:
    return {"name": "provaudit", "version": __version__}


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _article(article: Article) -> Json:
    return {
        "path": article.path,
        "url": article.url,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "publisher": article.publisher,
        "language": article.language,
        "sha256": article.sha256,
        "text": article.text,
        "furniture": _spans(article.furniture),
    }


def _source(source: Source) -> Json:
    written: Json = {
        "id": source.id,
        "kind": source.kind.value,
        "name": source.name,
        "outlet": None if source.outlet is None else _outlet(source.outlet),
    }
    if source.candidates:
        written["candidates"] = [_outlet(outlet) for outlet in source.candidates]
    if source.anonymity is not None:
        written["anonymity"] = source.anonymity
    if source.anonymity_reason is not None:
        written["anonymity_reason"] = source.anonymity_reason
    return written


def _outlet(outlet: Outlet) -> Json:
    return {"id": outlet.id, "name": outlet.name, "domain": outlet.domain, "owner": outlet.owner}


def _attribution(attribution: Attribution, article: Article) -> Json:
    written: Json = {
        "id": attribution.id,
        "parent": attribution.parent,
        "kind": attribution.kind.value,
        "manner": attribution.manner.value,
        "source": _named(attribution.source, article),
        "cue": _words(attribution.cue, article),
        "venue": _named(attribution.venue, article),
        "content": _words(attribution.content, article),
        "confidence": round(attribution.confidence, 2),
    }
    if attribution.whole_text:
        written["whole_text"] = True
    if attribution.hearsay:
        written["hearsay"] = True
    return written


def _words(mention: Mention | None, article: Article) -> Json | None:
    if mention is None:
        return None
    return {"text": _exact(mention, article), "spans": _spans(mention.spans)}


def _exact(worded: Mention | Claim, article: Article) -> str:
    """The words as the file has them, markup included: what the spans read back. Other views show them as they read."""
    return article.words(*worded.spans) if worded.spans else worded.text


def _named(mention: Mention | None, article: Article) -> Json | None:
    """A source or a venue; where several outlets stand side by side the others are under `also`.

    In the contract each is a source of the draft: a place that is none ("at a press conference") is no venue.
    """
    if mention is None or not mention.sources:
        return None
    first, *others = mention.sources
    written: Json = {"id": first, "text": _exact(mention, article), "spans": _spans(mention.spans)}
    return written | ({"also": others} if others else {})


def _claim(claim: Claim, article: Article) -> Json:
    written: Json = {
        "id": claim.id,
        "attribution": claim.attribution,
        "text": _exact(claim, article),
        "spans": _spans(claim.spans),
        "line": claim.place.line,
        "column": claim.place.column,
        "hand": {"stated": claim.stated, "traced": claim.traced},
        "complete": claim.complete,
        "hops": [_hop(hop) for hop in claim.hops],
        "end": claim.end.value,
        "origin": claim.origin,
    }
    if claim.first_published is not None:
        first = claim.first_published
        written["first_published"] = {"date": first.date, "outlet": first.outlet, "url": first.url}
    return written


def _outcome(outcome: Outcome) -> str:
    """A spent budget is no outcome of the contract's: the page was not followed, and the chain ends in `limit`."""
    return (Outcome.NOT_FOLLOWED if outcome is Outcome.LIMIT else outcome).value


def _hop(hop: Hop) -> Json:
    written: Json = {
        "n": hop.n,
        "attribution": hop.attribution,
        "source": hop.source,
        "outcome": _outcome(hop.outcome),
        "tried": [_tried(tried) for tried in hop.tried],
        "page": None if hop.page is None else _page(hop.page, hop.page_outlet),
        "passage": None if hop.passage is None else _passage(hop.passage),
        "drift": [_drift(drift) for drift in hop.drift],
    }
    if hop.speaker is not None:
        written["speaker"] = hop.speaker
    if hop.detail:
        written["detail"] = hop.detail
    return written


def _tried(tried: Tried) -> Json:
    return {"tier": tried.tier.value, "outcome": _outcome(tried.outcome), "detail": tried.detail}


def _page(page: Page, outlet: str | None) -> Json:
    return {
        "url": page.url,
        "title": page.article.title,
        "published": page.article.published,
        "outlet": outlet,
        "retrieved": page.retrieved,
        "archive_url": page.archive_url,
        "sha256": page.sha256,
    }


def _passage(passage: Passage) -> Json:
    return {
        "text": passage.text,
        "prefix": passage.prefix,
        "suffix": passage.suffix,
        "status": passage.status.value,
        "score": round(passage.score, 3),
    }


def _drift(drift: Drift) -> Json:
    return {"kind": drift.kind.value, "draft": drift.draft, "upstream": drift.upstream}


def _related(related: Related) -> Json:
    return {
        "message": related.message,
        "span": None if related.span is None else list(related.span),
        "url": related.url,
    }


def _suppressed(entry: Suppressed) -> Json:
    return finding_json(entry.finding) | {"by": entry.by, "reason": entry.reason}


def _summary(audit: Audit) -> Json:
    severities = Counter(finding.severity for finding in audit.findings)
    return {
        "claims": len(audit.claims),
        "by_hand": by_hand(audit.claims),
        "findings": {severity.value: severities[severity] for severity in Severity},
        "suppressed": len(audit.suppressed),
    }
