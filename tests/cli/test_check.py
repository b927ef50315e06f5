"""`provaudit check`: verdicts, outputs, bad input. One clear line and the right exit code, whatever comes."""

import json

import pytest


def one_line(ran, *words):
    lines = ran.err.strip().splitlines()
    assert len(lines) == 1, ran
    assert lines[0].startswith("provaudit: ")
    for word in words:
        assert word in lines[0], ran
    return True


def test_a_clean_draft_passes(desk, check):
    ran = check("draft.txt")
    assert ran.code == 0, ran
    assert "Harbor Ledger" in ran.out
    assert "second-hand" in ran.out
    assert ran.err == ""


def test_findings_at_the_threshold_fail(desk, check):
    ran = check("vague.txt")
    assert ran.code == 1, ran
    assert "PA101" in ran.out


def test_exit_zero_turns_findings_into_a_pass_and_nothing_else(desk, check):
    assert check("vague.txt", "--exit-zero").code == 0
    assert check("gone.txt", "--exit-zero").code == 2


def test_fail_on_never_passes_findings(desk, check):
    assert check("vague.txt", "--fail-on", "never").code == 0


def test_ignoring_a_rule_silences_it(desk, check):
    ran = check("vague.txt", "--ignore", "pa101")
    assert ran.code == 0, ran
    assert "PA101" not in ran.out


def test_selecting_by_prefix_keeps_a_family(desk, check):
    assert "PA101" in check("vague.txt", "--select", "PA").out
    assert "PA101" not in check("vague.txt", "--select", "PN,PS").out


def test_the_json_is_one_audit_for_one_draft_and_audits_for_several(desk, check):
    one = json.loads(check("draft.txt", "-f", "json").out)
    assert one["schema"] == "provaudit/audit/1"
    assert one["article"]["path"] == "draft.txt"
    several = json.loads(check("draft.txt", "vague.txt", "-f", "json").out)
    assert several["schema"] == "provaudit/audits/1"
    assert [audit["article"]["path"] for audit in several["audits"]] == ["draft.txt", "vague.txt"]


def test_every_offset_of_the_json_reads_back_its_words(desk, check):
    audit = json.loads(check("draft.txt", "-f", "json").out)
    text = audit["article"]["text"]
    mentions = [
        entry[role]
        for entry in audit["attributions"]
        for role in ("source", "cue", "venue", "content")
        if entry[role] is not None
    ]
    assert mentions
    for mention in (*mentions, *audit["claims"]):
        assert " … ".join(text[start:end] for start, end in mention["spans"]) == mention["text"]


def test_ndjson_gives_a_line_for_each_draft(desk, check):
    lines = check("draft.txt", "vague.txt", "-f", "ndjson").out.splitlines()
    assert [json.loads(line)["article"]["path"] for line in lines] == ["draft.txt", "vague.txt"]


def test_outputs_go_to_files_and_leave_standard_output_alone(desk, check):
    ran = check("draft.txt", "-o", "json:audit.json", "-o", "text:audit.txt")
    assert ran.out == ""
    assert json.loads((desk / "audit.json").read_text("utf-8"))["schema"] == "provaudit/audit/1"
    assert "Harbor Ledger" in (desk / "audit.txt").read_text("utf-8")


def test_a_format_and_an_output_together_give_both(desk, check):
    ran = check("draft.txt", "-f", "ndjson", "-o", "json:audit.json")
    assert json.loads(ran.out)["schema"] == "provaudit/audit/1"
    assert (desk / "audit.json").exists()


def test_no_half_written_file_is_left(desk, check):
    check("draft.txt", "-o", "json:audit.json")
    assert sorted(path.name for path in desk.iterdir()) == ["audit.json", "draft.txt", "vague.txt"]


def test_a_missing_file_is_one_line_and_no_verdict(desk, check):
    ran = check("gone.txt")
    assert ran.code == 2
    assert one_line(ran, "gone.txt", "no such file")
    assert ran.out == ""


