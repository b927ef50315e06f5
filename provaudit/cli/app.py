"""The commands and their options. What they do lives in the modules beside this one."""

# The annotations of commands are read at run time, so they are not postponed.
from pathlib import Path
from typing import Annotated

import typer

from provaudit.cli.choices import complete_outlet, complete_rule
from provaudit.cli.flags import (
    FINDINGS,
    OUTPUT,
    WEB,
    Baseline,
    Color,
    Config,
    Diff,
    FilesFrom,
    Format,
    Ignore,
    Isolated,
    Model,
    Offline,
    Outlets,
    Output,
    Paths,
    Publisher,
    Quiet,
    Select,
    StdinName,
    Verbose,
)
from provaudit.cli.groups import GROUPS

app = typer.Typer(
    name="provaudit",
    help="Follow every attribution of an article to its origin: who says so, and through how many hands.",
    epilog="Exit codes: 0 audited, 1 findings at or above --fail-on, 2 no verdict, 3 upstream unreachable "
    "(--require-upstream), 4 a bug, 130 interrupted.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _name, _group in GROUPS.items():
    app.add_typer(_group, name=_name)


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version and leave.")] = False,
) -> None:
    if version:
        from provaudit import __version__

        typer.echo(f"provaudit {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command(epilog="Example: provaudit check draft.md --offline --fail-on warning -o sarif:provaudit.sarif")
def check(
    paths: Paths = None,
    format: Format = None,  # noqa: A002  the option's name
    output: Output = None,
    offline: Offline = None,
    replay: Annotated[
        Path | None,
        typer.Option(
            help="Answer every request from this WARC file, and ask nobody.",
            rich_help_panel=WEB,
            metavar="FILE.warc.gz",
        ),
    ] = None,
    record: Annotated[
        Path | None,
        typer.Option(
            help="Write every exchange to this WARC file as evidence.", rich_help_panel=WEB, metavar="FILE.warc.gz"
        ),
    ] = None,
    outlets: Outlets = None,
    publisher: Publisher = None,
    model: Model = None,
    max_depth: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Pages above the draft. Default: 5.", rich_help_panel=WEB)
    ] = None,
    max_requests: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="Requests a draft, robots.txt too. Default: 200.", rich_help_panel=WEB),
    ] = None,
    max_seconds: Annotated[
        float | None, typer.Option(min=0, metavar="SECONDS", help="Seconds a draft. Default: 90.", rich_help_panel=WEB)
    ] = None,
    host_gap: Annotated[
        float | None,
        typer.Option(
            min=0, metavar="SECONDS", help="Seconds between two requests to one host. Default: 1.", rich_help_panel=WEB
        ),
    ] = None,
    require_upstream: Annotated[
        bool | None,
        typer.Option(
            "--require-upstream", help="Exit 3 where a chain could not be followed to its end.", rich_help_panel=WEB
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say which hosts would be asked, and ask nobody.", rich_help_panel=WEB)
    ] = False,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="SEVERITY",
            help="Exit 1 from this severity on: error, warning, info or never. Default: error.",
            rich_help_panel=FINDINGS,
        ),
    ] = None,
    select: Select = None,
    ignore: Ignore = None,
    baseline: Baseline = None,
    diff: Diff = None,
    files_from: FilesFrom = None,
    stdin_filename: StdinName = None,
    config: Config = None,
    isolated: Isolated = False,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit 0 although there are findings.", rich_help_panel=FINDINGS)
    ] = False,
    quiet: Quiet = False,
    verbose: Verbose = 0,
    color: Color = None,
    no_progress: Annotated[
        bool, typer.Option("--no-progress", help="No progress on the terminal.", rich_help_panel=OUTPUT)
    ] = False,
) -> int:
    """Audit articles: the citation chain of each claim, then findings.

    Each attribution ("according to AmericaBlog") is followed to the page it
    names, and on from there, until the chain ends at a named person, a
    document or an outlet's own reporting, or in a dead end that is said.
    """
    from provaudit.cli.check import run_check
    from provaudit.cli.request import Request

    return run_check(Request.of(locals()))


@app.command()
def extract(
    paths: Paths = None,
    format: Format = None,  # noqa: A002  the option's name
    output: Output = None,
    outlets: Outlets = None,
    publisher: Publisher = None,
    model: Model = None,
    files_from: FilesFrom = None,
    stdin_filename: StdinName = None,
    config: Config = None,
    isolated: Isolated = False,
    quiet: Quiet = False,
    verbose: Verbose = 0,
    color: Color = None,
) -> int:
    """List the attributions of articles; the network is never asked."""
    from provaudit.cli.extract import run_extract
    from provaudit.cli.request import Request

    return run_extract(Request.of(locals()))


@app.command()
def rule(
    id: Annotated[  # noqa: A002  the argument's name in the help
        str | None,
        typer.Argument(
            metavar="[RULE]", help="A rule's id or name; all rules without it.", autocompletion=complete_rule
        ),
    ] = None,
    color: Color = None,
) -> int:
    """Explain a rule: what it flags, why it matters, whose guideline, examples, what to do."""
    from provaudit.cli.manuals import run_rule

    return run_rule(id, color)


@app.command()
def outlet(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="A name, alias, handle, domain or URL.", autocompletion=complete_outlet),
    ],
    outlets: Outlets = None,
    config: Config = None,
    isolated: Isolated = False,
    color: Color = None,
) -> int:
    """Say what the registry knows of an outlet; exit 1 where it knows none of that name."""
    from provaudit.cli.manuals import run_outlet

    return run_outlet(name, outlets, config, isolated=isolated, color=color)


@app.command()
def schema(
    which: Annotated[str, typer.Argument(metavar="[NAME]", help="audit, audits or extract.")] = "audit",
) -> int:
    """Print a JSON Schema of the output."""
    from provaudit.cli.manuals import run_schema

    return run_schema(which)


@app.command(hidden=True)
def man() -> int:
    """Print the manual page, for `man -l -` to show."""
    from provaudit.cli.man import manual_page
    from provaudit.cli.outputs import write_out

    write_out(manual_page(app))
    return 0
