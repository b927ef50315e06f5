import pytest


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ('Pat Lowe appeared on CNN on Monday. "I am happy," she said.', "CNN"),
        ("Pat Lowe sat down with Reuters on Monday. She said she was happy.", "Reuters"),
        ('Pat Lowe, asked about it on "Fox News Sunday," laughed. "I am happy," she said.', "Fox News Sunday"),
        ('In an interview with CNN, Pat Lowe laughed. "I am happy," she said.', "CNN"),
        ("Pat Lowe told BBC Radio Leeds that forty roofs leaked. She said she was happy.", "BBC Radio Leeds"),
        ('Pat Lowe told Reuters roofs leaked. "I am happy," she said. She added that it would pass.', "Reuters"),
    ],
)
def test_who_goes_on_speaking_speaks_in_the_interview(read, text, outlet):
    assert read(text)[-1].venue.text == outlet


@pytest.mark.parametrize(
    "text",
    [
        "Pat Lowe appeared on CNN on Monday. The mayor said all was well.",
        'Pat Lowe appeared on CNN on Monday.\n\n"I am happy," she said.',
        "Pat Lowe worked on the Guardian for years. She said she was happy.",
        "Pat Lowe met the owner of CNN on Monday. She said she was happy.",
        "Pat Lowe told Reuters that Ann Bo had resigned. She said she was happy.",
        "Pat Lowe told Reuters that roofs leaked. The council met on Monday. She said she was happy.",
        "Pat Lowe spoke to workers at Reuters on Monday. She said she was happy.",
    ],
)
def test_another_speaker_or_another_paragraph_is_no_interview(read, text):
    assert read(text)[-1].venue is None