def test_good_drafts_beside_a_bad_one_are_still_printed(desk, check):
    ran = check("gone.txt", "vague.txt")
    assert ran.code == 2
    assert "PA101" in ran.out
    assert one_line(ran, "gone.txt")


def test_json_names_the_inputs_that_failed(desk, check):
    ran = check("gone.txt", "draft.txt", "-f", "json")
    assert json.loads(ran.out)["errors"][0]["path"] == "gone.txt"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "blank.txt"),
        ("binary.txt", b"\x7fELF\x00\x00\x00 words", "binary"),
        ("torn.docx", b"PK\x03\x04 not a document", "torn.docx"),
        ("torn.json", b"{", "torn.json"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_no_verdict(desk, check, name, data, words):
    (desk / name).write_bytes(data)
    ran = check(name)
    assert ran.code == 2, ran
    assert one_line(ran, name, words)
    assert ran.out == ""


def test_an_oversized_draft_is_refused(desk, check):
    (desk / "huge.txt").write_bytes(b"word " * 2_100_000)
    ran = check("huge.txt")
    assert ran.code == 2
    assert one_line(ran, "huge.txt", "max-size")


def test_a_folder_is_searched(desk, check):
    ran = check(".")
    assert ran.code == 1
    assert "draft.txt" in ran.out
    assert "vague.txt" in ran.out


def test_an_empty_folder_never_passes(desk, check):
    (desk / "nothing").mkdir()
    ran = check("nothing")
    assert ran.code == 2
    assert one_line(ran, "nothing", "no drafts")


def test_nothing_named_is_a_usage_error(desk, check):
    ran = check()
    assert ran.code == 2
    assert one_line(ran, "nothing to check")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--nonsense", "draft.txt"), "--nonsense"),
        (("draft.txt", "-f", "yaml"), "yaml"),
        (("draft.txt", "-o", "json"), "FORMAT:FILE"),
        (("draft.txt", "-o", "json:no/such/folder/x.json"), "no such folder"),
        (("draft.txt", "-o", "json:."), "folder"),
        (("draft.txt", "--fail-on", "panic"), "panic"),
        (("draft.txt", "--select", "ZZ999"), "ZZ999"),
        (("draft.txt", "--select", "ZZ9,PN2,YY8", "--ignore", "XX7"), "'ZZ9' or 'YY8' or 'XX7'"),
        (("draft.txt", "--max-depth", "many"), "max-depth"),
        (("draft.txt", "--max-seconds", "nan"), "--max-seconds takes a number of seconds"),
        (("draft.txt", "--host-gap", "inf"), "--host-gap takes a number of seconds"),
        (("draft.txt", "--host-gap", "-1"), "--host-gap"),
        (("draft.txt", "--color", "pink"), "pink"),
        (("draft.txt", "--record", "x.warc.gz"), "--offline"),
        (("draft.txt", "--baseline", "gone.json"), "gone.json"),
        (("draft.txt", "--config", "gone.toml"), "gone.toml"),
        (("draft.txt", "--outlets", "gone.toml"), "gone.toml"),
        (("draft.txt", "--files-from", "gone.list"), "gone.list"),
    ],
)
def test_a_wrong_option_is_one_line_and_code_2(desk, check, arguments, words):
    ran = check(*arguments)
    assert ran.code == 2, ran
    assert one_line(ran, words)
    assert ran.out == ""


def test_an_unknown_command_is_one_line_and_code_2(desk, provaudit):
    ran = provaudit("chekc", "draft.txt")
    assert ran.code == 2
    assert one_line(ran, "chekc")


def test_an_unknown_setting_points_at_its_line(desk, check):
    (desk / "provaudit.toml").write_text('fail-onn = "error"\n', "utf-8")
    ran = check("draft.txt")
    assert ran.code == 2
    assert ran.err.startswith("provaudit: ")
    assert "provaudit.toml:1" in ran.err
    assert "fail-on" in ran.err
    assert "^" in ran.err


