"""Which of several outlets of one name everybody means: the last of the tie-breakers."""

import pytest

from provaudit.model import Link, Span


def only(found):
    ((source,),) = found
    return source


@pytest.mark.parametrize(
    ("said", "meant"),
    [("The Guardian", "guardian"), ("the Spectator", "spectator"), ("Sky News", "sky-news")],
)
def test_of_very_unequal_ones_the_foremost_is_meant_where_nothing_else_speaks(sources_in, said, meant):
    assert only(sources_in(f"The pier will close, according to {said}.", said)).outlet.id == meant


@pytest.mark.parametrize("said", ["The Times", "The Post", "The Globe", "Daily News"])
def test_equals_stay_ambiguous(sources_in, said):
    source = only(sources_in(f"The pier will close, according to {said}.", said))
    assert source.outlet is None
    assert len(source.candidates) > 1


def test_fame_yields_to_the_draft_s_own_country_and_links_and_names(registry, sources_in):
    text = "The Guardian reported it."
    at_home = sources_in(text, "The Guardian", publisher=registry.by_id("nation-nigeria"))
    linked = sources_in(text, "The Guardian", links=[Link(Span(13, 21), "https://guardian.ng/news/1")])
    named = sources_in("Guardian Nigeria had it. " + text, "The Guardian")
    assert {only(found).outlet.id for found in (at_home, linked, named)} == {"guardian-nigeria"}


def test_fame_is_no_tie_breaker_among_the_papers_of_the_draft_s_country(registry, sources_in):
    source = only(sources_in("The Sun reported it.", "The Sun", publisher=registry.by_id("politico")))
    assert "sun-uk" not in {candidate.id for candidate in source.candidates}
    assert len(source.candidates) > 1
