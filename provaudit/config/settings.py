"""The settings there are: one field and one line of `SETTINGS` each, from which files are read and pages made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from provaudit.config.kinds import (
    Kind,
    matching,
    one_of,
    path,
    record,
    seconds,
    several,
    size,
    table,
    text,
    toggle,
    whole,
)
from provaudit.model import Severity, Tier

DEFAULT_TIERS = tuple(Tier)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the settings files say, defaults filled in. Options of the command line come on top of it.

    Sizes are bytes, times seconds, paths absolute. `fail_on` is a severity or "never". `baseline` None means the
    default file where it exists, `select` empty means every rule. `providers` map a search service to the
    name of the environment variable that holds its key (for searxng its address, for gdelt whether it is on).
    `origins` map a key to the file it was set in, `files` the files that were read, the winning one first.
    """

    publisher: str | None = None
    fail_on: str = "error"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    baseline: Path | None = None
    require_reason: bool = False
    require_upstream: bool = False
    offline: bool = False
    max_depth: int = 5
    max_requests: int = 200
    max_seconds: float = 90.0
    max_size: int = 10_000_000
    host_gap: float = 1.0
    tiers: tuple[Tier, ...] = DEFAULT_TIERS
    providers: Mapping[str, str | bool] = field(default_factory=dict)
    contact: str | None = None
    ports: tuple[int, ...] = (80, 443)
    allow_private: tuple[str, ...] = ()
    outlets: Path | None = None
    cache_dir: Path | None = None
    model: str = "learned"
    color: str = "auto"
    origins: Mapping[str, Path] = field(default_factory=dict, compare=False)
    files: tuple[Path, ...] = field(default=(), compare=False)

    @property
    def failing(self) -> Severity | None:
        """The severity from which a finding fails the run; None for never."""
        return None if self.fail_on == "never" else Severity(self.fail_on)

    @property
    def severities(self) -> Mapping[str, Severity]:
        """The severities that rules are given in place of their own, by id."""
        return self.severity

    def provider_keys(self, environment: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
        """The search services with their keys, and the environment variables that are named but not set."""
        held: dict[str, str] = {}
        unset: list[str] = []
        for name, value in self.providers.items():
            if isinstance(value, bool):
                held |= {name: "on"} if value else {}
            elif name == "searxng" or environment.get(value):
                held[name] = value if name == "searxng" else environment[value]
            else:
                unset.append(value)
        return held, tuple(unset)


class Setting(NamedTuple):
    """One key of a settings file: what it may hold, what it is for, and a line that shows it in the starter file."""

    key: str
    kind: Kind
    meaning: str
    example: str

    @property
    def field(self) -> str:
        """The field of `Settings` it fills."""
        return self.key.replace("-", "_")


_RULE = matching(r"ALL|P[A-Z]?\d{0,3}", 'a rule ("PA101"), the beginning of some ("PA") or "ALL"')
_RULE_ID = matching(r"P[A-Z]\d{3}", 'a rule ("PA101")')
_RULES = several(_RULE)
_VARIABLE = matching(r"[A-Za-z_][A-Za-z0-9_]*", "the name of the environment variable that holds the key")
_ADDRESS = matching(r"https?://[!-~]+", "an address (https://)")
_PROVIDERS = record(
    {
        "gdelt": toggle(),
        "nyt": _VARIABLE,
        "guardian": _VARIABLE,
        "brave": _VARIABLE,
        "searxng": _ADDRESS,
    }
)

SETTINGS = (
    Setting(
        "publisher",
        text(),
        "the outlet these drafts are for: its own reporting is first-hand",
        '"Aldmouth Evening Post"',
    ),
    Setting(
        "fail-on",
        one_of(("error", "warning", "info", "never")),
        "findings from this severity up fail the run",
        '"error"',
    ),
    Setting("select", _RULES, "only these rules; a beginning stands for all that share it", '["PA", "PS301"]'),
    Setting("ignore", _RULES, "never these rules", '["PA107"]'),
    Setting(
        "per-file-ignores",
        table(text(), _RULES),
        "rules not applied to the files a pattern names",
        '{ "opinion/**" = ["PA106"] }',
    ),
    Setting("severity", table(_RULE_ID, one_of(Severity)), "another severity for a rule", '{ PS302 = "warning" }'),
    Setting("baseline", path(), "the file of accepted findings", '".provaudit-baseline.json"'),
    Setting("require-reason", toggle(), "a suppression must say why", "true"),
    Setting(
        "require-upstream",
        toggle(),
        "a source that cannot be reached fails the run, unless --offline is given",
        "false",
    ),
    Setting("offline", toggle(), "never use the network", "false"),
    Setting("max-depth", whole(0), "how many pages above the draft a chain is followed", "5"),
    Setting("max-requests", whole(0), "requests a draft may cost, robots.txt included", "200"),
    Setting("max-seconds", seconds(), "seconds a draft may take", "90"),
    Setting("max-size", size(), "a larger draft is refused", '"10 MB"'),
    Setting("host-gap", seconds(), "seconds between two requests to one host", "1.0"),
    Setting(
        "tiers", several(one_of(Tier)), "the ways to find a page that may be tried", '["link", "wordpress", "wayback"]'
    ),
    Setting(
        "providers",
        _PROVIDERS,
        "search services, off until named here; keys are read from the environment",
        '{ guardian = "GUARDIAN_API_KEY" }',
    ),
    Setting(
        "contact",
        matching(r"(?:https?://|mailto:)[!-~]+", "an address (https:// or mailto:)"),
        "whom a site can turn to: part of the User-Agent",
        '"https://news.example/provaudit"',
    ),
    Setting("ports", several(whole(1, 65535)), "the ports that may be asked", "[80, 443]"),
    Setting(
        "allow-private",
        several(text()),
        "private hosts, addresses or networks that may be asked all the same",
        '["archive.newsroom.internal"]',
    ),
    Setting("outlets", path(), "a file of outlets to add to the registry", '"outlets.toml"'),
    Setting("cache-dir", path(), "where pages are kept between runs", '"~/.cache/provaudit"'),
    Setting(
        "model",
        one_of(("learned", "none")),
        "what finds the attributions: the learned tagger, or rules alone",
        '"learned"',
    ),
    Setting("color", one_of(("auto", "always", "never")), "colour on the terminal", '"auto"'),
)
