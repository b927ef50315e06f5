"""What a tagger gives that cannot be meant: headlines taken for speech, contents drawn from other paragraphs."""

from dataclasses import replace
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, holds
from provaudit.model import Article, BlockKind, Span

_HEADS: Final = (BlockKind.HEADLINE, BlockKind.HEADING)
_NOBODY: Final = frozenset({"none", "nobody", "no one", "nothing"})


def sift(attributions: list[Found], article: Article, body: Body) -> list[Found]:
    """Return the attributions without those, and without those parts of contents, that cannot be meant."""
    heads = [block.span for block in article.body if block.kind in _HEADS]
    kept = [_in_reach(one, body) for one in attributions]
    return [one for one in kept if one.content and not _is_empty(one, heads, body.text)]


def _in_reach(one: Found, body: Body) -> Found:
    """Drop contents of an earlier paragraph, unless they are quoted or next to all there is."""
    home = body.block_at(one.cue[0].start) if one.cue else None
    if home is None:
        return one
    near = tuple(span for span in one.content if span.start >= home.start or body.spoken_at(span.start))
    enough = sum(len(body.text[span.start : span.end].split()) for span in near) > 1
    return replace(one, content=near) if enough else one


def _is_empty(one: Found, heads: list[Span], text: str) -> bool:
    """Whether nobody says it, or it stands in a headline and says next to nothing."""
    source = " ".join(text[span.start : span.end] for span in one.source).lower()
    if source in _NOBODY:
        return True
    if not holds(heads, one.content[0].start):
        return False
    words = sum(len(text[span.start : span.end].split()) for span in one.content)
    return not one.source or words < 2
