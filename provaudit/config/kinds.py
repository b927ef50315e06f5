"""What a setting may hold: how a TOML value is read, what to say where it is wrong, and its JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

Schema = Mapping[str, object]


class WrongValueError(ValueError):
    """A value that does not fit. `each`: what is wrong, and the part of it as the file spells it, for the caret."""

    def __init__(self, *each: tuple[str, str]) -> None:
        super().__init__("; ".join(reason for reason, _part in each))
        self.each = each


class Kind(NamedTuple):
    """`says` completes "… must be"; `read` takes the TOML value and the folder that paths are relative to."""

    says: str
    schema: Schema
    read: Callable[[object, Path], object]


def toggle() -> Kind:
    """A switch."""

    def read(value: object, _home: Path) -> bool:
        if not isinstance(value, bool):
            raise _wrong(value)
        return value

    return Kind("true or false", {"type": "boolean"}, read)


def whole(least: int, most: int | None = None) -> Kind:
    """A whole number from `least` up, or to `most`."""

    def read(value: object, _home: Path) -> int:
        if (
            not isinstance(value, int)
            or isinstance(value, bool)
            or value < least
            or (most is not None and value > most)
        ):
            raise _wrong(value)
        return value

    bounds = {"minimum": least} if most is None else {"minimum": least, "maximum": most}
    says = f"a whole number from {least} {'up' if most is None else f'to {most}'}"
    return Kind(says, {"type": "integer", **bounds}, read)


def seconds() -> Kind:
    """A time in seconds, zero or more."""

    def read(value: object, _home: Path) -> float:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not 0 <= float(value) < float("inf"):  # type: ignore[arg-type]
            raise _wrong(value)
        return float(value)  # type: ignore[arg-type]

    return Kind("a number of seconds from 0 up", {"type": "number", "minimum": 0}, read)


_SIZE = re.compile(r"(?P<number>\d+(?:\.\d+)?) ?(?P<unit>B|kB|KB|MB|GB|KiB|MiB|GiB)?")
_UNITS = {"B": 1, "kB": 10**3, "KB": 10**3, "MB": 10**6, "GB": 10**9, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30}


def size() -> Kind:
    """A number of bytes, or text with a unit."""

    def read(value: object, _home: Path) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
        spelt = _SIZE.fullmatch(value) if isinstance(value, str) else None
        if spelt is None or not float(spelt["number"]):
            raise _wrong(value)
        return int(float(spelt["number"]) * _UNITS[spelt["unit"] or "B"])

    accepted = [
        {"type": "integer", "minimum": 1},
        {"type": "string", "pattern": f"^{_SIZE.pattern.replace('?P<number>', '').replace('?P<unit>', '')}$"},
    ]
    return Kind('a number of bytes, or a text like "10 MB"', {"anyOf": accepted}, read)


def text() -> Kind:
    """A text that is not empty and has no control characters."""

    def read(value: object, _home: Path) -> str:
        if not isinstance(value, str) or not value.strip() or not value.isprintable():
            raise _wrong(value)
        return value.strip()

    return Kind("a text on one line", {"type": "string", "minLength": 1}, read)


def path() -> Kind:
    """A path, relative to the folder of the settings file; `~` is the home folder."""

    def read(value: object, home: Path) -> Path:
        if not isinstance(value, str) or not value.strip() or "\0" in value:
            raise _wrong(value)
        return home / Path(value).expanduser()

    return Kind("a path, relative to the folder of this file", {"type": "string", "minLength": 1}, read)


def one_of(choices: type[StrEnum] | tuple[str, ...]) -> Kind:
    """One of a few words."""
    words = [str(choice) for choice in choices]

    def read(value: object, _home: Path) -> str:
        if not isinstance(value, str) or value not in words:
            raise _wrong(value)
        return choices(value) if isinstance(choices, type) else value

    return Kind("one of " + ", ".join(f'"{word}"' for word in words), {"enum": words}, read)


def matching(pattern: str, says: str) -> Kind:
    """A text that fits a pattern whole."""

    def read(value: object, _home: Path) -> str:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            raise _wrong(value)
        return value

    return Kind(says, {"type": "string", "pattern": f"^(?:{pattern})$"}, read)


def several(entry: Kind) -> Kind:
    """A list, read to a tuple."""

    def read(value: object, home: Path) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise _wrong(value)
        return tuple(_all_read([_Part(entry, one) for one in value], home))

    return Kind(f"a list, each entry {entry.says}", {"type": "array", "items": entry.schema}, read)


def table(key: Kind, entry: Kind) -> Kind:
    """A table of names and values."""

    def read(value: object, home: Path) -> Mapping[object, object]:
        if not isinstance(value, dict):
            raise _wrong(value)
        parts = [_Part(key, name) for name in value] + [_Part(entry, one, name) for name, one in value.items()]
        read = _all_read(parts, home)
        return dict(zip(read[: len(value)], read[len(value) :], strict=True))

    schema = {"type": "object", "propertyNames": key.schema, "additionalProperties": entry.schema}
    return Kind(f"a table, each name {key.says}, each value {entry.says}", schema, read)


def record(kinds: Mapping[str, Kind]) -> Kind:
    """A table whose names are known, each with a kind of its own."""

    def read(value: object, home: Path) -> Mapping[str, object]:
        if not isinstance(value, dict):
            raise _wrong(value)
        parts = [
            _Part(kinds[name], one, name, f"with {name} {kinds[name].says}, ")
            if name in kinds
            else _Part(_NOTHING, name, name, f"not with {name!r}")
            for name, one in value.items()
        ]
        return dict(zip(value, _all_read(parts, home), strict=True))

    properties = {name: kind.schema for name, kind in kinds.items()}
    schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return Kind(f"a table with some of {', '.join(kinds)}", schema, read)


def spelt(value: object) -> str:
    """How a plain value stands in the file, for the caret; empty for lists, tables and dates."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str | int | float) else ""


class _Part(NamedTuple):
    """One entry of a list or table: its kind, its value, its name if it has one, and what to say before its fault."""

    kind: Kind
    value: object
    name: str = ""
    reason: str = ""


def _all_read(parts: list[_Part], home: Path) -> list[object]:
    """The entries read; all that are wrong are told, the caret at each, or at its name."""
    read: list[object] = []
    wrong: list[tuple[str, str]] = []
    for kind, value, name, reason in parts:
        try:
            read.append(kind.read(value, home))
        except WrongValueError as error:
            wrong += [(reason + said, part or spelt(value) or name) for said, part in error.each]
    if wrong:
        raise WrongValueError(*wrong)
    return read


def _refuse(_value: object, _home: Path) -> object:
    raise WrongValueError(("", ""))


_NOTHING = Kind("nothing", {}, _refuse)


def _wrong(value: object) -> WrongValueError:
    return WrongValueError((_is(value), ""))


def _is(value: object) -> str:
    """What the value is, in the file's own terms."""
    if isinstance(value, bool):
        return f"not {str(value).lower()}"
    if isinstance(value, str):
        return f'not "{value}"' if len(value) < 40 else "not this text"
    if isinstance(value, int | float):
        return f"not {value}"
    if isinstance(value, list):
        return "not a list"
    return "not a table" if isinstance(value, dict) else "not a date or time"
