"""PA107: an outlet few readers know, and no word on what it is."""

from tests.rules.build import LEDGER, case, found, outlet, says
from tests.rules.offline import pointed_at, table

EYE = outlet("Harlow Eye", "harloweye.example", known=False)


def eye(text, **more):
    return case(text, says("Harlow Eye", "according to", "The plant will close", outlet=EYE), **more)


FLAGGED = {
    "unknown": eye("The plant will close, according to Harlow Eye."),
    "a-description-of-something-else": eye(
        "The plant will close, according to Harlow Eye. A newspaper lay on the gate."
    ),
    "a-comma-is-no-description": eye("The plant will close, according to Harlow Eye, and the gate too."),
    "unknown-as-a-venue": case(
        "Ada Holm told Harlow Eye the plant will close.",
        says("Ada Holm", "told", "the plant will close", venue="Harlow Eye", venue_outlet=EYE),
    ),
}

SILENT = {
    "a-noun-and-a-comma-before": eye("The plant will close, according to the town's weekly, Harlow Eye."),
    "an-apposition-after": eye("The plant will close, according to Harlow Eye, a blog about local politics."),
    "a-noun-before": eye("The plant will close, according to the trade weekly Harlow Eye."),
    "a-relative-clause": eye("The plant will close, according to Harlow Eye, which is a site run by the union."),
    "a-bracket": eye("The plant will close, according to Harlow Eye (a podcast)."),
    "described-elsewhere": eye(
        "The plant will close, according to Harlow Eye.\n\nHarlow Eye is a newsletter for welders."
    ),
    "a-known-outlet": case(
        "The plant will close, according to the Daily Ledger.",
        says("the Daily Ledger", "according to", "The plant will close", outlet=LEDGER),
    ),
    "the-publisher-itself": eye("The plant will close, according to Harlow Eye.", publisher=EYE),
    "a-person": case("The plant will close, said Ada Holm.", says("Ada Holm", "said", "The plant will close")),
    "its-name-says-it": case(
        "The plant will close, according to the Harlow Eye newspaper.",
        says(
            "the Harlow Eye newspaper",
            "according to",
            "The plant will close",
            outlet=outlet("Harlow Eye newspaper", "harloweye.example", known=False),
        ),
    ),
}


@table(FLAGGED)
def test_an_undescribed_outlet_is_flagged_once(case):
    assert found("PA107", case) == ["Harlow Eye"]


@table(SILENT)
def test_it_is_silent(case):
    assert found("PA107", case) == []


def test_only_the_first_mention_is_flagged():
    text = "The plant will close, according to Harlow Eye. Harlow Eye said the gate would too."
    draft = case(
        text,
        says("Harlow Eye", "according to", "The plant will close", outlet=EYE),
        says("Harlow Eye", "said", "the gate would too", outlet=EYE, nth=0),
    )
    assert found("PA107", draft) == ["Harlow Eye"]


def test_outlets_of_the_registry_are_known():
    assert pointed_at("PA107", "The plant will close, according to Reuters.") == []


def test_a_masthead_nobody_knows_is_flagged_and_one_described_is_not():
    assert pointed_at("PA107", "The plant will close, according to the Orme Valley Gazette.") == [
        "the Orme Valley Gazette"
    ]
    assert pointed_at("PA107", "The plant will close, according to a local paper, the Orme Valley Gazette.") == []
