import pytest

BESIDE = [
    ("Per ESPN, the coach will quit.", "ESPN", "the coach will quit"),
    ("Per ESPN, which got hold of the letter, the coach will quit.", "ESPN", "the coach will quit"),
    ("Per the Boston Globe, which has seen it, the coach will quit.", "Boston Globe", "the coach will quit"),
    ("The coach will quit, per the Boston Globe.", "Boston Globe", "The coach will quit"),
    ("The coach will quit (Politico).", "Politico", "The coach will quit"),
    ("The coach will quit in May (via Reuters).", "Reuters", "The coach will quit in May"),
    ("As first reported by Private Eye, lawyers have cut 40 pages.", "Private Eye", "lawyers have cut 40 pages"),
    ("The coach will quit, via the Pelham Gazette.", "Pelham Gazette", "The coach will quit"),
    ("The coach will quit in May. Source: Nikkei", "Nikkei", "The coach will quit in May"),
]


@pytest.mark.parametrize(("text", "outlet", "content"), BESIDE)
def test_an_outlet_credited_beside_a_sentence_says_it(read, text, outlet, content):
    (one,) = read(text)
    assert one.source.text.removeprefix("The ") == outlet
    assert one.content.text == content


def test_what_the_sentence_reports_is_inside(read):
    outer, inner = read("The mayor quit on Monday, police said (via Reuters).")
    assert (outer.source.text, inner.source.text, inner.parent) == ("Reuters", "police", outer.id)


@pytest.mark.parametrize(
    "text",
    [
        "She joined the British Broadcasting Corporation (BBC).",
        "She had sold it to a newspaper (The Sun).",
        "The prize went to Ann Bo (CNN).",
        "The source of the river is near Reuters.",
        "She drives 40 miles per hour, and per day it is far.",
        "The train goes to Rome via Time Square.",
        "The picture was blue (Facebook).",
    ],
)
def test_brackets_that_explain_and_ways_that_lead_somewhere_are_no_credit(read, text):
    assert read(text) == ()
