"""PQ401: quoted words differ from upstream's."""

from provaudit.model import Drift, DriftKind, Outcome, PassageStatus
from tests.rules.build import COURIER, LEDGER, case, found, hop, ledger_page, outlet_source, says
from tests.rules.offline import table

PAGE = ledger_page('"We will not pay for the bridge," Ada Holm said.')
FIRST = ledger_page('"We will never pay for the bridge," Ada Holm said.', url="https://courier.example/first")
WORDS = Drift(DriftKind.WORDS, "never", "not")


def quoted(*drift, status=PassageStatus.ALTERED, text=None, hops=None, **more):
    text = text or '"We will never pay for the bridge," Ada Holm told the Daily Ledger.'
    content = text[: text.index(" Ada")] if text.startswith('"') else more.pop("content")
    climbed = hops or (
        hop(
            PAGE,
            status,
            source="S2",
            passage="We will not pay for the bridge",
            drift=drift,
            outlet="dailyledger",
            **more,
        ),
    )
    return case(
        text,
        says("Ada Holm", "told", content, venue="the Daily Ledger", venue_outlet=LEDGER, hops=climbed),
        beyond=[outlet_source("S9", COURIER)],
    )


FLAGGED = {
    "a-word-changed": quoted(WORDS),
    "a-word-added": quoted(Drift(DriftKind.WORDS, "never", "")),
    "a-word-left-out": quoted(Drift(DriftKind.WORDS, "", "gladly")),
    "a-number-inside-the-quotation": quoted(
        Drift(DriftKind.NUMBER, "5 million", "3 million"),
        text='"We will pay 5 million for the bridge," Ada Holm told the Daily Ledger.',
    ),
    "the-quoted-part-of-a-mixed-claim": quoted(
        Drift(DriftKind.WORDS, "never pay", "not pay"),
        text='Ada Holm told the Daily Ledger the town would "never pay" for it.',
        content='the town would "never pay" for it',
    ),
    "the-page-nearest-the-origin-decides": quoted(
        hops=(
            hop(PAGE, PassageStatus.EXACT, source="S2", outlet="dailyledger"),
            hop(
                FIRST,
                PassageStatus.ALTERED,
                n=2,
                source="S9",
                drift=[Drift(DriftKind.WORDS, "pay", "starve")],
                outlet="courier",
            ),
        ),
        text='"We will not pay for the bridge," Ada Holm told the Daily Ledger.',
    ),
}

SILENT = {
    "no-drift": quoted(status=PassageStatus.EXACT),
    "unquoted-words": quoted(
        Drift(DriftKind.WORDS, "the town", "the council"),
        text='Ada Holm told the Daily Ledger the town would "not pay" for it.',
        content='the town would "not pay" for it',
    ),
    "an-indirect-claim": quoted(
        Drift(DriftKind.WORDS, "never", "not"),
        text="Ada Holm told the Daily Ledger the town would never pay for it.",
        content="the town would never pay for it",
    ),
    "a-paraphrase-upstream-has-no-words-to-differ-from": quoted(WORDS, status=PassageStatus.PARAPHRASE),
    "truncation-is-the-other-rules": quoted(Drift(DriftKind.TRUNCATION, "", "but not yet")),
    "a-hop-not-followed": quoted(hops=(hop(source="S2"),)),
    "a-page-that-could-not-be-reached": quoted(hops=(hop(source="S2", outcome=Outcome.BLOCKED_ROBOTS),)),
    "a-page-that-lacks-the-words": quoted(WORDS, status=PassageStatus.ABSENT),
    "the-origin-has-the-words-exactly": quoted(
        hops=(
            hop(PAGE, PassageStatus.ALTERED, source="S2", drift=[WORDS], outlet="dailyledger"),
            hop(FIRST, PassageStatus.EXACT, n=2, source="S9", outlet="courier"),
        )
    ),
}


@table(FLAGGED)
def test_a_drifted_quotation_is_flagged(case):
    assert len(found("PQ401", case)) == 1


@table(SILENT)
def test_it_is_silent(case):
    assert found("PQ401", case) == []


def test_the_finding_carries_the_upstream_words_and_their_page():
    from provaudit.rules import judge

    (finding,) = judge(quoted(WORDS), only=frozenset({"PQ401"}))
    assert '"never" for "not"' in finding.message
    assert [(one.url, one.message) for one in finding.related] == [(PAGE.url, "We will not pay for the bridge")]
