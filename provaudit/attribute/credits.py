"""Credit lines and datelines: "Sources A, B", "via X", "WASHINGTON (AP) —", "© Reuters", "first reported by Y".

They name outlets without saying for what. A dateline, a copyright line or "originally published on" covers the whole
text; a mere thank-you does not. Photo credits are no sources.
"""

import re
from collections.abc import Iterator
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, in_order
from provaudit.attribute.outlet_names import OutletNames
from provaudit.model import Article, BlockKind, Span

_PHOTO: Final = re.compile(
    r"\b(?:photo|image|picture|pic|video|illustration|graphic|screenshot|screengrab|screen grab|footage|thumbnail|cover|featured image|art)s?\b"
    r"[^/|;]*?(?:credit|by|courtesy|via|from|:|©|source)|\b(?:getty images|shutterstock|flickr|wikimedia|istock|ap photo|creative commons)\b",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    r"©|\(c\) |\bcopyright\b|\b(?:originally|first) (?:published|appeared|posted|ran)\b|\bre-?(?:published|posted|printed) (?:with permission )?from\b|\bsyndicated (?:by|from)\b",
    re.IGNORECASE,
)
_THANKS: Final = re.compile(
    r"\b(?:sources?|via|h/t|hat[- ]tip|ht|credits?)\b ?:?|\b(?:first|originally) reported (?:by|in|on)\b|\bcontributed (?:to|reporting)\b"
    r"|\bwith (?:additional )?(?:reporting|files|inputs?|material|information|wire (?:services?|reports?)|reports?|agenc(?:y|ies))\b|\b(?:compiled|adapted) from\b|\binputs? from\b|\((?:with|from) ",
    re.IGNORECASE,
)
_LINE: Final = re.compile(
    r"^\W*(?:(?:sources?|via|h/t|hat[- ]tip|ht)\b ?:? ?(?=[A-Z@“\"]|the [A-Z])|©|\(c\) |copyright\b|(?:this|the) (?:article|story|post|piece|report|column|essay) (?:was |is |has been )?(?:originally |first )?(?:published|appeared|posted|reported|re-?published|syndicated|ran)\b"
    r"|(?:originally|first) (?:published|appeared|reported|posted)\b|re-?(?:published|printed) (?:with permission )?from\b|\(?with (?:additional |inputs?|files|reporting|material|wire|agenc))"
    r"|\bcontributed (?:reporting )?to this (?:report|story|article)\b|^\(?(?:with )?inputs? from\b",
    re.IGNORECASE,
)
_LIST: Final = re.compile(r"\bsources?\b ?:? ?", re.IGNORECASE)
_ITEM: Final = re.compile(r"(?:[A-Z0-9@][\w.'’&@-]*)(?: (?:of|the|for|and|&|[A-Z0-9][\w.'’&-]*))*")
_DATELINE: Final = re.compile(
    r"(?:^|(?<= ))\((?P<in>[^()\n]{2,40})\)(?=\s*(?:[—–:-]|--))|^(?P<out>[A-Z][\w .]{1,30}?) ?(?:[—–]|--|- )"
)
_PLACE: Final = re.compile(r"^[A-Z][A-Z .'’\-/]{2,}(?:,[^()]{0,40})?$")
_LONGEST_LINE: Final = 300
_CONFIDENCE: Final = 0.95


def credit_lines(article: Article, body: Body, outlets: OutletNames) -> tuple[Found, ...]:
    """Return one attribution without content for each outlet that a credit line or a dateline names."""
    made: list[Found] = []
    marked = [block.span for block in article.blocks if block.kind is BlockKind.CREDIT]
    for span in marked:
        made += _of_line(article.text, span, outlets)
    for span in body.blocks:
        if is_credit_line(article.text, span):
            made += _of_line(article.text, span, outlets)
    made += _datelines(article.text, body, outlets)
    made += _sign_offs(article.text, body, outlets)
    kept: dict[Span, Found] = {}
    for one in made:
        kept.setdefault(one.source[0], one)
    return in_order(kept.values())


