"""Drift of hedges: a doubt the passage has and the draft lost, or the reverse, and a changed modal verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provaudit.match import lexicon
from provaudit.match.cues import TURNS, Cue, cues
from provaudit.match.denials import denials
from provaudit.match.doubts import accusations, bears_on, doubts
from provaudit.match.pairing import Pairing
from provaudit.match.plans import told_as_done, told_as_sure
from provaudit.match.presence import verbs
from provaudit.match.reading import Reading
from provaudit.match.stems import stem
from provaudit.model import Drift, DriftKind

_UNNAMED = frozenset(
    {"source", "sources", "official", "officials", "unnamed", "anonymous", "people", "reports", "aide", "aides"}
)
_BELIEF = frozenset(
    {"view", "opinion", "theory", "believe", "believes", "think", "thinks", "fear", "fears", "assume", "assumes"}
)
_DENIED = frozenset({"deny", "denies", "denied"})
_COVERED = 0.6  # share of the claim's content words that the passage has to have
_MODALS = {"must": "must", "should": "should", "ought": "should", "will": "will", "would": "will", "shall": "will"}
_POSSIBLE = frozenset(
    {
        "face",
        "faces",
        "facing",
        "faced",
        "maximum",
        "risk",
        "risks",
        "chance",
        "potential",
        "if",
        "able",
        "capable",
    }
)
_DUE = frozenset({"forecast", "should", "due", "set", "scheduled", "planned", "plans", "aims", "hopes", "poised"})
_MEANT = frozenset({"wants", "want", "wanted", "plans", "planned", "aims", "intends", "seeks", "seeking", "trying"})
_OPEN = frozenset({"if", "whether", "doubt", "doubts", "undecided", "unclear", "unsure", "questioned", "open"})
_MULLING = frozenset({"thinking", "thought", "thinks", "weighing", "mulling", "undecided", "decide", "mind", "tempted"})
# What in the draft leaves open what a doubt of the page, by how its words begin, leaves open.
_AS_OPEN = {"whether": _OPEN, "hop": _MEANT, "expected": _DUE, "likely": _DUE, "probabl": _DUE, "considering": _MULLING}
_ABLE = frozenset({"can", "could", "able", "allowed", "permitted", "possible"})
# "has until Friday to object" and "is free to object" make nobody object.
_FREE_TO = re.compile(
    r"\b(?:ha[sd]|have|given?|gives|gave) (?:\w+ ){0,2}until\b|\b(?:free|entitled|allowed|permitted) to\b"
)
_HEARSAY = frozenset({"said", "reported", "reportedly", "understood", "rumored", "rumoured"})  # what unnamed people say
_ACCUSERS = frozenset(
    {"prosecutors", "prosecutor", "prosecution", "police", "detectives", "indictment", "lawsuit", "charge", "charges"}
)
_CHARGED = frozenset({"charge", "charges", "charged"})  # who faces a charge is accused
_BANS = frozenset(map(stem, ("ban", "bar", "forbid", "forbidden", "outlaw", "prohibit", "must", "cannot")))
_ARGUED = frozenset(
    {"according", "alleged", "alleges", "argued", "argues", "claimed", "claims", "insisted", "insists"}
    | {"maintained", "maintains", "said", "says"}
)
_PRONOUNS = frozenset({"he", "she", "it", "they", "this", "these", "both"})
_DENYING = frozenset({"not", "no", "never", "didn't", "don't", "doesn't", "isn't", "wasn't", "aren't", "weren't"})


def hedge_drift(pairing: Pairing) -> Iterator[Drift]:
    """At most one drift: a hedge lost, gained, or a modal of another strength."""
    if pairing.coverage < _COVERED:
        return
    lost = _lost(pairing)
    gained = _gained(pairing) if lost is None else None
    if lost is not None:
        yield Drift(DriftKind.HEDGE, "", pairing.page.words(lost.start, lost.end))
    elif gained is not None:
        yield Drift(DriftKind.HEDGE, pairing.claim.words(gained.start, gained.end), "")
    elif (sure := _made_certain(pairing)) is not None:
        yield Drift(
            DriftKind.HEDGE,
            pairing.claim.words(sure[0].start, sure[0].end),
            pairing.page.words(sure[1].start, sure[1].end),
        )
    elif (places := told_as_done(pairing) or told_as_sure(pairing)) is not None:
        yield Drift(DriftKind.HEDGE, pairing.claim.words(*places[0]), pairing.page.words(*places[1]))
    else:
        yield from _modal_drift(pairing)


def _lost(pairing: Pairing) -> Cue | None:
    """The passage's doubt about a word of the claim, where the draft has none in the claim, its sentence or its cue."""
    theirs = [
        cue
        for cue in doubts(pairing.page, pairing.first, pairing.last)
        if bears_on(pairing.page, cue, pairing.answers) and _of_its_verb(pairing, cue)
    ]
    theirs = [cue for cue in theirs if _told(pairing, cue) and not _possible_anyhow(pairing, cue)]
    sides = (pairing.claim, pairing.sentence, pairing.cue)
    theirs += [] if any(cues(side, "unnamed", 0, len(side)) for side in sides) else _unnamed(pairing)
    if _denies_alone(pairing):
        # "did not" and "may have" are told apart as a denial; "will not" and "may not" differ in the hedge.
        theirs = [cue for cue in theirs if not _only_possible(pairing.page, cue) or _followed_by_denial(pairing, cue)]
    alleged = any(pairing.page.stems[cue.start].startswith("alleg") for cue in theirs)
    if not theirs or any(_doubted(side, threats=not alleged) for side in sides):
        return None
    said = {form for side in sides for form in side.forms}
    if not _CHARGED.isdisjoint(said):
        theirs = [cue for cue in theirs if not pairing.page.stems[cue.start].startswith("accus")]
    if not _ARGUED.isdisjoint(pairing.claim.forms):
        theirs = [cue for cue in theirs if not pairing.page.stems[cue.start].startswith(("contend", "claim", "accus"))]
    if not said.isdisjoint(_BELIEF | _DENIED) or not _UNNAMED.isdisjoint(_beside_claim(pairing)):
        return None
    # "is not expected before March" keeps "is not expected to".
    kept = {stem(form) for form in said - lexicon.words("stop_words")}
    return next(
        (cue for cue in theirs if stem(max(pairing.page.forms[cue.start : cue.end], key=len)) not in kept), None
    )


