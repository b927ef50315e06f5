"""What this room asks of a registry of outlets."""

from typing import Protocol

from provaudit.model import Outlet, Span


class OutletNames(Protocol):
    """Anything that knows outlets by name; `provaudit.identify` has the real one."""

    def names_in(self, text: str, span: Span) -> tuple[tuple[Span, tuple[Outlet, ...]], ...]:
        """Return the outlet names standing in `text[span]`, in order, longest match, lookalikes left out.

        Each comes with the outlets it may mean: one, or several where it is ambiguous.
        """
        ...
