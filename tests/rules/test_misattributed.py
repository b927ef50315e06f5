"""PQ403: the cited page lacks the claim, or gives it to another speaker."""

from dataclasses import replace

from provaudit.model import Confidence, Outcome, PassageStatus
from provaudit.rules import judge
from tests.rules.build import LEDGER, anonymous, case, found, hop, ledger_page, page, says, seen
from tests.rules.offline import table

CLAIM = "the bridge is unsafe"
HOLM = ledger_page(f"Ada Holm said {CLAIM}.")
ODUYA = ledger_page(f"Ben Oduya said {CLAIM}.")
BOTH = ledger_page(f"Ben Oduya said {CLAIM}, and so did Cara Lee.")
ENGINEER = ledger_page(f"On Monday the city engineer said {CLAIM}.")
SHORT = page("https://dailyledger.example/short", "Sign in to read this story.")


def read(at, who, **more):
    return seen(at, says(who, "said", CLAIM, **more))


def draft(*climbed, text=f"Ada Holm told the Daily Ledger that {CLAIM}.", upstream=(), **more):
    said = says("Ada Holm", "told", CLAIM, venue="the Daily Ledger", venue_outlet=LEDGER, hops=climbed, **more)
    return case(text, said, upstream=upstream)


def at(where, status=PassageStatus.EXACT, speaker=None, **more):
    words = CLAIM if CLAIM in where.article.text else None
    return hop(where, status, source="S2", passage=words or "", speaker=speaker, outlet="dailyledger", **more)


def with_article(where, **changed):
    return replace(where, article=replace(where.article, **changed))


def scored(found, score):
    return replace(found, passage=replace(found.passage, score=score))


ABSENT = PassageStatus.ABSENT
OTHER = ledger_page("The gate is shut.")

FLAGGED = {
    "the-cited-page-lacks-it": draft(at(OTHER, ABSENT)),
    "the-archived-page-lacks-it": draft(at(OTHER, ABSENT, outcome=Outcome.ARCHIVED_ONLY)),
    "another-speaker": draft(at(ODUYA, speaker="Ben Oduya"), upstream=[read(ODUYA, "Ben Oduya")]),
    "another-speaker-in-near-words": draft(
        at(ODUYA, PassageStatus.NEAR, speaker="Ben Oduya"), upstream=[read(ODUYA, "Ben Oduya")]
    ),
    "another-speaker-in-own-words": draft(
        at(ODUYA, PassageStatus.PARAPHRASE, speaker="Ben Oduya"), upstream=[read(ODUYA, "Ben Oduya")]
    ),
    "another-speaker-of-something-altered": draft(
        at(ODUYA, PassageStatus.ALTERED, speaker="Ben Oduya"), upstream=[read(ODUYA, "Ben Oduya")]
    ),
}

SILENT = {
    "the-same-speaker": draft(at(HOLM, speaker="Ada Holm"), upstream=[read(HOLM, "Ada Holm")]),
    "the-same-surname": draft(at(HOLM, speaker="Holm"), upstream=[read(HOLM, "Ada Holm")]),
    "a-good-part-of-it-is-there": draft(scored(at(OTHER, ABSENT), 0.4)),
    "a-paywall": draft(at(with_article(OTHER, paywalled=True), ABSENT)),
    "a-soft-404": draft(at(with_article(OTHER, soft_404=True), ABSENT)),
    "a-page-cut-off": draft(at(SHORT, ABSENT)),
    "not-followed": draft(hop(source="S2")),
    "blocked": draft(hop(source="S2", outcome=Outcome.BLOCKED_BOT_WALL)),
    "another-language": draft(at(with_article(OTHER, language="de"), ABSENT)),
    "found-on-another-page-of-the-chain": draft(
        at(OTHER, ABSENT), at(HOLM, speaker="Ada Holm", n=2), upstream=[read(HOLM, "Ada Holm")]
    ),
    "a-page-that-a-page-cites": draft(replace(at(OTHER, ABSENT), attribution=None)),
    "an-unnamed-speaker-upstream": draft(at(ODUYA, speaker="an official"), upstream=[seen(ODUYA, anonymous("Ben Oduya", "said", CLAIM))]),
    "a-paraphrase-of-little-of-it-is-not-sure-enough": draft(
        scored(at(ODUYA, PassageStatus.PARAPHRASE, speaker="Ben Oduya"), 0.5), upstream=[read(ODUYA, "Ben Oduya")]
    ),
    "a-paraphrase-of-somebody-without-a-name": draft(
        at(ENGINEER, PassageStatus.PARAPHRASE, speaker="the city engineer"),
        upstream=[read(ENGINEER, "the city engineer")],
    ),
    "a-paraphrase-where-two-speak": draft(
        at(BOTH, PassageStatus.PARAPHRASE, speaker="Ben Oduya"),
        upstream=[seen(BOTH, says("Ben Oduya", "said", CLAIM), says("Cara Lee", "said", CLAIM))],
    ),
    "a-pronoun-in-the-draft": case(
        f"She told the Daily Ledger that {CLAIM}.",
        says("She", "told", CLAIM, venue="the Daily Ledger", venue_outlet=LEDGER, unresolved=True,
             hops=(replace(at(ODUYA, speaker="Ben Oduya"), source="S1"),)),
        upstream=[read(ODUYA, "Ben Oduya")],
    ),
}  # fmt: skip


@table(FLAGGED)
def test_a_wrong_citation_is_flagged(case):
    if case.article.language is None:
        case = replace(case, article=replace(case.article, language="en"))
    assert found("PQ403", case) == [CLAIM]


@table(SILENT)
def test_it_is_silent(case):
    case = replace(case, article=replace(case.article, language="en"))
    assert found("PQ403", case) == []


def test_a_claim_in_own_words_is_missed_with_less_confidence_on_a_page_of_its_subject():
    flagged = {score: draft(scored(at(OTHER, ABSENT), score)) for score in (0.05, 0.2)}
    flagged = {s: replace(c, article=replace(c.article, language="en")) for s, c in flagged.items()}
    sure = {s: [one.confidence for one in judge(c, only=frozenset({"PQ403"}))] for s, c in flagged.items()}
    assert sure == {0.05: [Confidence.MEDIUM], 0.2: [Confidence.LOW]}


def test_another_speaker_of_what_is_told_in_own_words_is_told_with_less_confidence():
    flagged = {
        status: draft(at(ODUYA, status, speaker="Ben Oduya"), upstream=[read(ODUYA, "Ben Oduya")])
        for status in (PassageStatus.EXACT, PassageStatus.PARAPHRASE)
    }
    sure = {s: [one.confidence for one in judge(c, only=frozenset({"PQ403"}))] for s, c in flagged.items()}
    assert sure == {PassageStatus.EXACT: [Confidence.HIGH], PassageStatus.PARAPHRASE: [Confidence.MEDIUM]}
