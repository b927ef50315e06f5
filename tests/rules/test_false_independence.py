"""PC502: several outlets are cited, and they share one origin."""

from dataclasses import replace

from provaudit.model import End, Independence, Source, SourceKind
from provaudit.rules import judge
from tests.rules.build import COURIER, LEDGER, case, found, hop, ledger_page, outlet, outlet_source, says
from tests.rules.offline import table

WIRE = outlet("the Wire", "wire.example")
ONE, SAME, OTHER = "The plant will close in May", "The plant is to close in May", "The owners are very ill indeed"
PAGES = {
    "ledger": ledger_page(f"{ONE}, the Wire reported."),
    "courier": ledger_page(f"{SAME}, the Wire reported.", url="https://courier.example/plant"),
}
HOLM = Source("S8", SourceKind.PERSON, "Ada Holm")


def draft(
    second=SAME, *, origin="S9", other_origin=None, end=End.ORIGIN, lender=COURIER, independence=None, followed=True
):
    text = f"{ONE}, the Daily Ledger reported. {second}, {lender.name} reported."
    first = (hop(PAGES["ledger"], outlet="dailyledger"),) if followed else (hop(),)
    then = (hop(PAGES["courier"], source="S2", outlet=lender.id),) if followed else (hop(source="S2"),)
    return case(
        text,
        says("the Daily Ledger", "reported", ONE, outlet=LEDGER, hops=first, end=end, origin=origin),
        says(lender.name, "reported", second, outlet=lender, hops=then, end=end, origin=other_origin or origin),
        beyond=[outlet_source("S9", WIRE), HOLM],
        independence=independence,
    )


MASTHEADS = (tuple(page.url for page in PAGES.values()),)

FLAGGED = {
    "one-wire-story": draft(),
    "one-wire-story-for-two-facts": draft(OTHER),
    "one-person-for-one-fact": draft(origin="S8"),
    "one-text-under-two-mastheads": draft(
        end=End.DEAD, origin=None, independence=Independence(2, 1, 2, same_text=MASTHEADS)
    ),
    "one-voice-by-the-count": draft(OTHER, end=End.DEAD, independence=Independence(2, 1, 1)),
}

SILENT = {
    "two-origins": draft(origin="S9", other_origin="S8"),
    "one-person-for-two-facts": draft(OTHER, origin="S8"),
    "the-chains-break-off": draft(end=End.DEAD),
    "not-followed": draft(end=End.NOT_FOLLOWED, followed=False, independence=Independence(2, 1, 1)),
    "one-outlet-cited-twice": draft(lender=LEDGER),
    "one-chain-of-two-outlets": case(
        f"{ONE}, the Courier said, according to the Daily Ledger.",
        says("the Daily Ledger", "according to", f"{ONE}, the Courier said", outlet=LEDGER),
        says(
            "the Courier",
            "said",
            ONE,
            outlet=COURIER,
            inside=1,
            end=End.ORIGIN,
            origin="S2",
            hops=(
                hop(PAGES["ledger"], outlet="dailyledger"),
                hop(PAGES["courier"], n=2, source="S2", outlet="courier"),
            ),
        ),
        independence=Independence(2, 1, 1),
    ),
    "an-upper-count-of-two": draft(OTHER, end=End.DEAD, independence=Independence(2, 1, 2)),
}


@table(FLAGGED)
def test_false_independence_is_flagged_once(case):
    assert found("PC502", case) == [ONE]


@table(SILENT)
def test_it_is_silent(case):
    assert found("PC502", case) == []


def test_the_finding_names_the_outlets_and_the_origin():
    (finding,) = judge(draft(), only=frozenset({"PC502"}))
    assert "the Daily Ledger and the Courier share one origin (the Wire)" in finding.message
    assert finding.claims == ("C1", "C2")


def test_the_origin_itself_may_be_cited_beside_its_echo():
    wire = outlet_source("S9", WIRE)
    text = f"{ONE}, the Wire reported. {SAME}, the Courier reported."
    both = case(
        text,
        says("the Wire", "reported", ONE, outlet=WIRE, hops=(hop(PAGES["ledger"], outlet="wire"),), end=End.ORIGIN, origin="S1"),
        says("the Courier", "reported", SAME, outlet=COURIER, end=End.ORIGIN, origin="S1",
             hops=(hop(PAGES["courier"], source="S2", outlet="courier"),)),
        beyond=[replace(wire, id="S9")],
    )  # fmt: skip
    assert found("PC502", both) == [ONE]
