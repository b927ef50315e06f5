"""PS305: what is ours and what is borrowed stand in one sentence under one credit."""

from tests.rules.build import COURIER, HERALD, LEDGER, case, found, says
from tests.rules.offline import table

OURS = "the Harlow Herald"


def joint(text, source, content, **more):
    return case(text, says(source, "told", content, publisher=None, **more), publisher=HERALD)


FLAGGED = {
    "our-talk-inside-what-is-borrowed": case(
        "Holm, who spoke to the Harlow Herald on Monday, will close the plant, according to the Daily Ledger.",
        says(
            "the Daily Ledger",
            "according to",
            "Holm, who spoke to the Harlow Herald on Monday, will close the plant",
            outlet=LEDGER,
        ),
        publisher=HERALD,
    ),
    "what-we-have-learned-inside-what-is-borrowed": case(
        "The plant will close, we have learned, and the land is sold, the Daily Ledger reported.",
        says(
            "the Daily Ledger", "reported", "The plant will close, we have learned, and the land is sold", outlet=LEDGER
        ),
        publisher=HERALD,
    ),
    "told-this-newspaper-and-another": case(
        "Officials told this newspaper and the Daily Ledger that the plant will close.",
        says(
            "Officials",
            "told",
            "that the plant will close",
            venue="this newspaper and the Daily Ledger",
            venue_outlet=LEDGER,
        ),
        publisher=HERALD,
    ),
    "our-name-and-another-as-one-source": case(
        "Documents seen by the Daily Ledger and the Harlow Herald say that the plant will close.",
        says("the Daily Ledger", "say", "that the plant will close", outlet=LEDGER),
        says("the Harlow Herald", "say", "that the plant will close", outlet=HERALD),
        publisher=HERALD,
    ),
}

SILENT = {
    "ours-with-a-credit-of-its-own-inside-theirs": case(
        "The plant will close and the owners told us they are ill, the Daily Ledger reported.",
        says("the Daily Ledger", "reported", "The plant will close and the owners told us they are ill", outlet=LEDGER),
        says("the owners", "told", "they are ill", venue="us", inside=1),
        publisher=HERALD,
    ),
    "our-name-as-a-topic-of-theirs": case(
        "The Harlow Herald will cut forty jobs, the Daily Ledger reported.",
        says("the Daily Ledger", "reported", "The Harlow Herald will cut forty jobs", outlet=LEDGER),
        publisher=HERALD,
    ),
    "a-title-with-us-in-it": case(
        '"She is over the moon," a friend told Us Weekly.',
        says("a friend", "told", '"She is over the moon,"', venue="Us Weekly", venue_outlet=LEDGER),
        publisher=HERALD,
    ),
    "the-country": case(
        "The plant will close, the Ruritanian paper's US partner reported.",
        says("the Ruritanian paper's US partner", "reported", "The plant will close", outlet=LEDGER),
        publisher=HERALD,
    ),
    "us-as-readers": case(
        "The plant will close, which leaves us all colder, the Daily Ledger reported.",
        says("the Daily Ledger", "reported", "The plant will close, which leaves us all colder", outlet=LEDGER),
        publisher=HERALD,
    ),
    "each-with-its-own-credit": case(
        "Officials told this newspaper the plant will close, and the land will be sold, according to the Daily Ledger.",
        says("Officials", "told", "the plant will close", venue="this newspaper"),
        says("the Daily Ledger", "according to", "the land will be sold", outlet=LEDGER),
        publisher=HERALD,
    ),
    "borrowed-alone": case(
        "The plant will close, the Daily Ledger reported.",
        says("the Daily Ledger", "reported", "The plant will close", outlet=LEDGER),
        publisher=HERALD,
    ),
    "own-alone": case(
        "Officials told the Harlow Herald the plant will close.",
        says("Officials", "told", "the plant will close", venue="the Harlow Herald", venue_outlet=HERALD),
        publisher=HERALD,
    ),
    "two-others": case(
        "Officials told the Courier and the Daily Ledger that the plant will close.",
        says("the Courier", "told", "that the plant will close", outlet=COURIER),
        says("the Daily Ledger", "told", "that the plant will close", outlet=LEDGER),
        publisher=HERALD,
    ),
    "two-sentences": case(
        "Officials told this newspaper the plant will close. The land will be sold, the Daily Ledger reported.",
        says("Officials", "told", "the plant will close", venue="this newspaper"),
        says("the Daily Ledger", "reported", "The land will be sold", outlet=LEDGER),
        publisher=HERALD,
    ),
    "we-inside-quotation-marks": case(
        '"We will close the plant," Ada Holm told the Daily Ledger.',
        says("Ada Holm", "told", '"We will close the plant,"', venue="the Daily Ledger", venue_outlet=LEDGER),
        publisher=HERALD,
    ),
    "a-poll-of-two-houses": case(
        "Half of them stay at home, according to a Herald/Ledger poll.",
        says("a Herald/Ledger poll", "according to", "Half of them stay at home", outlet=LEDGER),
        says("Herald/Ledger", "according to", "Half of them stay at home", outlet=HERALD),
        publisher=HERALD,
    ),
    "a-poll-with-a-hyphen": case(
        "Half of them stay at home, according to a Harlow Herald-Ledger poll.",
        says("a Harlow Herald-Ledger poll", "according to", "Half of them stay at home", outlet=LEDGER),
        says("Harlow Herald-Ledger poll", "according to", "Half of them stay at home", outlet=HERALD),
        publisher=HERALD,
    ),
    "wire-copy": case(
        "HARLOW (Ledger) — Officials told us the plant will close.",
        says("Ledger", outlet=LEDGER, whole_text=True),
        says("Officials", "told", "the plant will close", venue="us"),
        publisher=HERALD,
    ),
    "nothing-attributed": case("The plant will close, and we are sorry.", publisher=HERALD),
}


@table(FLAGGED)
def test_a_joint_credit_is_flagged(case):
    assert found("PS305", case) == [case.article.text]


@table(SILENT)
def test_it_is_silent(case):
    assert found("PS305", case) == []
