"""What an option may be, for checking and for tab completion."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from provaudit.errors import UsageError

COLORS = ("auto", "always", "never")
MODELS = ("learned", "none")


def one_of(option: str, allowed: tuple[str, ...]) -> Callable[[str | None], str | None]:
    """A callback that lets only the allowed values through."""

    def checked(value: str | None) -> str | None:
        if value is not None and value not in allowed:
            raise UsageError(f"{option} takes {', '.join(allowed[:-1])} or {allowed[-1]}, not {value!r}")
        return value

    return checked


def seconds(option: str) -> Callable[[float | None], float | None]:
    """A callback that lets only times through that pass."""

    def checked(value: float | None) -> float | None:
        if value is not None and not math.isfinite(value):
            raise UsageError(f"{option} takes a number of seconds from 0 up, not {value}")
        return value

    return checked


def complete_format(incomplete: str) -> Iterator[str]:
    """The formats that begin so."""
    from provaudit.render import FORMATS

    return (name for name in FORMATS if name.startswith(incomplete))


def complete_rule(incomplete: str) -> Iterator[tuple[str, str]]:
    """The rules whose ids begin so, with their names."""
    from provaudit.rules import RULES

    return ((rule.id, rule.name) for rule in RULES if rule.id.startswith(incomplete.upper()))


def complete_outlet(incomplete: str) -> Iterator[str]:
    """The registry's outlets whose names begin so."""
    from provaudit.identify import Registry

    wanted = incomplete.casefold()
    return (outlet.name for outlet in Registry.load().outlets if outlet.name.casefold().startswith(wanted))
