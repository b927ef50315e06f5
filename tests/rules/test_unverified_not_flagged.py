"""PS306: a serious allegation at second hand, and no word that it could not be verified."""

from tests.rules.build import HERALD, case, found, says
from tests.rules.offline import pointed_at, table

FLAGGED = {
    "bribery": ("The contractor bribed two inspectors, according to Reuters.", "The contractor bribed two inspectors"),
    "abuse": (
        "Children were abused at the home for years, CNN reported.",
        "Children were abused at the home for years",
    ),
    "fraud": ("The owner was investigated for fraud, Politico reported.", "The owner was investigated for fraud"),
    "a-death": ("Two miners were killed in the fire, Reuters reported.", "Two miners were killed in the fire"),
    "told-another-outlet": ("Ada Holm told CNN that the owner stole the money.", "that the owner stole the money"),
}

SILENT = {
    "could-not-verify": "The contractor bribed two inspectors, according to Reuters. The Herald could not verify the report.",
    "not-independently-confirmed": (
        "The contractor bribed two inspectors, according to Reuters.\n\nThe report could not be independently confirmed."
    ),
    "remains-unverified": "The contractor bribed two inspectors, according to Reuters. The claim remains unverified.",
    "first-hand": "The contractor bribed two inspectors, prosecutor Lena Brandt said.",
    "no-allegation": "The contractor built two bridges, according to Reuters.",
    "not-attributed": "The contractor bribed two inspectors.",
    "a-name-that-holds-the-word": "The Serious Fraud Office has moved, according to Reuters.",
    "said-at-first-hand-too": (
        "The contractor bribed two inspectors in May, according to Reuters.\n\n"
        "The contractor bribed two inspectors in May, prosecutor Lena Brandt said."
    ),
}


@table(FLAGGED)
def test_an_unverified_allegation_is_flagged(case):
    text, words = case
    assert pointed_at("PS306", text) == [words]


@table(SILENT)
def test_it_is_silent(case):
    assert pointed_at("PS306", case) == []


def test_our_own_reporting_is_first_hand():
    text = "Ada Holm told the Harlow Herald that the owner stole the money."
    draft = case(
        text,
        says("Ada Holm", "told", "that the owner stole the money", venue="the Harlow Herald", venue_outlet=HERALD),
        publisher=HERALD,
    )
    assert found("PS306", draft) == []
