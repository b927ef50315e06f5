"""When a source is an outlet, speaks for one, or merely stands beside one."""

from dataclasses import replace

import pytest

from provaudit.identify import identify
from provaudit.model import (
    Article,
    Attribution,
    AttributionKind,
    Link,
    Manner,
    Mention,
    Outlet,
    SourceKind,
    Span,
)


@pytest.mark.parametrize(
    ("phrase", "outlet_ids"),
    [
        ("Politico", ["politico"]),
        ("The Wall Street Journal", ["wall-street-journal"]),
        ("A Newsmax report from May 2016", ["newsmax"]),
        ("a report in The Hill", ["hill"]),
        ("reports from The Wrap and Deadline", ["thewrap", "deadline"]),
        ("a Washington Post-ABC News poll", ["washington-post", "abc-news"]),
        ("a poll by CNN", ["cnn"]),
        ("a CNN/ORC poll", ["cnn"]),
        ("a USA Today/Harlow College Millennial Poll", ["usa-today"]),
        ("an editorial in The Boston Globe", ["boston-globe"]),
        ("the Boston Globe's editorial board", ["boston-globe"]),
        ("Time magazine", ["time"]),
        ("NPR's investigation", ["npr"]),
        ("CNN affiliate KTLA", ["ktla"]),
        ("newsmax.com", ["newsmax"]),
        ("@politico", ["politico"]),
        ("The Times of London", ["times-uk"]),
    ],
)
def test_an_outlet_and_its_own_work_are_the_outlet(sources_in, phrase, outlet_ids):
    (found,) = sources_in(f"{phrase} said it was so.", phrase)
    assert [source.outlet.id for source in found] == outlet_ids
    assert {source.kind for source in found} == {SourceKind.OUTLET}
    assert [source.name for source in found] == [source.outlet.name for source in found]


@pytest.mark.parametrize(
    ("phrase", "name", "outlet_id"),
    [
        ("CNN's Jane Roe", "Jane Roe", "cnn"),
        ("Politico’s Jane Roe", "Jane Roe", "politico"),
        ("Fox News host Jane Roe", "Jane Roe", "fox-news"),
        ("Jane Roe of Politico", "Jane Roe", "politico"),
        ("Jane Roe, a reporter for The New York Times,", "Jane Roe", "new-york-times"),
        ("CNN senior White House correspondent Jane Roe", "Jane Roe", "cnn"),
        ("Another CNN anchor, Jane Roe,", "Jane Roe", "cnn"),
        ("BBC political editor Jane Roe", "Jane Roe", "bbc"),
        ("an AP journalist", "AP journalist", "associated-press"),
        ("a Politico reporter", "Politico reporter", "politico"),
        ("Harlow Gazette reporter Jane Roe", "Jane Roe", "harlow-gazette"),
        ("Jane Roe of the Harlow Gazette", "Jane Roe", "harlow-gazette"),
        ("the commentator Jane Roe of the now-defunct Weekly Standard", "Jane Roe", "weekly-standard"),
        ("one of them, The Associated Press's Jane Roe,", "Jane Roe", "associated-press"),
    ],
)
def test_a_reporter_speaks_for_the_outlet(source_of, phrase, name, outlet_id):
    source = source_of(phrase)
    assert (source.kind, source.name, source.outlet.id) == (SourceKind.PERSON, name, outlet_id)


def test_two_reporters_of_one_outlet_both_speak_for_it(sources_in):
    ((first, second),) = sources_in("Jane Roe and John Doe, two PBS journalists, said no.", "Jane Roe and John Doe, two PBS journalists,")  # fmt: skip
    assert [(source.name, source.outlet.id) for source in (first, second)] == [("Jane Roe", "pbs"), ("John Doe", "pbs")]


