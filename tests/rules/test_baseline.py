"""The baseline: old findings pass, new ones fail, and nothing is accepted in silence."""

import json

import pytest

from provaudit.errors import OutputError, UsageError
from provaudit.model import Span, Suppressed
from provaudit.rules import judge
from provaudit.rules.baseline import Baseline, change, name_of, read, write
from tests.rules.build import case

VAGUE = "Media reports say the mayor will go."
PATH = "drafts/mayor.txt"


def findings(text):
    return judge(case(text), only=frozenset({"PA101"}))


OLD = findings(VAGUE)


def test_old_findings_pass_and_new_ones_fail():
    baseline = Baseline.of({PATH: OLD})
    new, accepted = baseline.apply(PATH, findings(f"{VAGUE}\n\nThe quarry has reportedly been sold."))
    assert [one.span for one in new] == [Span(53, 63)]
    assert accepted == (Suppressed(OLD[0], "baseline"),)


def test_a_finding_stays_accepted_when_it_moves():
    moved = findings(f"A new paragraph.\n\n{VAGUE}")
    assert moved[0].place != OLD[0].place
    assert Baseline.of({PATH: OLD}).apply(PATH, moved)[0] == ()


def test_a_second_identical_finding_is_new():
    twice = findings(f"{VAGUE}\n\n{VAGUE}")
    new, accepted = Baseline.of({PATH: OLD}).apply(PATH, twice)
    assert (len(new), len(accepted)) == (1, 1)
    assert Baseline.of({PATH: twice}).apply(PATH, twice)[0] == ()


def test_another_files_finding_is_new():
    assert Baseline.of({PATH: OLD}).apply("drafts/other.txt", OLD)[0] == OLD


def test_applying_twice_gives_the_same():
    baseline = Baseline.of({PATH: OLD})
    assert baseline.apply(PATH, OLD) == baseline.apply(PATH, OLD)


def test_it_is_written_as_promised_and_read_back(tmp_path):
    file = tmp_path / ".provaudit-baseline.json"
    twice = Baseline.of({PATH: findings(f"{VAGUE}\n\n{VAGUE}"), "b.txt": OLD})
    write(file, twice)
    written = json.loads(file.read_text("utf-8"))
    assert written["schema"] == "provaudit/baseline/1"
    assert written["files"] == {PATH: {"PA101": {OLD[0].fingerprint: 2}}, "b.txt": {"PA101": {OLD[0].fingerprint: 1}}}
    assert read(file) == Baseline(dict(twice.counts))


def test_writing_leaves_nothing_else_behind(tmp_path):
    write(tmp_path / "baseline.json", Baseline.of({PATH: OLD}))
    assert [path.name for path in tmp_path.iterdir()] == ["baseline.json"]


def test_the_same_findings_give_the_same_bytes(tmp_path):
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    write(first, Baseline.of({"b.txt": OLD, "a.txt": OLD}))
    write(second, Baseline.of({"a.txt": OLD, "b.txt": OLD}))
    assert first.read_bytes() == second.read_bytes()


def test_writing_anew_says_how_many_it_accepts_and_drops():
    old = Baseline.of({PATH: findings(f"{VAGUE}\n\n{VAGUE}")})
    new = old.renewed({PATH: findings(f"{VAGUE}\n\nThe quarry has reportedly been sold.")})
    assert str(change(old, new)) == "1 newly accepted, 1 dropped, 2 in all"


def test_files_that_were_not_checked_keep_their_entries():
    old = Baseline.of({PATH: OLD, "b.txt": OLD})
    assert old.renewed({PATH: ()}) == Baseline.of({"b.txt": OLD})


def test_pruning_drops_what_is_gone_and_accepts_nothing():
    old = Baseline.of({PATH: findings(f"{VAGUE}\n\n{VAGUE}"), "b.txt": OLD})
    pruned = old.pruned({PATH: findings(f"{VAGUE}\n\nThe quarry has reportedly been sold.")})
    assert pruned == Baseline.of({PATH: OLD, "b.txt": OLD})
    assert change(old, pruned).accepted == 0


def test_pruning_nothing_changes_nothing():
    old = Baseline.of({PATH: OLD})
    assert old.pruned({PATH: OLD}) == old


def test_paths_are_posix_and_relative_to_the_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert name_of(tmp_path / "drafts" / "mayor.txt", tmp_path / "baseline.json") == PATH
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path / "deep")
    assert name_of(tmp_path / "drafts" / "mayor.txt", tmp_path / "baseline.json") == PATH


def test_windows_paths_and_a_leading_dot_are_the_same_file():
    assert Baseline.of({"drafts\\mayor.txt": OLD}).apply("./drafts/mayor.txt", OLD)[0] == ()


BROKEN = {
    "no-json": "nope",
    "a-list": "[]",
    "another-schema": '{"schema": "provaudit/baseline/9", "files": {}}',
    "no-files": '{"schema": "provaudit/baseline/1"}',
    "files-as-a-list": '{"schema": "provaudit/baseline/1", "files": []}',
    "a-count-of-words": '{"schema": "provaudit/baseline/1", "files": {"a": {"PA101": {"f": "one"}}}}',
    "a-count-of-none": '{"schema": "provaudit/baseline/1", "files": {"a": {"PA101": {"f": 0}}}}',
    "a-true": '{"schema": "provaudit/baseline/1", "files": {"a": {"PA101": {"f": true}}}}',
    "rules-as-words": '{"schema": "provaudit/baseline/1", "files": {"a": "PA101"}}',
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_one_line(tmp_path, name):
    file = tmp_path / "baseline.json"
    file.write_text(BROKEN[name], "utf-8")
    with pytest.raises(UsageError) as error:
        read(file)
    assert "\n" not in str(error.value)
    assert str(file) in str(error.value)


def test_a_missing_file_is_one_line(tmp_path):
    with pytest.raises(UsageError, match="cannot read the baseline"):
        read(tmp_path / "none.json")


def test_bytes_that_are_no_text_are_one_line(tmp_path):
    file = tmp_path / "baseline.json"
    file.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(UsageError, match="not a baseline"):
        read(file)


def test_a_folder_that_is_not_there_is_one_line(tmp_path):
    with pytest.raises(OutputError, match="cannot write the baseline"):
        write(tmp_path / "none" / "baseline.json", Baseline({}))
