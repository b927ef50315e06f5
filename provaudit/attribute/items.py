"""Items of a list that open on an outlet: "- Reuters: the bank will pay". What follows the colon is the outlet's.

A name that is also a word ("Time", "Wired") counts where an item beside it opens on an outlet that is no word.
"""

import re
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
    made = list(flat)
    for items in _lists(article):
        known = [item for block in items if (item := _item(article.text, block, outlets)) is not None]
        if any(item.sure for item in known):
            for item in known:
                made = _with(made, item, article.text)
    return list(in_order(made))


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


def _with(made: list[Found], item: _Item, text: str) -> list[Found]:
    """The attributions with the item's, and without what a lead-in ("others say:") took of the list."""
    if any(item.name.meets(part) for one in made for part in one.source):
        return made
    lead = Span(item.block.start, item.colon.end + 1)
    inside = {id(one): item.block.holds(Span(one.start, one.end)) for one in made}
    freed = [replace(one, content=cut(one.content, lead if inside[id(one)] else item.block)) for one in made]
    start = item.colon.end + 1
    end = start + len(text[start : item.block.end].rstrip(" .,;"))
    mine = Found((item.name,), (item.colon,), (Span(start, end),), _SURE)
    told = [one for one in freed if sum(len(text[a:b].split()) for a, b in one.content) > 1 or one in made]
    return [*(one for one in told if one.content), mine]
