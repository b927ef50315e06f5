"""What a rule is, how its manual is read from its docstring, and how a remark becomes a finding.

A rule is one module: its docstring is the manual, `check` finds, and `RULE = rule_of(__doc__, …)` ties both
together. A check yields remarks (where, what to say); severity, place and fingerprint are added here.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from provaudit.model import Article, Case, Confidence, Finding, Place, Related, Severity, Span
from provaudit.rules.prose import prose_of

HEADINGS: Final = ("What it flags", "Why it matters", "Guideline", "Flagged", "Passes", "What to do")

_TITLE = re.compile(r"(?P<id>[A-Z]{2}\d{3}) (?P<name>[a-z]+(?:-[a-z]+)*): (?P<summary>.+)")
_QUOTE_MARKS: Final = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'"})


class Scope(StrEnum):
    """What a rule needs to see."""

    DRAFT = "L"  # the draft alone
    UPSTREAM = "U"  # the traced chain; silent where nothing was followed
    STATE = "state"  # of the tool, not of the draft


@dataclass(frozen=True, slots=True)
class Manual:
    """A rule's docstring, a field for each of `HEADINGS`, and the sentence of its first line."""

    summary: str
    flags: str
    why: str
    guideline: str
    flagged: str
    passes: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check has to say. `span` is None for the whole draft; `confidence` None for the rule's own."""

    message: str
    span: Span | None
    claims: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    confidence: Confidence | None = None


Check = Callable[[Case], Iterator[Remark]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue. `severity` and `confidence` are its defaults."""

    id: str
    name: str
    severity: Severity
    confidence: Confidence
    scope: Scope
    check: Check
    manual: Manual

    def findings(self, case: Case, severity: Severity | None = None) -> Iterator[Finding]:
        """Judge one case; the fingerprints are not yet unique (see `number_duplicates`)."""
        for remark in self.check(case):
            yield self.finding(case.article, remark, severity)

    def finding(self, article: Article, remark: Remark, severity: Severity | None = None) -> Finding:
        """Give a remark its rule, place and fingerprint."""
        return Finding(
            rule=self.id,
            name=self.name,
            severity=severity or self.severity,
            confidence=remark.confidence or self.confidence,
            message=remark.message,
            place=Place(1, 1) if remark.span is None else article.place(remark.span.start),
            span=remark.span,
            claims=remark.claims,
            fingerprint=fingerprint(self.id, _sentence(article, remark)),
            related=remark.related,
        )


def rule_of(
    docstring: str | None,
    *,
    severity: Severity,
    scope: Scope,
    check: Check,
    confidence: Confidence = Confidence.HIGH,
) -> Rule:
    """Make a rule of a module's docstring; `ValueError` where the docstring is not a whole manual."""
    title = _TITLE.fullmatch((docstring or "").split("\n", 1)[0].strip())
    if title is None:
        raise ValueError("a rule's docstring begins with its id, its name and one sentence")
    manual = parse_manual(docstring or "", title["summary"])
    return Rule(title["id"], title["name"], severity, confidence, scope, check, manual)


def parse_manual(docstring: str, summary: str) -> Manual:
    """Cut a docstring at its headings; `ValueError` where they are not all there, in order and followed by text."""
    parts: dict[str, list[str]] = {}
    for line in docstring.splitlines()[1:]:
        if line.strip() in HEADINGS and not line.startswith(" "):
            parts[line.strip()] = []
        elif parts:
            parts[next(reversed(parts))].append(line)
    texts = {heading: _dedent(lines) for heading, lines in parts.items()}
    if tuple(texts) != HEADINGS or not all(texts.values()):
        raise ValueError(f"a rule's docstring has the headings {', '.join(HEADINGS)}, each with text: {summary}")
    return Manual(summary, *texts.values())


def fingerprint(rule: str, sentence: str) -> str:
    """Name a finding by its rule and its sentence, whatever the line, the spacing, the case or the quote marks."""
    plain = unicodedata.normalize("NFKC", sentence).translate(_QUOTE_MARKS).casefold()
    return hashlib.sha256(f"{rule}\n{' '.join(plain.split())}".encode()).hexdigest()[:20]


def number_duplicates(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Make fingerprints unique: the second of its kind ends in `-2`, the third in `-3`."""
    seen: dict[str, int] = {}
    for finding in findings:
        count = seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
        yield finding if count == 1 else replace(finding, fingerprint=f"{finding.fingerprint}-{count}")


def in_order(finding: Finding) -> tuple[Place, str, Span, str]:
    """Sort key: by place, then rule; the rest only so that no order is left to chance."""
    return finding.place, finding.rule, finding.span or Span(0, 0), finding.message


def _sentence(article: Article, remark: Remark) -> str:
    if remark.span is None:
        return remark.message
    prose = prose_of(article)
    return prose.words(prose.sentence_at(remark.span.start) or remark.span)


def _dedent(lines: list[str]) -> str:
    return "\n".join(line.removeprefix("    ").rstrip() for line in lines).strip()
