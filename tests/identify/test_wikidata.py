"""Outlets out of a Wikidata export."""

import json

import pytest

from provaudit.errors import UsageError
from provaudit.identify import Registry, wikidata
from provaudit.identify.outlets_file import parse_outlets
from provaudit.model import Domain, OutletKind


def row(number, label, **values):
    cells = {"item": f"http://www.wikidata.org/entity/{number}", "itemLabel": label, **values}
    return {name: {"type": "literal", "value": value} for name, value in cells.items()}


EXPORT = {
    "head": {"vars": ["item", "itemLabel"]},
    "results": {
        "bindings": [
            row("Q900001", "Harlow Gazette", alias="The Gazette of Harlow", website="https://www.harlowgazette.example/", handle="HarlowGazette",
                ownerLabel="Harlow Press", country="GB", **{"class": "http://www.wikidata.org/entity/Q1110794"}),
            row("Q900001", "Harlow Gazette", alias="Harlow Evening Gazette", website="https://old.harlow.example/news", until="2010-05-03T00:00:00Z"),
            row("Q900002", "Harlow Gazette", website="http://harlow-radio.example", since="1999-01-01T00:00:00Z", **{"class": "http://www.wikidata.org/entity/Q14350"}),
            row("Q900003", "Politico", website="https://www.politico.com/"),
            row("Q900004", "Q900004", website="https://nameless.example/"),
            row("Q900005", 'Quote "Q" \\ Paper', website="not a url"),
            row("Q900006", "Politico"),
        ]
    },
}  # fmt: skip


@pytest.fixture
def made(registry):
    outlets = wikidata.outlets_of(wikidata.rows_of(EXPORT), registry)
    return {outlet.id: outlet for outlet in outlets}


def test_the_rows_of_one_item_are_one_outlet(made):
    outlet = made["harlow-gazette"]
    assert outlet.aliases == ("The Gazette of Harlow", "Harlow Evening Gazette")
    assert outlet.handles == ("HarlowGazette",)
    assert outlet.domains == (Domain("harlowgazette.example"), Domain("old.harlow.example", None, "2010-05-03"))
    assert (outlet.owner, outlet.country, outlet.kind) == ("Harlow Press", "GB", OutletKind.NEWSPAPER)


def test_two_items_of_one_name_are_two_outlets(made):
    outlet = made["harlow-gazette-q900002"]
    assert outlet.kind is OutletKind.BROADCASTER
    assert outlet.domains == (Domain("harlow-radio.example", "1999"),)


def test_an_outlet_that_the_registry_has_is_left_out(made):
    assert "politico" not in made
    assert "politico-q900003" not in made


def test_an_item_of_a_taken_id_gets_its_number(made):
    assert made["politico-q900006"].name == "Politico"


def test_an_item_without_a_label_is_left_out(made):
    assert [outlet for outlet in made.values() if "900004" in outlet.name] == []


def test_what_is_printed_is_an_outlets_file(tmp_path, capsys):
    export = tmp_path / "export.json"
    export.write_text(json.dumps(EXPORT))
    assert wikidata.main([str(export)]) == 0
    printed = capsys.readouterr().out
    outlets = parse_outlets(printed, name="printed")
    assert [outlet.id for outlet in outlets] == sorted(outlet.id for outlet in outlets)
    assert 'Quote "Q" \\ Paper' in {outlet.name for outlet in outlets}
    own = tmp_path / "own.toml"
    own.write_text(printed, encoding="utf-8")
    assert Registry.load(own).by_domain("www.harlowgazette.example").owner == "Harlow Press"


@pytest.mark.parametrize(
    "export",
    [
        [],
        {},
        {"results": {}},
        {"results": {"bindings": [{"item": "x"}]}},
        {"results": {"bindings": [{"item": {"value": "x"}}]}},
    ],
)
def test_what_is_no_answer_is_refused_in_one_line(export):
    with pytest.raises(UsageError):
        wikidata.rows_of(export)


@pytest.mark.parametrize("content", ["not json", "{}", None])
def test_a_bad_export_ends_with_2_and_one_line(tmp_path, capsys, content):
    export = tmp_path / "export.json"
    if content is not None:
        export.write_text(content)
    assert wikidata.main([str(export)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert "export.json" in captured.err


def test_without_an_export_the_usage_is_said(capsys):
    assert wikidata.main([]) == 2
    assert "usage" in capsys.readouterr().err