@pytest.mark.parametrize(
    ("phrase", "kind", "name"),
    [
        ("Dorothy Poynter", SourceKind.PERSON, "Dorothy Poynter"),
        ("a copy of the memo seen by Reuters", SourceKind.DOCUMENT, "a copy of the memo seen by Reuters"),
        ("several former CNN reporters", SourceKind.VAGUE, "several former CNN reporters"),
        ("Washington Post owner John Doe", SourceKind.PERSON, "John Doe"),
        ("former Fox News host Jane Roe", SourceKind.PERSON, "Jane Roe"),
        ("CNN president John Doe", SourceKind.PERSON, "John Doe"),
        ("Breitbart chairman John Doe", SourceKind.PERSON, "John Doe"),
        ("John Doe, mentioned by Newsmax,", SourceKind.PERSON, "John Doe"),
        ("John Doe — named by Newsmax as a favourite —", SourceKind.PERSON, "John Doe"),
        ("a CNN spokeswoman", SourceKind.ORGANISATION, "CNN"),
        ("Facebook", SourceKind.ORGANISATION, "Facebook"),
        ("Twitter", SourceKind.ORGANISATION, "Twitter"),
        ("court papers first reported by Reuters", SourceKind.DOCUMENT, "court papers first reported by Reuters"),
        ("a memo first obtained by Reuters", SourceKind.DOCUMENT, "a memo first obtained by Reuters"),
        ("emails seen by The Guardian", SourceKind.DOCUMENT, "emails seen by The Guardian"),
    ],
)
def test_an_outlet_as_employer_topic_or_reader_is_not_the_source(source_of, phrase, kind, name):
    source = source_of(phrase)
    assert (source.kind, source.name, source.outlet, source.candidates) == (kind, name, None, ())


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Harlow Gazette", "Harlow Gazette"),
        ("The Harlow Gazette", "The Harlow Gazette"),
        ("the Daily Planet", "Daily Planet"),
        ("an article in the Harlow Evening Courier", "Harlow Evening Courier"),
        ("the newspaper Corriere del Paese", "Corriere del Paese"),
        ("the news site LawNotes", "LawNotes"),
        ("a news website called “Ormskirk Now”", "Ormskirk Now"),
        ("harlownews.com", "harlownews.com"),
        ("WXQZ-TV", "WXQZ-TV"),
        ("Fox 35", "Fox 35"),
        ("NBC affiliate WXQZ", "WXQZ"),
    ],
)
def test_an_outlet_that_no_registry_holds_is_told_by_its_looks(source_of, phrase, name):
    source = source_of(phrase)
    assert source.kind is SourceKind.OUTLET
    assert (source.outlet.name, source.outlet.known) == (name, False)


@pytest.mark.parametrize(
    "phrase",
    [
        "Emily Post",
        "the Federal Register",
        "Majority Leader John Doe",
        "the Ohio newspaper",
        "His website",
        "Marcia Roe (D-Newport News)",
        "KATE DOE",
        "John Doe, a veteran newspaper editor,",
        "the KGB",
        "American Express",
        "the county medical examiner",
        "Guardian Life",
        "Mr. Roe",
        "the Jane Roe Foundation website",
    ],
)
def test_what_only_looks_like_an_outlet_is_none(source_of, phrase):
    source = source_of(phrase)
    assert source.kind is not SourceKind.OUTLET
    assert source.outlet is None


def test_a_description_tells_what_a_bare_word_did_not(source_of):
    source = source_of("the Chronicle, an American newspaper,")
    assert source.kind is SourceKind.OUTLET
    assert {"houston-chronicle", "san-francisco-chronicle"} <= {candidate.id for candidate in source.candidates}


def test_a_stranger_is_an_outlet_where_the_text_describes_it(sources_in):
    text = "LawNotes, a legal news website, broke the story. LawNotes said it was so."
    ((source,),) = sources_in(text, "LawNotes")
    assert (source.kind, source.outlet.id, source.outlet.known) == (SourceKind.OUTLET, "lawnotes", False)


def test_a_stranger_is_an_outlet_where_a_link_on_it_bears_its_name(sources_in):
    text = "Ormskirk Notes said it was so."
    links = [Link(Span(0, 14), "https://www.ormskirknotes.example/2016/x")]
    ((source,),) = sources_in(text, "Ormskirk Notes", links=links)
    assert source.kind is SourceKind.OUTLET
    assert source.outlet.domain == "ormskirknotes.example"


def test_without_link_or_description_the_same_words_are_a_name(source_of):
    assert source_of("Ormskirk Notes").kind is SourceKind.PERSON


