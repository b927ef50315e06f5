"""The second reader tells whether a page says a claim in other words; it is asked where words do not tell."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provaudit.audit import open_desk
from provaudit.match import Opinion, SecondReader, match
from provaudit.match.second_reader import LONGEST, pairs
from provaudit.model import Article, AttributionKind, PassageStatus, Statement

PAGE = """\
The harbour board said on Monday that it would put off the repair of the north quay until the autumn, because the divers
whom it had hired were needed at the lock.

Fishermen were furious. "We have been mooring three abreast since March," said Odile Ferran, who owns two trawlers.

The board's chairman, Tomas Brill, declined to say what the delay would cost. A budget of two million euros was approved
last year, and some of it has been spent on drawings.
"""
THERE = [
    "drawings have already eaten into the money",
    "the works at the northern wharf were pushed back since workers under water had to go elsewhere",
]
LACKING = [
    "the north quay will be named after a lifeboat captain",
    "Brill will step down as chairman after the summer",
    "the lock will be closed for the whole of next year",
    "fishermen have threatened to blockade the harbour",
]


@pytest.fixture(scope="module")
def reader():
    return SecondReader()


def status(claim, reads):
    found = match(Statement(claim, AttributionKind.INDIRECT, sentence=claim), Article(PAGE, ""), reads)
    return found.passage.status


@pytest.mark.parametrize("claim", THERE)
def test_a_claim_in_quite_other_words_is_found(reader, claim):
    assert status(claim, None) is PassageStatus.ABSENT
    assert status(claim, reader) is not PassageStatus.ABSENT


@pytest.mark.parametrize("claim", LACKING)
def test_what_a_page_on_the_subject_lacks_stays_absent(reader, claim):
    assert status(claim, reader) is PassageStatus.ABSENT


def test_nothing_is_asked_where_the_words_stand_there():
    def never(claim, passages):
        raise AssertionError(claim, passages)

    assert status("it would put off the repair of the north quay until the autumn", never) is PassageStatus.EXACT
    found = match(
        Statement("“mooring three abreast”", AttributionKind.DIRECT, ("mooring three abreast",)),
        Article(PAGE, ""),
        never,
    )
    assert found.passage.status is PassageStatus.EXACT


def test_few_windows_are_asked_about_however_long_the_page():
    asked = []

    def count(claim, passages):
        asked.append(len(passages))
        return [Opinion(0.0)] * len(passages)

    match(Statement(THERE[0], AttributionKind.INDIRECT), Article(PAGE * 400, ""), count)
    assert asked
    assert max(asked) <= 6


def test_no_passages_have_no_odds(reader):
    assert reader("the quay is closed", []) == []


def test_long_texts_are_cut(reader):
    tokenizer, _ = reader._loaded
    ids, kinds, mask = pairs(tokenizer, "quay " * 5_000, ["harbour " * 5_000, ""])
    assert ids.shape == kinds.shape == mask.shape == (2, LONGEST)
    assert kinds[0, -1] == 1


def test_threads_are_answered_alike():
    reader = SecondReader()
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda claim: reader(claim, [PAGE[:200]]), [THERE[0]] * 8))
    assert all(answer == answers[0] for answer in answers)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80), st.lists(st.text(max_size=80), max_size=4))
def test_any_text_has_odds(reader, claim, passages):
    assert len(reader(claim, passages)) == len(passages)


def test_a_desk_without_models_has_no_second_reader():
    assert open_desk(model="none").reads is None
