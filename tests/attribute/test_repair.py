"""What the layer makes of a tagger that errs: one that finds what it is told to find, and nothing else."""

import pytest

from provaudit.attribute import Tagged, attribute
from provaudit.model import Article, Block, Span


class Erring:
    """Finds what it was given as (source, cue, content, content …), in the blocks that hold all of it."""

    def __init__(self, *given):
        self._given = given

    def tag(self, text, blocks):
        found = []
        for source, cue, *contents in self._given:
            parts = [
                (text.index(words), text.index(words) + len(words)) if words else None
                for words in (source, cue, *contents)
            ]
            spans = [Span(*part) if part else None for part in parts]
            if all(any(block.holds(span) for block in blocks) for span in spans if span):
                roles = [() if span is None else (span,) for span in spans[:2]]
                found.append(Tagged(roles[0], roles[1], tuple(span for span in spans[2:] if span), 0.9))
        return tuple(sorted(found, key=lambda one: one.content))


@pytest.fixture
def repaired(registry):
    def attributions(text, *given):
        blocks, at = [], 0
        for line in text.split("\n"):
            if line:
                blocks.append(Block(Span(at, at + len(line))))
            at += len(line) + 1
        found = attribute(Article(text, "", tuple(blocks)), Erring(*given), registry)
        return [(one.parent, one.source and one.source.text, one.content and one.content.text) for one in found]

    return attributions


def test_an_according_to_that_was_missed_is_found(repaired):
    text = "The deck was weak, according to the mayor."
    assert repaired(text) == [(None, "the mayor", "The deck was weak")]


def test_an_according_to_that_was_cut_short_takes_in_who_spoke(repaired):
    text = '"It is weak," Bo Lee said in May, according to Newsmax. "It will fall."'
    found = repaired(text, ("Newsmax", "according to", '"It is weak,"', '"It will fall."'))
    assert found == [
        (None, "Newsmax", '"It is weak," Bo Lee said in May … "It will fall."'),
        ("A1", "Bo Lee", '"It is weak," … "It will fall."'),
    ]


def test_a_speaker_found_beside_the_outlet_is_put_inside_it(repaired):
    text = "Bo Lee said in May that the deck was weak, according to Newsmax."
    found = repaired(text, ("Bo Lee", "said", "that the deck was weak"))
    assert found == [
        (None, "Newsmax", "Bo Lee said in May that the deck was weak"),
        ("A1", "Bo Lee", "that the deck was weak"),
    ]


def test_a_clause_given_to_the_speaker_before_it_goes_to_its_own(repaired):
    text = "Pell said that the deck was safe, but two reports state that it was not."
    found = repaired(text, ("Pell", "said", "that the deck was safe", "that it was not"))
    assert found == [(None, "Pell", "that the deck was safe"), (None, "two reports", "that it was not")]


def test_a_measure_that_was_taken_for_a_source_is_dropped(repaired):
    assert repaired("Drivers pay according to weight.", ("weight", "according to", "Drivers pay")) == []


def test_why_a_name_is_hidden_is_no_attribution(repaired):
    text = "An official who asked not to be named said the deck was weak."
    given = [("An official", "said", "the deck was weak"), ("who", "asked", "not to be named")]
    assert repaired(text, *given) == [(None, "An official who asked not to be named", "the deck was weak")]


def test_reports_in_a_cue_become_the_source(repaired):
    text = "The vote comes amid reports that the deck is weak."
    found = repaired(text, ("The vote", "comes amid reports", "that the deck is weak"))
    assert found == [(None, "reports", "that the deck is weak")]


def test_one_finding_told_with_two_participles_is_one(repaired):
    text = "The Gazette ran a report confirming the meeting and stating that Pell was there."
    found = repaired(
        text,
        ("The Gazette", "ran a report confirming", "the meeting"),
        ("The Gazette", "stating", "that Pell was there"),
    )
    assert found == [(None, "The Gazette", "the meeting … that Pell was there")]


def test_an_outlet_at_the_end_is_not_overlooked(repaired):
    text = "The vote comes amid talk of a weak deck, notes Politico."
    assert repaired(text) == [(None, "Politico", "The vote comes amid talk of a weak deck")]


