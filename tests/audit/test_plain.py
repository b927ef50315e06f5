"""A Markdown draft as its reader sees it, and the way back into the draft's own text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provaudit.audit.plain import Plain
from provaudit.model import Article, Attribution, AttributionKind, Manner, Mention, Span
from provaudit.read import read_bytes


def markdown(text):
    return read_bytes(text.encode(), name="draft.md", path="draft.md")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("The [Ledger](https://a.example/x) *said* so.", "The Ledger said so."),
        ("The [Ledger][1] said so.\n\n[1]: https://a.example", "The Ledger said so."),
        ("He was **very** sure, and __she__ `too`.", "He was very sure, and she too."),
        ("A picture ![of a dog](dog.png) stood here.", "A picture  stood here."),
        ("It is so.[^1] Words stay.", "It is so. Words stay."),
        (r"The price was 5\* and snake_case stays.", "The price was 5* and snake_case stays."),
        ("Two <em>tags</em> and 3 < 4 words.", "Two tags and 3 < 4 words."),
        ("> The quote runs\n> on and on here.", "> The quote runs\non and on here."),
    ],
)
def test_markup_is_not_seen(text, seen):
    assert Plain(markdown(text)).article.text.startswith(seen)


@pytest.mark.parametrize(
    "text", ["2 * 3 * 4 is a product of words.", "An array[0] of words (with a note).", "5 < 6 > 4 words"]
)
def test_marks_that_are_words_stay(text):
    assert Plain(markdown(text)).article.text == text


def test_an_article_without_markup_is_its_own_copy():
    article = Article("He said so.", "0")
    assert Plain(article).article is article
    assert Plain(article).back(Span(3, 7)) == Span(3, 7)


def test_attributions_come_back_with_the_exact_words_of_the_draft():
    draft = markdown("The [Ledger](https://a.example/x) said the *roof* leaked.")
    plain = Plain(draft)
    words = "the roof leaked"
    at = plain.article.text.index(words)
    content = Mention(words, (Span(at, at + len(words)),))
    source = Mention("The Ledger", (Span(0, 10),))
    found = Attribution("A1", None, AttributionKind.INDIRECT, Manner.SPEECH, source, None, None, content, 1.0)
    (mapped,) = plain.attributions([found])
    assert mapped.content.text == "the *roof* leaked"
    assert mapped.source.text == "The [Ledger"
    for mention in (mapped.content, mapped.source):
        assert draft.words(*mention.spans) == mention.text


@given(st.text(alphabet="ab *_`[]()<>!\\\n", max_size=60), st.data())
def test_every_span_of_the_copy_comes_back_to_the_same_words(text, data):
    draft = markdown(text + " words")
    plain = Plain(draft)
    start = data.draw(st.integers(0, len(plain.article.text) - 1))
    end = data.draw(st.integers(start + 1, len(plain.article.text)))
    back = plain.back(Span(start, end))
    assert 0 <= back.start < back.end <= len(draft.text)
    assert plain.words([back]) == plain.article.text[start:end]
