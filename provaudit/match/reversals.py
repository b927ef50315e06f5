"""Ways to turn a statement round without a plain denial beside its verb.

A word's contrary in its place, a negating prefix, "for" and "against", a denial that is itself denied, and a denial
whose verb is left out ("the Dairy Alliance does not").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from provaudit.match import lexicon
from provaudit.match.concepts import negated, opposites
from provaudit.match.cues import TURNS, Cue, breaks, cues
from provaudit.match.denials import NEAR, double_denials, lasts_until
from provaudit.match.directions import went_otherwise
from provaudit.match.pairing import Pairing
from provaudit.match.presence import verbs
from provaudit.match.reading import Reading
from provaudit.match.small_words import compared, particle
from provaudit.match.stems import stem
from provaudit.match.turned import Side, absolved

Place = tuple[int, int]
_FOR = frozenset({"for", "favor", "favour", "supporting", "backing"})
_VOTE = stem("voted")
_FOR_IT = frozenset({"to", "for"})
_COMING = frozenset({"will", "would", "due", "shall"})
_PROHIBITIONS = frozenset({"ban", "block", "boycott", "embargo", "prohibition", "freez", "strik", "suspension"})
_REACH = 13  # words around a prohibition among which its end is told
_SUBJECT = 8  # words before a denial without a verb that may be its subject


def reversal(pairing: Pairing, claim: Side, page: Side) -> tuple[Place, Place] | None:
    """The first word of the claim that the passage has turned round, and what turns it there."""
    checks = (_prefixed, _opposed, _against, compared, particle, went_otherwise, _left_out)
    found = (check(pairing, claim, page) for check in checks)
    return next((places for places in found if places is not None), None)


def ends_as_told(reading: Reading, end: int, other: Reading, first: int, last: int) -> bool:
    """Whether what is "not … until …" is so in the end and the other text tells of that end.

    `end` is the first word from which the "until" is looked for. A text that says "before …" tells the contrary; one
    that tells of no time agrees if it speaks of what is to come.
    """
    stop = reading.sentences[reading.sentence_of(max(0, end - 1))][1]
    at = next((word for word in range(end, stop) if reading.forms[word] == "until"), None)
    told = other.forms[first:last]
    if at is None or "before" in told:
        return False
    until = {reading.forms[word] for word in reading.content(at + 1, min(stop, at + 9))} | (
        {"may"} & set(reading.forms[at + 1 : at + 3])
    )
    dated = any(form[0].isdigit() or form in lexicon.words("date_words") or form == "may" for form in until)
    promised = not dated and any(form.startswith(("wo", "will")) for form in reading.forms[max(0, end - 3) : end])
    return not until.isdisjoint(told) or "until" in told or not (promised or _COMING.isdisjoint(told))


def denied_twice(pairing: Pairing, claim: Side, page: Side) -> tuple[Place, Place] | None:
    """A denial that is itself denied on one side alone ("could not rule out", "ruled out")."""
    ours = {at for cue in claim.every for at in range(cue.start, cue.end)}
    theirs = {at for cue in page.every for at in range(cue.start, cue.end)}
    for outer, inner in double_denials(pairing.page, pairing.first, pairing.last):
        here = [pairing.answers[at] for at in range(inner.start, inner.end) if pairing.answers.get(at) in ours]
        if here and pairing.at_home(inner.start):
            return (here[0], here[0] + 1), (outer.start, inner.end)
    for outer, inner in double_denials(pairing.claim, 0, len(pairing.claim)):
        there = [pairing.partners[at] for at in range(inner.start, inner.end) if pairing.partners.get(at) in theirs]
        if there:
            return (outer.start, inner.end), (there[0], there[0] + 1)
    return None


def _prefixed(pairing: Pairing, claim: Side, page: Side) -> tuple[Place, Place] | None:
    """A word against its own negation ("damaged", "undamaged"), both denied or both not."""
    undone = {at for _, inner in double_denials(pairing.claim, 0, len(pairing.claim)) for at in _words(inner)}
    undone_there = {
        at for _, inner in double_denials(pairing.page, pairing.first, pairing.last) for at in _words(inner)
    }
    for here, there in pairing.partners.items():
        if here in undone or there in undone_there:
            continue  # "not in dispute" is "undisputed"
        if not negated(pairing.claim.stems[here], pairing.page.stems[there]) or not pairing.at_home(there):
            continue
        if (here in claim.denied) == (there in page.denied):
            return (here, here + 1), (there, there + 1)
    return None


def _words(cue: Cue) -> range:
    return range(cue.start, cue.end)


def _opposed(pairing: Pairing, ours: Side, theirs: Side) -> tuple[Place, Place] | None:
    """A word of the claim whose opposite stands in its place in the passage, with no denial near either."""
    if _until(pairing, ours, theirs):
        return None
    for here, there in _contraries(pairing):
        if _other_part(pairing, here, there):
            continue
        if absolved(ours, here, besides=here) or absolved(theirs, there, besides=there):
            continue
        if (here in ours.turned) != (there in theirs.turned):  # "stayed open" for "was not closed"
            continue
        if _same_company(pairing, here, there) or _all_told(pairing, here):
            return (here, here + 1), (there, there + 1)
    return None


def _all_told(pairing: Pairing, here: int) -> bool:
    """Whether the passage has all of the claim but its one verb, in whatever order ("have been closed", "closed")."""
    rest = [at for at in pairing.claim.content(0, len(pairing.claim)) if at != here]
    return here in verbs(pairing.claim) and len(rest) > 1 and all(at in pairing.partners for at in rest)


def _other_part(pairing: Pairing, here: int, there: int) -> bool:
    """Whether two contraries tell of one act from its two ends ("A sold to B", "B bought from A")."""
    if not any(pairing.claim.stems[here] in one and pairing.page.stems[there] in other for one, other in _converses()):
        return False
    mine = [word for word in pairing.partners if abs(word - here) <= _REACH]
    before = [pairing.partners[word] for word in mine if word < here][:1]
    after = [pairing.partners[word] for word in mine if word > here]
    return any(at > there for at in before) and any(at < there for at in after)


@lru_cache(maxsize=1)
def _converses() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    pairs = []
    for line in lexicon.lines("converses"):
        one, other = (frozenset(stem(word) for word in side.split()) for side in line.split("/"))
        pairs += [(one, other), (other, one)]
    return tuple(pairs)


def _contraries(pairing: Pairing) -> Iterator[Place]:
    """Each word of the claim without a partner, with each word of the passage that says the contrary."""
    claim, page = pairing.claim, pairing.page
    doubled = double_denials(page, pairing.first, pairing.last)
    undone = {at for _, inner in doubled for at in range(inner.start, inner.end)}
    for here in claim.content(0, len(claim)):
        contrary = opposites(claim.stems[here]) if here not in pairing.partners else frozenset()
        for there in page.content(pairing.first, pairing.last) if contrary else ():
            free = there not in pairing.answers and there not in undone
            if not free or page.stems[there] not in contrary or not _told(pairing, here, there):
                continue
            if not _ended(page, there) and not _ended(claim, here):
                yield here, there


def _told(pairing: Pairing, here: int, there: int) -> bool:
    """Whether a contrary stands in a sentence of the claim, or of the same subject in the sentence behind it."""
    if pairing.at_home(there):
        return True
    return pairing.page.sentence_of(there) - 1 in pairing.homes and pairing.follows(here, there)


def _ended(reading: Reading, word: int) -> bool:
    """Whether a word of prohibition stands where its end is told ("the ban will be lifted")."""
    if reading.stems[word] not in _PROHIBITIONS:
        return False
    first, last = reading.sentences[reading.sentence_of(word)]
    near = reading.stems[max(first, word - _REACH) : min(last, word + _REACH)]
    return any(stem(verb) in near for verb in lexicon.lines("ending_verbs"))


def _until(pairing: Pairing, ours: Side, theirs: Side) -> bool:
    """Whether one side lasts until what the other tells: "will stay shut until May" says that it opens in May."""
    claim, page = pairing.claim, pairing.page
    if "until" in claim.forms and (ours.every or "until" not in page.forms[pairing.first : pairing.last]):
        return ends_as_told(claim, 0, page, pairing.first, pairing.last)
    if "until" not in claim.forms:
        homes = [page.sentences[number] for number in sorted(pairing.homes)]
        return any(ends_as_told(page, first + 1, claim, 0, len(claim)) for first, _ in homes)
    return any(lasts_until(page, cue) for cue in theirs.every)


def _same_company(pairing: Pairing, here: int, there: int) -> bool:
    """Whether a neighbouring content word of the one answers a neighbour of the other."""
    near = pairing.claim.content(max(0, here - 4), min(len(pairing.claim), here + 5))
    return any(abs(pairing.partners[word] - there) <= NEAR for word in near if word in pairing.partners)


def _against(pairing: Pairing, claim: Side, page: Side) -> tuple[Place, Place] | None:
    """What one side is for and the other "against"."""
    stretch = page.reading.forms[pairing.first : pairing.last]
    if "against" in stretch and "against" in claim.reading.forms:
        return None
    for here, there in pairing.partners.items():
        if votes := _voted(pairing, here, there):
            return votes
        mine, theirs = _before(claim.reading, here), _before(page.reading, there)
        if mine is None or theirs is None or not pairing.at_home(there):
            continue
        one, other = claim.reading.forms[mine], page.reading.forms[theirs]
        if (one == "against") != (other == "against") and here not in claim.denied and there not in page.denied:
            return (mine, mine + 1), (theirs, theirs + 1)
    return None


def _voted(pairing: Pairing, here: int, there: int) -> tuple[Place, Place] | None:
    """Whether one side voted "to" do it and the other "against" it."""
    if pairing.claim.stems[here] != _VOTE or pairing.page.stems[there] != _VOTE or not pairing.at_home(there):
        return None
    ours, theirs = pairing.claim.forms[here + 1 : here + 2], pairing.page.forms[there + 1 : there + 2]
    ways = {*ours, *theirs}
    if not (ours and theirs) or breaks(pairing.claim, here + 1) or breaks(pairing.page, there + 1):
        return None  # "51 percent of the vote, against 47"
    return ((here, here + 2), (there, there + 2)) if "against" in ways and ways & _FOR_IT else None


def _before(reading: Reading, word: int) -> int | None:
    """The "for" or "against" right behind a verb, or whose noun phrase starts right before a word or two before it."""
    if reading.forms[word + 1 : word + 2] == ("against",) or reading.forms[word + 1 : word + 2] == ("for",):
        return word + 1
    for at in range(word - 1, max(-1, word - 4), -1):
        if reading.forms[at] == "against" or reading.forms[at] in _FOR:
            return at
    return None


def _left_out(pairing: Pairing, claim: Side, page: Side) -> tuple[Place, Place] | None:
    """A denial at the end of its clause, of the subject of the claim, and no denial in the claim."""
    if claim.alone or page.alone or "against" in claim.reading.forms:
        return None
    for cue in cues(page.reading, "negations", pairing.first, pairing.last):
        ends = cue.end == len(page.reading) or breaks(page.reading, cue.end) or page.reading.forms[cue.end] in TURNS
        told = pairing.at_home(cue.start) or page.reading.sentence_of(cue.start) - 1 in pairing.homes
        supposed = "if" in page.reading.forms[max(0, cue.start - 3) : cue.start]
        if cue.end - cue.start > 1 or not ends or not told or supposed:
            continue
        subject = [pairing.answers[at] for at in _subject(page.reading, cue.start) if at in pairing.answers]
        verb = [at for at in pairing.partners if at not in subject]
        if subject and verb and max(subject) < min(verb) and min(subject) == min(pairing.partners):
            return (verb[0], verb[0] + 1), (cue.start - 1, cue.end)
    return None


def _subject(reading: Reading, at: int) -> list[int]:
    """The content words of the clause before a word."""
    start = at
    while start > max(0, at - _SUBJECT) and not breaks(reading, start):
        if reading.forms[start - 1] in TURNS or reading.forms[start - 1] == "and":
            break
        start -= 1
    return reading.content(start, at)
