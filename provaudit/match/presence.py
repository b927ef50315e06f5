"""Whether a passage has a claim at all: how much of its content, how closely together, and does anything happen in it.

A page on the same subject has the claim's names and topic; what it lacks is mostly the verb, the numbers, and some
name. All weights were set on the tuning half of the drift set.
"""

from __future__ import annotations

from provaudit.match import lexicon
from provaudit.match.names import strange_names
from provaudit.match.pairing import Pairing
from provaudit.match.passages import Window
from provaudit.match.reading import Reading

PRESENT = 0.36  # from here on the claim is taken to be there
_STRANGER = 0.12  # what a name that the page does not have, nor another in its place, takes off
_SPREAD = 0.05  # what each further sentence over which the content is spread takes off
_SHORT, _SHORT_SPREAD = 6, 0.08  # a claim of fewer content words is said in one sentence, if at all
_NO_VERB = 0.05  # what it takes off when none of the claim's verbs is there
_NUMBER = 0.04  # what an amount or year that is there adds
_AUXILIARIES = frozenset(
    {
        "will",
        "would",
        "be",
        "is",
        "was",
        "were",
        "been",
        "has",
        "had",
        "have",
        "may",
        "might",
        "could",
        "should",
        "must",
    }
    | {"to", "not", "did", "does", "do", "being", "are", "can"}
)


def presence(pairing: Pairing, window: Window, *, renamed: bool) -> float:
    """How surely the passage has the claim, about 0..1; `renamed` where another name stands in a name's place."""
    content = len(pairing.claim.content(0, len(pairing.claim)))
    spread = _SHORT_SPREAD if content < _SHORT else _SPREAD
    share = (window.coverage + pairing.coverage) / 2 - spread * (window.last - window.first - 1)
    if not renamed:
        share -= _STRANGER * len(strange_names(pairing))
    happens = verbs(pairing.claim)
    if happens and not any(word in pairing.partners for word in happens):
        share -= _NO_VERB
    if any(place in pairing.partners for place, value in pairing.claim.numerals(0, len(pairing.claim)) if value > 10):
        share += _NUMBER
    return share


def verbs(claim: Reading) -> list[int]:
    """The words that are likely verbs: past forms, -ing forms, and what stands behind an auxiliary."""
    irregular = lexicon.table("irregular")
    found: list[int] = []
    for word in claim.content(0, len(claim)):
        form = claim.forms[word]
        if claim.raw(word)[0].isupper():
            continue
        past = form.endswith(("ed", "ing")) and len(form) > 4
        if past or form in irregular or (word and claim.forms[word - 1] in _AUXILIARIES):
            found.append(word)
    return found
