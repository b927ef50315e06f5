"""The commands with commands of their own: baseline, config, cache."""

# The annotations of commands are read at run time, so they are not postponed.
from typing import TYPE_CHECKING

import typer

from provaudit.cli.flags import takes

if TYPE_CHECKING:
    from provaudit.cli.request import Request

baseline_app = typer.Typer(help="Accept today's findings, so that only new ones fail.", no_args_is_help=True)
config_app = typer.Typer(help="Show, describe or start a settings file.", no_args_is_help=True)
cache_app = typer.Typer(help="Look at the cache of upstream pages, or empty it.", no_args_is_help=True)
GROUPS = {"baseline": baseline_app, "config": config_app, "cache": cache_app}

_AUDITED = "paths outlets publisher model offline select ignore baseline files_from config isolated quiet verbose"
_IN_FORCE = "config isolated"


@baseline_app.command("write")
@takes(_AUDITED)
def baseline_write(request: "Request") -> int:
    """Accept all findings of today; says how many it accepts, and how many of them are new."""
    from provaudit.cli.baseline import run_baseline

    return run_baseline("write", request)


@baseline_app.command("prune")
@takes(_AUDITED)
def baseline_prune(request: "Request") -> int:
    """Drop accepted findings that are no longer there; accepts nothing new."""
    from provaudit.cli.baseline import run_baseline

    return run_baseline("prune", request)


@config_app.command("show")
@takes(_IN_FORCE)
def config_show(request: "Request") -> int:
    """Print the settings in force, and where each comes from."""
    from provaudit.cli.manuals import run_config

    return run_config("show", request)


@config_app.command("schema")
@takes("")
def config_schema(request: "Request") -> int:
    """Print the JSON Schema of the settings file."""
    from provaudit.cli.manuals import run_config

    return run_config("schema", request)


@config_app.command("init")
@takes("")
def config_init(request: "Request") -> int:
    """Write a commented provaudit.toml into this folder, unless there is one."""
    from provaudit.cli.manuals import run_config

    return run_config("init", request)


@cache_app.command("info")
@takes(_IN_FORCE)
def cache_info(request: "Request") -> int:
    """Say where the cache lies, how much it holds and how old it is."""
    from provaudit.cli.manuals import run_cache

    return run_cache("info", request)


@cache_app.command("clean")
@takes(_IN_FORCE)
def cache_clean(request: "Request") -> int:
    """Empty the cache."""
    from provaudit.cli.manuals import run_cache

    return run_cache("clean", request)
