"""A page without end or sense costs little and never raises."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provaudit.match import match
from provaudit.model import Article, AttributionKind, Statement

COUNT = 100_000
CLAIM = "the mayor will close the bridge in May for 14 months after two inspections"
QUOTATION = "we will close the bridge in May and we will open it again when the work is done"
PAGES = {
    "one word": "bridge " * COUNT,
    "the claim's words": "the mayor will close the bridge in May " * (COUNT // 8),
    "open quotations": '"we will close ' * (COUNT // 3),
    "apostrophes": "'bridge " * COUNT,
    "numbers": "1 2 3 million " * (COUNT // 4),
    "names": "Mayor Bridge May said " * (COUNT // 4),
    "denials": "did not close the bridge and did not " * (COUNT // 7),
    "one long word": "a" * 6 * COUNT,
    "ligatures": "ﬁ\u00ad" * COUNT,
    "lines": "bridge\n" * COUNT,
}
STATEMENTS = {
    "own words": Statement(CLAIM, AttributionKind.INDIRECT, dated="2024-01-02"),
    "quotation": Statement(QUOTATION, AttributionKind.DIRECT, (QUOTATION,)),
    "long quotation": Statement(" ".join([QUOTATION] * 500), AttributionKind.DIRECT, (" ".join([QUOTATION] * 500),)),
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_hostile_page_is_bounded(page, statement):
    start = time.process_time()
    match(STATEMENTS[statement], Article(PAGES[page], "", published="2024-01-01"))
    # Measured well under 0.2 s; what is quadratic takes minutes.
    assert time.process_time() - start < 60


@given(
    st.text(alphabet=st.sampled_from("aB 1.,“”\"'…[]-—\n%$éﬁ\u200b"), max_size=80),
    st.text(alphabet=st.sampled_from("aB 1.,“”\"'…[]-—\n%$éﬁ\u200b"), max_size=200),
    st.sampled_from(list(AttributionKind)),
)
@settings(max_examples=120, deadline=None)
def test_no_text_raises_and_every_span_reads_back(claim, page, kind):
    quotations = (claim,) if kind is not AttributionKind.INDIRECT else ()
    found = match(Statement(claim, kind, quotations, dated="2024-01-02"), Article(page, "", published="2024-01-01"))
    assert 0.0 <= found.passage.score <= 1.0
    if found.passage.span is not None:
        assert page[found.passage.span.start : found.passage.span.end] == found.passage.text
