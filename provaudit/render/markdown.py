"""A summary fit for a pull-request comment, in GitHub's and GitLab's Markdown.

Whatever comes from a draft or a page is escaped: it makes no markup, no link, and notifies nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from provaudit.model import Audit, Claim, Finding, PassageStatus, Severity
from provaudit.render.inert import inert
from provaudit.render.options import RenderOptions
from provaudit.render.summary import claims_sentence, findings_sentence, remarks, voices_sentence
from provaudit.render.words import (
    article_name,
    count,
    drift_sentence,
    hand_gap,
    hand_word,
    hop_status,
    severity_word,
    source_name,
    status_word,
    worst_first,
)

ROWS = 50  # findings shown of one draft
LIMIT = 60_000  # characters; GitHub refuses a comment of more than 65,536

_SIGNS = {Severity.ERROR: "🔴", Severity.WARNING: "🟡", Severity.INFO: "🔵"}
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&]|^(?:[-+#=:]|\d+(?=[.)]))")
_NOTIFIES = re.compile(r"([@#])(?=\w)|(?<=\w)(:)(?=//)|(?<=www)(\.)", re.IGNORECASE)


def markdown(audits: Sequence[Audit], options: RenderOptions) -> str:
    """The figures first, then the findings of each draft, then its chains folded away."""
    head = ["### provaudit: where these claims come from", "", _headline(audits), ""]
    head += [f"- ⚠️ {escaped(name)} was not audited: {escaped(reason)}" for name, reason in options.failures]
    written = "\n".join(head)
    for number, audit in enumerate(audits):
        # A long draft is shown without its chains before it is left out.
        tries = ("\n".join(_draft(audit, options, chains=chains)) for chains in (True, False))
        section = next((one for one in tries if len(written) + len(one) <= LIMIT), None)
        if section is None:
            left = count(len(audits) - number, "more draft")
            return f"{written}\n\n_{left} left out: this comment would be too long._\n"
        written += f"\n{section}"
    return written.rstrip() + "\n"


def escaped(text: str) -> str:
    """Text that stands for itself: entities for markup, a zero-width space where a mention or link would begin."""
    plain = _NOTIFIES.sub(lambda found: f"{found[0]}\u200b", inert(text))
    return _MARKUP.sub(lambda found: "".join(f"&#{ord(one)};" for one in found[0]), plain)


def _headline(audits: Sequence[Audit]) -> str:
    claims = [claim for audit in audits for claim in audit.claims]
    return f"**{count(len(audits), 'draft')}**. {claims_sentence(claims)} {findings_sentence(audits)}"


def _draft(audit: Audit, options: RenderOptions, *, chains: bool) -> Iterator[str]:
    yield f"#### {escaped(article_name(audit.article, options.root))}"
    yield ""
    yield f"{claims_sentence(audit.claims)} {voices_sentence(audit) if audit.claims else ''}".strip()
    for remark in remarks(audit, offline=options.offline):
        yield f"- {escaped(remark)}"
    yield ""
    if audit.findings:
        yield "| line | finding | what |"
        yield "| ---: | --- | --- |"
        yield from (_row(finding) for finding in worst_first(audit.findings)[:ROWS])
        yield ""
        if len(audit.findings) > ROWS:
            yield f"… and {count(len(audit.findings) - ROWS, 'more finding')}."
            yield ""
    if audit.claims and chains:
        yield f"<details><summary>{count(len(audit.claims), 'claim')} and where they come from</summary>"
        yield ""
        for claim in audit.claims:
            yield from _claim(claim, audit, options)
        yield ""
        yield "</details>"
        yield ""


def _row(finding: Finding) -> str:
    sign = f"{_SIGNS[finding.severity]} {severity_word(finding.severity)}"
    return f"| {finding.place.line} | {sign} {finding.rule} {escaped(finding.name)} | {escaped(finding.message)} |"


def _claim(claim: Claim, audit: Audit, options: RenderOptions) -> Iterator[str]:
    sources = {source.id: source for source in audit.sources}
    gap = hand_gap(claim)
    hand = hand_word(claim.hand) + (f" ({gap})" if gap else "")
    yield f"- line {claim.place.line}, **{hand}**: {escaped(_shortened(claim.text))}"
    for hop in claim.hops:
        indent = "  " * hop.n
        source = sources.get(hop.source)
        status = hop_status(claim, hop, source, offline=options.offline)
        yield f"{indent}- {escaped(source_name(source, hop.source))}{f': {escaped(status)}' if status else ''}"
        if hop.page is not None:
            passage = "" if hop.passage is None else f", {status_word(hop.passage.status)}"
            words = hop.passage.text if hop.passage and hop.passage.status is not PassageStatus.ABSENT else ""
            yield f"{indent}  - `{_code(hop.page.url)}`{passage}{f': “{escaped(_shortened(words))}”' if words else ''}"
        for drift in hop.drift:
            yield f"{indent}  - {escaped(drift_sentence(drift, ('“', '”')))}"


def _shortened(text: str, room: int = 160) -> str:
    text = inert(text)
    return text if len(text) <= room else text[:room].rpartition(" ")[0] + "…"


def _code(text: str) -> str:
    """Text for a code span, in which only a backtick and, in tables, a pipe mean anything."""
    return inert(text).replace("`", "%60")