@pytest.mark.parametrize(
    ("name", "kind", "outlet_id"),
    [
        ("Politico", SourceKind.OUTLET, "politico"),
        ("Time", SourceKind.OUTLET, "time"),
        ("LawNotes", SourceKind.OUTLET, "lawnotes"),
        ("Ormskirk Notes", SourceKind.OUTLET, "ormskirk-notes"),
        ("Jane Roe", SourceKind.PERSON, None),
        ("FBI", SourceKind.ORGANISATION, None),
    ],
)
def test_a_bare_name_in_a_credit_line_is_an_outlets_unless_it_is_somebodys(registry, name, kind, outlet_id):
    text = f"Harlow is dry. {name}, others"
    mention = Mention(name, (Span(15, 15 + len(name)),))
    made = Attribution("A1", None, AttributionKind.CREDIT, Manner.WRITING, mention, None, None, None, 1.0)
    (source,), _ = identify(Article(text, ""), (made,), registry)
    assert (source.kind, source.outlet.id if source.outlet else None) == (kind, outlet_id)


def test_a_venue_has_the_id_of_its_outlet(registry):
    text = "The mayor told CNN and reporters no."
    source, venue = (Mention(words, (Span(text.index(words), text.index(words) + len(words)),)) for words in ("The mayor", "CNN"))  # fmt: skip
    made = Attribution("A1", None, AttributionKind.INDIRECT, Manner.SPEECH, source, None, venue, None, 1.0)
    sources, (filled,) = identify(Article(text, ""), (made,), registry)
    assert [source.name for source in sources] == ["the mayor", "CNN"]
    assert (filled.source.sources, filled.venue.sources) == (("S1",), ("S2",))
    assert replace(filled, source=source, venue=venue) == made


def test_a_venue_that_is_no_outlet_has_none(registry):
    text = "The mayor told a press conference no."
    venue = Mention("a press conference", (Span(15, 33),))
    made = Attribution("A1", None, AttributionKind.INDIRECT, Manner.SPEECH, None, None, venue, None, 1.0)
    assert identify(Article(text, ""), (made,), registry) == ((), (made,))


BREAKS = "The Post reported it."


def outlet(registry, outlet_id) -> Outlet:
    return registry.by_id(outlet_id)


def only(found):
    ((source,),) = found
    return source


