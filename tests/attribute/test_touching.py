"""What attributions have to do with each other is asked of those that touch, not of all pairs of a text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provaudit.attribute import nesting, repair
from provaudit.attribute.body import read_body
from provaudit.attribute.found import Found, found, holds, in_order
from provaudit.attribute.rule_tagger import RuleTagger
from provaudit.attribute.touching import touching
from provaudit.model import Span

offsets = st.integers(0, 60)
spans = st.builds(lambda start, length: Span(start, start + length), offsets, st.integers(1, 25))
parts = st.lists(spans, max_size=2).map(lambda some: tuple(sorted(some)))
contents = st.lists(spans, min_size=1, max_size=2).map(lambda some: tuple(sorted(some)))
attributions = st.lists(st.builds(Found, parts, parts, contents, st.just(0.5)), max_size=12)


class NoOutlets:
    """A registry that knows nobody."""

    def names_in(self, _text, _span):
        return ()


@given(attributions)
def test_each_attribution_is_in_one_group_and_no_two_groups_meet(some):
    groups = list(touching(some))
    assert sorted(number for group in groups for number in group) == list(range(len(some)))
    assert all(group == sorted(group) for group in groups)
    reaches = [(min(some[n].start for n in group), max(some[n].end for n in group)) for group in groups]
    assert all(before[1] < after[0] for before, after in pairwise(reaches))


@given(attributions)
def test_what_is_put_in_what_is_what_asking_all_pairs_gives(some):
    assert nesting.contained(some) == _of_all_pairs(some)


def _of_all_pairs(some):
    roots = []
    for one in sorted(some, key=lambda each: each.start - each.end):
        at = (one.cue or one.source or one.content)[0].start
        for index, outer in enumerate(roots):
            if holds(outer.content, at) and not nesting._same(outer, one):
                whole = (outer.source, outer.cue, outer.content, outer.confidence)
                roots[index] = Found(*whole, _of_all_pairs((*outer.inner, one)))
                break
        else:
            roots.append(one)
    return in_order(roots)


@pytest.mark.parametrize("line", ["“Wet,” said Nell. ", "“Wet,” said Nell.\n\n", "Nell said the lock leaked. "])
def test_a_rule_looks_at_the_attributions_of_its_own_sentence(line, monkeypatch):
    text = line * 300
    body = read_body(text, [Span(0, len(text))])
    flat = [found(one) for one in RuleTagger().tag(text, [Span(0, len(text))])]
    looks = []
    look = repair._with_verb
    monkeypatch.setattr(repair, "_with_verb", lambda *given: (looks.append(given), look(*given))[1])
    assert len(repair.repair(flat, body, NoOutlets())) >= 290
    assert 290 <= len(looks) < 900


def test_a_clause_that_hides_a_name_is_looked_for_once_a_sentence(monkeypatch):
    text = ", ".join(["a keeper who asked not to be named said it was wet"] * 200)
    body = read_body(text, [Span(0, len(text))])
    cues = [at for at in range(len(text)) if text.startswith("said", at)]
    flat = [Found((), (Span(at, at + 4),), (Span(at + 5, at + 15),), 0.9) for at in cues]
    looks = []
    look = repair.without_hiding
    monkeypatch.setattr(repair, "without_hiding", lambda words: (looks.append(1), look(words))[1])
    repair._not_hiding.cache_clear()
    for one in flat:
        repair._hides_a_name(one, body)
    assert len(looks) == 1


def test_attributions_side_by_side_are_not_all_asked_what_they_hold(monkeypatch):
    rows = range(0, 40_000, 40)
    some = [Found((), (Span(at, at + 4),), (Span(at + 5, at + 30),), 0.9) for at in rows]
    looks = []
    look = nesting.holds
    monkeypatch.setattr(nesting, "holds", lambda *given: (looks.append(1), look(*given))[1])
    assert len(nesting.contained(some)) == len(some)
    assert len(looks) < 20 * len(some)
