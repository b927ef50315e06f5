import pytest


@pytest.mark.parametrize(
    ("text", "chain", "said"),
    [
        ("The vault was emptied twice, per a lawsuit filed in state court.", "a lawsuit filed in state court", "The vault was emptied twice"),
        ("Per an internal audit, the vault was emptied twice.", "an internal audit", "the vault was emptied twice"),
        ("The vault was emptied twice, per two people familiar with the audit.", "two people familiar with the audit", "The vault was emptied twice"),
        ("As per a story in the Indian Express, the vault was emptied twice.", "a story in the Indian Express", "the vault was emptied twice"),
        ("The vault was, in the words of one teller, an open door.", "one teller", "The vault was … an open door"),
        ("In the words of one teller, “it was an open door.”", "one teller", "“it was an open door.”"),
    ],
)  # fmt: skip
def test_papers_and_people_beside_a_sentence_have_said_it(claims, text, chain, said):
    assert claims(text) == [(chain, said)]


def test_in_the_words_of_stays_inside_the_speaker_s_own(read):
    pell, teller = read("Pell said the vault was, in the words of one teller, an open door.")
    assert (teller.parent, teller.content.text) == (pell.id, "the vault was … an open door")


@pytest.mark.parametrize(
    "text",
    [
        "The ferry costs nine dollars a trip, per passenger.",
        "Pell earns more than the board, per head.",
        "There is one name per document, two in all.",
        "In other words, the vault was an open door.",
        "Pell put it in the words of her own grandmother.",
    ],
)
def test_rates_and_turns_of_phrase_name_no_source(claims, text):
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("As we reported in March, the vault had been emptied twice.", "the vault had been emptied twice"),
        ("The vault had been emptied twice, as we reported in March.", "The vault had been emptied twice"),
    ],
)
def test_as_we_reported_tells_the_whole_of_it(claims, text, said):
    assert claims(text) == [("we", said)]
