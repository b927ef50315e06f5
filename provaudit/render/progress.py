"""Progress of a run on stderr, drawn by rich and gone when the run ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from provaudit.render.inert import inert

Calls = tuple[Callable[[str], None], Callable[[str], None], Callable[[], None]]


@contextmanager
def progress_on_stderr(total: int) -> Iterator[Calls]:
    """Show the draft under audit and how far it is; gives `begin(name)`, `tell(line)` and `advance()`."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.text import Text

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(20), MofNCompleteColumn())
    bar = Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True)
    name = ""

    def begin(draft: str) -> None:
        nonlocal name
        name = inert(draft)
        bar.update(task, description=name)

    def tell(line: str) -> None:
        bar.update(task, description=f"{name}: {inert(line)}")

    with bar:
        task = bar.add_task(Text("").plain, total=total)
        yield begin, tell, lambda: bar.advance(task)
