"""How many of something is told in words: "all the schools" for "some of the schools"."""

from __future__ import annotations

from collections.abc import Iterator

from provaudit.match.cues import breaks
from provaudit.match.pairing import Pairing
from provaudit.match.reading import Reading
from provaudit.model import Drift, DriftKind

_ALL, _MOST, _SOME, _FEW = "all", "most", "some", "few"
_WORDS = {
    "all": _ALL, "every": _ALL, "both": _ALL, "most": _MOST, "some": _SOME, "several": _SOME, "many": _SOME,
    "few": _FEW, "handful": _FEW,
}  # fmt: skip
_CONTRARY = {(_ALL, _MOST), (_ALL, _SOME), (_ALL, _FEW), (_MOST, _FEW), (_MOST, _SOME)}
_BETWEEN = frozenset({"of", "the", "its", "his", "her", "their", "these", "those", "our", "a"})
_EXCEPT = frozenset({"bar", "but", "except", "save"})
_REACH = 4  # words between a quantifier and what it counts
_VERBATIM = 0.6  # of the claim's content that has to stand there as it is
_NO_COUNT = frozenset({("after", "all"), ("at", "all"), ("a", "few"), ("the", "most"), ("not", "all")})


def quantifier_drift(pairing: Pairing) -> Iterator[Drift]:
    """At most one drift: a word that says how many of something, where the passage has a contrary one of the same."""
    if pairing.verbatim_share < _VERBATIM:
        return
    for at, end, size in _quantifiers(pairing.claim, 0, len(pairing.claim)):
        for there, stop, other in _quantifiers(pairing.page, pairing.first, pairing.last):
            counted = pairing.partners.get(end) == stop and pairing.claim.stems[end] == pairing.page.stems[stop]
            if counted and pairing.at_home(there) and ((size, other) in _CONTRARY or (other, size) in _CONTRARY):
                mine, its = pairing.claim.words(at, end + 1), pairing.page.words(there, stop + 1)
                turned = _FEW in (size, other)  # "most" and "few" are contraries
                yield Drift(DriftKind.NEGATION if turned else DriftKind.NUMBER, mine, its)
                return


def _quantifiers(reading: Reading, first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Each quantifier: where it stands, the word that it counts, and how much it says."""
    for at in range(first, last):
        size = _WORDS.get(reading.forms[at])
        if size is None or (reading.forms[at - 1 : at] and (reading.forms[at - 1], reading.forms[at]) in _NO_COUNT):
            continue
        for word in range(at + 1, min(last, at + 1 + _REACH)):
            if breaks(reading, word):
                break
            if reading.forms[word] not in _BETWEEN:
                excepted = not _EXCEPT.isdisjoint(reading.forms[word + 1 : word + 3])
                if not (reading.forms[word][0].isdigit() or excepted):  # "some 6,700", "every seat but one"
                    yield at, word, size
                break
