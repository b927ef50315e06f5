"""The manual page, made from the help of the commands."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import typer

from provaudit import __version__


def manual_page(app: typer.Typer) -> str:
    """The page in roff (man(7)), one subsection a command: `provaudit man | man -l -`."""
    root: Any = typer.main.get_command(app)
    lines = [
        f'.TH PROVAUDIT 1 "" "provaudit {__version__}" "User Commands"',
        ".SH NAME",
        "provaudit \\- follow the attributions of an article to their origin",
        ".SH SYNOPSIS",
        ".B provaudit",
        "\\fICOMMAND\\fR [\\fIOPTION\\fR]... [\\fIPATH\\fR | \\fIURL\\fR | \\-]...",
        ".SH DESCRIPTION",
        *_prose(root.help),
        ".SH COMMANDS",
        *(line for path, command in _commands(root) for line in _command(path, command)),
        ".SH EXIT STATUS",
        *_prose(re.sub(r"^Exit codes:\s*", "", inspect.cleandoc(root.epilog or ""))),
    ]
    return "\n".join(lines) + "\n"


def _commands(group: Any, path: str = "provaudit") -> Iterator[tuple[str, Any]]:  # noqa: ANN401  typer's own parser
    for name, command in group.commands.items():
        if command.hidden:
            continue
        if hasattr(command, "commands"):
            yield from _commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


def _command(path: str, command: Any) -> Iterator[str]:  # noqa: ANN401
    arguments = [param.human_readable_name for param in command.params if param.param_type_name == "argument"]
    yield f".SS {_escaped(' '.join([path, *arguments]))}"
    yield from _prose(command.help)
    for param in command.params:
        if getattr(param, "help", None) and param.param_type_name == "option":
            names = ", ".join(f"\\fB{_escaped(name)}\\fR" for name in (*param.opts, *param.secondary_opts))
            value = "" if param.is_flag or param.count else f" \\fI{_escaped(param.make_metavar(None))}\\fR"
            yield from (".TP", names + value, _escaped(param.help))
    if command.epilog:
        yield from (".PP", *_prose(command.epilog))


def _prose(text: str | None) -> Iterator[str]:
    for number, paragraph in enumerate(re.split(r"\n\s*\n", inspect.cleandoc(text or ""))):
        if number:
            yield ".PP"
        yield _escaped(" ".join(paragraph.split()))


def _escaped(text: str) -> str:
    """Text that roff prints as it stands: no escape, no request at the start of a line."""
    plain = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
