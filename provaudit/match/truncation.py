"""A qualifier cut off: upstream goes on "but …", "unless …" right where the draft's words stop."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from provaudit.match import lexicon
from provaudit.match.cues import breaks
from provaudit.match.pairing import Pairing
from provaudit.match.reading import Reading
from provaudit.match.spoken import Track
from provaudit.model import Drift, DriftKind

_CREDIT = re.compile(r",[”\"’']? [^,.;:\n]{2,60}\b(?:said|says|told|wrote|added|warned|announced)\b[^,.;:\n]{0,40},\s")
_SHOWN = 12  # words of the qualifier that are shown
_NO_BUT = frozenset(
    {"all", "any", "anything", "everything", "nothing", "none", "everyone", "choice", "option"}
)  # "all but two of them"
_WHETHER = frozenset(
    {"as", "even", "what", "ask", "asked", "know", "knew", "see", "sure", "unclear", "wonder", "wondered"}
)
_OTHERWISE = frozenset({("provided", "by"), ("provided", "with"), ("provided", "to"), ("provided", "for")})
_STATES = frozenset({"be", "been", "is", "are", "was", "were", "not", "a", "the"})  # "was subject to abuse"
_OPENINGS = frozenset({"although", "though", "unless", "if", "provided", "except", "subject", "pending"})
# Words that may say in the draft what the page's qualifier says.
_KEEPING = frozenset({"once", "despite", "whereas", "nevertheless", "depends", "depending", "conditional"})
_NEXT = frozenset({"and", "or", "who", "which", "whose", "because", "while", "so"})
_CLAUSE = 8  # words of the claim's last clause that the page may have otherwise
_BREAK = 14  # words of a speaker's credit that may part a quotation ('," she told reporters, "')


def truncation_drift(
    pairing: Pairing, last: int, spoken: Track | None = None, *, reworded: bool = False
) -> Iterator[Drift]:
    """A drift if the page goes on with a qualifier after the claim's last word there (the one before `last`).

    It goes on in the same sentence, or, with `spoken`, in the same quotation past the credit that parts it. Of a claim
    that is `reworded` the last words may be other ones: the rest of its clause is passed over.
    """
    page = pairing.page
    if not 0 < last < len(page):
        return
    end = page.sentences[page.sentence_of(last - 1)][1]
    last += page.forms[last : last + 1] in {("said",), ("says",)}  # "…, a spokeswoman said, except …"
    starts = [last, _past_credit(page, last)] if last < end else []
    starts += _past_clause(page, last, end) if reworded else []
    if spoken is not None:
        starts += [start for start in _resumed(spoken, last) if not page.raw(start)[0].isupper()]
    for start in starts:
        qualifier = _qualifier(page.forms, start) or _yet(page, start)
        if qualifier and not _kept(pairing):
            stop = page.sentences[page.sentence_of(start)][1]
            yield Drift(DriftKind.TRUNCATION, "", page.words(start, min(stop, start + _SHOWN)))
            return
    begin = page.sentences[page.sentence_of(last - 1)][0]
    stop = _opening(pairing, begin, last) if spoken is None else begin
    if stop > begin and not _kept(pairing):
        yield Drift(DriftKind.TRUNCATION, "", page.words(begin, min(stop, begin + _SHOWN)))


def _opening(pairing: Pairing, begin: int, last: int) -> int:
    """Where a limiting clause ends that opens a sentence ("Although …, X") and of which the claim has nothing."""
    page = pairing.page
    if page.forms[begin] not in _OPENINGS:
        return begin
    stop = next((at for at in range(begin + 1, last) if breaks(page, at)), begin)
    first = min((place for place in pairing.answers if place >= begin), default=begin)
    passed = page.text[page.starts[begin] : page.starts[first]]
    return begin if first <= stop or "”" in passed or '"' in passed else stop  # past a quotation: who said it


def _past_clause(page: Reading, last: int, end: int) -> list[int]:
    """The words from `last` on, as far as the clause goes and one more."""
    ends = (at for at in range(last, min(end, last + _CLAUSE)) if breaks(page, at) or page.forms[at] in _NEXT)
    return list(range(last, min(next(ends, last + _CLAUSE - 1) + 1, end)))


def _past_credit(page: Reading, last: int) -> int:
    """Where the sentence goes on after a credit in commas (", the mayor said, unless …")."""
    credit = _CREDIT.match(page.text, page.ends[last - 1])
    return bisect_left(page.starts, credit.end()) if credit else last


def _resumed(spoken: Track, last: int) -> list[int]:
    """Where the quotation goes on after its speaker's credit."""
    following = [word for word in spoken.words if last < word <= last + _BREAK]
    return following[:1] if last not in spoken.words else []


def _qualifier(forms: tuple[str, ...], at: int) -> tuple[str, ...]:
    if forms[at] == "but" and (forms[at - 1] in _NO_BUT or forms[at + 1 : at + 2] == ("also",)):
        return ()
    after = forms[at + 1 : at + 2]
    if forms[at] == "if" and (forms[at - 1] in _WHETHER or after in {("not",), ("any",), ("anything",)}):
        return ()
    if (forms[at], *after) in _OTHERWISE or (forms[at] == "subject" and forms[at - 1] in _STATES):
        return ()
    return next((words for words in lexicon.phrases("qualifiers") if forms[at : at + len(words)] == words), ())


def _yet(page: Reading, at: int) -> tuple[str, ...]:
    """A "yet" that opens a clause ("…, yet it never used them"), not one of time."""
    return ("yet",) if page.forms[at] == "yet" and breaks(page, at) else ()


def _kept(pairing: Pairing) -> bool:
    """Whether the draft's own sentence has a qualifier too, inside the claim or after it."""
    told = (pairing.claim, pairing.sentence)
    if not _KEEPING.isdisjoint(pairing.sentence.forms):
        return True
    others = [words for words in lexicon.phrases("qualifiers") if words != ("if",)]
    if any(reading.find(words) >= 0 for reading in told for words in others):
        return True
    return pairing.sentence.forms.count("if") > pairing.claim.forms.count("if")
