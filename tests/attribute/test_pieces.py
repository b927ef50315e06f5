"""Promises of the pieces: offsets read back, case and quotation kept, on any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provaudit.attribute.pieces import CASES, QUOTATIONS, cut, plain
from provaudit.attribute.quote_marks import CLOSING, OPENING, QUOTED
from provaudit.attribute.tagger import SHIPPED


@pytest.fixture(scope="module")
def tokenizer():
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(SHIPPED / "tokenizer.json"))


def _cut(tokenizer, text, blocks=None):
    return cut(text, blocks or [(0, len(text))], tokenizer)


def test_pieces_point_into_the_whole_text(tokenizer):
    text = "Skip.\n“Café Zoë won’t reopen,” said Ines Kovač—twice."
    (pieces,) = _cut(tokenizer, text, [(6, len(text))])
    read = [text[s:e] for s, e in zip(pieces.start, pieces.end, strict=True)]
    assert "".join(read) == text[6:].replace(" ", "")
    assert read[:3] == ["“", "Café", "Zoë"] or read[:2] == ["“", "Café"]


def test_case_is_kept_beside_the_uncased_vocabulary(tokenizer):
    (pieces,) = _cut(tokenizer, "NATO chief Anna McKay met 40 men")
    by_word = dict(zip(pieces.word.tolist(), pieces.case.tolist(), strict=True))
    assert list(by_word.values()) == [3, 1, 2, 4, 1, 5, 1]


def test_quotation_states_follow_the_pieces(tokenizer):
    (pieces,) = _cut(tokenizer, "“No,” he said")
    assert pieces.quotation.tolist()[:4] == [OPENING, QUOTED, QUOTED, CLOSING]
    assert not pieces.quotation[4:].any()


def test_plain_text_has_the_same_length():
    assert plain("‘a’ “b” «c»\u00a0― d") == '\'a\' "b" "c" — d'


@given(st.text(max_size=80))
def test_any_text_reads_back(text):
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(SHIPPED / "tokenizer.json"))
    (pieces,) = cut(text, [(0, len(text))], tokenizer)
    assert len(plain(text)) == len(text)
    assert (pieces.start[1:] >= pieces.start[:-1]).all()
    assert ((pieces.start >= 0) & (pieces.start < pieces.end) & (pieces.end <= len(text))).all()
    assert ((pieces.case >= 0) & (pieces.case < CASES)).all()
    assert ((pieces.quotation >= 0) & (pieces.quotation < QUOTATIONS)).all()