class TestAmbiguousNames:
    def test_nothing_to_go_by_leaves_candidates_and_no_pick(self, sources_in):
        source = only(sources_in(BREAKS, "The Post"))
        assert source.outlet is None
        assert source.kind is SourceKind.OUTLET
        assert {"washington-post", "new-york-post"} <= {candidate.id for candidate in source.candidates}

    def test_the_publisher_itself_is_meant_in_its_own_copy(self, registry, sources_in):
        source = only(sources_in(BREAKS, "The Post", publisher=outlet(registry, "denver-post")))
        assert (source.outlet.id, source.candidates) == ("denver-post", ())

    def test_a_full_name_before_it_settles_it(self, sources_in):
        text = "The New York Post broke it. " + BREAKS
        assert only(sources_in(text, "The Post")).outlet.id == "new-york-post"

    def test_a_full_name_after_it_settles_it_too(self, sources_in):
        text = BREAKS + " The New York Post was first."
        assert only(sources_in(text, "The Post")).outlet.id == "new-york-post"

    def test_two_full_names_settle_nothing(self, sources_in):
        text = "The New York Post and The Washington Post broke it. " + BREAKS
        assert only(sources_in(text, "The Post")).outlet is None

    def test_a_link_in_its_sentence_settles_it(self, registry, sources_in):
        links = [Link(Span(9, 17), "https://www.denverpost.com/x")]
        source = only(sources_in(BREAKS, "The Post", links=links, publisher=outlet(registry, "new-york-post")))
        assert source.outlet.id == "denver-post"

    def test_a_link_elsewhere_settles_it_where_nothing_else_does(self, sources_in):
        text = BREAKS + " More here."
        links = [Link(Span(22, 31), "https://www.denverpost.com/x")]
        assert only(sources_in(text, "The Post", links=links)).outlet.id == "denver-post"

    def test_a_link_to_somebody_else_settles_nothing(self, sources_in):
        links = [Link(Span(9, 17), "https://www.cnn.com/x")]
        assert only(sources_in(BREAKS, "The Post", links=links)).outlet is None

    @pytest.mark.parametrize(("publisher", "meant"), [("politico", "abc-news"), ("smh", "abc-australia")])
    def test_the_publishers_country_settles_it(self, registry, sources_in, publisher, meant):
        ids = {"politico": "politico", "smh": "sydney-morning-herald"}
        source = only(sources_in("ABC reported it.", "ABC", publisher=outlet(registry, ids[publisher])))
        assert source.outlet.id == meant

    def test_the_one_country_of_the_other_outlets_settles_it(self, sources_in):
        assert only(sources_in("CNN and Politico had it. ABC reported it.", "ABC")).outlet.id == "abc-news"

    @pytest.mark.parametrize(
        ("fields", "meant"),
        [
            ({"language": "en-AU"}, "abc-australia"),
            ({"language": "en-US"}, "abc-news"),
            ({"url": "https://www.harlow.com.au/x"}, "abc-australia"),
            ({"url": "https://www.harlow.tv/x"}, None),
            ({"language": "en"}, None),
        ],
    )
    def test_a_draft_is_at_home_where_its_address_or_language_is(self, sources_in, fields, meant):
        source = only(sources_in("ABC reported it.", "ABC", **fields))
        assert (source.outlet.id if source.outlet else None) == meant

    def test_wires_are_of_no_country(self, sources_in):
        assert only(sources_in("Reuters had it. ABC reported it.", "ABC")).outlet is None


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("CNN's Ann Bo and ESPN's Carl Dee", [("Ann Bo", "cnn"), ("Carl Dee", "espn")]),
        ("The New York Times' Ann Bo, CNN's Carl Dee and Fox News' Eve Fay", [("Ann Bo", "new-york-times"), ("Carl Dee", "cnn"), ("Eve Fay", "fox-news")]),
        ("CNN's Ann Bo and Carl Dee", [("Ann Bo", "cnn"), ("Carl Dee", "cnn")]),
    ],
)  # fmt: skip
def test_reporters_side_by_side_speak_each_for_their_own_outlet(sources_in, phrase, expected):
    (found,) = sources_in(f"{phrase} said it was so.", phrase)
    assert [(source.name, source.outlet.id) for source in found] == expected


@pytest.mark.parametrize("phrase", ["The New\u200b York Times", "The B\u00adBC", "Politi\u00adco"])
def test_an_outlet_is_known_through_what_nobody_sees(source_of, phrase):
    assert source_of(phrase).kind is SourceKind.OUTLET
    assert source_of(phrase).outlet.id in ("new-york-times", "bbc", "politico")


@pytest.mark.parametrize(
    ("words", "name"), [("the Today programme", "BBC"), ("the Spotlight programme", "Spotlight"), ("the Ohio programme", None)]
)  # fmt: skip
def test_a_programme_one_speaks_on_is_its_station_or_an_outlet_itself(registry, words, name):
    text = f"The mayor told {words} so."
    venue = Mention(words, (Span(text.index(words), text.index(words) + len(words)),))
    made = Attribution("A1", None, AttributionKind.INDIRECT, Manner.SPEECH, None, None, venue, None, 1.0)
    sources, _ = identify(Article(text, ""), (made,), registry)
    assert [source.outlet.name for source in sources] == ([name] if name else [])


@pytest.mark.parametrize(
    ("words", "url", "expected"),
    [
        ("this story", "https://www.reuters.com/world/grain", (SourceKind.OUTLET, "Reuters")),
        ("a recent report", "https://www.reuters.com/world/grain", (SourceKind.OUTLET, "Reuters")),
        ("a study", "https://www.reuters.com/world/grain", (SourceKind.DOCUMENT, "a study")),
        ("this story", "https://council.example/minutes", (SourceKind.DOCUMENT, "this story")),
        ("a report by the council", "https://www.reuters.com/world/grain", (SourceKind.DOCUMENT, "a report by the council")),
    ],
)  # fmt: skip
def test_a_story_is_its_link_s_where_that_is_an_outlet(sources_in, words, url, expected):
    text = f"The deal was signed in secret, {words} claims."
    links = [Link(Span(text.index(words), text.index(words) + len(words)), url)]
    ((source,),) = sources_in(text, words, links=links)
    assert (source.kind, source.name) == expected
