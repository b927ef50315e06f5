"""PL601: a link carries the attribution, and no source is named in words."""

from tests.rules.offline import pointed_at, table

URL = "https://www.reuters.com/business/plant"

FLAGGED = {
    "reported": (f"The plant will close in May, it was [reported]({URL}) on Monday.", ["reported"]),
    "reportedly": (f"The plant will [reportedly]({URL}) close in May.", ["reportedly"]),
    "according-to-a-report": (f"The plant will close in May, according to [a report]({URL}).", ["a report"]),
    "source-in-brackets": (f"The plant will close in May ([source]({URL})).", ["source"]),
    "here": (f"The owners lost three million euros last year ([here]({URL})).", ["here"]),
    "in-html": (f"<p>The plant will close in May, it was <a href='{URL}'>reported</a> on Monday.</p>", ["reported"]),
}

SILENT = {
    "the-outlet-in-words": f"The plant will close in May, Reuters [reported]({URL}).",
    "the-outlet-is-the-link": f"The plant will close in May, [Reuters reported]({URL}).",
    "a-person-in-words": f"The plant will close in May, Ada Holm [said]({URL}).",
    "background-link": f"The [plant in the Orme valley]({URL}) will close in May.",
    "read-more": f"Read the whole story [here]({URL}).",
    "sign-up": f"You can sign up for our letter [here]({URL}).",
    "an-unknown-masthead": f"The plant will close in May, the Orme Valley Gazette [reported]({URL}).",
    "no-link": "The plant will close in May, it was said at the gate.",
    "a-heading": f"# The [report]({URL})\n\nThe plant will close in May.",
}


def form(text):
    return "html" if text.startswith("<") else "markdown"


@table(FLAGGED)
def test_a_link_alone_is_flagged(case):
    text, words = case
    assert pointed_at("PL601", text, form=form(text)) == words


@table(SILENT)
def test_it_is_silent(case):
    assert pointed_at("PL601", case, form="markdown") == []


def test_a_sentence_is_flagged_once():
    text = f"The plant will [reportedly]({URL}) close, it was [reported]({URL})."
    assert pointed_at("PL601", text, form="markdown") == ["reportedly"]
