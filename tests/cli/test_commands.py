"""The small commands."""

import json
import os
import subprocess
import sys

import pytest


def test_extract_prints_attributions_and_asks_no_network(desk, provaudit):
    ran = provaudit("extract", "--model", "none", "draft.txt", "-f", "json")
    extract = json.loads(ran.out)
    assert ran.code == 0
    assert extract["schema"] == "provaudit/extract/1"
    assert "claims" not in extract
    assert any(entry["source"]["text"] == "the Harbor Ledger" for entry in extract["attributions"] if entry["source"])


def test_extract_of_nothing_is_no_verdict(desk, provaudit):
    ran = provaudit("extract", "gone.txt")
    assert (ran.code, ran.out) == (2, "")


def test_rule_lists_all_and_explains_one(provaudit):
    assert "PS301" in provaudit("rule").out
    by_id, by_name = provaudit("rule", "ps301"), provaudit("rule", "second-hand-only")
    assert by_id.code == 0
    assert "Guideline" in by_id.out
    assert by_id.out == by_name.out


def test_an_unknown_rule_is_one_line(provaudit):
    ran = provaudit("rule", "PZ000")
    assert ran.code == 2
    assert len(ran.err.strip().splitlines()) == 1


def test_outlet_knows_names_aliases_handles_and_domains(provaudit):
    for name in ("Politico", "politico.com", "@politico"):
        ran = provaudit("outlet", name)
        assert ran.code == 0, ran
        assert "politico.com" in ran.out


def test_an_outlet_nobody_knows_is_said(provaudit):
    ran = provaudit("outlet", "The Zembla Intelligencer")
    assert ran.code == 1
    assert "Zembla" in ran.out + ran.err


@pytest.mark.parametrize("which", ["audit", "audits", "extract"])
def test_schemas_are_printed(provaudit, which):
    assert json.loads(provaudit("schema", which).out)["$schema"].startswith("https://json-schema.org/")


def test_an_unknown_schema_is_one_line(provaudit):
    ran = provaudit("schema", "nonsense")
    assert ran.code == 2
    assert len(ran.err.strip().splitlines()) == 1


def test_config_init_writes_a_file_that_is_read_and_overwrites_none(desk, provaudit):
    assert provaudit("config", "init").code == 0
    assert provaudit("config", "show").code == 0
    again = provaudit("config", "init")
    assert again.code == 2
    assert "exists" in again.err


def test_a_baseline_accepts_old_findings_and_fails_new_ones(desk, provaudit, check):
    wrote = provaudit("baseline", "write", "--offline", "--model", "none", "vague.txt")
    assert wrote.code == 0, wrote
    assert "accepted" in wrote.out
    assert check("vague.txt").code == 0
    (desk / "vague.txt").write_text(
        "Some reports say that the lamp fell.\n\nMedia reports say the roof fell.\n", "utf-8"
    )
    assert check("vague.txt").code == 1


def test_a_pruned_baseline_accepts_nothing_new(desk, provaudit, check):
    provaudit("baseline", "write", "--offline", "--model", "none", "vague.txt")
    (desk / "vague.txt").write_text("Media reports say the roof fell in the night, and nobody was hurt.\n", "utf-8")
    pruned = provaudit("baseline", "prune", "--offline", "--model", "none", "vague.txt")
    assert "dropped" in pruned.out
    assert check("vague.txt").code == 1


@pytest.mark.parametrize("action", ["write", "prune"])
def test_a_baseline_stays_as_it_is_where_no_draft_could_be_read(desk, provaudit, action):
    ran = provaudit("baseline", action, "--offline", "--model", "none", "gone.txt")
    assert (ran.code, ran.out) == (2, "")
    assert not (desk / ".provaudit-baseline.json").exists()


def test_help_teaches_every_command(provaudit):
    for command in ("check", "extract", "rule", "outlet", "schema", "baseline", "config", "cache"):
        ran = provaudit(command, "--help")
        assert ran.code == 0
        assert "--help" in ran.out


@pytest.mark.parametrize("command", [("rule", "PA101"), ("config", "schema"), ("schema",), ("rule", "--help")])
def test_a_command_that_takes_no_settings_is_not_stopped_by_a_broken_file(desk, provaudit, command):
    (desk / "provaudit.toml").write_text("nonsense", "utf-8")
    assert provaudit(*command).code == 0


