"""The newsroom's gate: changed lines, baselines, suppressions, settings for a folder; and many drafts at once."""

import io
import json
import os
import pickle
import subprocess
from pathlib import Path

import pytest

from provaudit.cli import kept, offline

LEAK = "Media reports say the roof leaked for years before anybody looked at it.\n"
CLEAN = "The roof leaked for years, Mayor Elena Marsh said on Monday.\n"


@pytest.fixture
def repository(desk):
    def git(*arguments):
        identity = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
        subprocess.run(["git", *identity, *arguments], cwd=desk, check=True, capture_output=True)

    git("init", "-q")
    (desk / "story.txt").write_text(f"{LEAK}\n{CLEAN}", "utf-8")
    git("add", ".")
    git("commit", "-qm", "drafts")
    return desk


def test_diff_reports_changed_lines_only(repository, check):
    story = repository / "story.txt"
    story.write_text(f"{LEAK}\n{CLEAN}\nMedia reports say the wall fell, too.\n", "utf-8")
    ran = check("story.txt", "--diff", "HEAD", "-f", "json")
    assert ran.code == 1
    assert {finding["line"] for finding in json.loads(ran.out)["findings"]} == {5}


def test_diff_with_nothing_changed_passes_and_says_so(repository, check):
    ran = check("story.txt", "vague.txt", "--diff", "HEAD")
    assert ran.code == 0
    assert "nothing changed" in ran.err


def test_diff_with_nothing_changed_still_writes_the_reports_that_ci_uploads(repository, check):
    ran = check(
        "story.txt", "--diff", "HEAD", "-f", "json", "-o", "sarif:a.sarif", "-o", "junit:a.xml", "-o", "text:a.txt"
    )
    assert ran.code == 0
    assert json.loads(ran.out)["audits"] == []
    assert json.loads((repository / "a.sarif").read_text("utf-8"))["runs"][0]["results"] == []
    assert "<testsuites" in (repository / "a.xml").read_text("utf-8")
    assert not (repository / "a.txt").exists()


def test_the_shape_of_the_json_does_not_depend_on_how_many_drafts_changed(repository, check):
    (repository / "story.txt").write_text(f"{LEAK}\n{CLEAN}\n{LEAK}", "utf-8")
    ran = check("story.txt", "vague.txt", "--diff", "HEAD", "-f", "json")
    assert [audit["article"]["path"] for audit in json.loads(ran.out)["audits"]] == ["story.txt"]


def test_diff_of_an_unknown_revision_is_no_verdict(repository, check):
    assert check("story.txt", "--diff", "nowhere").code == 2


def test_a_comment_in_the_draft_switches_a_finding_off_and_keeps_it_on_record(desk, check):
    (desk / "story.md").write_text(f"<!-- provaudit: ignore[PA101] the desk knows -->\n\n{LEAK}", "utf-8")
    ran = check("story.md", "-f", "json")
    assert ran.code == 0, ran
    (suppressed,) = json.loads(ran.out)["suppressed"]
    assert (suppressed["rule"], suppressed["by"], suppressed["reason"]) == ("PA101", "inline", "the desk knows")


def test_a_suppression_that_suppresses_nothing_is_found(desk, check):
    (desk / "story.md").write_text(f"<!-- provaudit: ignore[PA101] old -->\n\n{CLEAN}", "utf-8")
    assert "PX902" in check("story.md").out


def test_settings_ignore_rules_for_some_files(desk, check):
    (desk / "provaudit.toml").write_text('per-file-ignores = { "vague.*" = ["PA101"] }\n', "utf-8")
    assert check("vague.txt").code == 0
    assert check("vague.txt", "--isolated").code == 1


def test_settings_change_a_rules_severity(desk, check):
    (desk / "provaudit.toml").write_text('severity = { PA101 = "info" }\n', "utf-8")
    assert check("vague.txt").code == 0


def many(desk, count):
    for number in range(count):
        (desk / f"d{number:02}.txt").write_text(LEAK if number % 2 else CLEAN, "utf-8")
    return [f"d{number:02}.txt" for number in range(count)]


def test_many_drafts_come_out_in_the_order_of_their_files(desk, check):
    names = many(desk, offline.WORTH_SHARING + 2)
    ran = check(*names, "-f", "ndjson")
    assert ran.code == 1
    assert [json.loads(line)["article"]["path"] for line in ran.out.splitlines()] == names


def test_many_processes_find_what_one_finds(desk, check, monkeypatch):
    names = many(desk, offline.WORTH_SHARING)
    shared = check(*names, "-f", "json").out
    monkeypatch.setattr(offline, "WORTH_SHARING", 1000)
    monkeypatch.setenv("XDG_CACHE_HOME", str(desk / "elsewhere"))
    assert check(*names, "-f", "json").out == shared


def test_an_unchanged_draft_is_not_read_twice(desk, check, monkeypatch):
    first = check("draft.txt", "vague.txt", "-f", "json").out
    monkeypatch.setattr("provaudit.cli.run.audit", None)  # calling it would fail
    assert check("draft.txt", "vague.txt", "-f", "json").out == first


@pytest.mark.parametrize("change", ["text", "rules", "publisher"])
def test_a_changed_draft_or_setting_is_read_anew(desk, check, change):
    first = check("draft.txt", "vague.txt", "-f", "json").out
    more = {"text": [], "rules": ["--ignore", "PA101"], "publisher": ["--publisher", "Harbor Ledger"]}[change]
    if change == "text":
        (desk / "draft.txt").write_text(CLEAN, "utf-8")
    assert check("draft.txt", "vague.txt", "-f", "json", *more).out != first


def test_a_damaged_or_hostile_kept_audit_is_not_believed(desk, check, tmp_path):
    first = check("draft.txt", "vague.txt", "-f", "json").out
    files = [path for path in Path(os.environ["XDG_CACHE_HOME"]).rglob("audits/*/*") if path.is_file()]
    assert files
    for number, path in enumerate(files):
        path.write_bytes(b"cos\nsystem\n(S'touch stolen'\ntR." if number % 2 else b"\x80\x05 torn")
    assert check("draft.txt", "vague.txt", "-f", "json").out == first
    assert not (desk / "stolen").exists()


def test_only_values_of_the_model_are_read_back():
    for value in (print, subprocess.Popen, json.JSONEncoder()):
        with pytest.raises(pickle.UnpicklingError):
            kept._Unpickler(io.BytesIO(pickle.dumps(value))).load()


def test_upstream_trouble_fails_no_draft_but_a_run_that_requires_upstream():
    from dataclasses import replace

    from provaudit.cli.gate import verdict
    from provaudit.cli.request import Request
    from provaudit.config import Settings
    from tests.worlds import replayed

    audit = replayed("harbor")
    trouble = [finding for finding in audit.findings if finding.rule == "PX901"]
    assert trouble
    audit = replace(audit, findings=tuple(trouble))
    assert verdict([audit], 0, Request(Settings(fail_on="info"))) == 0
    assert verdict([audit], 0, Request(Settings(fail_on="info", require_upstream=True))) == 3
    assert verdict([audit], 1, Request(Settings(require_upstream=True))) == 2
