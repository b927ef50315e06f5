"""The terminal view: for each claim its chain, then the findings, then a summary as a person would say it."""

from __future__ import annotations

from collections.abc import Sequence

from provaudit.model import Article, Audit, Confidence, Finding, Related, Severity, Suppressed
from provaudit.render.chain_drawing import draw_claims
from provaudit.render.inert import inert
from provaudit.render.options import RenderOptions
from provaudit.render.screen import Screen, cells
from provaudit.render.summary import claims_sentence, findings_sentence, remarks, voices_sentence
from provaudit.render.words import article_name, count, severity_word, worst_first

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def terminal(audits: Sequence[Audit], options: RenderOptions) -> str:
    """The whole view; several drafts have a section each and a total."""
    screen = Screen(options)
    for audit in audits:
        _draw_draft(screen, audit, options)
    for name, reason in options.failures:
        screen.blank()
        screen.paragraph(f"{inert(name)}: {inert(reason)}", first="not audited: ", rest="  ", mark="bold red")
    if len(audits) > 1 or (options.several and options.failures):
        _draw_total(screen, audits, options)
    return screen.text()


def _draw_draft(screen: Screen, audit: Audit, options: RenderOptions) -> None:
    article = audit.article
    screen.heading(inert(article_name(article, options.root)))
    if article.title and inert(article.title):
        screen.line((screen.shortened(article.title, screen.width), "bold"))
    about = (article.byline, article.publisher, article.published and article.published[:10])
    told = f" {screen.glyphs.dot} ".join(inert(part) for part in about if part and inert(part))
    if told:
        screen.line((screen.shortened(told, screen.width), "dim"))
    if options.notes or options.verbose:
        for note in article.notes:
            screen.paragraph(inert(note), first="note: ", rest="      ")
    if audit.claims and not options.quiet:
        screen.blank()
        draw_claims(screen, audit, options)
    _draw_findings(screen, audit, options)
    _draw_summary(screen, audit, options)


def _draw_findings(screen: Screen, audit: Audit, options: RenderOptions) -> None:
    if audit.findings:
        screen.blank()
        screen.line(("findings, the gravest first", "dim"))
    for finding in worst_first(audit.findings):
        screen.blank()
        _draw_finding(screen, finding, audit.article, options)
    if options.verbose:
        for entry in audit.suppressed:
            _draw_suppressed(screen, entry)


def _draw_finding(screen: Screen, finding: Finding, article: Article, options: RenderOptions) -> None:
    place = f"{inert(article_name(article, options.root))}:{finding.place.line}:{finding.place.column}"
    unsure = "" if finding.confidence is Confidence.HIGH else f" ({finding.confidence.value} confidence)"
    kind = (f"{severity_word(finding.severity)} ", _STYLES[finding.severity])
    rule = (f"{finding.rule} {finding.name}", "bold")
    if cells(f"{place} {kind[0]}{rule[0]}") <= screen.width:
        screen.line((f"{place} ", ""), kind, rule)
    else:
        screen.line((place, ""))
        screen.line(("  ", ""), kind, rule)
    screen.paragraph(inert(finding.message) + unsure, first="    ", rest="    ")
    for related in finding.related[: None if options.verbose else 2]:
        screen.paragraph(_related(related, article), first="    - ", rest="      ", style="dim")


def _related(related: Related, article: Article) -> str:
    """The evidence and where it lies: an address, or a line of the draft."""
    line = f" (line {article.place(related.span.start).line})" if related.span else ""
    return inert(related.message) + (f" ({inert(related.url)})" if related.url else line)


def _draw_suppressed(screen: Screen, entry: Suppressed) -> None:
    finding = entry.finding
    reason = f": {inert(entry.reason)}" if entry.reason else ""
    said = f"suppressed ({entry.by}) line {finding.place.line} {finding.rule} {finding.name}{reason}"
    screen.paragraph(said, rest="    ", style="dim")


def _draw_summary(screen: Screen, audit: Audit, options: RenderOptions) -> None:
    screen.blank()
    said, voices = claims_sentence(audit.claims), voices_sentence(audit) if audit.claims else ""
    together = f"{said} {voices}".strip()
    for row in [together] if cells(together) <= screen.width else [said, voices]:
        screen.paragraph(row, style="bold")
    screen.paragraph(findings_sentence([audit]))
    for remark in remarks(audit, offline=options.offline):
        screen.paragraph(inert(remark), rest="  ")


def _draw_total(screen: Screen, audits: Sequence[Audit], options: RenderOptions) -> None:
    screen.heading("total")
    drafts = count(len(audits), "draft")
    missed = f", {len(options.failures)} not audited" if options.failures else ""
    claims = [claim for audit in audits for claim in audit.claims]
    screen.paragraph(f"{drafts}{missed}. {claims_sentence(claims)}", style="bold")
    screen.paragraph(findings_sentence(audits))
