"""Whom a mention means, before it is numbered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from provaudit.identify.spelling import name_key
from provaudit.model import Mention, Outlet, OutletKind, SourceKind, Span

_PASSIVE = re.compile(
    r"(?:is|was|has been|had been|being|can be|['’]s)\b.*\b(?:said|thought|believed|understood|reported|claimed|"
    r"assumed|alleged|argued|rumou?red|feared|expected|known|suggested|hoped)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A source without its id. Two meanings with one `key` are one source; the fuller name is kept."""

    kind: SourceKind
    name: str
    key: str
    outlet: Outlet | None = None
    candidates: tuple[Outlet, ...] = ()
    anonymity: str | None = None


def outlet_meaning(candidates: tuple[Outlet, ...], said: str) -> Meaning:
    """An outlet, or an ambiguous name of several under the words the draft uses (with the article such a title has)."""
    if len(candidates) == 1:
        outlet = candidates[0]
        return Meaning(SourceKind.OUTLET, outlet.name, f"outlet:{outlet.id}", outlet)
    key = name_key(said)
    titles = (name for outlet in candidates for name in (outlet.name, *outlet.aliases) if name.startswith("The "))
    title = next((name for name in titles if name_key(name) == key), said)
    return Meaning(SourceKind.OUTLET, title, f"outlets:{key}", candidates=candidates)


def named(kind: SourceKind, name: str, outlet: Outlet | None = None) -> Meaning:
    """A source that goes by its name."""
    return Meaning(kind, name, f"{kind}:{name_key(name) or name}", outlet)


def unnamed(kind: SourceKind, wording: str) -> Meaning:
    """A source that goes by a description; for kind anonymous the wording is kept as such."""
    anonymity = wording if kind is SourceKind.ANONYMOUS else None
    return Meaning(kind, wording, f"{kind}:{name_key(wording) or wording}", anonymity=anonymity)


def first_span(mention: Mention) -> Span | None:
    """Where a mention stands, if it does."""
    return mention.spans[0] if mention.spans else None


def said_by_nobody(text: str, cue: str) -> Meaning | None:
    """Hearsay that a pronoun only seems to say: "it is often said that", "it was widely believed"."""
    if text.strip().casefold() != "it" or not _PASSIVE.match(cue.strip()):
        return None
    return unnamed(SourceKind.VAGUE, f"it {' '.join(cue.split())}")


def is_a_bare_name(found: Sequence[Meaning]) -> bool:
    """Whether it is one person or body that speaks for no outlet, as far as the words tell."""
    return [(one.kind, one.outlet) for one in found] in ([(SourceKind.PERSON, None)], [(SourceKind.ORGANISATION, None)])


def company(meaning: Meaning, said: str) -> Meaning:
    """A platform that speaks ("Facebook said") speaks as a company, not as an outlet."""
    if meaning.outlet is not None and meaning.outlet.kind is OutletKind.PLATFORM:
        return named(SourceKind.ORGANISATION, said)
    return meaning


def as_posted(meaning: Meaning) -> Meaning:
    """What a person or body put on a platform is a source of its own kind."""
    if meaning.kind not in {SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.DOCUMENT} or meaning.outlet:
        return meaning
    return replace(meaning, kind=SourceKind.SOCIAL, key=f"social:{meaning.key}")


def unresolved(kind: SourceKind, text: str, mention: Mention) -> Meaning:
    """A pronoun whom nothing ties to a name: one source a mention, so that two strangers are never made one."""
    at = mention.spans[0].start if mention.spans else -1
    return Meaning(kind, text.casefold(), f"pronoun:{text.casefold()}:{at}")
