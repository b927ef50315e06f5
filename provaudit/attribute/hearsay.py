"""Words that admit a source without naming one: "reportedly", "is said to", "it has been reported that".

They count only where no source is named: inside somebody's content they are that source's. "Allegedly" hedges an
accusation and is no hearsay.
"""

import re
from dataclasses import replace
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, cut, in_order, walk
from provaudit.model import Span

_CUE: Final = re.compile(
    r"""\b(?:(?P<adverb>reportedly)
        |(?:is|are|was|were|has\ been|have\ been|had\ been)\ (?:widely\ |also\ |often\ |variously\ )?
            (?P<said>said|reported|rumou?red|understood)\ to\b
        |(?:it|there)\ (?:has\ been|is\ being|was|is|were|have\ been|are)
            \ (?:widely\ |also\ |previously\ |first\ )?(?:reported|rumou?red|said|understood|reports?|rumou?rs?)
            (?:\ in\ the\ media|\ by\ (?:the\ )?media)?\ that
        |it\ (?:(?:has|had|later|then|also|since|first)\ )*(?:emerge[sd]?|transpire[sd]?|c[ao]me\ to\ light)
            (?:\ (?:on|last|this|yesterday|today|late|in)(?:\ \w+)?)?\ that)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_CONFIDENCE: Final = 0.8


def add_hearsay(attributions: tuple[Found, ...], body: Body) -> tuple[Found, ...]:
    """Return the trees with an attribution without source for every hearsay word that no source stands behind."""
    made = list(attributions)
    for sentence in body.sentences:
        for match in _CUE.finditer(body.prose, sentence.start, sentence.end):
            cue = Span(*match.span())
            made = _heard(made, cue, sentence, body)
    return in_order(made)


def _heard(made: list[Found], cue: Span, sentence: Span, body: Body) -> list[Found]:
    mine = [one for one in made if any(cue.meets(part) for part in one.cue)]
    holding = [one for one in walk(made) if one not in mine and any(part.holds(cue) for part in one.content)]
    if any(one.source for one in holding) or any(part.holds(cue) for one in walk(made) for part in one.source):
        return made
    made = [one for one in made if one not in holding]
    inside = [one for one in made if sentence.start <= one.start < sentence.end and one not in mine]
    if mine:
        return [_marked(one, cue, sentence, body) if one in mine else one for one in made]
    if any(one.source and one.content and one.start < cue.start for one in inside):
        return made
    content = _content(cue, sentence, body)
    if not content:
        return made
    return [
        *(one for one in made if one not in inside),
        Found((), (cue,), content, _CONFIDENCE, tuple(inside), hearsay=True),
    ]


def _marked(one: Found, cue: Span, sentence: Span, body: Body) -> Found:
    """A tagger's own attribution on such a word: what it took for a source belongs to what is said."""
    words = " ".join(body.text[span.start : span.end] for span in one.cue).lower()
    if (
        re.search(r"\b(?:said|says|told|wrote|asked|added|announced|tweeted)\b(?! to\b)", words)
        and one.source
        and "reportedly" in words
    ):
        outer = _content(cue, sentence, body)
        return (
            Found((), (cue,), outer, one.confidence, (replace(one, cue=cut(one.cue, cue)),), hearsay=True)
            if outer
            else one
        )
    content = _content(cue, sentence, body) or one.content
    return replace(one, source=(), cue=(cue,), content=content, hearsay=True)


def _content(cue: Span, sentence: Span, body: Body) -> tuple[Span, ...]:
    """The clause around the word, without the word itself."""
    text = body.text
    start, end = sentence
    if text[cue.start : cue.end].lower().startswith(("it ", "there ")):
        start = cue.end
    parts = []
    for part in cut((Span(start, end),), cue):
        words = text[part.start : part.end]
        left = len(words) - len(words.lstrip(" ,;:—–-"))
        right = len(words.rstrip(" ,;:—–-.!?"))
        if left < right:
            parts.append(Span(part.start + left, part.start + right))
    return tuple(parts) if sum(len(text[p.start : p.end].split(maxsplit=2)) for p in parts) >= 2 else ()
