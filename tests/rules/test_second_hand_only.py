"""PS301: a key claim rests on another outlet alone."""

import pytest

from provaudit.rules import judge
from tests.rules.build import HERALD, LEDGER, case, found, says
from tests.rules.offline import offline, pointed_at, table

FILLER = "\n\nThe town has a river.\n\nThe river has a bridge.\n\nThe bridge has a toll house.\n\n"

FLAGGED = {
    "in-the-first-paragraph": ("The plant will close in May, according to Reuters.", "The plant will close in May"),
    "told-another-outlet": ("Ada Holm told CNN that the plant will close.", "that the plant will close"),
    "in-the-third-paragraph": (
        "The town has a river.\n\nThe river has a bridge.\n\nThe plant will close in May, Reuters reported.",
        "The plant will close in May",
    ),
    "a-figure-far-down": (
        FILLER.strip() + "\n\nThe plant owes 14 million euros, Reuters reported.",
        "The plant owes 14 million euros",
    ),
    "an-allegation-far-down": (
        FILLER.strip() + "\n\nThe owner bribed two inspectors, Reuters reported.",
        "The owner bribed two inspectors",
    ),
    "confirmed-by-another-outlet": (
        "Reuters reported, and CNN confirmed, that the plant will close.",
        "that the plant will close",
    ),
    "two-hands-away": (
        "The Wall Street Journal confirmed that the plant will close, according to AmericaBlog.",
        "that the plant will close",
    ),
}

SILENT = {
    "first-hand": "The plant will close in May, its manager, Ada Holm, said on Tuesday.",
    "far-down-and-no-figure": FILLER.strip() + "\n\nThe plant has a fine canteen, Reuters reported.",
    "said-at-first-hand-too": (
        "The Orme plant will close in May, according to Reuters.\n\nThe Orme plant will close in May, its manager, Ada Holm, said."
    ),
    "confirmed-in-the-same-breath": "Reuters reported, and the owner confirmed, that the plant will close.",
    "an-outlet-on-its-own-jobs": "CNN said it would cut 200 jobs.",
    "a-platform-is-no-outlet": "Ada Holm wrote on X that the plant will close.",
    "no-outlet-can-be-counted": "Media reports say the plant will close in May.",
    "nothing-is-attributed": "The plant will close in May.",
}


@table(FLAGGED)
def test_a_borrowed_key_claim_is_flagged(case):
    text, words = case
    assert pointed_at("PS301", text) == [words]


@table(SILENT)
def test_it_is_silent(case):
    assert pointed_at("PS301", case) == []


def test_an_outlet_that_credits_itself_borrows_nothing():
    text = "Ada Holm told the Harlow Herald that the plant will close."
    draft = case(
        text,
        says("Ada Holm", "told", "that the plant will close", venue="the Harlow Herald", venue_outlet=HERALD),
        publisher=HERALD,
    )
    assert found("PS301", draft) == []


def test_a_figure_that_differs_is_not_the_same_claim():
    text = "The plant will cost 14 million, the Daily Ledger said.\n\nThe plant will cost 41 million, Ada Holm said."
    draft = case(
        text,
        says("the Daily Ledger", "said", "The plant will cost 14 million", outlet=LEDGER),
        says("Ada Holm", "said", "The plant will cost 41 million"),
    )
    assert found("PS301", draft) == ["The plant will cost 14 million"]


def test_wire_copy_is_flagged_once_for_the_whole_text():
    text = "HARLOW (Reuters) — The plant will close, Ada Holm said.\n\nThe owners lost 3 million euros, she said."
    assert len(pointed_at("PS301", text)) == 1


def test_what_we_heard_beside_another_outlet_is_ours():
    text = "Ada Holm told the Miami Herald and Reuters that the plant will close."
    assert pointed_at("PS301", text, publisher="Miami Herald") == []
    assert pointed_at("PS301", text, publisher="The Guardian") == ["that the plant will close"]


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("The plant will close in May, CNN's Jo Lund reported.", "CNN"),
        ("According to Jo Lund of the Boston Globe, the plant will close in May.", "The Boston Globe"),
        ("The plant will close in May, CNN reported, and Jo Lund of CNN said so too.", "CNN"),
    ],
)
def test_a_reporter_s_outlet_is_named_and_not_the_reporter(text, outlets):
    message = judge(offline(text), only=frozenset({"PS301"}))[0].message
    assert message == f"this rests on {outlets} alone: confirm it at its origin"
