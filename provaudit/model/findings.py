"""What the rules say of a draft, and everything one run says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from provaudit.model.attributions import Attribution
from provaudit.model.chains import Claim, Independence
from provaudit.model.outlets import Outlet, Source
from provaudit.model.text import Article, Place, Span
from provaudit.model.web import Page


class Severity(StrEnum):
    """How much a finding weighs; ordered by `rank`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return ("error", "warning", "info").index(self.value)


class Confidence(StrEnum):
    """How sure a rule is of its finding."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Related:
    """Evidence for a finding that lies elsewhere: in the draft (`span`) or upstream (`url`, with its words)."""

    message: str
    span: Span | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says about the draft. `span` is None for a finding about the whole draft (line 1, column 1)."""

    rule: str
    name: str
    severity: Severity
    confidence: Confidence
    message: str
    place: Place
    span: Span | None
    claims: tuple[str, ...] = ()
    fingerprint: str = ""
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that was switched off, by what, and why."""

    finding: Finding
    by: str  # inline | baseline | config
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules judge: the draft, its attributions, its chains, the pages seen (by URL), and their count."""

    article: Article
    sources: Mapping[str, Source]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    independence: Independence
    publisher: Outlet | None = None
    upstream: Mapping[str, Upstream] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Upstream:
    """An upstream page as the same stages read it."""

    page: Page
    sources: Mapping[str, Source]
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything one run says about one draft."""

    article: Article
    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    independence: Independence
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    unreachable: tuple[str, ...] = ()  # claims with no full verdict: upstream could not be reached
