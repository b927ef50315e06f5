"""Drift of negation: a word the claim denies and the passage affirms, or the reverse, and plain opposites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from provaudit.match.concepts import akin, opposites
from provaudit.match.crossed import crossed
from provaudit.match.cues import Cue
from provaudit.match.denials import count_denials, denials, lasts_until, untold
from provaudit.match.pairing import Pairing
from provaudit.match.presence import verbs
from provaudit.match.quantities import quantities
from provaudit.match.reading import Reading, read_claim
from provaudit.match.reversals import denied_twice, ends_as_told, reversal
from provaudit.match.stems import stem
from provaudit.match.turned import Side, denied_alone, negative_stems, side, verb_of
from provaudit.model import Drift, DriftKind

# Shares of the claim's content words that have to be there, at all and as they stand.
_COVERED, _VERBATIM = 0.6, 0.45
_NOBODY = frozenset({"nobody", "none"})
_PEOPLE = frozenset(stem(word) for word in ("people", "person", "man", "woman", "child", "passenger", "officer"))
_VERB = 5  # words between "nobody", or a count of people, and the verb
_NEARLY_ALL = 0.74
_UNTIL = 4  # words from a denied word to the "until" that tells how long it is so
_ALWAYS = frozenset({"always", "often"})  # what "never" denies already
_PRONOUNS = frozenset({"he", "she", "it", "they"})


def negation_drift(pairing: Pairing) -> Iterator[Drift]:
    """At most one drift: the first word of the claim that is turned round.

    Where the passage says the claim in quite other words, a denial may lie in any of them, and nothing is told.
    """
    if nobody := _nobody(pairing):
        yield nobody
        return
    if pairing.coverage < _COVERED or pairing.verbatim_share < _VERBATIM:
        return
    claim, page = _sides(pairing)
    places = denied_twice(pairing, claim, page) or crossed(pairing, claim, page)
    found = _turned(pairing, claim, page) if places is None else None
    places = places or (reversal(pairing, claim, page) if found is None else None)
    found = found if places is None else _drift(pairing, *places)
    if found is not None:
        yield found


def _nobody(pairing: Pairing) -> Drift | None:
    """A claim that nobody was hurt where the passage counts the hurt ("three people were killed"), or the reverse."""
    claim, page = pairing.claim, pairing.page
    for at, verb in _of_nobody(claim, 0, len(claim)):
        there = pairing.partners.get(verb)
        counted = None if there is None else _counted_before(page, there)
        if there is not None and counted is not None and pairing.at_home(there):
            return _drift(pairing, (at, verb + 1), (counted, there + 1))
    for at, verb in _of_nobody(page, pairing.first, pairing.last):
        here = pairing.answers.get(verb)
        counted = None if here is None else _counted_before(claim, here)
        if here is not None and counted is not None and pairing.at_home(verb):
            return _drift(pairing, (counted, here + 1), (at, verb + 1))
    return None


def _of_nobody(reading: Reading, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where "nobody" stands, and the first word of content behind it: what happened to nobody."""
    for at in range(first, last):
        if reading.forms[at] in _NOBODY or reading.forms[at : at + 2] == ("no", "one"):
            yield from ((at, verb) for verb in reading.content(at + 1, min(last, at + _VERB))[:1])


def _counted_before(reading: Reading, verb: int) -> int | None:
    """Where the count of people stands that a verb in the passive is told of ("three people were killed")."""
    first = max(reading.sentences[reading.sentence_of(verb)][0], verb - _VERB)
    if reading.forms[verb - 1] not in {"were", "was", "been", "are"}:
        return None
    found = [one.start for one in quantities(reading, first, verb) if one.head in _PEOPLE and one.written >= 1]
    return found[-1] if found else None


def quoted_negation(changes: Iterable[Drift]) -> Iterator[Drift]:
    """The first of a quotation's changes that puts a denial in or takes one out; "don't" for "do not" does neither."""
    turned = [change for change in changes if _flips(change.draft, change.upstream) % 2]
    if turned:
        yield Drift(DriftKind.NEGATION, turned[0].draft, turned[0].upstream)