def test_every_wrong_setting_is_a_line_that_begins_with_our_name(desk, check):
    (desk / "provaudit.toml").write_text('fail-onn = "error"\nmax-depth = "deep"\n', "utf-8")
    ran = check("draft.txt")
    assert ran.code == 2
    said = [line for line in ran.err.splitlines() if not line.startswith(" ")]
    assert [line.split(" ")[:2] for line in said] == [
        ["provaudit:", "provaudit.toml:1:1:"],
        ["provaudit:", "provaudit.toml:2:14:"],
    ]


def test_a_list_of_paths_that_cannot_be_read_says_why(desk, check):
    assert check("--files-from", "nope").err == "provaudit: --files-from: nope: no such file\n"
    assert check("--files-from", ".").err == "provaudit: --files-from: .: is a directory\n"
    (desk / "list").write_bytes(b"caf\xe9.txt\n")
    assert one_line(check("--files-from", "list"), "--files-from: list", "UTF-8")


def test_nothing_is_required_of_an_upstream_that_is_not_asked(desk, check, provaudit):
    ran = check("draft.txt", "--require-upstream")
    assert (ran.code, ran.out) == (2, "")
    assert one_line(ran, "--offline", "--require-upstream")
    (desk / "provaudit.toml").write_text("offline = true\nrequire-upstream = true\n", "utf-8")
    assert one_line(provaudit("check", "draft.txt"), "`offline` of", "provaudit.toml", "`require-upstream` of")


def test_offline_lifts_what_a_settings_file_requires_of_upstream(desk, check, provaudit):
    (desk / "provaudit.toml").write_text("require-upstream = true\n", "utf-8")
    ran = check("draft.txt")
    assert (ran.code, ran.err) == (0, ""), ran
    assert provaudit("extract", "draft.txt", "--model", "none").code == 0


def test_settings_that_contradict_each_other_can_still_be_shown(desk, provaudit):
    (desk / "provaudit.toml").write_text("offline = true\nrequire-upstream = true\n", "utf-8")
    ran = provaudit("config", "show")
    assert ran.code == 0
    assert "require-upstream = true" in ran.out


@pytest.mark.parametrize("option", [None, "--config", "--baseline", "--files-from", "--select", "-f"])
def test_no_name_that_is_told_acts_on_the_terminal(desk, check, option):
    active = "a\x1b]0;pwned\x07\u202etxt.exe"
    ran = check("draft.txt", option, active) if option else check(active)
    assert ran.code == 2
    assert one_line(ran, "\\x1b")
    assert not {"\x1b", "\x07", "\u202e"} & set(ran.err)


def test_isolated_reads_no_settings(desk, check):
    (desk / "provaudit.toml").write_text('fail-onn = "error"\n', "utf-8")
    assert check("draft.txt", "--isolated").code == 0


def test_a_setting_is_overridden_by_its_option(desk, check):
    (desk / "provaudit.toml").write_text('fail-on = "never"\n', "utf-8")
    assert check("vague.txt").code == 0
    assert check("vague.txt", "--fail-on", "error").code == 1


def test_standard_input_is_a_draft(desk, check):
    ran = check("-", "-f", "json", stdin=(desk / "vague.txt").read_bytes())
    assert ran.code == 1
    assert json.loads(ran.out)["article"]["path"] is None


def test_standard_input_takes_the_name_and_format_it_is_given(desk, check):
    markdown = "# Library\n\nThe roof leaked, *media reports* say.\n"
    ran = check("-", "--stdin-filename", "notes.md", "-f", "json", stdin=markdown)
    assert json.loads(ran.out)["article"]["path"] == "notes.md"


def test_empty_standard_input_never_passes(desk, check):
    ran = check("-", stdin=b"")
    assert ran.code == 2
    assert one_line(ran, "stdin")


