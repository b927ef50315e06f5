"""What content systems and agencies hand over: each gives the same story, its metadata and its kinds of block."""

from pathlib import Path

import pytest

from provaudit.model import BlockKind
from provaudit.read import read_path

FORMATS = Path(__file__).parent.parent.parent / "fixtures" / "formats"
FILES = ["ninjs-2.json", "ninjs-3.json", "story-ans.json", "story-nitf.xml", "story-newsml.xml", "export-wxr.xml"]


def read(name):
    return read_path(FORMATS / name)


def kinds(article):
    return [block.kind.value for block in article.blocks]


@pytest.mark.parametrize("name", FILES)
def test_each_format_gives_the_headline_and_the_first_sentence(name):
    article = read(name)
    assert article.title == "Board votes to sell the eastern pier"
    assert "harbour board voted on Tuesday to sell the eastern pier" in article.words(article.blocks[0].span)
    assert article.language == "en"
    assert article.notes == ()


@pytest.mark.parametrize(
    ("name", "byline", "published", "publisher"),
    [
        ("ninjs-2.json", "Ada Quill", "2024-03-12T14:05:00+01:00", "Northern News Agency"),
        ("ninjs-3.json", "Ada Quill and Tom Reed", "2024-03-12T13:40:00+01:00", "Northern News Agency"),
        ("story-ans.json", "Ada Quill, Tom Reed", "2024-03-12T13:40:11+00:00", "The Solthaven Bugle"),
        ("story-nitf.xml", "Ada Quill", "2024-03-12T13:40:00+01:00", "Northern News Agency"),
        ("story-newsml.xml", "Ada Quill", "2024-03-12T13:40:00+01:00", "Northern News Agency"),
        ("export-wxr.xml", "Ada Quill", "2024-03-12T12:40:00+00:00", "The Solthaven Bugle"),
    ],
)
def test_each_format_gives_byline_date_with_zone_and_publisher(name, byline, published, publisher):
    article = read(name)
    assert (article.byline, article.published, article.publisher) == (byline, published, publisher)


def test_ninjs_takes_the_marked_up_main_body():
    article = read("ninjs-3.json")
    assert kinds(article) == ["paragraph", "paragraph", "quote"]
    assert article.words(article.blocks[0].span).startswith("SOLTHAVEN (NNA) - ")


def test_ans_sets_each_content_element_and_leaves_promoted_links_out():
    article = read("story-ans.json")
    assert kinds(article) == [
        "paragraph", "caption", "paragraph", "pull-quote", "heading", "item", "item", "tweet", "tweet", "quote", "quote",
        "table", "table", "credit",
    ]  # fmt: skip
    assert "Ten piers" not in article.text
    assert article.canonical_url == "https://bugle.example/local/2024/03/12/pier/"


def test_nitf_keeps_the_words_of_its_semantic_tags():
    article = read("story-nitf.xml")
    assert "The harbour board voted on Tuesday" in article.text
    assert kinds(article) == ["paragraph", "paragraph", "heading", "item", "item", "quote", "caption", "credit"]


def test_a_wordpress_export_has_paragraphs_and_captions_without_shortcodes():
    article = read("export-wxr.xml")
    assert kinds(article) == ["paragraph", "caption", "paragraph", "quote", "paragraph"]
    assert "[" not in article.text


def test_an_export_of_several_posts_says_that_one_is_audited(tmp_path):
    text = (FORMATS / "export-wxr.xml").read_text(encoding="utf-8")
    second = "<item><title>Other</title><content:encoded>It rained.</content:encoded><wp:post_type>post</wp:post_type></item></channel>"
    path = tmp_path / "two.xml"
    path.write_text(text.replace("</channel>", second), encoding="utf-8")
    assert "2 posts; only the first" in read_path(path).notes[0]


@pytest.mark.parametrize("name", FILES)
def test_the_line_is_the_paragraph_and_links_are_absolute(name):
    article = read(name)
    lines = [article.place(block.span.start).line for block in article.blocks]
    assert lines == sorted(lines)
    assert article.place(article.blocks[1].span.start + 3).column == 4
    assert all(
        link.url == "https://porttimes.example/pier" and article.words(link.span) == "Port Times"
        for link in article.links
    )


def test_credit_lines_are_credits_in_every_format():
    assert [block.kind for block in read("story-nitf.xml").blocks][-1] is BlockKind.CREDIT
