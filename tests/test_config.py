"""The settings files: found, merged, and wrong ones pointed at."""

import json
import pickle
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provaudit.config import SETTINGS, Settings, load, pages
from provaudit.errors import UsageError
from provaudit.model import Severity, Tier

RULES = ("PA101", "PA106", "PS301", "PS302")


@pytest.fixture
def write(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    return write


@pytest.fixture
def read(tmp_path, write):
    """The settings of one file with this text."""

    def read(text, **more):
        return load(tmp_path, config=write("s/provaudit.toml", text), isolated=True, **more)

    return read


@pytest.fixture
def refused(read):
    """The error that a file with this text gives."""

    def refused(text, **more):
        with pytest.raises(UsageError) as error:
            read(text, **more)
        return str(error.value)

    return refused


def marked(error):
    """What the caret points at."""
    *_, line, caret = error.splitlines()
    start = caret.index("^")
    return line[start : start + caret.count("^")]


# --- found


def test_without_a_file_the_defaults_hold(tmp_path):
    assert load(tmp_path) == Settings()
    assert load(tmp_path).files == ()


def test_the_nearest_file_upward_is_read(tmp_path, write):
    write("provaudit.toml", 'publisher = "Far"')
    near = write("desk/provaudit.toml", 'publisher = "Near"')
    (tmp_path / "desk/today").mkdir()
    settings = load(tmp_path / "desk/today")
    assert (settings.publisher, settings.files) == ("Near", (near,))


def test_a_draft_is_as_good_a_start_as_its_folder(write):
    write("provaudit.toml", "offline = true")
    assert load(write("draft.txt", "words")).offline


def test_in_one_folder_provaudit_toml_wins_over_pyproject(tmp_path, write):
    write("pyproject.toml", '[tool.provaudit]\npublisher = "Shared"')
    assert load(tmp_path).publisher == "Shared"
    write("provaudit.toml", 'publisher = "Own"')
    assert load(tmp_path).publisher == "Own"


def test_a_nearer_pyproject_wins_over_a_farther_file_of_our_own(tmp_path, write):
    write("provaudit.toml", 'publisher = "Far"')
    write("desk/pyproject.toml", '[tool.provaudit]\npublisher = "Near"')
    assert load(tmp_path / "desk").publisher == "Near"


def test_a_pyproject_of_other_tools_is_passed_by_even_when_broken(tmp_path, write):
    write("provaudit.toml", "offline = true")
    write("a/pyproject.toml", "[tool.other]\nx = 1")
    write("b/pyproject.toml", "[tool.other\nx = ")
    write("c/pyproject.toml", '[project]\ndependencies = ["provaudit"]')
    assert all(load(tmp_path / name).offline for name in "abc")


def test_the_persons_file_fills_in_what_the_project_leaves_open(tmp_path, write):
    write("provaudit.toml", 'publisher = "Project"')
    person = write("home/provaudit/config.toml", 'publisher = "Person"\ncolor = "never"')
    settings = load(tmp_path, environment={"XDG_CONFIG_HOME": str(tmp_path / "home")})
    assert (settings.publisher, settings.color) == ("Project", "never")
    assert settings.origins["color"] == person


def test_a_relative_xdg_folder_is_ignored(tmp_path, write, monkeypatch):
    write("home/provaudit/config.toml", 'color = "never"')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "nowhere"))
    assert load(tmp_path / "home", environment={"XDG_CONFIG_HOME": "home"}).color == "auto"


def test_isolated_reads_no_file_but_the_named_one(tmp_path, write):
    write("provaudit.toml", "offline = true")
    assert not load(tmp_path, isolated=True).offline
    assert load(tmp_path, isolated=True, config=tmp_path / "provaudit.toml").offline


def test_a_named_file_stands_for_the_nearest(tmp_path, write):
    write("provaudit.toml", "offline = true")
    assert not load(tmp_path, config=write("other.toml", "max-depth = 2")).offline


def test_a_byte_order_mark_is_no_syntax_error(tmp_path):
    (tmp_path / "provaudit.toml").write_bytes(b"\xef\xbb\xbfoffline = true\n")
    assert load(tmp_path).offline


