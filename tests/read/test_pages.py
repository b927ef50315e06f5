"""Whole web pages with the structure of news sites: what is the article, of what kind, and where it stands."""

from pathlib import Path

import pytest

from provaudit.model import BlockKind
from provaudit.read import read_page

PAGES = Path(__file__).parent.parent.parent / "fixtures" / "pages"
URL = "https://site.example/2020/05/04/page.html"


@pytest.fixture(scope="module")
def page():
    done = {}

    def read(name):
        if name not in done:
            done[name] = read_page((PAGES / f"{name}.html").read_bytes(), url=URL)
        return done[name]

    return read


def words(article, kind=None):
    return [article.words(block.span) for block in article.blocks if kind is None or block.kind is kind]


ARTICLES = [
    "wordpress-blog",
    "split-containers",
    "hashed-classes",
    "table-layout",
    "live-blog",
    "data-table",
    "paywall",
]
BOILERPLATE = {
    "wordpress-blog": ["Share this", "Click to share", "Three bids", "salty_dog", "whole council", "far too many notebooks", "ferry that never", "Skip to", "Posted in"],
    "split-containers": ["Advertisement", "Morning Tide", "Sign up", "More on this", "Why the old ferry", "Most read", "press council", "Ida Marsh and"],
    "hashed-classes": ["ADVERTISEMENT", "Related Articles", "Hosepipe", "villages under", "protected by copyright", "Home"],
    "table-layout": ["Archive", "Sections", "Sport", "Terms of use", "Walter Pugh"],
    "live-blog": ["Share", "public broadcaster", "Live\n"],
    "data-table": ["Tags", "Comments are closed"],
    "paywall": ["Subscribe", "Log in"],
    "two-containers": ["Play video", "1:42", "Ten lighthouses", "tide tables", "herring", "Cooper Jem", "Quay Street"],
    "next-article": ["sheep", "Nan Garth", "highway agency", "printed in Hallow"],
}  # fmt: skip
EVIDENCE = {
    "wordpress-blog": ["reported Monday", "talked numbers", "an old friend", "was not told of any meeting", "declined to comment", "Moorings Group", "(h/t Port Times)"],
    "split-containers": ["twice what the board", "4.7 million that", "by April at the latest", "140 cars", "a matter of interpretation", "flagged every change", "sail by Easter", "bear that out", "ask for the minutes", "did not reply"],
    "hashed-classes": ["three former engineers", "not there in spring", "Nobody answered.”", "monitored daily", "first described by Field Notes", "The log", "The map", "on the basis of press reports", "Reporting by Clara Fenn"],
    "table-layout": ["4,000 tons", "wrong side of the buoy", "coast guard’s log", "pilots’ guild denies", "Associated Press contributed"],
    "live-blog": ["until Thursday, the operator says", "Safety comes first", "No sailings", "own generators", "140 kilometres"],
    "data-table": ["four of six wards", "1,012 voters", "protest vote", "done by telephone", "on May 9"],
    "paywall": ["On a wet evening", "That is the number"],
    "two-containers": ["schoolhouse in Solthaven", "given it up for lost", "two students", "boats still up", "the Port Times reported", "one man's word", "Nobody is to touch"],
    "next-article": ["weighs as much as a cow", "brought a crane", "Police confirmed", "Fell Radio, which first reported"],
}  # fmt: skip


@pytest.mark.parametrize("name", ARTICLES)
def test_no_evidence_is_lost(page, name):
    assert [part for part in EVIDENCE[name] if part not in page(name).text] == []


@pytest.mark.parametrize("name", ARTICLES)
def test_what_surrounds_the_article_is_left_out(page, name):
    assert [part for part in BOILERPLATE[name] if part in page(name).text] == []


@pytest.mark.parametrize("name", ARTICLES)
def test_each_word_is_found_at_its_place_in_the_file(page, name):
    article = page(name)
    source = (PAGES / f"{name}.html").read_bytes()
    lines = (source.decode("cp1252") if name == "table-layout" else source.decode()).split("\n")
    for block in article.blocks:
        for offset in range(block.span.start, block.span.end):
            if article.text[offset].isascii() and article.text[offset].isalnum():
                line, column = article.place(offset)
                assert lines[line - 1][column - 1] == article.text[offset], article.words(block.span)


@pytest.mark.parametrize("name", ARTICLES)
def test_blocks_are_in_order_and_links_lie_inside_them(page, name):
    article = page(name)
    spans = [block.span for block in article.blocks]
    assert spans == sorted(spans)
    assert all(any(span.holds(link.span) for span in spans) for link in article.links)
    assert all(link.url.startswith("http") for link in article.links)


def test_bare_text_split_by_breaks_is_paragraphs(page):
    assert (
        "She did not say by whom, and the company’s own log, first described by Field Notes, has no entry before June."
        in words(page("hashed-classes"), BlockKind.PARAGRAPH)
    )
    assert len(words(page("table-layout"), BlockKind.PARAGRAPH)) == 4


