"""Names that no registry holds, told to be outlets by what an outlet alone says of itself."""

import pytest

from provaudit.model import SourceKind


def read(sources_in, text, said, cue):
    ((source,),) = sources_in(text, (said, {"cue": cue}))
    return source


@pytest.mark.parametrize(
    ("said", "cue", "rest"),
    [
        ("Harbour Light", "can reveal", "that the dock will close"),
        ("The Harbour Light", "has learned", "that the dock will close"),
        ("The Quayside Lantern", "first reported", "the closure"),
        ("The Harbour Light", "was first to report", "the closure"),
    ],
)
def test_a_verb_of_outlets_makes_a_name_one(sources_in, said, cue, rest):
    source = read(sources_in, f"{said} {cue} {rest}.", said, cue)
    assert source.kind is SourceKind.OUTLET
    assert source.outlet is not None
    assert not source.outlet.known


@pytest.mark.parametrize(
    ("said", "cue"),
    [
        ("Jane Roe", "can reveal"),
        ("Meera Vance", "has learned"),
        ("The Navy", "has learned"),
        ("The FBI", "can reveal"),
        ("The Harlow County Council", "first reported"),
        ("The Vances", "first reported"),
        ("The neighbour", "first reported"),
        ("The Harbour Light", "said"),
        ("Senator Holm", "can reveal"),
    ],
)
def test_people_and_bodies_stay_what_they_are(sources_in, said, cue):
    source = read(sources_in, f"{said} {cue} that the dock will close.", said, cue)
    assert source.kind is not SourceKind.OUTLET
    assert source.outlet is None


def test_our_colleagues_at_an_outlet_are_the_outlet(sources_in):
    text = "Our colleagues at BBC Scotland report that the road is shut."
    ((source,),) = sources_in(text, "Our colleagues at BBC Scotland")
    assert (source.kind, source.outlet.id) == (SourceKind.OUTLET, "bbc-scotland")


def test_a_colleague_at_an_outlet_is_somebody_there(sources_in):
    text = "A colleague at BBC Scotland said he had left."
    ((source,),) = sources_in(text, "A colleague at BBC Scotland")
    assert source.kind is SourceKind.ANONYMOUS


@pytest.mark.parametrize(("said", "meant"), [("The Hindu", "hindu"), ("The Information", "information")])
def test_a_title_that_is_a_word_is_one_where_it_reports(sources_in, said, meant):
    ((source,),) = sources_in(f"{said} reported the sale on Monday.", said)
    assert source.outlet.id == meant


@pytest.mark.parametrize("said", ["The information", "A Hindu", "the Hindu festival"])
def test_the_word_itself_is_none(sources_in, said):
    ((source,),) = sources_in(f"{said} was at the gate.", said)
    assert source.outlet is None


def test_a_name_that_papers_share_with_papers_is_an_outlet_where_it_bears_its_article(sources_in):
    text = "The rise was reported by The Harbour Review. The Harbour Review said it was steep."
    for source in (one for (one,) in sources_in(text, "The Harbour Review", ("The Harbour Review", {"nth": 2}))):
        assert (source.kind, source.outlet.name) == (SourceKind.OUTLET, "The Harbour Review")


def test_a_review_of_the_law_is_no_outlet(sources_in):
    ((source,),) = sources_in("The Cass Review said so, and the Cass Review was right.", "The Cass Review")
    assert source.kind is SourceKind.DOCUMENT
