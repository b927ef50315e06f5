"""PS304: the chain ends at an outlet the draft never names."""

from dataclasses import replace

from provaudit.model import End, Outcome, PassageStatus
from tests.rules.build import COURIER, LEDGER, case, found, hop, ledger_page, outlet, outlet_source, says
from tests.rules.offline import table

CLAIM = "The plant will close in May"
CITED = ledger_page(f"{CLAIM}, the Courier reported.")
ORIGIN = ledger_page(f"{CLAIM}, the owners have decided.", url="https://courier.example/first")


def draft(*climbed, text=f"{CLAIM}, the Daily Ledger reported.", others=(), end=End.ORIGIN, lender=COURIER):
    hops = climbed or (hop(CITED, outlet="dailyledger"), beyond())
    said = says("the Daily Ledger", "reported", CLAIM, outlet=LEDGER, hops=hops, end=end, origin="S9")
    return case(text, said, *others, beyond=[outlet_source("S9", lender)])


def beyond(status=PassageStatus.NEAR, **more):
    return replace(hop(ORIGIN, status, n=2, source="S9", outlet="courier", **more), attribution=None)


FLAGGED = {
    "the-origin-is-never-named": draft(),
    "it-rests-on-an-unnamed-source-there": draft(end=End.ANONYMOUS),
    "from-its-archive": draft(hop(CITED, outlet="dailyledger"), beyond(outcome=Outcome.ARCHIVED_ONLY)),
    "a-name-that-only-begins-so": draft(text=f"{CLAIM}, the Daily Ledger reported. The Couriers won."),
}

SILENT = {
    "the-cited-outlet-is-the-origin": draft(hop(CITED, outlet="dailyledger")),
    "named-in-passing": draft(text=f"{CLAIM}, the Daily Ledger reported. The Courier had it first."),
    "credited-elsewhere": draft(
        text=f"{CLAIM}, the Daily Ledger reported.\n\nThe owners are ill, according to its rival.",
        others=[says("its rival", "according to", "The owners are ill", outlet=COURIER)],
    ),
    "the-chain-breaks-off": draft(end=End.DEAD),
    "a-limit": draft(end=End.LIMIT),
    "not-followed": draft(hop(), end=End.NOT_FOLLOWED),
    "an-alias-is-a-name": draft(
        text=f"{CLAIM}, the Daily Ledger reported. The HC had it first.",
        lender=outlet("the Harlow Courier", aliases=("HC",)),
    ),
    "the-origin-lacks-it": draft(hop(CITED, outlet="dailyledger"), beyond(PassageStatus.ABSENT)),
}


@table(FLAGGED)
def test_an_uncredited_origin_is_flagged(case):
    assert found("PS304", case) == [CLAIM]


@table(SILENT)
def test_it_is_silent(case):
    assert found("PS304", case) == []


def test_an_outlet_is_missed_once_for_all_its_claims():
    text = f"{CLAIM}, the Daily Ledger reported. The owners are ill, it said."
    hops = (hop(CITED, outlet="dailyledger"), beyond())
    both = case(
        text,
        says("the Daily Ledger", "reported", CLAIM, outlet=LEDGER, hops=hops, end=End.ORIGIN),
        says("it", "said", "The owners are ill", outlet=LEDGER, hops=hops, end=End.ORIGIN),
        beyond=[outlet_source("S9", COURIER)],
    )
    assert found("PS304", both) == [CLAIM]


def test_an_uncredited_quotation_is_the_other_rules():
    words = '"We will close the plant,"'
    climbed = replace(hop(ORIGIN, PassageStatus.EXACT, source="S9", outlet="courier"), attribution=None)
    quoted = case(
        f"{words} Ada Holm said.",
        says("Ada Holm", "said", words, hops=(climbed,), end=End.ORIGIN),
        beyond=[outlet_source("S9", COURIER)],
    )
    assert found("PS304", quoted) == []
    assert found("PS303", quoted) == [words]
