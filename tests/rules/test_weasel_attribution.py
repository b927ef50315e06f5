"""PA105: a nameless group is made to say it."""

from tests.rules.offline import pointed_at, table

FLAGGED = {
    "critics-say": ("Critics say the bridge will never pay for itself.", "Critics"),
    "experts-believe": ("Many experts believe the bridge will never pay for itself.", "Many experts"),
    "some-say": ("Some say the bridge is haunted.", "Some"),
    "observers-have-long-argued": (
        "Political observers have long argued that the mayor is tired.",
        "Political observers",
    ),
    "after-the-claim": ("The bridge will never pay for itself, analysts said on Tuesday.", "analysts"),
    "according-to-experts": ("The bridge will never pay for itself, according to experts.", "experts"),
    "said-by-many": ("The bridge is considered by many a failure.", "many"),
    "his-supporters-insist": ("Her supporters insist that the bridge was cheap.", "Her supporters"),
    "a-camp-is-no-name": ("Republican critics say the bridge was cheap.", "critics"),
}

SILENT = {
    "a-number": "Three of the five engineers say the bridge is unsafe, and two experts say it is not.",
    "a-share": "About 60 percent of researchers say the bridge is unsafe.",
    "a-name-as-an-example": "Critics such as Ada Holm say the bridge is unsafe.",
    "including-a-name": "Critics say the bridge is unsafe, including Ada Holm, who built it.",
    "and-other-experts": "Ada Holm and other experts say the bridge is unsafe.",
    "an-organisation-before-the-group": "The study by UNESCO experts said the bridge is unsafe.",
    "inside-quotation-marks": '"Critics say the bridge is unsafe, and some say I am," Ada Holm said.',
    "a-group-as-a-topic": "The mayor met critics of the bridge on Monday and had lunch with them.",
    "some-as-a-determiner": "Some bridges say more about a town than its town hall does.",
    "one-named-expert": "Ada Holm, an expert on bridges, says it is unsafe.",
    "a-nest-under-a-name": "Critics say the bridge is unsafe, according to Ada Holm.",
}


@table(FLAGGED)
def test_a_nameless_group_is_flagged(case):
    text, words = case
    assert pointed_at("PA105", text) == [words]


@table(SILENT)
def test_it_is_silent(case):
    assert pointed_at("PA105", case) == []
