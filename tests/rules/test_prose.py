"""Sentences and quotations as the rules see them: offsets hold, and nothing is cut inside quotation marks."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import provaudit.rules
from provaudit.model import BlockKind, Span
from provaudit.read import read_bytes
from provaudit.rules.prose import BLANK, prose_of, sentence_ends
from tests.rules.build import article

LISTS = Path(provaudit.rules.__file__).parent.parent / "data" / "rules"


def sentences(text, **more):
    draft = article(text, **more)
    return [draft.words(sentence.span) for sentence in prose_of(draft).sentences]


def test_sentences_end_at_stops():
    assert sentences("It rained. Nobody came! Why? The end.") == ["It rained.", "Nobody came!", "Why?", "The end."]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Oduya met Dr. Kessler of St. Anne on Jan. 5 at 10 a.m. in the U.S. Senate.",
        "J. R. Holm Jr. of Harlow & Co. Ltd. owns 3.5 acres.",
        '"It rained. Nobody came. Why?" she asked.',
        "He came … and went.",
        "The site harlow.example. com is down.",
    ],
)
def test_these_are_one_sentence(text):
    assert sentences(text) == [text]


def test_a_sentence_may_begin_in_quotation_marks():
    assert sentences('It rained. "Nobody came," Holm said. He left.') == [
        "It rained.",
        '"Nobody came," Holm said.',
        "He left.",
    ]


def test_sentences_do_not_cross_paragraphs():
    assert sentences("It rained\n\nNobody came") == ["It rained", "Nobody came"]


def test_furniture_has_no_sentences():
    assert sentences("Skip to content\n\nIt rained.", kinds={0: BlockKind.FURNITURE}) == ["It rained."]


def test_the_running_text_leaves_titles_out_unless_there_is_nothing_else():
    draft = article("A headline\n\nIt rained.", kinds={0: BlockKind.HEADLINE})
    alone = article("A headline", kinds={0: BlockKind.HEADLINE})
    assert [draft.words(one.span) for one in prose_of(draft).running()] == ["It rained."]
    assert [alone.words(one.span) for one in prose_of(alone).running()] == ["A headline"]


def test_quoted_words_are_blanked_and_offsets_hold():
    text = 'Critics say "critics say nothing" here.'
    outside = prose_of(article(text)).outside
    assert len(outside) == len(text)
    assert outside.startswith("Critics say ")
    assert outside.endswith(" here.")
    assert set(outside[12:33]) == {BLANK}


def test_a_quotation_that_runs_on_knows_so():
    first, second, third = prose_of(article('Holm said: "One.\n\n"Two.\n\n"Three."')).quotations
    assert (first.continues, first.continued) == (True, False)
    assert (second.continues, second.continued) == (True, True)
    assert (third.continues, third.continued) == (False, True)


def test_markup_of_markdown_is_no_prose():
    draft = read_bytes(b"It was [reported](https://reuters.com/according-to-sources) on *Monday*.\n", name="a.md")
    words = prose_of(draft).words(prose_of(draft).sentences[0].span)
    assert "https" not in words
    assert words.startswith("It was reported")


def test_ends_of_sentences_inside_a_quotation_can_be_counted():
    assert sentence_ends("One. Two! Three") == [4, 9]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="Ab .!?\"“”'’\n,x0", max_size=120))
def test_sentences_are_in_order_and_read_back(text):
    draft = article(text)
    prose = prose_of(draft)
    ends = 0
    for sentence in prose.sentences:
        assert ends <= sentence.span.start < sentence.span.end <= len(text)
        assert draft.words(sentence.span) == draft.words(sentence.span).strip()
        assert prose.sentence_at(sentence.span.start) == sentence.span
        ends = sentence.span.end
    assert len(prose.outside) == len(prose.text) == len(text)
    for quotation in prose.quotations:
        assert quotation.span.holds(Span(quotation.inner.start, max(quotation.inner.start, quotation.inner.end)))


@pytest.mark.parametrize("path", sorted(LISTS.glob("*.txt")), ids=lambda path: path.stem)
def test_word_lists_are_sorted_and_unique(path):
    entries = path.read_text("utf-8").splitlines()
    assert entries == sorted(set(entries))
    assert all(entry == entry.strip() and entry for entry in entries)


def test_every_word_list_is_read_by_a_rule():
    code = "".join(path.read_text("utf-8") for path in Path(provaudit.rules.__file__).parent.glob("*.py"))
    assert [
        path.stem for path in LISTS.glob("*.txt") if f'"{path.stem}"' not in code and f"'{path.stem}'" not in code
    ] == []
