import pytest

from provaudit.attribute.rule_tagger import RuleTagger
from provaudit.model import Span


def test_a_quotation_resumed_after_its_speaker_is_one_content(read):
    (one,) = read('"The deck is weak," Pell said in a speech. "Nobody should cross it. I mean it."')
    assert one.content.text == '"The deck is weak," … "Nobody should cross it. I mean it."'


def test_a_quotation_resumed_after_two_sources_is_both_ones_content(read):
    outer, inner = read('"The deck is weak," Pell said in a speech, according to Newsmax. "Nobody should cross it."')
    assert outer.content.spans[1] == inner.content.spans[1]
    assert inner.content.text == '"The deck is weak," … "Nobody should cross it."'


def test_a_quotation_broken_by_its_speaker_is_one_content(read):
    (one,) = read('"The deck," said Pell, "is weak and old."')
    assert one.content.text == '"The deck," … "is weak and old."'


def test_a_quotation_over_paragraphs_with_opening_marks_only_is_one_content(read):
    (one,) = read(
        "“The deck is weak,” Pell said. “It was never sound.\n\n“It sinks by an inch a year.\n\n“It will fall one day.”"
    )
    assert len(one.content.spans) == 4
    assert one.source.text == "Pell"


def test_a_colon_opens_the_next_paragraph(read):
    (one,) = read('Pell wrote:\n\n"The deck is weak. It was never sound."')
    assert (one.source.text, one.content.text) == ("Pell", '"The deck is weak. It was never sound."')


def test_a_colon_opens_a_paragraph_without_marks(read):
    (one,) = read("Pell wrote in a letter:\n\nThe deck is weak and was never sound.")
    assert one.content.text == "The deck is weak and was never sound."


def test_another_speaker_keeps_his_own_quotation(read):
    one, other = read('"The deck is weak," Pell said. "It is not," said Lee.')
    assert (one.content.text, other.content.text) == ('"The deck is weak,"', '"It is not,"')


@pytest.mark.parametrize(
    "text",
    [
        'He said "the deck is weak and nobody minds.',
        '"The deck is weak, he said.',
        "“The deck ‘is weak, Pell said. ”It is”",
        "''The deck' is \"weak, said Pell",
        '"""',
        "«»„“",
    ],
)
def test_an_odd_number_of_marks_does_no_harm(text):
    for one in RuleTagger().tag(text, [Span(0, len(text))]):
        assert all(0 <= span.start < span.end <= len(text) for span in one.content)


def test_a_quotation_inside_a_quotation_stays_inside(read):
    (one,) = read("“He told me ‘never again’ and left,” Pell said.")
    assert one.content.text == "“He told me ‘never again’ and left,”"


def test_a_title_in_quotation_marks_is_no_resumed_speech(read):
    (one,) = read('"We are done here," Pell said on CNN\'s "State of the Union."')
    assert one.content.text == '"We are done here,"'


def test_british_single_quotes_do_not_end_on_an_apostrophe(read):
    (one,) = read("'It's mine and the voters' too,' said Pell. 'I'll keep it.'")
    assert one.content.text == "'It's mine and the voters' too,' … 'I'll keep it.'"
