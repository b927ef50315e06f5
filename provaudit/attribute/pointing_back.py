"""Credit in a sentence of its own: "That's according to the Gazette", "Or so the Gazette says".

What is said stands in the sentence before; "that", "so" or a bare adverb only points to it.
"""

import re
from bisect import bisect_left
from dataclasses import replace
from typing import Final

from provaudit.attribute.according import according_source
from provaudit.attribute.body import Body
from provaudit.attribute.found import Found
from provaudit.attribute.sentences import Word
from provaudit.model import Span

_THAT: Final = (
    r"(?:(?:all|most|much)\ of\ )?(?:that|this|it)(?:['’]s|\ is|\ was)?(?:\ (?:all|also|at\ least|largely|mostly))*"
)
_AFTERTHOUGHT: Final = frozenset({"anyway", "apparently", "basically", "essentially", "mostly", "roughly"})
_LEAD: Final = r"(?:(?:or|and|but),?\ )?(?:at\ least,?\ )?"
_POINTER: Final = re.compile(
    rf"""{_LEAD}(?:{_THAT}(?:\ (?:what|how))?|so|at\ least)
        |more\ or\ less|{"|".join(sorted(_AFTERTHOUGHT))}""",
    re.IGNORECASE | re.VERBOSE,
)
_VERB: Final = r"(?P<cue>says?|said|reports?|reported|wr[io]tes?|found|told|claims?|claimed|argued?s?)"
_ACCORDING: Final = re.compile(rf"{_LEAD}(?:{_THAT}\ )?(?P<cue>according\ to)\ ", re.IGNORECASE | re.VERBOSE)
_CLAUSES: Final = (
    re.compile(rf"{_LEAD}{_THAT}\ what\ (?P<source>[^,;:]{{2,60}}?)\ {_VERB}\b[^,;:]*[.!]", re.IGNORECASE | re.VERBOSE),
    re.compile(rf"{_LEAD}so\ {_VERB}\ (?P<source>[^,;:]{{2,60}})[.!]", re.IGNORECASE | re.VERBOSE),
    re.compile(rf"{_LEAD}so\ (?P<source>[^,;:]{{2,60}}?)\ {_VERB}[.!]", re.IGNORECASE | re.VERBOSE),
)
_STOPS: Final = frozenset({"", ",", ".", ";", "!", "(", "which", "who"})
_SURE: Final = 0.8


def pointing_back(flat: list[Found], body: Body) -> list[Found]:
    """Return flat attributions in which such a credit is for the sentence before it."""
    made = list(flat)
    for sentence, before in zip(body.sentences[1:], body.sentences, strict=False):
        credit = _credit(sentence, body)
        if credit is None or not _neighbours(before, sentence, body):
            continue
        known = [one for one in made if one.cue and sentence.start <= one.cue[0].start < sentence.end]
        said = Span(before.start, before.end - body.text.startswith(".", before.end - 1))
        if not known:
            made.append(replace(credit, content=(said,)))
        elif len(known) == 1 and _points(known[0], before, body.text):
            made[made.index(known[0])] = replace(known[0], content=(said,))
    return made


def _points(one: Found, before: Span, text: str) -> bool:
    """Whether the words taken for what is said only point to it, or are a part of it."""
    said = " ".join(text[span.start : span.end] for span in one.content)
    return before.holds(one.content[0]) or _POINTER.fullmatch(said.strip(" ,.")) is not None


def _credit(sentence: Span, body: Body) -> Found | None:
    """The source and cue of a sentence that holds nothing else."""
    opened = _ACCORDING.match(body.prose, sentence.start, sentence.end)
    if opened is not None:
        source = _after(opened.start("cue"), body.words(sentence), alone=opened.start("cue") == sentence.start)
        return source and _found(source, Span(*opened.span("cue")))
    matches = (clause.fullmatch(body.prose, sentence.start, sentence.end) for clause in _CLAUSES)
    match = next((one for one in matches if one is not None), None)
    return match and _found(Span(*match.span("source")), Span(*match.span("cue")))


def _after(cue: int, words: list[Word], *, alone: bool) -> Span | None:
    """The source after "according to", where the sentence tells nothing more; `alone`: the sentence opens on it."""
    source = according_source(words, bisect_left([word.start for word in words], cue))
    if source is None:
        return None
    rest = [word.low for word in words[source.end :] if word.low[:1].isalnum()]
    over = not set(rest) - _AFTERTHOUGHT if alone else source.end >= len(words) or words[source.end].low in _STOPS
    return Span(words[source.start].start, words[source.end - 1].end) if over else None


def _found(source: Span, cue: Span) -> Found:
    return Found((source,), (cue,), (), _SURE)


def _neighbours(before: Span, sentence: Span, body: Body) -> bool:
    """Whether nothing stands between them but the end of a paragraph."""
    return not body.text[before.end : sentence.start].strip()
