"""Qualifiers cut off: told where the draft stops short of one, and nowhere else."""

import pytest

from provaudit.match import match
from provaudit.model import Article, AttributionKind, DriftKind, Statement

REST = "Other news was quiet on the island. Nothing else happened at the port."
CUT = """\
the company would pay the fine | The company promised to pay the fine it was given, unless the court quashes it
nobody was hurt on the ferry | Nobody on the ferry was injured, although two cars were crushed
the outside review backed the mayor's version | The outside review supported the mayor's account but faulted her haste
the pool will open on Monday | The pool will open on Monday if the inspectors agree
the bridge can be used by lorries | Lorries may use the bridge, subject to a new survey
the pool will open on Monday | Although the roof is not finished, the pool will open on Monday
the museum is to reopen in May | Unless the money runs out, the museum will open again in May
the inspectors issued 212 fines | The inspectors issued 212 fines, yet never used their power to repair the boilers
all shops were searched by the police | Police searched all of the shops, with the exception of the bakery
"""
KEPT = """\
the pool was closed on Monday | The pool was closed on Monday. But the baths stayed open
the police released all of the swimmers | The police released all but two of the swimmers
the choir sang in the harbour | The choir sang not only in the harbour but also at the port
the inspectors have not issued a fine | The inspectors have not issued a fine yet
the singer left the choir | The singer left the choir and sued the port, but lost
the port left the swimmers no choice | The port left the swimmers no choice but to go home
the boys were subject to abuse | The boys were subject to abuse at the port
the pool was heated by the town | Heat was provided by the town at the pool
nobody knew who had paid for the bridge | Nobody knew who had paid for the bridge, as if it mattered
the roof is not finished, but the pool will open on Monday | Although the roof is not finished, the pool opens on Monday
the pool opens although the roof is not finished | Although the roof is not finished, the pool will open on Monday
the mayor opened the pool | The mayor opened the pool, and the swimmers cheered, and it rained, but not for long
the minister promised a new roof | "If it rains, we swim indoors," said the minister, who promised a new roof
"""


def judged(pair):
    draft, _, upstream = pair.partition(" | ")
    page = Article(f"{upstream}.\n\n{REST}", "", published="2024-03-05")
    return match(Statement(draft, AttributionKind.INDIRECT, sentence=draft, dated="2024-03-05"), page)


@pytest.mark.parametrize("pair", CUT.splitlines())
def test_a_draft_that_stops_short_of_a_condition_is_told(pair):
    assert DriftKind.TRUNCATION in {drift.kind for drift in judged(pair).drift}


@pytest.mark.parametrize("pair", KEPT.splitlines())
def test_no_qualifier_is_missed_where_none_was_cut_off(pair):
    found = judged(pair)
    assert found.passage.text
    assert DriftKind.TRUNCATION not in {drift.kind for drift in found.drift}
