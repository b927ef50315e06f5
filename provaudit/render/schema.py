"""The published JSON Schemas (draft 2020-12), kept in `schemas/` and made whole on request.

`audit.json` holds the definitions; the two others refer to them and get a copy, so that each published schema stands
alone.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from provaudit.errors import UsageError

NAMES = ("audit", "audits", "extract")

_FOLDER = Path(__file__).parent / "schemas"


def schema(name: str = "audit") -> str:
    """The schema of that name as JSON text with a line end; UsageError where there is none."""
    if name not in NAMES:
        raise UsageError(f"no schema named {name!r}: there are {', '.join(NAMES)}")
    return json.dumps(_whole(name), indent=2, ensure_ascii=False) + "\n"


def _whole(name: str) -> dict[str, Any]:
    """The schema with every definition it needs."""
    wanted = _read(name)
    if name == "audit":
        return wanted
    audit = _read("audit")
    shared = dict(audit["$defs"])
    if name == "audits":
        shared |= {entry: _bare(_read(entry)) for entry in ("audit", "extract")}
    return wanted | {"$defs": _reached(wanted, shared)}


def _read(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def _bare(whole: dict[str, Any]) -> dict[str, Any]:
    """A schema as a definition of another: without its own identity and definitions."""
    return {key: value for key, value in whole.items() if not key.startswith("$")}


def _reached(start: object, shared: dict[str, Any]) -> dict[str, Any]:
    """The shared definitions that `start` refers to, directly or through each other, in their own order."""
    reached: set[str] = set()
    waiting = _references(start)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting |= _references(shared[name])
    return {name: definition for name, definition in shared.items() if name in reached}


def _references(part: object) -> set[str]:
    if isinstance(part, dict):
        here = {str(part["$ref"]).removeprefix("#/$defs/")} if "$ref" in part else set()
        return here.union(*(_references(value) for value in part.values()))
    if isinstance(part, list):
        return set().union(*(_references(value) for value in part))
    return set()
