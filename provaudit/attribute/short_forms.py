"""Short forms of what was named before: "the paper", "the Times", "the report", "the agency", an acronym."""

import re
from typing import Final, NamedTuple

from provaudit.attribute.body import Body
from provaudit.attribute.lexicon import word_list
from provaudit.model import Span

_ARTICLE: Final = re.compile(r"^(?:the|a|an|this|that|these|those) ", re.IGNORECASE)
_LONGEST_ACRONYM: Final = 6
_LONG_NAME: Final = re.compile(r"[A-Z][\w’'\-]*(?: (?:(?:of|for|on) (?:the )?|& )?[A-Z][\w’'\-]*)+")


class Named(NamedTuple):
    """An outlet's name in the text, and the names of the outlets it may mean."""

    span: Span
    meant: tuple[str, ...]


class ShortForms:
    """Finds what a short form stands for in one body; `outlets` are the outlets' names in it, in order."""

    def __init__(self, body: Body, outlets: tuple[Named, ...]) -> None:
        self._body, self._outlets = body, outlets

    def meant(self, text: str, span: Span, spoken: list[tuple[Span, str]]) -> str | None:
        """Return the fuller name that the mention stands for; None where it is full itself or nothing fits."""
        low = text.lower()
        bare = _ARTICLE.sub("", text)
        outlet = self._ambiguous_outlet(span)
        if outlet is not None:
            return outlet
        if low.startswith(("the ", "this ", "that ")) and bare.lower() in word_list("attribution/outlet_nouns"):
            return self._nearest_outlet(span)
        if low.startswith(("the ", "this ", "that ", "these ", "those ")) and bare == bare.lower():
            return self._same_head(bare.lower(), span, spoken)
        if bare[:1].isupper():
            return self._longer_name(bare, span)
        return None

    def is_dangling(self, low: str) -> bool:
        """Whether it is a short form that must have stood for something: "the paper"."""
        return low.startswith("the ") and low[4:] in word_list("attribution/outlet_nouns")

    def is_outlet(self, span: Span) -> bool:
        """Whether an outlet's name stands in the mention."""
        return any(span.meets(named.span) for named in self._outlets)

    def _ambiguous_outlet(self, span: Span) -> str | None:
        """An ambiguous outlet's name ("the Post") is the one of its outlets that was named clearly before."""
        mine = [named for named in self._outlets if span.holds(named.span)]
        if len(mine) != 1 or len(mine[0].meant) < 2:
            return None
        before = [named for named in self._outlets if named.span.end <= span.start and len(named.meant) == 1]
        fitting = [named for named in before if named.meant[0] in mine[0].meant]
        names = {named.meant[0] for named in fitting}
        if len(names) != 1:
            return None
        last = fitting[-1].span
        return self._body.text[last.start : last.end]

    def _nearest_outlet(self, span: Span) -> str | None:
        """The outlet of the nearest sentence before that names one, where it names one only."""
        before = [named for named in self._outlets if named.span.end <= span.start]
        if not before:
            return None
        sentence = self._body.sentence_at(before[-1].span.start)
        near = {named.meant for named in before if sentence is not None and sentence.holds(named.span)}
        last = before[-1].span
        return self._body.text[last.start : last.end] if len(near) == 1 else None

    def _same_head(self, bare: str, span: Span, spoken: list[tuple[Span, str]]) -> str | None:
        """What "the study" is: the one that was a source before, or the only one the text tells of."""
        head = bare.rsplit(maxsplit=1)[-1]
        names = {name for where, name in spoken if where.start < span.start and self._headed(name, head)}
        fuller = {name for name in names if name.lower() not in (f"the {bare}", bare)}
        if len(fuller) == 1:
            return fuller.pop()
        if fuller:
            return None
        phrase = re.compile(
            rf"\b(?:[Aa]n?|[A-Z][\w’'.]*(?: [A-Z][\w’'.]*)*(?:['’]s)?)(?: [\w’'\-]+){{0,3}} {re.escape(head)}\b"
        )
        told = [match.group() for match in phrase.finditer(self._body.prose, 0, span.start)]
        told = [one for one in told if not one.lower().startswith("the ")]
        return told[0] if len(set(told)) == 1 and word_list("attribution/documents") & {head} else None

    def _headed(self, name: str, head: str) -> bool:
        phrase = re.split(r",| (?:of|for|from|in|at|with|who|that|by|on|released|published|conducted)\b", name)[
            0
        ].split()
        return bool(phrase) and phrase[-1].lower() == head

    def _longer_name(self, bare: str, span: Span) -> str | None:
        """A name or acronym that a longer name before it ends with, or is spelt by."""
        names = {
            name
            for match in _LONG_NAME.finditer(self._body.text, 0, span.start)
            if _shortens(bare, name := match.group().removeprefix("The "))
        }
        return names.pop() if len(names) == 1 else None


def _shortens(short: str, name: str) -> bool:
    if short.isupper() and 2 <= len(short) <= _LONGEST_ACRONYM:
        return "".join(word[0] for word in name.split() if word[0].isupper()) == short
    return short.lower() in word_list("attribution/mastheads") and name.endswith(f" {short}")
