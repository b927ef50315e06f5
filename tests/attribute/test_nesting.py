import pytest


def chain(attributions):
    return [(one.id, one.parent, one.source.text if one.source else None) for one in attributions]


def test_the_last_word_of_the_sentence_is_the_outermost_source(read):
    outer, inner = read('"We never met," spokesman Lee Park said on May 3, according to Radio Pelham.')
    assert chain((outer, inner)) == [("A1", None, "Radio Pelham"), ("A2", "A1", "spokesman Lee Park")]
    assert inner.content.text == '"We never met,"'


def test_an_outlet_inside_an_outlet_is_two_steps(read):
    outer, inner = read(
        "The Pelham Gazette released a similar report in March confirming the meeting and stating that Pell "
        '"warmly greeted" the envoy, according to Newsmax.'
    )
    assert chain((outer, inner)) == [("A1", None, "Newsmax"), ("A2", "A1", "The Pelham Gazette")]
    assert inner.content.text == 'the meeting … that Pell "warmly greeted" the envoy'


def test_reports_that_an_outlet_notes_are_vague_inside_it(read):
    outer, inner = read("The vote comes amid reports that the bridge has sunk by an inch, notes Politico.")
    assert chain((outer, inner)) == [("A1", None, "Politico"), ("A2", "A1", "reports")]
    assert inner.content.text == "that the bridge has sunk by an inch"


def test_an_outlet_that_reports_what_somebody_said_holds_that_somebody(read):
    outer, inner = read("The New York Times reported that Mayor Pell told the council the bridge would close.")
    assert (outer.source.text, inner.source.text) == ("The New York Times", "Mayor Pell")
    assert inner.parent == outer.id


def test_an_outlet_at_the_end_holds_what_was_said_before(read):
    outer, inner = read("Pell said the bridge would close, the Associated Press reported.")
    assert (outer.source.text, inner.source.text) == ("the Associated Press", "Pell")
    assert inner.content.text == "the bridge would close"


def test_whoever_reports_at_the_end_may_cite_a_recording(read):
    first, second, third = read(
        "A senator told donors that the deal was dead, The Wall Street Journal reported Tuesday, citing a recording."
    )
    assert [first.source.text, second.source.text, third.source.text] == [
        "The Wall Street Journal",
        "a recording",
        "A senator",
    ]
    assert (second.parent, third.parent, third.content.text) == ("A1", "A2", "that the deal was dead")


def test_a_report_at_the_end_of_a_headline_is_the_outer_source(read):
    outer, inner = read("Senator Said Deal Was 'Dead,' Report Says")
    assert (outer.source.text, inner.source.text, inner.content.text) == ("Report", "Senator", "Deal Was 'Dead,'")


def test_three_deep_is_read_three_deep(read):
    first, second, third = read(
        "The Washington Post reported that Bo Li told the council the deck was cracked, according to Newsmax."
    )
    assert [first.source.text, second.source.text, third.source.text] == ["Newsmax", "The Washington Post", "Bo Li"]
    assert (second.parent, third.parent) == (first.id, second.id)


def test_ids_run_in_text_order_and_outer_before_inner(read):
    found = read(
        'Pell said the deck was cracked. "It is over," Lee said, according to Reuters. Critics say the deck is ugly.'
    )
    assert [one.id for one in found] == ["A1", "A2", "A3", "A4"]
    assert [one.parent for one in found] == [None, None, "A2", None]


@pytest.mark.parametrize(
    "text",
    [
        '"Some say the river will rise, but I say it will not," Pell said.',
        '"My doctor told me that the deck was weak," said Pell.',
        '"According to my doctor, I am well," Pell told the council.',
    ],
)
def test_whom_a_speaker_quotes_is_no_source_of_the_newsroom(read, text):
    assert len(read(text)) == 1


def test_somebody_telling_of_his_own_words_is_not_nested_in_himself(read):
    (one,) = read("Pell said he had told the council that the deck was weak.")
    assert one.source.text == "Pell"


def test_an_aside_does_not_turn_the_content_into_a_wrapper(read):
    found = read(
        "Pell said the deck had cracked in nine places, that two piers were sinking, that no ship could pass below, "
        "that the tolls would rise next year and that the union told him so."
    )
    assert len(found) == 1
