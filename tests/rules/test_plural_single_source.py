"""PN203: "sources", where the upstream page shows one."""

from provaudit.model import PassageStatus
from tests.rules.build import LEDGER, anonymous, case, found, hop, ledger_page, says, seen
from tests.rules.offline import table

CLAIM = "the plant will close in May"
ONE = ledger_page(f"A source close to the owners said {CLAIM}.")
TWO = ledger_page(f"A source close to the owners said {CLAIM}. Two sources at the bank said the owners are ill.")
MANY = ledger_page(f"Sources close to the owners said {CLAIM}.")
HOLM = ledger_page(f"Ada Holm said {CLAIM}.")
READ = {
    ONE: seen(ONE, anonymous("A source close to the owners", "said", CLAIM)),
    TWO: seen(
        TWO,
        anonymous("A source close to the owners", "said", CLAIM),
        anonymous("Two sources at the bank", "said", "the owners are ill", nth=0),
    ),
    MANY: seen(MANY, anonymous("Sources close to the owners", "said", CLAIM)),
    HOLM: seen(HOLM, says("Ada Holm", "said", CLAIM)),
}


def draft(who, where=ONE, *, status=PassageStatus.EXACT, named=False):
    text = f"{who} told the Daily Ledger that {CLAIM}."
    climbed = (hop(where, status, source="S2", passage=CLAIM, outlet="dailyledger"),) if where else (hop(source="S2"),)
    speak = says if named else anonymous
    said = speak(who, "told", CLAIM, venue="the Daily Ledger", venue_outlet=LEDGER, hops=climbed)
    return case(text, said, upstream=[READ[where]] if where else [])


FLAGGED = {
    "sources": draft("Sources"),
    "officials": draft("Officials"),
    "people-familiar": draft("People familiar with the plan"),
    "aides": draft("Aides to the owners"),
}

SILENT = {
    "the-singular": draft("A source"),
    "one-of": draft("One of the owners' aides"),
    "the-page-has-the-plural": draft("Sources", MANY),
    "another-plural-on-the-page": draft("Sources", TWO),
    "a-named-speaker-upstream": draft("Sources", HOLM),
    "not-followed": draft("Sources", None),
    "the-page-lacks-it": draft("Sources", status=PassageStatus.ABSENT),
    "a-named-organisation-in-the-plural": draft("Aides to the owners", named=True),
}


@table(FLAGGED)
def test_a_plural_for_one_is_flagged(case):
    (words,) = found("PN203", case)
    assert words == case.attributions[0].source.text


@table(SILENT)
def test_it_is_silent(case):
    assert found("PN203", case) == []
