"""What a text tells as not having been so without a plain denial, and what a denial takes for granted."""

from __future__ import annotations

from provaudit.match.cues import Cue
from provaudit.match.quantities import quantities
from provaudit.match.reading import Reading

_MISSED = (("should", "have"), ("ought", "to", "have"), ("wishes",), ("wished",))
_IF_NOT = (
    ("had", "there", "been"),
    ("if", "there", "had", "been"),
    ("if", "there", "was"),
    ("if", "there", "were"),
    ("if", "it", "had"),
    ("if", "it", "were"),
    ("had", "it"),
    ("were", "it"),
    ("were", "there"),
)
_DEFINITE = frozenset({"the", "its", "his", "her", "their", "this", "these", "that", "those", "our", "my"})
_FORMER = frozenset({"used", "former", "formerly", "once", "until", "previously", "then", "ex", "before"})
_COMING = frozenset({"will", "would", "due", "shall", "going", "expected", "plans", "hopes", "set", "could", "may"})
_NEAR = 6
_WHOLE = 100.0  # percent
_MOST = frozenset({"most", "majority"})
_BELOW = frozenset({"fewer", "less", "under"})
_FEW = frozenset({"few", "minority"})


def agrees(denying: Reading, cue: Cue, plain: Reading, other: int) -> bool:
    """Whether a denial and the plain word `other` of the other text can both be so."""
    if missed(plain, other) and denying.forms[cue.start - 1 : cue.start] not in {("should",), ("ought",)}:
        return True
    return (
        granted(denying, cue, plain, other)
        or at_another_time(denying, cue, plain, other)
        or complements(denying, cue, plain, other)
    )


def at_another_time(denying: Reading, cue: Cue, plain: Reading, other: int) -> bool:
    """Whether what is "no longer" so was so, what is "not yet" so will be, what is not so "since" was so "last"."""
    before = plain.forms[max(0, other - 4) : other]
    if "immediately" in before:
        return True  # "did not immediately respond to questions"
    if denying.forms[cue.start : cue.end] == ("no", "longer"):
        return not _FORMER.isdisjoint(plain.forms[slice(*_sentence(plain, other))])
    if "yet" in denying.forms[cue.start : cue.end + 1]:
        return not _COMING.isdisjoint(before)
    return "since" in denying.forms[cue.end : _sentence(denying, cue.start)[1]] and "last" in before[-1:]


def missed(reading: Reading, word: int) -> bool:
    """Whether a verb tells of what was left undone: "should have waited", where nobody waited."""
    before = reading.forms[max(0, word - 3) : word]
    return any(_holds(before, words) for words in _MISSED) and "not" not in before


def supposed_away(reading: Reading, cue: Cue) -> bool:
    """Whether a denial only supposes ("had there been no volunteers"): the text says that there were some."""
    before = reading.forms[max(0, cue.start - 4) : cue.start]
    return any(before[-len(words) :] == words for words in _IF_NOT)


def granted(denying: Reading, cue: Cue, plain: Reading, other: int) -> bool:
    """Whether "without the …" takes for granted what the other text tells, which does not say "with" it."""
    if denying.forms[cue.start] != "without":
        return False
    behind = range(cue.end, min(len(denying), cue.end + 3))
    definite = denying.forms[cue.end : cue.end + 1] and (
        denying.forms[cue.end] in _DEFINITE or any(denying.forms[at].endswith(("'s", "s'")) for at in behind)
    )
    return bool(definite) and "with" not in plain.forms[max(0, other - _NEAR) : other]


def complements(denying: Reading, cue: Cue, plain: Reading, other: int) -> bool:
    """Whether each text tells of its own part of a whole ("two-thirds have no …", "a third are …", "most", "few")."""
    ours, theirs = _sentence(denying, cue.start), _sentence(plain, other)
    mine, its = _parts(denying, *ours), _parts(plain, *theirs)
    halves = "half" in denying.forms[slice(*ours)] and "half" in plain.forms[slice(*theirs)]  # "at half price"
    if not halves and any(abs(one + another - _WHOLE) <= 1 for one in mine for another in its):
        return True
    one, another = set(denying.forms[slice(*ours)]), set(plain.forms[slice(*theirs)])
    under_half = any(part <= _WHOLE / 2 for part in (*mine, *its))

    def few(words: set[str]) -> bool:
        return not _FEW.isdisjoint(words) or (under_half and not _BELOW.isdisjoint(words))

    most, too = (not _MOST.isdisjoint(words) for words in (one, another))
    return most != too and few(another if most else one)


def _sentence(reading: Reading, word: int) -> tuple[int, int]:
    return reading.sentences[reading.sentence_of(word)]


def _parts(reading: Reading, first: int, last: int) -> list[float]:
    return [found.written for found in quantities(reading, first, last) if found.unit == "percent"]


def _holds(forms: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(forms[at : at + len(words)] == words for at in range(len(forms)))
