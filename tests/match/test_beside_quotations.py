"""What a draft says around a quotation is compared too, wherever the page says it; a mere credit is not."""

import re

import pytest

from provaudit.match import match
from provaudit.match.speaker import named_in
from provaudit.model import Article, AttributionKind, DriftKind, PassageStatus, Statement

PAGE = """\
The baker, Odile Ferran, 52, had shut her shop ten minutes early on Monday to watch the final. "I loathe that club, but I
shall never say so again," she said.

The fire brigade's chief, Tomas Brill, praised the neighbours. "They carried water for an hour before we came," Brill
told reporters at the gate. He refused to name the man who had rung the alarm.

A reward of 2,500 euros is on offer for the return of the bell. The bell was cast in 1731, and the parish would lend it
to the museum, provided the roof is mended.

Nothing else burned, said the deputy mayor, Ines Calder. "We were lucky with the wind," she added.
"""


def judged(draft, kind="mixed"):
    quotations = tuple(re.findall("“([^”]*)”", draft))
    statement = Statement(draft, AttributionKind(kind), quotations, sentence=draft, dated="2024-03-06")
    return match(statement, Article(PAGE, "", published="2024-03-05"))


def kinds(found):
    return {drift.kind for drift in found.drift}


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        ("Ferran, 62, who had shut her shop early to watch the final, said: “I shall never say so again.”", "number"),
        ("A reward of 25,000 euros is on offer for the bell, though “we were lucky with the wind”", "number"),
        ("Brill, who said they had “carried water for an hour”, named the man who had rung the alarm", "negation"),
        ("Ferran had shut her shop early on Tuesday to watch the final and would “never say so again”", "date"),
        ("“They carried water for an hour before we came,” said Ines Calder", "name"),
        ("Odile Ferran said the neighbours had “carried water for an hour before we came”", "name"),
    ],
)
def test_a_fact_beside_a_quotation_is_told(draft, kind):
    found = judged(draft)
    assert kinds(found) == {DriftKind(kind)}
    assert found.passage.status is PassageStatus.ALTERED


@pytest.mark.parametrize(
    "draft",
    [
        "Ferran, 52, who had shut her shop early to watch the final, said: “I shall never say so again.”",
        "“They carried water for an hour before we came,” said Tomas Brill",
        "“They carried water for an hour before we came,” the chief of the fire brigade said",
        "Brill said that the neighbours had “carried water for an hour”",
        "“We were lucky with the wind,” Calder said",
        "“We were lucky with the wind,” the deputy mayor told Odile Ferran",
        "with a reward of 2,500 euros on offer, the town had been “lucky with the wind”",
        "The neighbours, said the brigade, “carried water for an hour before we came”",
    ],
)
def test_what_agrees_beside_a_quotation_is_no_drift(draft):
    assert not kinds(judged(draft))


def test_own_words_around_a_quotation_make_a_paraphrase():
    assert judged("for a whole hour the helpers “carried water”, the chief recalled").passage.status is (
        PassageStatus.PARAPHRASE
    )


def test_a_bare_quotation_stays_exact():
    found = judged("“We were lucky with the wind”", kind="direct")
    assert found.passage.status is PassageStatus.EXACT
    assert not found.drift


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('," said the fire chief, Tomas Brill, on Monday', None),
        (", said fire chief Tomas Brill", "Tomas Brill"),
        ("Brill said that Calder owed him nothing", "Brill"),
        ("she told Ines Calder", None),
        ("according to deputy mayor Ines Calder", "Ines Calder"),
        ("He said in Harwick that it was over", None),
    ],
)
def test_a_speaker_is_who_speaks_and_never_who_is_told_or_spoken_of(text, name):
    assert named_in(text) == name
