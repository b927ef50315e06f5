"""The registry: which outlet a name, an alias, a handle or a domain belongs to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from provaudit.identify.hosts import OWN_SUBDOMAINS, host_of
from provaudit.identify.index import Index, build_index, outlet_of_row, stored_index
from provaudit.identify.names_in_text import NamesInText
from provaudit.identify.spelling import name_key
from provaudit.model import Outlet, OutletKind, Span


class Registry:
    """Outlets by name, alias, handle and domain. Answers are in order of id; a name of several gives several."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._made: dict[int, Outlet] = {}
        self._names_in_text = NamesInText(index["names"], index["first_words"], index["capitals"])

    @classmethod
    def load(cls, extra: Path | None = None) -> Registry:
        """The shipped registry, with the outlets of a TOML file added; an outlet of the file replaces its id.

        Of a name that an outlet of the file bears too, none of the shipped ones is the foremost any more.

        Raises UsageError where the file cannot be read or an entry is wrong.
        """
        stored = cls(stored_index())
        if extra is None:
            return stored
        from provaudit.identify.outlets_file import read_outlets

        added = read_outlets(extra)
        taken = {name_key(name) for outlet in added for name in (outlet.name, *outlet.aliases)}
        return cls.of((*(_without_fame(outlet, taken) for outlet in stored.outlets), *added))

    @classmethod
    def of(cls, outlets: Iterable[Outlet]) -> Registry:
        """A registry of just these outlets."""
        return cls(build_index(tuple(outlets)))

    @property
    def outlets(self) -> tuple[Outlet, ...]:
        """All of them, in order of id."""
        return self._all(range(len(self._index["rows"])))

    def lookup(self, name: str) -> tuple[Outlet, ...]:
        """The outlets a name, alias, "@handle", id, domain or URL may mean; none where nothing is known of it."""
        text = name.strip()
        if text.startswith("@"):
            return self.by_handle(text)
        found = self.by_name(text)
        if found:
            return found
        if "." in text and " " not in text:
            outlet = self.by_domain(text)
            return (outlet,) if outlet else ()
        outlet = self.by_id(text.casefold())
        return (outlet,) if outlet else self.by_handle(text)

    def close_names(self, name: str, limit: int = 3) -> tuple[str, ...]:
        """The names of outlets spelt most like a name that is not found, best first, for a "did you mean"."""
        from difflib import get_close_matches  # only a mistake needs it

        keys = get_close_matches(name_key(name), self._index["names"], n=limit, cutoff=0.75)
        return tuple(dict.fromkeys(self._outlet(self._index["names"][key][0]).name for key in keys))

    def by_id(self, outlet_id: str) -> Outlet | None:
        """The outlet of this id."""
        number = self._index["ids"].get(outlet_id)
        return None if number is None else self._outlet(number)

    def by_name(self, name: str) -> tuple[Outlet, ...]:
        """The outlets of this name or alias, whatever its case, punctuation or article."""
        return self._all(self._index["names"].get(name_key(name), ()))

    def by_handle(self, handle: str) -> tuple[Outlet, ...]:
        """The outlets that post under this handle, with or without the @."""
        return self._all(self._index["handles"].get(handle.removeprefix("@").casefold(), ()))

    def by_domain(self, host_or_url: str, when: str | None = None) -> Outlet | None:
        """The outlet that publishes at a host, or the one that did at an ISO date; None where it is not known.

        A subdomain belongs to the outlet of its parent, but what lies below a platform ("x.wordpress.com") belongs
        to whoever writes there.
        """
        host, label = host_of(host_or_url), ""
        while "." in host:
            if host in self._index["domains"]:
                outlet = self._publishing_at(host, when)
                elsewhere = outlet.kind is OutletKind.PLATFORM and label not in OWN_SUBDOMAINS | {""}
                return None if elsewhere else outlet
            label, _, host = host.partition(".")
        return None

    def names_in(self, text: str, span: Span) -> tuple[tuple[Span, tuple[Outlet, ...]], ...]:
        """The outlet names in a stretch of text, in order, the longest where they overlap.

        Several outlets stand where a name may mean several. Words that only look like outlets ("said Hill", "a sun")
        are left out. A capital article belongs to the name where the masthead has one ("The Hill", but "the Hill"
        without it).
        """
        found = []
        for place, numbers in self._names_in_text.find(text, span):
            outlets = self._all(numbers)
            found.append((_with_its_article(text, place, outlets, span), outlets))
        found += self._addresses_in(text, span)
        return _longest(found)

    def _addresses_in(self, text: str, span: Span) -> list[tuple[Span, tuple[Outlet, ...]]]:
        found = []
        for place, is_handle in self._names_in_text.addresses(text, span):
            words = text[place.start : place.end]
            domain = None if is_handle else self.by_domain(words)
            outlets = self.by_handle(words) if is_handle else ((domain,) if domain else ())
            if outlets:
                found.append((place, outlets))
        return found

    def _publishing_at(self, domain: str, when: str | None) -> Outlet:
        outlets = self._all(self._index["domains"][domain])
        return max(outlets, key=lambda outlet: _held(outlet, domain, when))

    def _all(self, numbers: Iterable[int]) -> tuple[Outlet, ...]:
        return tuple(self._outlet(number) for number in numbers)

    def _outlet(self, number: int) -> Outlet:
        if number not in self._made:
            self._made[number] = outlet_of_row(self._index["rows"][number])
        return self._made[number]


def _without_fame(outlet: Outlet, taken: Collection[str]) -> Outlet:
    return replace(outlet, foremost=tuple(name for name in outlet.foremost if name_key(name) not in taken))


def _held(outlet: Outlet, domain: str, when: str | None) -> int:
    """2 where the outlet held the domain at the date (without a date: holds it today), 1 where it once did."""
    for entry in outlet.domains:
        if entry.domain == domain:
            # Dates are compared as far as both go: "2017" is neither before nor after "2017-05-03".
            begun = entry.since is None or when is None or entry.since[: len(when)] <= when[: len(entry.since)]
            ended = entry.until is not None and (when is None or entry.until[: len(when)] < when[: len(entry.until)])
            return 2 if begun and not ended else 1
    return 0


def _with_its_article(text: str, place: Span, outlets: tuple[Outlet, ...], span: Span) -> Span:
    start = place.start - len("The ")
    if start < span.start or text[start : place.start] not in {"The ", "THE "} or text[start - 1 : start].isalnum():
        return place
    key = name_key(text[place.start : place.end])
    names = (name for outlet in outlets for name in (outlet.name, *outlet.aliases) if name.startswith("The "))
    return Span(start, place.end) if any(name_key(name) == key for name in names) else place


def _longest(found: list[tuple[Span, tuple[Outlet, ...]]]) -> tuple[tuple[Span, tuple[Outlet, ...]], ...]:
    kept: list[tuple[Span, tuple[Outlet, ...]]] = []
    for place, outlets in sorted(found, key=lambda entry: (entry[0].start, -entry[0].end)):
        if kept and kept[-1][0].meets(place):
            if place.end - place.start > kept[-1][0].end - kept[-1][0].start:
                kept[-1] = (place, outlets)
            continue
        kept.append((place, outlets))
    return tuple(kept)
