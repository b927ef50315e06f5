import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Amid reports that the ferry leaked, Reuters notes Pell has stayed silent for a week.",
            [("reports", "that the ferry leaked"), ("Reuters", "Pell has stayed silent for a week")],
        ),
        (
            "Amid rumours that the ferry leaked, Axios noted that Pell said nothing of it in March.",
            [("rumours", "that the ferry leaked"), ("Axios", "that Pell said nothing of it in March")],
        ),
        (
            "Amid reports that Pell was paid, Axios noted Pell denied it in March.",
            [("reports", "that Pell was paid"), ("Axios", "Pell denied it in March")],
        ),
        (
            "Amid local media reports that Pell was paid, Axios notes Pell has argued for a new ferry.",
            [("local media reports", "that Pell was paid"), ("Axios", "Pell has argued for a new ferry")],
        ),
    ],
)
def test_reports_at_the_head_of_a_sentence_stand_beside_the_outlet_and_a_mere_subject_says_nothing(claims, text, found):
    assert claims(text) == found


@pytest.mark.parametrize(
    ("text", "chain", "said"),
    [
        ("Axios notes Pell said the hull was new.", "Axios > Pell", "the hull was new"),
        ("Axios notes that Pell denied she was paid.", "Axios > Pell", "she was paid"),
    ],
)
def test_a_subject_that_speaks_stands_inside_the_outlet(claims, text, chain, said):
    assert claims(text) == [(chain, said)]
