"""The shipped registry as a file."""

import itertools
import re
import tomllib
from collections import Counter

import pytest

from provaudit.identify.build import index_text
from provaudit.identify.index import DATA
from provaudit.identify.outlets_file import DOMAIN_FORM
from provaudit.identify.spelling import name_key
from provaudit.model import OutletKind

TABLES = tomllib.loads((DATA / "outlets.toml").read_text(encoding="utf-8"))["outlet"]
LISTS = sorted([*DATA.glob("outlet_words_*.txt"), *DATA.glob("sources/*.txt")])


def test_it_holds_the_outlets_that_english_language_news_cites():
    assert len(TABLES) >= 450
    assert {table["kind"] for table in TABLES} == set(OutletKind)
    assert len({table.get("country") for table in TABLES}) > 60


def test_its_tables_are_sorted_by_id_and_no_id_is_taken_twice():
    ids = [table["id"] for table in TABLES]
    assert ids == sorted(set(ids))


def test_every_domain_is_a_host_name_and_belongs_to_one_outlet():
    domains = [entry["domain"] for table in TABLES for entry in table.get("domains", [])]
    assert [domain for domain in domains if not DOMAIN_FORM.fullmatch(domain)] == []
    assert [domain for domain, count in Counter(domains).items() if count > 1] == []
    assert [domain for domain in domains if domain.startswith("www.")] == []


def test_no_handle_belongs_to_two_outlets():
    handles = Counter(handle.casefold() for table in TABLES for handle in table.get("handles", []))
    assert [handle for handle, count in handles.items() if count > 1] == []


def test_no_outlet_repeats_its_name_among_its_aliases():
    for table in TABLES:
        aliases = table.get("aliases", [])
        assert table["name"] not in aliases, table["id"]
        assert len(set(aliases)) == len(aliases), table["id"]


def test_every_name_has_letters_or_digits_to_be_found_by():
    assert [table["id"] for table in TABLES if not name_key(table["name"])] == []


def test_every_country_is_two_capital_letters():
    countries = {table["country"] for table in TABLES if "country" in table}
    assert [country for country in countries if not re.fullmatch("[A-Z]{2}", country)] == []


def test_the_foremost_of_a_name_is_one_and_shares_it():
    foremost = Counter(name_key(name) for table in TABLES for name in table.get("foremost", []))
    bearers = Counter(
        key
        for table in TABLES
        for key in {name_key(name) for name in (table["name"], *table.get("aliases", []))}
        if key in foremost
    )
    assert {name for name, count in foremost.items() if count > 1} == set()
    assert {name for name in foremost if bearers[name] < 2} == set()


def test_it_rates_nobody():
    fields = set(itertools.chain.from_iterable(TABLES))
    assert fields == {"id", "name", "aliases", "handles", "domains", "owner", "kind", "country", "foremost"}


def test_the_index_that_is_read_says_what_the_toml_says():
    """Re-make it with `python -m provaudit.identify.build` after a change of the TOML."""
    assert (DATA / "outlets.json").read_text(encoding="utf-8") == index_text()


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_word_list_is_sorted_unique_and_lower_case(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert [line for line in lines if line != line.lower() or line != line.strip() or not line] == []


def test_every_listed_lookalike_is_a_name_of_the_registry():
    keys = {name_key(name) for table in TABLES for name in (table["name"], *table.get("aliases", []))}
    for path in DATA.glob("outlet_words_*.txt"):
        listed = path.read_text(encoding="utf-8").splitlines()
        assert [word for word in listed if word not in keys] == [], path.name
