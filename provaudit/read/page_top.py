"""The head of a page as its readers see it: headline, byline and date stand above the text and are no part of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provaudit.model import BlockKind
from provaudit.read.dates import is_date_line, iso_date
from provaudit.read.lines import byline_names, tidy
from provaudit.read.page_shape import is_running
from provaudit.read.page_walk import Strip

_LINE = re.compile(r"[\n•|·\t]+")
_ABOVE = 25  # strips above the first paragraph in which a byline is looked for
_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*$")


@dataclass(frozen=True, slots=True)
class Top:
    """What is left of the body's strips, and the byline and date that stand above it."""

    numbers: tuple[int, ...]
    byline: str | None = None
    published: str | None = None


def top_of(strips: Sequence[Strip], numbers: Sequence[int], title: str | None, byline: str | None) -> Top:
    """The body's strips without the page's head, and what that head says. `title` and `byline` are the metadata's."""
    heads = {number for number in numbers if _is_head(strips[number], title, byline)}
    first = next((number for number in numbers if number not in heads and _begins(strips[number])), None)
    if first is None:
        return Top(tuple(number for number in numbers if number not in heads) or tuple(numbers))
    left = []
    for number in numbers:
        # A standfirst may come before the byline, so that the head goes on a little below the first sentence.
        above = (
            _belongs_above(strips[number], title, byline) if number < first else number < first + 5 and number in heads
        )
        if not above:
            left.append(number)
    seen = [line for strip in strips[max(0, first - _ABOVE) : first + 1] for line in _lines(strip)]
    names = next(filter(None, map(byline_names, seen)), None)
    dates = (iso_date(line) for line in seen if is_date_line(line) or (byline_names(line) and len(line) < 120))
    return Top(tuple(left), names, next(filter(None, dates), None))


def _begins(strip: Strip) -> bool:
    """Whether a strip may begin the text: a sentence, however short."""
    return is_running(strip) or (len(strip.tokens) > 2 and _SENTENCE.search(tidy(strip.words)) is not None)


def _lines(strip: Strip) -> list[str]:
    text = "".join(run.words for run in strip.runs)
    return [words for line in _LINE.split(text) if (words := tidy(line))]


def _belongs_above(strip: Strip, title: str | None, byline: str | None) -> bool:
    """Whether a strip above the first paragraph is headline, byline, date or links rather than a standfirst."""
    if strip.kind in {BlockKind.CAPTION, BlockKind.QUOTE, BlockKind.ITEM, BlockKind.TABLE}:
        return strip.link_share >= 0.5
    return _is_head(strip, title, byline) or strip.link_share >= 0.5 or not (
        strip.kind is BlockKind.HEADING or _SENTENCE.search(tidy(strip.words)) or len(strip.tokens) >= 8
    )  # fmt: skip


def _is_head(strip: Strip, title: str | None, byline: str | None) -> bool:
    lines = _lines(strip)
    folded = tidy(strip.words).casefold()
    if len(strip.tokens) > 40 or not lines:
        return False
    names = [name.strip().casefold() for name in re.split(r",| and ", byline or "") if name.strip()]
    named = bool(names) and len(strip.tokens) <= 20 and all(name in folded for name in names)
    begins = (
        folded.startswith(("by ", "written by ", "published ", "updated ", "posted ", "last updated "))
        and len(strip.tokens) <= 20
    )
    headed = bool(title) and lines[0].casefold() == tidy(title or "").casefold()
    return (
        headed
        or any(byline_names(line) or is_date_line(line) for line in lines)
        or (named and begins)
        or (begins and iso_date(folded) is not None)
    )
