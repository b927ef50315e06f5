"""The edges of an article on a page: what belongs to it by its place, and what only stands near it."""

import pytest

from provaudit.model import BlockKind
from provaudit.read import read_bytes, read_page

FIRST = "The board of the harbour voted on Tuesday to sell the eastern pier, according to minutes that the Port Times has seen."
SECOND = "“We had no other choice,” chairman Rolf Quay told Radio North on Wednesday. “It costs more than it brings in every year.”"
THIRD = "Two of the seven members abstained from the vote, the minutes show, and one of them has since resigned from the board."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"


def read(body):
    return read_page(
        f"<html><head><title>Pier</title></head><body>{body}</body></html>".encode(), url="https://a.example/x"
    )


def test_readers_comments_are_left_out_whatever_their_class():
    comments = "".join(
        f"<div class='x'><b>user{n}</b><p>I do not believe a word of what the board says about the pier, not one.</p></div>"
        for n in range(4)
    )
    article = read(
        f"<div class='w'><h1>Pier</h1><div class='t'>{BODY}</div><h3>Comments (4)</h3><div>{comments}</div></div>"
    )
    assert article.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_a_count_of_comments_above_the_text_cuts_nothing():
    article = read(
        f"<article><h1>Pier</h1><p>{FIRST}</p><p>{SECOND}</p><div class='bar'><a href='#c'>25 comments</a></div><p>{THIRD}</p></article>"
    )
    assert THIRD in article.text


def test_a_linked_headline_in_a_box_is_another_article():
    box = "<div class='z9'><h3><a href='/ten-piers'>Ten piers that you should see before they are gone</a></h3></div>"
    assert "Ten piers" not in read(f"<article><p>{FIRST}</p><p>{SECOND}</p>{box}<p>{THIRD}</p></article>").text


def test_a_linked_heading_over_its_own_paragraph_is_the_articles():
    body = "".join(
        f"<div class='item'><h3><a href='/{n}'>Pier number {n} of the coast</a></h3><p>{words}</p></div>"
        for n, words in enumerate((FIRST, SECOND, THIRD))
    )
    article = read(f"<article><h1>Piers</h1><div class='entry'><p>{THIRD[:-1]} last year.</p>{body}</div></article>")
    assert [article.words(block.span) for block in article.blocks if block.kind is BlockKind.HEADING] == [
        f"Pier number {n} of the coast" for n in range(3)
    ]


def test_a_short_run_between_paragraphs_is_put_back():
    article = read(
        f"<article><p>{FIRST}</p><div>He added:</div><p>{SECOND}</p><div>See <a href='https://b.example/m'>the minutes</a></div><p>{THIRD}</p></article>"
    )
    assert "He added:" in article.text
    assert [article.words(link.span) for link in article.links] == ["the minutes"]


def test_an_offer_between_paragraphs_is_not():
    offer = "<div class='q'><p>Get the day's best stories in your inbox every morning, sign up to our newsletter today.</p></div>"
    assert "inbox" not in read(f"<article><p>{FIRST}</p><p>{SECOND}</p>{offer}<p>{THIRD}</p></article>").text


def test_long_lines_parted_by_single_breaks_are_paragraphs():
    article = read(f"<div class='t'>{FIRST}<br>{SECOND}<br>{THIRD}</div>")
    assert [article.words(block.span) for block in article.blocks] == [FIRST, SECOND, THIRD]


def test_short_lines_parted_by_single_breaks_are_one_block():
    article = read(f"<article><p>{FIRST}</p><p>Pier Board<br>4 Quay Street<br>Solthaven</p><p>{SECOND}</p></article>")
    assert "Pier Board\n4 Quay Street\nSolthaven" in [article.words(block.span) for block in article.blocks]


def test_the_bullets_of_a_summary_above_the_text_are_the_articles():
    bullets = "<ul><li>The pier has been sold, the minutes of the board show</li><li>“No other choice,” says chairman Rolf Quay of the sale</li></ul>"
    article = read(
        f"<div id='a'><h2>Pier</h2>{bullets}<p class='by'>By Ada Quill</p><div class='body'>{BODY}{BODY.replace('Tuesday', 'Friday')}</div></div>"
    )
    assert "says chairman Rolf Quay of the sale" in article.text


def test_elements_of_a_sites_own_do_not_break_a_sentence():
    words = "The <hl-link>pier</hl-link> was <o:p>sold</o:p> on <custom-date>Tuesday</custom-date>, the town clerk told the paper."
    article = read(f"<article>{BODY}<p>{words}</p></article>")
    assert "The pier was sold on Tuesday, the town clerk told the paper." in article.text


def test_a_paragraph_printed_twice_is_read_once():
    article = read(f"<article><div class='m'>{BODY}</div><div class='d'>{BODY}</div></article>")
    assert article.text.count(FIRST) == 1


def test_a_quotation_set_large_is_a_pull_quote_only_where_the_body_has_it():
    repeated = read(
        f"<article><p>{FIRST}</p><p>{SECOND}</p><blockquote>We had no other choice</blockquote><p>{THIRD}</p></article>"
    )
    alone = read(
        f"<article><p>{FIRST}</p><p>{SECOND}</p><div class='pullquote'>Nobody has asked the town about this pier</div><p>{THIRD}</p></article>"
    )
    assert [block.kind for block in repeated.blocks][2] is BlockKind.PULL_QUOTE
    assert [block.kind for block in alone.blocks][2] is BlockKind.QUOTE


def test_a_draft_of_two_lines_is_read_whole():
    article = read_bytes(
        b"<h1>Pier</h1><p>By Ada Quill</p><ul><li>It is sold, he said.</li></ul><p>Sources Port Times, Radio North</p>",
        name="a.html",
    )
    assert [(block.kind.value, article.words(block.span)) for block in article.blocks] == [
        ("item", "It is sold, he said."),
        ("credit", "Sources Port Times, Radio North"),
    ]
    assert (article.title, article.byline) == ("Pier", "Ada Quill")


@pytest.mark.parametrize(
    "line", ["© Reuters", "The Associated Press contributed to this report.", "Originally published on Port Times"]
)
def test_a_credit_below_the_text_is_kept(line):
    article = read(
        f"<article><div class='body'>{BODY}</div><footer class='article-footer'><p>{line}</p></footer></article>"
    )
    assert [article.words(block.span) for block in article.blocks if block.kind is BlockKind.CREDIT] == [line]


def test_the_sites_own_copyright_is_no_credit():
    head = '<meta property="og:site_name" content="Port Times">'
    page = f"<html><head>{head}</head><body><article>{BODY}<p>© 2020 Port Times</p></article></body></html>"
    assert "©" not in read_page(page.encode(), url="https://a.example/").text
