"""Drift of negation: a word the claim denies and the passage affirms, or the reverse, and plain opposites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from provaudit.match import lexicon
from provaudit.match.concepts import negated, opposites
from provaudit.match.cues import Cue, breaks, cues
from provaudit.match.pairing import Pairing
from provaudit.match.reading import Reading, read_claim
from provaudit.match.stems import stem
from provaudit.model import Drift, DriftKind

_COMPARED = frozenset({"more", "fewer", "less", "later", "sooner", "earlier", "better", "other"})
_BEFORE_NOUNS = frozenset({"no", "none", "nothing", "without", "neither", "nor", "lack", "absence", "denied", "denies"})
_PLAIN = frozenset({"not", "no", "never", "nothing", "nobody", "none", "without", "neither", "nor", "cannot", "nowhere"})
_COMMON_VERBS = frozenset({"told", "tell", "get", "got", "come", "came", "be", "been", "have", "had", "do", "done"})
_COVERED, _VERBATIM = 0.65, 0.55  # shares of the claim's content words that have to be there, at all and as they stand
_NEAR = 5  # words within which another denial, or another answered word, belongs to the same statement


def negation_drift(pairing: Pairing) -> Iterator[Drift]:
    """At most one drift: the first word of the claim that is turned round.

    Where the passage says the claim in quite other words, a denial may lie in any of them, and nothing is told.
    """
    if pairing.coverage < _COVERED or pairing.verbatim_share < _VERBATIM:
        return
    all_ours = denials(pairing.claim, 0, len(pairing.claim))
    all_theirs = denials(pairing.page, pairing.first, pairing.last)
    ours, theirs = _unpaired(pairing, all_ours, all_theirs)
    theirs = [cue for cue in theirs if pairing.at_home(cue.start)]
    denied = {word for cue in all_ours for word in cue.scope}, {word for cue in all_theirs for word in cue.scope}
    found = _turned(pairing, ours, theirs, denied) or _prefixed(pairing, denied) or _opposed(pairing, ours, theirs)
    if found is not None:
        yield found


def quoted_negation(changes: Iterable[Drift]) -> Iterator[Drift]:
    """Of the changed words of a quotation, the first that puts a denial in or takes one out; "don't" for "do not" does not."""
    turned = [change for change in changes if _count(change.draft) % 2 != _count(change.upstream) % 2]
    if len(turned) % 2:
        yield Drift(DriftKind.NEGATION, turned[0].draft, turned[0].upstream)


def _count(words: str) -> int:
    reading = read_claim(words)
    return sum(1 for form in reading.forms if form in _PLAIN or form.endswith("n't"))


def _unpaired(pairing: Pairing, ours: list[Cue], theirs: list[Cue]) -> tuple[list[Cue], list[Cue]]:
    """The denials of each side that no denial of the other side answers."""
    left = list(theirs)
    kept: list[Cue] = []
    for cue in ours:
        partners = {pairing.partners[word] for word in cue.targets if word in pairing.partners}
        twin = next((other for other in left if partners & set(other.targets)), None)
        if twin is None:
            kept.append(cue)
        else:
            left.remove(twin)
    return kept, left


def denials(reading: Reading, first: int, last: int) -> list[Cue]:
    """The words that deny what follows them; two in a row ("did not rule out") cancel each other."""
    found = [cue for cue in cues(reading, "negations", first, last) if _denies(reading, cue)]
    kept: list[Cue] = []
    for cue in found:
        joined = reading.forms[cue.start] in {"nor", "neither"}
        if kept and cue.start - kept[-1].end <= 1 and not joined and not breaks(reading, cue.start):
            kept.pop()
        else:
            kept.append(cue)
    return kept


def _denies(reading: Reading, cue: Cue) -> bool:
    form = reading.forms[cue.start]
    after = reading.forms[cue.end] if cue.end < len(reading) else ""
    if after[:1].isdigit() and reading.forms[cue.end - 1] == "to":
        return False  # "declined to 4.4 percent"
    behind = reading.forms[cue.end : min(cue.end + _NEAR, reading.sentences[reading.sentence_of(cue.start)][1])]
    if after in lexicon.words("no_denial") or (form == "nothing" and after == "but"):
        return False
    if "until" in behind or (behind[1:2] == ("than",) and after in _COMPARED):
        return False  # "will not return until Friday" returns on Friday; "no more than ten"
    if form == "no" and reading.text[reading.ends[cue.start] :][:1] == ".":
        return False  # "No. 10"
    return reading.forms[cue.start - 1 : cue.start] != ("or",)  # "whether or not"


def _turned(
    pairing: Pairing, ours: list[Cue], theirs: list[Cue], denied: tuple[set[int], set[int]]
) -> Drift | None:
    """A word that one side denies and the other has without a denial near it."""
    denied_here, denied_there = denied
    by_cue = bool(denials(pairing.cue, 0, len(pairing.cue)))
    for cue in theirs if not by_cue else ():
        for there in _bearing(pairing.page, cue):
            here = pairing.answers.get(there)
            if here is None or _other_verb(pairing.page, cue, pairing.claim, here):
                continue
            if here not in denied_here and not _absolved(pairing.claim, here, ours):
                if not _contrary_beside(pairing.claim, here, pairing.page, cue, there):
                    return _drift(pairing, (here, here + 1), (cue.start, there + 1))
    for cue in ours:
        for here in _bearing(pairing.claim, cue):
            there = pairing.partners.get(here)
            if there is None or _other_verb(pairing.claim, cue, pairing.page, there):
                continue
            if there not in denied_there and not _absolved(pairing.page, there, theirs):
                if not _contrary_beside(pairing.page, there, pairing.claim, cue, here):
                    return _drift(pairing, (cue.start, here + 1), (there, there + 1))
    if by_cue and ours == theirs == [] and not denials(pairing.page, *pairing.around):
        return _undenied(pairing)
    return None


def _bearing(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """The words a denial surely turns: of a verb the first content word past adverbs, of a noun phrase the first two."""
    targets = tuple(word for word in cue.targets if not reading.forms[word][0].isdigit())
    if reading.forms[cue.start] in _BEFORE_NOUNS:
        return targets
    return targets[:2] if targets and reading.forms[targets[0]].endswith("ly") else targets[:1]


def _other_verb(denying: Reading, cue: Cue, other: Reading, word: int) -> bool:
    """Whether the denied verb is a common one ("told", "get") that the other side does not have before the word."""
    verb = denying.stems[cue.end] if cue.end < len(denying) else ""
    if denying.forms[cue.start] in _BEFORE_NOUNS or denying.forms[cue.end : cue.end + 1] == ():
        return False
    common = denying.forms[cue.end] in _COMMON_VERBS
    return common and verb not in other.stems[max(0, word - _NEAR) : word]


def _prefixed(pairing: Pairing, denied: tuple[set[int], set[int]]) -> Drift | None:
    """A word against its own negation ("damaged", "undamaged"), both denied or both not."""
    for here, there in pairing.partners.items():
        if negated(pairing.claim.stems[here], pairing.page.stems[there]):
            if (here in denied[0]) == (there in denied[1]) and pairing.at_home(there):
                return _drift(pairing, (here, here + 1), (there, there + 1))
    return None


def _undenied(pairing: Pairing) -> Drift | None:
    """The draft says it is denied; the page says it and has no denial near."""
    first = min(pairing.answers, default=-1)
    if first < 0:
        return None
    last = max(pairing.answers) + 1
    return Drift(DriftKind.NEGATION, pairing.statement.cue, pairing.page.words(first, last))


def _absolved(reading: Reading, word: int, denied: list[Cue]) -> bool:
    """Whether a denial stands close to a word after all, or one that denies a whole story ("denied it")."""
    close = any(cue.start - _NEAR <= word <= cue.end + _NEAR for cue in denied)
    return close or any(reading.forms[cue.start].startswith(("deni", "deny", "refute")) for cue in denied)


def _contrary_beside(reading: Reading, word: int, other: Reading, cue: Cue, denied: int) -> bool:
    """Whether the side without the denial says it in another way ("rejected" for "did not approve", "lacks")."""
    around = {*reading.stems[max(0, word - _NEAR) : word], *reading.stems[word + 1 : word + _NEAR + 2]}
    there_too = other.stems[max(0, denied - _NEAR) : denied + _NEAR + 2]
    contrary = {opposite for place in cue.scope for opposite in opposites(other.stems[place])}
    return bool(around & (contrary | _negative()) - set(there_too)) or negated(reading.stems[word], other.stems[denied])


def _drift(pairing: Pairing, ours: tuple[int, int], theirs: tuple[int, int]) -> Drift:
    return Drift(DriftKind.NEGATION, pairing.claim.words(*ours), pairing.page.words(*theirs))


@lru_cache(maxsize=1)
def _negative() -> frozenset[str]:
    return frozenset(stem(word) for word in lexicon.lines("negative_words"))


def _opposed(pairing: Pairing, ours: list[Cue], theirs: list[Cue]) -> Drift | None:
    """A word of the claim whose opposite stands in its place in the passage, with no denial near either."""
    claim, page = pairing.claim, pairing.page
    if _until(claim, 0, len(claim)) or _until(page, pairing.first, pairing.last):
        return None
    for here in claim.content(0, len(claim)):
        contrary = opposites(claim.stems[here]) if here not in pairing.partners else frozenset()
        if not contrary or _absolved(claim, here, ours):
            continue
        for there in page.content(pairing.first, pairing.last):
            if there in pairing.answers or page.stems[there] not in contrary or _absolved(page, there, theirs):
                continue
            if _same_company(pairing, here, there):
                return _drift(pairing, (here, here + 1), (there, there + 1))
    return None


def _until(reading: Reading, first: int, last: int) -> bool:
    """Whether something is "not … until …": said of its end, it is so after all."""
    forms = reading.forms[first:last]
    return "until" in forms and _count(" ".join(forms)) > 0


def _same_company(pairing: Pairing, here: int, there: int) -> bool:
    """Whether a neighbouring content word of the one answers a neighbour of the other."""
    ours = [word for word in pairing.claim.content(max(0, here - 4), min(len(pairing.claim), here + 5)) if word != here]
    return any(abs(pairing.partners[word] - there) <= _NEAR for word in ours if word in pairing.partners)
