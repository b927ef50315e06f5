import pytest

PLACES = [
    ("The bridge closed in May, according to the mayor.", "the mayor", "The bridge closed in May"),
    ("According to the mayor, the bridge closed in May.", "the mayor", "the bridge closed in May"),
    ("The bridge, according to the mayor, closed in May.", "the mayor", "The bridge … closed in May"),
    ("The bridge closed, according to Ann Pell, a former toll collector.", "Ann Pell, a former toll collector", "The bridge closed"),
    ("The bridge closed, according to a report by the city auditor.", "a report by the city auditor", "The bridge closed"),
    ('"It is over for us," according to the mayor.', "the mayor", '"It is over for us,"'),
    ("According to a 2016 poll, most residents like the bridge.", "a 2016 poll", "most residents like the bridge"),
    ("The bridge closed, according to people who were not allowed to speak about it.", "people who were not allowed to speak about it", "The bridge closed"),
    ("The bridge closed, according to a memo, which was seen by nobody.", "a memo, which was seen by nobody", "The bridge closed"),
    ("According to a poll released Monday, most like it.", "a poll released", "most like it"),
    ("The bridge will close, according to Wall Street.", "Wall Street", "The bridge will close"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "content"), PLACES)
def test_according_to_is_read_wherever_it_stands(read, text, source, content):
    (one,) = read(text)
    assert (one.source.text, one.cue.text.lower(), one.content.text) == (source, "according to", content)


@pytest.mark.parametrize(
    "text",
    [
        "Everything went according to plan.",
        "The decks were built according to the original plans.",
        "Drivers pay according to the weight of the truck.",
        "Each was served according to his needs.",
        "According to custom, the mayor crosses first.",
        "Tolls rise according to a fixed schedule.",
    ],
)
def test_a_measure_is_no_source(read, text):
    assert read(text) == ()


def test_an_outlet_that_says_on_whose_word_is_the_outer_one(read):
    outer, inner = read("The Pelham Gazette reported that, according to the mayor, the bridge would close.")
    assert (outer.source.text, outer.parent) == ("The Pelham Gazette", None)
    assert (inner.source.text, inner.parent) == ("the mayor", outer.id)
    assert inner.content.text == "the bridge would close"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The inquiry, first reported by Axios, began in May.", "Axios", "The inquiry … began in May"),
        ("The deck had cracks, as first reported by the Daily Beast.", "the Daily Beast", "The deck had cracks"),
    ],
)
def test_as_reported_by_works_like_according_to(read, text, source, content):
    (one,) = read(text)
    assert (one.source.text, one.content.text) == (source, content)
