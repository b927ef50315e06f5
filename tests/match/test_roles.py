"""A name that does on the page what another does in the draft is told; names that keep their parts are not."""

import pytest

from provaudit.model import DriftKind
from tests.match.pairs import kinds

REST = "It rained on Friday. Owain Beck of the Harbour Trust spoke first, and Bethan Rees of the Orchard League last."
MOVED = """\
Owain Beck called for an inquiry into the sale | Bethan Rees called for an inquiry into the sale of the pier
Bethan Rees lost her seat to Owain Beck | Owain Beck lost his seat to Bethan Rees on Thursday
the ferry runs from Kells to Dunmore | The ferry, which runs from Dunmore to Kells, was full
the cable comes from Kells rather than Dunmore | The cable comes from Dunmore rather than Kells
the Orchard League paid for the new pumps in May | In May the Harbour Trust paid for the new pumps
a warehouse in Dunmore burned down on Monday | On Monday a warehouse in Kells burned down, and one in Dunmore was saved
"""
KEPT = """\
Owain Beck called for an inquiry into the sale | Owain Beck called for an inquiry, and Bethan Rees for a vote
Owain Beck beat Bethan Rees by nine votes | Bethan Rees was beaten by Owain Beck by nine votes
the ferry runs from Dunmore to Kells | The ferry runs from Dunmore to Kells; the bus from Kells to Dunmore does too
Bethan Rees has sold the pier | She has sold the pier, Owain Beck said of Bethan Rees
Dunmore beat Kells in the final | Kells lost the final to Dunmore
a Cypriot company bought the pier | A company in Cyprus bought the pier from Owain Beck
the owner of a Kells company, Owain Beck, sold the pier | Owain Beck owned a company in Kells; it has sold the pier
the American trust bought the pier | The U.S. trust bought the pier of Dunmore
"""


@pytest.mark.parametrize("pair", MOVED.splitlines())
def test_a_name_in_another_part_is_told(pair):
    assert kinds(pair, REST) == {DriftKind.NAME}


@pytest.mark.parametrize("pair", KEPT.splitlines())
def test_a_name_that_keeps_its_part_is_no_drift(pair):
    assert not kinds(pair, REST)
