"""Outlets credited beside a sentence: "Per X, …", "… (X).", "… (via X)", "As first reported by X, …", "Source: X".

They are no list of sources and no credit for the text: the outlet has said what this sentence says. So has a paper
or an unnamed source after "per", and whoever stands in "in the words of …".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from provaudit.attribute.beside import beside
from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, holds, in_order
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.mastheads import Masthead, mastheads
from provaudit.attribute.outlet_names import OutletNames
from provaudit.model import Span

_OPENS: Final = re.compile(
    r"(?P<cue>(?:[Aa]s )?[Pp]er|(?:As )?[Ff]irst reported by|As (?:originally |previously )?(?:reported|revealed) by)"
    r" (?P<who>(?:(?:an?|the|its|their) (?:\w+ ){0,2}?(?:report|story|article|account|investigation|analysis|exclusive)"
    r" (?:in|by|from|on) )?)(?:the )?"
)
_WHICH: Final = re.compile(r", (?:which|who|whose) [^,;.\n]{3,80}(?=, )")
_PER: Final = re.compile(r", (?P<cue>(?:as )?per|via|h/t) (?:the )?$")
_BRACKET: Final = re.compile(
    r"(?P<lead>(?:\S+ )?\S+) \((?P<cue>[Vv]ia|[Hh]/[Tt]|[Pp]er|[Ss]ources?:?|[Rr]eported by)? ?"
    r"(?P<name>[^()\n]{2,40})\)[.!?”\"’']*$"
)
_SOURCE: Final = re.compile(
    r"[(\[]?(?P<cue>(?:[Ss]ource|SOURCE)(?=:)|(?:[Vv]ia|[Hh]/[Tt])\b):? ?(?P<name>[^\n:;()]{2,40}?)\.?[)\]]?\.?$"
)
_SHORTEST: Final = 3  # words of what is said
_LONGEST: Final = 60
_SURE: Final = 0.75


def with_asides(attributions: Iterable[Found], body: Body, outlets: OutletNames) -> tuple[Found, ...]:
    """Return the attributions with those of outlets that are credited beside a sentence."""
    made = list(attributions)
    for one in _asides(body, outlets):
        name = one.source[0]
        if any(holds(other.source, name.start) or holds(other.cue, name.start) for other in made):
            continue
        made = [other for other in made if not _is_all_aside(other, one)]
        made.append(_inside(one, made))
    return in_order(made)


def _inside(one: Found, made: list[Found]) -> Found:
    """The aside, cut to the words of the speaker in whose words it stands: "Bo said it was, in the words of …"."""
    for other in made:
        if other.source and other.cue and holds(other.content, one.cue[0].start if one.cue else -1):
            within = [Span(max(a.start, b.start), min(a.end, b.end)) for a in one.content for b in other.content]
            return replace(one, content=tuple(span for span in within if span.start < span.end) or one.content)
    return one


def _is_all_aside(other: Found, aside: Found) -> bool:
    """Whether the credit was taken for what somebody says: "police said" "(via Reuters)"."""
    start = min(span.start for span in (*aside.cue, *aside.source)) - 2
    around = Span(start, aside.source[0].end + 2)
    return bool(other.content) and all(around.holds(span) for span in other.content)


def _asides(body: Body, outlets: OutletNames) -> Iterator[Found]:
    before: Span | None = None
    for sentence in body.sentences:
        for one in (_at_start(sentence, body, outlets), _at_end(sentence, body, outlets), beside(sentence, body)):
            if one is not None:
                yield one
                break
        else:
            line = _source_line(sentence, before, body, outlets)
            if line is not None:
                yield line
        before = sentence


def _at_start(sentence: Span, body: Body, outlets: OutletNames) -> Found | None:
    """Read "Per Radio Pelham, the bridge is closed"."""
    opens = _OPENS.match(body.prose, sentence.start, sentence.end)
    if opens is None:
        return None
    near = Span(opens.end(), min(sentence.end, opens.end() + _LONGEST))
    name = next(
        (one for one in mastheads(body.text, near, outlets) if one.span.start <= opens.end() + len("The ")), None
    )
    if name is None or name.platform:
        return None
    which = _WHICH.match(body.prose, name.span.end, sentence.end)
    end = which.end() if which else name.span.end
    if body.text[end : end + 2] != ", ":
        return None
    source = Span(opens.start("who") if opens["who"] else name.span.start, name.span.end)
    return _found(source, Span(*opens.span("cue")), Span(end + 2, sentence.end), body)


def _at_end(sentence: Span, body: Body, outlets: OutletNames) -> Found | None:
    """Read "The bridge is closed (Radio Pelham)." and "The bridge is closed, per Radio Pelham."."""
    start = max(sentence.start, sentence.end - 2 * _LONGEST)
    bracket = _BRACKET.search(body.prose, start, sentence.end)
    if bracket is not None:
        name = _only_name(Span(*bracket.span("name")), body, outlets)
        if name is None or not (bracket["cue"] or (name.known and not _introduces(bracket["lead"]))):
            return None
        cue = Span(*bracket.span("cue")) if bracket["cue"] else None
        return _found(name.span, cue, Span(sentence.start, bracket.end("lead")), body)
    for name in mastheads(body.text, Span(start, sentence.end), outlets):
        per = _PER.search(body.prose, start, name.span.start)
        if per is not None and not name.platform and body.text[name.span.end : sentence.end].strip(".") == "":
            return _found(name.span, Span(*per.span("cue")), Span(sentence.start, per.start()), body)
    return None


def _introduces(lead: str) -> bool:
    """Whether brackets after two such words explain them: "Broadcasting Corporation (BBC)", "a newspaper (The Sun)"."""
    words = [word.strip("\"“”'‘’,") for word in lead.split()]
    return all(word[:1].isupper() for word in words) or words[-1].lower() in word_list("attribution/outlet_nouns")


def _source_line(sentence: Span, before: Span | None, body: Body, outlets: OutletNames) -> Found | None:
    """Read "The bridge is closed. Source: Radio Pelham" where it ends a paragraph: for the sentence before it."""
    line = _SOURCE.fullmatch(body.prose, sentence.start, sentence.end)
    block = body.block_at(sentence.start)
    if line is None or before is None or block is None or before.start < block.start or sentence.end < block.end:
        return None
    name = _only_name(Span(*line.span("name")), body, outlets)
    return None if name is None else _found(name.span, Span(*line.span("cue")), before, body)


def _only_name(span: Span, body: Body, outlets: OutletNames) -> Masthead | None:
    """The outlet whose name is all there is in the stretch, its article aside."""
    for one in mastheads(body.text, span, outlets):
        rest = body.text[span.start : one.span.start] + body.text[one.span.end : span.end]
        if rest.strip().lower() in ("", "the") and not one.platform:
            return one
    return None


def _found(name: Span, cue: Span | None, content: Span, body: Body) -> Found | None:
    words = body.text[content.start : content.end]
    content = Span(content.start, content.start + len(words.rstrip(" .,;:")))
    if len(words.split()) < _SHORTEST:
        return None
    return Found((name,), (cue,) if cue is not None else (), (content,), _SURE)
