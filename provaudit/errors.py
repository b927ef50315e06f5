"""Failures that stop an audit of one input, or the whole run.

    ProvauditError
    ├── UsageError      an option, a config key or a rule that does not exist       exit 2
    ├── InputError      a draft that cannot be audited (missing, binary, empty …)   exit 2
    └── OutputError     a report or evidence file that cannot be written            exit 2

What the web does is never one of these: it is a value (see `provaudit.model.Outcome`).
"""


class ProvauditError(Exception):
    """A failure said in one line: what happened, and what to do next."""

    exit_code = 2


class UsageError(ProvauditError):
    """The command line or the settings ask for something that does not exist."""


class InputError(ProvauditError):
    """One input cannot be audited; the others still are."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class OutputError(ProvauditError):
    """A report, a baseline or an evidence file cannot be written."""
