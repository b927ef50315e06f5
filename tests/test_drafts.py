"""Which drafts a command line means, and which of their lines changed."""

import subprocess

import pytest

from provaudit.drafts import Draft, Refused, changed_lines, find_drafts
from provaudit.errors import UsageError


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder, *names, text="Words.\n"):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def names(*wanted):
    return [entry.name for entry in find_drafts(wanted)]


def git(folder, *arguments):
    identity = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def test_a_file_is_taken_whatever_its_suffix(folder):
    write(folder, "notes.draft")
    assert names("notes.draft") == ["notes.draft"]


def test_a_folder_gives_its_drafts_sorted_and_nothing_else(folder):
    write(folder, "d/b.txt", "d/a.md", "d/c/e.html", "d/x.py", "d/c/d.DOCX", "d/feed.json")
    assert names("d") == ["d/a.md", "d/b.txt", "d/c/d.DOCX", "d/c/e.html"]


def test_hidden_folders_are_left_out(folder):
    write(folder, "d/.git/x.txt", "d/.venv/y.md", "d/a.txt")
    assert names("d") == ["d/a.txt"]


def test_gitignore_is_respected_and_a_deeper_one_takes_back(folder):
    write(folder, "d/a.txt", "d/old/b.txt", "d/wip/c.txt", "d/wip/keep.txt")
    (folder / "d/.gitignore").write_text("old/\nwip/*\n", "utf-8")
    (folder / "d/wip/.gitignore").write_text("!keep.txt\n", "utf-8")
    assert names("d") == ["d/a.txt", "d/wip/keep.txt"]


def test_a_gitignore_above_the_folder_counts_within_its_repository(folder):
    git(folder, "init", "-q")
    write(folder, "d/a.txt", "d/skip.txt")
    (folder / ".gitignore").write_text("skip.txt\n", "utf-8")
    assert names("d") == ["d/a.txt"]


def test_a_named_file_is_taken_although_it_is_ignored(folder):
    write(folder, "d/skip.txt")
    (folder / "d/.gitignore").write_text("skip.txt\n", "utf-8")
    assert names("d/skip.txt") == ["d/skip.txt"]


def test_globs_urls_and_standard_input_are_understood(folder):
    write(folder, "one.txt", "two.txt", "deep/three.txt")
    assert names("*.txt") == ["one.txt", "two.txt"]
    assert names("**/*.txt") == ["deep/three.txt", "one.txt", "two.txt"]
    assert find_drafts(["-", "https://news.example/a"]) == (
        Draft("-"),
        Draft("https://news.example/a", url="https://news.example/a"),
    )


def test_a_draft_named_twice_is_audited_once(folder):
    write(folder, "a.txt")
    assert names("a.txt", "a.txt", ".") == ["a.txt"]


@pytest.mark.parametrize("name", ["gone.txt", "nothing-*.txt"])
def test_what_is_not_there_is_refused_by_name(folder, name):
    (only,) = find_drafts([name])
    assert isinstance(only, Refused)
    assert only.name == name


def test_a_folder_without_drafts_is_refused_not_passed(folder):
    write(folder, "d/code.py")
    (only,) = find_drafts(["d"])
    assert isinstance(only, Refused)
    assert "no drafts" in only.reason


def test_a_file_with_brackets_in_its_name_is_no_pattern(folder):
    write(folder, "draft[1].txt")
    assert names("draft[1].txt") == ["draft[1].txt"]


@pytest.fixture
def repository(folder):
    git(folder, "init", "-q")
    write(folder, "a.txt", text="one\ntwo\nthree\nfour\n")
    write(folder, "b.txt")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    return folder


def test_changed_lines_are_those_of_the_working_tree(repository):
    write(repository, "a.txt", text="one\nTWO\nthree\nfour\nfive\n")
    paths = [entry.path for entry in find_drafts(["a.txt", "b.txt"])]
    assert changed_lines("HEAD", paths) == {"a.txt": frozenset({2, 5})}


def test_a_new_file_is_changed_throughout(repository):
    write(repository, "new.txt", text="one\ntwo\n")
    lines = changed_lines("HEAD", [entry.path for entry in find_drafts(["new.txt"])])["new.txt"]
    assert all(line in lines for line in (1, 2))


def test_a_deletion_marks_the_lines_beside_it(repository):
    write(repository, "a.txt", text="one\nfour\n")
    lines = changed_lines("HEAD", [entry.path for entry in find_drafts(["a.txt"])])["a.txt"]
    assert lines == {1, 2}


def test_an_unknown_revision_is_a_usage_error(repository):
    with pytest.raises(UsageError, match=r"no-such-ref|revision|fatal"):
        changed_lines("no-such-ref", [entry.path for entry in find_drafts(["a.txt"])])


def test_a_revision_cannot_smuggle_an_option(repository):
    write(repository, "a.txt", text="changed\n")
    with pytest.raises(UsageError):
        changed_lines("--output=stolen", [entry.path for entry in find_drafts(["a.txt"])])
    assert not (repository / "stolen").exists()


def test_outside_a_repository_diff_is_a_usage_error(folder):
    write(folder, "a.txt")
    with pytest.raises(UsageError):
        changed_lines("HEAD", [entry.path for entry in find_drafts(["a.txt"])])