def _of_its_verb(pairing: Pairing, cue: Cue) -> bool:
    """Whether a doubt may bear on the claim's verb, where the sentence of the doubt has that verb at all."""
    there = [pairing.partners[word] for word in verbs(pairing.claim) if word in pairing.partners]
    there = [at for at in there if pairing.page.sentence_of(at) == pairing.page.sentence_of(cue.start)]
    reached = {*cue.scope, *cue.targets, *range(cue.start, cue.end)}
    return not there or not reached.isdisjoint(there) or all(at < cue.start for at in there)


def _told(pairing: Pairing, cue: Cue) -> bool:
    """Whether a doubt stands in a sentence that carries the claim, or right before the claim's own verb."""
    if pairing.at_home(cue.start):
        return True
    number = pairing.page.sentence_of(cue.start)
    if number - 1 in pairing.homes and pairing.page.forms[pairing.page.sentences[number][0]] in _PRONOUNS:
        return True
    verb = pairing.answers.get(cue.targets[0]) if cue.targets else None
    return verb is not None and verb in verbs(pairing.claim)


def _doubted(side: Reading, *, threats: bool) -> bool:
    """Whether a text of the draft holds any word of doubt, whatever it bears on; May, the month, is none.

    Without `threats` they count for none: who "allegedly threatened to" may not have threatened at all.
    """
    every = (*cues(side, "hedges", 0, len(side)), *accusations(side, 0, len(side)))
    every = tuple(cue for cue in every if threats or not side.stems[cue.start].startswith("threat"))
    every = tuple(
        cue for cue in every if side.forms[cue.start] != "whether" or side.forms[cue.end : cue.end + 1] != ("to",)
    )
    return any(side.raw(cue.start) != "May" or cue.end - cue.start > 1 or not cue.start for cue in every)


