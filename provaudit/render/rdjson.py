"""The diagnostic format of reviewdog (rdjson).

Its columns count UTF-8 bytes; where these cannot be told, lines stand alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from provaudit.model import Article, Audit, Finding, Place, Severity
from provaudit.render.inert import inert
from provaudit.render.json_writing import Json, dumps
from provaudit.render.options import RenderOptions
from provaudit.render.region import byte_column, finding_region
from provaudit.render.words import article_name

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def rdjson(audits: Sequence[Audit], options: RenderOptions) -> str:
    """One diagnostic result over all drafts."""
    diagnostics = [_diagnostic(audit, finding, options) for audit in audits for finding in audit.findings]
    return dumps({"source": {"name": "provaudit"}, "diagnostics": diagnostics}) + "\n"


def _diagnostic(audit: Audit, finding: Finding, options: RenderOptions) -> Json:
    start, end = finding_region(finding, audit.article)
    span: Json = {"start": _position(start, audit.article)}
    if end is not None:
        span["end"] = _position(end, audit.article)
    evidence = "".join(f" ({inert(one.message)}: {inert(one.url)})" for one in finding.related if one.url)
    return {
        "message": f"{finding.name}: {inert(finding.message)}{evidence}",
        "location": {"path": article_name(audit.article, options.root), "range": span},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }


def _position(place: Place, article: Article) -> Json:
    column = byte_column(place, article)
    return {"line": place.line} if column is None else {"line": place.line, "column": column}
