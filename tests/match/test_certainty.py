"""Doubt made certain, plans told as sure, and the small words that turn a verb: told; faithful wordings are not."""

import pytest

from provaudit.model import DriftKind
from tests.match.pairs import kinds

REST = "Other news was quiet on the island."
HEDGED = """\
the pier is certain to close in March | The pier may close in March, the trust said
the trust has proved that the bolts were loose | The trust suspects that the bolts were loose
the trust will sell the pier next year | The trust plans to sell the pier next year
the pier will be sold | The pier belongs to the trust. It is likely to be sold
a lawsuit will come, said the trust | The trust said a lawsuit was likely
officials took bribes from the builders | Police are examining whether officials took bribes from the builders
the pier was reportedly shut on Monday | The pier was shut on Monday
the café threatened to sue the trust | The café allegedly threatened to sue the trust
the trust, free of debt, will sell the pier | The trust, free of debt, may sell the pier
fourteen more ill people were found on the pier | Another fourteen people on the pier are suspected to be ill
"""
CALM = """\
the pier may close in March | The pier may close in March, the trust said
the trust wants to sell the pier | The trust plans to sell the pier next year
the trust will decide on a sale by June | The trust will decide by June whether to sell the pier
the trust has not sold the pier | The trust denied reports that it had sold the pier
the pier is certain to close | The pier is certain to close, and the café may follow
the trust does not doubt the figures | The trust did not question the figures
the café has until May to object to the sale | The café may object to the sale until May
the trust gave the café until Friday to pay | The café may pay by Friday, the trust said
the café is free to object to the sale | The café may object to the sale
the café threatened to close the pier | The café may close the pier, it threatened
the café threatened to sue the trust | The café threatened to sue the trust
the lawyers called the sum too small | A lawyer considers the sum too small
"""
TURNED = """\
membership is up by a third since May | Membership is down by a third since May
guests opt out of the mailing list | Guests opt in to the mailing list
the mayor had sided against the trust | The mayor had sided with the trust
burglary is more common in winter | Burglary is less common in winter
the police backed the licence for the café | The police objected to the licence for the café on the pier
the trust voted 5-2 to renew its contract | The trust voted 5-2 on Thursday to end its contract
"""
NOT_TURNED = """\
membership is up by a third since May | Membership has risen by a third since May
membership grew from 40 to 90 | Membership is up from 40 to 90
the talks ended without a deal | The talks ended with no deal
the mayor voted against the trust | Three voted for the budget, and the mayor voted against the trust
the strike was called off on Monday | The strike was cancelled on Monday
burglary is less common in summer | Burglary is more common in winter than in summer
"""
DATED = """\
the sale is planned for November | A sale is planned for December
the test was run in a June trial | The test was run in a July trial
"""
SAME_DATE = """\
the sale is planned for November | A sale is planned for November
April Cole sold the pier | The pier was sold by April Cole in June
the trust said today that it would sell | The trust said today that it would sell
"""
COUNTED = """\
it was the third cut in the area within a day | The cut was the second in the area within a day
the pier needs half as many guards | The pier needs a third as many guards
the wages came a month late | The wages came eleven days late
Beck, 62, sold the pier to the town | Owain Beck, 52, sold the pier to the town ten years ago
"""
SAME_COUNT = """\
the 52-year-old sold the pier to the town | Owain Beck, 52, sold the pier to the town
the mood fell once the pier was gone | The mood fell when the nine kiosks and the pier were gone
it was the second cut in the area within a day | The cut was the second in the area within a day, the fifth this year
"""


@pytest.mark.parametrize("pair", HEDGED.splitlines())
def test_a_doubt_lost_or_gained_is_told(pair):
    assert kinds(pair, REST) == {DriftKind.HEDGE}


@pytest.mark.parametrize("pair", TURNED.splitlines())
def test_a_small_word_or_contrary_that_turns_a_statement_is_told(pair):
    assert kinds(pair, REST) == {DriftKind.NEGATION}


@pytest.mark.parametrize("pair", DATED.splitlines())
def test_another_month_is_told_wherever_it_stands(pair):
    assert kinds(pair, REST) == {DriftKind.DATE}


@pytest.mark.parametrize("pair", COUNTED.splitlines())
def test_another_place_age_share_or_length_is_told(pair):
    assert kinds(pair, REST) == {DriftKind.NUMBER}


@pytest.mark.parametrize("pair", [*CALM.splitlines(), *NOT_TURNED.splitlines()])
def test_as_much_doubt_in_other_words_is_no_drift(pair):
    assert not kinds(pair, REST)


@pytest.mark.parametrize("pair", [*SAME_DATE.splitlines(), *SAME_COUNT.splitlines()])
def test_the_same_time_or_amount_is_no_drift(pair):
    assert not kinds(pair, REST)
