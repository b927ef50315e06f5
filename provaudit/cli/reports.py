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


def write_reports(
    wanted: Sequence[Target],
    render: Render,
    audits: Sequence[Audit],
    screen: Screen,
    *,
    several: bool,
    failures: tuple[tuple[str, str], ...],
) -> None:
    """Write each format to its place; a reader of the text view is shown nothing where nothing was audited."""
    for target in wanted:
        if audits or target.format != "text":
            options = screen.options(target, several=several, failures=failures)
            write_to(target, render(target.format, audits, options=options))
