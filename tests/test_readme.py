"""The README says what is so: its tables are made from the code, and its commands are those that are run."""

import re
import shlex
from pathlib import Path

import pytest

from provaudit.cli.app import app
from provaudit.cli.man import manual_page
from provaudit.config import SETTINGS
from provaudit.render import FORMATS, render
from provaudit.render.options import RenderOptions
from provaudit.rules import RULES
from tests.worlds import replayed

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SHOWN_CLAIMS = 4  # in the README; the whole view would fill a page


def rules_table():
    rows = [f"| {rule.id} | {rule.name} | {rule.severity}·{rule.scope} | {rule.manual.summary} |" for rule in RULES]
    return "\n".join(["| id | name | severity | flags |", "|---|---|---|---|", *rows])


def view():
    text = render("text", [replayed("harbor")], options=RenderOptions(width=100))
    head, _, rest = text.partition("findings, the gravest first")
    claims = head.rstrip().split("\n\n")
    summary = re.search(r"^\d+ claims:.*?(?=\n\n|\Z)", rest, re.MULTILINE | re.DOTALL).group()
    shown = [claims[0], claims[1], *claims[4 : 4 + SHOWN_CLAIMS], "    …", summary]
    return "```text\n" + "\n\n".join(shown).rstrip() + "\n```"


def formats():
    return ", ".join(f"`{name}`" for name in FORMATS) + "."


BLOCKS = {"rules": rules_table, "view": view, "formats": formats}


@pytest.mark.parametrize("name", BLOCKS)
def test_the_readmes_blocks_are_made_from_the_code(name, request):
    """`--remake-goldens` writes them anew."""
    text = README.read_text("utf-8")
    block = re.compile(rf"(<!-- {name} -->\n)(.*?)(\n?<!-- /{name} -->)", re.DOTALL)
    made = BLOCKS[name]()
    if request.config.getoption("--remake-goldens"):
        text = block.sub(lambda _: f"<!-- {name} -->\n{made}\n<!-- /{name} -->", text)
        README.write_text(text, "utf-8")
    assert block.search(text).group(2) == made


def test_ci_runs_the_very_test_command_of_the_readme():
    command = next(line for line in README.read_text("utf-8").splitlines() if line.endswith("-m pytest -n auto"))
    assert command in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_the_readmes_options_exist():
    page = manual_page(app).replace("\\-", "-")
    shown = re.findall(r"^provaudit (.+)$", README.read_text("utf-8"), re.MULTILINE)
    assert len(shown) > 5
    for line in shown:
        command = re.split(r"\s#|\s\|", line)[0]
        for word in shlex.split(command):
            if word.startswith("-") and word != "-":
                assert f"\\fB{word}\\fR" in page or word in ("--version", "--install-completion"), line


def test_the_readme_names_no_setting_that_does_not_exist():
    keys = {setting.key for setting in SETTINGS}
    assert "per-file-ignores" in keys
    assert "per-file-ignores" in README.read_text("utf-8")


def test_the_changelog_names_the_version_or_is_unreleased():
    from provaudit import __version__

    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f"[{__version__}]" in changelog or "[Unreleased]" in changelog
