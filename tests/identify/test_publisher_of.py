"""Whose draft it is."""

import pytest

from provaudit.identify import publisher_of
from provaudit.model import Article, Domain


def draft(**fields):
    return Article("Text.", "", **fields)


@pytest.mark.parametrize(
    ("fields", "named", "outlet_id"),
    [
        ({}, "Politico", "politico"),
        ({}, "@politico", "politico"),
        ({}, "politico.com", "politico"),
        ({"publisher": "CNN", "url": "https://www.cnn.com/x"}, "Politico", "politico"),
        ({"publisher": "CNN"}, None, "cnn"),
        ({"publisher": "CNN", "url": "https://example.org/x"}, None, "cnn"),
        ({"url": "https://www.politico.com/x"}, None, "politico"),
        ({"canonical_url": "https://www.reuters.com/x", "url": "https://www.politico.com/x"}, None, "reuters"),
        ({"publisher": "The Post", "url": "https://nypost.com/x"}, None, "new-york-post"),
        ({"publisher": "The Times", "url": "https://www.thetimes.co.uk/x"}, None, "times-uk"),
        ({"publisher": "The Times"}, None, "times-uk"),
        ({"publisher": "Somebody Holdings Ltd", "url": "https://www.politico.com/x"}, None, "politico"),
        ({"publisher": "CNN Politics - Breaking News"}, None, "cnn"),
        ({"publisher": "Politico | Home"}, None, "politico"),
        ({"publisher": "  "}, "  ", None),
        ({}, None, None),
    ],
)
def test_the_publisher_is_the_one_named_else_the_metadatas_else_the_addresss(registry, fields, named, outlet_id):
    found = publisher_of(draft(**fields), registry, named)
    assert (found.id if found else None) == outlet_id


def test_a_publisher_nobody_knows_is_still_one(registry):
    found = publisher_of(draft(url="https://news.harlowgazette.example/x", publisher="Harlow Gazette"), registry)
    assert (found.id, found.name, found.known) == ("harlow-gazette", "Harlow Gazette", False)
    assert found.domains == (Domain("harlowgazette.example"),)


def test_a_name_the_user_gives_is_taken_though_the_address_says_another(registry):
    found = publisher_of(draft(url="https://www.politico.com/x"), registry, "Harlow Gazette")
    assert (found.id, found.known) == ("harlow-gazette", False)


def test_an_address_alone_gives_its_domain(registry):
    found = publisher_of(draft(url="https://www.harlowgazette.example/x"), registry)
    assert (found.id, found.known) == ("harlowgazette.example", False)


@pytest.mark.parametrize("url", ["file:///tmp/draft.html", "about:blank", "draft.html", "http://["])
def test_an_address_that_is_no_host_says_nothing(registry, url):
    found = publisher_of(draft(url=url), registry)
    assert found is None or not found.known
