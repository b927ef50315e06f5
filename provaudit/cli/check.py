"""`provaudit check`: every draft through the walk, then every output, then the verdict."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from provaudit.audit import Interrupted
from provaudit.cli import edge
from provaudit.cli.gate import Gate, verdict
from provaudit.cli.outputs import check_outputs, targets
from provaudit.cli.reports import Reports
from provaudit.cli.request import Request
from provaudit.cli.run import Done, Run
from provaudit.cli.screen import Screen
from provaudit.drafts import Draft, Refused, changed_lines, path_of
from provaudit.errors import UsageError
from provaudit.model import Audit
from provaudit.render import FORMATS, render

if TYPE_CHECKING:
    from collections.abc import Mapping


def run_check(request: Request) -> int:
    """Audit what the request names; the exit code. Good inputs are audited and printed beside bad ones."""
    wanted = targets(request.format, list(request.outputs), FORMATS)
    drafts = request.drafts()
    check_outputs([*(target.path for target in wanted), request.record], map(path_of, drafts))
    screen = Screen(request)
    reports = Reports(wanted, render, screen, several=len(drafts) > 1)
    changed = _changed(request, drafts)
    if changed is not None:
        drafts = tuple(draft for draft in drafts if isinstance(draft, Refused) or draft.name in changed)
        if not drafts:
            screen.note(f"nothing changed since {request.diff}")
            reports.write([])  # whoever uploads a report finds one
            return 0
    gate = Gate.of(request, changed)
    with ExitStack() as stack:
        run = stack.enter_context(Run(request, gate, screen))
        if request.dry_run:
            return run.dry(drafts)
        done, interrupted = _audited(run, drafts, reports)
    audits = [entry for entry in done if isinstance(entry, Audit)]
    failures = tuple((entry.name, entry.reason) for entry in done if isinstance(entry, Refused))
    for name, reason in failures:
        screen.failure(f"{name}: {reason}")
    reports.write(audits, failures)
    if interrupted:
        screen.note("interrupted: what was found so far is printed")
        return edge.INTERRUPTED
    return verdict(audits, len(failures), request)


def _audited(run: Run, drafts: Sequence[Draft | Refused], reports: Reports) -> tuple[list[Done], bool]:
    done: list[Done] = []
    try:
        for entry in run.over(drafts):
            done.append(entry)
            reports.ended(entry)
    except Interrupted as broken:
        done.append(broken.audit)
        reports.ended(broken.audit)
        return done, True
    except KeyboardInterrupt:
        return done, True
    return done, False


def _changed(request: Request, drafts: Sequence[Draft | Refused]) -> Mapping[str, Collection[int]] | None:
    if request.diff is None:
        return None
    if any(isinstance(draft, Draft) and draft.path is None for draft in drafts):
        raise UsageError("--diff compares files; it takes neither URLs nor standard input")
    return changed_lines(request.diff, [draft.path for draft in drafts if isinstance(draft, Draft) and draft.path])
