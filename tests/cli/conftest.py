"""Drafts of our own, and a way to run the command line in this process."""

import io
import sys

import pytest

from provaudit.cli import run

DRAFT = """Council Closes Library For A Year

By Ida Wren

The library on Mill Street will close for a year, Mayor Elena Marsh said on Monday.

Repairs to the roof will cost 2.4 million dollars, according to the Harbor Ledger, and the council has not said who pays.

"We looked for another way and did not find one," Marsh told reporters at the town hall.
"""

VAGUE = """Library Roof Was Known To Leak

The roof of the library on Mill Street had leaked for years, media reports say.
"""


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with two drafts, which is also where the command runs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
    (tmp_path / "vague.txt").write_text(VAGUE, "utf-8")
    return tmp_path


class Ran:
    """What one command line did."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    def __repr__(self):
        return f"exit {self.code}\n--- out\n{self.out}\n--- err\n{self.err}"


@pytest.fixture
def provaudit(capsys, monkeypatch):
    """Run a command line with the rules alone, offline; `stdin` is what it reads."""

    def ran(*arguments, stdin=None):
        if stdin is not None:
            data = stdin if isinstance(stdin, bytes) else stdin.encode()
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        code = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return ran


@pytest.fixture
def check(provaudit):
    def ran(*arguments, **more):
        return provaudit("check", "--offline", "--model", "none", *arguments, **more)

    return ran
