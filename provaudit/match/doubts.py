"""The words of doubt in a text, and whether what they bear on is answered in another."""

from __future__ import annotations

from functools import lru_cache

from provaudit.match.cues import Cue, cues
from provaudit.match.reading import Reading
from provaudit.match.stems import stem
from provaudit.match.turned import negative_stems

_REACH = 9  # words between "accused" and its "of"
_EVIDENCE = (
    "study data evidence research result survey poll test figure mark finding analysis trial record document estimate "
    "projection forecast model count"
)
_CHARGES = ("claim", "allegation", "accusation", "complaint", "rumo", "suspicion")
_MODAL = frozenset({"may", "might", "could"})
_IN_PERSON = frozenset({"before", "in", "at", "on", "with", "alongside", "by", "via"})
_CONSIDERED = frozenset({"whether", "legal", "action", "plans"})
_PREDICATES = frozenset(
    {
        "suspected",
        "alleged",
        "feared",
        "could",
        "may",
        "might",
        "likely",
        "possible",
        "probable",
        "conceivable",
        "unlikely",
        "uncertain",
        "doubtful",
    }
)
_TO_BE = {("is",), ("was",), ("are",), ("were",), ("be",), ("seems",), ("looks",)}
_PERCEIVED = frozenset({"heard", "seen", "felt", "smelled", "smelt"})


def doubts(reading: Reading, first: int, last: int) -> list[Cue]:
    """The words of doubt among the words first … last - 1, and the accusations that name the accused."""
    return [
        cue
        for cue in (*cues(reading, "hedges", first, last), *accusations(reading, first, last))
        if _doubts(reading, cue)
    ]


def accusations(reading: Reading, first: int, last: int) -> list[Cue]:
    """Accusations that name the accused ("accused his government of trying …")."""
    found: list[Cue] = []
    for at in range(first, last):
        if reading.stems[at] != "accus":
            continue
        end = next((of for of in range(at + 2, min(last, at + _REACH)) if reading.forms[of] == "of"), None)
        if end is not None:
            found.append(Cue(at, end + 1, tuple(reading.content(end + 1, min(last, end + 6))[:3]), frozenset()))
    return found


def _doubts(reading: Reading, cue: Cue) -> bool:
    word = reading.forms[cue.start]
    if word == "may" and reading.raw(cue.start)[0].isupper():
        return False
    after = reading.forms[cue.end] if cue.end < len(reading) else ""
    before = reading.stems[max(0, cue.start - 2) : cue.start]
    denied = word in {"report", "reports"} and _denied_in_sentence(reading, cue)
    denied = denied or (word.startswith(_CHARGES) and not negative_stems().isdisjoint(before))
    if denied or (word == "whether" and after == "to"):
        return False  # "rejected claims that …" denies; "will decide whether to" is no more open than "will decide on"
    if word.startswith("suggest"):
        return not _evidence().isdisjoint(reading.stems[max(0, cue.start - 6) : cue.start])
    if not _PERCEIVED.isdisjoint(reading.forms[cue.end : cue.end + 3]) or _certain(word, after):
        return False  # "shots could be heard"
    return not (word == "could" and after in {"not", "have", "only"})


def _denied_in_sentence(reading: Reading, cue: Cue) -> bool:
    """Whether reports are denied, before them or behind ("reports that … are untrue")."""
    first, last = reading.sentences[reading.sentence_of(cue.start)]
    return not negative_stems().isdisjoint(reading.stems[first:last]) or "untrue" in reading.forms[first:last]


def _certain(word: str, after: str) -> bool:
    """Whether a word of doubt has its other, certain meaning before this word."""
    if word in {"consider", "considers", "considered"} and not (after.endswith("ing") or after in _CONSIDERED):
        return True  # "considers it insulting"
    if word in {"looking", "toying"}:
        return not after.endswith("ing")  # "was looking at his telephone"
    if word == "supposed":
        return after == "to"  # "is supposed to end power cuts" tells an aim
    return word.startswith("appear") and after in _IN_PERSON  # "will appear before a court"


def bears_on(reading: Reading, cue: Cue, answered: dict[int, int]) -> bool:
    """Whether a word that a hedge bears on is answered: of a modal verb the verb behind it alone."""
    if reading.forms[cue.end - 1] == "that":  # its verb may stand far from it ("believe that a small number of …")
        return any(word in answered for word in cue.scope if word < cue.end + _REACH)
    targets = cue.targets or _before(reading, cue)
    if len(targets) > 1 and reading.forms[targets[0]] == "able":
        targets = targets[1:]
    if reading.forms[cue.end - 1] in _MODAL and targets and not _adverb(reading.forms[targets[0]]):
        targets = targets[:1]
    return any(word in answered for word in targets)


def _before(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """What a doubt at the end of its clause is told of ("a lawsuit was likely")."""
    word = reading.forms[cue.start]
    if word not in _PREDICATES or (word not in _MODAL and reading.forms[cue.start - 1 : cue.start] not in _TO_BE):
        return ()
    return tuple(reading.content(max(0, cue.start - 4), cue.start))


@lru_cache(maxsize=1)
def _evidence() -> frozenset[str]:
    return frozenset(stem(word) for word in _EVIDENCE.split())


def _adverb(form: str) -> bool:
    return form.endswith("ly") or form in {"still", "soon", "well", "later", "never"}
