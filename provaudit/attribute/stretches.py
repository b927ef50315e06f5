"""Stretches of an article that can be worked on by themselves: no attribution reaches out of one.

What one speaker says may run over paragraphs, but never over a whole book: taken stretch by stretch, repairs that
compare attributions with each other stay linear in the length of a text. A paragraph of many pages is taken in parts.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found
from provaudit.model import Span

_RESUMED: Final = 20_000  # characters: nobody's quotation runs on for longer
_LONG: Final = 3000  # characters: no paragraph of a news story is longer


def stretches(attributions: list[Found], body: Body) -> Iterator[tuple[list[Found], Body]]:
    """Yield the attributions of each stretch, in order, with that part of the body."""
    body = replace(body, blocks=tuple(part for block in body.blocks for part in _parts(body, block)))
    starts = [block.start for block in body.blocks]
    last = list(range(len(starts)))  # the last paragraph that an attribution of a paragraph reaches
    homes: list[list[Found]] = [[] for _ in starts]
    for one in attributions:
        first = max(0, bisect_right(starts, one.start) - 1)
        homes[first].append(one)
        last[first] = max(last[first], bisect_left(starts, one.end) - 1)
    at = 0
    while at < len(starts):
        end = at
        reach = last[at]
        while end < reach or (
            end + 1 < len(starts) and starts[end + 1] - starts[at] < _RESUMED and _goes_on(body, body.blocks[end + 1])
        ):
            end += 1
            reach = max(reach, last[end])
        yield [one for home in homes[at : end + 1] for one in home], _part(body, at, end + 1)
        at = end + 1


def _parts(body: Body, block: Span) -> Iterator[Span]:
    """A paragraph, or what it is cut into between sentences where it is too long."""
    at = block.start
    if block.end - at > _LONG:
        first = bisect_left(body.sentences, at, key=lambda one: one.start)
        for before, after in pairwise(body.sentences[first:]):
            if after.start >= block.end:
                break
            if after.start - at > _LONG:
                yield Span(at, before.end)
                at = after.start
    yield Span(at, block.end)


def _goes_on(body: Body, block: Span) -> bool:
    """Whether a paragraph opens with a quotation, which may be the one before it resumed."""
    quotation = body.quotation_at(block.start)
    return quotation is not None and quotation.spoken


def _part(body: Body, first: int, last: int) -> Body:
    blocks = body.blocks[first:last]
    begin = bisect_left(body.sentences, blocks[0].start, key=lambda one: one.start)
    end = bisect_left(body.sentences, blocks[-1].end, key=lambda one: one.start)
    return replace(body, blocks=blocks, sentences=body.sentences[begin:end])