def test_no_toml_reader_is_loaded_where_there_is_no_file(tmp_path, monkeypatch):
    monkeypatch.delitem(sys.modules, "tomllib")
    load(tmp_path, environment={"XDG_CONFIG_HOME": str(tmp_path)})
    assert "tomllib" not in sys.modules


# --- read


def test_every_kind_of_value_is_read(read):
    settings = read(
        """
        fail-on = "warning"
        select = ["PA", "PS301"]
        max-size = "2 MiB"
        host-gap = 2
        tiers = ["link", "feed"]
        ports = [80, 8080]
        [per-file-ignores]
        "opinion/**" = ["PA106"]
        [severity]
        PS302 = "warning"
        [providers]
        gdelt = true
        nyt = "NYT_KEY"
        """
    )
    assert settings.failing is Severity.WARNING
    assert settings.select == ("PA", "PS301")
    assert (settings.max_size, settings.host_gap) == (2 * 2**20, 2.0)
    assert settings.tiers == (Tier.LINK, Tier.FEED)
    assert settings.per_file_ignores == {"opinion/**": ("PA106",)}
    assert settings.severity == {"PS302": Severity.WARNING} == settings.severities
    assert settings.providers == {"gdelt": True, "nyt": "NYT_KEY"}


def test_never_fails_on_nothing(read):
    assert read('fail-on = "never"').failing is None
    assert Settings().failing is Severity.ERROR


def test_paths_are_relative_to_the_file_that_names_them(read, tmp_path):
    assert read('outlets = "our/outlets.toml"').outlets == tmp_path / "s/our/outlets.toml"


def test_a_home_path_is_the_persons(read, monkeypatch):
    monkeypatch.setenv("HOME", "/home/mara")
    assert read('cache-dir = "~/pages"').cache_dir == Path("/home/mara/pages")


def test_keys_come_from_the_environment_and_unset_ones_are_told():
    settings = Settings(providers={"gdelt": True, "nyt": "NYT_KEY", "guardian": "G", "searxng": "https://s.example"})
    assert settings.provider_keys({"NYT_KEY": "k"}) == (
        {"gdelt": "on", "nyt": "k", "searxng": "https://s.example"},
        ("G",),
    )


def test_a_service_that_is_switched_off_is_off():
    assert Settings(providers={"gdelt": False}).provider_keys({}) == ({}, ())
    assert Settings().provider_keys({"NYT_KEY": "k"}) == ({}, ())


def test_settings_travel_between_processes(read):
    settings = read('publisher = "Post"')
    assert pickle.loads(pickle.dumps(settings)) == settings  # noqa: S301 -- our own bytes


# --- refused


def test_an_unknown_key_is_pointed_at_and_the_valid_ones_named(refused):
    error = refused('# ours\nfail-onn = "error"')
    assert "provaudit.toml:2:1: there is no setting named 'fail-onn', did you mean fail-on?" in error
    assert "max-requests" in error
    assert marked(error) == "fail-onn"


def test_an_underscore_is_taken_for_the_dash_it_stands_for(refused):
    assert "did you mean max-depth?" in refused("max_depth = 3")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('fail-on = "fatal"', "fatal"),
        ("offline = 1", "1"),
        ('offline = "true"', "true"),
        ("max-depth = -1", "-1"),
        ("max-depth = true", "true"),
        ("max-seconds = nan", "nan"),
        ('host-gap = "1s"', "1s"),
        ('max-size = "12 parsecs"', "12 parsecs"),
        ("max-size = 0", "0"),
        ('select = "PA101"', "PA101"),
        ('select = [\n  "PA101",\n  "pa102",\n]', "pa102"),
        ("ports = [80,\n 99999]", "99999"),
        ("publisher = 1979-05-27", "publisher"),
        ('publisher = "two\\nlines"', "publisher"),
        ('contact = "ftp://x"', "ftp://x"),
        ('contact = "https://x.example\\r\\nHost: y"', "contact"),
        ('[severity]\nPA101 = "info"\nPS302 = "bad"', "bad"),
        ('severity.PS302 = "bad"', "bad"),
        ('[severity]\n"PS" = "info"', "PS"),
        ('[providers]\nnyt = "KEY"\nbing = "B"', "bing"),
        ('[providers]\nnyt = "no-key!"', "no-key!"),
        ('per-file-ignores = { "a" = "PA101" }', "PA101"),
        ('tiers = ["link", "oracle"]', "oracle"),
    ],
)
def test_a_wrong_value_is_pointed_at(refused, text, wrong):
    error = refused(text)
    assert " must be " in error.splitlines()[0]
    assert marked(error) == wrong


