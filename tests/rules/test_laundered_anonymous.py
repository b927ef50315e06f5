"""PN204: upstream it rests on an unnamed source, and the draft does not say so."""

from dataclasses import replace

from provaudit.model import End, PassageStatus, Source, SourceKind
from tests.rules.build import LEDGER, anonymous, case, found, hop, ledger_page, says, seen
from tests.rules.offline import table

CLAIM = "The plant will close in May"
UNNAMED = ledger_page(f"{CLAIM}, said a person familiar with the plan.")
NAMED = ledger_page(f"{CLAIM}, said Ada Holm.")
READ = {
    UNNAMED: seen(UNNAMED, anonymous("a person familiar with the plan", "said", CLAIM)),
    NAMED: seen(NAMED, says("Ada Holm", "said", CLAIM)),
}
PERSON = Source("S9", SourceKind.ANONYMOUS, "a person familiar with the plan")


def draft(where=UNNAMED, *, rest="", end=End.ANONYMOUS, status=PassageStatus.EXACT, read=True, source=PERSON):
    climbed = (
        hop(where, status, passage=CLAIM, outlet="dailyledger"),
        replace(hop(n=2, source="S9"), attribution=None),
    )
    said = says("the Daily Ledger", "reported", CLAIM, outlet=LEDGER, hops=climbed if where else (hop(),), end=end)
    return case(
        f"{CLAIM}, the Daily Ledger reported{rest}.",
        said,
        upstream=[READ[where]] if read and where else [],
        beyond=[source],
    )


FLAGGED = {
    "the-page-rests-on-an-unnamed-person": draft(),
    "known-from-the-chain-alone": draft(read=False),
    "near": draft(status=PassageStatus.NEAR),
    "a-paraphrase": draft(status=PassageStatus.PARAPHRASE),
}

SILENT = {
    "the-draft-says-so": draft(rest=", citing an unnamed person"),
    "it-says-sources": draft(rest=", citing sources"),
    "it-says-familiar-with": draft(rest=", citing a person familiar with the plan"),
    "an-official-is-unnamed-too": draft(rest=", citing an official"),
    "a-named-person-upstream": draft(NAMED, end=End.ORIGIN),
    "a-named-person-beside-the-unnamed": draft(NAMED),
    "a-group-hides-nobody": draft(read=False, source=Source("S9", SourceKind.ANONYMOUS, "residents")),
    "the-chain-breaks-off": draft(end=End.DEAD),
    "not-followed": draft(None, end=End.NOT_FOLLOWED),
    "the-page-lacks-it": draft(status=PassageStatus.ABSENT),
    "the-drafts-own-unnamed-source": case(
        f"{CLAIM}, a clerk told the Daily Ledger.",
        anonymous("a clerk", "told", CLAIM, venue="the Daily Ledger", venue_outlet=LEDGER, end=End.ANONYMOUS,
                  hops=(hop(UNNAMED, PassageStatus.EXACT, source="S2", passage=CLAIM, outlet="dailyledger"),)),
        upstream=[READ[UNNAMED]],
    ),
}  # fmt: skip


@table(FLAGGED)
def test_a_laundered_source_is_flagged(case):
    assert found("PN204", case) == [CLAIM]


@table(SILENT)
def test_it_is_silent(case):
    assert found("PN204", case) == []
