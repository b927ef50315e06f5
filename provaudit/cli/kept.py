"""Offline audits kept between runs, by content, version and settings, so that an unchanged draft is not read twice.

An offline audit depends on nothing but the draft, the program and the settings, and all three are in its key. What is
kept is a pickle of the model's own values, read back by an unpickler that knows no other class: the settings file of a
repository may point the cache anywhere, so the files are not to be trusted.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import shutil
import time
from pathlib import Path
from typing import Any

from provaudit import __version__, model
from provaudit.cli.gate import Gate
from provaudit.cli.request import Request
from provaudit.drafts import Draft
from provaudit.model import Audit

FORMAT = 1  # of the kept files; raise it when the model changes within a version
UNUSED_DAYS = 30
_DAY = 86400.0


class KeptAudits:
    """The kept audits of one folder, for the settings of one run."""

    def __init__(self, folder: Path, settings: str) -> None:
        self._folder = folder
        self._settings = settings
        self._wrote = False

    @classmethod
    def of(cls, folder: Path, request: Request, gate: Gate) -> KeptAudits:
        """The folder's audits that were made under these very settings."""
        settings = request.settings
        outlets = settings.outlets.read_bytes() if settings.outlets and settings.outlets.is_file() else b""
        parts = (
            FORMAT,
            __version__,
            _stamp(),
            settings.model,
            settings.publisher,
            hashlib.sha256(outlets).hexdigest(),
            sorted(gate.only),
            sorted(gate.severities.items()),
            sorted((pattern, sorted(rules)) for pattern, rules in gate.per_file.items()),
            gate.require_reason,
        )
        return cls(folder / "audits", repr(parts))

    def get(self, draft: Draft, data: bytes) -> Audit | None:
        """The audit of these bytes under this name; None where it is not kept, or the file is damaged."""
        path = self._path(draft, data)
        try:
            kept = path.read_bytes()
            found = _Unpickler(io.BytesIO(kept)).load()
        except (OSError, EOFError, ValueError, TypeError, AttributeError, pickle.UnpicklingError, IndexError, KeyError):
            return None
        if time.time() - path.stat().st_mtime > _DAY:
            path.touch()
        return found if isinstance(found, Audit) else None

    def put(self, draft: Draft, data: bytes, audit: Audit) -> None:
        """Keep an audit; a folder that cannot be written keeps none."""
        path = self._path(draft, data)
        unfinished = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(pickle.dumps(audit, protocol=5))
            unfinished.replace(path)
            self._wrote = True
        except OSError:
            unfinished.unlink(missing_ok=True)

    def sweep(self) -> None:
        """Drop what no run has used for a month; only a run that wrote something looks."""
        if not self._wrote:
            return
        for path in self._folder.glob("*/*"):
            try:
                if time.time() - path.stat().st_mtime > UNUSED_DAYS * _DAY:
                    path.unlink(missing_ok=True)
            except OSError:
                continue

    def _path(self, draft: Draft, data: bytes) -> Path:
        key = hashlib.sha256(f"{self._settings}\n{draft.name}\n".encode() + data).hexdigest()
        return self._folder / key[:2] / key[2:]


def kept_audits(folder: Path) -> tuple[int, int]:
    """How many audits a cache folder keeps, and their size in bytes."""
    sizes = [path.stat().st_size for path in (folder / "audits").glob("*/*") if path.is_file()]
    return len(sizes), sum(sizes)


def drop_audits(folder: Path) -> tuple[int, int]:
    """Drop all kept audits; how many they were, and their size in bytes."""
    dropped = kept_audits(folder)
    shutil.rmtree(folder / "audits", ignore_errors=True)
    return dropped


class _Unpickler(pickle.Unpickler):
    """Reads values of the model and nothing else."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401  what pickle declares
        """A class of the model, or a refusal."""
        found = getattr(model, name, None) if name in model.__all__ else None
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name} is no value of the model")
        return found


def _stamp() -> str:
    """What changes when the program's own files do: an installed version never, a working tree with every edit."""
    home = Path(__file__).parent.parent
    newest = max(path.stat().st_mtime_ns for path in home.rglob("*") if path.suffix in _OWN_SUFFIXES)
    return str(newest)


_OWN_SUFFIXES = frozenset({".py", ".toml", ".txt", ".json", ".onnx", ".npz"})
