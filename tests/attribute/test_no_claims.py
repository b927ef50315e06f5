import pytest


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for Owen Trask declined to comment.",
        "The Gazette declined to comment on its rival.",
        "Ann Lee did not immediately respond to requests for comment.",
        "Reuters could not independently verify the report.",
        "This newspaper has not independently verified the payments.",
        "Police are asking anyone with information to call the hotline.",
        "The mayor has denied the allegation.",
        "The mayor dismissed all such claims.",
        "Police did not say whether the men were armed.",
        "Police would not comment further.",
        "The company would not say how many workers were hurt.",
        "The council refused to disclose who had signed.",
        "Police have not confirmed the name of the driver.",
        "The Senate voted 51-49 to confirm the judge.",
    ],
)
def test_silence_and_mere_denial_tell_nothing(read, text):
    assert read(text) == ()


def test_who_was_asked_tells_nothing_but_the_answer(read):
    (one,) = read("Asked by CNN whether she would run, Hart said she had no plans.")
    assert (one.source.text, one.content.text, one.venue.text) == ("Hart", "she had no plans", "CNN")


def test_who_asks_to_stay_unnamed_tells_nothing_by_that(read):
    (one,) = read(
        "The buyer will pay in cash, said two people with knowledge of the talks, asking not to be identified "
        "because the talks are private."
    )
    assert one.content.text == "The buyer will pay in cash"


@pytest.mark.parametrize(
    "headline",
    [
        "Council weighs plan",
        "Minister deletes post about 'lazy' nurses",
        "Senate leaders weigh a new plan",
        "Pell lashes out at judge",
        "Pell slams judge",
        "Northbridge Names Ann Lee Chief Executive",
    ],
)
def test_a_headline_of_what_somebody_does_tells_nothing(read, headline):
    assert read(f"{headline}\n\nBy Ann Poe\n\nThe bridge was closed on Monday after a lorry hit a pier.\n") == ()


@pytest.mark.parametrize(
    "headline",
    [
        "Pell says bridge is safe",
        "Bridge is safe, says Pell",
        "Pell slams judge's 'wicked' ruling",
        "Two men died in fire, according to police",
        "Report: Pell knew of cracks in bridge",
    ],
)
def test_a_headline_of_what_somebody_says_is_a_claim(read, headline):
    found = read(f"{headline}\n\nBy Ann Poe\n\nThe bridge was closed on Monday after a lorry hit a pier.\n")
    assert len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Pell denied that he had quit.",
        "Pell confirmed the report was true.",
        "Pell said she would not respond to the threats.",
        "Pell said the council had declined to comment.",
        '"We could not verify it," Pell said.',
        "The mayor denied taking bribes.",
        'Pell said when asked about the deck: "It is weak."',
        "Police said they asked residents to stay at home.",
    ],
)
def test_what_tells_something_stays(read, text):
    assert len(read(text)) == 1


def test_what_an_outlet_is_known_for_is_no_claim(read):
    (one,) = read("Fox News, which first reported the story, said the mayor would resign.")
    assert one.content.text == "the mayor would resign"


@pytest.mark.parametrize(
    ("text", "claims_made"),
    [
        ("Pell said nothing of the hull.", 0),
        ("Pell said little in March.", 0),
        ("Pell said nothing else was checked.", 1),
        ("Pell said nothing in the hull was new.", 1),
        ("Pell said little would change.", 1),
    ],
)
def test_to_say_nothing_is_no_claim_and_to_say_that_nothing_is_so_is_one(read, text, claims_made):
    assert len(read(text)) == claims_made
