"""One person, body or outlet under several names is one source."""

from provaudit.identify import identify
from provaudit.model import (
    Article,
    Attribution,
    AttributionKind,
    Block,
    BlockKind,
    Manner,
    Mention,
    SourceKind,
    Span,
)


def names_of(found):
    return [source.name for (source,) in found]


def ids_of(found):
    return [source.id for (source,) in found]


def test_a_name_a_title_and_a_pronoun_are_one(sources_in):
    text = "President Ann B. Roe said no. Roe said yes. He said so. She said more. Mr. Doe said nothing."
    found = sources_in(
        text, "President Ann B. Roe", ("Roe", {"nth": 2}), ("She", {"refers_to": "Ann Roe"}), "Mr. Doe"
    )  # fmt: skip
    assert ids_of(found) == ["S1", "S1", "S1", "S2"]
    assert names_of(found) == ["Ann B. Roe", "Ann B. Roe", "Ann B. Roe", "Doe"]


def test_a_surname_is_the_person_named_in_full_elsewhere(sources_in):
    text = "Roe said no, and Jane Roe, the mayor, laughed. Mayor Jane Roe said yes."
    found = sources_in(text, "Roe", "Mayor Jane Roe")
    assert names_of(found) == ["Jane Roe", "Jane Roe"]
    assert ids_of(found) == ["S1", "S1"]


def test_a_surname_is_completed_from_the_text_where_no_source_has_the_full_name(sources_in):
    assert names_of(sources_in("A rally for Jane Roe. Roe said no.", ("Roe", {"nth": 2}))) == ["Jane Roe"]


def test_a_surname_that_the_text_never_completes_stays(sources_in):
    assert names_of(sources_in("A rally in Upper Roe. Roe said no.", ("Roe", {"nth": 2}))) == ["Roe"]


def test_a_surname_of_two_people_is_neither(sources_in):
    text = "Jane Roe and John Roe met. Roe said no."
    found = sources_in(text, "Jane Roe", "John Roe", ("Roe", {"nth": 3}))
    assert ids_of(found) == ["S1", "S2", "S3"]


def test_a_surname_of_two_is_the_one_whom_a_title_introduces_first(sources_in):
    text = "Mayor Jane Roe and her brother John Roe met. Later Roe said no."
    found = sources_in(text, "Mayor Jane Roe", ("Roe", {"nth": 3}))
    assert names_of(found) == ["Jane Roe", "Jane Roe"]


def test_a_surname_with_a_title_of_its_own_is_not_the_namesake_named_later(sources_in):
    text = "President Roe spoke. Martha Roe, his wife, listened. Roe said no."
    found = sources_in(text, "President Roe", "Martha Roe", ("Roe", {"nth": 3}))
    assert names_of(found) == ["Roe", "Martha Roe", "Roe"]


def test_a_title_in_the_headline_hides_no_full_name(registry):
    text = "Mayor Roe says no\n\nMayor Martha Roe said no. Roe said so."
    blocks = (Block(Span(0, 17), BlockKind.HEADLINE), Block(Span(19, len(text))))
    mention = Mention("Roe", (Span(45, 48),))
    made = Attribution("A1", None, AttributionKind.INDIRECT, Manner.SPEECH, mention, None, None, None, 1.0)
    (source,), _ = identify(Article(text, "", blocks=blocks), (made,), registry)
    assert source.name == "Martha Roe"


def test_a_family_name_that_comes_first_is_one_with_the_full_name(sources_in):
    found = sources_in("President Moon Jae-in spoke. Moon said no.", "President Moon Jae-in", ("Moon", {"nth": 2}))
    assert names_of(found) == ["Moon Jae-in", "Moon Jae-in"]


def test_a_shouted_name_of_a_transcript_is_the_persons(sources_in):
    found = sources_in("Mayor Jane Roe spoke.\nROE: No.\nJANE ROE: Yes. Roe left.", "Mayor Jane Roe", "ROE", "JANE ROE")
    assert names_of(found) == ["Jane Roe", "Jane Roe", "Jane Roe"]


def test_initials_are_not_a_shouted_name(sources_in):
    ((source,),) = sources_in("The FBB said no.", "The FBB")
    assert source.kind is SourceKind.ORGANISATION


def test_a_junior_is_not_his_father(sources_in):
    found = sources_in("John Doe said no. John Doe Jr. said yes.", "John Doe", "John Doe Jr.")
    assert len(set(ids_of(found))) == 2


