"""The commands with commands of their own: baseline, config, cache."""

# The annotations of commands are read at run time, so they are not postponed.
import typer

from provaudit.cli.flags import (
    Baseline,
    Config,
    FilesFrom,
    Ignore,
    Isolated,
    Model,
    Offline,
    Outlets,
    Paths,
    Publisher,
    Quiet,
    Select,
    Verbose,
)

baseline_app = typer.Typer(help="Accept today's findings, so that only new ones fail.", no_args_is_help=True)
config_app = typer.Typer(help="Show, describe or start a settings file.", no_args_is_help=True)
cache_app = typer.Typer(help="Look at the cache of upstream pages, or empty it.", no_args_is_help=True)
GROUPS = {"baseline": baseline_app, "config": config_app, "cache": cache_app}


def _baseline(action: str, values: dict[str, object]) -> int:
    from provaudit.cli.baseline import run_baseline
    from provaudit.cli.request import Request

    return run_baseline(action, Request.of(values))


@baseline_app.command("write")
def baseline_write(
    paths: Paths = None,
    outlets: Outlets = None,
    publisher: Publisher = None,
    model: Model = None,
    offline: Offline = None,
    select: Select = None,
    ignore: Ignore = None,
    baseline: Baseline = None,
    files_from: FilesFrom = None,
    config: Config = None,
    isolated: Isolated = False,
    quiet: Quiet = False,
    verbose: Verbose = 0,
) -> int:
    """Accept all findings of today; says how many it accepts, and how many of them are new."""
    return _baseline("write", locals())


@baseline_app.command("prune")
def baseline_prune(
    paths: Paths = None,
    outlets: Outlets = None,
    publisher: Publisher = None,
    model: Model = None,
    offline: Offline = None,
    select: Select = None,
    ignore: Ignore = None,
    baseline: Baseline = None,
    files_from: FilesFrom = None,
    config: Config = None,
    isolated: Isolated = False,
    quiet: Quiet = False,
    verbose: Verbose = 0,
) -> int:
    """Drop accepted findings that are no longer there; accepts nothing new."""
    return _baseline("prune", locals())


@config_app.command("show")
def config_show(config: Config = None, isolated: Isolated = False) -> int:
    """Print the settings in force, and where each comes from."""
    from provaudit.cli.manuals import run_config

    return run_config("show", config, isolated=isolated)


@config_app.command("schema")
def config_schema() -> int:
    """Print the JSON Schema of the settings file."""
    from provaudit.cli.manuals import run_config

    return run_config("schema", None, isolated=True)


@config_app.command("init")
def config_init() -> int:
    """Write a commented provaudit.toml into this folder, unless there is one."""
    from provaudit.cli.manuals import run_config

    return run_config("init", None, isolated=True)


@cache_app.command("info")
def cache_info(config: Config = None, isolated: Isolated = False) -> int:
    """Say where the cache lies, how much it holds and how old it is."""
    from provaudit.cli.manuals import run_cache

    return run_cache("info", config, isolated=isolated)


@cache_app.command("clean")
def cache_clean(config: Config = None, isolated: Isolated = False) -> int:
    """Empty the cache."""
    from provaudit.cli.manuals import run_cache

    return run_cache("clean", config, isolated=isolated)