def test_a_key_is_found_in_its_own_table_and_not_where_it_is_only_mentioned(refused):
    error = refused('# offline = 3\npublisher = """\noffline = 3\n"""\n')
    assert "publisher must be" in error
    assert ":4:11:" in refused('publisher = """\\\noffline = 1\\\n"""\noffline = 3')
    error = refused('publisher = "offline = 3"\n[providers]\ngdelt = true\n[severity]\n"PA101" = 3\n')
    assert ":5:11:" in error


def test_a_key_of_another_tools_table_is_not_pointed_at(tmp_path, write):
    write("pyproject.toml", "[tool.other]\noffline = 3\n\n[tool.provaudit]\noffline = 3\n")
    with pytest.raises(UsageError, match=r"pyproject\.toml:5:11"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("host-gap = \n", ":1:12:"),
        ('a = 1\nb = "open\n', ":2:10:"),
        ("a = 1\na = 2\n", ":2:6:"),
        ("[s\n", ":1:3:"),
        ('a = """open', ":1:12:"),
    ],
)
def test_a_syntax_error_has_line_and_column(refused, text, place):
    error = refused(text)
    assert f"{place} not TOML: " in error
    assert "^" in error.splitlines()[-1]


def test_rules_are_checked_against_those_there_are(refused):
    assert marked(refused('select = ["PA101", "PB9"]', rules=lambda: RULES)) == "PB9"
    assert marked(refused('[per-file-ignores]\n"a/*" = ["PA", "PZ999"]', rules=lambda: RULES)) == "PZ999"
    assert "did you mean PA10" in refused('ignore = ["PA107"]', rules=lambda: RULES)


def test_rules_are_not_asked_for_where_no_setting_names_one(read):
    assert read("offline = true", rules=lambda: pytest.fail("asked")).offline
    assert read('ignore = ["PA", "ALL"]', rules=lambda: RULES).ignore == ("PA", "ALL")


def heads(error):
    """The lines that say what is wrong, without those that show the place."""
    return [line for line in error.splitlines() if not line.startswith(" ")]


def test_every_wrong_setting_is_told_with_its_place(refused):
    error = refused('max-deep = 3\nfail-on = "panic"\noffline = true\nhost-gap = "soon"\n')
    assert [line.split("provaudit.toml:")[1].split(" ")[0] for line in heads(error)] == ["1:1:", "2:12:", "4:13:"]
    assert error.count("^") == len("max-deep" + "panic" + "soon")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('tiers = ["link", "oracle", "feed", "rumour"]', ["oracle", "rumour"]),
        ('[severity]\nPA101 = "loud"\n"PX" = "info"\nPS301 = "mute"', ["PX", "loud", "mute"]),
        ('[providers]\nbing = "B"\ngdelt = true\nnyt = "no-key!"', ["bing", "no-key!"]),
        ("ports = [80, 99999, 443, 0]", ["99999", "0"]),
    ],
)
def test_every_wrong_entry_of_a_value_is_told(refused, text, wrong):
    error = refused(text)
    lines = error.splitlines()
    assert [marked("\n".join(lines[at : at + 3])) for at in range(0, len(lines), 3)] == wrong


def test_every_rule_that_there_is_none_of_is_told(refused):
    error = refused('select = ["PA", "PB9"]\nignore = ["PZ1", "PA101"]', rules=lambda: RULES)
    assert [line.split("'")[1] for line in heads(error)] == ["PB9", "PZ1"]


