"""A tagger may be wrong in any way: the layer over it must take whatever spans it gives."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provaudit.attribute import Tagged, attribute
from provaudit.identify import Registry
from provaudit.model import Article, Block, BlockKind, Span

WORDS = st.sampled_from(
    ["Pell", "said", "told", "that", "according to", "CNN", "reports", "who", "she", "the mayor", "two", "Asked", "citing",
     "a memo", "was", "to be named", "reportedly", "—", ",", ".", "?", ":", ";", '"', "“", "”", "'", "(AP)", "\n", "\n\n",
     "Lee's", "and stating", "on X", "LEE: Yes", "\u2003", "The Post", "them", "of", "PELL: No", "1"]
)  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)


@dataclass(frozen=True)
class Random:
    """Gives what it drew, in whatever blocks hold it."""

    drawn: tuple[Tagged, ...]

    def tag(self, text, blocks):
        def inside(one):
            return all(any(block.holds(span) for block in blocks) for span in (*one.source, *one.cue, *one.content))

        return tuple(one for one in self.drawn if inside(one))


@st.composite
def noisy(draw):
    text = draw(TEXTS)
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 25)).map(
        lambda pair: Span(pair[0], min(len(text), pair[0] + pair[1]))
    )
    some = st.lists(spans, max_size=3).map(lambda found: tuple(sorted(found)))
    tagged = st.builds(Tagged, some, some, st.lists(spans, min_size=1, max_size=3).map(tuple), st.floats(0, 1))
    return text, tuple(draw(st.lists(tagged, max_size=6)))


@pytest.fixture(scope="module")
def names():
    return Registry.load()


@settings(max_examples=300, deadline=None)
@given(noisy(), st.sampled_from([BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.CREDIT]))
def test_whatever_spans_a_tagger_gives_the_result_is_in_order_and_reads_back(names, given_, kind):
    text, tagged = given_
    blocks, at = [], 0
    for n, line in enumerate(text.split("\n")):
        if line.strip():
            blocks.append(Block(Span(at, at + len(line)), kind if n else BlockKind.PARAGRAPH))
        at += len(line) + 1
    article = Article(text, "", tuple(blocks))
    found = attribute(article, Random(tagged), names)
    assert [one.id for one in found] == [f"A{n + 1}" for n in range(len(found))]
    for n, one in enumerate(found):
        assert one.parent is None or one.parent in [before.id for before in found[:n]]
        for mention in (one.source, one.cue, one.venue, one.content):
            if mention is not None:
                assert mention.text == article.as_read(*mention.spans)
                assert all(0 <= span.start < span.end <= len(text) for span in mention.spans)
