"""The words that deny: which they are in a text, and what they turn round."""

from __future__ import annotations

from provaudit.match import lexicon
from provaudit.match.cues import Cue, breaks, cues
from provaudit.match.numerals import NUMBER_WORDS
from provaudit.match.reading import Reading, read_claim

NEAR = 5  # words within which another denial, or another answered word, belongs to the same statement
_COMPARED = frozenset({"more", "fewer", "less", "later", "sooner", "earlier", "better", "other"})
_BEFORE_NOUNS = frozenset({"no", "none", "nothing", "without", "neither", "nor", "lack", "absence", "denied", "denies"})
_PLAIN = frozenset(
    {"not", "no", "never", "nothing", "nobody", "none", "without", "neither", "nor", "cannot", "nowhere"}
)
_TO_BE = {("is",), ("was",), ("are",), ("were",), ("be",)}
_COMMON_VERBS = frozenset({"told", "tell", "get", "got", "come", "came", "be", "been", "have", "had", "do", "done"})


def denials(reading: Reading, first: int, last: int, *, until: bool = False) -> list[Cue]:
    """The words that deny what follows them; two in a row ("did not rule out") cancel each other.

    "Will not return until Friday" says that it returns on Friday: such a denial is left out but with `until`.
    """
    kept: list[Cue] = []
    for cue in cues(reading, "negations", first, last):
        if not _denies(reading, cue) or (not until and lasts_until(reading, cue)):
            continue
        joined = reading.forms[cue.start] in {"nor", "neither"}
        if kept and cue.start - kept[-1].end <= 1 and not joined and not breaks(reading, cue.start):
            kept.pop()
        else:
            kept.append(cue)
    return kept


def bearing(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """The words a denial surely turns: of a verb the first content word past adverbs, of a noun phrase two."""
    targets = tuple(word for word in cue.targets if not _is_number(reading.forms[word]))
    if reading.forms[cue.start] in _BEFORE_NOUNS:
        return targets
    return targets[:2] if targets and reading.forms[targets[0]].endswith("ly") else targets[:1]


def _is_number(form: str) -> bool:
    return form[0].isdigit() or form in NUMBER_WORDS


def other_verb(denying: Reading, cue: Cue, other: Reading, word: int) -> bool:
    """Whether the denied verb is a common one ("told", "get") that the other text does not have before the word."""
    if denying.forms[cue.start] in _BEFORE_NOUNS or cue.end >= len(denying):
        return False
    common = denying.forms[cue.end] in _COMMON_VERBS
    return common and denying.stems[cue.end] not in other.stems[max(0, word - NEAR) : word]


def count_denials(words: str) -> int:
    """How many plain words of denial some words hold."""
    return sum(1 for form in read_claim(words).forms if form in _PLAIN or form.endswith("n't"))


def lasts_until(reading: Reading, cue: Cue) -> bool:
    """Whether "until" stands close behind a denial, in its sentence."""
    return "until" in _behind(reading, cue)


def too_much(reading: Reading, word: int) -> bool:
    """Whether a word stands in "too … to …", which denies without a word of denial."""
    before = reading.forms[max(0, word - 2 * NEAR) : word]
    return "too" in before and "to" in before[before.index("too") :]


def _behind(reading: Reading, cue: Cue) -> tuple[str, ...]:
    return reading.forms[cue.end : min(cue.end + NEAR, reading.sentences[reading.sentence_of(cue.start)][1])]


def _denies(reading: Reading, cue: Cue) -> bool:
    form = reading.forms[cue.start]
    behind = _behind(reading, cue)
    after = behind[0] if behind else ""
    if after in lexicon.words("no_denial") or (form == "nothing" and after == "but"):
        return False
    if after in {"clear", "sure"} and reading.forms[cue.start - 1 : cue.start] in _TO_BE:
        return False  # "it was not clear who …"
    if after[:1].isdigit() and reading.forms[cue.end - 1] == "to":
        return False  # "declined to 4.4 percent"
    if behind[1:2] == ("than",) and after in _COMPARED:
        return False  # "no more than ten"
    numbered = form == "no" and reading.text[reading.ends[cue.start] :][:1] == "."  # "No. 10"
    return not numbered and reading.forms[cue.start - 1 : cue.start] != ("or",)  # "whether or not"
