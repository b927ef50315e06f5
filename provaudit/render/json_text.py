"""The JSON formats as text: one object for one draft, a wrapper for several, or one object a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from provaudit.model import Audit
from provaudit.render.audit_json import audit_json, extract_json, several_json
from provaudit.render.json_writing import Json, dumps
from provaudit.render.options import RenderOptions


def audits_text(audits: Sequence[Audit], options: RenderOptions) -> str:
    """`provaudit/audit/1` for one input, `provaudit/audits/1` for several or where one could not be audited."""
    return _whole(audits, options, audit_json)


def audit_lines(audits: Sequence[Audit], _options: RenderOptions) -> str:
    """One audit a line; called with one audit it gives the line to print as that audit ends."""
    return "".join(dumps(audit_json(audit), indent=None) + "\n" for audit in audits)


def extracts_text(extracts: Sequence[Audit], options: RenderOptions) -> str:
    """`provaudit/extract/1` for one input, `provaudit/audits/1` for several."""
    return _whole(extracts, options, _extract)


def extract_lines(extracts: Sequence[Audit], _options: RenderOptions) -> str:
    """One extract a line."""
    return "".join(dumps(_extract(extract), indent=None) + "\n" for extract in extracts)


def _extract(audit: Audit) -> Json:
    return extract_json(audit.article, audit.sources, audit.attributions)


def _whole(audits: Sequence[Audit], options: RenderOptions, written: Callable[[Audit], Json]) -> str:
    entries = [written(audit) for audit in audits]
    alone = len(entries) == 1 and not options.several and not options.failures
    return dumps(entries[0] if alone else several_json(entries, options.failures)) + "\n"
