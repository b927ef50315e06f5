"""Promises that only a process of its own can keep: start-up, pipes, interrupts, output encodings."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.worlds import ROOT

HEAVY = (
    "httpx",
    "rich",
    "lxml",
    "trafilatura",
    "selectolax",
    "networkx",
    "mammoth",
    "markdown_it",
    "hishel",
    "warcio",
    "torch",
)


def python(*arguments, **more):
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, timeout=120, **more)


def provaudit(*arguments, **more):
    return python("-m", "provaudit", *arguments, **more)


def test_version_imports_nothing_heavy():
    code = "import sys; sys.argv = ['provaudit', '--version']; import provaudit.__main__ as m; m.main(); print(*sys.modules)"
    out = python("-c", code).stdout
    assert out.startswith("provaudit 0.")
    assert not {"typer", "provaudit.cli", "provaudit.model", *HEAVY} & set(out.split())


@pytest.mark.parametrize("command", ["check", "extract"])
def test_a_plain_offline_run_imports_no_web_and_no_extractor(desk, command):
    offline = ["--offline"] if command == "check" else []
    arguments = [command, "draft.txt", "--model", "none", "-f", "json", *offline]
    code = f"import sys; from provaudit.cli import run; run({arguments!r}); print(*sys.modules, file=sys.stderr)"
    loaded = set(python("-c", code, cwd=desk).stderr.split())
    assert "provaudit.audit.walk" in loaded
    heavy = set(HEAVY) - ({"networkx"} if command == "check" else set())
    assert not heavy & loaded


def test_the_module_and_the_verdict_run_as_a_process(desk):
    ran = provaudit("check", "--offline", "--model", "none", "vague.txt")
    assert ran.returncode == 1
    assert "PA101" in ran.stdout


def test_a_closed_pipe_is_no_failure_and_keeps_the_verdict(desk):
    command = f"{sys.executable} -m provaudit check --offline --model none vague.txt; echo code $? >&2"
    ran = subprocess.run(["bash", "-c", f"( {command} ) | true"], capture_output=True, text=True, cwd=desk, timeout=60)
    assert ran.stderr.strip().endswith("code 1")
    assert "Traceback" not in ran.stderr


def test_a_full_disk_is_one_line(desk):
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "provaudit", "check", "--offline", "--model", "none", "draft.txt"],
            stdout=full, stderr=subprocess.PIPE, text=True, cwd=desk, timeout=60,
        )  # fmt: skip
    assert ran.returncode == 2
    assert len(ran.stderr.strip().splitlines()) == 1


def test_an_interrupt_ends_in_130_without_a_traceback(desk):
    fifo = desk / "slow.txt"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [sys.executable, "-m", "provaudit", "check", "--offline", "--model", "none", "draft.txt", "slow.txt"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=desk,
    )  # fmt: skip
    writer = os.open(fifo, os.O_WRONLY)  # returns once the draft is being read
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    os.close(writer)
    assert process.returncode == 130
    assert "Traceback" not in err
    assert "Harbor Ledger" in out, "what was found so far is printed"


def test_a_closed_standard_output_is_one_line(desk):
    command = f"{sys.executable} -m provaudit check --offline --model none draft.txt >&-"
    ran = subprocess.run(["bash", "-c", command], stderr=subprocess.PIPE, text=True, cwd=desk, timeout=60)
    assert ran.returncode == 2
    assert ran.stderr.strip() == "provaudit: standard output: it is closed"


def test_a_closed_standard_output_is_no_matter_where_all_goes_to_files(desk):
    command = f"{sys.executable} -m provaudit check --offline --model none draft.txt -o json:a.json >&- 2>&-"
    assert subprocess.run(["bash", "-c", command], cwd=desk, timeout=60).returncode == 0
    assert (desk / "a.json").exists()


def test_a_terminal_that_knows_only_ascii_gets_ascii(desk):
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ran = provaudit("check", "--offline", "--model", "none", "draft.txt", cwd=desk, env=environment)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.isascii()
    assert "\\u" not in ran.stdout


@pytest.mark.parametrize("command", [("check", "--offline"), ("extract",)])
def test_a_line_of_ndjson_comes_out_as_soon_as_its_draft_ends(desk, command):
    os.mkfifo(desk / "slow.txt")
    came = threading.Event()

    def write():
        with (desk / "slow.txt").open("w") as writer:
            came.wait(20)
            writer.write("The roof leaked for years, Mayor Elena Marsh said.\n")

    threading.Thread(target=write, daemon=True).start()
    arguments = [*command, "--model", "none", "-f", "ndjson", "draft.txt", "slow.txt"]
    with subprocess.Popen(
        [sys.executable, "-m", "provaudit", *arguments],
        stdout=subprocess.PIPE, text=True, cwd=desk, env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:  # fmt: skip
        first = process.stdout.readline()
        early = process.poll() is None
        came.set()
        second = process.stdout.read()
    assert '"path": "draft.txt"' in first
    assert early, "before the second draft has a word"
    assert '"path": "slow.txt"' in second
