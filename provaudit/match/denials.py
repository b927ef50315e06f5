"""The words that deny: which they are in a text, and what they turn round."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from provaudit.match import lexicon
from provaudit.match.cues import TURNS, Cue, breaks, cues
from provaudit.match.numerals import NUMBER_WORDS
from provaudit.match.reading import Reading, read_claim
from provaudit.match.stems import stem
from provaudit.match.unreal import supposed_away

NEAR = 5  # words within which another denial, or another answered word, belongs to the same statement
_LIST = 16  # words within which a list that a denial opens comes to its "or"
_PRONOUNS = {("he",), ("she",), ("it",), ("they",), ("there",), ("i",), ("we",)}
_RELATIVE = {("who",), ("that",), ("which",)}
_COMPARED = frozenset({"more", "fewer", "less", "later", "sooner", "earlier", "better", "other"})
_BEFORE_NOUNS = frozenset({"no", "none", "nothing", "without", "neither", "nor", "lack", "absence", "denied", "denies"})
_PLAIN = frozenset(
    {"not", "no", "never", "nothing", "nobody", "none", "without", "neither", "nor", "cannot", "nowhere"}
)
_NOUNS_TOO = {"dispute": frozenset({"over", "about", "with", "between"}), "disputes": frozenset({"over", "about"})}
_BEFORE_NOUN = frozenset({"a", "the", "this", "that", "in", "into", "of", "its", "their", "long-running"})
_NOBODY = frozenset({"nothing", "nobody", "none", "no"})
_BUT = frozenset({"but", "other", "further", "earlier"})
_TO_BE = {("is",), ("was",), ("are",), ("were",), ("be",)}
_COMMON_VERBS = frozenset({"told", "tell", "get", "got", "come", "came", "be", "been", "have", "had", "do", "done"})


def denials(reading: Reading, first: int, last: int, *, until: bool = False) -> list[Cue]:
    """The words that deny what follows them; two in a row ("did not rule out") cancel each other.

    "Will not return until Friday" says that it returns on Friday: such a denial is left out but with `until`.
    """
    kept: list[Cue] = []
    for found in cues(reading, "negations", first, last):
        if not _denies(reading, found) or (not until and lasts_until(reading, found)):
            continue
        cue = _aimed(reading, found)
        joined = reading.forms[cue.start] in {"nor", "neither"}
        if kept and cue.start - kept[-1].end <= 1 and not joined and not breaks(reading, cue.start):
            kept.pop()
        else:
            kept.append(cue)
    return kept


def double_denials(reading: Reading, first: int, last: int) -> list[tuple[Cue, Cue]]:
    """The denials that are themselves denied, each behind the one that denies it ("did not", "rule out")."""
    every = [cue for cue in cues(reading, "negations", first, last) if _denies(reading, cue)]
    return [
        (outer, inner)
        for outer, inner in pairwise(every)
        if inner.start - outer.end <= 1
        and reading.forms[inner.start] not in {"nor", "neither"}
        and not breaks(reading, inner.start)
    ]


def bearing(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """The words a denial surely turns: of a verb the first content word past adverbs, of a noun phrase two."""
    targets = tuple(word for word in cue.targets if not _is_number(reading.forms[word]))
    if reading.forms[cue.start].startswith("den") and _of_clause(reading, cue):
        return targets[1:]
    opened = reading.forms[cue.end - 1] == "that" or _opens_clause(reading, targets)
    if opened or reading.forms[cue.start] in _BEFORE_NOUNS:
        common = tuple(word for word in targets if not reading.raw(word)[0].isupper())
        return common[:2] or targets[:2]  # of "no evidence that Sen. Kole took money" the verb, not the name
    nearest = targets[:2] if targets and reading.forms[targets[0]].endswith("ly") else targets[:1]
    return (*nearest, *_listed(reading, cue))


def untold(reading: Reading, cue: Cue) -> bool:
    """Whether a denial is of knowing or telling alone ("would not say who …") and leaves what follows open."""
    return cue.end < len(reading) and reading.stems[cue.end] in _stems("untold")


def _aimed(reading: Reading, cue: Cue) -> Cue:
    """The denial with what it turns in builds of several words: "not … or …", and the verb that is kept from saying."""
    if untold(reading, cue):
        return replace(cue, targets=(cue.end,), scope=frozenset({cue.end}))
    return replace(cue, targets=(*cue.targets, *_listed(reading, cue)))


def _listed(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """The first word behind the "or" of a list that a denial opens ("did not sleep longer, move more or report …")."""
    stop = reading.sentences[reading.sentence_of(cue.start)][1]
    for at in range(cue.end, min(stop, cue.end + _LIST)):
        if reading.forms[at] in {"or", "nor"}:
            ends = (end for end in range(at + 1, min(stop, at + 4)) if breaks(reading, end))
            return tuple(reading.content(at + 1, next(ends, min(stop, at + 4)))[:1])
        if reading.forms[at] in TURNS or (breaks(reading, at) and "," not in reading.between(at)):
            break
    return ()


def _of_clause(reading: Reading, cue: Cue) -> bool:
    """Whether what is denied is a clause with a subject of its own ("denied that farms wasted water")."""
    after = reading.forms[cue.end : cue.end + 2]
    return after[:1] == ("that",) and after[1:] not in _PRONOUNS


def _opens_clause(reading: Reading, targets: tuple[int, ...]) -> bool:
    """Whether the first word denied says that a clause is so ("does not mean that …"), or is picked out by one."""
    if not targets:
        return False
    after = reading.forms[targets[0] + 1 : targets[0] + 2]
    return (
        after in _RELATIVE
        or after == ("to",)
        or (after == ("that",) and reading.stems[targets[0]] in _stems("clause_verbs"))
    )


@lru_cache(maxsize=4)
def _stems(listed: str) -> frozenset[str]:
    return frozenset(stem(word) for word in lexicon.lines(listed))


def _is_number(form: str) -> bool:
    return form[0].isdigit() or form in NUMBER_WORDS


def other_verb(denying: Reading, cue: Cue, other: Reading, word: int) -> bool:
    """Whether the denied verb is a common one ("told", "get") that the other text does not have before the word."""
    if denying.forms[cue.start] in _BEFORE_NOUNS or cue.end >= len(denying):
        return False
    linked = "to" in denying.forms[cue.end + 2 : cue.end + 4]  # "has not been able to …"
    common = denying.forms[cue.end] in _COMMON_VERBS and not linked
    return common and denying.stems[cue.end] not in other.stems[max(0, word - NEAR) : word + 1]


def count_denials(words: str) -> int:
    """How many plain words of denial some words hold."""
    return sum(1 for form in read_claim(words).forms if form in _PLAIN or form.endswith("n't"))


def lasts_until(reading: Reading, cue: Cue) -> bool:
    """Whether "until" stands close behind a denial, in its sentence."""
    return "until" in _behind(reading, cue, 2 * NEAR)


def too_much(reading: Reading, word: int) -> bool:
    """Whether a word stands in "too … to …", which denies without a word of denial."""
    before = reading.forms[max(0, word - 2 * NEAR) : word]
    return "too" in before and "to" in before[before.index("too") :]


def _behind(reading: Reading, cue: Cue, reach: int = NEAR) -> tuple[str, ...]:
    return reading.forms[cue.end : min(cue.end + reach, reading.sentences[reading.sentence_of(cue.start)][1])]


def _counts(reading: Reading, at: int) -> bool:
    """Whether a number or a date stands at a word or right behind it."""
    near = [form for form in reading.forms[at : at + 3] if form not in {"a", "the"}][:2]
    dated = lexicon.words("date_words")
    return any(form[0] in "$€£¥" or _is_number(form) or form in dated or form == "expected" for form in near)


def _denies(reading: Reading, cue: Cue) -> bool:
    form = reading.forms[cue.start]
    behind = _behind(reading, cue)
    after = behind[0] if behind else ""
    before = reading.forms[cue.start - 1] if cue.start else ""
    if form == "out":
        return after in lexicon.words("out_of")
    if _is_noun(form, before, after):
        return False
    if after in lexicon.words("no_denial") or (form, after) == ("not", "before") or (form in _NOBODY and after in _BUT):
        return False  # "nobody but Reece" and "no other shop" tell what is alone so
    if _of_no_verb(reading, cue, after) or supposed_away(reading, cue):
        return False
    if behind[1:2] == ("than",) and after in _COMPARED and _counts(reading, cue.end + 2):
        return False  # "no more than ten"
    numbered = form == "no" and reading.text[reading.ends[cue.start] :][:1] == "."  # "No. 10"
    return not numbered and reading.forms[cue.start - 1 : cue.start] != ("or",)  # "whether or not"


def _is_noun(form: str, before: str, after: str) -> bool:
    """Whether a word of denial is none here: "the three no votes", "who voted no", "in a dispute over pay"."""
    if form == "no":
        return before in {"vote", "votes", "voted"} or after in {"vote", "votes"}
    return form in _NOUNS_TOO and (before in _BEFORE_NOUN or after in _NOUNS_TOO[form])


def _of_no_verb(reading: Reading, cue: Cue, after: str) -> bool:
    """Whether what follows is no verb, where the phrase of denial asks for one."""
    if after in {"clear", "sure"} and reading.forms[cue.start - 1 : cue.start] in _TO_BE:
        return True  # "it was not clear who …"
    if reading.forms[cue.end - 1] == "from" and not after.endswith("ing"):
        return True  # "barred from class"
    return after[:1].isdigit() and reading.forms[cue.end - 1] == "to"  # "declined to 4.4 percent"
