"""Block quotations and embedded posts: word for word by their layout, without quotation marks.

"The Gazette reports:" gives its source the whole block quotation that follows. A post, or a block quotation, that is
signed ("— Ann Bo (@annbo) May 3") is its signer's.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, found, in_order
from provaudit.attribute.rule_tagger import RuleTagger
from provaudit.model import Article, BlockKind, Span

_SIGNED: Final = re.compile(
    r"""(?<!\S)(?P<dash>[—–―]|--)\ ?
        (?P<who>[A-Z@][^—–―\n]{1,60}?(?:\ ?\(@\w+\)|$|(?=\ on\ [A-Z])|(?=,?\ [A-Z][a-z]+\ \d)))""",
    re.VERBOSE,
)
_KINDS: Final = (BlockKind.QUOTE, BlockKind.TWEET)
_SURE: Final = 0.9


def add_verbatim(attributions: list[Found], article: Article, body: Body) -> list[Found]:
    """Return flat attributions in which every block quotation and signed post is whole and somebody's."""
    made = attributions
    for before, run in _runs(article):
        signed = _signed(article.text, run)
        owner = signed or _announced(made, before, run, body)
        if owner is None:
            continue
        made = [one for one in made if one.end <= run[0].start or one.start >= run[-1].end]
        made.append(owner)
    return list(in_order(made))


def _runs(article: Article) -> Iterator[tuple[Span | None, list[Span]]]:
    """Yield each run of neighbouring block quotations, or posts up to a signature, with the paragraph before it."""
    before: Span | None = None
    run: list[Span] = []
    kind: BlockKind | None = None
    for block in article.body:
        if run and (block.kind is not kind or _signature(article.text, run[-1]) is not None):
            yield before, run
            before, run = run[-1], []
        if block.kind in _KINDS:
            run.append(block.span)
        else:
            before = block.span
        kind = block.kind
    if run:
        yield before, run


def _signature(text: str, span: Span) -> re.Match[str] | None:
    """The signature at a block's end, where it has one."""
    last = None
    for match in _SIGNED.finditer(text, span.start, span.end):
        last = match
    return last


def _signed(text: str, run: list[Span]) -> Found | None:
    match = _signature(text, run[-1])
    if match is None:
        return None
    end = match.start()
    content = [Span(span.start, min(span.end, end)) for span in run if span.start < end]
    content = [Span(span.start, span.start + len(text[span.start : span.end].rstrip())) for span in content]
    content = [span for span in content if span.start < span.end]
    if not content:
        return None
    return Found((Span(*match.span("who")),), (Span(*match.span("dash")),), tuple(content), _SURE)


def _announced(made: list[Found], before: Span | None, run: list[Span], body: Body) -> Found | None:
    """Who the paragraph before says wrote or said the block quotation."""
    if before is None or not body.text[before.start : before.end].rstrip().endswith(":"):
        return None
    known = [one for one in made if one.source and one.cue and before.start <= one.cue[-1].start < before.end]
    reaching = [one for one in known if any(span.start >= run[0].start for span in one.content)]
    if not reaching:
        reaching = [found(one) for one in RuleTagger().tag(body.text, [before, run[0]]) if one.source and one.cue]
        reaching = [one for one in reaching if before.start <= one.cue[-1].start < before.end]
    return replace(reaching[-1], content=tuple(run)) if reaching else None
