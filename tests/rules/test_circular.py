"""PC501: the chain comes back to this outlet, or to itself."""

from dataclasses import replace

from provaudit.model import End
from provaudit.rules import judge
from tests.rules.build import COURIER, HERALD, LEDGER, case, found, hop, ledger_page, outlet_source, says
from tests.rules.offline import table

CLAIM = "The plant will close in May"
PAGE = ledger_page(f"{CLAIM}, the Courier reported.")
SECOND = ledger_page(f"{CLAIM}, the Daily Ledger reported.", url="https://courier.example/plant")


def beyond(where, n, source, name):
    made = hop(where, n=n, source=source, outlet=name) if where else hop(n=n, source=source)
    return replace(made, attribution=None)


def draft(end, *climbed, publisher=HERALD):
    said = says("the Daily Ledger", "reported", CLAIM, outlet=LEDGER, hops=climbed or (hop(),), end=end)
    text = f"{CLAIM}, the Daily Ledger reported."
    return case(text, said, publisher=publisher, beyond=[outlet_source("S8", HERALD), outlet_source("S9", COURIER)])


FIRST = hop(PAGE, outlet="dailyledger")
ROUND = (FIRST, beyond(SECOND, 2, "S9", "courier"), beyond(None, 3, "S1", "dailyledger"))
HOME = (FIRST, beyond(None, 2, "S8", "harlowherald"))

FLAGGED = {
    "back-to-itself": draft(End.LOOP, *ROUND),
    "back-to-this-outlet": draft(End.LOOP, *HOME),
    "five-deep": draft(
        End.LOOP, FIRST, *(beyond(SECOND, n, "S9", "courier") for n in range(2, 6)), beyond(None, 6, "S1", "")
    ),
    "without-a-publisher": draft(End.LOOP, *ROUND, publisher=None),
}

SILENT = {
    "an-origin": draft(End.ORIGIN, FIRST),
    "unnamed": draft(End.ANONYMOUS, FIRST),
    "vague": draft(End.VAGUE, FIRST),
    "a-limit": draft(End.LIMIT, FIRST, beyond(SECOND, 2, "S9", "courier")),
    "a-dead-end": draft(End.DEAD, FIRST),
    "not-followed": draft(End.NOT_FOLLOWED),
}


@table(FLAGGED)
def test_a_circle_is_flagged(case):
    assert found("PC501", case) == [CLAIM]


@table(SILENT)
def test_it_is_silent(case):
    assert found("PC501", case) == []


def test_the_finding_names_the_way_round_and_its_pages():
    (finding,) = judge(draft(End.LOOP, *ROUND), only=frozenset({"PC501"}))
    assert "the Daily Ledger → the Courier → the Daily Ledger" in finding.message
    assert [one.url for one in finding.related] == [PAGE.url, SECOND.url]
