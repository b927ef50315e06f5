"""Papers and people credited beside a sentence: "per a complaint filed in court", "in the words of one banker"."""

import re
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.quotations import COVERS
from provaudit.model import Span

_WHO: Final = r"(?P<who>(?:[\w$’'-]+ ){0,9}?[\w$’'-]+)"
_PER_FIRST: Final = re.compile(rf"(?P<cue>(?:As )?[Pp]er) {_WHO}, (?=\S)")
_PER_LAST: Final = re.compile(rf", (?P<cue>(?:as )?per) {_WHO}[.]?$")
_IN_THE_WORDS: Final = re.compile(
    rf"(?P<comma>, )?\b(?P<cue>[Ii]n the words of) {_WHO}(?:[,:](?: |$)|(?=[.]?$)|(?= ?[{COVERS}]))"
)
_DETERMINED: Final = re.compile(r"(?:an?|the|his|her|its|their|one|two|three|several|new|court|police) ", re.IGNORECASE)
_HEAD: Final = re.compile(
    r" (?:about|at|by|close|familiar|filed|for|from|in|obtained|of|on|published|released|seen|who|with)\b"
)
_TELLERS: Final = (
    *("attribution/documents", "attribution/reports", "sources/anonymous_heads", "sources/document_nouns"),
    *("sources/institution_voices", "sources/titles"),
)
_NOBODY: Final = frozenset({"another", "he", "her", "his", "its", "my", "others", "our", "their", "them", "your"})
_SHORTEST: Final = 3  # words of what is said
_REACH: Final = 160  # characters from the sentence's end
_SURE: Final = 0.7


def beside(sentence: Span, body: Body) -> Found | None:
    """Return what a sentence gives to a paper, an unnamed source or somebody's words beside it."""
    first = _PER_FIRST.match(body.prose, sentence.start, sentence.end)
    if first is not None and _tells(first["who"]):
        return _found(first, (Span(first.end(), sentence.end),), body)
    last = _PER_LAST.search(body.prose, max(sentence.start, sentence.end - _REACH), sentence.end)
    if last is not None and _tells(last["who"]):
        return _found(last, (Span(sentence.start, last.start()),), body)
    words = _IN_THE_WORDS.search(body.prose, sentence.start, sentence.end)
    if words is None or words["who"].split()[0].lower() in _NOBODY:
        return None
    before, after = Span(sentence.start, words.start()), Span(words.end(), sentence.end)
    opens = words.start("cue") == sentence.start
    return _found(words, (before, after) if opens or words["comma"] else (before,), body)


def _tells(who: str) -> bool:
    """Whether the words are of a paper or an unnamed source, and no rate: "per a complaint", not "per person"."""
    head = _HEAD.split(who)[0].split()[-1].lower()
    if head == "people":
        return _HEAD.search(who) is not None
    named = any(head in word_list(name) for name in _TELLERS)
    return named and (_DETERMINED.match(who) is not None or head.endswith("s") or head == "police")


def _found(match: re.Match[str], around: tuple[Span, ...], body: Body) -> Found | None:
    content = tuple(part for part in (_edged(span, body.text) for span in around) if part.start < part.end)
    if sum(len(body.text[part.start : part.end].split()) for part in content) < _SHORTEST:
        return None
    return Found((Span(*match.span("who")),), (Span(*match.span("cue")),), content, _SURE)


def _edged(span: Span, text: str) -> Span:
    words = text[span.start : span.end]
    left = len(words) - len(words.lstrip(" ,;:"))
    return Span(span.start + left, max(span.start + left, span.start + len(words.rstrip(" .,;:—–"))))
