"""Which settings files there are, and how one is read."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from provaudit.config.kinds import WrongValueError, spelt
from provaudit.config.places import Spot, key_spot, pointed
from provaudit.config.settings import SETTINGS, Setting
from provaudit.errors import UsageError

OWN_NAME = "provaudit.toml"
SHARED_NAME = "pyproject.toml"
SHARED_TABLE = ("tool", "provaudit")

_AT = re.compile(r"\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")


class SettingsFile(NamedTuple):
    """One file as it was read: its text for carets, the table path of its settings, and their raw values."""

    path: Path
    text: str
    table: tuple[str, ...]
    values: Mapping[str, object]

    def wrong(self, key: str, message: str, part: str = "") -> str:
        """What is wrong with a key, pointing at it, or at part of its value."""
        spot = key_spot(self.text, (*self.table, key), part)
        return pointed(_shown(self.path), self.text, spot, message)


def project_file(start: Path) -> SettingsFile | None:
    """The nearest settings upward from a folder; `provaudit.toml` wins over `pyproject.toml` in one folder."""
    for folder in (start, *start.parents):
        own, shared = folder / OWN_NAME, folder / SHARED_NAME
        if own.is_file():
            return read_file(own)
        # A pyproject.toml that never says the word is not even parsed: most are other tools' alone.
        if shared.is_file() and "provaudit" in _text(shared):
            found = read_file(shared)
            if found is not None:
                return found
    return None


def user_path(environment: Mapping[str, str]) -> Path:
    """Where the settings of the person are: `$XDG_CONFIG_HOME/provaudit/config.toml`, `~/.config` without it."""
    named = environment.get("XDG_CONFIG_HOME", "")
    # The XDG specification has relative paths ignored.
    base = Path(named) if os.path.isabs(named) else Path("~/.config").expanduser()  # noqa: PTH117 -- "" is no path
    return base / "provaudit" / "config.toml"


def read_file(path: Path) -> SettingsFile | None:
    """One file; None where it is a `pyproject.toml` without our table. UsageError where it is no TOML."""
    import tomllib

    text = _text(path)
    try:
        whole: object = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(path, text, str(error)) from None
    table = SHARED_TABLE if path.name == SHARED_NAME else ()
    for name in table:
        whole = whole.get(name) if isinstance(whole, dict) else None
    if whole is None and table:
        return None
    if not isinstance(whole, dict):
        spot = key_spot(text, table)
        raise UsageError(pointed(_shown(path), text, spot, "[tool.provaudit] must be a table"))
    return SettingsFile(path, text, table, whole)


def checked(file: SettingsFile, rules: Collection[str] | None) -> tuple[list[tuple[Setting, object]], list[str]]:
    """The file's settings with their values read, and all that is wrong, each with its place, in the file's order."""
    known = {setting.key: setting for setting in SETTINGS}
    read: list[tuple[Setting, object]] = []
    wrong: list[str] = []
    for key, raw in file.values.items():
        if key not in known:
            wrong.append(file.wrong(key, _unknown("setting", key, known)))
            continue
        setting = known[key]
        try:
            value = setting.kind.read(raw, file.path.parent)
        except WrongValueError as error:
            must = f"{key} must be {setting.kind.says}"
            wrong += [file.wrong(key, f"{must}, {said}", part or spelt(raw)) for said, part in error.each]
            continue
        wrong += [] if rules is None else _wrong_rules(file, key, value, rules)
        read.append((setting, value))
    return read, list(dict.fromkeys(wrong))


def _wrong_rules(file: SettingsFile, key: str, value: object, rules: Collection[str]) -> list[str]:
    """What a setting names though no rule is called or begins so."""
    return [
        file.wrong(key, _unknown("rule", named, rules), named)
        for named in _rules_named(key, value)
        if named != "ALL" and not any(rule.startswith(named) for rule in rules)
    ]


def _rules_named(key: str, value: object) -> list[str]:
    if isinstance(value, tuple) and key in ("select", "ignore"):
        return [str(rule) for rule in value]
    if isinstance(value, Mapping) and key == "per-file-ignores":
        return [rule for ignored in value.values() for rule in ignored]
    return [str(rule) for rule in value] if isinstance(value, Mapping) and key == "severity" else []


def _unknown(what: str, name: str, known: Collection[str]) -> str:
    from difflib import get_close_matches  # only an error pays for it

    close = get_close_matches(name.replace("_", "-").lower(), known, 1) or get_close_matches(name, known, 1)
    hint = f", did you mean {close[0]}?" if close else "."
    return f"there is no {what} named {name!r}{hint} There are {', '.join(known)}"


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{_shown(path)}: not UTF-8, as TOML must be (byte {error.start})") from None
    except OSError as error:
        raise UsageError(f"{_shown(path)}: cannot be read: {error.strerror or error}") from None


def _syntax_error(path: Path, text: str, said: str) -> UsageError:
    """The message of tomllib, moved to the front of the line it speaks of."""
    at = _AT.search(said)
    lines = text.rstrip("\n").split("\n")
    spot = Spot(len(lines), len(lines[-1]) + 1, 1)
    if at and at["line"]:
        spot = Spot(int(at["line"]), int(at["column"]), 1)
    message = _AT.sub("", said)
    return UsageError(pointed(_shown(path), text, spot, f"not TOML: {message[:1].lower()}{message[1:]}"))


def _shown(path: Path) -> str:
    """The path as short as it can be told: relative to the working folder where it lies inside."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
