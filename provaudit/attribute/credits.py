"""Credit lines and datelines: "Sources A, B", "via X", "WASHINGTON (AP) —", "© Reuters", "first reported by Y".

They name outlets without saying for what. A dateline, a copyright line or "originally published on" covers the whole
text; a mere thank-you does not. Photo credits are no sources.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from provaudit.attribute.body import Body, read_body
from provaudit.attribute.found import Found, cut, in_order
from provaudit.attribute.mastheads import mastheads
from provaudit.attribute.outlet_names import OutletNames
from provaudit.model import Article, BlockKind, OutletKind, Span

_PHOTO: Final = re.compile(
    r"""\b(?:photo|image|picture|pic|video|illustration|graphic|screenshot|screengrab|screen\ grab|footage
           |thumbnail|cover|featured\ image|art)s?\b
        [^/|;]*?(?:credit|by|courtesy|via|from|:|©|source)
      |\b(?:getty\ images|shutterstock|flickr|wikimedia|istock|ap\ photo|creative\ commons)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_PIECE: Final = r"(?:this|the)\ (?:article|story|post|piece|report|column|essay|interview|dispatch)"
_PUBLISHED: Final = r"(?:originally|first)\ (?:published|appeared|posted|ran|aired)"
# As in a note that a story has not been edited by the staff and comes from a syndicated feed.
_FEED: Final = (
    r"(?:(?:auto[- ]?)?(?:published|generated|sourced|taken|posted)\ (?:directly\ )?(?:from|by)|source[ds]?:)"
    r"\ (?:an?\ |the\ )?(?:[\w.&-]+\ ){0,4}?(?:syndicated\ |agency\ |wire\ |news\ )*feed\b"
)
_NOT_EDITED: Final = re.compile(r"\bnot\ (?:been\ )?(?:\w+\ )?(?:edited|created|modified)\ by\b")
_WHOLE: Final = re.compile(
    rf"""©|\(c\)\ |\bcopyright\b|\b{_PUBLISHED}\b
       |\bre-?(?:published|posted|printed)\ (?:here\ )?(?:with\ (?:the\ )?permission\ )?(?:from|of)\b
       |\b{_FEED}|\bsyndicated\ (?:by|from)\b|\bcourtesy\ of\b|\b{_PIECE}\ (?:appeared|was\ published)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_THANKS: Final = re.compile(
    r"""\b(?:sources?|via|h/t|hat[-\ ]tip|ht|credits?)\b\ ?:?
      |\b(?:first|originally)\ reported\ (?:by|in|on)\b|\bcontributed\ (?:to|reporting)\b
      |\bwith\ (?:additional\ )?(?:reporting|files|inputs?|material|information|wire\ (?:services?|reports?)
                                   |reports?|agenc(?:y|ies))\b
      |\b(?:compiled|adapted)\ from\b|\b(?:additional\ )?reporting\ by\b|\binputs?\ from\b|(?<=\()(?:with|from)\ """,
    re.IGNORECASE | re.VERBOSE,
)
# A paragraph that is nothing but a credit, where the reader of the file took it for prose.
_LINE: Final = re.compile(
    rf"""^\W*(?:(?:sources?|via|h/t|hat[-\ ]tip|ht)\b\ ?:?\ ?(?-i:(?=[A-Z@“"]|the\ [A-Z]))|©|\(c\)\ |copyright\b
              |{_PIECE}\ (?:was\ |is\ |has\ been\ |also\ )*(?:originally\ |first\ )?
                  (?:published|appeared|posted|reported|re-?published|syndicated|ran)\b
              |{_PUBLISHED}\b|re-?(?:published|printed)\ (?:with\ permission\ )?from\b
              |(?:additional\ )?(?:reporting|writing|editing)\ by\b
              |\(?with\ (?:additional|inputs?|files|reporting|material|wire|agenc))
      |^\W*(?:except\ for\ the\ headline,\ )?{_PIECE}\ (?:has|was|is)\b[^\n]{{0,160}}\b{_FEED}
      |\bcontributed\ (?:reporting\ )?to\ this\ (?:report|story|article)\b|^\(?(?:with\ )?inputs?\ from\b
      |^(?:{_PIECE}|the\ (?:news|deal|talks|move|plan|meeting|details|decision|change|development)|it|details)
          \ (?:was|were)\ (?:first|originally)\ reported\ (?:\w+\ )?(?:by|in|on)\b[^.]{{0,60}}\.?$""",
    re.IGNORECASE | re.VERBOSE,
)
_LISTED: Final = re.compile(r"\W*(?:sources?|via|h/t|hat[- ]tip|ht)\b", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"\b(?:said|says?|told|tells?|was|were|is|are|has|have|had|will|reported|claim(?:ed)?)\b")
# Slashes (but not that of "h/t"), bars, and semicolons before another credit.
_BREAK: Final = re.compile(r"\s*(?:(?<!\bh)(?<!\bH)/|\||\n|;(?=\s*(?:via|h/t|hat[- ]tip)\b))\s*", re.IGNORECASE)
_HANDLE: Final = re.compile(r"(?<!\w)@\w{2,30}")
_LIST: Final = re.compile(r"\bsources?\b ?:? ?", re.IGNORECASE)
_ITEM: Final = re.compile(r"[A-Z0-9@][\w.'’&@-]*(?: (?:of|the|for|and|&|[A-Z0-9][\w.'’&-]*))*")
_BRACKET: Final = re.compile(
    r"(?:\((?P<names>[^()\n]{2,40})\)|/(?P<slashed>[^()/\n]{2,40})/(?=\s*(?:[—–-]|--|:)))(?P<dash>\s*(?:[—–-]|--|:))?"
)
_DAY: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\ \d{1,2}(?:,?\ \d{4})?"
_PLACE: Final = re.compile(r"(?:[A-Z][A-Z .'’\-/]{2,}(?:,[^()]{0,40})?|[A-Z][\w.'’]*(?:,? [A-Z0-9][\w.'’]*){0,4})?")
# "WASHINGTON (AP) — ", "PARIS, May 3 — ", "(Reuters) - "; a dash must close it, and words must follow.
_DATED: Final = re.compile(
    rf"""(?:[A-Z][A-Z\ .'’\-/]{{2,}}(?:,[^()—–\n]{{1,40}}?)?(?:\ \([^()\n]{{2,40}}\))?
         |[A-Z][\w.'’\ ,]{{2,40}}?\ \([^()\n]{{2,40}}\)
         |\([^()\n]{{2,40}}\))
        \ ?(?:[—–―]|--?)\s+(?=\S)
      |[A-Z][\w.'’\ \-]{{1,40}}?,\ {_DAY}\ (?:\([^()\n]{{2,40}}\):?|/[^()/\n]{{2,40}}/)\ (?:[—–―-]+\ )?(?=[A-Z“"‘'])""",
    re.VERBOSE,
)
# "LUCKNOW: Farmers will …", as South Asian agencies write; turns of a transcript look the same, but there are several.
_COLON: Final = re.compile(rf"[A-Z][A-Z .'’\-]{{2,30}}(?:, {_DAY})?: +(?=[A-Z“\"‘'])")
_DAY_BEFORE: Final = re.compile(rf",\ {_DAY}\ ?$", re.VERBOSE)
_BYLINE: Final = re.compile(r"^by (?:[^\n]{2,60}?, )?(?:the )?", re.IGNORECASE)
_SIGNED: Final = re.compile(
    r"[.”\"’]\s*(?:[(—–-]|--)\s?(?:[Ww]ith (?:(?:inputs|files|reporting) from )?)?([A-Z][\w /&]{1,30}?)\)?\.?$"
)
_WITH: Final = re.compile(r"[Ww]ith (?=[A-Z])")
_VIA: Final = "via "
_LONGEST_LINE: Final = 300
_LONGEST_NAME: Final = 40
_DATELINE_LENGTH: Final = 90
_FIRST_BLOCKS: Final = 4
_SURE: Final = 0.95


def credit_lines(article: Article, body: Body, outlets: OutletNames) -> tuple[Found, ...]:
    """Return one attribution without content for each outlet that a credit line or a dateline names."""
    text = article.text
    made: list[Found] = []
    for block in article.blocks:
        if block.kind is BlockKind.CREDIT:
            made += _of_line(text, block.span, outlets) or _alone(text, block.span, outlets)
    for span in body.blocks:
        if is_credit_line(text, span):
            made += _of_line(text, span, outlets)
    made += _dateline(text, body, outlets)
    made += _byline(article, outlets)
    made += _sign_off(text, body, outlets)
    kept: dict[Span, Found] = {}
    for one in made:
        kept.setdefault(one.source[0], one)
    return in_order(kept.values())


def is_credit_line(text: str, span: Span) -> bool:
    """Whether a paragraph of the body is nothing but a credit."""
    line = text[span.start : span.end]
    if len(line) > _LONGEST_LINE or _LINE.search(line) is None or _PHOTO.search(line) is not None:
        return False
    return not (_LISTED.match(line) and _SENTENCE.search(line))


def without_datelines(body: Body) -> Body:
    """Return the body with its first paragraphs beginning after their datelines: they are part of no content."""
    labelled = [block for block in body.blocks if _COLON.match(body.text, block.start, block.end)]
    lone = labelled[0] if len(labelled) == 1 else None
    trimmed = [_after_dateline(body.text, block, colon=block == lone) for block in body.blocks[:_FIRST_BLOCKS]]
    if trimmed == list(body.blocks[:_FIRST_BLOCKS]):
        return body
    return read_body(body.text, (*trimmed, *body.blocks[_FIRST_BLOCKS:]), body.verbatim)


def cut_datelines(flat: Iterable[Found], written: Body, body: Body) -> list[Found]:
    """Return attributions without the datelines that `written` has and `body` has no more; a place says nothing."""
    rest = ((one, _cut_datelines(one, written, body)) for one in flat)
    return [left for one, left in rest if left.source or not one.source]


def _cut_datelines(one: Found, written: Body, body: Body) -> Found:
    for whole, rest in zip(written.blocks[:_FIRST_BLOCKS], body.blocks[:_FIRST_BLOCKS], strict=True):
        if rest.start > whole.start and any(span.start < rest.start and whole.start < span.end for span in one.parts):
            dateline = Span(whole.start, rest.start)
            one = replace(one, content=cut(one.content, dateline), source=cut(one.source, dateline))
    return one


def _after_dateline(text: str, block: Span, *, colon: bool) -> Span:
    match = (_COLON if colon else _DATED).match(text, block.start, block.end)
    return block if match is None else Span(match.end(), block.end)


def _credit(name: Span, cue: tuple[Span, ...] = (), *, whole: bool = True) -> Found:
    return Found((name,), cue, (), _SURE, credit=True, whole_text=whole)


def _of_line(text: str, line: Span, outlets: OutletNames) -> list[Found]:
    """The credits of a line that says how it owes its outlets: "Sources A, B / via C"."""
    made = []
    for piece in _pieces(text, line):
        words = text[piece.start : piece.end]
        whole, thanks = _WHOLE.search(words), _THANKS.search(words)
        lead = whole or thanks
        if lead is None or _PHOTO.search(words):
            continue
        cue = Span(piece.start + lead.start(), piece.start + len(words[: lead.end()].rstrip(" :")))
        unedited = _NOT_EDITED.search(words)  # "by us" names no source, "from the PTI feed" does
        part = Span(cue.start, piece.end) if unedited else piece
        made += [_credit(name, (cue,), whole=whole is not None) for name in _names(text, part, outlets)]
    return made


def _pieces(text: str, line: Span) -> Iterator[Span]:
    """The parts of a line between slashes and bars; "h/t" is no such slash."""
    at = line.start
    for mark in _BREAK.finditer(text[line.start : line.end]):
        yield Span(at, line.start + mark.start())
        at = line.start + mark.end()
    yield Span(at, line.end)


def _names(text: str, piece: Span, outlets: OutletNames) -> list[Span]:
    """Outlets by name and, in a list of sources, every capitalised item of it."""
    names = [one.span for one in mastheads(text, piece, outlets)]
    handles = [Span(*match.span()) for match in _HANDLE.finditer(text, piece.start, piece.end)]
    names += [handle for handle in handles if not any(handle.meets(name) for name in names)]
    listed = _LIST.match(text, piece.start, piece.end)
    for item in re.finditer(r"[^,;•·]+", text[listed.end() : piece.end]) if listed else ():
        words = item.group().strip()
        start = piece.start + (listed.end() - piece.start if listed else 0) + item.start() + item.group().index(words)
        for prefix in ("and ", "the ", "The "):
            if words.startswith(prefix):
                words, start = words.removeprefix(prefix), start + len(prefix)
        match = _ITEM.match(words)
        if match is not None:
            span = Span(start, start + len(match.group()))
            names += [] if any(span.meets(name) for name in names) else [span]
    return sorted(names)


def _alone(text: str, line: Span, outlets: OutletNames) -> list[Found]:
    """A line that is an outlet's name and nothing else: "PTI", "— AFP"."""
    bare = text[line.start : line.end].strip(" \t—–-()[].")
    if not bare:
        return []
    marked = not text[line.start].isalnum()
    helped = marked and _WITH.match(bare) is not None
    bare = _WITH.sub("", bare) if helped else bare
    if not bare or len(bare) > _LONGEST_NAME:
        return []
    start = line.start + text[line.start : line.end].index(bare)
    made = _signed_by(text, Span(start, start + len(bare)), outlets, marked=marked)
    return [replace(one, whole_text=not helped) for one in made]


def _signed_by(text: str, whole: Span, outlets: OutletNames, *, marked: bool) -> list[Found]:
    """The outlet whose name a sign-off is; "AAP" is a word to the registry unless a credit leads up to it."""
    found = [name for name, _ in outlets.names_in(text, whole) if _is_all(text, name, whole)]
    credited = _VIA + text[whole.start : whole.end]
    if not found and credited[len(_VIA) :].isupper():
        meant = [one for _, many in outlets.names_in(credited, Span(len(_VIA), len(credited))) for one in many]
        wire = bool(meant) and all(one.kind is OutletKind.WIRE for one in meant)
        found = [whole] if wire or (meant and marked) else []
    return [_credit(name) for name in found]


def _is_all(text: str, name: Span, line: Span) -> bool:
    left = text[line.start : name.start] + text[name.end : line.end]
    return left.strip().lower() in ("", "the")


def _dateline(text: str, body: Body, outlets: OutletNames) -> list[Found]:
    """The outlets of "WASHINGTON (AP) —" or "(Reuters) -" at the start of one of the first paragraphs."""
    for block in body.blocks[:_FIRST_BLOCKS]:
        match = _BRACKET.search(text, block.start, min(block.end, block.start + _DATELINE_LENGTH))
        if match is None or _PLACE.fullmatch(text[block.start : match.start()].strip()) is None:
            continue
        inside = Span(*match.span("slashed" if match["slashed"] else "names"))
        words = text[inside.start : inside.end]  # read by themselves: between slashes they look like a path
        found = [name for name, _ in outlets.names_in(words, Span(0, len(words)))]
        names = [Span(inside.start + name.start, inside.start + name.end) for name in found]
        place = text[block.start : match.start()].split(",", maxsplit=1)[0].strip()
        if not names and place.isupper() and match["dash"] and re.fullmatch(r"[A-Z]{2,6}", words):
            names = [inside]
        dated = _DAY_BEFORE.search(text, block.start, match.start()) is not None
        alone = not place or place.isupper() or (dated and not text[match.end() : match.end() + 2].strip().islower())
        if names and (match["dash"] or (alone and sum(name.end - name.start for name in names) == len(words))):
            return [_credit(name) for name in names]
    return []


def _byline(article: Article, outlets: OutletNames) -> list[Found]:
    """A wire in the byline: "By Ann Bo, Associated Press"."""
    for block in article.blocks[: _FIRST_BLOCKS * 2]:
        by = _BYLINE.match(article.text[block.span.start : block.span.end])
        if block.kind is not BlockKind.FURNITURE or by is None:
            continue
        for name, meant in outlets.names_in(article.text, block.span):
            wire = bool(meant) and all(outlet.kind is OutletKind.WIRE for outlet in meant)
            if wire and article.text[name.end : block.span.end].strip(" .|") == "":
                return [_credit(name)]
    return []


def _sign_off(text: str, body: Body, outlets: OutletNames) -> list[Found]:
    """A last paragraph that is, or ends on, an outlet's name: "PTI"; "… on Monday. (Reuters)"."""
    if not body.blocks:
        return []
    last = body.blocks[-1]
    signed = _SIGNED.search(text, last.start, last.end)
    if signed is None:
        return [one for block in (*body.blocks[1:3], last) for one in _alone(text, block, outlets)]
    inside = Span(*signed.span(1))
    helped = "with " in signed.group().lower()  # "(With inputs from PTI)": the text is not PTI's
    return [replace(one, whole_text=not helped) for one in _signed_by(text, inside, outlets, marked=True)]
