"""Promises of windows: nothing lost, nothing too long, like with like."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provaudit.attribute.pieces import CLS, MAX_PIECES, SEP, Pieces, divide
from provaudit.attribute.windows import batched, packed, padded, window


def _pieces(length, offset=0):
    places = np.arange(length) + offset
    return Pieces(places + 1000, places, places + 1, np.arange(length), np.ones_like(places), np.zeros_like(places))


@given(st.lists(st.integers(1, MAX_PIECES - 2), max_size=30))
def test_windows_hold_every_part_once_and_never_too_much(lengths):
    parts = [_pieces(length) for length in lengths]
    packs = list(packed(parts))
    assert [len(part) for pack in packs for part in pack] == lengths
    assert all(len(window(pack)) <= MAX_PIECES for pack in packs)


def test_parts_stand_between_separators():
    found = window([_pieces(2), _pieces(3, 10)])
    assert found.ids.tolist() == [CLS, 1000, 1001, SEP, 1010, 1011, 1012, SEP]
    assert found.block.tolist() == [-1, 0, 0, -1, 1, 1, 1, -1]
    assert found.first.tolist() == list(range(8))


@given(st.lists(st.integers(1, 200), max_size=30))
def test_batches_hold_every_window_once(lengths):
    windows = [window([_pieces(length)]) for length in lengths]
    batches = list(batched(windows))
    assert sorted(n for batch in batches for n in batch) == list(range(len(lengths)))
    for batch in batches:
        ids, _, _ = padded([windows[n] for n in batch])
        assert len(batch) == 1 or ids.size <= 512


def test_a_long_paragraph_is_cut_after_a_sentence():
    text = "Aa bb. " * 40
    pieces = _pieces(len(text))
    parts = divide(text, pieces, 50)
    assert sum(len(part) for part in parts) == len(text)
    assert all(len(part) <= 50 for part in parts)
    assert all(text[part.start[0] :].startswith("Aa") for part in parts)


@given(st.integers(0, 300), st.integers(1, 60))
def test_a_paragraph_without_sentences_is_cut_where_it_must(length, room):
    parts = divide("x" * length, _pieces(length), room)
    assert sum(len(part) for part in parts) == length
    assert all(0 < len(part) <= room for part in parts)
