import pytest


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The plan, which CNN said would cost $4 billion, is dead.", "would cost $4 billion"),
        ("The mayor, who the Gazette says is ill, will stay.", "is ill"),
    ],
)
def test_what_is_said_in_a_relative_clause_ends_with_it(read, text, said):
    (one,) = read(text)
    assert one.content.text.endswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "Crews closed the deck, which Pell said was old, cracked and weak.",
        "Pell said the deck, which was old, is weak.",
        "Pell said the deck was old, is weak and will close.",
    ],
)
def test_a_comma_of_the_words_themselves_ends_nothing(read, text):
    (one,) = read(text)
    assert one.content.text.endswith(("weak", "close"))
