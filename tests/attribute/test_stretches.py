from provaudit.attribute.body import read_body
from provaudit.attribute.found import Found
from provaudit.attribute.stretches import stretches
from provaudit.model import Span

SENTENCE = "Ann Bo said the deck was weak. "


def parts(text, *, running=""):
    body = read_body(text, (Span(0, len(text)),))
    starts = [at for at in range(len(text)) if text.startswith("Ann Bo", at)]
    made = [Found((Span(at, at + 6),), (Span(at + 7, at + 11),), (Span(at + 12, at + 29),), 0.9) for at in starts]
    return made, list(stretches(made, body))


def test_a_paragraph_of_many_pages_is_taken_in_parts():
    made, taken = parts(SENTENCE * 400)
    assert len(taken) > 2
    assert [one for here, _ in taken for one in here] == made
    assert sum(len(part.sentences) for _, part in taken) == 400


def test_a_paragraph_of_a_page_is_taken_whole():
    made, taken = parts(SENTENCE * 40)
    assert [here for here, _ in taken] == [made]


def test_an_attribution_that_reaches_on_holds_the_parts_together():
    text = SENTENCE * 400
    body = read_body(text, (Span(0, len(text)),))
    one = Found((Span(0, 6),), (Span(7, 11),), (Span(12, 29), Span(9000, 9020)), 0.9)
    first, *_ = stretches([one], body)
    assert first[1].blocks[-1].end >= 9020
