"""Amounts that follow from a page's amounts are no drift; those that do not are."""

import pytest

from provaudit.match import match
from provaudit.model import Article, AttributionKind, DriftKind, Statement

REST = "Other news was quiet on the island. Nothing else happened at the port."
FOLLOWS = """\
the fare has gone up by more than 40 euros | The fare has risen from 80 to 125 euros since the port was sold
the lead of the mayor was 14 points | In the poll the mayor led with 38 percent, ahead of her rival on 24 percent
55 seals were stranded on the beach | Of the seals that were stranded on the beach 47 were freed and 8 died
the farmer lost 12 of her 14 hectares | The farmer has 14 hectares and lost all but two of them
two of the nine sailors have not been found | Of the nine sailors, seven have been found
more than two-thirds of the farmers have no insurance | Fewer than a third of the farmers are insured
the owner has run the ferry for six years | The owner, who is 60 years old, has run the ferry since 2018
the power was out for more than a day | The power was out for 31 hours
the charge would come to under 4 euros a month | The council may ask a charge of 45 euros a year
the farmer would have earned 20,000 euros a month | The farmer stood to earn 240,000 euros a year
the rain lasted less than two weeks | The rain lasted 11 days
the mayor won 50.2 percent of the votes | With one percent left to count, 3,318 votes were cast for the mayor and 3,291 against
the storm passed in less than an hour | The storm passed in 40 minutes
the owner knew no later than 2019 that the boilers failed | The owner knew since 2019 that both boilers failed
one sailor told police he was tired | Two ferries sank; one of the sailors told police he was tired
the harbour employed three people | The harbour employed two women and one man
"""
DRIFT = """\
the fare has gone up by more than 60 euros | The fare has risen from 80 to 125 euros since the port was sold
65 seals were stranded on the beach | Of the seals that were stranded on the beach 47 seals were freed and 8 died
the farmer lost 10 of her 14 hectares | The farmer lost 12 of her 14 hectares
three of the nine sailors have been found | Of the nine sailors, seven have been found
more than two-thirds of the farmers are insured | Fewer than a third of the farmers are insured
the owner has run the ferry for 16 years | The owner has run the ferry for six years, since 2018
the power was out for more than a day | The power was out for 61 hours
the charge would come to under 3 euros a month | The council may ask a charge of 45 euros a year
the mayor won 54 percent of the votes | With one percent left, the mayor won 3,318 votes and her rival 3,291
one ferry sank in the storm | Two ferries sank in the storm
more than half of the seals were freed | Fewer than half of the seals were freed
the boat cost 12,000 euros an hour | Thousands of candles were lit, and the boat cost 1,200 euros an hour
"""


def kinds(pair):
    draft, _, upstream = pair.partition(" | ")
    page = Article(f"{upstream}.\n\n{REST}", "", published="2024-03-05")
    found = match(Statement(draft, AttributionKind.INDIRECT, sentence=draft, dated="2024-03-05"), page)
    assert found.passage.text
    return {drift.kind for drift in found.drift}


@pytest.mark.parametrize("pair", FOLLOWS.splitlines())
def test_what_follows_from_the_pages_amounts_is_no_drift(pair):
    assert DriftKind.NUMBER not in kinds(pair)


@pytest.mark.parametrize("pair", DRIFT.splitlines())
def test_what_does_not_follow_from_them_is_told(pair):
    assert DriftKind.NUMBER in kinds(pair)
