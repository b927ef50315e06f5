"""What is denied and what is affirmed change places."""

import pytest

from provaudit.match.crossed import crossed_words


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("there is no need to plan and every need to panic", "there is no need to panic and every need to plan"),
        ("painful but not difficult", "difficult but not painful"),
    ],
)
def test_a_quotation_whose_denied_and_affirmed_words_changed_places_is_turned_round(ours, theirs):
    assert crossed_words(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("painful but not difficult", "not difficult but painful"),
        ("did not rule quickly", "did not quickly rule"),
        ("there is no need to panic", "there is no need to plan"),
        ("difficult and painful", "painful and difficult"),
    ],
)
def test_the_same_words_in_another_order_are_not_turned_round(ours, theirs):
    assert not crossed_words(ours, theirs)
