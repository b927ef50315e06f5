"""One command line, understood: the options given, laid over the settings file."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from provaudit import config
from provaudit.config import Settings
from provaudit.drafts import STDIN, Draft, Refused, find_drafts
from provaudit.errors import UsageError
from provaudit.model import Severity

# Options that override a setting of the same name.
_OVERRIDES = (
    "publisher",
    "model",
    "offline",
    "outlets",
    "max_depth",
    "max_requests",
    "max_seconds",
    "host_gap",
    "require_upstream",
    "fail_on",
    "baseline",
    "color",
)

# Options that are this run's own.
_OWN = (
    "format",
    "replay",
    "record",
    "dry_run",
    "diff",
    "files_from",
    "stdin_filename",
    "exit_zero",
    "quiet",
    "verbose",
)


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for. `settings` are in force; the other fields are this run's own."""

    settings: Settings
    paths: tuple[str, ...] = ()
    format: str | None = None
    outputs: tuple[str, ...] = ()
    replay: Path | None = None
    record: Path | None = None
    dry_run: bool = False
    diff: str | None = None
    files_from: str | None = None
    stdin_filename: str | None = None
    exit_zero: bool = False
    quiet: bool = False
    verbose: int = 0
    progress: bool = True

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """Understand the arguments of a command; options that the command lacks keep their defaults."""
        settings = settings_in_force(values.get("config"), isolated=values.get("isolated", False))
        overrides = {name: values[name] for name in _OVERRIDES if values.get(name) is not None}
        for name in ("select", "ignore"):
            if values.get(name):
                overrides[name] = rule_ids(values[name])
        if values.get("offline") and not values.get("require_upstream"):
            overrides["require_upstream"] = False  # what a settings file requires of runs that ask the web
        request = cls(
            settings=replace(settings, **overrides),
            paths=tuple(values.get("paths") or ()),
            outputs=tuple(values.get("output") or ()),
            progress=not values.get("no_progress", False),
            **{name: values[name] for name in _OWN if name in values},
        )
        request._agree()
        if "require_upstream" in values:
            request._can_reach(values)
        return request

    def _agree(self) -> None:
        """Options that contradict each other are a usage error, not a guess."""
        _known_severity(self.settings.fail_on)
        if self.settings.offline and (self.replay or self.record):
            raise UsageError("--offline follows nothing, so there is nothing to --record or to --replay")
        if self.replay and self.record:
            raise UsageError("--replay asks nobody, so there is nothing to --record")
        if self.replay is not None and not self.replay.is_file():
            raise UsageError(f"--replay: {self.replay}: no such file")

    def _can_reach(self, given: Mapping[str, Any]) -> None:
        """Nothing can be required of an upstream that nobody asks."""
        if not (self.settings.offline and self.settings.require_upstream):
            return

        def named(key: str) -> str:
            flag = f"--{key}"
            return flag if given.get(key.replace("-", "_")) else f"`{key}` of {self.settings.origins[key]}"

        raise UsageError(f"{named('offline')} follows nothing, so {named('require-upstream')} could only fail")

    def drafts(self) -> tuple[Draft | Refused, ...]:
        """The inputs in order; UsageError where the command line names none at all."""
        names = list(self.paths)
        if self.files_from is not None:
            names += _listed(self.files_from)
        if not names and self.files_from is not None:
            raise UsageError(f"nothing to check: {self.files_from} lists no path")
        if not names:
            raise UsageError("nothing to check: name files, folders, URLs, or - for standard input")
        if self.files_from == STDIN and STDIN in self.paths:
            raise UsageError("standard input cannot be both the list of files and a draft")
        return find_drafts(names)


def _listed(source: str) -> Iterable[str]:
    try:
        text = sys.stdin.read() if source == STDIN else Path(source).read_text("utf-8")
    except UnicodeDecodeError:
        raise UsageError(f"--files-from: {source}: is not UTF-8 text; it takes a list of paths, one a line") from None
    except OSError as error:
        reason = "no such file" if isinstance(error, FileNotFoundError) else (error.strerror or str(error)).lower()
        raise UsageError(f"--files-from: {source}: {reason}") from None
    return [line.strip() for line in text.splitlines() if line.strip()]


def rule_ids(values: Iterable[str]) -> tuple[str, ...]:
    """The parts of comma lists, in capitals."""
    return tuple(part.strip().upper() for value in values for part in value.split(",") if part.strip())


def chosen_rules(settings: Settings) -> frozenset[str]:
    """The ids of the rules in force. A name of `select` and `ignore` is an id or the beginning of some ids."""
    known = rule_names()
    chosen = dict.fromkeys((*settings.select, *settings.ignore))
    wrong = [name for name in chosen if name != "ALL" and not any(id_.startswith(name) for id_ in known)]
    if wrong:
        raise UsageError(f"no rule {' or '.join(map(repr, wrong))}: `provaudit rule` lists them all")

    def named(names: tuple[str, ...]) -> set[str]:
        return {id_ for id_ in known for name in names if name == "ALL" or id_.startswith(name)}

    selected = named(settings.select) if settings.select else set(known)
    return frozenset(selected - named(settings.ignore))


def settings_in_force(file: Path | None, *, isolated: bool) -> Settings:
    """The settings for this folder; UsageError where a file names what does not exist, rules among it."""
    return config.load(Path.cwd(), config=file, isolated=isolated, rules=rule_names)


def rule_names() -> tuple[str, ...]:
    """The ids of all rules."""
    from provaudit.rules import RULES

    return tuple(rule.id for rule in RULES)


def _known_severity(name: str) -> None:
    if name not in {"never", *Severity}:
        raise UsageError(f"--fail-on takes error, warning, info or never, not {name!r}")
