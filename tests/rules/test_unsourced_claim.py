"""PA106: a figure or an allegation, and no source in its paragraph."""

from tests.rules.offline import pointed_at, table

FLAGGED = {
    "an-amount": ("The ministry spent 14 million euros on the bridge.", "14 million"),
    "money-with-a-sign": ("The bridge has cost $3.4 million so far.", "$3.4 million"),
    "a-share": ("Traffic on the bridge has fallen by 40 percent.", "40 percent"),
    "a-share-in-words": ("Two in three households have no other way to the station.", "Two in three"),
    "a-count": ("The works laid off 1,200 welders in the spring.", "1,200 welders"),
    "a-count-of-people": ("The march drew 350 people from both banks.", "350 people"),
    "a-rate": ("Rents on the east bank rose by 9% a year.", "9%"),
    "an-allegation": ("The contractor bribed two inspectors to sign the papers.", "bribed"),
    "fraud": ("Nobody at the works stopped the fraud.", "fraud"),
}

SILENT = {
    "a-source-in-the-paragraph": "The ministry spent 14 million euros on the bridge. That is too much, said Ada Holm.",
    "a-document-in-the-paragraph": "The ministry spent 14 million euros on the bridge, according to its annual report.",
    "a-date": "The bridge was opened on 14 May 1931 and closed on Sept. 11, 2001.",
    "an-age": "Holm, 58, joined the 45-year-old club at the age of 12.",
    "a-clock-time": "The gates open at 10:30 and close at 18.00.",
    "a-score": "Harlow beat Selby 21-14 after a goalless first half.",
    "a-span-of-time": "The bridge took 14 months to build and stood for 90 years.",
    "a-year-before-a-noun": "The 2006 elections were held in the old works canteen.",
    "a-road-and-a-section": "Route 66 is closed, and so is the hall named in Section 230 of the plan.",
    "small-numbers": "Two children and three dogs were on the bridge.",
    "inside-quotation-marks": 'On the wall somebody has painted "14 million euros for nothing".',
    "a-name-that-holds-the-word": "The Serious Fraud Office moved to the east bank in the spring.",
    "no-figure-at-all": "The bridge is closed, and nobody minds.",
    "the-headline": "Bridge cost 14 million euros\n\nThe bridge is closed, and nobody minds.",
}


@table(FLAGGED)
def test_a_figure_or_allegation_without_a_source_is_flagged(case):
    text, words = case
    assert pointed_at("PA106", text) == [words]


@table(SILENT)
def test_it_is_silent(case):
    assert pointed_at("PA106", case) == []


def test_an_allegation_leads_over_a_figure_in_one_sentence():
    assert pointed_at("PA106", "The contractor bribed two inspectors with 3,000 euros.") == ["bribed"]
