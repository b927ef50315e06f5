"""The baseline: findings a newsroom has accepted, so that old ones pass and new ones fail.

A JSON file `{"schema": "provaudit/baseline/1", "files": {path: {rule: {fingerprint: count}}}}` with relative POSIX
paths. A fingerprint is of a rule and a sentence, so findings stay accepted when lines move; a second identical
finding beyond the count is new.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from provaudit.errors import OutputError, UsageError
from provaudit.model import Finding, Suppressed

SCHEMA: Final = "provaudit/baseline/1"
Entry = tuple[str, str, str]  # path, rule, fingerprint


@dataclass(frozen=True, slots=True)
class Baseline:
    """Accepted findings: how many of each path, rule and fingerprint."""

    counts: Mapping[Entry, int]

    @classmethod
    def of(cls, findings: Mapping[str, Iterable[Finding]]) -> "Baseline":
        """Accept all findings of these files (path → findings)."""
        return cls(Counter(_entry(path, finding) for path, found in findings.items() for finding in found))

    def apply(self, path: str, findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
        """Part a file's findings into new ones and accepted ones, both in the order given."""
        left = Counter(dict(self.counts))
        new: list[Finding] = []
        accepted: list[Suppressed] = []
        for finding in findings:
            entry = _entry(path, finding)
            if left[entry] > 0:
                left[entry] -= 1
                accepted.append(Suppressed(finding, "baseline"))
            else:
                new.append(finding)
        return tuple(new), tuple(accepted)

    def renewed(self, findings: Mapping[str, Iterable[Finding]]) -> "Baseline":
        """Accept what these files have today; files not among them keep their entries."""
        today = Baseline.of(findings)
        checked = {_posix(path) for path in findings}
        kept = {entry: count for entry, count in self.counts.items() if entry[0] not in checked}
        return Baseline({**kept, **today.counts})

    def pruned(self, findings: Mapping[str, Iterable[Finding]]) -> "Baseline":
        """Drop what these files no longer have; nothing new is accepted."""
        renewed = self.renewed(findings)
        both = {entry: min(count, renewed.counts.get(entry, 0)) for entry, count in self.counts.items()}
        return Baseline({entry: count for entry, count in both.items() if count})


@dataclass(frozen=True, slots=True)
class Change:
    """What a new baseline does to an old one: findings newly accepted, and findings dropped."""

    accepted: int
    dropped: int
    total: int

    def __str__(self) -> str:
        return f"{self.accepted} newly accepted, {self.dropped} dropped, {self.total} in all"


def change(old: Baseline, new: Baseline) -> Change:
    """Count what differs, so that no finding is accepted in silence."""
    accepted = Counter(dict(new.counts)) - Counter(dict(old.counts))
    dropped = Counter(dict(old.counts)) - Counter(dict(new.counts))
    return Change(accepted.total(), dropped.total(), sum(new.counts.values()))


def read(path: Path) -> Baseline:
    """Read a baseline file; `UsageError` where it is missing, broken or of another version."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot read the baseline: {error.strerror}") from error
    except ValueError as error:
        raise UsageError(f"{path}: not a baseline ({error}): write it anew with `provaudit baseline write`") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise UsageError(
            f"{path}: not a baseline of this version ({SCHEMA}): write it anew with `provaudit baseline write`"
        )
    try:
        return Baseline(
            {
                (file, rule, print_): _count(count)
                for file, rules in data["files"].items()
                for rule, prints in rules.items()
                for print_, count in prints.items()
            }
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise UsageError(f"{path}: a damaged baseline: write it anew with `provaudit baseline write`") from error


def write(path: Path, baseline: Baseline) -> None:
    """Write a baseline file, whole or not at all; `OutputError` where it cannot be written."""
    files: dict[str, dict[str, dict[str, int]]] = {}
    for (file, rule, print_), count in sorted(baseline.counts.items()):
        files.setdefault(file, {}).setdefault(rule, {})[print_] = count
    text = json.dumps({"schema": SCHEMA, "files": files}, indent=2, ensure_ascii=False) + "\n"
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot write the baseline: {error.strerror}") from error
    finally:
        unfinished.unlink(missing_ok=True)


def name_of(draft: Path, baseline: Path) -> str:
    """How a draft is called in a baseline file: its POSIX path from that file's folder."""
    return Path(os.path.relpath(draft, baseline.parent)).as_posix()


def _entry(path: str, finding: Finding) -> Entry:
    return _posix(path), finding.rule, finding.fingerprint.split("-", 1)[0]


def _posix(path: str) -> str:
    return path.replace("\\", "/").removeprefix("./")


def _count(count: object) -> int:
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise TypeError(count)
    return count