def test_kinds_are_told(page):
    assert words(page("wordpress-blog"), BlockKind.QUOTE) == [
        "The mayor was not told of any meeting and would not have approved of one."
    ]
    assert words(page("split-containers"), BlockKind.PULL_QUOTE) == ["The council was not told."]
    assert words(page("split-containers"), BlockKind.CAPTION) == [
        "The ferry in dry dock. “She will sail by Easter,” the yard says. Ann Ode"
    ]
    assert words(page("data-table"), BlockKind.TABLE) == [
        "Ward\tIndependents\tOthers",
        "Harbour\t52\t48",
        "Upland\t44\t56",
    ]
    assert words(page("live-blog"), BlockKind.TWEET)[1] == "— Solthaven Ferry (@solthavenferry) September 27, 2023"
    assert words(page("live-blog"), BlockKind.HEADING) == [
        "Key points",
        "11.02am",
        "Ferry stopped",
        "9.40am",
        "Power cuts",
        "6.10am",
        "Good morning",
    ]
    assert words(page("wordpress-blog"), BlockKind.ITEM) == ["Quayside Ltd", "Salt & Sons", "Moorings Group"]
    assert words(page("wordpress-blog"), BlockKind.CREDIT) == ["(h/t Port Times)"]


def test_links_keep_their_words_and_become_absolute(page):
    article = page("split-containers")
    assert [(article.words(link.span), link.url) for link in article.links] == [
        ("published by the Port Times", "https://porttimes.example/letters"),
    ]
    blog = page("wordpress-blog")
    assert ("Radio North", "https://radionorth.example/vane") in [
        (blog.words(link.span), link.url) for link in blog.links
    ]


@pytest.mark.parametrize(
    ("name", "title", "byline", "published", "publisher"),
    [
        ("wordpress-blog", "Mayor’s Aide Met Pier Bidder Before Vote, Paper Says", "Nell Harrow", "2018-05-14T16:20:05+00:00", "Tideline Media"),
        ("split-containers", "Solthaven ferry refit to cost twice the estimate, auditors find", "Ida Marsh, Owen Field", "2021-11-02T06:00:00+01:00", "The Solthaven Courier"),
        ("hashed-classes", "Reservoir warnings went unread for a year", "Clara Fenn", "2022-08-19T04:30:00+00:00", "Upland Post"),
        ("table-layout", "Grain ship aground off Solthaven", "Walter Pugh", "2003-11-03", None),
        ("live-blog", "Storm Agnes: live updates as the coast braces", "Radio North", "2023-09-27T06:10:00+01:00", "Radio North"),
        ("data-table", "Council poll: independents ahead", "Walter Pugh", "2019-04-30T12:00:00+00:00", None),
        ("two-containers", "Lighthouse keeper's log found in attic", None, "2016-10-03T07:30:00-04:00", "Coast Review"),
        ("next-article", "Bell stolen from chapel, parish says", "Clara Fenn", "2022-02-14T18:00:00+01:00", "Upland Post"),
        ("paywall", "Inside the pier deal", "Gwen Ashby", "2024-03-20T05:00:00+00:00", "The Ledger"),
    ],
)  # fmt: skip
def test_each_page_says_what_it_is(page, name, title, byline, published, publisher):
    article = page(name)
    assert (article.title, article.byline, article.published, article.publisher) == (
        title,
        byline,
        published,
        publisher,
    )
    assert article.language == "en"


def test_a_page_says_how_to_search_its_site(page):
    blog, courier = page("wordpress-blog"), page("split-containers")
    assert blog.rest_api == "https://tideline.example/wp-json/"
    assert blog.feeds[0] == "https://tideline.example/feed/"
    assert blog.search == "https://tideline.example/?s={search_term_string}"
    assert courier.search == "https://site.example/opensearch.xml"
    assert courier.canonical_url == "https://site.example/news/ferry-refit"


def test_a_paywall_is_flagged_and_a_free_page_is_not(page):
    assert page("paywall").paywalled
    assert not page("wordpress-blog").paywalled
    assert not page("data-table").paywalled


def test_windows_line_ends_do_not_shift_a_place(page):
    source = (PAGES / "two-containers.html").read_bytes().replace(b"\n", b"\r\n")
    article = read_page(source, url=URL)
    assert article.text == page("two-containers").text
    assert article.anchors == page("two-containers").anchors


@pytest.mark.parametrize("name", ARTICLES)
def test_what_one_extractor_loses_the_others_keep(page, name, monkeypatch):
    monkeypatch.setattr("provaudit.read.page_body.trafilatura_text", lambda _source: "")
    article = read_page((PAGES / f"{name}.html").read_bytes(), url=URL)
    quotes = [words for words in EVIDENCE[name] if (words in page(name).text and "“" in words) or "told" in words]
    assert [words for words in quotes if words not in article.text] == []
    assert len(article.text) > len(page(name).text) * 0.6


@pytest.mark.parametrize("name", ARTICLES)
def test_reading_twice_is_the_same(page, name):
    assert read_page((PAGES / f"{name}.html").read_bytes(), url=URL) == page(name)
