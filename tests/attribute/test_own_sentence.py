"""What an attribution may reach, given a tagger that ties words over sentences and paragraphs."""

import pytest

from provaudit.attribute import Tagged, attribute
from provaudit.model import Article, Block, BlockKind, Span


class Told:
    """Finds what it was given as (source, cue, content, content …), whatever the blocks."""

    def __init__(self, *given):
        self._given = given

    def tag(self, text, blocks):
        whole = [block for block in blocks if "\n" in text]
        if not whole or len(blocks) < text.count("\n") + 1:
            return ()  # asked for the inside of a content
        found = []
        for source, cue, *contents in self._given:
            spans = [Span(text.index(words), text.index(words) + len(words)) for words in (source, cue, *contents)]
            found.append(Tagged((spans[0],), (spans[1],), tuple(spans[2:]), 0.9))
        return tuple(found)


@pytest.fixture
def reached(registry):
    def attributions(lines, *given, heads=()):
        blocks, at = [], 0
        for number, line in enumerate(lines):
            kind = BlockKind.HEADING if number in heads else BlockKind.PARAGRAPH
            blocks.append(Block(Span(at, at + len(line)), kind))
            at += len(line) + 1
        found = attribute(Article("\n".join(lines), "", tuple(blocks)), Told(*given), registry)
        return [(one.source and one.source.text, one.content.text) for one in found]

    return attributions


def test_a_heading_is_no_part_of_what_the_body_says(reached):
    found = reached(
        ["The row goes on", "The mayor will quit, the Gazette said."],
        ("the Gazette", "said", "The row goes on", "The mayor will quit"),
        heads=(0,),
    )
    assert found == [("the Gazette", "The mayor will quit")]


def test_a_crosshead_that_looks_like_a_paragraph_is_none_either(reached):
    found = reached(
        ["What has happened", "The governor has paused the toll, Bo Lee said."],
        ("Bo Lee", "said", "What has happened", "The governor has paused the toll"),
    )
    assert found == [("Bo Lee", "The governor has paused the toll")]


def test_another_sentence_in_the_newsrooms_words_is_another_statement(reached):
    found = reached(
        ["Bo Lee said the deck was weak. A third man fled.", "Nobody knew."],
        ("Bo Lee", "said", "the deck was weak", "A third man fled"),
    )
    assert found == [("Bo Lee", "the deck was weak")]


def test_a_name_that_opens_the_next_sentence_is_not_said(reached):
    found = reached(
        ['Bo Lee tweeted: "Wow." Ann Pell, in an essay, called it "a shame".', "Nobody knew."],
        ("Bo Lee", "tweeted:", '"Wow." Ann Pell'),
        ("Bo Lee", "called", 'it "a shame"'),
    )
    assert found == [("Bo Lee", '"Wow."'), ("Ann Pell", 'it "a shame"')]


def test_a_clause_with_a_subject_is_its_subjects(reached):
    found = reached(
        ["Bo Lee said the deck was weak.", "The mayor told reporters that it was safe."],
        ("Bo Lee", "said", "the deck was weak"),
        ("Bo Lee", "told", "that it was safe"),
    )
    assert found == [("Bo Lee", "the deck was weak"), ("The mayor", "that it was safe")]


def test_a_heading_names_nobody_who_speaks_in_the_body(reached):
    found = reached(
        ["Council row", "Nobody knows why, though it was said that the deck was weak."],
        ("Council row", "said", "that the deck was weak"),
        heads=(0,),
    )
    assert all(source is None for source, _ in found)


def test_a_quotation_before_whoever_tells_something_of_his_own_is_anothers(reached):
    found = reached(
        ['"We ran," Lena Vogt said.', '"I could not stand up."', "Her son, Karl, told friends he had given up hope."],
        ("Lena Vogt", "said", '"We ran,"'),
        ("Her son, Karl", "told", '"I could not stand up."', "he had given up hope"),
    )
    assert found == [("Lena Vogt", '"We ran," … "I could not stand up."'), ("Her son, Karl", "he had given up hope")]


@pytest.mark.parametrize(
    ("lines", "given"),
    [
        (
            ['"We ran," Lena Vogt said. "Nobody followed us."', "It was late."],
            ("Lena Vogt", "said", '"We ran,"', '"Nobody followed us."'),
        ),
        (
            ["Lena Vogt said three were hurt; two of them had died.", "It was late."],
            ("Lena Vogt", "said", "three were hurt; two of them had died"),
        ),
        (["Lena Vogt wrote:", "We ran. Nobody followed us."], ("Lena Vogt", "wrote", "We ran. Nobody followed us")),
        (
            ["Lena Vogt said that Pell has two tasks:", "Sell the deck", "Mend the pier"],
            ("Lena Vogt", "said", "that Pell has two tasks", "Sell the deck", "Mend the pier"),
        ),
        (["The deck was weak.", "That is what Lena Vogt said."], ("Lena Vogt", "said", "The deck was weak")),
    ],
)
def test_what_belongs_together_stays_together(reached, lines, given):
    text = "\n".join(lines)
    (found,) = reached(lines, given)
    assert found == (given[0], " … ".join(given[2:]))
    assert all(words in text for words in given)