def is_credit_line(text: str, span: Span) -> bool:
    """Whether a paragraph of the body is nothing but a credit."""
    line = text[span.start : span.end]
    return len(line) <= _LONGEST_LINE and _LINE.search(line) is not None and _PHOTO.search(line) is None


def _of_line(text: str, line: Span, outlets: OutletNames) -> Iterator[Found]:
    for piece in _pieces(text, line):
        words = text[piece.start : piece.end]
        if _PHOTO.search(words):
            continue
        whole, thanks = _WHOLE.search(words), _THANKS.search(words)
        lead = whole or thanks
        cue = (Span(piece.start + lead.start(), piece.start + len(words[: lead.end()].rstrip())),) if lead else ()
        for name in _names(text, piece, outlets):
            yield Found((name,), cue, (), _CONFIDENCE, credit=True, whole_text=whole is not None)


def _pieces(text: str, line: Span) -> Iterator[Span]:
    at = line.start
    for mark in re.finditer(r"(?<!\bh)(?<!\bH)\s*[/|\n]\s*(?!t\b|T\b)", text[line.start : line.end]):
        yield Span(at, line.start + mark.start())
        at = line.start + mark.end()
    yield Span(at, line.end)


def _names(text: str, piece: Span, outlets: OutletNames) -> list[Span]:
    """Outlets the registry knows and, in a list of sources, every capitalised item of it."""
    names = [name for name, _ in outlets.names_in(text, piece)]
    listed = _LIST.match(text, piece.start, piece.end)
    if listed is None:
        return names
    at = listed.end()
    for item in re.finditer(r"[^,;•·]+", text[at : piece.end]):
        match = _ITEM.match(item.group().lstrip().removeprefix("and ").removeprefix("the "))
        if match is None:
            continue
        start = at + item.start() + item.group().index(match.group())
        span = Span(start, start + len(match.group()))
        if not any(span.meets(name) for name in names):
            names.append(span)
    return sorted(names)


def _datelines(text: str, body: Body, outlets: OutletNames) -> Iterator[Found]:
    for block in body.blocks[:4]:
        match = _DATELINE.search(text[block.start : min(block.end, block.start + 90)])
        if match is None or match["in"] is None:
            continue
        inside = Span(block.start + match.start("in"), block.start + match.end("in"))
        before = text[block.start : inside.start - 1].strip()
        names = [name for name, _ in outlets.names_in(text, inside)]
        if before and not _PLACE.match(before):
            continue
        if not names and before and re.fullmatch(r"[A-Z]{2,6}", match["in"]):
            names = [inside]
        for name in names:
            yield Found((name,), (), (), _CONFIDENCE, credit=True, whole_text=True)
        if names:
            return


def _sign_offs(text: str, body: Body, outlets: OutletNames) -> Iterator[Found]:
    """A first or last line that is only an outlet's name: "PTI", "— AFP"; or a last paragraph that ends on "(Reuters)"."""
    if not body.blocks:
        return
    for block in {*body.blocks[1:3], body.blocks[-1]}:
        line = text[block.start : block.end]
        bare = line.strip(" \t—–-()[].")
        if not bare or len(bare) > 40:
            continue
        start = block.start + line.index(bare)
        for name, _ in outlets.names_in(text, Span(start, start + len(bare))):
            if name == (start, start + len(bare)):
                yield Found((name,), (), (), _CONFIDENCE, credit=True, whole_text=True)
    last = body.blocks[-1]
    signed = re.search(r"[.”\"]\s*[(—–-]\s?([A-Z][\w /]{1,30}?)\)?\.?$", text[last.start : last.end])
    if signed:
        start = last.start + signed.start(1)
        for name, _ in outlets.names_in(text, Span(start, last.start + signed.end(1))):
            yield Found((name,), (), (), _CONFIDENCE, credit=True, whole_text=True)
