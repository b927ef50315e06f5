"""Drafts that nobody would write, and that somebody will feed: each is read once, not once for every mark in it."""

import pytest

from provaudit.attribute import clauses
from provaudit.attribute.mastheads import mastheads
from provaudit.attribute.sentences import sentence_spans, words
from provaudit.attribute.wording import Range, substantial
from provaudit.model import Span


def sentence(text):
    return words(text, Span(0, len(text)), 0)


class Counted(list):
    """Words of a sentence that count how often one is looked at."""

    looks = 0

    def __getitem__(self, key):
        self.looks += len(range(*key.indices(len(self)))) if isinstance(key, slice) else 1
        return super().__getitem__(key)


@pytest.mark.parametrize("row", [" ,", " —", " , —", " )", " a,", " (b),"])
def test_a_row_of_marks_before_a_cue_is_no_labyrinth(row):
    read = Counted(sentence("It hailed and" + row * 400 + " said it was late"))
    end = next(at for at, word in enumerate(read) if word.low == "said")
    clauses.subject(read, end, 0)
    assert read.looks < 300_000


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Nell Orde, who keeps the lock, said", "Nell Orde"),
        ("Nell Orde (Aldmouth), who keeps the lock, said", "Nell Orde"),
        ("the keeper of the old lock said", "the keeper of the old lock"),
    ],
)
def test_asides_of_people_are_still_read(text, who):
    read = sentence(text)
    found = clauses.subject(read, len(read) - 1, 0)
    assert text[read[found.start].start : read[found.end - 1].end].startswith(who)


def test_a_clause_of_any_length_shows_in_its_first_words_that_it_is_one():
    read = Counted(sentence("the lock was shut and " * 5_000))
    assert substantial(read, Range(0, len(read)))
    assert read.looks < 10


def test_a_word_and_a_row_of_marks_are_no_clause():
    assert not substantial(sentence("lock , ; — :"), Range(0, 5))
    assert not substantial([], None)


def test_an_abbreviation_ends_no_sentence_and_a_word_longer_than_all_of_them_does():
    ends = [span.end for span in sentence_spans("Dr. Orde met Prof. Quay. " + "X" * 90 + ". He left.", 0)]
    assert ends == [24, 24 + 1 + 91, 24 + 1 + 91 + 9]


def test_a_paragraph_of_initials_is_one_sentence_read_once():
    text = "P. Q. R. " * 8_000
    assert sentence_spans(text, 0) == [Span(0, len(text) - 1)]


class Names:
    """Outlets called Post, wherever the word stands."""

    def names_in(self, text, span):
        at = text.find("Post", span.start, span.end)
        while at >= 0:
            yield Span(at, at + 4), ()
            at = text.find("Post", at + 4, span.end)


def test_a_paragraph_of_mastheads_gives_them_all_in_order():
    text = "the Orde Valley Times, the Post, " * 2_000
    names = mastheads(text, Span(0, len(text)), Names())
    assert [text[slice(*one.span)] for one in names] == ["Orde Valley Times", "Post"] * 2_000


def test_a_known_name_inside_a_longer_one_is_that_longer_ones():
    text = "the Post Herald, the Post"
    names = mastheads(text, Span(0, len(text)), Names())
    assert [text[slice(*one.span)] for one in names] == ["Post Herald", "Post"]


def test_a_word_without_end_is_no_masthead():
    assert mastheads("Q" * 60_000 + " said so.", Span(0, 60_009), Names()) == []
