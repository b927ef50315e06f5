"""Grouping claims by looking only where the same could stand gives what comparing each with each would."""

from collections import Counter
from importlib import import_module

from drawn_chains import chain
from hypothesis import example, given, settings
from hypothesis import strategies as st

from provaudit.independence import groups
from provaudit.independence.groups import same_claim, wording
from provaudit.match.concepts import akin

# Words with kin among them (synonyms, one family, a negation) and words alone; figures and denials besides.
WORDS = [
    "mayor",
    "bridge",
    "council",
    "opened",
    "reopened",
    "closed",
    "legislation",
    "legislature",
    "legislative",
    "damaged",
    "undamaged",
    "buy",
    "purchase",
    "bought",
    "school",
    "schools",
    "teacher",
    "hospital",
    "harbour",
    "budget",
    "said",
    "killed",
    "died",
    "attack",
    "attacked",
    "assault",
    "not",
    "never",
    "17",
    "18",
]


def claims_of(texts):
    return [chain(f"C{number}", "post", said=text) for number, text in enumerate(texts)]


def by_comparing_all(claims):
    """The promise itself: a claim joins the first group that shares two words with it and has one that says the same."""
    found = []
    for claim in claims:
        mine = wording(claim.text)
        for members in found:
            held = {word for other in members for word in wording(other.text).content}
            alike = any(claim.text == other.text for other in members) or len(held & mine.content) > 1
            if alike and any(same_claim(mine, wording(other.text)) for other in members):
                members.append(claim)
                break
        else:
            found.append([claim])
    return tuple(tuple(claim.id for claim in members) for members in found)


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join), max_size=25))
@example(["mayor bridge council", "mayor bridge council opened", "mayor bridge council"])
@settings(max_examples=150, deadline=None)
def test_looking_only_where_it_may_stand_finds_what_comparing_all_does(texts):
    claims = claims_of(texts)
    assert groups(claims) == by_comparing_all(claims)


def test_the_words_of_the_drawn_claims_have_kin():
    pairs = Counter(akin(one, other) for one in WORDS for other in WORDS if one != other)
    assert pairs[True] > 3


def test_claims_of_one_pattern_with_other_names_are_not_compared_with_each_other(monkeypatch):
    compared = Counter()

    def counted(one, other):
        compared["pairs"] += 1
        return same_claim(one, other)

    monkeypatch.setattr(import_module("provaudit.independence.groups"), "same_claim", counted)
    texts = [f"the ferry to island {number} will stop running" for number in range(300)]
    assert len(groups(claims_of(texts))) == 300
    assert compared["pairs"] < 300
