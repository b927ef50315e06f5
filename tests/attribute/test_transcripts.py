from provaudit.model import AttributionKind

TALK = """The Mayor on the Bridge

JAKE LEE, CNN HOST: Mayor, is the bridge safe?

MAYOR ANN PELL: It is not. The Gazette said so for years.

LEE: Will you close it?
"""


def test_each_turn_of_a_transcript_is_its_speakers_word_for_word(read):
    turns = read(TALK)
    assert [one.source.text for one in turns] == ["JAKE LEE, CNN HOST", "MAYOR ANN PELL", "LEE"]
    assert turns[1].content.text == "It is not. The Gazette said so for years."
    assert {one.kind for one in turns} == {AttributionKind.DIRECT}


def test_a_speaker_in_capitals_is_the_same_person_as_in_small_letters(read):
    assert [one.source.refers_to for one in read(TALK)] == ["Jake Lee", "Ann Pell", "Jake Lee"]


def test_a_single_label_in_capitals_is_no_transcript(read):
    assert read("The bridge closed in May.\n\nWATCH: The bridge falls into the river.") == ()
    assert read("The bridge closed in May.\n\nUPDATE: It has now been sold to a bank.") == ()


def test_who_is_quoted_as_saying_is_the_source(read):
    (one,) = read("Pell was quoted by the BBC as saying the bridge would close.")
    assert (one.source.text, one.venue.text, one.content.text) == ("Pell", "BBC", "the bridge would close")


def test_who_is_quoted_by_an_outlet_stands_inside_it(read):
    outer, inner = read("The BBC quoted Pell as saying that the bridge would close.")
    assert (outer.source.text, inner.source.text) == ("The BBC", "Pell")
    assert inner.content.text == "that the bridge would close"
