import pytest

from provaudit.identify import identify
from provaudit.model import SourceKind
from provaudit.read import read_bytes

STORY = "{}\n\nBy Ann Poe\n\nThe ferry has run for three days.\n"


@pytest.mark.parametrize(
    "headline",
    ["Hull Was Never Checked, Court Told", "Hull was never checked, inquest told", "Captain ‘Was Asleep’, Jury Hears"],
)
def test_what_a_court_is_told_is_not_said_by_the_court(claims, headline):
    assert claims(STORY.format(headline)) == []


@pytest.mark.parametrize(
    "text", ["The hull was sound, the court ruled.", "The captain told the court the hull was sound."]
)
def test_a_court_and_a_witness_may_speak(read, text):
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("Captain Was Asleep, Letters Show", SourceKind.DOCUMENT),
        ("Survey Finds Ferries Unsafe", SourceKind.DOCUMENT),
        ("Captain Was Asleep, Sources Say", SourceKind.ANONYMOUS),
    ],
)
def test_capitals_of_a_headline_make_no_persons(read, registry, headline, kind):
    article = read_bytes(STORY.format(headline).encode(), name="draft.txt")
    sources, _ = identify(article, read(STORY.format(headline)), registry)
    assert [source.kind for source in sources] == [kind]


def test_who_is_named_in_the_text_is_known_in_its_headline(read, registry):
    text = "Pell Says Ferry Is Safe\n\nBy Ann Poe\n\nThe ferry is safe, Nora Pell said.\n"
    sources, _ = identify(read_bytes(text.encode(), name="draft.txt"), read(text), registry)
    assert [source.name for source in sources] == ["Nora Pell"]


def test_a_headline_says_whom_a_surname_means(read):
    story = (
        "Nora Pell Defends Ferry Deal\n\nBy Ann Poe\n\nPell said the ferry is safe.\n\nKarl Pell said nothing else was."
    )
    assert [one.source.refers_to or one.source.text for one in read(story)][-2:] == ["Nora Pell", "Karl Pell"]
