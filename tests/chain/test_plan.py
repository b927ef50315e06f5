"""What a draft's own words admit."""

from dataclasses import replace

import pytest

from provaudit.chain import claims_of, plan
from provaudit.model import AttributionKind, End, OutletKind, SourceKind
from tests.chain.words import article, attribution, mention, outlet, source

TEXT = "Rosa Lind met the builder, the Gazette said, according to the Lantern."
GAZETTE = source("S1", SourceKind.OUTLET, "Gazette")
LANTERN = source("S2", SourceKind.OUTLET, "Lantern")
LIND = source("S3", SourceKind.PERSON, "Rosa Lind")
REPORTS = source("S4", SourceKind.VAGUE, "reports")
OFFICIAL = source("S5", SourceKind.ANONYMOUS, "an official")
SOURCES = {entry.id: entry for entry in (GAZETTE, LANTERN, LIND, REPORTS, OFFICIAL)}


def claim(*attributions, publisher=None, sources=SOURCES):
    (only,) = claims_of(article(TEXT), attributions, sources, publisher)
    return only


def said_by(*ids, **more):
    return attribution("A1", TEXT, "Rosa Lind met the builder", mention(TEXT, "the Gazette", *ids), **more)


def test_a_named_person_is_first_hand():
    found = claim(said_by("S3"))
    assert (found.stated, found.end, found.origin) == (1, End.ORIGIN, "S3")


def test_one_outlet_is_second_hand_and_not_followed():
    found = claim(said_by("S1"))
    assert (found.stated, found.end, found.origin) == (2, End.NOT_FOLLOWED, None)


def test_nested_outlets_are_two_steps_from_the_draft_upward():
    outer = attribution("A0", TEXT, "Rosa Lind met the builder, the Gazette said", mention(TEXT, "the Lantern", "S2"))
    found = claim(outer, said_by("S1", parent="A0"))
    assert found.stated == 3
    assert [(hop.n, hop.attribution, hop.source) for hop in found.hops] == [(1, "A0", "S2"), (2, "A1", "S1")]


def test_outlets_side_by_side_are_one_step():
    found = claim(said_by("S1", "S2"))
    assert found.stated == 2
    assert [(hop.n, hop.source) for hop in found.hops] == [(1, "S1"), (1, "S2")]


def test_a_venue_is_a_step_before_the_person():
    found = claim(said_by("S3", venue=mention(TEXT, "the Lantern", "S2")))
    assert found.stated == 2
    assert [(hop.n, hop.attribution, hop.source) for hop in found.hops] == [(1, "A1", "S2"), (2, "A1", "S3")]


def test_the_publisher_crediting_itself_adds_no_step():
    found = claim(said_by("S3", venue=mention(TEXT, "the Lantern", "S2")), publisher=LANTERN.outlet)
    assert found.stated == 1
    assert [hop.source for hop in found.hops] == ["S3"]


def test_a_credit_for_the_whole_text_is_a_step_once():
    credit = attribution(
        "A0", TEXT, None, mention(TEXT, "the Lantern", "S2"), kind=AttributionKind.CREDIT, whole_text=True
    )
    assert claim(credit, said_by("S3")).stated == 2
    assert claim(credit, said_by("S3", venue=mention(TEXT, "the Lantern", "S2"))).stated == 2


def test_a_mere_credit_is_no_step():
    credit = attribution("A0", TEXT, None, mention(TEXT, "the Lantern", "S2"), kind=AttributionKind.CREDIT)
    assert claim(credit, said_by("S3")).stated == 1


def test_a_vague_source_cannot_be_counted():
    found = claim(said_by("S4"))
    assert (found.stated, found.end, found.origin) == (None, End.VAGUE, None)


def test_a_vague_source_behind_an_outlet_counts_the_outlet_and_ends_vague():
    outer = attribution("A0", TEXT, "Rosa Lind met the builder, the Gazette said", mention(TEXT, "the Lantern", "S2"))
    found = claim(outer, said_by("S4", parent="A0"))
    assert (found.stated, found.end) == (2, End.VAGUE)


def test_nobody_named_cannot_be_counted():
    found = claim(attribution("A1", TEXT, "Rosa Lind met the builder", hearsay=True))
    assert (found.stated, found.end) == (None, End.VAGUE)


def test_an_unnamed_source_is_first_hand_and_ends_anonymous():
    found = claim(said_by("S5"))
    assert (found.stated, found.end, found.origin) == (1, End.ANONYMOUS, None)


def test_a_reporter_counts_as_the_outlet_spoken_for():
    reporter = source("S6", SourceKind.PERSON, "Ada Moss", outlet=outlet("Gazette"))
    assert claim(said_by("S6"), sources={"S6": reporter}).stated == 2


