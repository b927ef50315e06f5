"""Nouns for an outlet, and which outlet they stand for: "told the paper", "the site, which is run by …, said".

The nearest outlet named before whose kind suits the noun is meant, and where the nearest sentence has two of them,
nobody can tell. "This newspaper" is the draft's own; a paper may be a study that came out in a journal.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

from provaudit.attribute.body import Body
from provaudit.attribute.mastheads import mastheads
from provaudit.attribute.outlet_names import OutletNames
from provaudit.model import OutletKind, Span

_REMEMBERED: Final = 300  # names of outlets
_PRESS: Final = frozenset({OutletKind.NEWSPAPER})
_PERIODICALS: Final = frozenset({OutletKind.MAGAZINE})
_ON_AIR: Final = frozenset({OutletKind.BROADCASTER})
_WIRES: Final = frozenset({OutletKind.WIRE})
_ANY: Final = frozenset(OutletKind) - {OutletKind.PLATFORM}
_KINDS: Final = {
    "paper": _PRESS, "newspaper": _PRESS, "daily": _PRESS, "tabloid": _PRESS, "broadsheet": _PRESS,
    "magazine": _PERIODICALS, "weekly": _PRESS | _PERIODICALS, "journal": _PRESS | _PERIODICALS,
    "network": _ON_AIR, "broadcaster": _ON_AIR, "channel": _ON_AIR, "station": _ON_AIR,
    "news agency": _WIRES, "agency": _WIRES, "wire service": _WIRES, "news service": _WIRES,
    "podcast": frozenset({OutletKind.PODCAST}),
    "outlet": _ANY, "news outlet": _ANY, "publication": _ANY, "news organisation": _ANY, "news organization": _ANY,
    "site": _ANY - _WIRES, "news site": _ANY - _WIRES, "website": _ANY - _WIRES, "blog": _ANY - _WIRES,
}  # fmt: skip
_MODIFIER: Final = (
    r"(?:[\w-]+-(?:based|owned|run|language|leaning|wing|year-old)|news|online|same|local|conservative|liberal|TV"
    r"|television|radio|satirical|rival|weekly|daily|Sunday)\ "
)
_NOUN: Final = "|".join(sorted((re.escape(noun) for noun in _KINDS), key=len, reverse=True))
# "the newspaper industry" is no newspaper.
_OF_IT: Final = (
    r"(?:articles?|bosses|building|business|chain|column(?:ist)?s?|company|editors?|employees|executives?|group|guild"
    r"|headlines?|industry|journalists?|manage(?:r|rs|ment)|market|offices?|owners?|plan|publishers?|readers|reporters?"
    r"|reports?|room|staff|stor(?:y|ies)|trade|union|visit|work|workers)\b"
)
_PHRASE: Final = re.compile(
    rf"(?P<which>\b[Tt]he|\b[Tt]his|\b[Oo]ur)\ (?:{_MODIFIER}){{0,2}}(?P<noun>{_NOUN})"
    rf"(?!\w|-|[’']s?\ \w|\ [A-Z]|\ {_OF_IT})",
    re.VERBOSE,
)
_SHORT: Final = re.compile(r"\b[Tt]he (?P<name>[A-Z][\w’'-]*\w)\b(?! [A-Z]|[’']s? \w)")
_ENDS: Final = re.compile(r"(?:,? (?:which|who|whose|that|run|owned|based|citing)\b.*|,.*|['’]s|['’])?", re.DOTALL)
_STUDY: Final = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Tt]heir|[Ii]ts|[Oo]ne) (?:[\w-]+ ){0,4}?(?:(?:study|paper|research|analysis|trial|findings"
    r"|review|article|report)\b[^.;\n]{0,80}?\b(?:published|appear(?:ed|s|ing)|printed|out)\b[^.;\n]{0,30}\b(?:in|by)"
    r"|(?:study|paper|research|trial)(?: [\w-]+){0,4} in)(?: the(?: \w+)?(?: journal)?| journal)? ?$"
)
_STUDY_LENGTH: Final = 160


class Named(NamedTuple):
    """An outlet's name in the text, the names of the outlets it may mean (none: unknown), and their kinds."""

    span: Span
    meant: tuple[str, ...]
    kinds: frozenset[OutletKind]


class NounPhrase(NamedTuple):
    """A noun phrase for an outlet; `own` where it says that it is the draft's own."""

    span: Span
    noun: str
    own: bool


class OutletNouns:
    """Finds the outlet that a noun stands for in one body."""

    def __init__(self, body: Body, outlets: OutletNames) -> None:
        self._body = body
        self._named = tuple(
            Named(one.span, tuple(each.name for each in one.meant), frozenset(each.kind for each in one.meant))
            for block in body.blocks
            for one in mastheads(body.text, block, outlets)
            if not one.platform
        )

    def phrases_in(self, span: Span) -> Iterator[NounPhrase]:
        """Yield the noun phrases for an outlet in a stretch of the text: "the paper"."""
        for match in _PHRASE.finditer(self._body.text, span.start, span.end):
            yield NounPhrase(Span(*match.span()), match["noun"], match["which"].lower() in ("this", "our"))

    def short_names_in(self, span: Span) -> Iterator[Span]:
        """Yield the short names in a stretch of outlets named in full before: "the Ledger" after the Sunday Ledger."""
        for match in _SHORT.finditer(self._body.text, span.start, span.end):
            before = self._named[: bisect_left(self._named, match.start(), key=lambda one: one.span.start)]
            last = match["name"]
            if any(not one.meant and self._body.text[slice(*one.span)].endswith(f" {last}") for one in before):
                yield Span(*match.span("name"))

    def phrase_of(self, span: Span) -> NounPhrase | None:
        """Return the noun phrase that a mention is, its relative clause aside."""
        match = _PHRASE.match(self._body.text, span.start, span.end)
        if match is None or _ENDS.fullmatch(self._body.text, match.end(), span.end) is None:
            return None
        return NounPhrase(Span(*match.span()), match["noun"], match["which"].lower() in ("this", "our"))

    def meant(self, phrase: NounPhrase) -> tuple[str, ...]:
        """Return the names, as the text has them, that a phrase may stand for: one, several, or none."""
        if phrase.own:
            return ()
        last = bisect_left(self._named, phrase.span.start, key=lambda one: one.span.start)
        found: dict[tuple[str, ...], str] = {}
        sentence: Span | None = None
        for one in reversed(self._named[max(0, last - _REMEMBERED) : last]):
            if sentence is not None and one.span.start < sentence.start:
                break
            if one.span.end > phrase.span.start or not (_fits(one, phrase.noun) or self._study(one, phrase)):
                continue
            sentence = sentence or self._body.sentence_at(one.span.start)
            name = self._body.text[one.span.start : one.span.end]
            found.setdefault(one.meant or (name,), self._study(one, phrase) or name)
        return tuple(found.values())

    def _study(self, one: Named, phrase: NounPhrase) -> str | None:
        """The study that came out in this outlet, where a paper is asked for."""
        if phrase.noun != "paper" or one.kinds & _PRESS:
            return None
        before = _STUDY.search(self._body.text, max(0, one.span.start - _STUDY_LENGTH), one.span.start)
        if before is None or not (one.kinds or "journal" in before.group()):
            return None
        return self._body.text[before.start() : one.span.end]


def _fits(one: Named, noun: str) -> bool:
    return not one.kinds or bool(one.kinds & _KINDS[noun])
