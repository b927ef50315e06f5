"""Outlets, and whom an attribution rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """Who or what an attribution rests on."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    DOCUMENT = "document"
    SOCIAL = "social"
    ANONYMOUS = "anonymous"
    VAGUE = "vague"


class OutletKind(StrEnum):
    """What sort of news organisation an outlet is."""

    WIRE = "wire"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    MAGAZINE = "magazine"
    BLOG = "blog"
    PODCAST = "podcast"
    AGGREGATOR = "aggregator"
    PLATFORM = "platform"


@dataclass(frozen=True, slots=True)
class Domain:
    """A host an outlet publishes on, with the ISO dates between which it did, where they are known."""

    domain: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news organisation of the registry, or one known only by the domain it was found on."""

    id: str
    name: str
    kind: OutletKind = OutletKind.NEWSPAPER
    aliases: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    domains: tuple[Domain, ...] = ()
    owner: str | None = None
    country: str | None = None
    known: bool = True  # False where the registry does not hold it
    foremost: tuple[str, ...] = ()  # names it shares, by which it is meant where nothing tells them apart

    @property
    def domain(self) -> str | None:
        """The domain it publishes on today."""
        current = [entry.domain for entry in self.domains if entry.until is None]
        return current[0] if current else (self.domains[0].domain if self.domains else None)


@dataclass(frozen=True, slots=True)
class Source:
    """One source of a draft, under all the names the draft gives it.

    `outlet` is the outlet itself for kind outlet, and for a person the outlet that person speaks for. `candidates`
    are the outlets an ambiguous name may mean; then `outlet` is None. `anonymity` keeps the wording that hides a
    name ("a senior administration official"), `anonymity_reason` the reason given for it.
    """

    id: str
    kind: SourceKind
    name: str
    outlet: Outlet | None = None
    candidates: tuple[Outlet, ...] = ()
    anonymity: str | None = None
    anonymity_reason: str | None = None
