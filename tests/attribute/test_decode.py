"""Promises of the decoder: lawful tags, whole words, walls respected."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provaudit.attribute.decode import DISTANCES, TAGS, best_path, buckets, runs


def _logits(*names):
    out = np.zeros((len(names), len(TAGS)), dtype=np.float32)
    for row, name in zip(out, names, strict=True):
        row[TAGS.index(name)] = 5
    return out


def _all_first(logits):
    return np.arange(len(logits)), np.zeros(len(logits), dtype=bool)


def test_runs_are_read_from_tags():
    logits = _logits("O", "B-source", "I-source", "B-cue", "B-content", "I-content", "O")
    found = runs(logits, *_all_first(logits))
    assert [(run.role, run.begin, run.end) for run in found] == [(0, 1, 3), (1, 3, 4), (2, 4, 6)]


def test_a_run_never_begins_inside():
    logits = _logits("O", "I-content", "I-content")
    logits[1, TAGS.index("B-content")] = 4
    assert [(run.begin, run.end) for run in runs(logits, *_all_first(logits))] == [(1, 3)]


def test_a_word_is_tagged_whole():
    logits = _logits("B-content", "I-content", "O")
    found = runs(logits, np.array([0, 1]), np.array([False, False]))
    assert [(run.begin, run.end) for run in found] in ([(0, 1)], [(0, 3)])


def test_no_run_crosses_a_wall():
    logits = _logits("B-content", "I-content", "I-content")
    logits[2, TAGS.index("B-content")] = 4
    found = runs(logits, np.arange(3), np.array([False, True, False]))
    assert [(run.begin, run.end) for run in found] == [(0, 1), (2, 3)]


@given(st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_the_best_path_is_lawful_and_none_is_better(length, seed):
    scores = np.random.default_rng(seed).normal(size=(length, len(TAGS))).astype(np.float32)
    path = best_path(scores)
    before = "O"
    for tag in (TAGS[n] for n in path):
        assert tag[0] != "I" or before[1:] == tag[1:]
        before = tag
    greedy = scores.argmax(axis=1)
    assert scores[np.arange(length), path].sum() <= scores[np.arange(length), greedy].sum() + 1e-4


def test_distance_buckets_are_signed_and_bounded():
    found = buckets(np.arange(-600, 601))
    assert found.min() == 0
    assert found.max() == DISTANCES - 1
    assert (np.diff(found) >= 0).all()
