"""What an option may be, for checking and for tab completion."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

from provaudit.errors import UsageError

SEVERITIES = ("error", "warning", "info", "never")
SCHEMAS = ("audit", "audits", "extract")
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


def complete_word(*words: str) -> Callable[[str], list[str]]:
    """What completes to one of a few words."""

    def completed(incomplete: str) -> list[str]:
        return [word for word in words if word.startswith(incomplete)]

    return completed


def complete_format(incomplete: str, ctx: Any = None) -> Iterator[str]:  # noqa: ANN401  typer's, known by its name
    """The formats of the command that begin so."""
    from provaudit.render import EXTRACT_FORMATS, FORMATS

    formats = EXTRACT_FORMATS if getattr(ctx, "info_name", None) == "extract" else FORMATS
    return (name for name in formats if name.startswith(incomplete))


def complete_output(incomplete: str, ctx: Any = None) -> Iterator[str]:  # noqa: ANN401  as above
    """The formats that begin so, ready for the name of a file."""
    return (f"{name}:" for name in complete_format(incomplete, ctx))


def complete_rule(incomplete: str) -> Iterator[tuple[str, str]]:
    """The rules whose ids begin so, with their names."""
    from provaudit.rules import RULES

    # A shell only takes what begins as it was typed.
    small = incomplete.islower()
    known = ((rule.id.lower() if small else rule.id, rule.name) for rule in RULES)
    return ((id_, name) for id_, name in known if id_.startswith(incomplete))


def complete_outlet(incomplete: str) -> Iterator[str]:
    """The registry's outlets whose names begin so."""
    from provaudit.identify import Registry

    wanted = incomplete.casefold()
    return (outlet.name for outlet in Registry.load().outlets if outlet.name.casefold().startswith(wanted))
