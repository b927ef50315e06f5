"""`provaudit baseline`: accept today's findings, or drop those that are gone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from provaudit.cli.gate import Gate
from provaudit.cli.outputs import check_writable, write_out
from provaudit.cli.request import Request
from provaudit.cli.run import Run
from provaudit.cli.screen import Screen
from provaudit.drafts import Refused
from provaudit.model import Audit, Finding
from provaudit.rules import baseline


def run_baseline(action: str, request: Request) -> int:
    """Write or prune the baseline; it says how many findings it accepts or drops. 2 where an input failed.

    Where all inputs failed, the file stays as it is.
    """
    screen = Screen(request)
    gate = Gate.of(replace(request, settings=replace(request.settings, baseline=None)))
    file = request.settings.baseline or gate.baseline_file
    check_writable(file)
    old = baseline.read(file) if file.is_file() else baseline.Baseline({})
    found: dict[str, tuple[Finding, ...]] = {}
    failures = 0
    with Run(request, replace(gate, accepted=None), screen) as run:
        for entry in run.over(request.drafts()):
            if isinstance(entry, Refused):
                failures += 1
                screen.failure(f"{entry.name}: {entry.reason}")
            else:
                found[_name(entry, file)] = entry.findings
    if failures and not found:
        return 2  # nothing was read: nothing is accepted or dropped
    new = old.renewed(found) if action == "write" else old.pruned(found)
    baseline.write(file, new)
    write_out(f"{file}: {baseline.change(old, new)}\n")
    return 2 if failures else 0


def _name(audit: Audit, file: Path) -> str:
    return baseline.name_of(Path(audit.article.path or "<stdin>"), file)
