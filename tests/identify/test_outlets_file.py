"""A user's own outlets."""

import pytest

from provaudit.errors import UsageError
from provaudit.identify import Registry
from provaudit.identify.outlets_file import parse_outlets
from provaudit.model import Domain, Outlet, OutletKind

WHOLE = """
[[outlet]]
id = "daily-planet"
name = "Daily Planet"
aliases = ["The Planet"]
handles = ["@DailyPlanet"]
foremost = ["The Planet"]
domains = [{ domain = "dailyplanet.example", from = "1998", to = "2010-06-30" }, { domain = "planet.example" }]
owner = "Galaxy Communications"
kind = "newspaper"
country = "US"
"""


@pytest.fixture
def outlets_file(tmp_path):
    def write(text):
        path = tmp_path / "own.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_every_field_is_read():
    assert parse_outlets(WHOLE, name="own.toml") == (
        Outlet(
            "daily-planet",
            "Daily Planet",
            OutletKind.NEWSPAPER,
            aliases=("The Planet",),
            handles=("DailyPlanet",),
            domains=(Domain("dailyplanet.example", "1998", "2010-06-30"), Domain("planet.example")),
            owner="Galaxy Communications",
            country="US",
            foremost=("The Planet",),
        ),
    )


def test_id_and_name_are_enough():
    (outlet,) = parse_outlets('[[outlet]]\nid = "a"\nname = "A"', name="x")
    assert outlet == Outlet("a", "A")


def test_a_date_may_be_written_as_one():
    (outlet,) = parse_outlets('[[outlet]]\nid = "a"\nname = "A"\ndomains = [{domain = "a.example", from = 2016-05-01}]', name="x")  # fmt: skip
    assert outlet.domains == (Domain("a.example", "2016-05-01"),)


def test_an_outlet_of_the_file_is_found_beside_the_shipped_ones(outlets_file):
    registry = Registry.load(outlets_file(WHOLE))
    assert [outlet.id for outlet in registry.lookup("the planet")] == ["daily-planet"]
    assert registry.by_domain("https://www.planet.example/x").id == "daily-planet"
    assert registry.lookup("@dailyplanet")[0].id == "daily-planet"
    assert registry.lookup("Politico")[0].id == "politico"


def test_a_name_of_the_file_is_no_shipped_outlets_alone(outlets_file):
    registry = Registry.load(outlets_file('[[outlet]]\nid = "our-sun"\nname = "The Sun"'))
    assert registry.by_id("sun-uk").foremost == ()
    assert registry.by_id("guardian").foremost == ("The Guardian",)


def test_an_outlet_of_the_file_replaces_the_one_of_its_id(outlets_file):
    registry = Registry.load(outlets_file('[[outlet]]\nid = "politico"\nname = "Politico"\nowner = "Us"'))
    (outlet,) = registry.lookup("Politico")
    assert outlet.owner == "Us"
    assert registry.by_domain("politico.com") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[outlet]]\nname = 'A'", ["outlet 1 (A)", "id", "missing"]),
        ("[[outlet]]\nid = 'a'", ["outlet 1 (a)", "name", "missing"]),
        ("[[outlet]]\nid = 'A b'\nname = 'A'", ["id", "'A b'", "hyphens"]),
        ("[[outlet]]\nid = 'a'\nname = 'A'\n[[outlet]]\nid = 'a'\nname = 'B'", ["outlet 2 (a)", "already taken by outlet 1"]),
        ("[[outlet]]\nid = 'a'\nname = 'A'\nkind = 'site'", ["kind", "'site'", "newspaper", "podcast"]),
        ("[[outlet]]\nid = 'a'\nname = 'A'\nalias = ['B']", ["alias", "did you mean 'aliases'", "handles"]),
        ("[[outlet]]\nid = 'a'\nname = 'A'\nzzz = 1", ["zzz", "the fields are id, name"]),
        ("[[outlet]]\nid = 'a'\nname = 'A'\naliases = 'B'", ["aliases", "list"]),
        ("[[outlet]]\nid = 'a'\nname = 'A'\naliases = ['']", ["aliases", "list"]),
        ("[[outlet]]\nid = 'a'\nname = 'A'\nforemost = ['B']", ["foremost", "'B'", "neither its name nor"]),
        ("[[outlet]]\nid = 'a'\nname = 3", ["name", "text"]),
        ("[[outlet]]\nid = 'a'\nname = ' '", ["name"]),
        ("[[outlet]]\nid = 'a'\nname = 'A'\ncountry = 'USA'", ["country", "two capital letters"]),
        ("[[outlet]]\nid = 'a'\nname = 'A'\ndomains = ['a.example']", ["domains", "table"]),
        ("[[outlet]]\nid = 'a'\nname = 'A'\ndomains = 'a.example'", ["domains", "list"]),
        ("[[outlet]]\nid = 'a'\nname = 'A'\ndomains = [{domain = 'https://a.example/'}]", ["domains.domain", "host name"]),
        ("[[outlet]]\nid = 'a'\nname = 'A'\ndomains = [{domain = 'a.example', till = '2016'}]", ["domains.till", "domain, from, to"]),
        ("[[outlet]]\nid = 'a'\nname = 'A'\ndomains = [{domain = 'a.example', to = 'May'}]", ["domains.to", "'May'", "2016-05"]),
        ("[[outlet]]\nid = 'a'\nname = 'A'\ndomains = [{domain = 'a.example', from = '2017', to = '2016'}]", ["domains.from", "later"]),
        ("[outlet]\nid = 'a'\nname = 'A'", ["[[outlet]]"]),
        ("[[outlets]]\nid = 'a'", ["'outlets'", "[[outlet]]"]),
        ("", ["no [[outlet]]"]),
        ("id = ", ["not TOML"]),
    ],
)  # fmt: skip
def test_a_wrong_entry_is_one_line_that_points_at_it(outlets_file, text, said):
    path = outlets_file(text)
    with pytest.raises(UsageError) as raised:
        Registry.load(path)
    message = str(raised.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    assert [part for part in said if part not in message] == []


def test_a_file_that_is_not_there_is_said_in_one_line(tmp_path):
    with pytest.raises(UsageError, match=r"nowhere\.toml: cannot be read: No such file"):
        Registry.load(tmp_path / "nowhere.toml")


def test_a_file_that_is_not_text_is_said_in_one_line(tmp_path):
    path = tmp_path / "own.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="is not UTF-8 text"):
        Registry.load(path)
