"""PQ402: the quotation stops where upstream goes on "but"."""

from provaudit.model import Drift, DriftKind, PassageStatus
from tests.rules.build import LEDGER, case, found, hop, ledger_page, says
from tests.rules.offline import table

PAGE = ledger_page('"We will pay for the bridge, but not before the state does," Ada Holm said.')
QUOTED = '"We will pay for the bridge," Ada Holm told the Daily Ledger.'
INDIRECT = "Ada Holm told the Daily Ledger the town would pay for it."


def draft(*drift, text=QUOTED, content='"We will pay for the bridge,"', status=PassageStatus.EXACT, at=PAGE):
    climbed = (hop(at, status, source="S2", drift=drift, outlet="dailyledger"),) if at else (hop(source="S2"),)
    return case(text, says("Ada Holm", "told", content, venue="the Daily Ledger", venue_outlet=LEDGER, hops=climbed))


def cut(words):
    return Drift(DriftKind.TRUNCATION, "", words)


FLAGGED = {
    "but": draft(cut("but not before the state does")),
    "unless": draft(cut("unless the state does")),
    "however": draft(cut("However, not this year")),
    "beside-other-drift": draft(
        Drift(DriftKind.WORDS, "pay", "stand"), cut("but not yet"), status=PassageStatus.ALTERED
    ),
}

SILENT = {
    "no-drift": draft(),
    "other-drift": draft(Drift(DriftKind.WORDS, "pay", "stand"), status=PassageStatus.ALTERED),
    "an-indirect-claim": draft(cut("but not yet"), text=INDIRECT, content="the town would pay for it"),
    "not-followed": draft(cut("but not yet"), at=None),
    "the-page-lacks-it": draft(cut("but not yet"), status=PassageStatus.ABSENT),
}


@table(FLAGGED)
def test_a_cut_condition_is_flagged_once(case):
    assert found("PQ402", case) == ['"We will pay for the bridge,"']


@table(SILENT)
def test_it_is_silent(case):
    assert found("PQ402", case) == []
