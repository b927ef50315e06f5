"""Who a name, an alias, a handle or a domain belongs to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provaudit.identify import Registry
from provaudit.model import Outlet


def ids(outlets):
    return {outlet.id for outlet in outlets}


@pytest.mark.parametrize(
    ("asked", "outlet_id"),
    [
        ("Politico", "politico"),
        ("POLITICO", "politico"),
        ("the wall street journal", "wall-street-journal"),
        ("Wall Street Journal", "wall-street-journal"),
        ("WSJ", "wall-street-journal"),
        ("AmericaBlog", "americablog"),
        ("newsmax.com", "newsmax"),
        ("https://www.newsmax.com/politics/x/2016/05/01/id/1", "newsmax"),
        ("@politico", "politico"),
        ("@POLITICO", "politico"),
        ("Face the Nation", "cbs-news"),
        ("face the nation", "cbs-news"),
        ("Meet the Press", "nbc-news"),
        ("Fox News Sunday", "fox-news"),
        ("Morning Joe", "msnbc"),
        ("Investors Business Daily", "investors-business-daily"),
        ("Süddeutsche Zeitung", "suddeutsche-zeitung"),
        ("Suddeutsche Zeitung", "suddeutsche-zeitung"),
        ("Agence France Presse", "afp"),
        ("St Louis Post Dispatch", "st-louis-post-dispatch"),
        ("US News and World Report", "u-s-news-and-world-report"),
        ("times-uk", "times-uk"),
        ("americablog", "americablog"),
        ("Truth Social", "truth-social"),
        ("Wikipedia", "wikipedia"),
    ],
)
def test_a_spelling_of_one_outlet_finds_it_alone(registry, asked, outlet_id):
    assert ids(registry.lookup(asked)) == {outlet_id}


@pytest.mark.parametrize(
    ("asked", "some"),
    [
        ("The Bulletin", {"bulletin-bend", "bulletin-brussels", "manila-bulletin"}),
        ("The Times", {"times-uk", "new-york-times", "los-angeles-times"}),
        ("The Sun", {"sun-uk", "baltimore-sun", "toronto-sun"}),
        ("The Mirror", {"daily-mirror", "daily-mirror-sri-lanka"}),
        ("The Post", {"washington-post", "new-york-post", "denver-post"}),
        ("The Journal", {"wall-street-journal", "journal-ireland"}),
        ("The Independent", {"independent-uk", "irish-independent"}),
        ("Morning Post", {"morning-post", "south-china-morning-post"}),
        ("The Guardian", {"guardian", "guardian-nigeria"}),
        ("Daily News", {"new-york-daily-news", "los-angeles-daily-news"}),
        ("ABC", {"abc-news", "abc-australia"}),
    ],
)
def test_a_name_of_several_gives_them_all(registry, asked, some):
    assert some <= ids(registry.lookup(asked))


@pytest.mark.parametrize(
    "asked",
    [
        "",
        " ",
        "@",
        ".",
        "http://[",
        "Wall Street",
        "the",
        "a",
        "unheard-of.example",
        "@nobody_at_all_xyz",
        "//",
        "Harlow Gazette",
    ],
)
def test_what_is_not_known_gives_nothing(registry, asked):
    assert registry.lookup(asked) == ()


@pytest.mark.parametrize(
    ("asked", "name"),
    [("Polittico", "Politico"), ("Wall Stret Journal", "The Wall Street Journal"), ("newsmaxx", "Newsmax")],
)
def test_a_misspelt_name_has_a_close_one(registry, asked, name):
    assert registry.lookup(asked) == ()
    assert registry.close_names(asked)[0] == name


@pytest.mark.parametrize("asked", ["", "zzzzqqq", "!"])
def test_what_is_like_no_name_has_no_close_one(registry, asked):
    assert registry.close_names(asked) == ()


def test_answers_come_in_order_of_id(registry):
    found = [outlet.id for outlet in registry.lookup("The Post")]
    assert found == sorted(found)


def test_the_registry_lists_all_its_outlets_once(registry):
    outlets = registry.outlets
    assert len(outlets) == len(ids(outlets)) >= 450
    assert all(outlet.known for outlet in outlets)


def test_a_registry_of_just_these_knows_no_others():
    only = Registry.of([Outlet("daily-planet", "Daily Planet", aliases=("The Planet",))])
    assert ids(only.lookup("the planet")) == {"daily-planet"}
    assert only.lookup("Politico") == ()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=40))
def test_no_name_makes_a_lookup_raise(registry, asked):
    assert isinstance(registry.lookup(asked), tuple)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abc.:/@[]%?#xn-ü0 ", max_size=30))
def test_no_address_makes_a_lookup_raise(registry, asked):
    assert registry.by_domain(asked) is None or isinstance(registry.by_domain(asked), Outlet)
