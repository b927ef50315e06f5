"""Boxes in and beside a text: what speaks to the reader goes, what is told or quoted there stays."""

import pytest

from provaudit.model import BlockKind
from provaudit.read import read_page

FIRST = "The board of the harbour voted on Tuesday to sell the eastern pier, according to minutes that the Port Times has seen."
SECOND = "“We had no other choice,” chairman Rolf Quay told Radio North on Wednesday. “It costs more than it brings in every year.”"
THIRD = "Two of the seven members abstained from the vote, the minutes show, and one of them has since resigned from the board."
FOURTH = "The council's auditors had warned in March that the sale would not cover the debt, and their letter was never answered."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"


def read(body: str) -> str:
    page = f"<html><head><title>Pier</title></head><body>{body}</body></html>"
    return read_page(page.encode(), url="https://a.example/x").text


def with_box(box: str) -> str:
    return read(f"<article><h1>Pier</h1><p>{FIRST}</p><p>{SECOND}</p>{box}<p>{THIRD}</p><p>{FOURTH}</p></article>")


PLAIN = with_box("")


@pytest.mark.parametrize(
    "box",
    [
        "<aside>Read our full guide to the harbour tax and what it means for you</aside>",
        "<aside><p>Our reporters bring you the harbour's news every morning, free, on your phone.</p></aside>",
        "<aside><p>We need your help to keep reporting from the harbour every day of the year.</p></aside>",
        "<aside><h3>More on this</h3><p>How the pier was lost</p></aside>",
        "<div><p>Listen to our weekly podcast about the harbour wherever podcasts are found.</p></div>",
        "<p><em>Support independent journalism in our city. Become a member today.</em></p>",
        "<p>Already a subscriber? Log in</p>",
        "<post-promo><h4><a href='/q'>Ten piers to see</a></h4><p>They may be gone by next year, so go and see them now.</p></post-promo>",
    ],
)
def test_a_line_that_only_speaks_to_the_reader_is_left_out(box):
    assert with_box(box) == PLAIN


@pytest.mark.parametrize(
    "told",
    [
        "<aside><p>The harbour was built in 1911 and handles two million tonnes of freight a year.</p></aside>",
        "<aside><p>“It was a mistake to ask you,” said Mr Quay.</p></aside>",
        "<aside><p>You cannot sell what is not yours, the auditors wrote.</p></aside>",
        f"<aside><p>What our auditors found</p><p>{FOURTH.replace('March', 'April')}</p></aside>",
        "<p>Support for the sale came from the union, which listens to nobody but its members.</p>",
        "<div class='kg-card kg-callout-card'><div>“Nobody asked us,” said Tom Reed, who rents two sheds on the pier.</div></div>",
    ],
)
def test_what_is_told_or_quoted_in_a_box_stays(told):
    words = told.rsplit("<p>", 1)[-1].split("</p>")[0].split("</div>")[0].split("<div>")[-1]
    assert words in with_box(told)


@pytest.mark.parametrize(
    "heading",
    ["Replies (12)", "3 Responses to “Pier”", "What readers say", "Discussion about this post", "2 thoughts on “Pier”"],
)
def test_what_stands_under_the_readers_heading_is_left_out(heading):
    comments = "<div class='q'><p>I do not believe a word of what the board says about the pier, not one.</p></div>" * 2
    assert (
        read(f"<div><h1>Pier</h1>{BODY}</div><h3>{heading}</h3><div>{comments}</div>")
        == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    )


def test_a_heading_about_replies_within_the_text_cuts_nothing():
    text = read(f"<article><h1>Pier</h1>{BODY}<h2>Replies that never came</h2><p>{FOURTH}</p></article>")
    assert FOURTH in text


def test_a_short_standfirst_above_the_text_is_kept():
    lead = "The auditors had warned the board."
    assert lead in read(f"<main><h1>Pier</h1><p>{lead}</p><ul><li><a href='/a'>One</a></li></ul>{BODY}</main>")


def kinds_of(box: str) -> dict[str, BlockKind]:
    page = f"<html><head><title>Pier</title></head><body><article><h1>Pier</h1>{BODY}{box}<p>{FOURTH}</p></article>"
    article = read_page(page.encode(), url="https://a.example/x")
    return {article.words(block.span): block.kind for block in article.blocks}


def test_a_bare_quotation_that_the_body_has_is_a_pull_quote():
    assert (
        kinds_of("<aside><p>“We had no other choice”</p></aside>")["“We had no other choice”"] is BlockKind.PULL_QUOTE
    )


@pytest.mark.parametrize("words", ["“We will come back for it”", "“We had no other choice,” he said."])
def test_a_quotation_that_is_new_or_has_its_speaker_is_none(words):
    assert kinds_of(f"<p>{words}</p>")[words] is BlockKind.PARAGRAPH
