"""Options that several commands share, each defined once."""

from pathlib import Path
from typing import Annotated

import typer

from provaudit.cli.choices import COLORS, MODELS, complete_format, complete_rule, one_of

Format = Annotated[
    str | None,
    typer.Option("--format", "-f", help="Format on standard output.  [default: text]", autocompletion=complete_format),
]
Output = Annotated[
    list[str] | None,
    typer.Option("--output", "-o", help="Write a format to a file; repeatable.", metavar="FORMAT:FILE"),
]
Offline = Annotated[
    bool | None, typer.Option("--offline/--online", help="Read the draft alone; follow nothing, use no cache.")
]
Outlets = Annotated[
    Path | None, typer.Option(help="TOML with [[outlet]] tables, added to the registry.", metavar="FILE")
]
Publisher = Annotated[str | None, typer.Option(help="The draft's own outlet, where its metadata do not say.")]
Model = Annotated[
    str | None,
    typer.Option(help="learned, or none for the rules alone.  [default: learned]", callback=one_of("--model", MODELS)),
]
Select = Annotated[
    list[str] | None,
    typer.Option(help="Only these rules; ids or prefixes, comma list, repeatable.", autocompletion=complete_rule),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(help="Not these rules; ids or prefixes, comma list, repeatable.", autocompletion=complete_rule),
]
Baseline = Annotated[
    Path | None,
    typer.Option(help="Accepted findings.  [default: .provaudit-baseline.json where it exists]", metavar="FILE"),
]
Diff = Annotated[
    str | None, typer.Option(help="Only findings on lines changed since this git revision.", metavar="REF")
]
FilesFrom = Annotated[
    str | None, typer.Option(help="Read paths, one a line, from a file or - (standard input).", metavar="FILE|-")
]
StdinName = Annotated[str | None, typer.Option(help="What to call standard input; its suffix decides the format.")]
Config = Annotated[Path | None, typer.Option(help="Use this settings file.", metavar="FILE")]
Isolated = Annotated[bool, typer.Option("--isolated", help="Use no settings file.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Only findings and results; no notes on stderr.")]
Verbose = Annotated[
    int, typer.Option("--verbose", "-v", count=True, help="Say what is asked of whom and why; twice for more.")
]
Color = Annotated[
    str | None, typer.Option(help="auto, always or never.  [default: auto]", callback=one_of("--color", COLORS))
]
