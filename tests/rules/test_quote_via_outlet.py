"""PS303: a quotation that another outlet obtained, without credit to it."""

from dataclasses import replace

from provaudit.model import Outcome, OutletKind, PassageStatus
from tests.rules.build import COURIER, LEDGER, case, found, hop, ledger_page, outlet, outlet_source, says
from tests.rules.offline import table

WORDS = '"We will close the plant in May,"'
PAGE = ledger_page('"We will close the plant in May," Ada Holm said.')
TUBE = outlet("YouTube", kind=OutletKind.PLATFORM)


def found_at(status=PassageStatus.EXACT, source="S9", **more):
    made = hop(PAGE, status, source=source, passage="We will close the plant in May", outlet="dailyledger", **more)
    return replace(made, attribution=None)


def draft(*climbed, text=f"{WORDS} Ada Holm said.", others=(), lender=LEDGER, content=WORDS, **more):
    said = says("Ada Holm", "said", content, hops=climbed or (found_at(),), **more)
    return case(text, said, *others, beyond=[outlet_source("S9", lender)])


def credited(words, **more):
    return says(words, **{"outlet": LEDGER, **more})


FLAGGED = {
    "found-on-a-page-nobody-credits": draft(),
    "near": draft(found_at(PassageStatus.NEAR)),
    "altered": draft(found_at(PassageStatus.ALTERED)),
    "another-outlet-is-credited-elsewhere": draft(
        text=f"{WORDS} Ada Holm said.\n\nThe owners are ill, the Courier said.",
        others=[says("the Courier", "said", "The owners are ill", outlet=COURIER)],
    ),
    "in-its-archive": draft(found_at(outcome=Outcome.ARCHIVED_ONLY)),
}

SILENT = {
    "told-the-outlet": case(
        f"{WORDS} Ada Holm told the Daily Ledger.",
        says("Ada Holm", "told", WORDS, venue="the Daily Ledger", venue_outlet=LEDGER,
             hops=(hop(PAGE, PassageStatus.EXACT, source="S2", outlet="dailyledger"),)),
    ),
    "credited-in-the-next-paragraph": draft(
        text=f"{WORDS} Ada Holm said.\n\nThe owners are ill, the Daily Ledger said.",
        others=[says("the Daily Ledger", "said", "The owners are ill", outlet=LEDGER)],
    ),
    "named-beside-it-in-passing": draft(text=f"In a talk with the Daily Ledger she was blunt. {WORDS} Ada Holm said."),
    "the-same-speaker-told-it-elsewhere": draft(
        text=f"{WORDS} Ada Holm said.\n\nA.\n\nB.\n\nC.\n\nIt is old, Ada Holm told the Daily Ledger.",
        others=[says("Ada Holm", "told", "It is old", venue="the Daily Ledger", venue_outlet=LEDGER, nth=0)],
    ),
    "a-credit-for-the-whole-text": draft(
        text=f"HARLOW (Ledger) — One.\n\nTwo.\n\nThree.\n\n{WORDS} Ada Holm said.",
        others=[credited("Ledger", whole_text=True)],
    ),
    "an-indirect-claim": draft(text="The plant will close, Ada Holm said.", content="The plant will close"),
    "a-paraphrase-upstream": draft(found_at(PassageStatus.PARAPHRASE)),
    "not-followed": draft(hop(source="S1")),
    "a-platform": draft(lender=TUBE),
    "the-speakers-own-site": draft(found_at(source="S1")),
    "the-page-lacks-it": draft(found_at(PassageStatus.ABSENT)),
}  # fmt: skip


@table(FLAGGED)
def test_a_borrowed_quotation_is_flagged(case):
    assert found("PS303", case) == [WORDS]


@table(SILENT)
def test_it_is_silent(case):
    assert found("PS303", case) == []
