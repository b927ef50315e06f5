"""The small commands: rule, outlet, schema, config, cache."""

from __future__ import annotations

from pathlib import Path

from provaudit.cli.outputs import write_out, write_whole
from provaudit.cli.request import Request
from provaudit.cli.screen import Screen
from provaudit.errors import UsageError


def run_rule(name: str | None, request: Request) -> int:
    """Print one rule's manual, or a line for each rule."""
    from provaudit.render.manuals import rule_view, rules_view
    from provaudit.rules import RULES

    options = Screen(request).options()
    if name is None:
        write_out(rules_view(RULES, options))
        return 0
    wanted = name.strip().casefold()
    rule = next((rule for rule in RULES if wanted in (rule.id.casefold(), rule.name)), None)
    if rule is None:
        raise UsageError(f"no rule {name!r}: `provaudit rule` lists them all")
    write_out(rule_view(rule, options))
    return 0


def run_outlet(name: str, request: Request) -> int:
    """Print what the registry knows; 1 where it knows nothing of that name."""
    from provaudit.identify import Registry
    from provaudit.render.manuals import outlet_view

    registry = Registry.load(request.settings.outlets)
    found = registry.lookup(name)
    write_out(outlet_view(name, found, Screen(request).options()))
    if not found and (close := registry.close_names(name)):
        write_out(f"Did you mean {', '.join(close)}?\n")
    return 0 if found else 1


def run_schema(which: str) -> int:
    """Print one of the published schemas."""
    from provaudit.render.schema import schema

    write_out(schema(which))
    return 0


def run_config(action: str, request: Request) -> int:
    """Show the settings, print their schema, or start a file."""
    from provaudit.config import pages

    if action == "schema":
        write_out(pages.schema())
        return 0
    if action == "show":
        write_out(pages.show(request.settings))
        return 0
    path = Path("provaudit.toml")
    if path.exists():
        raise UsageError(f"{path} exists; `provaudit config show` prints what is in force")
    write_whole(path, pages.init())
    write_out(f"wrote {path}\n")
    return 0


def run_cache(action: str, request: Request) -> int:
    """Describe the kept pages and audits, or drop them all."""
    from provaudit.cli.kept import drop_audits, kept_audits
    from provaudit.cli.web_options import cache_folder
    from provaudit.trace.cache import cache_info, clean_cache

    folder = cache_folder(request.settings.cache_dir)
    pages = cache_info(folder) if action == "info" else clean_cache(folder)
    count, size = kept_audits(folder) if action == "info" else drop_audits(folder)
    verb = "" if action == "info" else "dropped "
    write_out(
        f"{folder}\n"
        f"{verb}pages   {pages.answers} answers of the web, {_megabytes(pages.size)}\n"
        f"{verb}audits  {count} of drafts that have not changed, {_megabytes(size)}\n"
    )
    return 0


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