def test_a_content_without_its_beginning_gets_it(repaired):
    text = "The deck was weak and nobody had told the council, the Gazette has learned."
    found = repaired(text, ("the Gazette", "has learned", "nobody had told the council"))
    assert found == [(None, "the Gazette", "The deck was weak and nobody had told the council")]


def test_a_quotation_resumed_in_the_next_sentence_is_not_lost(repaired):
    text = '"It is weak," Bo Lee said. "It will fall."'
    assert repaired(text, ("Bo Lee", "said", '"It is weak,"')) == [(None, "Bo Lee", '"It is weak," … "It will fall."')]


def test_two_speakers_taken_for_one_are_parted_at_a_semicolon(repaired):
    text = "Police said three were hurt; a witness said there were more."
    found = repaired(text, ("Police", "said", "three were hurt", "a witness said there were more"))
    assert found == [(None, "Police", "three were hurt"), (None, "a witness", "there were more")]


def test_a_content_without_its_other_half_gets_it(repaired):
    text = "The deck, the mayor told reporters, is weak."
    assert repaired(text, ("the mayor", "told", "The deck")) == [(None, "the mayor", "The deck … is weak")]


def test_a_word_of_the_source_that_was_taken_for_the_cue_goes_back(repaired):
    text = "Two resurfaced reports from May state that the deck was weak."
    found = repaired(text, ("Two", "resurfaced", "that the deck was weak"))
    assert found == [(None, "Two resurfaced reports from May", "that the deck was weak")]


def test_whom_it_was_told_is_no_part_of_what_was_told(repaired):
    text = "Pell told donors that the deck was weak."
    assert repaired(text, ("Pell", "told", "donors that the deck was weak")) == [
        (None, "Pell", "that the deck was weak")
    ]


def test_a_source_cut_off_before_its_noun_gets_it(repaired):
    text = "The mayor's aides have praised the new deck."
    found = repaired(text, ("The mayor's", "have praised", "the new deck"))
    assert found == [(None, "The mayor's aides", "the new deck")]


def test_reports_inside_a_content_are_found_where_the_tagger_finds_none(repaired):
    text = "The vote comes amid reports that the deck is weak, notes Politico."
    found = repaired(text, ("Politico", "notes", "The vote comes amid reports that the deck is weak"))
    assert found[1] == ("A1", "reports", "that the deck is weak")


def test_untidy_edges_and_gaps_of_spaces_are_tidied(repaired):
    text = "Bo Lee said that the deck was weak , and old."
    found = repaired(text, ("Bo Lee", "said", " that the deck", " was weak ,"))
    assert found == [(None, "Bo Lee", "that the deck was weak")]


def test_a_headline_drawn_into_a_later_content_is_left_out(repaired):
    text = "Deck Fails\nThe deck was weak, Bo Lee said."
    found = repaired(text, ("Bo Lee", "said", "Deck Fails", "The deck was weak"))
    assert found == [(None, "Bo Lee", "The deck was weak")]


def test_nobody_is_no_source(repaired):
    assert repaired("None has been offered a job.", ("None", "has been offered", "a job")) == []


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Bo Lee said the deck was weak.", [("Bo Lee", "said", "the deck was weak")]),
        ("Bo Lee wants a new deck.", [("Bo Lee", "wants", "a new deck")]),
        ("A vote was called for by Pell.", [("Pell", "called for", "A vote")]),
        (
            "Pell said the deck was safe. Lee said that it was not.",
            [("Pell", "said", "the deck was safe"), ("Lee", "said that", "it was not")],
        ),
    ],
)
def test_what_was_found_well_is_left_as_it_is(repaired, text, given):
    found = [(source, content) for _, source, content in repaired(text, *given)]
    assert found == [(source, content) for source, _, content in given]


def test_a_content_that_is_only_an_article_gets_its_noun(repaired):
    text = "A senior official said the board met on Friday."
    found = repaired(text, ("A senior official", "said", "the"))
    assert found == [(None, "A senior official", "the board met on Friday")]


def test_a_cue_that_is_only_an_adverb_gets_its_verb(registry):
    text = "The mayor will quit, the Gazette first reported."
    article = Article(text, "", (Block(Span(0, len(text))),))
    (one,) = attribute(article, Erring(("the Gazette", "first", "The mayor will quit")), registry)
    assert one.cue.text == "first reported"
