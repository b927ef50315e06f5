import pytest

from provaudit.model import Manner

VENUES = [
    ("Mayor Ann Pell told CNN that the deck was weak.", "CNN"),
    ('"The deck is weak," Pell told CNN.', "CNN"),
    ("In an interview with ABC News on Tuesday, Pell said the deck was weak.", "ABC News"),
    ("Pell said in an interview with the BBC that the deck was weak.", "BBC"),
    ("Speaking on Fox News Sunday, Pell called the deck a trap.", "Fox News Sunday"),
    ('"The deck is weak," Pell said on MSNBC.', "MSNBC"),
    ("Pell wrote in Politico that the deck was weak.", "Politico"),
    ("In an op-ed for The Washington Post, Pell argued that the deck was weak.", "Washington Post"),
    ("E-mails obtained by The Intercept show that the deck was weak.", "The Intercept"),
    ("According to a memo seen by Reuters, the deck was weak.", "Reuters"),
    ("The deck was weak, according to documents leaked to The Guardian.", "Guardian"),
    ('"We regret it," the company said in a statement e-mailed to Bloomberg News.', "Bloomberg News"),
    ("Asked by CNN's Jake Tapper about the deck, Pell said it was weak.", "CNN"),
    ("Pell confirmed to Reuters that the deck was weak.", "Reuters"),
    ("Pell told the Pelham Gazette that the deck was weak.", "Pelham Gazette"),
    ("In an interview with Cleveland's WKYC, Pell said the deck was weak.", "WKYC"),
    ("Pell told Radio Pelham that the deck was weak.", "Radio Pelham"),
    ('"The deck is weak," a former colleague says in The Spectator.', "The Spectator"),
    ("In a 1998 profile in Time, Pell said the deck was weak.", "Time"),
    ("In a Washington Post op-ed, Pell wrote that the deck was weak.", "Washington Post"),
    ("'The deck is weak,' said Ann Pell, who spoke to the Yorkshire Post.", "Yorkshire Post"),
    ("Ann Pell's office confirmed the news to E! News.", "E! News"),
    ('"The deck is weak," Pell said on the Hard Deck podcast.', "Hard Deck podcast"),
    ("Pell told the Mexican newspaper Voz Nueva that the deck was weak.", "newspaper Voz Nueva"),
    ("Pell told BBC Radio Leeds that the deck was weak.", "BBC Radio Leeds"),
    ('"The deck is weak," Pell told the Today programme.', "Today programme"),
    ("Pell told the World at One programme that the deck was weak.", "World at One"),
    ("Pell told the Spotlight programme that the deck was weak.", "Spotlight programme"),
    ("Pell told Brazilian outlet Globo Esporte that the deck was weak.", "Globo Esporte"),
]


@pytest.mark.parametrize(("text", "venue"), VENUES)
def test_the_outlet_through_which_somebody_spoke_is_the_venue(read, text, venue):
    (one,) = read(text)
    assert one.venue is not None
    assert one.venue.text.removeprefix("The ") == venue.removeprefix("The ")


def test_venues_side_by_side_are_one_mention(read):
    (one,) = read('"The deck is weak," Pell told CNN and the BBC.')
    assert one.venue.text == "CNN and the BBC"


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Pell told reporters that the deck was weak.",
        "Pell told the Post Office that the deck was weak.",
        "Pell, a former CNN anchor, said the deck was weak.",
        "Pell said CNN would move to the other bank.",
        "Pell attacked the New York Times over the deck.",
        "The deck was weak, according to CNN.",
        "CNN reported that the deck was weak.",
        "Pell told Wall Street that the deck was weak.",
        "In a statement on Monday, Pell said the deck was weak.",
        "Pell told the city that, like the Times, she liked the deck.",
    ],
)
def test_outlets_as_topic_employer_or_source_are_no_venues(read, text):
    assert [one.venue for one in read(text)] == [None]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pell wrote on Twitter that the deck was weak.", "on Twitter"),
        ('"The deck is weak," Pell posted on Truth Social.', "on Truth Social"),
        ("Pell said on X the deck was weak.", "on X"),
        ("Pell wrote on her Facebook page that the deck was weak.", "on her Facebook"),
    ],
)
def test_a_platform_is_told_in_the_cue_and_is_no_venue(read, text, words):
    (one,) = read(text)
    assert one.venue is None
    assert one.cue.text.endswith(words)


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("Pell said the deck was weak.", Manner.SPEECH),
        ("Pell wrote that the deck was weak.", Manner.WRITING),
        ("Pell tweeted that the deck was weak.", Manner.WRITING),
        ("The report says the deck is weak.", Manner.WRITING),
        ("A new study found that the deck was weak.", Manner.WRITING),
        ("Pell believes that the deck is weak.", Manner.THOUGHT),
        ("Pell wants to close the deck.", Manner.ATTITUDE),
        ("Pell opposes the new deck.", Manner.ATTITUDE),
        ("The Post Office said the deck was weak.", Manner.SPEECH),
    ],
)
def test_the_cue_or_the_document_tells_the_manner(read, text, manner):
    (one,) = read(text)
    assert one.manner is manner


@pytest.mark.parametrize(
    "text",
    [
        "Pell told the Guardian's owners that the deck was weak.",
        "Pell told workers at The Washington Post that the deck was weak.",
        "Pell, who spoke to Reuters staff, said the deck was weak.",
        "Pell said in a Boston Globe office that the deck was weak.",
        "Pell told an Italian newspaper that the deck was weak.",
    ],
)
def test_who_owns_or_works_for_an_outlet_is_no_venue(read, text):
    assert all(one.venue is None for one in read(text))


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("E-mails seen by the BBC suggest the chief was paid twice.", "BBC @ E-mails seen by the BBC"),
        ("Letters reviewed by The Intercept show that the chief was paid.", "The Intercept @ Letters reviewed by The Intercept"),
        ("A tape posted by CNN reveals that the chief was paid.", "CNN @ A tape posted by CNN"),
    ],
)  # fmt: skip
def test_a_paper_that_came_through_an_outlet_is_the_source_and_the_outlet_its_venue(claims, text, chain):
    assert [found for found, _ in claims(text)] == [chain]


def test_the_short_name_of_an_unlisted_outlet_is_a_venue_too(read):
    *_, last = read("The Sunday Ledger alleged that the deck was weak. Pell told the Ledger that it was not.")
    assert (last.source.text, last.venue.text) == ("Pell", "Ledger")


def test_a_short_name_that_nothing_bore_before_is_no_venue(read):
    *_, last = read("The Sunday Ledger alleged that the deck was weak. Pell told the House that it was not.")
    assert last.venue is None
