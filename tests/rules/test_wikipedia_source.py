"""PC503: Wikipedia, or a copy of it, is the source."""

from tests.rules.offline import pointed_at, table

FLAGGED = {
    "according-to": ("The town has 3,100 inhabitants, according to Wikipedia.", ["Wikipedia"]),
    "wikipedia-says": ("Wikipedia says the town was founded in 1204.", ["Wikipedia"]),
    "in-the-list-of-sources": ("The town is old, Ada Holm said.\n\nSources: Wikipedia", ["Wikipedia"]),
}

LINKED = {
    "a-link-on-the-cue": (
        "The town is very old, it has been [reported](https://en.wikipedia.org/wiki/Harlow) for years.",
        ["reported"],
    ),
    "a-mirror": ("The town has 3,100 inhabitants ([source](https://www.wikiwand.com/en/Harlow)).", ["source"]),
    "its-name-on-the-link": (
        "The town is very old ([Wikipedia](https://en.wikipedia.org/wiki/Harlow)).",
        ["Wikipedia"],
    ),
}

SILENT = {
    "another-source": "The town has 3,100 inhabitants, according to the census.",
    "as-a-topic": "The town edits its article on Wikipedia every spring, Ada Holm said.",
    "inside-quotation-marks": '"I read on Wikipedia that we are old," Ada Holm said.',
    "an-encyclopaedia": "The town was founded in 1204, according to the Encyclopaedia Britannica.",
}

SILENT_LINKED = {
    "background-reading": "The [Orme valley](https://en.wikipedia.org/wiki/Orme) is old, Ada Holm said.",
    "a-link-elsewhere": "The town is very old, it has been [reported](https://www.reuters.com/harlow).",
    "a-host-that-only-ends-so": "The town is very old ([source](https://notwikipedia.org.example/harlow)).",
    "wikileaks": "The cable is old ([source](https://wikileaks.org/cable/1)).",
}


@table(FLAGGED)
def test_wikipedia_as_a_source_is_flagged(case):
    text, words = case
    assert pointed_at("PC503", text) == words


@table(LINKED)
def test_a_link_that_carries_the_credit_to_it_is_flagged(case):
    text, words = case
    assert pointed_at("PC503", text, form="markdown") == words


@table(SILENT)
def test_it_is_silent(case):
    assert pointed_at("PC503", case) == []


@table(SILENT_LINKED)
def test_it_is_silent_on_other_links(case):
    assert pointed_at("PC503", case, form="markdown") == []