@pytest.mark.parametrize("kind", [SourceKind.SOCIAL, SourceKind.OUTLET])
def test_a_platform_is_no_step(kind):
    platform = source("S6", kind, "Chirper", outlet=outlet("Chirper", kind=OutletKind.PLATFORM))
    assert claim(said_by("S6"), sources={"S6": platform}).stated == 1


def test_only_innermost_contents_are_claims():
    outer = attribution("A0", TEXT, "Rosa Lind met the builder, the Gazette said", mention(TEXT, "the Lantern", "S2"))
    (only,) = claims_of(article(TEXT), (outer, said_by("S1", parent="A0")), SOURCES)
    assert (only.attribution, only.text) == ("A1", "Rosa Lind met the builder")


def test_a_cycle_of_parents_ends():
    knot = (said_by("S1", parent="A2"), attribution("A2", TEXT, "the builder", parent="A1"))
    assert claims_of(article(TEXT), knot, SOURCES) == ()


def test_claims_stand_in_the_order_of_the_text():
    later = attribution("A1", TEXT, "according to the Lantern", mention(TEXT, "the Lantern", "S2"))
    earlier = attribution("A2", TEXT, "Rosa Lind", mention(TEXT, "the Gazette", "S1"))
    found = claims_of(article(TEXT), (later, earlier), SOURCES)
    assert [(entry.id, entry.attribution, entry.place.column) for entry in found] == [("C1", "A2", 1), ("C2", "A1", 46)]


def test_what_the_publisher_reports_itself_has_the_publisher_as_its_origin():
    found = claim(said_by("S2"), publisher=LANTERN.outlet)
    assert (found.stated, found.end, found.origin) == (1, End.ORIGIN, "S2")
    assert [hop.source for hop in found.hops] == ["S2"]


def test_a_reporter_of_the_publisher_is_the_origin_of_what_she_reports():
    lind = source("S6", SourceKind.PERSON, "Rosa Lind", outlet=LANTERN.outlet)
    found = claim(said_by("S6"), publisher=LANTERN.outlet, sources=SOURCES | {"S6": lind})
    assert (found.stated, found.end, found.origin) == (1, End.ORIGIN, "S6")


def test_hearsay_in_the_publishers_own_report_is_vague_still():
    outer = attribution("A0", TEXT, "Rosa Lind met the builder, the Gazette said", mention(TEXT, "the Lantern", "S2"))
    hearsay = attribution("A1", TEXT, "Rosa Lind met the builder", parent="A0", hearsay=True)
    found = claim(outer, hearsay, publisher=LANTERN.outlet)
    assert (found.stated, found.end, found.origin) == (None, End.VAGUE, None)


def test_another_outlet_in_the_publishers_copy_is_a_step():
    found = claim(said_by("S1"), publisher=LANTERN.outlet)
    assert (found.stated, found.end) == (2, End.NOT_FOLLOWED)


@pytest.mark.parametrize("word", ["she", "They", "it", "who", "a nurse", "another skipper"])
def test_a_pronoun_nobody_resolved_and_one_of_many_are_somebody_unnamed(word):
    someone = source("S6", SourceKind.PERSON, word)
    found = claim(said_by("S6"), sources=SOURCES | {"S6": someone})
    assert (found.stated, found.end, found.origin) == (1, End.ANONYMOUS, None)


@pytest.mark.parametrize("name", ["It Girl", "her deputy", "the mayor", "A Nurse"])
def test_a_name_or_an_office_is_an_origin(name):
    someone = source("S6", SourceKind.PERSON, name)
    found = claim(said_by("S6"), sources=SOURCES | {"S6": someone})
    assert (found.end, found.origin) == (End.ORIGIN, "S6")


def test_a_reporter_of_one_of_several_outlets_is_second_hand_whichever_it_is():
    roe = source("S6", SourceKind.PERSON, "Rosa Lind", candidates=(outlet("Gazette"), outlet("Lantern")))
    found = claim(said_by("S6"), sources=SOURCES | {"S6": roe})
    assert (found.stated, found.end) == (2, End.NOT_FOLLOWED)


def test_the_attributions_of_a_text_are_put_in_order_once_for_all_its_claims(monkeypatch):
    made = []
    make = plan._Index.of
    monkeypatch.setattr(plan._Index, "of", lambda some: (made.append(some), make(some))[1])
    several = [replace(said_by("S1"), id=f"A{number}") for number in range(1, 40)]
    assert len(claims_of(article(TEXT), several, SOURCES)) == 39
    assert len(made) == 1
