"""What `provaudit config` prints: the settings in force, their JSON Schema, and a file to start from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from provaudit.config.settings import SETTINGS, Setting, Settings


def show(settings: Settings) -> str:
    """Every setting in force, as TOML that could be read again, with the file it was set in behind it."""
    origins = settings.origins
    rows = [
        (f"{setting.key} = {_toml(getattr(settings, setting.field))}", _origin(origins.get(setting.key)))
        if getattr(settings, setting.field) is not None
        else (f"# {setting.key} is not set", "default")
        for setting in SETTINGS
    ]
    width = min(48, max(len(row) for row, _ in rows))
    files = [f"# read: {path.as_posix()}\n" for path in settings.files] or ["# no settings file was read\n"]
    return "".join([*files, "\n", *(f"{row:<{width}}  # {origin}\n" for row, origin in rows)])


def schema() -> str:
    """The JSON Schema (2020-12) of a settings file, for editors."""
    properties = {}
    default = Settings()
    for setting in SETTINGS:
        properties[setting.key] = {"description": setting.meaning, **setting.kind.schema}
        value = getattr(default, setting.field)
        if value is not None and not isinstance(value, tuple | Mapping):
            properties[setting.key]["default"] = value
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:provaudit:settings:1",
        "title": "Settings of provaudit (provaudit.toml, or [tool.provaudit] in pyproject.toml)",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def init() -> str:
    """A settings file with every setting commented out: what it is for, and an example."""
    intro = (
        "# Settings of provaudit. A line counts once its # is taken away.\n"
        "# Options of the command line come first, then this file, then ~/.config/provaudit/config.toml.\n"
    )
    return intro + "".join(_started(setting) for setting in SETTINGS)


def _started(setting: Setting) -> str:
    meaning = f"{setting.meaning[0].upper()}{setting.meaning[1:]}"
    return f"\n# {meaning}:\n# {setting.kind.says}.\n# {setting.key} = {setting.example}\n"


def _origin(path: Path | None) -> str:
    return "default" if path is None else path.as_posix()


def _toml(value: object) -> str:
    """A value as TOML; pairs become an inline table."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, Mapping):
        entries = ", ".join(f"{json.dumps(str(name))} = {_toml(entry)}" for name, entry in value.items())
        return f"{{ {entries} }}" if entries else "{}"
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(entry) for entry in value) + "]"
    return json.dumps(value.as_posix() if isinstance(value, Path) else str(value), ensure_ascii=False)
