"""JUnit XML: a suite for each draft, a failed case for each finding that reaches --fail-on; the rest is output."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from provaudit.model import Audit, Finding
from provaudit.render.inert import inert
from provaudit.render.options import RenderOptions
from provaudit.render.summary import claims_sentence
from provaudit.render.words import article_name, severity_word


def junit(audits: Sequence[Audit], options: RenderOptions) -> str:
    """One `testsuites` document."""
    top = Element("testsuites", name="provaudit")
    for audit in audits:
        _suite(top, audit, options)
    for name, reason in options.failures:
        suite = SubElement(top, "testsuite", name=inert(name), tests="1", failures="0", errors="1")
        case = SubElement(suite, "testcase", classname=inert(name), name="audit")
        SubElement(case, "error", message=inert(reason))
    for figure in ("tests", "failures", "errors"):
        top.set(figure, str(sum(int(suite.get(figure, "0")) for suite in top)))
    indent(top)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(top, encoding="unicode") + "\n"


def _suite(top: Element, audit: Audit, options: RenderOptions) -> None:
    name = inert(article_name(audit.article, options.root))
    failing = [finding for finding in audit.findings if options.fails(finding.severity)]
    rest = [finding for finding in audit.findings if not options.fails(finding.severity)]
    suite = SubElement(top, "testsuite", name=name, tests=str(len(failing) + 1), failures=str(len(failing)), errors="0")
    # One case stands for the audit itself, so that a clean draft is a passed test and not an empty suite.
    case = SubElement(suite, "testcase", classname=name, name="audit")
    lines = [claims_sentence(audit.claims), *(_line(name, finding) for finding in rest)]
    SubElement(case, "system-out").text = "\n".join(lines)
    for finding in failing:
        title = f"{finding.rule} {finding.name} (line {finding.place.line})"
        failed = SubElement(suite, "testcase", classname=name, name=title, file=name, line=str(finding.place.line))
        failure = SubElement(failed, "failure", type=finding.rule, message=inert(finding.message))
        failure.text = _line(name, finding)


def _line(name: str, finding: Finding) -> str:
    place = f"{name}:{finding.place.line}:{finding.place.column}"
    return f"{place}: {severity_word(finding.severity)} {finding.rule} {finding.name}: {inert(finding.message)}"
