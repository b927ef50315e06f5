"""PL602: an outlet is credited in a linking format, and no link leads to it."""

from tests.rules.build import HERALD, LEDGER, case, found, says
from tests.rules.offline import pointed_at, table

FLAGGED = {
    "markdown": ("The plant will close, according to Reuters.", "markdown", ["Reuters"]),
    "html": ("<p>The plant will close, according to Reuters.</p>", "html", ["Reuters"]),
    "a-venue": ("Ada Holm told CNN that the plant will close.", "markdown", ["CNN"]),
    "a-link-to-somebody-else-elsewhere": (
        "The plant will close, according to Reuters.\n\nThe [gate](https://gate.example/) is shut.",
        "markdown",
        ["Reuters"],
    ),
    "two-outlets": (
        "The plant will close, according to Reuters.\n\nThe owners are ill, according to Politico.",
        "markdown",
        ["Reuters", "Politico"],
    ),
}

SILENT = {
    "linked-on-the-credit": (
        "The plant will close, [according to Reuters](https://www.reuters.com/plant).",
        "markdown",
    ),
    "linked-elsewhere": (
        "The plant will close, according to Reuters.\n\nThe [gate](https://www.reuters.com/plant) is shut.",
        "markdown",
    ),
    "a-link-in-the-sentence": ("The [plant](https://short.example/p) will close, according to Reuters.", "markdown"),
    "a-subdomain": ("The plant will close, according to Reuters. [More](https://graphics.reuters.com/x).", "markdown"),
    "plain-text-has-no-links": ("The plant will close, according to Reuters.", "text"),
    "a-person": ("The plant will close, said Ada Holm.", "markdown"),
    "a-platform": ("Ada Holm wrote on X that the plant will close.", "markdown"),
    "named-and-not-credited": ("A man at the gate read Reuters on his phone, Ada Holm said.", "markdown"),
}


@table(FLAGGED)
def test_an_outlet_without_a_link_is_flagged_once(case):
    text, form, words = case
    assert pointed_at("PL602", text, form=form) == words


@table(SILENT)
def test_it_is_silent(case):
    text, form = case
    assert pointed_at("PL602", text, form=form) == []


def test_the_draft_need_not_link_itself():
    text = "Ada Holm told the Harlow Herald that it will close."
    said = says("Ada Holm", "told", "that it will close", venue="the Harlow Herald", venue_outlet=HERALD)
    assert found("PL602", case(text, said, publisher=HERALD, form="html")) == []
    assert found("PL602", case(text, said, publisher=LEDGER, form="html")) == ["the Harlow Herald"]
