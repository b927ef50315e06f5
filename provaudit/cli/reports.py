"""Every output that was asked for, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from provaudit.cli.outputs import Target, write_to
from provaudit.cli.screen import Screen
from provaudit.model import Audit
from provaudit.render.options import RenderOptions


class Render(Protocol):
    """What turns audits into one format: `render` or `render_extracts`."""

    def __call__(self, format: str, audits: Sequence[Audit], /, *, options: RenderOptions) -> str:  # noqa: A002
        """The whole output."""


class Reports:
    """The outputs of one run: lines of ndjson on standard output as each draft ends, all others when all have ended."""

    def __init__(self, wanted: Sequence[Target], render: Render, screen: Screen, *, several: bool) -> None:
        self._wanted = wanted
        self._render = render
        self._screen = screen
        self._several = several
        self._lines: Target | None = next((one for one in wanted if one.format == "ndjson" and not one.path), None)

    def ended(self, entry: Audit | object) -> None:
        """Print the line of a draft that has just ended, where lines are wanted; one without an audit has none."""
        if self._lines is not None and isinstance(entry, Audit):
            self._put(self._lines, [entry], ())

    def write(self, audits: Sequence[Audit], failures: tuple[tuple[str, str], ...] = ()) -> None:
        """Write each format to its place; a reader of the text view is shown nothing where nothing was audited."""
        for target in self._wanted:
            if target is not self._lines and (audits or target.format != "text"):
                self._put(target, audits, failures)

    def _put(self, target: Target, audits: Sequence[Audit], failures: tuple[tuple[str, str], ...]) -> None:
        options = self._screen.options(target, several=self._several, failures=failures)
        write_to(target, self._render(target.format, audits, options=options))
