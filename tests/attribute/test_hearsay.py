import pytest

HEARSAY = [
    ("The bridge has reportedly been closed since March.", "reportedly", "The bridge has … been closed since March"),
    ("The bridge is said to be unsafe.", "is said to", "The bridge … be unsafe"),
    ("It has been reported that the bridge is unsafe.", "It has been reported that", "the bridge is unsafe"),
    ("The piers are rumored to be hollow.", "are rumored to", "The piers … be hollow"),
    ("It emerged on Monday that the piers were hollow.", "It emerged on Monday that", "the piers were hollow"),
    ("The mayor quit after it emerged that the piers were hollow.", "it emerged that", "the piers were hollow"),
    ("There were reports that the piers were hollow.", "There were reports that", "the piers were hollow"),
]


@pytest.mark.parametrize(("text", "cue", "content"), HEARSAY)
def test_a_word_that_admits_a_source_without_naming_it_is_hearsay(read, text, cue, content):
    (one,) = read(text)
    assert one.hearsay
    assert one.source is None
    assert (one.cue.text, one.content.text) == (cue, content)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor allegedly took bribes.",
        "The bridge was believed to be safe.",
        "The mayor is happy to be back.",
        "The bridge has reportedly been closed, according to the BBC.",
        "The BBC said the bridge was reportedly closed.",
        '"It is said to be unsafe," Pell said.',
        "She was told to leave.",
        "The mayor emerged from the hall and said that the bridge was closed.",
    ],
)
def test_a_hedge_or_a_named_source_is_no_hearsay(read, text):
    assert not any(one.hearsay for one in read(text))


def test_a_speaker_known_by_hearsay_stands_inside_it(read):
    outer, inner = read("Pell reportedly told the council that the deck was weak.")
    assert outer.hearsay
    assert outer.source is None
    assert (inner.source.text, inner.parent) == ("Pell", outer.id)
