"""Short forms of what was named before: "the paper", "the Times", "the report", "the agency", an acronym."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

from provaudit.attribute.body import Body
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.outlet_nouns import OutletNouns
from provaudit.model import Span

_ARTICLE: Final = re.compile(r"^(?:the|a|an|this|that|these|those) ", re.IGNORECASE)
_AFTER_HEAD: Final = re.compile(r",| (?:of|for|from|in|at|with|who|that|by|on|released|published|conducted)\b")
_TOLD: Final = r"\b(?:[Aa]n?|(?!The\b)[A-Z][\w’'.]*(?: [A-Z][\w’'.]*)*(?:['’]s)?)(?: [\w’'\-]+){{0,3}} {head}\b"
_REMEMBERED: Final = 300  # names of outlets
_LONGEST_ACRONYM: Final = 6
_LONG_NAME: Final = re.compile(r"[A-Z][\w’'\-]{0,60}(?: (?:(?:of|for|on) (?:the )?|& )?[A-Z][\w’'\-]{0,60})+")


class Named(NamedTuple):
    """An outlet's name in the text, and the names of the outlets it may mean."""

    span: Span
    meant: tuple[str, ...]


class ShortForms:
    """Finds what a short form stands for in one body; to be asked in the order of the text.

    `outlets` are the outlets' names in the body, in order.
    """

    def __init__(self, body: Body, outlets: tuple[Named, ...], nouns: OutletNouns) -> None:
        self._body, self._outlets, self._nouns = body, outlets, nouns
        self._spoken: dict[str, list[str]] = {}  # head noun → the sources it headed so far
        self._told: dict[
            str, dict[str, int]
        ] = {}  # document noun → the phrases that it heads, and where each ends first
        self._names: dict[str, set[str]] = {}  # short form → the long names so far that it may be short for
        self._long_names = _LONG_NAME.finditer(body.text)
        self._next_name = next(self._long_names, None)

    def remember(self, name: str) -> None:
        """Note a source that was read, so that its head noun can stand for it later."""
        phrase = _AFTER_HEAD.split(name)[0].split()
        if phrase:
            self._spoken.setdefault(phrase[-1].lower(), []).append(name)

    def meant(self, text: str, span: Span) -> str | None:
        """Return the fuller name that the mention stands for; None where it is full itself or nothing fits."""
        low = text.lower()
        bare = _ARTICLE.sub("", text)
        outlet = self._ambiguous_outlet(span)
        if outlet is not None:
            return outlet
        phrase = self._nouns.phrase_of(span)
        if phrase is not None:
            meant = self._nouns.meant(phrase)
            return meant[0] if len(meant) == 1 else None
        if low.startswith(("the ", "this ", "that ", "these ", "those ")) and bare == bare.lower():
            return self._same_head(bare, span)
        if bare[:1].isupper():
            return self._longer_name(bare, span)
        return None

    def is_dangling(self, low: str, span: Span) -> bool:
        """Whether it is a short form that must have stood for something: "the paper"."""
        phrase = self._nouns.phrase_of(span)
        if phrase is not None:
            return not phrase.own
        return low.startswith("the ") and low[4:] in word_list("attribution/outlet_nouns")

    def is_outlet(self, span: Span) -> bool:
        """Whether an outlet's name stands in the mention."""
        return bool(self._outlets_in(span))

    def _outlets_in(self, span: Span) -> tuple[Named, ...]:
        first = bisect_left(self._outlets, span.start, key=lambda one: one.span.start)
        return self._outlets[first : bisect_left(self._outlets, span.end, key=lambda one: one.span.start)]

    def _outlets_before(self, span: Span) -> Iterator[Named]:
        """The outlets' names before a mention, nearest first, as far back as a reader remembers."""
        last = bisect_left(self._outlets, span.start, key=lambda one: one.span.start)
        return reversed(self._outlets[max(0, last - _REMEMBERED) : last])

    def _ambiguous_outlet(self, span: Span) -> str | None:
        """An ambiguous outlet's name ("the Post") is the one of its outlets that was named clearly before."""
        mine = self._outlets_in(span)
        if len(mine) != 1 or len(mine[0].meant) < 2:
            return None
        if mine[0].span.start - span.start > len("the ") or span.end - mine[0].span.end > len("'s"):
            return None  # "a recording which the Post has seen" is no short form of the Post
        clear = [one for one in self._outlets_before(span) if len(one.meant) == 1 and one.meant[0] in mine[0].meant]
        if len({one.meant for one in clear}) != 1:
            return None
        return self._body.text[clear[0].span.start : clear[0].span.end]

    def _same_head(self, bare: str, span: Span) -> str | None:
        """What "the study" is: the one that was a source before, or the only one the text tells of."""
        head = bare.rsplit(maxsplit=1)[-1]
        spoken = {name for name in self._spoken.get(head, ()) if name.lower() not in (f"the {bare}", bare)}
        if spoken:
            return spoken.pop() if len(spoken) == 1 else None
        if head not in word_list("attribution/documents"):
            return None
        if head not in self._told:
            self._told[head] = {}
            for match in re.finditer(_TOLD.format(head=re.escape(head)), self._body.prose):
                self._told[head].setdefault(match.group(), match.end())
        told = {phrase for phrase, end in self._told[head].items() if end <= span.start}
        if all(len(one.split()) <= len(bare.split()) + 1 and one[2:].islower() for one in told):
            return None  # "a report" says no more than "the report"
        return told.pop() if len(told) == 1 else None

    def _longer_name(self, bare: str, span: Span) -> str | None:
        """A name or acronym that a longer name before it ends with, or is spelt by."""
        while self._next_name is not None and self._next_name.end() <= span.start:
            name = self._next_name.group().removeprefix("The ")
            for short in _short_for(name):
                self._names.setdefault(short, set()).add(name)
            self._next_name = next(self._long_names, None)
        names = self._names.get(bare, set())
        return next(iter(names)) if len(names) == 1 else None


def _short_for(name: str) -> Iterator[str]:
    """The acronym of a name and, of an outlet's name, its last word."""
    words = name.split()
    acronym = "".join(word[0] for word in words if word[0].isupper())
    if 1 < len(acronym) <= _LONGEST_ACRONYM:
        yield acronym
    if len(words) > 1 and words[-1].lower() in word_list("attribution/mastheads"):
        yield words[-1]
