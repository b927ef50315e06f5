"""GitLab's code-quality report: a JSON array; every fingerprint is unique in it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from provaudit.model import Audit, Finding, Severity
from provaudit.render.inert import inert
from provaudit.render.json_writing import Json, dumps
from provaudit.render.options import RenderOptions
from provaudit.render.region import finding_region
from provaudit.render.words import article_name

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def gitlab(audits: Sequence[Audit], options: RenderOptions) -> str:
    """The findings of all drafts."""
    seen: Counter[str] = Counter()
    entries = [_entry(audit, finding, seen, options) for audit in audits for finding in audit.findings]
    return dumps(entries) + "\n"


def _entry(audit: Audit, finding: Finding, seen: Counter[str], options: RenderOptions) -> Json:
    path = article_name(audit.article, options.root)
    start, end = finding_region(finding, audit.article)
    return {
        "description": f"{finding.rule}: {inert(finding.message)}",
        "check_name": f"{finding.rule} {finding.name}",
        "fingerprint": _fingerprint(path, finding, seen),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": start.line, "end": end.line if end else start.line}},
    }


def _fingerprint(path: str, finding: Finding, seen: Counter[str]) -> str:
    """Of the file, the finding, and how many like it came before: two drafts may hold the same sentence."""
    named = f"{path}\n{finding.rule}\n{finding.fingerprint}"
    seen[named] += 1
    return hashlib.sha256(f"{named}\n{seen[named]}".encode("utf-8", "backslashreplace")).hexdigest()
