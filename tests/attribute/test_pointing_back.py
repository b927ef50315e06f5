import pytest

SAID = "Crews found forty cracks in the deck"


@pytest.mark.parametrize(
    ("credit", "source"),
    [
        ("That's according to the Pelham Gazette.", "the Pelham Gazette"),
        ("That is according to new data from the city.", "new data from the city"),
        ("According to Radio Pelham, basically.", "Radio Pelham"),
        ("At least according to Radio Pelham.", "Radio Pelham"),
        ("So says the Pelham Gazette.", "the Pelham Gazette"),
        ("Or so the Pelham Gazette reported.", "the Pelham Gazette"),
        ("At least, that's what Mayor Pell told reporters.", "Mayor Pell"),
    ],
)
def test_credit_in_a_sentence_of_its_own_is_for_the_sentence_before(read, credit, source):
    found = [one for one in read(f"The council met on Monday. {SAID}. {credit}") if one.source.text == source]
    assert [one.content.text for one in found] == [SAID]


def test_such_a_credit_reaches_over_the_end_of_a_paragraph(read):
    (one,) = read(f"{SAID}.\n\nThat's according to the Pelham Gazette.")
    assert (one.source.text, one.content.text) == ("the Pelham Gazette", SAID)


def test_whoever_speaks_in_the_sentence_before_stands_inside_the_credit(read):
    outer, inner = read("Pell said the deck was weak. That's according to the Pelham Gazette.")
    assert (outer.source.text, inner.source.text, inner.parent) == ("the Pelham Gazette", "Pell", outer.id)


@pytest.mark.parametrize(
    "credit",
    [
        "According to the Pelham Gazette, the deck is safe.",
        "According to plan.",
        "So the mayor said no.",
        "That's what matters to Pell.",
        "Not according to the Pelham Gazette.",
    ],
)
def test_a_sentence_that_tells_something_itself_points_nowhere(read, credit):
    assert all(one.content is None or SAID not in one.content.text for one in read(f"{SAID}. {credit}"))


def test_with_no_sentence_before_there_is_nothing_to_point_to(read):
    assert all(one.content for one in read("That's according to the Pelham Gazette."))
