import pytest

from provaudit.attribute import attribute
from provaudit.attribute.rule_tagger import RuleTagger
from provaudit.model import AttributionKind, Manner
from provaudit.read import read_bytes


@pytest.fixture
def marked(registry):
    def attributions(text):
        return attribute(read_bytes(text.encode(), name="draft.md"), RuleTagger(), registry)

    return attributions


def test_a_block_quotation_is_whole_and_its_announcers(marked):
    (one,) = marked("The Pelham Gazette reports:\n\n> The deck was weak.\n>\n> Pell said it would fall.\n")
    assert one.source.text == "The Pelham Gazette"
    assert one.content.text == "The deck was weak. … Pell said it would fall."
    assert one.kind is AttributionKind.DIRECT


def test_a_signed_post_is_its_signers(marked):
    (one,) = marked("> The deck is weak! pic.twitter.com/abc\n>\n> — Ann Pell (@annpell) May 3, 2016\n")
    assert one.source.text == "Ann Pell (@annpell)"
    assert one.content.text == "The deck is weak! pic.twitter.com/abc"
    assert (one.kind, one.manner) == (AttributionKind.DIRECT, Manner.WRITING)


def test_a_signature_in_the_same_block_is_no_part_of_the_post(marked):
    (one,) = marked("> The deck is weak and will fall. — Ann Pell\n")
    assert (one.source.text, one.content.text) == ("Ann Pell", "The deck is weak and will fall.")


def test_two_posts_have_two_signers(marked):
    one, other = marked("> It is weak.\n>\n> — Ann Pell (@annpell)\n>\n> It is not.\n>\n> — Bo Lee (@bolee)\n")
    assert (one.source.text, other.source.text) == ("Ann Pell (@annpell)", "Bo Lee (@bolee)")
    assert (one.content.text, other.content.text) == ("It is weak.", "It is not.")


@pytest.mark.parametrize(
    "text",
    [
        "> The deck was weak, and the river — wide as it is — rose.\n",
        "The deck closed in May.\n\n> The deck was weak.\n",
        "> The deck was weak.\n\nThe deck closed in May.\n",
    ],
)
def test_a_block_quotation_of_nobody_is_given_to_nobody(marked, text):
    assert marked(text) == ()