def test_a_command_that_takes_settings_is_stopped_by_a_broken_file(desk, provaudit):
    (desk / "provaudit.toml").write_text("nonsense", "utf-8")
    assert provaudit("outlet", "Politico").code == 2
    assert provaudit("outlet", "Politico", "--isolated").code == 0


def test_baseline_takes_the_options_of_check(provaudit):
    def options(*command):
        return {word for word in provaudit(*command, "--help").out.split() if word.startswith("--")}

    assert options("baseline", "write") == options("baseline", "prune") < options("check")
    assert options("extract") < options("check")


def test_cache_info_and_clean_work_without_a_cache(desk, provaudit):
    assert provaudit("cache", "info").code == 0
    assert provaudit("cache", "clean").code == 0


def test_a_cleaned_cache_keeps_no_audit(desk, provaudit, check, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(desk / "cache"))
    check("draft.txt", "vague.txt")
    assert "audits  2 of drafts" in provaudit("cache", "info").out
    assert "dropped audits  2" in provaudit("cache", "clean").out
    assert "audits  0 of drafts" in provaudit("cache", "info").out


@pytest.mark.parametrize("command", [(), ("baseline",), ("config",), ("cache",)])
def test_a_bare_command_prints_its_help_and_passes_nothing(provaudit, command):
    ran = provaudit(*command)
    assert ran.code == 2
    assert "Usage" in ran.out + ran.err
    assert "provaudit: " not in ran.err


def test_completion_is_offered_for_formats_rules_and_outlets():
    from provaudit.cli import choices

    assert "sarif" in choices.complete_format("sa")
    assert ("PS301", "second-hand-only") in choices.complete_rule("PS30")
    assert ("ps301", "second-hand-only") in choices.complete_rule("ps30")
    assert "Politico" in choices.complete_outlet("polit")
    assert list(choices.complete_format("zzz")) == []


def test_the_manual_page_is_made_from_the_help(provaudit):
    page = provaudit("man").out
    assert page.startswith(".TH PROVAUDIT 1")
    assert "\\fB\\-\\-fail\\-on\\fR" in page
    assert ".SS provaudit baseline write" in page


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("check -f sa", ["sarif"]),
        ("check -o gith", ["github:"]),
        ("extract -f ", ["text", "json", "ndjson"]),
        ("rule ps30", ["ps301", "ps302", "ps303", "ps304", "ps305", "ps306", "ps307"]),
        ("check --select PC50", ["PC501", "PC502", "PC503"]),
        ("check --fail-on ", ["error", "warning", "info", "never"]),
        ("check --color a", ["auto", "always"]),
        ("check --model ", ["learned", "none"]),
        ("schema audit", ["audit", "audits"]),
        ("check --files", ["--files-from"]),
        ("outlet PolitiFa", ["PolitiFact"]),
    ],
)
def test_a_shell_is_offered_what_may_be_typed(typed, offered):
    words = ["provaudit", *typed.split(" ")]
    asked = {"COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1), "_PROVAUDIT_COMPLETE": "complete_bash"}
    ran = subprocess.run(
        [sys.executable, "-m", "provaudit"], env={**os.environ, **asked}, capture_output=True, text=True, timeout=60
    )
    assert set(offered) <= set(ran.stdout.split("\n"))
    assert len(ran.stdout.split("\n")) <= len(offered) + 3, ran.stdout


@pytest.mark.parametrize(
    ("variables", "colourful"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_the_environment_may_ask_for_colours_and_forbid_them(desk, check, monkeypatch, variables, colourful):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in check("vague.txt").out) is colourful
    assert "\x1b[" not in check("vague.txt", "--color", "never").out
    check("vague.txt", "-o", "text:out.txt")
    assert "\x1b[" not in (desk / "out.txt").read_text("utf-8")


def test_help_is_wrapped_where_the_terminal_ends_and_nowhere_else(provaudit, monkeypatch):
    monkeypatch.setattr("typer.rich_utils.MAX_WIDTH", 60)
    lines = [line.strip() for line in provaudit("check", "--help").out.splitlines()]
    start = next(at for at, line in enumerate(lines) if line.startswith("Each attribution"))
    told = lines[start : lines.index("", start)]
    assert all(len(line) > 40 for line in told[:-1]), told
