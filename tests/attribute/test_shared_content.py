import pytest


@pytest.mark.parametrize(
    ("text", "sources", "said"),
    [
        ("Reuters reported, and the bank confirmed, that the vault was empty.", ["Reuters", "the bank"], "that the vault was empty"),
        ("CBS, NPR and Axios reported, and the bank confirmed, that the vault was empty.", ["CBS, NPR and Axios", "the bank"], "that the vault was empty"),
        ("Axios reported — and NPR later confirmed — that the vault was empty.", ["Axios", "NPR"], "that the vault was empty"),
        ("The vault was empty, as first reported by Axios and later confirmed by the bank.", ["Axios", "the bank"], "The vault was empty"),
        ("The theft, first reported by Axios and independently confirmed by NPR, was the third.", ["Axios", "NPR"], "The theft … was the third"),
    ],
)  # fmt: skip
def test_two_who_share_what_is_said_have_it_each(claims, text, sources, said):
    assert claims(text) == [(source, said) for source in sources]


@pytest.mark.parametrize(
    "text",
    [
        "The theft, first reported by Axios and NPR, was the third.",
        "The bank reported, in a letter, that the vault was empty.",
        "Axios reported that the vault was empty, and that the bank confirmed nothing.",
    ],
)
def test_one_verb_makes_one_attribution(read, text):
    assert sum(one.parent is None for one in read(text)) == 1
