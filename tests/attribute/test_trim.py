"""Promises of the ends of spans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provaudit.attribute.trim import trimmed


def _trim(text, part, role="content"):
    start = text.index(part)
    return [text[s:e] for s, e in trimmed(text, [(start, start + len(part))], role)]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("“We won,” she said.", "We won,", "“We won,”"),
        ('She said: "We won."', "We won", '"We won."'),
        ("“We won,” she said.", "“We won,", "“We won,”"),
        ("She said it was “over” at last. “Yes,” he said.", "it was “over” at last. “", "it was “over” at last."),
        ("“No,” he said, adding it was late.", "” he said", "he said"),
        ("He said it was late.", " it was late", "it was late"),
    ],
)
def test_contents_keep_their_own_marks_only(text, part, whole):
    assert _trim(text, part) == [whole]


def test_sources_lose_space_only():
    assert _trim("by “Joe”  said", "“Joe”  ", "source") == ["“Joe”"]


def test_nothing_but_space_is_no_span():
    assert list(trimmed("a  b", [(1, 3)], "cue")) == []


@given(st.text(alphabet="ab .,'\"“”‘’", max_size=30), st.data())
def test_spans_stay_in_the_text(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for span in trimmed(text, [(start, end)], "content"):
        assert 0 <= span.start < span.end <= len(text)
        assert not text[span.start].isspace()
        assert not text[span.end - 1].isspace()
