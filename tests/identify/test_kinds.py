"""What kind of source a phrase is, and by which name it goes."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from provaudit.identify import identify
from provaudit.model import Article, Attribution, AttributionKind, Manner, Mention, SourceKind, Span


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Mayor Jane Roe", "Jane Roe"),
        ("President Donald Trump", "Donald Trump"),
        ("Attorney General Jane Roe", "Jane Roe"),
        ("White House spokesman John Doe", "John Doe"),
        ("Trump spokesperson Jane Roe", "Jane Roe"),
        ("Ohio Gov. John Doe", "John Doe"),
        ("the Rev. John Doe", "John Doe"),
        ("Sen. Jane Roe, D-Ohio,", "Jane Roe"),
        ("Secretary of State Jane Roe", "Jane Roe"),
        ("Director of National Intelligence James Doe", "James Doe"),
        ("acting Attorney General Sally Roe", "Sally Roe"),
        ("the firm's chief executive, Ann Roe,", "Ann Roe"),
        ("the director of the Bureau of Bridges, James B. Doe,", "James B. Doe"),
        ("Jane Roe, a spokeswoman for the ministry,", "Jane Roe"),
        ("New York Mayor Bill de Blasio", "Bill de Blasio"),
        ("Pope Francis", "Pope Francis"),
        ("John Doe Jr.", "John Doe Jr."),
        ("43-year-old John Doe", "John Doe"),
        ("Rep.-elect Jane Roe", "Jane Roe"),
        ("Harlow Works CEO Jane Roe", "Jane Roe"),
        ("one of the mayor's former supporters, former Rep. Pat Roe,", "Pat Roe"),
        ("University of Harlow professor Jane Roe", "Jane Roe"),
        ("the University of Harlow's Jane Roe", "Jane Roe"),
        ("Department of Bridges spokesman John Doe", "John Doe"),
        ("Steven Law, a former aide,", "Steven Law"),
        ("Carole King", "Carole King"),
        ("Jane Roe, who witnessed the raid,", "Jane Roe"),
        ("the president", "the president"),
        ("His wife", "his wife"),
        ("Don Guardian", "Don Guardian"),
        ("City Mayor Don Guardian", "Don Guardian"),
    ],
)
def test_a_person_goes_by_the_name_without_its_titles(source_of, phrase, name):
    source = source_of(phrase)
    assert (source.kind, source.name) == (SourceKind.PERSON, name)
    assert source.outlet is None
    assert source.anonymity is None


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("The FBI", "FBI"),
        ("the White House", "White House"),
        ("the Sierra Club", "Sierra Club"),
        ("Google", "Google"),
        ("Russia", "Russia"),
        ("the Department of Justice", "Department of Justice"),
        ("the Center for Tax Policy at Ohio State", "Center for Tax Policy"),
        ("a White House spokesman", "White House"),
        ("a Ministry of Bridges spokesman", "Ministry of Bridges"),
        ("a spokeswoman for the Harlow Police Department", "Harlow Police Department"),
        ("a spokesman for the company", "a spokesman for the company"),
        ("police", "police"),
        ("the campaign", "the campaign"),
        ("the Roe campaign", "Roe campaign"),
        ("school officials", "school officials"),
        ("researchers at Harlow University", "researchers at Harlow University"),
        ("Facebook", "Facebook"),
        ("a statement from the Roe campaign", "Roe campaign"),
        ("skittish Democrats", "Democrats"),
        ("Jane Roe's lawyers", "Jane Roe's lawyers"),
        ("lawyers for Jane Roe", "lawyers for Jane Roe"),
        ("Lawyers for the family", "lawyers for the family"),
        ("NASA scientists", "NASA scientists"),
        ("The researchers", "the researchers"),
        ("Amazon.com", "Amazon.com"),
    ],
)
def test_a_body_is_an_organisation(source_of, phrase, name):
    source = source_of(phrase)
    assert (source.kind, source.name, source.outlet) == (SourceKind.ORGANISATION, name, None)


@pytest.mark.parametrize(
    "phrase",
    [
        "a senior administration official",
        "a senior official who spoke on condition of anonymity",
        "a person familiar with the talks",
        "people briefed on the plan",
        "two officials who were not authorized to speak",
        "a source",
        "sources",
        "sources close to the mayor",
        "officials",
        "U.S. intelligence officials",
        "a witness",
        "an aide to the mayor",
        "a nurse who asked not to be named",
        "a neighbour, who did not want to be named",
        "a clerk who refused to be identified",
        "an unidentified man",
        "a CNN source",
        "a source at Politico",
    ],
)
def test_a_source_whose_name_is_withheld_is_anonymous_and_its_wording_is_kept(source_of, phrase):
    source = source_of(phrase)
    assert (source.kind, source.anonymity, source.outlet) == (SourceKind.ANONYMOUS, phrase, None)


@pytest.mark.parametrize(
    "phrase",
    [
        "media reports",
        "Reports",
        "press reports",
        "two resurfaced reports from 2016",
        "local media",
        "news outlets",
        "critics",
        "Critics of the plan",
        "some",
        "some Republicans",
        "many Mexicans",
        "many experts",
        "experts",
        "observers",
        "60 percent of voters",
        "a local newspaper",
        "Twitter users",
        "American scientists",
        "legal experts",
        "the mayor's critics",
        "her supporters",
        "the local NBC affiliate",
        "Dutch state television",
        "Pakistani press reports",
        "French media",
        "local radio",
    ],
)
def test_a_crowd_or_a_rumour_is_vague(source_of, phrase):
    source = source_of(phrase)
    assert (source.kind, source.anonymity, source.outlet) == (SourceKind.VAGUE, None, None)


@pytest.mark.parametrize(
    "phrase",
    [
        "the indictment",
        "a court filing",
        "the report by the inspector general",
        "a report released by the Treasury",
        "documents",
        "documents obtained by CNN",
        "court records seen by Reuters",
        "a poll by Harlow University",
        "a Harlow University poll",
        "a University of Harlow poll out this week",
        "the Department of Bridges report",
        "the emails",
        "police reports",
        "reports by the Treasury",
        "the mayor's letter",
        "his website",
        "A study",
    ],
)
def test_a_paper_is_a_document(source_of, phrase):
    source = source_of(phrase)
    assert (source.kind, source.outlet) == (SourceKind.DOCUMENT, None)


@pytest.mark.parametrize(
    ("phrase", "cue", "name"),
    [
        ("Jane Roe", "tweeted", "Jane Roe"),
        ("Mayor Jane Roe", "wrote on X", "Jane Roe"),
        ("Jane Roe", "posted on Truth Social", "Jane Roe"),
        ("a tweet from Jane Roe", "said", "Jane Roe"),
        ("Jane Roe's Facebook post", "said", "Jane Roe"),
        ("a Roe tweet", "said", "Roe"),
        ("a Facebook post", "said", "a Facebook post"),
        ("@JaneRoeOfHarlow", "said", "@JaneRoeOfHarlow"),
        ("the Harlow Zoo", "announced on Instagram", "Harlow Zoo"),
    ],
)
def test_a_post_is_a_social_source_under_its_writers_name(source_of, phrase, cue, name):
    source = source_of(phrase, cue)
    assert (source.kind, source.name) == (SourceKind.SOCIAL, name)


@pytest.mark.parametrize(
    ("phrase", "cue"),
    [("Jane Roe", "wrote"), ("Jane Roe", "said on stage"), ("the mayor", "posted a bond and said"), ("X", "said"), ("critics", "tweeted"), ("a source", "wrote on X")],
)  # fmt: skip
def test_what_was_not_posted_by_somebody_named_is_not_social(source_of, phrase, cue):
    assert source_of(phrase, cue).kind is not SourceKind.SOCIAL


def test_the_reason_for_anonymity_is_kept_with_the_source(sources_in):
    ((source,),) = sources_in("An aide said no.", ("An aide", {"reason": "to discuss private talks"}))
    assert source.anonymity == "an aide"
    assert source.anonymity_reason == "to discuss private talks"


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.sampled_from(["the", "a", "Post", "CNN", "’s", "Roe", "Jane", ",", "who", "and", "report", "officials", "of", "(", "X", "tweet", "—", "“", "The", "Times", "gazette", "é", "\n"]), max_size=10),
    st.none() | st.text(max_size=12),
)  # fmt: skip
@example(["CNN", "Post", "CNN"], None)
def test_any_wording_gives_a_source_and_never_raises(registry, words, refers_to):
    text = " ".join(words)
    mention = Mention(text, (Span(0, len(text)),), refers_to=refers_to)
    made = Attribution("A1", None, AttributionKind.INDIRECT, Manner.SPEECH, mention, None, mention, None, 1.0)
    sources, (filled,) = identify(Article(text, ""), (made,), registry)
    ids = {source.id for source in sources}
    assert set(filled.source.sources) | set(filled.venue.sources) == ids
    assert all(source.name for source in sources)


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Critics of Jane Roe", SourceKind.VAGUE),
        ("supporters of Mayor Jane Roe", SourceKind.VAGUE),
        ("an aide to Jane Roe", SourceKind.ANONYMOUS),
        ("the campaign of Jane Roe", SourceKind.ORGANISATION),
        ("a biography of Jane Roe", SourceKind.DOCUMENT),
    ],
)
def test_whom_a_source_is_about_is_not_the_source(source_of, phrase, kind):
    source = source_of(phrase)
    assert source.kind is kind
    assert source.name != "Jane Roe"


def test_a_person_called_poll_is_no_poll(source_of):
    assert (source_of("Jean Poll").kind, source_of("the Harlow Poll").kind) == (SourceKind.PERSON, SourceKind.DOCUMENT)


@pytest.mark.parametrize("phrase", ["Harlow police reports", "the French army", "Iranian state television's Ada Holm"])
def test_a_nation_s_army_people_and_papers_are_no_crowd(source_of, phrase):
    assert source_of(phrase).kind != SourceKind.VAGUE


@pytest.mark.parametrize("phrase", ["I'm told", "We’re told", "I am told", "we have been told"])
def test_who_says_i_am_told_has_heard_it_from_an_unnamed_source(source_of, phrase):
    source = source_of(phrase)
    assert (source.kind, source.anonymity) == (SourceKind.ANONYMOUS, source.name)
