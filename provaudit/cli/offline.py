"""Drafts audited from their own words alone: what is kept is not read again, and the rest is shared out."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from provaudit.cli.gate import Gate
from provaudit.cli.inputs import Input, input_of
from provaudit.cli.kept import KeptAudits
from provaudit.cli.request import Request
from provaudit.cli.screen import Progress, Screen
from provaudit.drafts import STDIN, Draft, Refused
from provaudit.errors import InputError
from provaudit.model import Audit

if TYPE_CHECKING:
    from provaudit.cli.run import Done, Run

WORTH_SHARING = 12  # drafts; below, starting more processes costs more than it saves
SHARE = 8  # drafts a process takes at a time

Opened = Audit | Refused | Input


def offline_audits(
    drafts: Sequence[Draft | Refused], run: Run, request: Request, gate: Gate, progress: Progress
) -> Iterator[Done]:
    """The audits in the order of the drafts. Kept ones are taken as they are; many others go to several processes."""
    from provaudit.cli.web_options import cache_folder

    kept = KeptAudits.of(cache_folder(request.settings.cache_dir), request, gate) if len(drafts) > 1 else None
    # Few drafts are opened one after another, so that what comes out first need not wait for the last.
    opened: Iterable[Opened] = (_opened(draft, request, kept) for draft in drafts)
    audits: Iterator[Done] | None = None
    if len(drafts) >= WORTH_SHARING:
        opened = list(opened)
        fresh = [entry for entry in opened if isinstance(entry, Input)]
        audits = _shared(fresh, request, gate) if len(fresh) >= WORTH_SHARING else None
    for draft, entry in zip(drafts, opened, strict=True):
        progress.begin(draft.name)
        if not isinstance(entry, Input):
            yield entry
            continue
        done = next(audits) if audits is not None else _audited(run, entry)
        if kept is not None and isinstance(done, Audit) and entry.data is not None:
            kept.put(entry.draft, entry.data, done)
        yield done
    if kept is not None:
        kept.sweep()


def _opened(draft: Draft | Refused, request: Request, kept: KeptAudits | None) -> Opened:
    if isinstance(draft, Refused):
        return draft
    try:
        given = input_of(draft, max_size=request.settings.max_size, stdin_name=request.stdin_filename)
    except InputError as error:
        return Refused(error.name, error.reason)
    if kept is not None and given.data is not None and draft.name != STDIN:
        return kept.get(draft, given.data) or given
    return given


def _audited(run: Run, given: Input) -> Done:
    try:
        return run.audited(given)
    except InputError as error:
        return Refused(error.name, error.reason)


def _shared(fresh: Sequence[Input], request: Request, gate: Gate) -> Iterator[Done]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A fresh process has no threads of ours to inherit; each loads the tagger once.
    context = get_context("spawn")
    workers = min(os.cpu_count() or 1, len(fresh) // SHARE + 1)
    with ProcessPoolExecutor(workers, context, initializer=_begin, initargs=(request, gate)) as pool:
        try:
            yield from pool.map(_in_worker, fresh, chunksize=SHARE)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


_worker: list[Run] = []


def _begin(request: Request, gate: Gate) -> None:
    from provaudit.cli.run import Run

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends the pool
    _worker.append(Run(request, gate, Screen(request)))


def _in_worker(given: Input) -> Done:
    return _audited(_worker[0], given)