def _flips(ours: str, theirs: str) -> int:
    """How often a changed stretch is turned: by its denials, and by words beside them whose contrary replaces them."""
    denied = count_denials(ours) + count_denials(theirs)
    one, other = read_claim(ours), read_claim(theirs)
    plain = [word for word in one.content(0, len(one)) if not count_denials(one.raw(word))]
    contrary = [word for word in plain if not opposites(one.stems[word]).isdisjoint(other.stems)]
    never = {"never", "nor"} & {*one.forms, *other.forms}
    return denied + len([word for word in contrary if not (never and one.forms[word] in _ALWAYS)])


def _sides(pairing: Pairing) -> tuple[Side, Side]:
    ours = denials(pairing.claim, 0, len(pairing.claim), until=True)
    theirs = denials(pairing.page, pairing.first, pairing.last, until=True)
    ours_alone, theirs_alone = ours_unshared, theirs_unshared = _unpaired(pairing, ours, theirs)
    stretch = (pairing.first, pairing.last)
    ours_alone = [
        cue
        for cue in ours_alone
        if _lasts_as_well(pairing, pairing.partners, cue) or not _ends(pairing.claim, cue, pairing.page, stretch)
    ]
    theirs_alone = [
        cue
        for cue in theirs_alone
        if _lasts_as_well(pairing, pairing.answers, cue)
        or not _ends(pairing.page, cue, pairing.claim, (0, len(pairing.claim)))
    ]
    theirs_alone = [cue for cue in theirs_alone if _of_claim(pairing, cue) and _bears_on(cue, pairing.answers)]
    ours_alone = [cue for cue in ours_alone if _bears_on(cue, pairing.partners)]
    claim = side(pairing.claim, ours, ours_alone, ours_unshared, pairing.partners)
    page = side(pairing.page, theirs, theirs_alone, theirs_unshared, pairing.answers)
    return _of_telling(claim, page), _of_telling(page, claim)


def _lasts_as_well(pairing: Pairing, answers: Mapping[int, int], cue: Cue) -> bool:
    """Whether the other side has the denied word itself, and "until" behind it ("not enough until", "enough until")."""
    ours = answers is pairing.partners
    mine, other = (pairing.claim, pairing.page) if ours else (pairing.page, pairing.claim)
    there = [answers[word] for word in cue.targets[:1] if word in answers]
    if not there or mine.stems[cue.targets[0]] != other.stems[there[0]]:
        return False
    stop = other.sentences[other.sentence_of(there[0])][1]
    return "until" in other.forms[there[0] : min(stop, there[0] + _UNTIL)]


def _of_claim(pairing: Pairing, cue: Cue) -> bool:
    """Whether a denial of the page stands in a sentence that carries the claim, or in one that goes on about it."""
    page, number = pairing.page, pairing.page.sentence_of(cue.start)
    if pairing.at_home(cue.start) or number - 1 not in pairing.homes:
        return pairing.at_home(cue.start)
    verb = {pairing.partners.get(word) for word in verbs(pairing.claim)}
    return page.forms[page.sentences[number][0]] in _PRONOUNS or not verb.isdisjoint(cue.targets)


def _ends(reading: Reading, cue: Cue, other: Reading, stretch: tuple[int, int]) -> bool:
    return lasts_until(reading, cue) and ends_as_told(reading, cue.end, other, *stretch)


def _of_telling(denying: Side, plain: Side) -> Side:
    """The side without those denials of telling or knowing whose verb the other side does not have."""

    def stays(cue: Cue) -> bool:
        if not untold(denying.reading, cue) or cue.end in denying.answers:
            return True
        return verb_of(denying, plain, cue.end) is not None

    return replace(denying, alone=[cue for cue in denying.alone if stays(cue)])


def _bears_on(cue: Cue, answered: Mapping[int, int]) -> bool:
    return any(word in answered for word in cue.targets) or cue.targets == (cue.end,)


def _unpaired(pairing: Pairing, ours: list[Cue], theirs: list[Cue]) -> tuple[list[Cue], list[Cue]]:
    """The denials of each side that no denial of the other side answers."""
    left = list(theirs)
    kept: list[Cue] = []
    for cue in ours:
        partners = {pairing.partners[word] for word in cue.targets if word in pairing.partners}
        like = [other for other in left if partners & set(other.targets) or _one_verb(pairing, cue, other)]
        twin = min(like, key=lambda other: not partners & set(other.targets[:1]), default=None)
        if twin is None:
            kept.append(cue)
        else:
            left.remove(twin)
    return kept, left


