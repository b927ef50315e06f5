"""A qualifier cut off: upstream goes on "but …", "unless …" right where the draft's words stop."""

from __future__ import annotations

from collections.abc import Iterator

from provaudit.match.pairing import Pairing
from provaudit.model import Drift, DriftKind

_QUALIFIERS = (
    ("but",), ("unless",), ("however",), ("although",), ("though",), ("except",), ("only", "if"), ("provided",),
    ("providing",), ("as", "long", "as"), ("so", "long", "as"), ("even", "though"), ("albeit",), ("on", "condition"),
)  # fmt: skip
_SHOWN = 12  # words of the qualifier that are shown


def truncation_drift(pairing: Pairing, last: int) -> Iterator[Drift]:
    """A drift if the sentence that the claim's last word (the one before `last`) stands in goes on with a qualifier."""
    page = pairing.page
    if not 0 < last < len(page):
        return
    end = page.sentences[page.sentence_of(last - 1)][1]
    qualifier = _qualifier(page.forms, last, end)
    if qualifier and not _kept(pairing, qualifier):
        yield Drift(DriftKind.TRUNCATION, "", page.words(last, min(end, last + _SHOWN)))


def _qualifier(forms: tuple[str, ...], at: int, end: int) -> tuple[str, ...]:
    return next((words for words in _QUALIFIERS if at + len(words) <= end and forms[at : at + len(words)] == words), ())


def _kept(pairing: Pairing, qualifier: tuple[str, ...]) -> bool:
    """Whether the draft's own sentence has a qualifier too, inside the claim or after it."""
    kept = {words[0] for words in _QUALIFIERS} | {"if"}
    return any(form in kept for form in (*pairing.claim.forms, *pairing.sentence.forms)) and bool(qualifier)
