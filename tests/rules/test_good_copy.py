"""In copy as a careful desk lets it through every rule is silent."""

import pytest

from provaudit.rules import RULES
from tests.rules.good_copy import DRAFTS
from tests.rules.offline import offline, pointed_at


@pytest.mark.parametrize("name", DRAFTS)
def test_the_drafts_are_of_real_length_and_full_of_attributions(name):
    text, form = DRAFTS[name]
    case = offline(text, form=form)
    assert len(text.split()) >= 150
    assert len(case.attributions) >= 8
    assert len(case.sources) >= 4


@pytest.mark.parametrize("name", DRAFTS)
@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_good_copy_is_left_alone(rule, name):
    text, form = DRAFTS[name]
    assert pointed_at(rule, text, form=form) == []
