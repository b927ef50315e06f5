"""Stretches of a text overlap; the name that starts at a word is made out once, and is the same in each stretch."""

from hypothesis import given
from hypothesis import strategies as st

from provaudit.identify import names_in_text
from provaudit.identify.index import stored_index
from provaudit.identify.names_in_text import NamesInText
from provaudit.model import Span

INDEX = stored_index()
WORDS = [
    "New",
    "York",
    "Times",
    "the",
    "The",
    "Post",
    "Ann",
    "Arbor",
    "News",
    "said",
    "St",
    ".",
    "&",
    ",",
    "'s",
    "\n",
    "CNN’s",
    "/",
]
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).flatmap(
    lambda words: st.lists(st.sampled_from(["", " "]), min_size=len(words), max_size=len(words)).map(
        lambda gaps: "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    )
)


def names():
    return NamesInText(INDEX["names"], INDEX["first_words"], INDEX["capitals"])


@given(texts, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=6))
def test_what_was_asked_before_changes_no_answer(text, pairs):
    asked = names()
    asked.find(text, Span(0, len(text)))
    for pair in pairs:
        stretch = Span(*sorted(min(one, len(text)) for one in pair))
        place = [(span, tuple(numbers)) for span, numbers in asked.find(text, stretch)]
        assert place == [(span, tuple(numbers)) for span, numbers in _read_anew(text, stretch)]


def _read_anew(text, stretch):
    """The names in a stretch, each word read with the stretch's own end, and nothing remembered."""
    forgetful = names()
    forgetful._at = lambda text, match, limit: forgetful._read(text, match.start(), limit)[0]
    return forgetful.find(text, stretch)


def test_stretches_that_overlap_make_each_name_out_once(monkeypatch):
    text = "“Wet,”said.Ann" * 400
    looks = []
    look = names_in_text._windows
    monkeypatch.setattr(names_in_text, "_windows", lambda *given: (looks.append(1), look(*given))[1])
    asked = names()
    for at in range(0, len(text), 50):
        asked.find(text, Span(max(0, at - 800), min(len(text), at + 800)))
    assert len(looks) < 2 * 400


def test_one_text_alone_is_remembered():
    asked = names()
    asked.find("CNN said so.", Span(0, 12))
    asked.find("Nobody said so.", Span(0, 15))
    assert [span for span, _ in asked.find("CNN said so.", Span(0, 12))] == [Span(0, 3)]
    assert asked._memory[0] == "CNN said so."
