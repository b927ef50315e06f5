"""The commands and their options. What they do lives in the modules beside this one."""

# The annotations of commands are read at run time, so they are not postponed.
from typing import TYPE_CHECKING, Annotated

import typer

from provaudit.cli.choices import SCHEMAS, complete_outlet, complete_rule, complete_word
from provaudit.cli.flags import takes
from provaudit.cli.groups import GROUPS

if TYPE_CHECKING:
    from provaudit.cli.request import Request

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
@takes(
    "paths format output offline replay record outlets publisher model max_depth max_requests max_seconds host_gap"
    " require_upstream dry_run fail_on select ignore baseline diff files_from stdin_filename config isolated exit_zero"
    " quiet verbose color no_progress"
)
def check(request: "Request") -> int:
    """Audit articles: the citation chain of each claim, then findings.

    Each attribution ("according to AmericaBlog") is followed to the page it
    names, and on from there, until the chain ends at a named person, a
    document or an outlet's own reporting, or in a dead end that is said.
    """
    from provaudit.cli.check import run_check

    return run_check(request)


@app.command()
@takes("paths format output outlets publisher model files_from stdin_filename config isolated quiet verbose color")
def extract(request: "Request") -> int:
    """List the attributions of articles; the network is never asked."""
    from provaudit.cli.extract import run_extract

    return run_extract(request)


@app.command()
@takes("color")
def rule(
    request: "Request",
    id: Annotated[  # noqa: A002  the argument's name in the help
        str | None,
        typer.Argument(
            metavar="[RULE]", help="A rule's id or name; all rules without it.", autocompletion=complete_rule
        ),
    ] = None,
) -> int:
    """Explain a rule: what it flags, why it matters, whose guideline, examples, what to do."""
    from provaudit.cli.manuals import run_rule

    return run_rule(id, request)


@app.command()
@takes("outlets config isolated color")
def outlet(
    request: "Request",
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="A name, alias, handle, domain or URL.", autocompletion=complete_outlet),
    ],
) -> int:
    """Say what the registry knows of an outlet; exit 1 where it knows none of that name."""
    from provaudit.cli.manuals import run_outlet

    return run_outlet(name, request)


@app.command()
def schema(
    which: Annotated[
        str,
        typer.Argument(metavar="[NAME]", help="audit, audits or extract.", autocompletion=complete_word(*SCHEMAS)),
    ] = "audit",
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
