"""PQ404: a number, a date, a name, a negation or a hedge is not upstream's."""

from provaudit.model import Drift, DriftKind, Outcome, PassageStatus
from tests.rules.build import COURIER, LEDGER, case, found, hop, ledger_page, outlet_source, says
from tests.rules.offline import table

PAGE = ledger_page("The plant will cost 54 million euros and may open in March, Ada Holm said.")
FIRST = ledger_page("The plant will cost 45 million euros, Ada Holm said.", url="https://courier.example/first")
CLAIM = "The plant will cost 45 million euros"


def draft(*drift, status=PassageStatus.NEAR, climbed=None):
    hops = climbed or (hop(PAGE, status, drift=drift, outlet="dailyledger"),)
    said = says("the Daily Ledger", "reported", CLAIM, outlet=LEDGER, hops=hops)
    return case(f"{CLAIM}, the Daily Ledger reported.", said, beyond=[outlet_source("S9", COURIER)])


def drift(kind, ours="45", theirs="54"):
    return Drift(DriftKind(kind), ours, theirs)


FLAGGED = {
    "number": draft(drift("number")),
    "date": draft(drift("date", "May", "March")),
    "name": draft(drift("name", "Holm", "Oduya")),
    "negation": draft(drift("negation", "", "not")),
    "hedge": draft(drift("hedge", "will", "may")),
    "the-page-nearest-the-origin-decides": draft(
        climbed=(
            hop(FIRST, PassageStatus.EXACT, outlet="dailyledger"),
            hop(PAGE, PassageStatus.NEAR, n=2, source="S9", drift=[drift("number")], outlet="courier"),
        )
    ),
}

SILENT = {
    "no-drift": draft(status=PassageStatus.EXACT),
    "words": draft(drift("words", "plant", "works")),
    "truncation": draft(drift("truncation", "", "but not yet")),
    "lost-anonymity-is-the-other-rules": draft(drift("hedge", "", "on condition of anonymity")),
    "not-followed": draft(climbed=(hop(),)),
    "blocked": draft(climbed=(hop(outcome=Outcome.PAYWALLED),)),
    "absent": draft(drift("number"), status=PassageStatus.ABSENT),
    "the-origin-has-our-figure": draft(
        climbed=(
            hop(PAGE, PassageStatus.NEAR, drift=[drift("number")], outlet="dailyledger"),
            hop(FIRST, PassageStatus.EXACT, n=2, source="S9", outlet="courier"),
        )
    ),
}


@table(FLAGGED)
def test_a_drifted_fact_is_flagged_once(case):
    assert found("PQ404", case) == [CLAIM]


@table(SILENT)
def test_it_is_silent(case):
    assert found("PQ404", case) == []


def test_several_facts_make_one_finding():
    assert found("PQ404", draft(drift("number"), drift("date", "May", "March"))) == [CLAIM]
