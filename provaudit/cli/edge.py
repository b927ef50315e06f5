"""The edge of the program: every failure becomes one line on stderr and the right exit code."""

from __future__ import annotations

import codecs
import os
import re
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from provaudit.errors import ProvauditError

NO_VERDICT = 2
BUG = 4
INTERRUPTED = 130
REPORT = "please report it, with the command you ran, to the maintainers of provaudit"


def run(arguments: Sequence[str]) -> int:
    """Run one command line; the exit code. Nothing but SystemExit of the interpreter itself gets past here."""
    from provaudit.cli.app import app

    _plain_streams()
    try:
        code = app(args=list(arguments), prog_name="provaudit", standalone_mode=False)
    except KeyboardInterrupt:
        _say("interrupted")
        return INTERRUPTED
    except ProvauditError as error:
        # One line each; a settings file's errors bring the lines they point at, indented.
        _print(re.sub(r"(?m)^(?=\S)", "provaudit: ", str(error)))
        return error.exit_code
    except Exception as error:  # noqa: BLE001  the last edge: a bug is one line, too
        return _said_by_typer(error) or _bug(error, arguments)
    return code if isinstance(code, int) else 0


_PLAINER = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "--", "\u00a0": " ", "·": "-"}
)


def _plain_streams() -> None:
    """What a terminal cannot show is put plainly or escaped, never an error; a closed stream takes no writing."""
    # A stream that was closed before we began is None; one that only reads refuses what is written to it.
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  it lasts as long as we do
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    codecs.register_error("provaudit-plain", _put_plainly)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="provaudit-plain")


def _put_plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    plain = error.object[error.start : error.end].translate(_PLAINER)
    return plain.encode("ascii", "backslashreplace").decode("ascii"), error.end


def _said_by_typer(error: Exception) -> int | None:
    """The exit code of a usage error, said in one line; None where the error is none of typer's.

    typer carries a parser of its own, whose exceptions have no public name; they are known by their method.
    """
    if type(error).__name__ == "NoArgsIsHelpError":
        return NO_VERDICT  # the help is printed; nothing was checked
    if type(error).__name__ == "Abort":
        _say("aborted")
        return INTERRUPTED
    message = getattr(error, "format_message", None)
    if message is None:
        return None
    context = getattr(error, "ctx", None)
    command = getattr(context, "command_path", None) or "provaudit"
    _say(f"{str(message()).rstrip('.')} (see {command} --help)")
    return NO_VERDICT


def _bug(error: Exception, arguments: Sequence[str]) -> int:
    if {"-v", "-vv", "--verbose"} & set(arguments):
        traceback.print_exception(error)
    _say(f"a bug in provaudit: {type(error).__name__}: {error}; {REPORT} (-v shows the traceback)")
    return BUG


def _say(line: str) -> None:
    _print(f"provaudit: {' '.join(line.split())}")


def _print(lines: str) -> None:
    from provaudit.render.inert import inert_lines

    # A message may hold the name of a file, and whoever named it may have meant the terminal to obey it.
    print(inert_lines(lines), file=sys.stderr)  # noqa: T201  the edge speaks
