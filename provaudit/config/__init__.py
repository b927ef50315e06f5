"""The settings files: found, read, checked and merged.

Precedence, key by key: the command line, then the project's file (the nearest `provaudit.toml`, or `pyproject.toml`
with a `[tool.provaudit]` table, upward from the start; the former in one folder), then the person's
(`~/.config/provaudit/config.toml`), then the defaults. A table or a list is taken whole from the file that has it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from provaudit.config.files import SettingsFile, checked, project_file, read_file, user_path
from provaudit.config.settings import SETTINGS, Setting, Settings
from provaudit.errors import UsageError

__all__ = ["SETTINGS", "Setting", "Settings", "load"]

_NAME_RULES = ("select", "ignore", "per-file-ignores", "severity")


def load(
    start: Path,
    *,
    config: Path | None = None,
    isolated: bool = False,
    environment: Mapping[str, str] | None = None,
    rules: Callable[[], Collection[str]] | None = None,
) -> Settings:
    """The settings for drafts at `start` (a folder, or a file in it).

    `config` names the project's file instead of searching for it; `isolated` reads no file but that one. `rules`
    gives the ids of all rules and is called only where a file names one. Raises UsageError, which tells all that is
    wrong: a line for each with file, line, column and what it is, and two more that show the place with a caret.
    """
    values: dict[str, Any] = {}
    origins: dict[str, Path] = {}
    files = tuple(
        _files(start, config, isolated=isolated, environment=os.environ if environment is None else environment)
    )
    wrong: list[str] = []
    for file in reversed(files):
        named = rules() if rules and any(key in file.values for key in _NAME_RULES) else None
        read, faults = checked(file, named)
        values |= {setting.field: value for setting, value in read}
        origins |= {setting.key: file.path for setting, _value in read}
        wrong = faults + wrong
    if wrong:
        raise UsageError("\n".join(wrong))
    return replace(Settings(), **values, origins=origins, files=tuple(file.path for file in files))


def _files(
    start: Path, config: Path | None, *, isolated: bool, environment: Mapping[str, str]
) -> Iterable[SettingsFile]:
    """The files to read, the winning one first."""
    if config is not None:
        yield _named(config)
    if isolated:
        return
    if config is None:
        folder = start.resolve()
        found = project_file(folder if folder.is_dir() else folder.parent)
        if found is not None:
            yield found
    person = user_path(environment)
    if person.is_file():
        file = read_file(person)
        if file is not None:
            yield file


def _named(config: Path) -> SettingsFile:
    """The file that --config names: it must be there and hold settings."""
    if not config.is_file():
        raise UsageError(f"{config}: no such settings file (`provaudit config init` writes one to start from)")
    file = read_file(config.resolve())
    if file is None:
        raise UsageError(f"{config}: has no [tool.provaudit] table")
    return file
