"""Quotations: house style is no drift, a changed word is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provaudit.match import match
from provaudit.match.spoken import quoted_spans
from provaudit.model import Article, AttributionKind, PassageStatus, Statement

PAGE = """\
The harbour master, Olga Brandt, spoke to reporters on the quay on Monday.

“We will open the gates at five o’clock,” she said, “and we won’t close them until the last of the forty boats is in. It
is a matter of honour.” The organisation had asked for “clear rules” before.

Asked about the cost, Brandt laughed. "It'll cost what it costs, but nobody will be turned away," she said. ‘That’s the
rule,’ her deputy added.
"""


def judged(*quotations, kind="direct", text=None, page=PAGE, **given):
    claim = text if text is not None else " … ".join(f"“{words}”" for words in quotations)
    statement = Statement(claim, AttributionKind(kind), quotations, sentence=given.pop("sentence", claim), **given)
    return match(statement, Article(page, ""))


EXACT = [
    "It'll cost what it costs, but nobody will be turned away",
    "it’ll cost what it costs, but nobody will be turned away",
    "We will open the gates at five o'clock",
    "It is a matter of honour.",
]
NEAR = [
    ("We will open the gates at 5 o'clock",),
    ("It is a matter of honor",),
    ("We will open the gates at five o'clock and we won't close them until the last of the forty boats is in",),
    ("We will open the gates at five o'clock … until the last of the 40 boats is in",),
    ("[The town] will open the gates at five o'clock",),
    ("We will open the gates", "and we won't close them until the last of the forty boats is in"),
    ("we won't close them … It is a matter of honour",),
    ("nobody will be turned away [from the harbour]",),
]
CHANGED = [
    ("We shall open the gates at five o'clock", "will"),
    ("We will open the gates at six o'clock", "five"),
    ("We will open the gates at five o'clock, and we will close them", "won’t"),
    ("It's a matter of honour", "is"),
    ("nobody will ever be turned away", ""),
]


@pytest.mark.parametrize("words", EXACT)
def test_marks_and_case_are_not_words(words):
    found = judged(words)
    assert found.passage.status is PassageStatus.EXACT
    assert found.passage.score == 1.0
    assert [drift for drift in found.drift if drift.kind != "truncation"] == []


@pytest.mark.parametrize("words", NEAR)
def test_house_style_elisions_and_breaks_are_no_drift(words):
    found = judged(*words)
    assert found.passage.status is PassageStatus.NEAR
    assert found.drift == ()


@pytest.mark.parametrize(("words", "upstream"), CHANGED)
def test_a_changed_word_is_told(words, upstream):
    found = judged(words)
    assert found.passage.status is PassageStatus.ALTERED
    told = [drift for drift in found.drift if drift.kind == "words"]
    assert any(upstream in drift.upstream for drift in told)


def test_pieces_in_another_order_are_another_quotation():
    found = judged("It is a matter of honour … We will open the gates at five")
    assert found.passage.status is PassageStatus.ALTERED


def test_pieces_far_apart_are_not_one_quotation():
    filler = "\n\n".join(
        f"The weather on day {day} was fair and the sea was calm all along the coast." for day in range(40)
    )
    page = f"“We will go,” he said.\n\n{filler}\n\n“They are ours,” he said."
    assert judged("We will go … They are ours", page=page).passage.status is PassageStatus.ABSENT
    assert judged("We will go", page=page).passage.status is PassageStatus.EXACT


def test_a_qualifier_in_the_same_quotation_is_missed():
    cut = judged("It'll cost what it costs")
    assert [str(drift.kind) for drift in cut.drift] == ["truncation"]
    assert cut.passage.status is PassageStatus.EXACT
    assert cut.drift[0].upstream.startswith("but nobody")


def test_a_qualifier_past_the_speaker_is_missed_too():
    page = '"We will sign the treaty," the minister said on Monday, "but only if they pay."'
    assert [str(drift.kind) for drift in judged("We will sign the treaty", page=page).drift] == ["truncation"]


def test_the_narrators_next_sentence_is_no_qualifier():
    page = '"We will sign the treaty," the minister said. But critics doubt it.'
    assert judged("We will sign the treaty", page=page).drift == ()


def test_a_qualifier_in_the_drafts_own_words_is_kept():
    sentence = "“It'll cost what it costs”, she said, but nobody would be sent off."
    assert judged("It'll cost what it costs", sentence=sentence).drift == ()


def test_a_short_quotation_is_taken_where_the_rest_of_the_claim_is():
    page = "The rules were clear rules, wrote the clerk in a letter.\n\nThe harbour had asked the town for “clear rules” in May."
    found = judged("clear rules", kind="mixed", text="the harbour had asked the town for “clear rules”", page=page)
    assert "asked the town" in found.passage.text


def test_words_the_page_gives_in_indirect_speech_are_altered():
    page = "The minister said that he would resign on Friday and leave the party."
    found = judged("I will resign on Friday and leave the party", page=page)
    assert found.passage.status is PassageStatus.ALTERED
    assert "words" in {str(drift.kind) for drift in found.drift}


def test_words_the_page_does_not_have_are_absent():
    assert judged("The price of fish has never been so low").passage.status is PassageStatus.ABSENT


def test_the_speaker_beside_the_quotation_is_named():
    page = '"We will sign," Olga Brandt said. "They lost," said Henrik Moe, a sailor. "It rained," he said.'
    assert judged("We will sign", page=page).speaker == "Olga Brandt"
    assert judged("They lost", page=page).speaker == "Henrik Moe"
    assert judged("It rained", page=page).speaker is None


@given(
    st.lists(st.sampled_from(["the", "gate", "boat", "will", "not", "open", "five", "never"]), min_size=4, max_size=14)
)
@settings(max_examples=40)
def test_what_is_copied_is_exact(words):
    quotation = " ".join(words)
    page = f"It was a calm day.\n\n“{quotation.capitalize()},” she said, and left."
    found = judged(quotation, page=page)
    assert found.passage.status is PassageStatus.EXACT
    assert found.drift == ()


def test_an_open_quotation_ends_with_its_paragraph():
    text = "“One paragraph\n\n“and another,” he said."
    assert [text[start:end] for start, end in quoted_spans(text)] == ["One paragraph", "and another,"]


def test_apostrophes_open_no_quotation():
    assert quoted_spans("The workers' union didn't say the boss's name") == ()


@pytest.mark.parametrize(
    "parts",
    [
        ("We will open the gates at five o'clock", "and we won't close them until the last of the forty boats is in"),
        ("It'll cost what it costs,", "but nobody will be turned away"),
    ],
)
def test_a_quotation_parted_by_its_speaker_is_exact(parts):
    found = judged(*parts)
    assert found.passage.status is PassageStatus.EXACT
    assert found.drift == ()


@pytest.mark.parametrize("parts", [("We will open the gates", "and we won't close them"), ("It'll cost", "but nobody")])
def test_a_quotation_parted_over_words_left_out_is_not_exact(parts):
    assert judged(*parts).passage.status is PassageStatus.NEAR


def test_money_in_signs_and_in_words_is_one_sum():
    page = "“They spent ninety thousand dollars to tell you I was a crook,” the mayor said."
    assert judged("They spent $90,000 to tell you I was a crook", page=page).drift == ()
    assert judged("They spent $19,000 to tell you I was a crook", page=page).drift != ()
    assert judged("They spent £90,000 to tell you I was a crook", page=page).drift != ()
