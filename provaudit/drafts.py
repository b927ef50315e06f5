"""Which drafts a command line means: files, folders, globs, URLs, standard input; and which of their lines changed."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from provaudit.errors import UsageError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

DRAFT_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".docx"})
STDIN = "-"
ANY_LINE = range(1, 1_000_000_000)  # of a file that is new, or that has no lines to compare


@dataclass(frozen=True, slots=True)
class Draft:
    """One input: a file, a URL or standard input. `name` is what messages call it."""

    name: str
    path: Path | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that names nothing to audit, and why."""

    name: str
    reason: str


def path_of(draft: Draft | Refused) -> Path | None:
    """The file of a draft, if it has one."""
    return draft.path if isinstance(draft, Draft) else None


def find_drafts(names: Iterable[str]) -> tuple[Draft | Refused, ...]:
    """The drafts that the names mean, in the order given; a folder's in the order of their paths, each once."""
    found: dict[str, Draft | Refused] = {}
    for name in names:
        for entry in _meant(name):
            found.setdefault(entry.name, entry)
    return tuple(found.values())


def _meant(name: str) -> Iterator[Draft | Refused]:
    if name == STDIN:
        yield Draft(STDIN)
    elif re.match(r"https?://", name, re.IGNORECASE):
        yield Draft(name, url=name)
    elif Path(name).is_dir():
        yield from _in_folder(Path(name))
    elif Path(name).exists() or not glob.has_magic(name):
        yield _file(Path(name))
    else:
        yield from _by_pattern(name)


def _file(path: Path) -> Draft | Refused:
    name = path.as_posix()
    if not path.exists():
        return Refused(name, "no such file")
    if not path.is_file() and not path.is_fifo():
        return Refused(name, "not a regular file")
    return Draft(name, path=path)


def _by_pattern(pattern: str) -> Iterator[Draft | Refused]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207  Path.glob takes no absolute patterns
    files = [Path(match) for match in matches if Path(match).is_file()]
    if not files:
        yield Refused(pattern, "no file matches this pattern")
    yield from (_file(path) for path in files)


def _in_folder(folder: Path) -> Iterator[Draft | Refused]:
    drafts = [Draft(path.as_posix(), path=path) for path in _walk(folder)]
    if not drafts:
        suffixes = " ".join(sorted(DRAFT_SUFFIXES))
        yield Refused(folder.as_posix(), f"no drafts in this folder ({suffixes})")
    yield from drafts


def _walk(folder: Path) -> Iterator[Path]:
    """The drafts below a folder in sorted order; hidden folders and what .gitignore files name are left out."""
    ignores = list(_ignores_above(folder))
    for root, folders, files in os.walk(folder):
        here = Path(root)
        ignores = [entry for entry in ignores if here.resolve().is_relative_to(entry[0])]
        ignores += _ignores_in(here)
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not _ignored(here / name, ignores, folder=True)
        )
        for name in sorted(files):
            path = here / name
            if path.suffix.lower() in DRAFT_SUFFIXES and not _ignored(path, ignores):
                yield path


def _ignores_above(folder: Path) -> Iterator[tuple[Path, GitIgnoreSpec]]:
    """The .gitignore files between the folder and the root of its repository."""
    parents = list(folder.resolve().parents)
    root = next((index for index, parent in enumerate(parents) if (parent / ".git").exists()), None)
    if root is None or (folder / ".git").exists():
        return
    for parent in reversed(parents[: root + 1]):
        yield from _ignores_in(parent)


def _ignores_in(folder: Path) -> list[tuple[Path, GitIgnoreSpec]]:
    from pathspec import GitIgnoreSpec

    try:
        lines = (folder / ".gitignore").read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return []
    return [(folder.resolve(), GitIgnoreSpec.from_lines(lines))]


def _ignored(path: Path, ignores: Sequence[tuple[Path, GitIgnoreSpec]], *, folder: bool = False) -> bool:
    full = path.parent.resolve() / path.name
    verdict = False
    for home, spec in ignores:
        result = spec.check_file(full.relative_to(home).as_posix() + ("/" if folder else ""))
        # A deeper file may take back what an upper one ignored.
        verdict = verdict if result.include is None else result.include
    return verdict


def changed_lines(ref: str, paths: Sequence[Path]) -> Mapping[str, Collection[int]]:
    """The lines of each file that differ from a git revision; a file the revision lacks is changed throughout.

    Keys are the paths' own posix spellings; unchanged files have no key. Raises UsageError where git refuses.
    """
    changed: dict[str, Collection[int]] = {}
    for top, members in _by_repository(paths).items():
        known, touched = _known_to(ref, top), _names(_git(top, "diff", "--name-only", "-z", "--no-ext-diff", ref))
        for path in members:
            name = path.resolve().relative_to(top).as_posix()
            lines = ANY_LINE if name not in known else _changed_in(ref, top, name) if name in touched else frozenset()
            if lines:
                changed[path.as_posix()] = lines
    return changed


def _by_repository(paths: Sequence[Path]) -> Mapping[Path, list[Path]]:
    """The paths by the root of the repository they lie in; git is asked once for each folder."""
    tops: dict[Path, Path] = {}
    found: dict[Path, list[Path]] = {}
    for path in paths:
        folder = path.resolve().parent
        if folder not in tops:
            tops[folder] = Path(_git(folder, "rev-parse", "--show-toplevel").rstrip("\n")).resolve()
        found.setdefault(tops[folder], []).append(path)
    return found


def _known_to(ref: str, top: Path) -> frozenset[str]:
    _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    return _names(_git(top, "ls-tree", "-r", "-z", "--name-only", "--full-tree", ref))


def _names(listed: str) -> frozenset[str]:
    return frozenset(filter(None, listed.split("\0")))


def _changed_in(ref: str, top: Path, name: str) -> Collection[int]:
    diff = _git(top, "diff", "-U0", "--no-color", "--no-ext-diff", ref, "--", f":(top,literal){name}")
    if "\nBinary files " in diff:
        return ANY_LINE
    hunks = re.findall(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", diff, re.MULTILINE)
    return frozenset(line for first, count in hunks for line in _lines(int(first), int(count or 1)))


def _lines(first: int, count: int) -> range:
    # A pure deletion leaves no line of its own: the lines beside it are where the draft changed.
    return range(first, first + count) if count else range(max(1, first), first + 2)


def _git(folder: Path, *arguments: str) -> str:
    import subprocess  # only --diff pays for it

    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  arguments are ours and paths
    except FileNotFoundError:
        raise UsageError("--diff needs git, which is not installed") from None
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UsageError(f"--diff: {said[-1] if said else 'git knows no revision ' + arguments[-1].split('^')[0]}")
    return os.fsdecode(done.stdout)
