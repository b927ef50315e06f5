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
