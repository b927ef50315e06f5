"""Pages that are no article: walls, error pages sent as successes, text cut off by a paywall."""

from pathlib import Path

import pytest

from provaudit.model import Article
from provaudit.read import read_page
from provaudit.read.page_state import blocked_by_wall

PAGES = Path(__file__).parent.parent.parent / "fixtures" / "pages"
URL = "https://site.example/a"
WHOLE = ["wordpress-blog", "split-containers", "hashed-classes", "table-layout", "live-blog", "data-table"]


def load(name):
    source = (PAGES / f"{name}.html").read_bytes()
    return source.decode("cp1252" if name == "table-layout" else "utf-8"), read_page(source, url=URL)


def test_a_missing_page_sent_as_a_success_is_told():
    assert load("soft-404")[1].soft_404


@pytest.mark.parametrize("name", [*WHOLE, "paywall"])
def test_an_article_is_no_missing_page_and_no_wall(name):
    source, article = load(name)
    assert not article.soft_404
    assert blocked_by_wall(source, article) is None


@pytest.mark.parametrize(("name", "wall"), [("bot-wall", "bot"), ("consent-wall", "consent")])
def test_walls_are_told_apart(name, wall):
    assert blocked_by_wall(*load(name)) == wall


def test_a_cookie_banner_on_a_short_page_is_no_wall():
    page = """<html><head><title>Pier sold</title></head><body><div class="cookie-banner"><p>We value your privacy</p></div><article><h1>Pier sold</h1>
    <p>The board voted on Tuesday to sell the eastern pier, the Port Times reported, and nobody spoke against it.</p></article></body></html>"""
    assert blocked_by_wall(page, read_page(page.encode(), url=URL)) is None


def test_a_challenge_header_is_enough():
    assert (
        blocked_by_wall("<html></html>", Article(text="", sha256=""), status=403, headers={"CF-Mitigated": "challenge"})
        == "bot"
    )


def test_an_article_about_captchas_is_no_wall():
    sentence = "The captcha-delivery.com service that the board bought shows “Just a moment” to every reader, he said on Tuesday. "
    page = f"<html><head><title>Captchas</title></head><body><article><p>{sentence * 12}</p></article></body></html>"
    assert blocked_by_wall(page, read_page(page.encode(), url=URL)) is None


def test_a_story_about_a_lost_ship_is_no_missing_page():
    sentence = "The ship was not found, the coast guard said on Tuesday, and the search goes on for a third day. "
    page = f"<html><head><title>Ship not found after storm</title></head><body><article><h1>Ship not found after storm</h1><p>{sentence * 30}</p></article></body></html>"
    assert not read_page(page.encode(), url=URL).soft_404


def test_text_far_shorter_than_the_page_says_is_cut_off():
    page = """<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Pier","wordCount":900}</script></head>
    <body><article><p>The board voted on Tuesday to sell the eastern pier, and nobody spoke against it, the minutes show.</p></article></body></html>"""
    assert read_page(page.encode(), url=URL).paywalled
