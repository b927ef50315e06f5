import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provaudit.attribute import attribute
from provaudit.attribute.reading_copy import reading_copy
from provaudit.attribute.rule_tagger import RuleTagger
from provaudit.errors import InputError
from provaudit.read import read_bytes


@pytest.fixture
def marked(registry):
    def attributions(text):
        return attribute(read_bytes(text.encode(), name="draft.md"), RuleTagger(), registry)

    return attributions


def test_a_linked_outlet_is_the_source_without_its_address(marked):
    (one,) = marked("The [Pelham Gazette](https://gazette.example/a?b=c) reported that the bridge was weak.\n")
    assert one.source.text == "Pelham Gazette"
    assert one.content.text == "that the bridge was weak"


def test_a_linked_venue_is_the_venue(marked):
    (one,) = marked("Ann Pell told [CNN](https://cnn.com) that the bridge was weak.\n")
    assert one.venue.text == "CNN"


def test_a_paragraph_broken_into_lines_is_read_as_one(marked):
    (one,) = marked("Ann Pell said that the bridge was weak\nand would close in May.\n")
    assert one.content.text == "that the bridge was weak\nand would close in May"


def test_a_quotation_in_bold_and_a_speaker_in_italics_are_found(marked):
    (one,) = marked('**"The bridge is weak,"** said *Ann Pell*.\n')
    assert (one.source.text, one.content.text) == ("Ann Pell", '"The bridge is weak,"')


def test_a_link_inside_the_content_stays_whole_in_its_words(marked):
    (one,) = marked("Ann Pell said that [the bridge](https://a.example) was weak.\n")
    assert one.content.text == "that [the bridge](https://a.example) was weak"


def test_a_block_quotation_over_lines_is_read_as_one(marked):
    (one,) = marked("> The bridge was weak and would\n> close in May, said Ann Pell.\n")
    assert one.source.text == "Ann Pell"


@pytest.mark.parametrize("text", ["Ann Pell said so.", "A paragraph.\n\nAnother [in brackets] and 3 * 4."])
def test_a_text_without_marks_needs_no_copy(text):
    assert reading_copy(read_bytes(text.encode(), name="draft.txt")) is None


WORDS = st.sampled_from(
    ["Pell", "said", "the bridge", "[CNN](https://cnn.com)", "**weak**", "*so*", "`code`", "_it_", "\n", "\n> ", "\\*", "<b>",
     "<!-- x -->", "![i](j.png)", "[^1]", "[a][b]", '"yes,"', ".", "[", "](", "é🙂", "\r\n"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=30).map(" ".join))
def test_every_span_of_the_copy_leads_back_to_the_same_letters(text):
    try:
        article = read_bytes(text.encode(), name="draft.md")
    except InputError:
        return
    copy = reading_copy(article)
    if copy is None:
        return
    for match_start, letter in enumerate(copy.article.text):
        if letter.isalnum():
            start, end = copy.origin(match_start), copy.origin(match_start) + 1
            assert article.text[start:end] == letter
