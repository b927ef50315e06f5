"""Which words of a text are outlet names, and which only look like them."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provaudit.model import Span


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The plan is dead, according to Politico.", [("Politico", "politico")]),
        ("He told CNN’s Jane Roe so.", [("CNN", "cnn")]),
        ("He told CNN's Jane Roe so.", [("CNN", "cnn")]),
        ("as The Wall Street Journal reported", [("The Wall Street Journal", "wall-street-journal")]),
        ("as the Wall Street Journal reported", [("Wall Street Journal", "wall-street-journal")]),
        ("a Washington Post-ABC News poll", [("Washington Post", "washington-post"), ("ABC News", "abc-news")]),
        ("a Washington Post/ABC News poll", [("Washington Post", "washington-post"), ("ABC News", "abc-news")]),
        ("said on Face the Nation", [("Face the Nation", "cbs-news")]),
        ("reports from The Wrap and Deadline", [("The Wrap", "thewrap"), ("Deadline", "deadline")]),
        ("Deadline and The Wrap wrote", [("Deadline", "deadline"), ("The Wrap", "thewrap")]),
        ("NEW YORK TIMES SAYS SO", [("NEW YORK TIMES", "new-york-times")]),
        ("found at Breitbart.com today", [("Breitbart.com", "breitbart-news")]),
        ("from edition.cnn.com today", [("edition.cnn.com", "cnn")]),
        ("told BBC Radio Leeds so", [("BBC Radio Leeds", "bbc")]),
        ("told BBC Radio 5 Live so", [("BBC Radio 5 Live", "bbc")]),
        ("told BBC Radio Friday that", [("BBC Radio", "bbc")]),
        ("told the World at One so", [("World at One", "bbc")]),
        ("as @politico put it", [("@politico", "politico")]),
        ("U.S. News & World Report ranked it", [("U.S. News & World Report", "u-s-news-and-world-report")]),
        ("the St. Louis Post-Dispatch", [("St. Louis Post-Dispatch", "st-louis-post-dispatch")]),
        ("the Pittsburgh Post-Gazette", [("Pittsburgh Post-Gazette", "pittsburgh-post-gazette")]),
        ("The Post-Gazette reported it.", [("Post-Gazette", "pittsburgh-post-gazette")]),
        ("a New York Times-CBS poll", [("New York Times", "new-york-times"), ("CBS", "cbs-news")]),
        ("the New York\nTimes said", [("New York\nTimes", "new-york-times")]),
        ("The Hill reported it.", [("The Hill", "hill")]),
        ("She told The Hill on Monday.", [("The Hill", "hill")]),
        ("she told the Hill that", [("Hill", "hill")]),
        ("The Hill, a paper of the capital, reported it.", [("The Hill", "hill")]),
        ("(h/t The Hill)", [("The Hill", "hill")]),
        ("Time magazine named him.", [("Time magazine", "time")]),
        ("Time reported the loan.", [("Time", "time")]),
        ("He told Time that it was over.", [("Time", "time")]),
        ("told People on Friday", [("People", "people")]),
        ("according to People", [("People", "people")]),
        ("as Slate reported", [("Slate", "slate")]),
        ("Variety's Jane A. Roe wrote", [("Variety", "variety")]),
        ("Fortune reported the sale", [("Fortune", "fortune")]),
        ("he told Fox that", [("Fox", "fox-news")]),
        ("Bloomberg reported it", [("Bloomberg", "bloomberg-news")]),
        ("She wrote on X that", [("X", "x")]),
        ("Sources AmericaBlog, Newsmax, Politico", [("AmericaBlog", "americablog"), ("Newsmax", "newsmax"), ("Politico", "politico")]),
    ],
)  # fmt: skip
def test_a_name_is_found_where_it_stands(names, text, found):
    assert names(text) == [(words, (outlet_id,)) for words, outlet_id in found]


@pytest.mark.parametrize(
    "text",
    [
        "The bank, according to Wall Street, is sound.",
        "“No,” said Hill, who will testify on Friday.",
        "according to Hill, a witness",
        "the Kestrel Post-Gazette reported the sale",
        "told the Tampa Tribune-Herald on Monday",
        "the Chicago Tribune-Sentinel’s front page",
        "Hill, a lawyer, said",
        "The Hill, where he lives, is steep.",
        "Hill reported feeling ill.",
        "a vote on the Hill",
        "Capitol Hill was quiet.",
        "the sun rose, a sun of paper",
        "nothing new under the Sun",
        "a mirror hung there",
        "those were the times",
        "in Times Square; in New York Times Square",
        "Post Office closures",
        "Anytown Post Office",
        "Time will tell. Time and again.",
        "People say so. People reported seeing lights.",
        "the people told him",
        "the Star of the show",
        "All-Star pitcher",
        "the nation mourned. The nation's capital.",
        "Slate the roof before winter.",
        "Fox the animal lives here.",
        "Vicente Fox spoke. “Never,” said Fox.",
        "Michael Bloomberg ran, and Bloomberg said he would.",
        "the Independent senator from Vermont",
        "The Republican said he would run.",
        "The Democrat told reporters.",
        "then-Republican voters of the mid-Atlantic states",
        "the State Department",
        "The Street was quiet.",
        "The day after. The City said no.",
        "The Press asked him.",
        "a Guardian Life policy",
        "the Golden Globe for the best mirror",
        "American Express and Federal Express",
        "Dr. Roe, the DR and Pa. voters in Ft. Wayne",
        "a map of the DNA",
        "told Fox 35 in Orlando",
        "write to jane@cnn.com",
        "https://www.cnn.com/2016/politico/x",
        "The 19th century",
        "America voted. Life goes on. The world watched.",
        "House Foreign Affairs Committee",
        "Foreign Policy Adviser Roe",
        "X-ray pictures",
        "a quartz watch, Quartz Hill",
        "he left, wired, in a variety of ways",
        "the reason is fortune",
        "",
    ],
)
def test_a_word_that_only_looks_like_a_name_is_left_out(names, text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "word", "some"),
    [
        ("The Times reported it.", "The Times", {"new-york-times", "times-uk"}),
        ("the Post reported it", "Post", {"washington-post", "new-york-post"}),
        ("he told the Journal", "Journal", {"wall-street-journal", "journal-ireland"}),
        ("The Independent reported that he fell", "The Independent", {"independent-uk", "irish-independent"}),
        ("he told the Independent that", "Independent", {"independent-uk", "irish-independent"}),
        ("as ABC reported", "ABC", {"abc-news", "abc-australia"}),
    ],
)
def test_an_ambiguous_name_keeps_all_whom_it_may_mean(names, text, word, some):
    ((found, outlets),) = names(text)
    assert found == word
    assert some <= set(outlets)


def test_a_doubtful_name_joined_to_an_outlet_is_one_too(names):
    ((first, outlets), second) = names("A Times/CBS News poll")
    assert first == "Times"
    assert "new-york-times" in outlets
    assert second == ("CBS News", ("cbs-news",))


def test_only_the_span_asked_for_is_read(registry):
    text = "Politico and Newsmax wrote to Reuters."
    ((span, outlets),) = registry.names_in(text, Span(9, 25))
    assert text[span.start : span.end] == "Newsmax"
    assert outlets[0].id == "newsmax"


def test_a_stop_ends_a_name(names):
    assert names("He told CBS. News of it spread.") == [("CBS", ("cbs-news",))]


def test_acronyms_are_not_their_small_letters(names):
    assert names("Sana spoke, and Map in hand the men left.") == []


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["The ", "Hill ", "Post", "-", "ABC ", "told ", "Time ", "’s ", "@cnn ", "a.b.com ", ". ", "\n", "(", "é", "New York ", "Times"]), max_size=14))  # fmt: skip
def test_spans_are_in_order_apart_and_inside(registry, pieces):
    text = "".join(pieces)
    whole = Span(1, max(1, len(text) - 1))
    spans = [span for span, _ in registry.names_in(text, whole)]
    assert all(whole.holds(span) and span.start < span.end for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