def test_an_acronym_and_its_name_are_one(sources_in):
    found = sources_in(
        "The Federal Bureau of Bridges said no. The FBB said yes.", "The Federal Bureau of Bridges", "The FBB"
    )
    assert names_of(found) == ["Federal Bureau of Bridges", "Federal Bureau of Bridges"]


def test_an_outlet_and_its_alias_are_one(sources_in):
    found = sources_in("The Wall Street Journal said so. WSJ said so.", "The Wall Street Journal", "WSJ")
    assert len(set(ids_of(found))) == 1


def test_a_stranger_outlet_and_its_article_are_one(sources_in):
    found = sources_in("The Harlow Gazette said so. A story in the Harlow Gazette said so.", "The Harlow Gazette", "A story in the Harlow Gazette")  # fmt: skip
    assert len(set(ids_of(found))) == 1


def test_two_people_side_by_side_are_two(sources_in):
    ((first, second),) = sources_in("Sens. John Doe and Jane Roe said no.", "Sens. John Doe and Jane Roe")
    assert (first.name, second.name) == ("John Doe", "Jane Roe")


def test_two_surnames_side_by_side_are_the_people_named_in_full(sources_in):
    ((first, second),) = sources_in("Martha Doe met Jane Roe. Doe and Roe said no.", "Doe and Roe")
    assert (first.name, second.name) == ("Martha Doe", "Jane Roe")


def test_two_surnames_that_stand_apart_elsewhere_are_two(sources_in):
    found = sources_in("Doe came. Roe came. Doe and Roe said no.", "Doe and Roe")
    assert [source.name for source in found[0]] == ["Doe", "Roe"]


def test_two_surnames_that_stand_nowhere_else_are_not_parted(sources_in):
    assert len(sources_in("Doe and Roe said no.", "Doe and Roe")[0]) == 1


def test_one_body_with_and_in_its_name_is_one(sources_in):
    ((source,),) = sources_in(
        "The House Oversight and Reform Committee said no.", "The House Oversight and Reform Committee"
    )
    assert source.kind is SourceKind.ORGANISATION


def test_people_named_as_examples_of_a_crowd_are_the_crowd(sources_in):
    ((source,),) = sources_in(
        "Politicians like John Doe and Jane Roe said no.", "Politicians like John Doe and Jane Roe"
    )
    assert source.kind is SourceKind.VAGUE


def test_two_pronouns_nobody_resolved_are_two_sources(sources_in):
    text = "He said no. And he said yes."
    found = sources_in(text, "He", "he")
    assert ids_of(found) == ["S1", "S2"]
    assert {source.kind for (source,) in found} == {SourceKind.PERSON}


def test_a_post_and_a_speech_of_one_person_are_two_sources_of_one_name(sources_in):
    found = sources_in("Jane Roe tweeted it. Then Roe said so.", ("Jane Roe", {"cue": "tweeted"}), ("Roe", {"nth": 2}))  # fmt: skip
    assert [source.kind for (source,) in found] == [SourceKind.SOCIAL, SourceKind.PERSON]
    assert len(set(names_of(found))) == 1


def test_ids_count_from_one_in_the_order_of_meeting(sources_in):
    found = sources_in("Jane Roe said no. Politico said yes. A source said so.", "Jane Roe", "Politico", "A source")
    assert ids_of(found) == ["S1", "S2", "S3"]


def test_no_attributions_no_sources(registry):
    assert identify(Article("Nothing.", ""), (), registry) == ((), ())


def test_a_description_named_once_is_the_named_one_again(sources_in):
    text = "Her son, Luke, said no. Her son said yes. The mayor, Jane Roe, said no. The mayor said yes."
    found = sources_in(text, "Her son, Luke", ("Her son", {"nth": 2}), "The mayor, Jane Roe", ("The mayor", {"nth": 2}))
    assert [source.name for (source,) in found] == ["Luke", "Luke", "Jane Roe", "Jane Roe"]


def test_a_description_of_two_people_is_neither(sources_in):
    text = "The aide, Jane Roe, said no. The aide, John Doe, said yes. The aide said so."
    found = sources_in(text, "The aide, Jane Roe", "The aide, John Doe", ("The aide", {"nth": 3}))
    assert found[2][0].name not in {"Jane Roe", "John Doe"}


def test_the_readers_of_an_outlet_are_not_the_outlet(sources_in):
    ((source,),) = sources_in("Politico readers said no.", "Politico readers")
    assert source.outlet is None
