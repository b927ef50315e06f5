"""PL603: the words credit one outlet, and the link beside them leads to another."""

from tests.rules.build import COURIER, LEDGER, case, found, says
from tests.rules.offline import pointed_at, table

FLAGGED = {
    "on-the-credit": (
        "[Reuters reported](https://www.nytimes.com/2026/plant.html) that the plant will close.",
        ["Reuters reported"],
    ),
    "on-the-cue": ("The plant will close, Reuters [reported](https://www.politico.com/plant).", ["reported"]),
    "on-the-content": (
        "Reuters reported that [the plant will close](https://www.nytimes.com/plant).",
        ["the plant will close"],
    ),
    "through-an-archive": (
        "[Reuters reported](https://web.archive.org/web/2026/https://www.nytimes.com/plant) that the plant will close.",
        ["Reuters reported"],
    ),
    "on-the-venue": ("Ada Holm [told CNN](https://www.foxnews.com/plant) that the plant will close.", ["told CNN"]),
}

SILENT = {
    "its-own-page": "[Reuters reported](https://www.reuters.com/plant) that the plant will close.",
    "its-subdomain": "[Reuters reported](https://graphics.reuters.com/plant) that the plant will close.",
    "its-page-in-an-archive": "[Reuters reported](https://web.archive.org/web/2026/https://www.reuters.com/p) that it will close.",
    "a-shortener": "[Reuters reported](https://bit.ly/3abc) that the plant will close.",
    "a-host-nobody-knows": "[Reuters reported](https://documents.example/plant.pdf) that the plant will close.",
    "a-platform": "[Reuters reported](https://twitter.com/Reuters/status/1) that the plant will close.",
    "an-aggregator": "[Reuters reported](https://news.yahoo.com/plant) that the plant will close.",
    "a-person-has-no-site": "Ada Holm [said](https://www.nytimes.com/plant) that the plant will close.",
    "a-background-link-in-another-sentence": "Reuters reported that it will close. The [plant](https://www.nytimes.com/p) is old.",
    "two-credits-each-with-its-own-link": (
        "[Reuters](https://www.reuters.com/p) and [Politico](https://www.politico.com/p) reported that it will close."
    ),
}


@table(FLAGGED)
def test_a_link_to_another_outlet_is_flagged(case):
    text, words = case
    assert pointed_at("PL603", text, form="markdown") == words


@table(SILENT)
def test_it_is_silent(case):
    assert pointed_at("PL603", case, form="markdown") == []


def test_pages_of_one_owner_are_left_alone():
    from dataclasses import replace

    ledger, courier = replace(LEDGER, owner="Vale Group"), replace(COURIER, owner="Vale Group")
    text = "The Daily Ledger reported it. The Courier agreed it was so."
    said = [
        says("The Daily Ledger", "reported", "it", outlet=ledger),
        says("The Courier", "agreed", "it was so", outlet=courier),
    ]
    links = [("reported", "https://courier.example/plant")]
    assert found("PL603", case(text, *said, links=links, form="html")) == []
