"""Promises of the tagger that ships, on sentences written for this test."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provaudit.attribute.tagger import LearnedTagger
from provaudit.model import Span


@pytest.fixture(scope="module")
def tagger():
    return LearnedTagger.load()


def _blocks(text):
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def _read(tagger, text):
    """Each attribution as (source, cue, content), spans joined by an ellipsis."""
    return [
        tuple(" … ".join(text[s.start : s.end] for s in spans) for spans in (t.source, t.cue, t.content))
        for t in tagger.tag(text, _blocks(text))
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The plant will shut in June, Mayor Ada Lund said.", "Mayor Ada Lund", "said", "The plant will shut in June"),
        ("“We are done waiting,” said Tom Reyes.", "Tom Reyes", "said", "“We are done waiting,”"),
        ("‘We are done waiting,’ said Tom Reyes.", "Tom Reyes", "said", "‘We are done waiting,’"),
        (
            "According to the harbor board, traffic fell by a third.",
            "the harbor board",
            "According to",
            "traffic fell by a third",
        ),
        ("Officials told Reuters that the talks had failed.", "Officials", "told", "that the talks had failed"),
    ],
)
def test_plain_attributions_are_found(tagger, text, source, cue, content):
    assert _read(tagger, text)[0] == (source, cue, content) or (
        _read(tagger, text)[0][0] == source and content in _read(tagger, text)[0][2]
    )


def test_a_broken_quotation_is_one_attribution(tagger):
    text = "“The bridge is safe,” said Tom Reyes, the engineer. “We checked every bolt.”"
    (found,) = _read(tagger, text)
    assert "The bridge is safe" in found[2]
    assert "We checked every bolt" in found[2]


def test_a_clause_alone_is_read(tagger):
    found = _read(tagger, "Mayor Lund said the plant would shut in June")
    assert found[0][0] == "Mayor Lund"
    assert "the plant would shut in June" in found[0][2]


def test_text_without_attribution_gives_none(tagger):
    assert _read(tagger, "It rained all day in the valley.\n\nThe river rose by two feet.") == []


def test_blocks_that_are_not_given_are_not_read(tagger):
    text = "He will run, she said.\nThe plant will shut, Ada Lund said."
    found = tagger.tag(text, [Span(23, len(text))])
    assert found
    assert all(span.start >= 23 for tagged in found for span in (*tagged.source, *tagged.cue, *tagged.content))


def test_many_texts_are_read_as_each_alone(tagger):
    texts = ["The plant will shut, Ada Lund said.", "“No,” said Tom Reyes.", ""]
    together = tagger.tag_many([(text, _blocks(text)) for text in texts])
    alone = [tagger.tag(text, _blocks(text)) for text in texts]
    assert [[t.content for t in found] for found in together] == [[t.content for t in found] for found in alone]


def test_a_paragraph_longer_than_a_window_is_read_to_its_end(tagger):
    text = "The wall was painted white again. " * 60 + "The plant will shut, Mayor Ada Lund said."
    assert any("Ada Lund" in source for source, _, _ in _read(tagger, text))


def test_nothing_to_read_is_no_error(tagger):
    assert tagger.tag("", []) == ()
    assert tagger.tag("   \n", [Span(0, 3)]) == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet='Tom said that “we’ won".,:;— ’‘”\u00a0é😀\ufeff', max_size=60), max_size=4))
def test_any_text_gives_spans_inside_its_blocks(paragraphs):
    text = "\n".join(paragraphs)
    blocks = _blocks(text)
    for tagged in _SHIPPED().tag(text, blocks):
        assert tagged.content
        assert 0 <= tagged.confidence <= 1
        for span in (*tagged.source, *tagged.cue, *tagged.content):
            assert any(block.holds(span) for block in blocks)


def _SHIPPED(loaded=[]):  # noqa: B006, N802  # one session for all examples
    if not loaded:
        loaded.append(LearnedTagger.load())
    return loaded[0]
