"""Options that several commands share, each defined once."""

from pathlib import Path
from typing import Annotated

import typer

from provaudit.cli.choices import COLORS, MODELS, complete_format, complete_rule, one_of

# The panels that `check --help` sorts its options into.
OUTPUT, WEB, FINDINGS, SETTINGS = "Output", "Following sources", "Findings", "Drafts and settings"

Paths = Annotated[
    list[str] | None,
    typer.Argument(help="Files, folders, globs, URLs, or - for standard input.", metavar="[PATH|URL|-]..."),
]
Format = Annotated[
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
Output = Annotated[
    list[str] | None,
    typer.Option(
        "--output", "-o", help="Write a format to a file; repeatable.", rich_help_panel=OUTPUT, metavar="FORMAT:FILE"
    ),
]
Offline = Annotated[
    bool | None,
    typer.Option("--offline/--online", help="Read the draft alone; follow nothing, use no cache.", rich_help_panel=WEB),
]
Outlets = Annotated[
    Path | None,
    typer.Option(
        help="TOML with outlets of your own, added to the registry.", rich_help_panel=SETTINGS, metavar="FILE"
    ),
]
Publisher = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="The draft's own outlet, where its metadata do not say.", rich_help_panel=SETTINGS
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="learned, or none for the rules alone. Default: learned.",
        rich_help_panel=SETTINGS,
        callback=one_of("--model", MODELS),
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="IDS",
        help="Only these rules; ids or prefixes, comma list, repeatable.",
        rich_help_panel=FINDINGS,
        autocompletion=complete_rule,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        metavar="IDS",
        help="Not these rules; ids or prefixes, comma list, repeatable.",
        rich_help_panel=FINDINGS,
        autocompletion=complete_rule,
    ),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        help="Accepted findings. Default: .provaudit-baseline.json where it exists.",
        rich_help_panel=FINDINGS,
        metavar="FILE",
    ),
]
Diff = Annotated[
    str | None,
    typer.Option(
        help="Only findings on lines changed since this git revision.", rich_help_panel=FINDINGS, metavar="REF"
    ),
]
FilesFrom = Annotated[
    str | None,
    typer.Option(
        help="Read paths, one a line, from a file or - (standard input).", rich_help_panel=SETTINGS, metavar="FILE|-"
    ),
]
StdinName = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="What to call standard input; its suffix decides the format.", rich_help_panel=SETTINGS
    ),
]
Config = Annotated[Path | None, typer.Option(help="Use this settings file.", rich_help_panel=SETTINGS, metavar="FILE")]
Isolated = Annotated[bool, typer.Option("--isolated", help="Use no settings file.", rich_help_panel=SETTINGS)]
Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q", help="Findings and the summary alone; no chains, no notes.", rich_help_panel=OUTPUT),
]
Verbose = Annotated[
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
Color = Annotated[
    str | None,
    typer.Option(
        metavar="WHEN",
        help="auto, always or never. Default: auto.",
        rich_help_panel=OUTPUT,
        callback=one_of("--color", COLORS),
    ),
]
