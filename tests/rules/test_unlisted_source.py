"""PS307: the draft's own list of sources and its text do not agree."""

from tests.rules.offline import pointed_at, table

FLAGGED = {
    "used-and-not-listed": (
        "The plant will close, Reuters reported. The owners are ill, according to Politico.\n\nSources: Reuters",
        ["Politico"],
    ),
    "listed-and-not-used": ("The plant will close, Reuters reported.\n\nSources: Reuters, Politico", ["Politico"]),
    "a-singular-label-before-two": (
        "The plant will close, Reuters reported.\n\nSource: Reuters, Politico",
        ["Politico"],
    ),
    "both-ways": ("The plant will close, Reuters reported.\n\nSources: Politico", ["Reuters", "Politico"]),
    "a-venue-is-used": ("Ada Holm told CNN that the plant will close. Reuters said so.\n\nSources: Reuters", ["CNN"]),
}

SILENT = {
    "they-agree": "The plant will close, Reuters reported. The owners are ill, according to Politico.\n\nSources: Reuters, Politico",
    "no-list": "The plant will close, Reuters reported.",
    "a-photo-credit-is-no-list": "The plant will close, Reuters reported.\n\nPhoto credit: Politico",
    "via-is-no-list": "The plant will close, Reuters reported.\n\nVia Politico",
    "one-source-line-is-no-list": "The plant will close, Reuters reported. Ada Holm is ill.\n\nSource: Politico",
    "one-source-line-and-others-in-the-text": "The plant will close, Reuters reported. CNN said so.\n\nSource: Reuters",
    "named-in-passing": "The plant will close, Reuters reported. A man read Politico at the gate.\n\nSources: Reuters, Politico",
    "a-person-needs-no-place-in-it": "The plant will close, Reuters reported. Ada Holm said it is sad.\n\nSources: Reuters",
    "with-a-photo-credit-beside-it": "The plant will close, Reuters reported.\n\nSources Reuters / Photo credit: Ada Holm/Flickr",
    "a-short-form-is-the-listed-outlet": (
        "The plant will close, The Wall Street Journal reported. The owners are ill, the Journal said.\n\n"
        "Sources: The Wall Street Journal"
    ),
}


@table(FLAGGED)
def test_a_list_that_does_not_agree_is_flagged(case):
    text, words = case
    assert pointed_at("PS307", text) == words


@table(SILENT)
def test_it_is_silent(case):
    assert pointed_at("PS307", case) == []


def test_an_outlet_is_missed_once():
    text = "The plant will close, Politico said. The owners are ill, Politico said. Reuters agreed.\n\nSources: Reuters"
    assert pointed_at("PS307", text) == ["Politico"]
