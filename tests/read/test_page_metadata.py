"""What a page says of itself, from JSON-LD in all its forms down to what stands in its visible head."""

import json

import pytest

from provaudit.read import read_page

BODY = "<p>The board voted on Tuesday to sell the eastern pier, minutes that the paper has seen show, and nobody spoke.</p>"


def read(head="", body=BODY, url="https://site.example/news/pier"):
    return read_page(f"<html><head>{head}</head><body><article>{body}</article></body></html>".encode(), url=url)


def linked(value):
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Pier sold",
    "datePublished": "2020-05-04T10:00:00+02:00",
    "author": {"name": "Ada Quill"},
}


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "Bugle"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["ReportageNewsArticle", "Article"]},
        {**ARTICLE, "@type": "http://schema.org/NewsArticle"},
        {**ARTICLE, "author": ["Ada Quill"]},
        {**ARTICLE, "author": [{"@type": "Person", "name": ["Ada Quill"]}]},
        json.dumps(ARTICLE)[:-1] + ",}",
        "<!-- " + json.dumps(ARTICLE) + " -->",
        "// <![CDATA[\n" + json.dumps(ARTICLE) + "\n// ]]>",
        json.dumps(ARTICLE).replace("Pier sold", "Pier\tsold"),
    ],
)
def test_json_ld_is_read_in_every_form(value):
    article = read(linked(value))
    assert (" ".join(article.title.split()), article.byline, article.published) == (
        "Pier sold",
        "Ada Quill",
        "2020-05-04T10:00:00+02:00",
    )


@pytest.mark.parametrize("value", ["", "{", "null", "[[[", "{'a': 1}", '"text"', "[" * 5000])
def test_broken_json_ld_is_skipped(value):
    assert read(linked(value)).title is None


def test_json_ld_comes_before_meta_elements():
    head = (
        linked(ARTICLE)
        + '<meta property="article:published_time" content="2020-05-05"><meta name="author" content="Desk">'
    )
    assert (read(head).published, read(head).byline) == ("2020-05-04T10:00:00+02:00", "Ada Quill")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2020-05-04T08:00:00Z">', "2020-05-04T08:00:00+00:00"),
        ('<meta name="parsely-pub-date" content="2020-05-04T08:00:00-0400">', "2020-05-04T08:00:00-04:00"),
        ('<meta name="date" content="May 4, 2020 3:40 p.m. EDT">', "2020-05-04T15:40:00-04:00"),
        ('<meta itemprop="datePublished" content="2020-05-04">', "2020-05-04"),
    ],
)
def test_dates_keep_their_time_and_zone(head, published):
    assert read(head).published == published


def test_a_date_element_and_a_byline_element_are_read():
    article = read(
        body='<h1>Pier sold</h1><p class="byline">By Ada Quill</p><time datetime="2020-05-04T09:30:00+01:00">4 May</time>'
        + BODY
    )
    assert (article.title, article.byline, article.published) == ("Pier sold", "Ada Quill", "2020-05-04T09:30:00+01:00")
    assert article.text.startswith("The board voted")


def test_a_date_in_the_address_is_the_last_resort():
    assert read(url="https://site.example/2020/05/04/pier/").published == "2020-05-04"


def test_a_logo_in_the_first_heading_is_no_headline():
    article = read(
        "<title>Pier sold to Quayside Ltd - Tideline</title>",
        f"<h1>Tideline</h1><h2>Pier sold to Quayside Ltd</h2>{BODY}",
    )
    assert article.title == "Pier sold to Quayside Ltd"


def test_the_headline_on_the_page_comes_before_the_one_for_search_engines():
    head = '<title>Pier sold | Tideline</title><meta property="og:title" content="Pier sold">'
    assert read(head, f"<h1>Pier sold to Quayside Ltd</h1>{BODY}").title == "Pier sold to Quayside Ltd"


def test_a_page_without_a_date_has_none():
    assert read().published is None


@pytest.mark.parametrize(
    ("value", "paywalled"),
    [(False, True), ("False", True), ("false", True), (True, False), ("True", False), (None, False)],
)
def test_the_paywall_flag_is_what_the_page_says(value, paywalled):
    assert read(linked({**ARTICLE, "isAccessibleForFree": value})).paywalled is paywalled


def test_the_base_address_is_honoured():
    article = read(
        '<base href="https://cdn.example/archive/">',
        '<p>The board sold it, the <a href="pt">Port Times</a> reported on Tuesday, and nobody spoke.</p>',
    )
    assert [link.url for link in article.links] == ["https://cdn.example/archive/pt"]


def test_addresses_that_lead_nowhere_are_no_links():
    links = '<a href="#top">the board</a> <a href="javascript:void(0)">voted</a> <a href="mailto:a@b.example">on Tuesday</a> <a>to sell</a>'
    assert read(body=f"<p>According to minutes, {links} the eastern pier, and nobody spoke against it.</p>").links == ()


def test_the_language_is_what_the_page_declares():
    page = f'<html lang="en-GB"><body><article>{BODY}</article></body></html>'
    assert read_page(page.encode(), url="https://a.example/").language == "en"


def test_a_french_text_in_an_english_template_is_french():
    sentence = (
        "Le conseil du port a voté mardi la vente de la jetée, selon le Courrier, et il ne l’a pas fait en public. "
    )
    page = f'<html lang="en"><body><article><p>{sentence * 3}</p><p>{sentence * 4}</p></article></body></html>'
    assert read_page(page.encode(), url="https://a.example/").language == "fr"


def test_the_same_directive_twice_has_two_lines():
    article = read(
        body=f"{BODY}\n<!-- provaudit: off -->\n{BODY.replace('Tuesday', 'Friday')}\n<!-- provaudit: off -->"
    )
    assert [d.line for d in article.directives] == [2, 4]


def test_directives_stand_before_the_block_that_follows_them():
    article = read(
        body=f"{BODY}<!-- provaudit: ignore[PA101] known --><p>Radio North reported it first, and the town hall did not deny it.</p>"
    )
    assert [(d.text, d.offset, d.line) for d in article.directives] == [
        ("ignore[PA101] known", article.blocks[1].span.start, 1)
    ]
