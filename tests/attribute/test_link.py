"""Promises of the linking: each content to one cue, each cue at most one source."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provaudit.attribute.decode import CONTENT, CUE, DISTANCES, SOURCE, Run
from provaudit.attribute.link import Sheet, Weights, groups


def _run(role, begin, end):
    return Run(role, begin, end, -0.1)


def _sheet(pieces, ties=(), hints=()):
    """A sheet of `pieces` pieces; `ties` are (cue, role, begin, end), `hints` the pieces that look like a cue."""
    width = pieces + 1
    query, key = np.zeros((2, pieces, 2, width), dtype=np.float32)
    key[:, :, -1] = -9
    query[:, :, -1] = 1
    for cue, role, begin, end in ties:
        query[cue, role, cue] = 18
        key[begin:end, role, cue] = 1
    sure = np.full(pieces, -9, dtype=np.float32)
    sure[list(hints)] = -1
    flat = (pieces, 2 * width)
    near = np.zeros((2, DISTANCES), dtype=np.float32)
    return Sheet(sure, query.reshape(flat), key.reshape(flat), near, np.zeros(pieces, dtype=np.int64))


def test_roles_go_to_the_cue_they_are_tied_to():
    found = [_run(SOURCE, 1, 2), _run(CUE, 2, 3), _run(CONTENT, 3, 6), _run(SOURCE, 7, 8), _run(CUE, 8, 9)]
    found.append(_run(CONTENT, 9, 12))
    sheet = _sheet(13, [(2, 0, 7, 8), (2, 1, 3, 6), (8, 0, 1, 2), (8, 1, 9, 12)])
    made = groups(found, sheet, Weights())
    assert [(g.source.begin, g.cue.begin, g.content[0].begin) for g in made] == [(7, 2, 3), (1, 8, 9)]


def test_a_split_quotation_is_one_content_of_two_runs():
    found = [_run(CONTENT, 1, 3), _run(SOURCE, 3, 4), _run(CUE, 4, 5), _run(CONTENT, 6, 9)]
    (made,) = groups(found, _sheet(10, [(4, 0, 3, 4), (4, 1, 1, 3), (4, 1, 6, 9)]), Weights())
    assert [run.begin for run in made.content] == [1, 6]


def test_contents_with_nothing_between_them_are_one():
    found = [_run(CUE, 1, 2), _run(CONTENT, 2, 4), _run(CONTENT, 4, 7)]
    (made,) = groups(found, _sheet(10, [(1, 1, 2, 7)]), Weights())
    assert [(run.begin, run.end) for run in made.content] == [(2, 7)]


def test_two_cues_may_share_a_source():
    found = [_run(SOURCE, 1, 2), _run(CUE, 2, 3), _run(CONTENT, 3, 6), _run(CUE, 7, 8), _run(CONTENT, 8, 12)]
    sheet = _sheet(13, [(2, 0, 1, 2), (2, 1, 3, 6), (7, 0, 1, 2), (7, 1, 8, 12)])
    assert [g.source.begin for g in groups(found, sheet, Weights())] == [1, 1]


def test_a_cue_without_a_tied_source_has_none():
    found = [_run(SOURCE, 1, 2), _run(CUE, 4, 5), _run(CONTENT, 6, 9)]
    (made,) = groups(found, _sheet(10, [(4, 1, 6, 9)]), Weights())
    assert made.source is None


def test_a_cue_without_content_takes_what_the_links_give():
    (made,) = groups([_run(CUE, 4, 5)], _sheet(10, [(4, 0, 2, 4), (4, 1, 5, 9)]), Weights())
    assert (made.content[0].begin, made.content[0].end) == (5, 9)
    assert (made.source.begin, made.source.end) == (2, 4)


def test_a_content_without_cue_takes_the_word_that_could_be_one():
    (made,) = groups([_run(CONTENT, 5, 9)], _sheet(10, [(4, 1, 5, 9)], hints=[4]), Weights())
    assert (made.cue.begin, made.cue.end) == (4, 5)


def test_a_quotation_alone_has_no_cue_and_no_source():
    (made,) = groups([_run(CONTENT, 5, 9)], _sheet(10), Weights())
    assert (made.cue, made.source) == (None, None)


@given(st.integers(0, 2**32 - 1))
def test_every_content_is_used_once(seed):
    chance = np.random.default_rng(seed)
    edges = sorted(chance.choice(40, size=16, replace=False).tolist())
    found = [_run(int(chance.integers(3)), b, e) for b, e in zip(edges[::2], edges[1::2], strict=True)]
    query, key = chance.normal(size=(2, 40, 8)).astype(np.float32)
    hints = -chance.random(40).astype(np.float32)
    near = np.zeros((2, DISTANCES), dtype=np.float32)
    made = groups(found, Sheet(hints, query, key, near, np.zeros(40, dtype=np.int64)), Weights(least=0))
    taken = sorted(piece for g in made for run in g.content for piece in range(run.begin, run.end))
    assert {p for run in found if run.role == CONTENT for p in range(run.begin, run.end)} <= set(taken)
    assert all(g.content and 0 <= g.confidence <= 1 for g in made)


def test_a_doubtful_attribution_is_dropped():
    sheet = _sheet(10, [(4, 0, 2, 4), (4, 1, 5, 9)])
    doubtful = [Run(CUE, 4, 5, -2.0), Run(CONTENT, 5, 9, -2.0)]
    assert groups(doubtful, sheet, Weights()) == []
    assert len(groups(doubtful, sheet, Weights(least=0))) == 1