def _denies_alone(pairing: Pairing) -> bool:
    """Whether the claim denies a word that the passage does not."""
    denied = {word for cue in denials(pairing.page, pairing.first, pairing.last) for word in cue.scope}
    ours = [word for cue in denials(pairing.claim, 0, len(pairing.claim)) for word in cue.targets]
    return bool(ours) and not any(pairing.partners.get(word) in denied for word in ours)


def _only_possible(reading: Reading, cue: Cue) -> bool:
    return reading.forms[cue.start] in {"may", "might", "could"}


def _followed_by_denial(pairing: Pairing, cue: Cue) -> bool:
    return bool(denials(pairing.page, cue.start, min(cue.end + 2, pairing.last)))


def _gained(pairing: Pairing) -> Cue | None:
    ours = [
        cue for cue in doubts(pairing.claim, 0, len(pairing.claim)) if bears_on(pairing.claim, cue, pairing.partners)
    ]
    theirs = doubts(pairing.page, pairing.first, pairing.last)
    if not ours or any(_told(pairing, cue) for cue in theirs):
        return None
    said = {pairing.page.stems[word] for word in pairing.page.content(pairing.first, pairing.last)}
    if "whether" in pairing.page.forms[pairing.first : pairing.last]:
        ours = [cue for cue in ours if "whether" not in pairing.claim.forms[cue.start : cue.end]]
    ours = [cue for cue in ours if _DENYING.isdisjoint(pairing.claim.forms[max(0, cue.start - 2) : cue.start])]
    new = [cue for cue in ours if said.isdisjoint(_own_stems(pairing.claim, cue))]
    new = [cue for cue in new if not (_said_otherwise(pairing, cue) or _forbids(pairing, cue))]
    hearsay = bool(_unnamed(pairing))
    new = [cue for cue in new if not (hearsay and _HEARSAY.intersection(pairing.claim.forms[cue.start : cue.end]))]
    return next((cue for cue in new if not _ability(pairing, cue)), None)


def _made_certain(pairing: Pairing) -> tuple[Cue, Cue] | None:
    """The claim's word of certainty and the passage's of doubt, where the passage has no such certainty."""
    ours = cues(pairing.claim, "certainties", 0, len(pairing.claim))
    homes = [pairing.page.sentences[number] for number in sorted(pairing.homes)]
    if not ours or any(cues(pairing.page, "certainties", *home) for home in homes):
        return None
    theirs = [cue for cue in doubts(pairing.page, pairing.first, pairing.last) if _told(pairing, cue)]
    theirs = [cue for cue in theirs if not pairing.page.stems[cue.start].startswith("accus")]
    return (ours[0], theirs[0]) if theirs else None


def _said_otherwise(pairing: Pairing, cue: Cue) -> bool:
    """Whether the passage has what a doubt of the claim says without a doubt of its own."""
    word, page = pairing.claim.forms[cue.start], pairing.page
    said = {page.forms[at] for at in range(pairing.first, pairing.last) if pairing.at_home(at)}
    if word in {"expected", "likely", "probably", "probable"}:
        return not _DUE.isdisjoint(said)
    return word.startswith(("accus", "charge", "alleg", "suspect")) and not _ACCUSERS.isdisjoint(said)


def _forbids(pairing: Pairing, cue: Cue) -> bool:
    """Whether it is the "may" of "may not be sold", and the passage has the ban."""
    behind = pairing.claim.forms[cue.start : cue.start + 2]
    return behind == ("may", "not") and not _BANS.isdisjoint(pairing.page.stems[pairing.first : pairing.last])


