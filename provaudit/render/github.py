"""GitHub workflow commands: annotations on the lines of a pull request.

Only ten of each kind are shown a step, so errors come first and a summary says how many there are. Escapes as the
runner undoes them: `%`, line ends, and in properties `:` and `,` too.
"""

from __future__ import annotations

from collections.abc import Sequence

from provaudit.model import Audit, Finding, Severity
from provaudit.render.inert import inert
from provaudit.render.options import RenderOptions
from provaudit.render.region import finding_region
from provaudit.render.summary import claims_sentence, findings_sentence
from provaudit.render.words import article_name, count

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(audits: Sequence[Audit], options: RenderOptions) -> str:
    """Inputs without a verdict, errors, warnings, the summary, notes."""
    found = [(audit, finding) for audit in audits for finding in audit.findings]
    lines = [
        _command("error", f"{reason}", file=name, title="provaudit: not audited") for name, reason in options.failures
    ]
    for severity in (Severity.ERROR, Severity.WARNING):
        lines += [_annotation(audit, one, options) for audit, one in found if one.severity is severity]
    lines.append(_command("notice", _summary(audits), title="provaudit"))
    lines += [_annotation(audit, one, options) for audit, one in found if one.severity is Severity.INFO]
    return "".join(f"{line}\n" for line in lines)


def _summary(audits: Sequence[Audit]) -> str:
    claims = [claim for audit in audits for claim in audit.claims]
    return f"{count(len(audits), 'draft')}. {claims_sentence(claims)} {findings_sentence(audits)}"


def _annotation(audit: Audit, finding: Finding, options: RenderOptions) -> str:
    start, end = finding_region(finding, audit.article)
    place = {"line": start.line, "col": start.column}
    if end is not None:
        place |= {"endLine": end.line}
        # The runner refuses columns of a region over several lines.
        place = (
            place | {"endColumn": end.column} if end.line == start.line else {"line": start.line, "endLine": end.line}
        )
    title = f"{finding.rule} {finding.name}"
    file = article_name(audit.article, options.root)
    return _command(_COMMANDS[finding.severity], finding.message, file=file, **place, title=title)


def _command(command: str, message: str, **properties: object) -> str:
    said = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{command} {said}::{_data(message)}"


def _data(text: str) -> str:
    return inert(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
