"""What goes to the terminal beside the results: notes, failures, progress; and how wide and colourful it is."""

from __future__ import annotations

import logging
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from provaudit.cli.outputs import Target
from provaudit.cli.request import Request
from provaudit.render.inert import inert, inert_lines
from provaudit.render.options import RenderOptions
from provaudit.render.screen import carries

MAX_WIDTH = 140  # longer lines than this are hard to read
PIPE_WIDTH = 100


STDOUT = Target("text")
_LEVELS = (logging.WARNING, logging.INFO, logging.DEBUG)  # by the number of -v


@dataclass(slots=True)
class Progress:
    """Where a run is; the default says nothing."""

    begin: Callable[[str], None] = field(default=lambda _name: None)
    tell: Callable[[str], None] = field(default=lambda _line: None)
    advance: Callable[[], None] = field(default=lambda: None)


class Screen:
    """The user's terminal, as far as the run cares."""

    def __init__(self, request: Request) -> None:
        self._request = request
        _log_to_stderr(_LEVELS[min(request.verbose, 2)] if not request.quiet else logging.ERROR)

    def note(self, line: str) -> None:
        """Say something on stderr, unless --quiet."""
        if not self._request.quiet:
            self.failure(line)

    def failure(self, line: str) -> None:
        """Say in one line what could not be done."""
        print(f"provaudit: {inert(line)}", file=sys.stderr)  # noqa: T201  stderr is the place for it

    def width(self, target: Target) -> int:
        """Columns of an output: the terminal's, else a pipe's."""
        if target.path is None and sys.stdout.isatty():
            return min(shutil.get_terminal_size().columns, MAX_WIDTH)
        columns = os.environ.get("COLUMNS", "")
        return min(int(columns), MAX_WIDTH) if columns.isdigit() and int(columns) > 0 else PIPE_WIDTH

    def color(self, target: Target) -> bool:
        """Colours: as --color says; on auto on a terminal, and as NO_COLOR and FORCE_COLOR say, the former first."""
        choice = self._request.settings.color
        if choice != "auto":
            return choice == "always" and target.path is None
        if target.path is not None or os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
            return True
        return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"

    def unicode(self, target: Target) -> bool:
        """Whether box characters and dashes can be written there."""
        return target.path is not None or carries(sys.stdout.encoding)

    def options(
        self, target: Target = STDOUT, *, several: bool = False, failures: tuple[tuple[str, str], ...] = ()
    ) -> RenderOptions:
        """How one output is to look; `several`: more than one input was named, `failures`: those without an audit."""
        request = self._request
        return RenderOptions(
            width=self.width(target),
            color=self.color(target),
            unicode=self.unicode(target),
            several=several,
            failures=failures,
            fail_on=request.settings.failing,
            root=str(Path.cwd()),
            offline=request.settings.offline,
            verbose=bool(request.verbose),
            quiet=request.quiet,
        )

    @contextmanager
    def progress(self, total: int) -> Iterator[Progress]:
        """Progress on stderr, on a terminal only; it leaves nothing behind."""
        request = self._request
        if request.quiet or not request.progress or request.verbose or not sys.stderr.isatty():
            yield Progress()
            return
        from provaudit.render.progress import progress_on_stderr

        with progress_on_stderr(total) as (begin, tell, advance):
            yield Progress(begin, tell, advance)


class _OnStderr(logging.Handler):
    """What the rooms log, as lines of this program, on whatever stderr is at the time."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print one record."""
        print(f"provaudit: {inert_lines(self.format(record))}", file=sys.stderr)  # noqa: T201  stderr is the place for it


def _log_to_stderr(level: int) -> None:
    logger = logging.getLogger("provaudit")
    # An earlier run in this process may have left its own.
    logger.handlers[:] = [_OnStderr()]
    logger.setLevel(level)
