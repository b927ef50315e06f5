"""PN202: an unnamed source, and no reason why it is unnamed."""

from tests.rules.build import anonymous, case, found
from tests.rules.offline import pointed_at, table

FLAGGED = {
    "an-official": ("The deal is close to collapse, said an official familiar with the talks.", "an official"),
    "a-source-close-to": ("A source close to the owners said the deal is close to collapse.", "A source"),
    "condition-of-anonymity-is-no-reason": (
        "An official of the ministry, who spoke on condition of anonymity, said the deal is off.",
        "An official",
    ),
    "aides": ("Two aides to the minister said the deal is close to collapse.", "Two aides"),
}

SILENT = {
    "not-authorised": "The deal is off, said an official familiar with the talks, who was not authorized to speak publicly.",
    "because": "The deal is off, said an official, who asked not to be named because the talks are private.",
    "fear": "A nurse at the clinic, who asked not to be identified for fear of losing her job, said the ward was shut.",
    "in-the-next-sentence": (
        "The deal is off, said an official of the ministry. The official spoke on condition of anonymity to discuss "
        "private talks."
    ),
    "to-discuss-private-talks": "The deal is off, said an official who spoke on condition of anonymity to discuss private talks.",
    "bare-is-the-other-rules": "The deal is close to collapse, a source said.",
    "not-permitted-to-speak-to-the-press": (
        "According to a source close to the inquiry who was not permitted to speak to the press, the deal is off."
    ),
    "a-group-that-was-heard": "Residents said the deal is close to collapse. Rebel MPs said it was off.",
    "so-many-of-a-group": "Two of the skippers said the deal is close to collapse.",
    "a-named-official": "Paul Lindqvist, an official of the ministry, said the deal is close to collapse.",
    "an-institution": "The ministry said the deal is close to collapse.",
    "inside-quotation-marks": '"An official close to the talks told me the deal is off," Ada Holm said.',
    "what-somebody-wants-is-no-speech": "Officials wanted the deal to collapse. The deal is off, Ada Holm said.",
}


@table(FLAGGED)
def test_an_unexplained_source_is_flagged(case):
    text, words = case
    (said,) = pointed_at("PN202", text)
    assert said.startswith(words)


@table(SILENT)
def test_it_is_silent(case):
    assert pointed_at("PN202", case) == []


def test_a_source_is_flagged_at_its_first_mention_alone():
    text = "An official of the ministry said the deal is off. An official of the ministry said it was never on."
    draft = case(
        text,
        anonymous("An official of the ministry", "said", "the deal is off"),
        anonymous("An official of the ministry", "said", "it was never on", nth=1),
    )
    assert found("PN202", draft) == ["An official of the ministry"]


def test_a_reason_that_identify_found_counts():
    text = "An official of the ministry said the deal is off."
    draft = case(
        text, anonymous("An official of the ministry", "said", "the deal is off", reason="the talks are private")
    )
    assert found("PN202", draft) == []
