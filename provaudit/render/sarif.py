"""SARIF 2.1.0, as code-scanning services read it.

Results carry a stable rule id, a fingerprint that survives edits elsewhere, upstream evidence as related locations
and, for each claim a finding speaks of, its chain as a code flow from the draft upward. Paths are relative to the
folder the run started in. Specification: OASIS, SARIF 2.1.0 with errata 01, sections in brackets below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from provaudit import __version__
from provaudit.model import Audit, Claim, Finding, Hop, Severity, Span, Suppressed
from provaudit.render.inert import inert
from provaudit.render.json_writing import Json, dumps
from provaudit.render.options import RenderOptions
from provaudit.render.region import Region, article_uri, finding_region, span_region
from provaudit.render.rule_help import catalogue
from provaudit.render.words import count, hop_status, source_name

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

_ROOT = "%SRCROOT%"
_MOST_FLOWS = 10  # a finding about a whole draft speaks of all its claims
_LINK = re.compile(r"\[(?=[^\]]*\]\()")  # in a message, [text](target) would be a link [3.11.6]


def sarif(audits: Sequence[Audit], options: RenderOptions) -> str:
    """One run over all drafts."""
    rules = catalogue()
    index = {str(rule["id"]): number for number, rule in enumerate(rules)}
    run: Json = {
        "tool": {
            "driver": {"name": "provaudit", "version": __version__, "semanticVersion": __version__, "rules": rules}
        },
        "invocations": [_invocation(audits, options)],
        "columnKind": "unicodeCodePoints",
        "artifacts": _artifacts(audits, options),
        "results": [result for audit in audits for result in _results(audit, index, options)],
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _invocation(audits: Sequence[Audit], options: RenderOptions) -> Json:
    """Inputs without a verdict are notifications of the tool, not results."""
    notes: list[Json] = [
        {"level": "error", "message": _message(f"{name}: {reason}"), "descriptor": {"id": "not-audited"}}
        for name, reason in options.failures
    ]
    notes += [
        {
            "level": "note",
            "message": _message(
                f"no full verdict on {count(len(audit.unreachable), 'claim')}: upstream could not be reached"
            ),
            "descriptor": {"id": "upstream-unreachable"},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact_location(audit, options)}}],
        }
        for audit in audits
        if audit.unreachable
    ]
    return {"executionSuccessful": not options.failures, "toolExecutionNotifications": notes}


def _artifacts(audits: Sequence[Audit], options: RenderOptions) -> list[Json]:
    """The drafts, each once."""
    locations = {article_uri(audit.article, options.root): audit for audit in audits}
    return [
        {
            "location": _artifact_location(audit, options),
            "roles": ["analysisTarget"],
            "hashes": {"sha-256": audit.article.sha256},
        }
        for audit in locations.values()
    ]


def _artifact_location(audit: Audit, options: RenderOptions) -> Json:
    uri = article_uri(audit.article, options.root)
    return {"uri": uri} if "://" in uri else {"uri": uri, "uriBaseId": _ROOT}


def _results(audit: Audit, index: Mapping[str, int], options: RenderOptions) -> Iterator[Json]:
    for finding in audit.findings:
        yield _result(audit, finding, index, options)
    for entry in audit.suppressed:
        yield _result(audit, entry.finding, index, options) | {"suppressions": [_suppression(entry)]}


def _suppression(entry: Suppressed) -> Json:
    written: Json = {"kind": "inSource" if entry.by == "inline" else "external", "status": "accepted"}
    return written | ({"justification": inert(entry.reason)} if entry.reason else {})


def _result(audit: Audit, finding: Finding, index: Mapping[str, int], options: RenderOptions) -> Json:
    result: Json = {"ruleId": finding.rule}
    if finding.rule in index:
        result["ruleIndex"] = index[finding.rule]
    region = finding_region(finding, audit.article)
    result |= {
        "level": LEVELS[finding.severity],
        "message": _message(finding.message),
        "locations": [_in_draft(audit, region, options, audit.article.words(finding.span) if finding.span else "")],
        "partialFingerprints": {"provaudit/v1": finding.fingerprint},
        "properties": {"confidence": finding.confidence.value, "claims": list(finding.claims)},
    }
    related = [_related(audit, one.message, one.span, one.url, options) for one in finding.related]
    if related:
        result["relatedLocations"] = [location | {"id": number} for number, location in enumerate(related, start=1)]
    claims = [claim for claim in audit.claims if claim.id in finding.claims and claim.hops]
    flows = [_flow(audit, claim, options) for claim in claims[:_MOST_FLOWS]]
    return result | ({"codeFlows": flows} if flows else {})


def _in_draft(audit: Audit, region: Region, options: RenderOptions, words: str = "") -> Json:
    """A location of the draft [3.28]; a region without an end is its one line."""
    written: Json = {"startLine": region.start.line, "startColumn": region.start.column}
    if region.end is not None:
        written |= {"endLine": region.end.line, "endColumn": region.end.column}
    if words:
        written["snippet"] = {"text": inert(words)}
    return {"physicalLocation": {"artifactLocation": _artifact_location(audit, options), "region": written}}


def _related(audit: Audit, message: str, span: Span | None, url: str | None, options: RenderOptions) -> Json:
    if url is not None:
        return _upstream(url, message)
    region = span_region(span or Span(0, 0), audit.article)
    return _in_draft(audit, region, options) | {"message": _message(message)}


def _upstream(url: str, message: str) -> Json:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(url)}}, "message": _message(message)}


def _flow(audit: Audit, claim: Claim, options: RenderOptions) -> Json:
    """A claim's chain as the steps of one thread [3.36], from the draft to where it ends."""
    sources = {source.id: source for source in audit.sources}
    region = span_region(claim.spans[0], audit.article) if claim.spans else Region(claim.place, None)
    start = _in_draft(audit, region, options) | {"message": _message(f"the draft: {claim.text}")}
    steps = [start]
    for hop in claim.hops:
        source = sources.get(hop.source)
        status = hop_status(claim, hop, source, offline=options.offline)
        said = source_name(source, hop.source) + (f": {status}" if status else "")
        steps.append(_step(audit, hop, region, said, options))
    locations = [{"location": step, "nestingLevel": level} for level, step in enumerate(steps)]
    return {"message": _message(f"claim {claim.id}: ends {claim.end.value}"), "threadFlows": [{"locations": locations}]}


def _step(audit: Audit, hop: Hop, claim: Region, said: str, options: RenderOptions) -> Json:
    """A hop's page; where none was reached, the words of the draft that name its source."""
    if hop.page is not None:
        passage = f": {hop.passage.text}" if hop.passage and hop.passage.text else ""
        return _upstream(hop.page.url, said + passage)
    named = [one.source for one in audit.attributions if one.id == hop.attribution and one.source is not None]
    spans = [span for mention in named for span in mention.spans]
    region = span_region(spans[0], audit.article) if spans else claim
    return _in_draft(audit, region, options) | {"message": _message(said)}


def _message(text: str) -> Json:
    return {"text": _LINK.sub(r"\\[", inert(text))}


def _uri(url: str) -> str:
    """An address with what a URI may not hold percent-encoded."""
    return re.sub(r"[^!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~\[\]]", lambda odd: _percent(odd[0]), url)


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))
