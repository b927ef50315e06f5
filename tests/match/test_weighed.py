"""What checks found and what the second reader thinks are weighed; a difference only the reader sees is put into words."""

import pytest

from provaudit.match import Opinion, SecondReader, match
from provaudit.match.findings import Search
from provaudit.match.located import located
from provaudit.match.reading import read_article, read_claim
from provaudit.match.weighed import weighed
from provaudit.model import Article, AttributionKind, Drift, DriftKind, Match, PassageStatus, Statement

PAGE = """\
The council put off the sale of the old mill until June, its clerk said. Anna Brandt, who owns the land, had asked for 40 days.
"""
SURE, NOT_AT_ALL = 9.0, -9.0


def pairing_of(claim, page=PAGE):
    article = Article(page, "", published="2024-03-05")
    statement = Statement(claim, AttributionKind.INDIRECT, sentence=claim, dated="2024-03-06")
    search = Search(statement, article, read_claim(claim), read_article(article))
    return search.pairing(0, len(search.page))


def opinion(**odds):
    calm = dict.fromkeys(("number", "date", "name", "negation", "hedge"), NOT_AT_ALL)
    return Opinion(**({"holds": SURE, "differs": 0.0} | calm | odds))


def always(**odds):
    return lambda _claim, passages: [opinion(**odds) for _ in passages]


def seeing(word, kind):
    """A reader that sees a difference as long as a word stands in the claim or in the passage."""
    return lambda claim, passages: [
        opinion(**{kind: SURE if word in claim.split() or word in passage.split() else NOT_AT_ALL})
        for passage in passages
    ]


def found(*drift, status=PassageStatus.ALTERED):
    search = Search(
        Statement("", AttributionKind.INDIRECT), Article(PAGE, ""), read_claim(""), read_article(Article(PAGE, ""))
    )
    return Match(search.passage(search.page.span(0, 5), status, 0.8), drift)


CLAIM = "the council delayed selling the mill until July, and Brandt wanted 60 days"


@pytest.mark.parametrize(
    "kind", [DriftKind.NUMBER, DriftKind.DATE, DriftKind.NAME, DriftKind.NEGATION, DriftKind.HEDGE]
)
def test_a_finding_of_which_the_reader_sees_nothing_is_not_told(kind):
    after = weighed(pairing_of(CLAIM), found(Drift(kind, "a", "b")), always())
    assert after.drift == ()
    assert after.passage.status is PassageStatus.PARAPHRASE


@pytest.mark.parametrize(
    "kind", [DriftKind.NUMBER, DriftKind.DATE, DriftKind.NAME, DriftKind.NEGATION, DriftKind.HEDGE]
)
def test_a_finding_that_the_reader_shares_is_told_as_the_check_found_it(kind):
    drift = Drift(kind, "a", "b")
    after = weighed(pairing_of(CLAIM), found(drift), always(**{kind.value: SURE}))
    assert after.drift == (drift,)
    assert after.passage.status is PassageStatus.ALTERED


@pytest.mark.parametrize("kind", [DriftKind.WORDS, DriftKind.TRUNCATION])
def test_what_the_reader_was_not_taught_stays_as_found(kind):
    drift = Drift(kind, "a", "b")
    assert weighed(pairing_of(CLAIM), found(drift), always()).drift == (drift,)


def test_a_cut_alone_alters_nothing():
    after = weighed(
        pairing_of(CLAIM), found(Drift(DriftKind.TRUNCATION, "", "but"), status=PassageStatus.NEAR), always()
    )
    assert after.passage.status is PassageStatus.NEAR


@pytest.mark.parametrize(
    ("kind", "claim", "ours", "theirs"),
    [
        ("number", CLAIM, "60 days", "40 days"),
        ("date", CLAIM, "July", "June"),
        ("name", CLAIM.replace("Brandt", "Karl"), "Karl", "Anna Brandt"),
    ],
)
def test_a_difference_that_only_the_reader_sees_is_told_in_its_words(kind, claim, ours, theirs):
    after = weighed(pairing_of(claim), found(status=PassageStatus.PARAPHRASE), always(**{kind: SURE}))
    assert after.drift == (Drift(DriftKind(kind), ours, theirs),)
    assert after.passage.status is PassageStatus.ALTERED


@pytest.mark.parametrize("word", ["delayed", "selling", "wanted"])
def test_the_words_without_which_the_reader_sees_least_are_told(word):
    (drift,) = located(DriftKind.NEGATION, pairing_of(CLAIM), seeing(word, "negation"))
    assert drift.draft == word


def test_a_doubt_lost_is_told_in_the_words_of_the_page():
    page = PAGE.replace("put off", "may put off")
    (drift,) = located(DriftKind.HEDGE, pairing_of(CLAIM, page), always(hedge=SURE))
    assert (drift.draft, drift.upstream) == ("", "may")


def test_a_doubt_gained_is_told_in_the_words_of_the_draft():
    (drift,) = located(DriftKind.HEDGE, pairing_of("the council may have delayed the sale"), always(hedge=SURE))
    assert (drift.draft, drift.upstream) == ("may have", "")


@pytest.mark.parametrize(
    ("kind", "claim"),
    [
        (DriftKind.NUMBER, "the council delayed selling the mill"),
        (DriftKind.DATE, "the council delayed selling the mill"),
        (DriftKind.NAME, "the council delayed selling the mill"),
        (DriftKind.NAME, "the council gave Anna Brandt the mill"),
    ],
)
def test_a_draft_without_words_that_differ_does_not_differ_in_them(kind, claim):
    page = "Anna Brandt was given the mill in June after 40 days."
    assert list(located(kind, pairing_of(claim, page), always(**{kind.value: SURE}))) == []


REWORDED = [
    ("the old mill will be sold in May at the earliest", DriftKind.DATE),
    ("the landowner wanted sixty days", DriftKind.NUMBER),
    ("the landowner, Bertha Kroll, wanted forty days", DriftKind.NAME),
    ("the council may have put off selling the mill", DriftKind.HEDGE),
    ("the council has refused to put off the sale of the mill", DriftKind.NEGATION),
]


@pytest.mark.parametrize(("claim", "kind"), REWORDED)
def test_a_changed_fact_in_other_words_is_told(claim, kind):
    statement = Statement(claim, AttributionKind.INDIRECT, sentence=claim, dated="2024-03-06")
    found = match(statement, Article(PAGE, "", published="2024-03-05"), SecondReader())
    assert kind in {drift.kind for drift in found.drift}


FAITHFUL = [
    "the sale of the old mill will have to wait until June",
    "the council decided to delay selling the mill",
    "the landowner, Anna Brandt, wanted forty days",
    "the mill's sale has been postponed",
    "it was the clerk who announced the delay",
]


@pytest.mark.parametrize("claim", FAITHFUL)
def test_a_faithful_claim_in_other_words_has_no_drift(claim):
    statement = Statement(claim, AttributionKind.INDIRECT, sentence=claim, dated="2024-03-06")
    assert match(statement, Article(PAGE, "", published="2024-03-05"), SecondReader()).drift == ()
