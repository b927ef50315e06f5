"""Items of a list that open on an outlet: "- Reuters: the bank will pay". What follows the colon is the outlet's.

A name that is also a word ("Time", "Wired") counts where an item beside it opens on an outlet that is no word.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from provaudit.attribute.found import Found, cut, in_order
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.outlet_names import OutletNames
from provaudit.model import Article, BlockKind, OutletKind, Span

_OPENS: Final = re.compile(r"(?P<the>[Tt]he )?(?P<name>[A-Z0-9][^:\n]{0,40}?)(?P<colon>:) (?=[\w“\"'‘$])(?!https?:)")
_CREDIT: Final = "via "  # leads up to a name in a credit
_EXPLAINED: Final = 6  # words: "Reuters: a British news agency"
_SHORTEST: Final = 3
_SURE: Final = 0.75


class _Item(NamedTuple):
    name: Span
    colon: Span
    block: Span
    sure: bool


def with_items(flat: list[Found], article: Article, outlets: OutletNames) -> list[Found]:
    """Return flat attributions with those of list items that open on an outlet's name."""
    items = [item for blocks in _lists(article) for item in _sure(blocks, article.text, outlets)]
    taken = {id(item) for one in flat for item in _met(items, one) if any(item.name.meets(part) for part in one.source)}
    items = [item for item in items if id(item) not in taken]
    made = (_freed(one, _met(items, one), article.text) for one in flat)
    return list(in_order([*(one for one in made if one is not None), *(_found(item, article.text) for item in items)]))


def _sure(blocks: list[Span], text: str, outlets: OutletNames) -> list[_Item]:
    known = [item for block in blocks if (item := _item(text, block, outlets)) is not None]
    return known if any(item.sure for item in known) else []


def _met(items: list[_Item], one: Found) -> list[_Item]:
    """The items from the attribution's first word to its last; items stand in order and apart."""
    first = bisect_right(items, one.start, key=lambda item: item.block.end)
    return items[first : bisect_left(items, one.end, key=lambda item: item.block.start)]


def _lists(article: Article) -> Iterator[list[Span]]:
    """The items of each list."""
    group: list[Span] = []
    for block in article.body:
        if block.kind is BlockKind.ITEM:
            group.append(block.span)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _item(text: str, block: Span, outlets: OutletNames) -> _Item | None:
    opens = _OPENS.match(text, block.start, block.end)
    if opens is None or _explains(text[opens.end() : block.end]):
        return None
    name = Span(*opens.span("name"))
    sure = _is_all(outlets, text, name)
    credited = _CREDIT + (opens["the"] or "").lower() + opens["name"]
    if not sure and not _is_all(outlets, credited, Span(len(credited) - len(opens["name"]), len(credited))):
        return None
    return _Item(name, Span(*opens.span("colon")), block, sure)


def _is_all(outlets: OutletNames, text: str, name: Span) -> bool:
    """Whether an outlet's name, not a platform's, is all there is in the stretch."""
    return any(
        span.end == name.end and span.start <= name.start and any(one.kind is not OutletKind.PLATFORM for one in meant)
        for span, meant in outlets.names_in(text, name)
    )


def _explains(said: str) -> bool:
    """Whether the words tell what the outlet is, or next to nothing."""
    words = said.lower().split()
    nouns = word_list("attribution/outlet_nouns")
    return len(words) < _SHORTEST or (
        words[0] in ("a", "an", "the") and any(word.strip(".,") in nouns for word in words[1:_EXPLAINED])
    )


def _freed(one: Found, items: list[_Item], text: str) -> Found | None:
    """The attribution without what a lead-in ("others say:") took of the list; None where next to nothing is left."""
    whole, content = Span(one.start, one.end), one.content
    for item in items:
        inside = item.block.holds(whole)
        content = cut(content, Span(item.block.start, item.colon.end + 1) if inside else item.block)
    if content == one.content:
        return one
    return replace(one, content=content) if sum(len(text[a:b].split()) for a, b in content) > 1 else None


def _found(item: _Item, text: str) -> Found:
    start = item.colon.end + 1
    end = start + len(text[start : item.block.end].rstrip(" .,;"))
    return Found((item.name,), (item.colon,), (Span(start, end),), _SURE)
