"""Which findings stand: selected rules, suppressions, the baseline, changed lines; and the verdict they give."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from provaudit.cli.request import Request, chosen_rules
from provaudit.model import Article, Audit, Case, Finding, Severity, Suppressed
from provaudit.rules import baseline, is_english, judge, judged_rules, suppress

DEFAULT_BASELINE = Path(".provaudit-baseline.json")


@dataclass(frozen=True, slots=True)
class Gate:
    """The newsroom's settings for findings, read once."""

    only: frozenset[str]
    severities: Mapping[str, Severity]
    per_file: Mapping[str, Sequence[str]]
    require_reason: bool
    accepted: baseline.Baseline | None = None
    baseline_file: Path = DEFAULT_BASELINE
    changed: Mapping[str, Collection[int]] | None = None

    @classmethod
    def of(cls, request: Request, changed: Mapping[str, Collection[int]] | None = None) -> Gate:
        """Read what the settings name; the default baseline only where it exists, here or in a folder above."""
        settings = request.settings
        file = settings.baseline or nearest_baseline(Path.cwd())
        accepted = baseline.read(file) if settings.baseline or file.is_file() else None
        return cls(
            only=chosen_rules(settings),
            severities=settings.severities,
            per_file=settings.per_file_ignores,
            require_reason=settings.require_reason,
            accepted=accepted,
            baseline_file=file,
            changed=changed,
        )

    def judged(self, case: Case) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
        """What the rules find, parted into what stands and what the draft or the settings switch off."""
        found = judge(case, only=self.only, severities=self.severities)
        return suppress(
            found,
            case.article,
            judged=judged_rules(case, only=self.only),
            require_reason=self.require_reason,
            per_file=self.per_file,
            severities=self.severities,
        )

    def passed(self, audit: Audit) -> Audit:
        """The audit without the findings that the baseline accepts, or that lie on unchanged lines."""
        name, kept = audit.article.path, audit.findings
        suppressed = audit.suppressed
        if self.accepted is not None and name is not None:
            kept, old = self.accepted.apply(baseline.name_of(Path(name), self.baseline_file), kept)
            suppressed += old
        if self.changed is not None and name is not None:
            lines = self.changed.get(name, frozenset())
            kept = tuple(finding for finding in kept if _touches(finding, audit.article, lines))
        return replace(audit, findings=kept, suppressed=suppressed)


def nearest_baseline(folder: Path) -> Path:
    """The default baseline here or in the nearest folder above, within the repository; else the one to be, here."""
    for place in (folder, *folder.parents):
        if (place / DEFAULT_BASELINE).is_file():
            return DEFAULT_BASELINE if place == folder else place / DEFAULT_BASELINE
        if (place / ".git").exists():
            break
    return DEFAULT_BASELINE


def _touches(finding: Finding, article: Article, lines: Collection[int]) -> bool:
    last = article.place(finding.span.end - 1).line if finding.span else finding.place.line
    return any(line in lines for line in range(finding.place.line, last + 1))


TOOL_STATE = "PX901"  # upstream trouble is never the draft's fault; --require-upstream is its own verdict
NO_VERDICT, UPSTREAM, FINDINGS, PASSED = 2, 3, 1, 0


def verdict(audits: Sequence[Audit], failures: int, request: Request) -> int:
    """The exit code: 2 over 1 over 3 over 0, the same for every format.

    A draft in a language that is not audited has no verdict: nothing was checked.
    """
    if failures or not all(is_english(audit.article) for audit in audits):
        return NO_VERDICT
    threshold = request.settings.failing
    failing = threshold is not None and any(
        finding.severity.rank <= threshold.rank
        for audit in audits
        for finding in audit.findings
        if finding.rule != TOOL_STATE
    )
    if failing and not request.exit_zero:
        return FINDINGS
    if request.settings.require_upstream and any(audit.unreachable for audit in audits):
        return UPSTREAM
    return PASSED
