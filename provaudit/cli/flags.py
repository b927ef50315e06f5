"""Every option there is, defined once, and how a command takes some of them."""

# The annotations of options are read at run time, so they are not postponed.
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Concatenate, get_args

import typer

from provaudit.cli.choices import (
    COLORS,
    MODELS,
    SEVERITIES,
    complete_format,
    complete_output,
    complete_rule,
    complete_word,
    one_of,
    seconds,
)

if TYPE_CHECKING:
    from provaudit.cli.request import Request

# The panels that `check --help` sorts its options into.
OUTPUT, WEB, FINDINGS, SETTINGS = "Output", "Following sources", "Findings", "Drafts and settings"


def takes(names: str) -> Callable[[Callable[Concatenate["Request", ...], int]], Callable[..., int]]:
    """Give a command these options, in the order of its help: it is called with the Request that they make.

    What else the command takes stays as it is, before the options. A command without `config` reads no settings file.
    """

    def command(run: Callable[Concatenate["Request", ...], int]) -> Callable[..., int]:
        _, *own = inspect.signature(run).parameters.values()

        def called(**values: Any) -> int:  # noqa: ANN401  whatever the options hold
            from provaudit.cli.request import Request

            mine = {parameter.name: values.pop(parameter.name) for parameter in own}
            return run(Request.of({"isolated": "config" not in values, **values}), **mine)

        called.__doc__, called.__module__ = _unwrapped(run.__doc__), run.__module__
        called.__name__ = called.__qualname__ = run.__name__
        taken = [
            *(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own),
            *map(_parameter, names.split()),
        ]
        called.__signature__ = inspect.Signature(taken)  # type: ignore[attr-defined]  # what typer reads
        return called

    return command


def _unwrapped(doc: str | None) -> str:
    """The paragraphs without the line ends of the source, which are not where the reader's terminal ends."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in (doc or "").split("\n\n"))


def _parameter(name: str) -> inspect.Parameter:
    """One option as a parameter: a switch is off and a count is 0 unless given, all else is None."""
    annotation = inspect.get_annotations(Flags)[name]
    kind = get_args(annotation)[0]
    default = kind() if kind in (bool, int) else None
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


class Flags:
    """The options by the names of their values. None says that an option was not given, so that a setting holds."""

    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Files, folders, globs, URLs, or - for standard input.", metavar="[PATH|URL|-]..."),
    ]

    # --- Output

    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="Format on standard output. Default: text.",
            rich_help_panel=OUTPUT,
            autocompletion=complete_format,
        ),
    ]
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FORMAT:FILE",
            help="Write a format to a file; repeatable.",
            rich_help_panel=OUTPUT,
            autocompletion=complete_output,
        ),
    ]
    quiet: Annotated[
        bool,
        typer.Option(
            "--quiet", "-q", help="Findings and the summary alone; no chains, no notes.", rich_help_panel=OUTPUT
        ),
    ]
    verbose: Annotated[
        int,
        typer.Option(
            "--verbose",
            "-v",
            count=True,
            show_default=False,
            metavar="",
            help="Say what is asked of whom and why; twice for more.",
            rich_help_panel=OUTPUT,
        ),
    ]
    color: Annotated[
        str | None,
        typer.Option(
            metavar="WHEN",
            help="auto, always or never. Default: auto.",
            rich_help_panel=OUTPUT,
            callback=one_of("--color", COLORS),
            autocompletion=complete_word(*COLORS),
        ),
    ]
    no_progress: Annotated[
        bool, typer.Option("--no-progress", help="No progress on the terminal.", rich_help_panel=OUTPUT)
    ]

    # --- Following sources

    offline: Annotated[
        bool | None,
        typer.Option(
            "--offline/--online", help="Read the draft alone; follow nothing, use no cache.", rich_help_panel=WEB
        ),
    ]
    replay: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.warc.gz",
            help="Answer every request from this WARC file, and ask nobody.",
            rich_help_panel=WEB,
        ),
    ]
    record: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.warc.gz", help="Write every exchange to this WARC file as evidence.", rich_help_panel=WEB
        ),
    ]
    max_depth: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Pages above the draft. Default: 5.", rich_help_panel=WEB)
    ]
    max_requests: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="Requests a draft, robots.txt too. Default: 200.", rich_help_panel=WEB),
    ]
    max_seconds: Annotated[
        float | None,
        typer.Option(
            min=0,
            metavar="SECONDS",
            help="Seconds a draft. Default: 90.",
            rich_help_panel=WEB,
            callback=seconds("--max-seconds"),
        ),
    ]
    host_gap: Annotated[
        float | None,
        typer.Option(
            min=0,
            metavar="SECONDS",
            help="Seconds between two requests to one host. Default: 1.",
            rich_help_panel=WEB,
            callback=seconds("--host-gap"),
        ),
    ]
    require_upstream: Annotated[
        bool | None,
        typer.Option(
            "--require-upstream", help="Exit 3 where a chain could not be followed to its end.", rich_help_panel=WEB
        ),
    ]
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say which hosts would be asked, and ask nobody.", rich_help_panel=WEB)
    ]

    # --- Findings

    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="SEVERITY",
            help="Exit 1 from this severity on: error, warning, info or never. Default: error.",
            rich_help_panel=FINDINGS,
            autocompletion=complete_word(*SEVERITIES),
        ),
    ]
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="IDS",
            help="Only these rules; ids or prefixes, comma list, repeatable.",
            rich_help_panel=FINDINGS,
            autocompletion=complete_rule,
        ),
    ]
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            metavar="IDS",
            help="Not these rules; ids or prefixes, comma list, repeatable.",
            rich_help_panel=FINDINGS,
            autocompletion=complete_rule,
        ),
    ]
    baseline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Accepted findings. Default: .provaudit-baseline.json where it exists.",
            rich_help_panel=FINDINGS,
        ),
    ]
    diff: Annotated[
        str | None,
        typer.Option(
            metavar="REF", help="Only findings on lines changed since this git revision.", rich_help_panel=FINDINGS
        ),
    ]
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit 0 although there are findings.", rich_help_panel=FINDINGS)
    ]

    # --- Drafts and settings

    outlets: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="TOML with outlets of your own, added to the registry.", rich_help_panel=SETTINGS
        ),
    ]
    publisher: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="The draft's own outlet, where its metadata do not say.", rich_help_panel=SETTINGS
        ),
    ]
    model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="learned, or none for the rules alone. Default: learned.",
            rich_help_panel=SETTINGS,
            callback=one_of("--model", MODELS),
            autocompletion=complete_word(*MODELS),
        ),
    ]
    files_from: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|-",
            help="Read paths, one a line, from a file or - (standard input).",
            rich_help_panel=SETTINGS,
        ),
    ]
    stdin_filename: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="What to call standard input; its suffix decides the format.", rich_help_panel=SETTINGS
        ),
    ]
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this settings file.", rich_help_panel=SETTINGS)
    ]
    isolated: Annotated[bool, typer.Option("--isolated", help="Use no settings file.", rich_help_panel=SETTINGS)]
