"""Where results go: standard output, and files that are written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from provaudit.errors import OutputError, UsageError


@dataclass(frozen=True, slots=True)
class Target:
    """One output: its format, and the file it goes to (None: standard output)."""

    format: str
    path: Path | None = None


STDOUT = "-"


def targets(format: str | None, outputs: list[str], formats: tuple[str, ...]) -> tuple[Target, ...]:  # noqa: A002  the option's name
    """The outputs that `-f` and `-o` ask for. Standard output gets the text view unless all goes to files."""
    named = [_target(output, formats) for output in outputs]
    if format is not None:
        named.insert(0, Target(_known(format, formats)))
    wanted = tuple(named) or (Target("text"),)
    places = [target.path.resolve() if target.path else None for target in wanted]
    if len(set(places)) < len(places):
        raise UsageError("two outputs go to one place: give each a file of its own")
    return wanted


def _target(output: str, formats: tuple[str, ...]) -> Target:
    name, colon, path = output.partition(":")
    if not colon or not path:
        raise UsageError(f"--output takes FORMAT:FILE, for example json:audit.json, not {output!r}")
    return Target(_known(name, formats), None if path == STDOUT else Path(path))


def _known(name: str, formats: tuple[str, ...]) -> str:
    if name not in formats:
        raise UsageError(f"no format named {name!r}: there are {', '.join(formats)}")
    return name


def check_outputs(paths: Iterable[Path | None], drafts: Iterable[Path | None]) -> None:
    """Fail before the work, not after it, where a file cannot be written, or is one of the drafts."""
    inputs = {path.resolve(): path for path in drafts if path is not None}
    for path in paths:
        if path is None:
            continue
        if path.resolve() in inputs:
            raise OutputError(f"{path}: is one of the drafts; name another file for the output")
        check_writable(path)


def check_writable(path: Path) -> None:
    """OutputError where a file cannot be written."""
    folder = path.parent if path.parent.parts else Path()
    if path.is_dir():
        raise OutputError(f"{path}: is a folder, not a file")
    if not folder.is_dir():
        raise OutputError(f"{path}: no such folder as {folder}")
    if not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise OutputError(f"{path}: not writable")


def write_whole(path: Path, text: str) -> None:
    """Write a file under a temporary name and move it into place, so that nobody ever sees half of it."""
    folder = path.parent if path.parent.parts else Path()
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=folder)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            Path(temporary).chmod(0o666 & ~_umask())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write_out(text: str) -> None:
    """Write to standard output. A reader that has gone (`| head`) is no failure; a full disk is an OutputError."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Nobody reads on; what is still buffered must not raise again when the interpreter flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise OutputError(f"standard output: {error.strerror or 'it is closed'}") from None


def write_to(target: Target, text: str) -> None:
    """Write one output where its target says: to its file as a whole, else to standard output."""
    if target.path is None:
        write_out(text)
    else:
        write_whole(target.path, text)
