"""What holds of every reading, whatever the input: spans read back, nothing is lost, nothing crashes."""

from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from provaudit.errors import InputError
from provaudit.read import read_bytes, read_page

TEXTS = st.text(
    alphabet=st.sampled_from("ab Z9.,:;-#*>[]()!`|_~\"“”'’/\\\n\r\t\u00a0\u200b\u202e\u2028é—<&@")
    | st.characters(codec="utf-8", exclude_characters="\x00"),
    max_size=300,
)
WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "board",
            "pier",
            "sold",
            "minutes",
            "harbour",
            "vote",
            "council",
            "ferry",
            "said",
            "no",
            "paper",
            "town",
            "“yes”",
            "A&B",
            "x<y",
        ]
    ),
    min_size=12,
    max_size=30,
)
PARAGRAPHS = st.lists(WORDS.map(lambda words: " ".join(words).capitalize() + "."), min_size=4, max_size=10)
FEW = settings(max_examples=60, deadline=None)


def article_of(data, name):
    try:
        return read_bytes(data, name=name)
    except InputError as error:
        assert "\n" not in str(error)
        return None


def check(article):
    end = 0
    for block in article.blocks:
        words = article.words(block.span)
        assert end <= block.span.start < block.span.end <= len(article.text)
        assert words == words.strip()
        end = block.span.end
    assert all(0 <= link.span.start < link.span.end <= len(article.text) for link in article.links)
    assert all(article.place(block.span.start) >= (1, 1) for block in article.blocks)


@FEW
@given(TEXTS)
def test_plain_text_loses_no_letter_and_its_spans_read_back(text):
    article = article_of(text.encode(), "a.txt")
    if article is None:
        return
    check(article)
    held = "".join(article.words(block.span) for block in article.blocks)
    # List marks ("1.") stand outside the blocks, by design.
    assert [letter for letter in text.lstrip("\ufeff") if letter.isalpha()] == [
        letter for letter in held if letter.isalpha()
    ]


@FEW
@given(TEXTS)
def test_markdown_spans_read_back_and_the_text_is_the_file(text):
    article = article_of(text.encode(), "a.md")
    if article is not None:
        check(article)
        assert article.text == text.removeprefix("\ufeff")
        assert all(link.url for link in article.links)


@FEW
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "a.json", "a.xml", "a.zip", "a"]))
def test_any_bytes_are_read_or_refused_in_one_line(data, name):
    article = article_of(data, name)
    if article is not None:
        check(article)
        assert read_bytes(data, name=name) == article


@FEW
@given(TEXTS.map(lambda text: f"<html><body><div>{text}</div><p>The board met on Tuesday.</p>"))
def test_odd_html_never_fails(source):
    check(read_page(source.encode(), url="https://a.example/"))


@FEW
@given(
    PARAGRAPHS,
    st.sampled_from(
        [
            "<p>{}</p>",
            "<div>{}</div>",
            "{}<br><br>",
            "<li>{}</li>",
            "<p><span>{}</span></p>\n\n",
            "<section><p>{}</p></section>",
        ]
    ),
)
def test_no_paragraph_of_an_article_is_lost(paragraphs, form):
    escaped = [words.replace("&", "&amp;").replace("<", "&lt;") for words in paragraphs]
    body = "".join(form.format(words) for words in escaped)
    page = f"<html><body><nav><a href='/'>Home</a></nav><main><article><h1>Pier</h1><div class='body'>{body}</div></article></main></body></html>"
    article = read_page(page.encode(), url="https://a.example/")
    check(article)
    assert [words for words in paragraphs if words not in article.text] == []


@FEW
@given(PARAGRAPHS)
def test_the_text_survives_re_serialisation(paragraphs):
    body = "".join(
        f"<p>{words.replace('&', '&amp;').replace('<', '&lt;')} <a href=/x>Port&nbsp;Times</a>" for words in paragraphs
    )
    page = f"<html><body><div class=story><article>{body}</article></div><footer>Imprint</footer>"
    again = LexborHTMLParser(page).html
    assert (
        read_page(page.encode(), url="https://a.example/").text
        == read_page(again.encode(), url="https://a.example/").text
    )
