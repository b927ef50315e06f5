import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provaudit.attribute import attribute
from provaudit.attribute.reading_copy import _until, reading_copy
from provaudit.attribute.rule_tagger import RuleTagger
from provaudit.errors import InputError
from provaudit.model import Span
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


@pytest.mark.parametrize(
    ("draft", "source", "content"),
    [
        (
            "Ann Pell said that [the bridge](https://a.example) was *weak*.",
            "Ann Pell",
            "that the bridge was weak",
        ),
        (
            "[The ferry](https://a.example) will **stop** in May, aides [at the port](https://b.example) said.",
            "aides at the port",
            "The ferry will stop in May",
        ),
        (
            "“The [ferry](https://a.example) is **dead**,” said [Ann *Pell*](https://b.example) of the union.",
            "Ann Pell of the union",
            "“The ferry is dead,”",
        ),
    ],
)
def test_words_are_shown_as_a_reader_sees_them_and_spans_point_into_the_file(marked, draft, source, content):
    (one,) = marked(draft + "\n")
    assert (one.source.text, one.content.text) == (source, content)
    (span,) = one.content.spans
    assert draft[span.start : span.end] != content


@pytest.mark.parametrize(
    "draft", ["The fee is 3 * 4 [sic] pounds, Ann Pell said.", r"The fee is a [draft] (2) one, Ann Pell said."]
)
def test_brackets_and_stars_that_mark_nothing_stay(marked, draft):
    (one,) = marked(draft + "\n")
    assert one.content.text == draft.removesuffix(", Ann Pell said.")


def test_a_block_quotation_over_lines_is_read_as_one(marked):
    (one,) = marked("> The bridge was weak and would\n> close in May, said Ann Pell.\n")
    assert one.source.text == "Ann Pell"


@pytest.mark.parametrize("text", ["Ann Pell said so.", "A paragraph.\n\nAnother [in brackets] and 3 * 4."])
def test_a_text_without_marks_needs_no_copy(text):
    article = read_bytes(text.encode(), name="draft.txt")
    assert reading_copy(article).article is article


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
    for match_start, letter in enumerate(copy.article.text):
        if letter.isalnum():
            start, end = copy.origin(match_start), copy.origin(match_start) + 1
            assert article.text[start:end] == letter


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
        ("> The quote runs\n> on and on here.", "> The quote runs on and on here."),
        ("2 * 3 * 4 is a product of words.", "2 * 3 * 4 is a product of words."),
        ("An array[0] of words (with a note).", "An array[0] of words (with a note)."),
        ("5 < 6 > 4 words", "5 < 6 > 4 words"),
    ],
)
def test_marks_are_left_out_and_words_are_not(text, seen):
    assert reading_copy(read_bytes(text.encode(), name="draft.md")).article.text.startswith(seen)


def test_links_lie_on_their_words_in_the_copy_too():
    copy = reading_copy(read_bytes(b"**So** said the [Ledger](https://a.example/x) *today*.", name="draft.md"))
    assert [copy.article.words(link.span) for link in copy.article.links] == ["Ledger"]


@given(st.lists(WORDS, min_size=1, max_size=20).map(" ".join), st.data())
def test_the_words_of_a_span_of_the_text_are_those_of_the_copy(text, data):
    try:
        article = read_bytes(text.encode(), name="draft.md")
    except InputError:
        return
    copy = reading_copy(article)
    if not copy.article.text:
        return
    start = data.draw(st.integers(0, len(copy.article.text) - 1))
    end = data.draw(st.integers(start + 1, len(copy.article.text)))
    origin = Span(copy.origin(start), copy.origin(end - 1) + 1)
    assert copy.words([origin]) == copy.article.text[start:end]


def test_the_marks_of_a_paragraph_are_taken_without_a_look_at_those_after_it():
    class Counted(list):
        looks = 0

        def __getitem__(self, key):
            type(self).looks += len(range(*key.indices(len(self)))) if isinstance(key, slice) else 1
            return super().__getitem__(key)

    marks = Counted(Span(at, at + 2) for at in range(0, 9_000, 3))
    assert list(_until(marks, 1_000, 3_010)) == [
        Span(3_000, 3_002),
        Span(3_003, 3_005),
        Span(3_006, 3_008),
        Span(3_009, 3_011),
    ]
    assert Counted.looks < 20
