import pytest


@pytest.mark.parametrize(
    ("text", "chain", "said"),
    [
        (
            "Al Jazeera quoted a diplomat as saying that the border would open, Haaretz reported.",
            "Haaretz > Al Jazeera > a diplomat",
            "that the border would open",
        ),
        (
            "NHK quoted a minister as saying the reactor would restart, Kyodo News said on Tuesday.",
            "Kyodo News > NHK > a minister",
            "the reactor would restart",
        ),
        (
            "The border will open, according to Haaretz, citing CBC, which quoted a diplomat as saying talks were over.",
            "Haaretz > CBC > a diplomat",
            "The border will open … talks were over",
        ),
        (
            "According to Axios, NPR quoted an aide as saying the reactor would restart.",
            "Axios > NPR > an aide",
            "the reactor would restart",
        ),
        (
            "NHK quoted a minister as saying Friday that the reactor would restart, Kyodo News reported.",
            "Kyodo News > NHK > a minister",
            "that the reactor would restart",
        ),
        (
            "The reactor will restart, according to Kyodo News, citing NHK, which cited a ministry memo.",
            "Kyodo News > NHK > a ministry memo",
            "The reactor will restart",
        ),
    ],
)
def test_the_credit_at_the_end_and_every_citation_keep_their_place_in_the_chain(claims, text, chain, said):
    assert claims(text) == [(chain, said)]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Al Jazeera quoted a diplomat as saying that the border would open.", "Al Jazeera > a diplomat"),
        ("Al Jazeera quoted a diplomat as saying that the border, which he said was calm, would open.", "Al Jazeera > a diplomat"),
    ],
)  # fmt: skip
def test_a_sentence_without_a_closing_credit_gets_none(read, text, chain):
    known = {one.id: one for one in read(text)}
    assert " > ".join(one.source.text for one in list(known.values())[:2]) == chain
