"""Search services of third parties: asked only where the settings name them, since they learn what is looked for.

One file each: `gdelt` (keyless), `nyt` and `guardian` (their own papers), `brave` and `searxng` (the open web).
GDELT reports as its own tier, the others as searches that name the service.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from provaudit.model import Lead, Outcome, Tier, Tried
from provaudit.trace.desk import Desk
from provaudit.trace.exchange import Ask, Exchange
from provaudit.trace.outcomes import trouble
from provaudit.trace.search import Found, Search, ranked
from provaudit.trace.urls import host_of, same_site


@dataclass(frozen=True, slots=True)
class Service:
    """A search service: `ask` puts the question (None: not about this outlet), `read` takes the answer apart."""

    name: str
    provider: str
    tier: Tier
    ask: Callable[[Search, Desk], Ask | None]
    read: Callable[[object], Iterable[Found]]

    def find(self, search: Search, desk: Desk) -> Lead | None:
        """What the service finds on the outlet's domains; None where it is not switched on."""
        ask = self._ask(search, desk)
        if ask is None:
            return None
        exchange = desk.send(ask)
        failed = trouble(exchange)
        if failed:
            return Lead(Tried(self.tier, failed[0], f"{self.name}: {failed[1]}"))
        answer = data_of(exchange)
        if answer is None:
            return Lead(Tried(self.tier, Outcome.UNREACHABLE, f"{self.name}: the answer is no data"))
        own = [found for found in self.read(answer) if any(same_site(found.url, host) for host in search.hosts)]
        reason = f"found by {self.name}"
        candidates = ranked(search, self.tier, reason, own, desk.options.max_candidates)
        if candidates:
            return Lead(Tried(self.tier, Outcome.FOUND, reason), candidates)
        return Lead(Tried(self.tier, Outcome.NOT_FOUND, f"{self.name} has no such page"))

    def hosts(self, search: Search, desk: Desk) -> tuple[str, ...]:
        """The service's host, where it would be asked."""
        ask = self._ask(search, desk)
        return (host_of(ask.url),) if ask else ()

    def _ask(self, search: Search, desk: Desk) -> Ask | None:
        if self.provider not in desk.options.providers or not search.hosts or not search.terms:
            return None
        return self.ask(search, desk)


def data_of(exchange: Exchange) -> object | None:
    """The JSON of an answer, control characters in strings allowed; None where it is none."""
    try:
        answer: object = json.loads(exchange.body.decode("utf-8", "replace"), strict=False)
    except (ValueError, RecursionError):
        return None
    return answer


def within(answer: object, *path: str) -> list[dict[str, object]]:
    """The list of objects at a path of keys, empty where there is none."""
    for key in path:
        answer = answer.get(key) if isinstance(answer, dict) else None
    return [item for item in answer if isinstance(item, dict)] if isinstance(answer, list) else []


def text_of(item: dict[str, object], key: str) -> str:
    """The string under a key, empty where there is none."""
    value = item.get(key)
    return value if isinstance(value, str) else ""


def words_of(search: Search, count: int = 5) -> str:
    """The claim's most telling words, for a search box."""
    return " ".join(term.word for term in search.terms[:count])
