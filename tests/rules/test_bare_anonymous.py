"""PN201: "a source said", and nothing about the source."""

from tests.rules.build import anonymous, case, found
from tests.rules.offline import pointed_at, table

FLAGGED = {
    "sources-first": ("Sources said the deal is close to collapse.", "Sources"),
    "sources-told-an-outlet": ("Sources told CNN that the deal is close to collapse.", "Sources"),
    "a-source-said": ("The deal is close to collapse, a source said.", "a source"),
    "said-a-source": ("The deal is close to collapse, said a source.", "a source"),
    "sources-said": ("The deal is close to collapse, sources said.", "sources"),
    "an-unnamed-source": ("The deal is close to collapse, an unnamed source said.", "an unnamed source"),
    "according-to-sources": ("The deal is close to collapse, according to sources.", "sources"),
    "multiple-sources": ("Multiple sources said the deal is close to collapse.", "Multiple sources"),
    "an-insider": ("An insider said the deal is close to collapse.", "An insider"),
    "anonymity-is-no-description": (
        "The deal is close to collapse, a source said on condition of anonymity.",
        "a source",
    ),
}

SILENT = {
    "an-adjective-no-list-has": "Courthouse sources said the deal is close to collapse.",
    "a-heading-of-sources": "The deal is off, Ada Holm said.\n\nSources: Reuters",
    "who-knows-how": "The deal is close to collapse, said a source who has read both drafts of the contract.",
    "familiar-with": "A source familiar with the talks said the deal is close to collapse.",
    "close-to": "A source close to the owners said the deal is close to collapse.",
    "in-the-room": "A source in the room said the deal is close to collapse.",
    "an-adjective-that-tells": "A Democratic source said the deal is close to collapse.",
    "an-official": "A ministry official said the deal is close to collapse.",
    "a-named-source": "Ada Holm said the deal is close to collapse.",
    "inside-quotation-marks": '"A source said the deal is off, and a source is always wrong," Ada Holm said.',
    "sources-of-energy": "The plant draws on three sources of heat, Ada Holm said.",
    "the-source-of-a-river": "The source of the Orme lies above Selby, Ada Holm said.",
}


@table(FLAGGED)
def test_a_bare_source_is_flagged(case):
    text, words = case
    assert [one.casefold() for one in pointed_at("PN201", text)] == [words.casefold()]


@table(SILENT)
def test_it_is_silent(case):
    assert pointed_at("PN201", case) == []


def test_the_source_means_one_described_before():
    text = "A source close to the owners said the deal is off. The source said it was never on."
    draft = case(
        text,
        anonymous("A source close to the owners", "said", "the deal is off"),
        anonymous("The source", "said", "it was never on"),
    )
    assert found("PN201", draft) == []


def test_another_source_is_flagged_beside_a_described_one():
    text = "A source close to the owners said the deal is off. Another source said it was never on."
    draft = case(
        text,
        anonymous("A source close to the owners", "said", "the deal is off"),
        anonymous("Another source", "said", "it was never on"),
    )
    assert found("PN201", draft) == ["Another source"]


def test_the_source_is_not_flagged_again():
    text = "A source said the deal is off. The source said it was never on."
    draft = case(
        text,
        anonymous("A source", "said", "the deal is off"),
        anonymous("The source", "said", "it was never on"),
    )
    assert found("PN201", draft) == ["A source"]
