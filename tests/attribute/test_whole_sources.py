import pytest

from provaudit.attribute.body import read_body
from provaudit.attribute.found import Found
from provaudit.attribute.whole_sources import with_whole_sources
from provaudit.model import Span


def spans(text, *parts):
    return tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)


def whole(registry, text, source, cue, *content):
    one = Found(spans(text, source), spans(text, cue), spans(text, *content), 0.9)
    body = read_body(text, (Span(0, len(text)),))
    (made,) = with_whole_sources([one], body, registry)
    assert made.cue == one.cue
    return " ".join(text[a:b] for a, b in made.source), [text[a:b] for a, b in made.content]


def test_two_sentences_are_never_one_source(registry):
    text = "It is from a satirical site, The Onion. Snopes rated it false."
    assert whole(registry, text, "The Onion. Snopes", "rated", "it false") == ("Snopes", ["it false"])


def test_a_name_cut_short_is_made_whole(registry):
    text = "The Mail on Sunday said the deck was weak."
    source, content = whole(registry, text, "The Mail", "said", "the deck was weak")
    assert (source, content) == ("The Mail on Sunday", ["the deck was weak"])


def test_a_relative_clause_gets_what_it_is_said_of(registry):
    text = "The site, which is run by Ann Bo, said the deck was weak."
    made = whole(registry, text, "which is run by Ann Bo", "said", "The site", "the deck was weak")
    assert made == ("The site, which is run by Ann Bo", ["the deck was weak"])


def test_who_is_beside_an_outlet_is_not_who_says_it(registry):
    text = "The mayor will quit, CBS News, the BBC's US partner, reported."
    made = whole(registry, text, "the BBC's US partner", "reported", "The mayor will quit, CBS News")
    assert made == ("CBS News", ["The mayor will quit"])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The Mail on Friday said the deck was weak.", "The Mail", "said", "the deck was weak"),
        ("Ann Bo said the deck was weak.", "Ann Bo", "said", "the deck was weak"),
        ("The deck was weak, the mayor's aide said.", "the mayor's aide", "said", "The deck was weak"),
        ("Mr. Bo said the deck was weak.", "Mr. Bo", "said", "the deck was weak"),
    ],
)
def test_a_source_that_is_whole_stays(registry, text, source, cue, content):
    assert whole(registry, text, source, cue, content) == (source, [content])
