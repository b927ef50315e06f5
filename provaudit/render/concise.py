"""One finding a line, as editors and grep read it: `path:line:column: severity RULE name: message`."""

from __future__ import annotations

from collections.abc import Sequence

from provaudit.model import Audit
from provaudit.render.inert import inert
from provaudit.render.options import RenderOptions
from provaudit.render.words import article_name, severity_word


def concise(audits: Sequence[Audit], options: RenderOptions) -> str:
    """The findings in the order of the drafts and of their lines; nothing at all where there are none."""
    return "".join(
        f"{inert(article_name(audit.article, options.root))}:{finding.place.line}:{finding.place.column}: "
        f"{severity_word(finding.severity)} {finding.rule} {finding.name}: {inert(finding.message)}\n"
        for audit in audits
        for finding in audit.findings
    )
