import pytest


@pytest.mark.parametrize(
    ("text", "source", "reason"),
    [
        (
            "A senior official who asked not to be named because she was not authorized to speak publicly said the deck was weak.",
            "A senior official who asked not to be named because she was not authorized to speak publicly",
            "because she was not authorized to speak publicly",
        ),
        (
            '"It is weak," said a senior official, speaking on condition of anonymity to discuss internal talks.',
            "a senior official, speaking on condition of anonymity to discuss internal talks",
            "to discuss internal talks",
        ),
        (
            "The deck is weak, according to a person who spoke on the condition of anonymity.",
            "a person who spoke on the condition of anonymity",
            None,
        ),
        (
            "An engineer, who declined to be identified for fear of losing his job, said the deck was weak.",
            "An engineer, who declined to be identified for fear of losing his job",
            "for fear of losing his job",
        ),
        (
            '"It is weak," an official told The Washington Post on condition of anonymity because the talks are private.',
            "an official … on condition of anonymity because the talks are private",
            "because the talks are private",
        ),
        (
            "The deck is weak, said an official who was not authorized to discuss it.",
            "an official who was not authorized to discuss it",
            "who was not authorized to discuss it",
        ),
    ],
)
def test_the_wording_that_hides_a_name_stays_with_the_source_and_gives_its_reason(read, text, source, reason):
    (one,) = read(text)
    assert one.source.text == source
    assert one.anonymity_reason == reason


@pytest.mark.parametrize(
    "text",
    [
        "A senior official familiar with the talks said the deck was weak.",
        "Ann Pell said the deck was weak because of the ice.",
        'Ann Pell said: "I was not authorized to speak."',
        "The mayor said the anonymous letter was a hoax because it named nobody.",
    ],
)
def test_no_reason_is_made_up(read, text):
    (one,) = read(text)
    assert one.anonymity_reason is None


def test_an_outlet_that_has_not_named_somebody_is_not_anonymous(read):
    (one,) = read("The Globe, which has not named the priest, said it reviewed records.")
    assert (one.source.text, one.anonymity_reason) == ("The Globe", None)
