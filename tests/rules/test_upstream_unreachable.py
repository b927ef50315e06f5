"""PX901: a page upstream could not be reached or read; never a finding about the draft."""

import pytest

from provaudit.model import Outcome, PassageStatus, Severity
from provaudit.rules import judge
from tests.rules.build import COURIER, LEDGER, case, found, hop, ledger_page, says

CLAIM = "The plant will close in May"
TROUBLE = [
    Outcome.BLOCKED_ROBOTS, Outcome.BLOCKED_BOT_WALL, Outcome.PAYWALLED, Outcome.SOFT_404, Outcome.GONE,
    Outcome.RATE_LIMITED, Outcome.TIMEOUT, Outcome.UNREACHABLE, Outcome.REFUSED_ADDRESS, Outcome.LIMIT,
]  # fmt: skip


def draft(*climbed):
    said = says("the Daily Ledger", "reported", CLAIM, outlet=LEDGER, hops=climbed)
    return case(f"{CLAIM}, the Daily Ledger reported.", said)


@pytest.mark.parametrize("outcome", TROUBLE)
def test_trouble_is_told_as_information(outcome):
    (finding,) = judge(draft(hop(outcome=outcome)), only=frozenset({"PX901"}))
    assert finding.severity is Severity.INFO
    assert outcome.value in finding.message


@pytest.mark.parametrize("outcome", [Outcome.NOT_FOUND, Outcome.NOT_FOLLOWED])
def test_what_is_no_trouble_is_not_told(outcome):
    assert found("PX901", draft(hop(outcome=outcome))) == []


@pytest.mark.parametrize("outcome", [Outcome.FOUND, Outcome.ARCHIVED_ONLY])
@pytest.mark.parametrize("status", list(PassageStatus))
def test_a_page_that_was_read_is_not_told(outcome, status):
    assert found("PX901", draft(hop(ledger_page(CLAIM), status, outcome=outcome, outlet="dailyledger"))) == []


def test_one_outlets_trouble_is_told_once_for_all_its_claims():
    text = f"{CLAIM}, the Daily Ledger reported. The owners are ill, it said. The gate is shut, the Courier said."
    gone = (hop(outcome=Outcome.GONE),)
    both = case(
        text,
        says("the Daily Ledger", "reported", CLAIM, outlet=LEDGER, hops=gone),
        says("it", "said", "The owners are ill", outlet=LEDGER, hops=gone),
        says("the Courier", "said", "The gate is shut", outlet=COURIER, hops=(hop(source="S2", outcome=Outcome.GONE),)),
    )
    assert found("PX901", both) == [CLAIM, "The gate is shut"]