def test_what_is_wrong_twice_in_the_same_way_is_told_once(refused):
    assert len(heads(refused('ignore = ["pa", "pa"]'))) == 1


def test_the_faults_of_the_projects_and_the_persons_file_are_told_together(tmp_path, write):
    write("provaudit.toml", "offlin = true")
    write("home/provaudit/config.toml", 'colour = "never"\nmax-depth = 2')
    with pytest.raises(UsageError) as error:
        load(tmp_path, environment={"XDG_CONFIG_HOME": str(tmp_path / "home")})
    assert [line.split("'")[1] for line in heads(str(error.value))] == ["offlin", "colour"]


def test_a_file_that_is_missing_or_no_text_is_one_line(tmp_path):
    with pytest.raises(UsageError, match="no such settings file"):
        load(tmp_path, config=tmp_path / "none.toml")
    (tmp_path / "provaudit.toml").write_bytes(b"a = '\xff'")
    with pytest.raises(UsageError, match="not UTF-8"):
        load(tmp_path)


def test_a_pyproject_without_our_table_is_refused_when_named(tmp_path, write):
    with pytest.raises(UsageError, match=r"no \[tool\.provaudit\] table"):
        load(tmp_path, config=write("pyproject.toml", "[tool.other]\n"))
    with pytest.raises(UsageError, match="must be a table"):
        load(tmp_path, config=write("pyproject.toml", "[tool]\nprovaudit = 3\n"))


def test_control_characters_of_the_file_do_not_reach_the_terminal(refused):
    assert "\x1b" not in refused('"\\u001b[31m" = 1')
    assert "\x1b" not in refused("offline = '\x1b'")


@given(st.text(alphabet="[]=\"'\n#.abc-faile onPA101{},", max_size=60))
def test_any_text_is_settings_or_a_usage_error(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text(text)
    try:
        load(path.parent, config=path, isolated=True)
    except UsageError as error:
        pointed_at = str(error).splitlines()[-1]
    else:
        pointed_at = "^"
    assert pointed_at.endswith("^")


# --- shown


def test_what_is_shown_reads_back_as_the_same_settings(tmp_path, write, read):
    settings = read(
        'publisher = "The \\"Post\\""\nper-file-ignores = {"a b/**" = ["PA1"]}\nproviders = {gdelt = true}\noutlets = "o.toml"'
    )
    again = load(tmp_path, config=write("again.toml", pages.show(settings)), isolated=True)
    assert again == settings


def test_what_is_shown_says_where_each_setting_came_from(read, tmp_path):
    shown = pages.show(read("max-depth = 2"))
    assert f"max-depth = 2  # {(tmp_path / 's/provaudit.toml').as_posix()}" in " ".join(shown.split()).replace(
        " #", "  #"
    )
    assert "no settings file was read" in pages.show(Settings())


def test_the_starter_file_is_all_comment_and_each_example_can_be_taken(tmp_path, write):
    starter = pages.init()
    assert tomllib.loads(starter) == {}
    for setting in SETTINGS:
        assert f"# {setting.key} = {setting.example}\n" in starter
        load(
            tmp_path,
            config=write("one.toml", f"{setting.key} = {setting.example}"),
            isolated=True,
            rules=lambda: (*RULES, "PA107"),
        )


def test_the_schema_takes_the_examples_and_refuses_the_rest():
    schema = json.loads(pages.schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    judge = jsonschema.Draft202012Validator(schema)
    for setting in SETTINGS:
        assert judge.is_valid(tomllib.loads(f"{setting.key} = {setting.example}"))
    assert not judge.is_valid({"fail-onn": "error"})
    assert not judge.is_valid({"fail-on": "fatal"})
    assert not judge.is_valid({"max-size": "12 parsecs"})


def test_every_setting_has_a_field_and_every_field_a_setting():
    fields = set(Settings.__dataclass_fields__) - {"origins", "files"}
    assert {setting.field for setting in SETTINGS} == fields