def _one_verb(pairing: Pairing, ours: Cue, theirs: Cue) -> bool:
    """Whether two denials are of one stem ("ruled out paying", "not pay"), or both of telling or knowing."""
    targets = bool(ours.targets and theirs.targets) and pairing.at_home(theirs.start)
    if targets and pairing.claim.stems[ours.targets[0]] == pairing.page.stems[theirs.targets[0]]:
        return True
    if not (untold(pairing.claim, ours) and untold(pairing.page, theirs)):
        return False
    return akin(pairing.claim.stems[ours.end], pairing.page.stems[theirs.end])


def _turned(pairing: Pairing, claim: Side, page: Side) -> Drift | None:
    """A word that one side denies and the other has without a denial near it."""
    by_cue = bool(denials(pairing.cue, 0, len(pairing.cue)))
    found = None if by_cue else denied_alone(page, claim)
    if found is not None and _same_build(pairing, found[1][0]):
        return _drift(pairing, found[1], found[0])
    found = denied_alone(claim, page)
    if found is not None and _same_build(pairing, found[0][1] - 1) and not _denied_around(pairing, found[0][1] - 1):
        return _drift(pairing, found[0], found[1])
    if by_cue and not claim.alone and not page.alone and not denials(pairing.page, *pairing.around):
        return _undenied(pairing)
    return None


def _same_build(pairing: Pairing, word: int) -> bool:
    """Whether the passage has the word in the claim's order, or every word of the claim; else its build may deny."""
    if pairing.verbatim_share == 1.0 or word not in pairing.partners or pairing.in_order(word):
        return True
    there = pairing.partners[word]
    if pairing.coverage >= _NEARLY_ALL and pairing.claim.stems[word] == pairing.page.stems[there]:
        # "do not believe the attack was targeted", "the attack was believed to be targeted"
        plainly = _plainly_denied(pairing.claim, word) or _plainly_denied(pairing.page, there)
        if plainly and word in verbs(pairing.claim) and pairing.at_home(there):
            return True
    return pairing.follows(word, pairing.partners[word])


def _plainly_denied(reading: Reading, word: int) -> bool:
    """Whether a plain "not" or "never" stands right before a word."""
    before = reading.forms[word - 1] if word else ""
    return before in {"not", "never"} or before.endswith("n't")


def _denied_around(pairing: Pairing, word: int) -> bool:
    """Whether the page denies it after all: beside the passage, of the claim's words, or in a negative word.

    Where the passage has all of the claim in one sentence, another one has to deny the claim's own denied `word`.
    """
    page = pairing.page
    plainly = pairing.verbatim_share == 1.0 and _plainly_denied(pairing.claim, word)
    whole = plainly and pairing.at_home(pairing.partners.get(word, pairing.first))
    stems = {pairing.claim.stems[word] for word in pairing.claim.content(0, len(pairing.claim))}
    for cue in denials(page, *pairing.around):
        told = {pairing.claim.stems[word]} if whole and not pairing.at_home(cue.start) else stems
        of_it_all = page.forms[cue.start].startswith(("deni", "deny", "refute"))
        if of_it_all or any(page.stems[at] in told for at in cue.scope):
            return True
    stretch = range(pairing.first, pairing.last)
    home = (page.stems[at] for at in stretch if pairing.at_home(at) and at not in pairing.answers)
    return not negative_stems().isdisjoint(home)


def _undenied(pairing: Pairing) -> Drift | None:
    """The draft says it is denied; the page says it and has no denial near."""
    if not pairing.answers:
        return None
    words = pairing.page.words(min(pairing.answers), max(pairing.answers) + 1)
    return Drift(DriftKind.NEGATION, pairing.statement.cue, words)


def _drift(pairing: Pairing, ours: tuple[int, int], theirs: tuple[int, int]) -> Drift:
    return Drift(DriftKind.NEGATION, pairing.claim.words(*ours), pairing.page.words(*theirs))
