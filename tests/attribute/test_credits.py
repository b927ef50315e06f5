import pytest

from provaudit.model import AttributionKind

PROSE = (
    "The bridge closed in May after the ice broke two piers.\n\nTolls will fall next year, and the old deck will go."
)


def credited(attributions):
    return [
        (one.source.text.removeprefix("The "), one.whole_text)
        for one in attributions
        if one.kind is AttributionKind.CREDIT
    ]


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("WASHINGTON (AP) — The bridge closed.", "AP"),
        ("(Reuters) - The bridge closed.", "Reuters"),
        ("LONDON, March 3 (Reuters) - The bridge closed.", "Reuters"),
        ("NEW DELHI, March 3 (PTI) The bridge closed.", "PTI"),
        ("Washington (CNN) — The bridge closed.", "CNN"),
        ("ROME (ANSA) - The bridge closed.", "ANSA"),
        ("New Delhi, Jan 5 (PTI) The bridge closed.", "PTI"),
        ("DALLAS, April 9 /PRNewswire/ -- The bridge closed.", "PRNewswire"),
    ],
)
def test_a_dateline_covers_the_whole_text(read, line, outlet):
    assert credited(read(f"{line}\n\n{PROSE}")) == [(outlet, True)]


@pytest.mark.parametrize(
    ("line", "outlets"),
    [
        ("© Reuters", [("Reuters", True)]),
        ("PTI", [("PTI", True)]),
        ("This article was originally published on The Conversation.", [("Conversation", True)]),
        ("Republished with permission from ProPublica.", [("ProPublica", True)]),
        ("H/T Gizmodo", [("Gizmodo", False)]),
        ("Via Mashable", [("Mashable", False)]),
        ("Via The Pelham Gazette; h/t @damwatch", [("Pelham Gazette", False), ("@damwatch", False)]),
        ("The Associated Press contributed to this report.", [("Associated Press", False)]),
        ("Sources: CNN, BBC, and Radio Pelham", [("CNN", False), ("BBC", False), ("Radio Pelham", False)]),
        ("Sources Newsmax, Politico / Photo credit: Ann Pell/Flickr", [("Newsmax", False), ("Politico", False)]),
        ("The story was first reported by Axios.", [("Axios", False)]),
        ("With inputs from PTI and Reuters", [("PTI", False), ("Reuters", False)]),
        ("-- AAP", [("AAP", True)]),
        ("— with AAP", [("AAP", False)]),
        ("(With inputs from ANI)", [("ANI", False)]),
        ("Additional reporting by AFP and Ann Pell", [("AFP", False)]),
    ],
)
def test_a_credit_line_gives_each_of_its_outlets(read, line, outlets):
    assert credited(read(f"{PROSE}\n\n{line}")) == outlets


def test_a_credit_has_no_content_and_stands_alone(read):
    for one in read(f"{PROSE}\n\nSources: CNN, BBC"):
        assert one.content is None
        assert one.parent is None


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}\n\nPhoto credit: Reuters",
        f"{PROSE}\n\nImage via Getty Images",
        f"{PROSE}\n\nPhoto: Ann Pell/AP",
        f"{PROSE}\n\nAnn Pell and Bo Li contributed to this report.",
        "The bridge (AP) closed in May.",
        "Pell (D-Ohio) — the mayor — closed the bridge.",
        "The river (a boundary) - and the bridge.",
        "The bridge closed via a lever.",
        "Sources of water are few in the valley.",
        "Sources told ESPN's Adam Schefter that the bridge was closed.",
        "Sources CNN spoke with said the bridge was closed.",
    ],
)
def test_photo_credits_staff_and_prose_are_no_credits(read, text):
    assert credited(read(text)) == []


def test_a_dateline_is_looked_for_at_the_top_only(read):
    text = "\n\n".join([*(["The bridge closed."] * 8), "WASHINGTON (AP) — The bridge closed."])
    assert credited(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "In Paris, May 4 (Reuters) was a day of rest.",
        "The mayor had a day off on Monday, Jan 5 (PTI) and went home.",
        "New Delhi/Mumbai/Reuters: all three were there.",
    ],
)
def test_a_day_and_a_name_in_prose_are_no_dateline(read, text):
    assert credited(read(f"{text}\n\n{PROSE}")) == []


def test_no_content_begins_with_a_dateline_without_a_dash(read):
    said = read(f"New Delhi, Jan 5 (PTI) Three men were held on Monday, police said.\n\n{PROSE}")[-1]
    assert said.content.text == "Three men were held on Monday"


def test_a_feed_that_is_named_is_the_source_of_the_whole_text(read):
    note = "(Except for the headline, this story has not been edited by NDTV staff and is published from a PTI feed.)"
    assert credited(read(f"{PROSE}\n\n{note}")) == [("PTI", True)]


def test_a_feed_without_a_name_credits_nobody_and_least_of_all_its_publisher(read):
    note = "(This story has not been edited by NDTV staff and is published from a syndicated feed.)"
    assert credited(read(f"{PROSE}\n\n{note}")) == []


@pytest.mark.parametrize(
    ("end", "credit"),
    [("— AAP", ("AAP", True)), ("(Reuters)", ("Reuters", True)), ("(With inputs from PTI)", ("PTI", False))],
)
def test_a_sign_off_at_the_end_of_the_last_paragraph_is_a_credit(read, end, credit):
    assert credited(read(f"{PROSE} {end}")) == [credit]


@pytest.mark.parametrize("line", ["ENDS", "-- FIN", "EXTRA", "Additional reporting by Ann Pell", "— Ann Pell"])
def test_ends_crossheads_and_reporters_are_no_outlets(read, line):
    assert credited(read(f"{PROSE}\n\n{line}")) == []


@pytest.mark.parametrize("place", ["LUCKNOW: ", "NEW DELHI: ", "PARIS, May 3: "])
def test_a_place_before_a_colon_is_no_part_of_what_is_said(read, place):
    (one,) = read(f"{place}Farmers will be paid in June, Ann Pell said.\n\nIt rained on Monday.")
    assert one.content.text == "Farmers will be paid in June"


def test_the_speakers_of_a_transcript_are_no_datelines(read):
    text = "ANN PELL: Farmers will be paid in June.\n\nJAN BO: No, they will not be paid.\n\nANN PELL: They will."
    assert {one.source.text for one in read(text)} == {"ANN PELL", "JAN BO"}
