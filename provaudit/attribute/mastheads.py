"""Outlets by name: those the registry knows, and unknown ones that are called like an outlet."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from provaudit.attribute.lexicon import word_list
from provaudit.attribute.outlet_names import OutletNames
from provaudit.model import Outlet, OutletKind, Span

# A word of a name has an end: without one, a draft of capitals alone would be read anew from each of them.
_RUN: Final = re.compile(
    r"[A-Z0-9][\w’'\-]{0,60}(?:[ \u00a0](?:(?:of|the|and|&|for|on) )*[A-Z0-9][\w’'\-]{0,60})+", re.UNICODE
)
_CALL_SIGN: Final = re.compile(r"\b[KW][A-Z]{3}(?:-(?:TV|FM|AM))?\b(?! [A-Z]{2})")
_CAPITALS: Final = r"[A-Z0-9][\w’'&\-]*(?:\ (?:(?:of|the|and|&|for|on|at)\ )?[A-Z0-9][\w’'&\-]*){0,4}"
# A noun beside a name makes it an outlet's: "the Brazilian outlet Porto Alto", "Pardon Us podcast".
_DESCRIBED: Final = re.compile(
    rf"""(?<![\w’'])(?:(?:news\ )?outlet|newspaper|magazine|broadcaster|tabloid|news\ (?:site|agency)|podcast)
            \ (?P<after>{_CAPITALS})
      |(?<![\w.])(?P<before>{_CAPITALS}),?["”’']?
            \ (?:magazine|podcast|programme|newspaper|radio|news\ (?:agency|site))\b
            (?!\ (?:[A-Z]|reporters?|editors?|journalists?|article|interview|report|story))""",
    re.VERBOSE,
)
_FROM_A_PLACE: Final = re.compile(r"(?:ian|ish|ese|ench|erman|xican|rican|utch|reek|raeli|raqi|stani|local)$")
_OPENERS: Final = frozenset(
    {"A", "After", "And", "As", "At", "But", "By", "From", "In", "On", "Source", "The", "Via", "When"}
)
_OWNER: Final = re.compile(r"['’]s?$")
_LONGEST: Final = 6


class Masthead(NamedTuple):
    """A name that stands in the text and the outlets it may mean: none where the registry knows no such name."""

    span: Span
    meant: tuple[Outlet, ...]

    @property
    def known(self) -> bool:
        """Whether the registry knows the name."""
        return bool(self.meant)

    @property
    def platform(self) -> bool:
        """Whether it is a platform, on which people publish, and no outlet."""
        return bool(self.meant) and all(outlet.kind is OutletKind.PLATFORM for outlet in self.meant)


def mastheads(text: str, span: Span, outlets: OutletNames) -> list[Masthead]:
    """Return the outlets' names in `text[span]`, in order.

    A known name inside a longer unknown one ("Daily" in "the Daily Planet") is that longer name's.
    """
    known = [Masthead(*one) for one in outlets.names_in(text, span)]
    # Two known names in a row ("Reuters and the Boston Herald") are two outlets, not a third one.
    unknown = [
        longer for longer in _unknown(text, span) if sum(longer.holds(one.span) for one in _in(known, longer)) < 2
    ]
    swallowed = {one for longer in unknown for one in _in(known, longer) if _swallows(longer, one)}
    names = [one for one in known if one not in swallowed]
    taken = {at for one in names for at in range(*one.span)}
    for longer in (*_described(text, span), *unknown):
        if taken.isdisjoint(range(*longer)):
            names.append(Masthead(longer, ()))
            taken.update(range(*longer))
    return sorted(names, key=lambda one: one.span)


def _in(names: Sequence[Masthead], longer: Span) -> Sequence[Masthead]:
    """Those of the names, which are in order, that begin inside the longer one."""
    first = bisect_left(names, longer.start, key=lambda one: one.span.start)
    return names[first : bisect_left(names, longer.end, lo=first, key=lambda one: one.span.start)]


def _described(text: str, span: Span) -> Iterator[Span]:
    """Names that a noun shows to be an outlet's, with the noun: "newspaper La Voce Nuova"."""
    for match in _DESCRIBED.finditer(text, span.start, span.end):
        name = match["after"] or match["before"]
        if name.split()[0] in _OPENERS - {"The"} or (match["before"] and _FROM_A_PLACE.search(name)):
            continue
        yield Span(*match.span())


def _swallows(longer: Span, name: Masthead) -> bool:
    """Whether a known name is only part of a longer one: its first words, or an ambiguous last word."""
    if not longer.holds(name.span) or longer == name.span:
        return False
    return name.span.start == longer.start or (name.span.end == longer.end and len(name.meant) > 1)


def _unknown(text: str, span: Span) -> Iterator[Span]:
    """Runs of capitalised words that end, or begin, like an outlet's name: "Tampa Bay Times", "Radio Pelham"."""
    for call in _CALL_SIGN.finditer(text, span.start, span.end):
        yield Span(*call.span())
    for run in _RUN.finditer(text, span.start, span.end):
        parts = run.group().split(" ")
        owner = next((n for n, part in enumerate(parts) if _OWNER.search(part)), None)
        if owner is not None:
            parts = parts[: owner + 1]
        while parts and parts[0] in _OPENERS:
            parts.pop(0)
        if not 2 <= len(parts) <= _LONGEST:
            continue
        last = _OWNER.sub("", parts[-1]).lower()
        broadcast = parts[0].lower() in ("radio", "televisión", "television", "tv") or last in ("radio", "tv", "fm")
        if last not in word_list("attribution/mastheads") and not broadcast:
            continue
        start = run.start() + run.group().index(" ".join(parts))
        yield Span(start, start + len(_OWNER.sub("", " ".join(parts))))
