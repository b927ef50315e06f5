"""Claims made of faithful ones by one change, which the second reader is taught beside the pairs people wrote."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provaudit.match.train.edits import CHANGES

NAMES = ("Anna Brandt", "Karl Osten", "Oslo")
CLAIM = "Karl Osten said 45 boats were raised in May, and the port will reportedly close"


@pytest.mark.parametrize("kind", CHANGES)
def test_each_change_leaves_another_claim(kind):
    made = {CHANGES[kind](CLAIM, NAMES, random.Random(seed)) for seed in range(40)} - {None}
    assert made
    assert CLAIM not in made


@pytest.mark.parametrize(
    ("kind", "claim", "among"),
    [
        ("number", "three boats sank", {"two boats sank", "nine boats sank"}),
        ("date", "it opened in May", {"it opened in June"}),
        ("name", "the mayor met Karl Osten", {"the mayor met Anna Brandt"}),
        ("negation", "the port was not closed", {"the port was closed"}),
        ("negation", "the price rose", {"the price fell"}),
        ("hedge", "the port reportedly closed", {"the port closed"}),
        ("hedge", "the port may close", {"the port will close"}),
    ],
)
def test_a_change_is_what_it_is_called(kind, claim, among):
    assert among <= {CHANGES[kind](claim, NAMES, random.Random(seed)) for seed in range(300)}


@pytest.mark.parametrize(
    ("kind", "claim"),
    [
        ("number", "the boats sank in 2019"),
        ("number", "nobody came"),
        ("date", "the boats sank"),
        ("name", "the boats sank"),
        ("negation", "boats and nets"),
        ("hedge", "boats and nets"),
    ],
)
def test_a_claim_without_a_place_for_a_change_is_left_alone(kind, claim):
    assert {CHANGES[kind](claim, NAMES, random.Random(seed)) for seed in range(20)} == {None}


def test_a_name_is_not_changed_for_one_that_the_claim_has():
    made = {CHANGES["name"]("Karl Osten met Anna Brandt in Oslo", NAMES, random.Random(seed)) for seed in range(30)}
    assert made == {None}


@given(st.sampled_from(sorted(CHANGES)), st.text(max_size=120), st.integers(0, 9))
def test_any_text_is_changed_or_left_alone(kind, claim, seed):
    made = CHANGES[kind](claim, NAMES, random.Random(seed))
    assert made is None or isinstance(made, str)
