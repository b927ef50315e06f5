"""An outlet that speaks of its own affairs is the named organisation; what it found out stays its reporting."""

import pytest

from provaudit.identify import identify
from provaudit.model import Article, Attribution, AttributionKind, Manner, Mention, SourceKind, Span


@pytest.fixture
def speaker(registry):
    """The one source of "A | cue | content"."""

    def read(sentence):
        text, at, mentions = sentence.replace(" | ", " "), 0, []
        for part in sentence.split(" | "):
            mentions.append(Mention(part, (Span(at, at + len(part)),)))
            at += len(part) + 1
        source, cue, content = mentions
        one = Attribution("A1", None, AttributionKind.INDIRECT, Manner.SPEECH, source, cue, None, content, 1.0)
        (found,), _ = identify(Article(text, ""), (one,), registry)
        return found

    return read


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("NPR | said | it would lay off a tenth of its staff", "NPR"),
        ("The Guardian | said | that it had settled with the singer", "The Guardian"),
        ("The Wall Street Journal | announced | plans to shut its Jakarta office", "The Wall Street Journal"),
        ("The Washington Post | said | its revenue had fallen for a third year", "The Washington Post"),
        ("Reuters | said | two of its photographers were detained at the border", "Reuters"),
        ("ABC News | said | the network stands by its reporting", "ABC News"),
        ("The Daily Mail | apologised for | the headline", "Daily Mail"),
        ("Newsmax | denied | that the clip had been altered", "Newsmax"),
        ("Reuters | said | the agency would cut 40 jobs", "Reuters"),
        ("Vox | confirmed | it\u2019s closing the podcast", "Vox"),
    ],
)
def test_an_outlet_that_speaks_of_its_own_affairs_is_the_organisation(speaker, sentence, name):
    source = speaker(sentence)
    assert (source.kind, source.name, source.outlet) == (SourceKind.ORGANISATION, name, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "NPR | said | it had reviewed the jobs figures",
        "Reuters | said | it was unable to reach the owner of the plant",
        "The Guardian | said | it would take a year to close the office",
        "ABC News | said | its reporter heard two shots",
        "The Washington Post | said | its reporting showed that the dam leaked",
        "The Wall Street Journal | reported | it would cut 300 jobs",
        "Politico | said | the company would cut 300 jobs",
        "The Washington Post | said | the agency would appeal to a higher court",
        "The Guardian | said | the service would cut 300 jobs",
        "Newsmax | said | plans to cut jobs at the mill were dropped",
        "The New York Times | said | they would appeal",
        "Axios | said | it was told the paper would sue",
        "CNN | said | it is not clear who paid for the office",
    ],
)
def test_what_an_outlet_found_out_stays_its_reporting(speaker, sentence):
    source = speaker(sentence)
    assert (source.kind, source.outlet is not None) == (SourceKind.OUTLET, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "A spokesman for CNN | said | the segment was fair",
        "a senior spokeswoman at The Guardian | said | the series would go on",
        "The chief executive of NPR | said | she was sorry",
    ],
)
def test_who_speaks_for_a_house_is_not_its_reporting(speaker, sentence):
    assert speaker(sentence).outlet is None


def test_an_editor_s_word_stays_with_the_paper(speaker):
    assert speaker("an editor at The Guardian | said | the dam leaked").outlet is not None
