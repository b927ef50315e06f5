"""What reading plain text and Markdown must not cost: no HTML extractor, no parser that is not needed."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
HEAVY = (
    "selectolax",
    "trafilatura",
    "readability",
    "htmldate",
    "lxml",
    "mammoth",
    "charset_normalizer",
    "defusedxml",
    "httpx",
    "rich",
)
SCRIPT = """
import sys
from provaudit.read import read_bytes
read_bytes({data!r}, name={name!r})
print(",".join(sorted(name for name in sys.modules if "." not in name)))
"""


def imported(data, name):
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(data=data, name=name)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return set(run.stdout.strip().split(","))


def test_plain_text_imports_nothing_but_itself():
    assert not imported("“No,” he said.\n".encode(), "a.txt") & {*HEAVY, "markdown_it"}


def test_markdown_imports_no_html_extractor():
    modules = imported(b"# Pier\n\nThe board met.\n", "a.md")
    assert "markdown_it" in modules
    assert not modules & set(HEAVY)


@pytest.mark.parametrize("name", ["a.html"])
def test_the_guard_can_fail(name):
    page = b"<html><body><article><p>The board met on Tuesday and sold the pier, he said to the paper.</p></article></body></html>"
    assert "selectolax" in imported(page, name)
