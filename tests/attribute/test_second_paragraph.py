"""What stands before a sentence in the draft must not change what is read in it."""

import pytest

IN_FRONT = "It rained, the council said.\n\n"


@pytest.mark.parametrize(
    ("sentence", "source", "venue"),
    [
        ("In an interview with Sky News, Ed Davey said it was over.", "Ed Davey", "Sky News"),
        ("Writing in the Spectator, Jo Park said it was over.", "Jo Park", "Spectator"),
        ("Ed Davey, speaking to ITV News, said it was over.", "Ed Davey", "ITV News"),
        ("In a memo obtained by Politico, Goss warned that it was over.", "Goss", "Politico"),
        ("A person briefed on the talks told Axios the deal was dead.", "A person briefed on the talks", "Axios"),
        ("Hall told the BBC the deal was dead.", "Hall", "BBC"),
        ("Hall texted Axios that the deal was dead.", "Hall", "Axios"),
        ("Judith Miller reported in the Times that the deal was dead.", "Judith Miller", "Times"),
    ],
)
def test_a_venue_is_found_in_the_second_attribution_too(read, sentence, source, venue):
    for text in (sentence, IN_FRONT + sentence):
        one = read(text)[-1]
        assert (one.source.text, one.venue.text) == (source, venue)
        assert venue not in one.content.text


@pytest.mark.parametrize(
    "sentence",
    ["Holm told the Herald she had quit, and Reuters reported a fire.", "Hall told the union the deal was dead."],
)
def test_the_venue_of_another_or_no_outlet_is_no_venue(read, sentence):
    assert read(IN_FRONT + sentence)[-1].venue is None


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
def test_what_nobody_sees_hides_no_outlet(read, unseen):
    one = read(f"{IN_FRONT}The New{unseen} York Times re{unseen}ported that the deal was dead.")[-1]
    assert (one.source.text, one.cue.text) == (f"The New{unseen} York Times", f"re{unseen}ported")
    assert one.content.text == "that the deal was dead"
