import pytest

BEFORE = "The council met on Monday in the old hall by the river.\n\n"


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("CNN first published the recording on Tuesday, and the union handed it to a judge.", "CNN", "first published", "the recording"),
        ("The lease came to light through Newsmax, which unearthed two letters of the mayor.", "Newsmax", "unearthed", "two letters of the mayor"),
        ("The vote was called off after the New York Times obtained the minutes of two meetings.", "the New York Times", "obtained", "the minutes of two meetings"),
        ("Newsmax had already uncovered payments to three clerks and said it would go on.", "Newsmax", "had already uncovered", "payments to three clerks"),
    ],
)  # fmt: skip
def test_what_an_outlet_brought_to_light_is_its(read, sentence, source, cue, content):
    assert (source, cue, content) in [
        (one.source.text, one.cue.text, one.content.text)
        for one in read(BEFORE + sentence)
        if one.source and one.cue and one.content
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "CNN has not published the video.",
        "CNN published it.",
        "CNN aired on Friday.",
        "A friend of CNN published the video.",
        "The mayor published the minutes of two meetings.",
        "“CNN published the video,” Pell said.",
    ],
)
def test_other_words_are_not_taken_for_news_that_an_outlet_broke(read, sentence):
    assert not [one for one in read(BEFORE + sentence) if one.cue and one.source and one.source.text == "CNN"]
    assert not [one for one in read(BEFORE + sentence) if one.cue and "published" in one.cue.text]


@pytest.mark.parametrize(
    "sentence",
    [
        "According to Newsmax, which obtained the report, the repairs cost $4 million.",
        "The repairs cost $4 million, according to Newsmax, which obtained the report.",
    ],
)
def test_how_the_outlet_that_says_it_came_by_it_is_no_claim(read, sentence):
    (one,) = read(BEFORE + sentence)
    assert one.content.text.lower() == "the repairs cost $4 million"


def test_words_that_a_speaker_told_already_stay_hers(read):
    (one,) = read(BEFORE + "Pell said that CNN published the video of the vote.")[:1]
    assert (one.source.text, one.content.text) == ("Pell", "that CNN published the video of the vote")
