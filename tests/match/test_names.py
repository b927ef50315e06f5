"""Names in another's place are told; other forms of one name are not."""

import pytest

from provaudit.model import DriftKind
from tests.match.pairs import kinds

REST = "Other news was quiet on the island. Owain Beck and Bethan Rees fished at the port, as did Professor Lowe."
OTHER = """\
the inspector, Owain Pugh, issued a long letter | In a long letter the inspector, Geraint Pugh, refused the scheme
the patient caught the virus in the Pyrenees | The patient caught the virus abroad, most likely in the Carpathians
the spokeswoman, Bethan Lowe, said nothing had been decided | A spokeswoman, Kirsten Blane, said nothing had been decided
the whales were freed in Harwick Bay | The whales that stranded in Hareid Bay were freed on the high tide
Cyrus Beck of Harbour Aid said nobody was evicted | The director of Harbour Aid, Cyrus Mehta, said nobody was evicted
"""
SAME = """\
the inspector, Geraint Pugh, issued a long letter | In a long letter the inspector, Geraint Pugh, refused the scheme
Steve Pugh opened the bridge on Monday | The bridge was opened on Monday by Stephen Pugh
Bill Pugh opened the bridge on Monday | The bridge was opened on Monday by William Pugh
G. Pugh opened the bridge on Monday | The bridge was opened on Monday by Geraint Pugh
Geraint Owain Pugh opened the bridge | The bridge was opened by Geraint Pugh
Pugh opened the bridge on Monday | The bridge was opened on Monday by Geraint Pugh
Geraint Pugh opened the bridge on Monday | Pugh opened the bridge on Monday
the spokeswoman, Lowri Blane, said nothing had been decided | A spokeswoman said that nothing had been decided
Councillor Pugh of the Independents said no trial was held | The Independents' leader, Cllr Geraint Pugh, said no trial was held
regulators in South Korea are being helped | Regulators in the Republic of Korea and the European Union are being helped
the factory in India was closed on Monday | The factory, in Hyderabad, was closed on Monday
the whales were freed in Hareid Bay | The whales that stranded in the bay of Hareid were freed
Cyrus Mehta of Harbour Aid said nobody was evicted | The director of Harbour Aid, Cyrus Mehta, said nobody was evicted
"""


@pytest.mark.parametrize("pair", OTHER.splitlines())
def test_another_name_in_the_same_place_is_told(pair):
    assert DriftKind.NAME in kinds(pair, REST)


@pytest.mark.parametrize("pair", SAME.splitlines())
def test_another_form_of_a_name_is_no_drift(pair):
    assert DriftKind.NAME not in kinds(pair, REST)