def _own_stems(reading: Reading, cue: Cue) -> set[str]:
    return {reading.stems[word] for word in reading.content(cue.start, cue.end)}


def _beside_claim(pairing: Pairing) -> set[str]:
    """The words of the draft's sentence outside the claim, those that attribute it among them."""
    return {*pairing.sentence.forms, *pairing.cue.forms} - set(pairing.claim.forms)


def _possible_anyhow(pairing: Pairing, cue: Cue) -> bool:
    """Whether the draft says otherwise that something is possible only ("faces up to ten years", "if convicted")."""
    shared = {pairing.claim.forms[word] for word, there in pairing.partners.items() if pairing.at_home(there)}
    said = {*pairing.claim.forms, *pairing.sentence.forms} - shared
    words = pairing.page.forms[cue.start : cue.end]
    as_open = next((kept for doubt, kept in _AS_OPEN.items() if any(word.startswith(doubt) for word in words)), None)
    if as_open is not None:
        return not as_open.isdisjoint(said)
    here = [pairing.answers[word] for word in cue.targets if word in pairing.answers]
    if any("can" in pairing.claim.forms[max(0, word - 3) : word] for word in here):
        return True
    if pairing.page.forms[cue.start].startswith("suggest") and any(
        "would" in pairing.claim.forms[max(0, word - 3) : word] for word in _verbs_of(pairing, cue)
    ):
        return True  # "the party would come first" is no more than the polls suggest
    possible = not _POSSIBLE.isdisjoint(said) or _FREE_TO.search(" ".join(pairing.claim.forms)) is not None
    certain = any(_modal(pairing.claim, word) for word in pairing.partners)
    return possible and not certain and _only_possible(pairing.page, cue)


def _verbs_of(pairing: Pairing, cue: Cue) -> list[int]:
    """The words of the claim that answer what a doubt of the page may bear on."""
    return [pairing.answers[word] for word in cue.scope if word in pairing.answers]


def _ability(pairing: Pairing, cue: Cue) -> bool:
    """Whether "may" and "could" stand for the passage's "can"."""
    there = [pairing.partners[word] for word in cue.targets if word in pairing.partners]
    near = [form for word in there for form in pairing.page.forms[max(0, word - 4) : word]]
    if pairing.claim.forms[cue.start] == "could" and "could" in pairing.page.forms[pairing.first : pairing.last]:
        return True
    if pairing.claim.forms[cue.start] not in {"may", "could", "might"}:
        return False
    said = pairing.page.forms[pairing.first : pairing.last]
    return not _ABLE.isdisjoint(near) or not (_POSSIBLE - {"if"}).isdisjoint(said)


def _unnamed(pairing: Pairing) -> list[Cue]:
    """Unnamed people on whom the passage's own sentence rests."""
    if len(pairing.homes) != 1:
        return []
    (home,) = pairing.homes
    found = cues(pairing.page, "unnamed", *pairing.page.sentences[home])
    answered = [word for word in pairing.answers if pairing.at_home(word)]
    return [cue for cue in found if not _parted(pairing.page, max(answered), cue.start)]


def _parted(page: Reading, said: int, source: int) -> bool:
    """Whether a "but" stands between a statement and the source of what comes behind it."""
    return not TURNS.isdisjoint(page.forms[said:source])


def _modal_drift(pairing: Pairing) -> Iterator[Drift]:
    for here, there in pairing.partners.items():
        ours, theirs = _modal(pairing.claim, here), _modal(pairing.page, there)
        if ours and theirs and ours[0] != theirs[0]:
            yield Drift(DriftKind.HEDGE, ours[1], theirs[1])
            return


def _modal(reading: Reading, verb: int) -> tuple[str, str] | None:
    """The class of the modal right before a verb, and the modal as printed."""
    for place in range(verb - 1, max(-1, verb - 3), -1):
        kind = _MODALS.get(reading.forms[place])
        if kind is not None:
            return kind, reading.raw(place)
    return None
