"""Promises of the scanner of quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provaudit.attribute.quote_marks import CLOSING, OPENING, OUTSIDE, QUOTED, RUNNING, quotation_states


def _quoted(paragraph):
    """The characters inside the outermost quotations, one string a quotation."""
    states = quotation_states(paragraph)
    marked = "".join(c if s in {QUOTED, RUNNING} else "\0" for c, s in zip(paragraph, states, strict=True))
    return [part for part in marked.split("\0") if part]


@pytest.mark.parametrize(
    ("paragraph", "quoted"),
    [
        ("“We won,” she said.", ["We won,"]),
        ('"We won," she said. "Twice."', ["We won,", "Twice."]),
        ("‘We won,’ she said.", ["We won,"]),
        ("'We won,' she said.", ["We won,"]),
        ("„Wir“ and «nous» and »man«.", ["Wir", "nous"]),
        ("The voters’ anger and the ’90s, it’s all there.", []),
        ("'It's the voters' fault,' he said.", ["It's the voters' fault,"]),
        ("He called it “a ‘sham’ trial.”", ["a ‘sham’ trial."]),
        ("He called it 'a \"sham\" trial'.", ['a "sham" trial']),
        ("A “deal”—if that is the word—“of sorts.”", ["deal", "of sorts."]),
    ],
)
def test_what_stands_between_marks_is_quoted(paragraph, quoted):
    assert _quoted(paragraph)[: len(quoted)] == quoted


def test_marks_open_and_close():
    states = quotation_states('He said "no" twice')
    assert [states[8], states[9], states[11], states[12]] == [OPENING, QUOTED, CLOSING, OUTSIDE]


def test_a_quotation_that_runs_on_is_told_apart():
    states = quotation_states("“We have time, and we will use it.")
    assert states[0] == OPENING
    assert set(states[1:]) == {RUNNING}


@given(st.text(alphabet="ab s.,'\"“”‘’«»„—\n", max_size=40))
def test_every_character_has_a_state(paragraph):
    states = quotation_states(paragraph)
    assert len(states) == len(paragraph)
    assert all(state <= RUNNING for state in states)
