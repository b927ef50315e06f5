import pytest


@pytest.mark.parametrize(
    ("text", "chain", "said"),
    [
        (
            "The Boston Globe was told by two nurses that the ward had been closed.",
            "The Boston Globe @ two nurses",
            "that the ward had been closed",
        ),
        ("The ward had been closed, Reuters was told by a surgeon.", "Reuters @ a surgeon", "The ward had been closed"),
        ("The board was told by auditors that the fund was empty.", "auditors", "that the fund was empty"),
        ("Axios has been told that the fund is empty.", "Axios", "that the fund is empty"),
        (
            "The board has been told by auditors that the fund is empty, two members said.",
            "two members > auditors",
            "that the fund is empty",
        ),
    ],
)
def test_whoever_told_an_outlet_is_the_source_and_the_outlet_the_venue(claims, text, chain, said):
    assert claims(text) == [(chain, said)]


@pytest.mark.parametrize(
    ("text", "chain", "said"),
    [
        ("Pell was quoted by the Daily Express as saying the fund was empty.", "Daily Express @ Pell", "the fund was empty"),
        ("Pell was quoted as saying by Xinhua that the fund was empty.", "Xinhua @ Pell", "that the fund was empty"),
        ("“The fund is empty,” Pell was quoted as saying in Le Monde.", "Le Monde @ Pell", "“The fund is empty,”"),
        ("Pell was later quoted as saying: “The fund is empty.”", "Pell", "“The fund is empty.”"),
        ("Pell, who was quoted by Le Monde as saying the fund was empty, resigned.", "Le Monde @ Pell", "the fund was empty"),
        ("“It is empty,” Pell was quoted as saying by Xinhua, NPR reported.", "NPR > Xinhua @ Pell", "“It is empty,”"),
    ],
)  # fmt: skip
def test_whoever_is_quoted_is_the_source_and_who_quotes_the_venue(claims, text, chain, said):
    assert claims(text) == [(chain, said)]


@pytest.mark.parametrize(
    ("text", "marker", "said"),
    [
        ("I'm told the fund will close in June.", "I'm told", "the fund will close in June"),
        ("The board, we are told, has met twice.", "we are told", "The board … has met twice"),
        ("The fund will close in June, I have been told.", "I have been told", "The fund will close in June"),
        ("I'm told by two members that the fund is empty.", "two members", "that the fund is empty"),
    ],
)
def test_i_am_told_is_an_unnamed_source(claims, text, marker, said):
    assert claims(text) == [(marker, said)]


@pytest.mark.parametrize(
    "text",
    [
        "Pell was told by her doctor to rest for a week.",
        "The fund was quoted by brokers at nine dollars a share.",
        "“I'm told you never sleep,” Pell said.",
        "We are told of it in the second chapter.",
        "We're told to wait until the fund is open.",
    ],
)
def test_orders_prices_and_quoted_hearsay_make_no_unnamed_source(read, text):
    assert all(one.source.text == "Pell" for one in read(text))
