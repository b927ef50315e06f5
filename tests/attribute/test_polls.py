import pytest

from provaudit.model import Manner


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("In a new CNN poll, Pell leads Lee by three points.", "a new CNN poll", "Pell leads Lee by three points"),
        (
            "In the previous poll, conducted in early May, Pell led Lee by five points.",
            "the previous poll",
            "Pell led Lee by five points",
        ),
        ("Pell leads Lee by three points in a new CNN poll.", "a new CNN poll", "Pell leads Lee by three points"),
    ],
)
def test_a_poll_tells_without_a_verb(read, text, source, content):
    (one,) = read(text)
    assert (one.source.text, one.content.text) == (source, content)


def test_a_poll_that_shows_is_a_document(read):
    (one,) = read("A new CNN poll shows that Pell leads Lee.")
    assert (one.source.text, one.manner) == ("A new CNN poll", Manner.WRITING)


@pytest.mark.parametrize(
    "text",
    [
        "In a new park, the children of the town played until it was dark.",
        "Pell walked to the station in a heavy rain that fell all day.",
        "In polling places, the doors were open until late in the night.",
        "In May, a poll was held.",
    ],
)
def test_a_place_or_a_time_is_no_poll(read, text):
    assert read(text) == ()
