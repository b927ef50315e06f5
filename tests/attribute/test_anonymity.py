import pytest

from provaudit.attribute.anonymity import add_anonymity
from provaudit.attribute.body import read_body
from provaudit.attribute.found import Found
from provaudit.model import Span


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
            "An engineer, who pleaded anonymity for fear of losing his job, said the deck was weak.",
            "An engineer, who pleaded anonymity for fear of losing his job",
            "for fear of losing his job",
        ),
        (
            "The deck is weak, according to a clerk in the port, who did not wish to be named.",
            "a clerk in the port, who did not wish to be named",
            None,
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


def reclaimed(text, source, cue, *content):
    """The source and what is said, of a reading whose parts a tagger parted so."""
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in (source, cue, *content)]
    one = Found((spans[0],), (spans[1],), tuple(spans[2:]), 0.9)
    (made,) = add_anonymity((one,), read_body(text, (Span(0, len(text)),)))
    return " … ".join(text[a:b] for a, b in made.source), [text[a:b] for a, b in made.content]


@pytest.mark.parametrize(
    ("source", "wording"),
    [
        ("two welders who spoke on condition of anonymity because", " they fear the yard"),
        ("two welders who spoke anonymously", ", fearing the yard, its owner and his sons"),
        ("two welders", ", who did not wish to be named"),
    ],
)
def test_wording_that_hides_a_name_is_no_part_of_what_is_said(source, wording):
    text = f"The hull leaks, according to {source}{wording}."
    taken = reclaimed(text, source, "according to", "The hull leaks", wording.lstrip(", "))
    assert taken == (source + wording, ["The hull leaks"])


def test_wording_that_hides_a_name_ends_where_what_is_said_begins():
    text = "According to two welders, who did not wish to be named, the hull leaks, and the keel too."
    said = "who did not wish to be named, the hull leaks, and the keel too"
    source, content = reclaimed(text, "two welders", "According to", said)
    assert source == "two welders, who did not wish to be named"
    assert content == ["the hull leaks, and the keel too"]


def test_what_is_said_of_anonymity_stays_what_is_said():
    text = "According to two welders, the clerk asked not to be named, and the foreman was."
    said = "the clerk asked not to be named, and the foreman was"
    assert reclaimed(text, "two welders", "According to", said) == ("two welders", [said])
