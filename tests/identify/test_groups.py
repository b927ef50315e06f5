"""Nameless groups: those somebody has heard, and the crowds that nobody has."""

import pytest

from provaudit.model import SourceKind


def kind_of(sources_in, phrase):
    ((source,),) = sources_in(f"{phrase} said the quay was unsafe.", phrase)
    return source.kind


@pytest.mark.parametrize(
    "phrase",
    [
        "Doctors",
        "Residents",
        "Medics",
        "Traders",
        "Rebel MPs",
        "Opposition councillors",
        "delegates",
        "Two Ruritanians",
        "Two residents",
        "Several teachers at the school",
        "One of the skippers",
        "Three of the teachers",
        "A handful of villagers",
        "Presidential contenders",
        "Some 200 residents",
        "Nearly 60 protesters",
        "A group of residents",
    ],
)
def test_a_group_that_was_heard_is_unnamed(sources_in, phrase):
    assert kind_of(sources_in, phrase) is SourceKind.ANONYMOUS


@pytest.mark.parametrize(
    "phrase",
    [
        "Some residents",
        "Many farmers",
        "Most voters",
        "Two in three voters",
        "60 percent of teachers",
        "Critics",
        "Experts",
        "Several experts",
        "Media reports",
        "Some",
        "Two newspapers",
        "Campaigners",
        "More than 60 percent of voters",
        "Some 60,000 voters in a poll",
        "Hundreds of thousands of voters",
    ],
)
def test_a_crowd_that_nobody_heard_is_vague(sources_in, phrase):
    assert kind_of(sources_in, phrase) is SourceKind.VAGUE


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Residents at Harlow House", SourceKind.ANONYMOUS),
        ("One of her lawyers", SourceKind.ANONYMOUS),
        ("The Skippers Union", SourceKind.ORGANISATION),
        ("Jane Waters", SourceKind.PERSON),
        ("Police", SourceKind.ORGANISATION),
        ("Officials", SourceKind.ANONYMOUS),
        ("Wells Fargo", SourceKind.ORGANISATION),
        ("Wells", SourceKind.PERSON),
        ("court records", SourceKind.DOCUMENT),
    ],
)
def test_bodies_people_and_papers_are_no_groups(sources_in, phrase, kind):
    assert kind_of(sources_in, phrase) is kind


def test_a_body_is_one_source_however_its_sentence_opens(sources_in):
    found = sources_in(
        "Police said no. The police said so. On Friday police said yes.", "Police", "police said yes"[:6]
    )
    assert len({source.id for (source,) in found}) == 1


def test_a_group_is_one_source_however_its_sentence_opens(sources_in):
    found = sources_in("Medics said no. On Friday medics said yes.", "Medics", "medics")
    assert len({source.id for (source,) in found}) == 1


def test_the_one_of_a_group_who_is_named_is_a_person(sources_in):
    ((source,),) = sources_in("One of the skippers, Peter Dow, said no.", "One of the skippers, Peter Dow")
    assert (source.kind, source.name) == (SourceKind.PERSON, "Peter Dow")


@pytest.mark.parametrize(("said", "cue"), [("It", "is often said"), ("It", "was widely believed")])
def test_hearsay_under_a_pronoun_is_vague(sources_in, said, cue):
    ((source,),) = sources_in(f"{said} {cue} that the quay was unsafe.", (said, {"cue": cue}))
    assert (source.kind, source.outlet) == (SourceKind.VAGUE, None)


@pytest.mark.parametrize(("said", "cue"), [("It", "said"), ("It", "has said"), ("She", "is often said")])
def test_a_pronoun_that_speaks_is_somebody(sources_in, said, cue):
    ((source,),) = sources_in(f"{said} {cue} that the quay was unsafe.", (said, {"cue": cue}))
    assert source.kind is not SourceKind.VAGUE


def test_reports_from_outlets_side_by_side_are_the_outlets(sources_in):
    phrase = "Reports from The Wrap and Deadline"
    (found,) = sources_in(f"{phrase} say a film is planned.", phrase)
    assert [source.outlet.id for source in found] == ["thewrap", "deadline"]


def test_a_person_from_an_outlet_is_not_its_reports(sources_in):
    ((source,),) = sources_in("Jane Roe from Deadline said no.", "Jane Roe from Deadline")
    assert (source.kind, source.name) == (SourceKind.PERSON, "Jane Roe")