def test_paths_may_come_from_standard_input(desk, check):
    ran = check("--files-from", "-", stdin="draft.txt\n\nvague.txt\n")
    assert ran.code == 1
    assert "vague.txt" in ran.out


def test_an_empty_list_of_paths_never_passes(desk, check):
    ran = check("--files-from", "-", stdin="\n")
    assert ran.code == 2
    assert one_line(ran, "nothing to check")


def test_a_url_is_not_read_offline(desk, check):
    ran = check("https://news.example/story")
    assert ran.code == 2
    assert one_line(ran, "https://news.example/story", "--offline")


def test_colours_stay_away_from_a_pipe_and_come_when_asked(desk, check):
    assert "\x1b[" not in check("draft.txt").out
    assert "\x1b[" in check("draft.txt", "--color", "always").out
    assert "\x1b[" not in check("draft.txt", "--color", "always", "-f", "json").out


def test_the_publisher_crediting_itself_is_first_hand(desk, check):
    def hands(*more):
        return json.loads(check("draft.txt", "-f", "json", *more).out)["summary"]["by_hand"]

    assert hands()["2"] == 1
    assert "2" not in hands("--publisher", "Harbor Ledger")


def test_the_same_draft_gives_the_same_bytes(desk, check):
    assert check("draft.txt", "-f", "json").out == check("draft.txt", "-f", "json").out


@pytest.mark.parametrize("output", ["json:draft.txt", "json:./draft.txt", "text:../{folder}/draft.txt"])
def test_an_output_never_overwrites_a_draft(desk, check, output):
    before = (desk / "draft.txt").read_text("utf-8")
    ran = check("draft.txt", "-o", output.format(folder=desk.name))
    assert ran.code == 2
    assert one_line(ran, "is one of the drafts")
    assert (desk / "draft.txt").read_text("utf-8") == before


def test_a_dash_is_standard_output(desk, check):
    ran = check("draft.txt", "-o", "json:-")
    assert json.loads(ran.out)["schema"] == "provaudit/audit/1"
    assert not (desk / "-").exists()


@pytest.mark.parametrize("outputs", [("-f", "json", "-o", "text:-"), ("-o", "json:a", "-o", "text:./a")])
def test_two_outputs_to_one_place_are_a_usage_error(desk, check, outputs):
    ran = check("draft.txt", *outputs)
    assert ran.code == 2
    assert one_line(ran, "one place")


SPANISH = (
    "El alcalde dijo el lunes que la biblioteca de la calle Mayor cerrará durante un año. "
    "Las obras del tejado costarán dos millones de euros, según el diario local, y el consejo no ha dicho quién paga.\n"
)


@pytest.mark.parametrize("quiet", [(), ("-q",)])
def test_a_draft_that_is_not_english_has_no_verdict_and_that_is_said(desk, check, quiet):
    (desk / "es.txt").write_text(SPANISH, "utf-8")
    ran = check("es.txt", *quiet)
    assert ran.code == 2
    assert one_line(ran, "es.txt", "Spanish", "English only")


def test_the_baseline_of_a_folder_above_counts(desk, provaudit, check, monkeypatch):
    (desk / "sub").mkdir()
    (desk / "sub" / "vague.txt").write_text((desk / "vague.txt").read_text("utf-8"), "utf-8")
    provaudit("baseline", "write", "--offline", "--model", "none", "sub")
    monkeypatch.chdir(desk / "sub")
    assert check("vague.txt").code == 0


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"%PDF-1.7 \x00", "a PDF"), (b"{\\rtf1 words}", "RTF"), (b"\x89PNG\r\n\x1a\n\x00", "a picture")],
)
def test_what_is_no_text_is_called_by_its_name(desk, check, data, words):
    (desk / "scan.txt").write_bytes(data)
    ran = check("scan.txt")
    assert ran.code == 2
    assert one_line(ran, "scan.txt", words)
