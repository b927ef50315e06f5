"""One run's web, shared by its drafts and threads: every address is asked at most once, and has one outcome."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from provaudit.errors import UsageError
from provaudit.model import Outcome, Tier
from provaudit.trace.cache import Cache
from provaudit.trace.evidence import Recorder
from provaudit.trace.exchange import ROBOTS, Ask, Exchange, Journey
from provaudit.trace.guard import NOT_AN_ADDRESS, WITH_CREDENTIALS, Guard
from provaudit.trace.live import LiveLine, check_environment
from provaudit.trace.manners import Budget, LimitReachedError
from provaudit.trace.options import WebOptions
from provaudit.trace.outcomes import Reader
from provaudit.trace.replay import Replay
from provaudit.trace.robots import MAX_LENGTH, Robots, robots_of
from provaudit.trace.seen import Flights, Seen
from provaudit.trace.urls import has_credentials, host_of, is_web_address, joined, origin_of, printable, tidied

if TYPE_CHECKING:
    from provaudit.identify import Registry
    from provaudit.trace.tracer import Tracer

log = logging.getLogger("provaudit.trace")

PATIENCE = 600.0  # seconds; the thread that is waited for keeps to the same draft's budget


@dataclass(slots=True)
class Draft:
    """One draft's budget, and what it has settled: an address it could not afford stays so for this draft."""

    key: str
    budget: Budget
    limited: dict[str, Exchange] = field(default_factory=dict)
    settled: set[str] = field(default_factory=set)
    flights: Flights[Exchange] = field(default_factory=Flights)


class Web:
    """Asks servers, the cache or the replayed evidence; thread-safe. Opened by `open_web`."""

    def __init__(self, options: WebOptions, registry: Registry, line: LiveLine | None, replay: Replay | None) -> None:
        self.options = options
        self.registry = registry
        self.reader = Reader(options.pages_in_memory)
        self._line = line
        self._replay = replay
        self._seen = Seen(options.bodies_in_memory)
        self._flights: Flights[Exchange] = Flights()
        self._numbers = itertools.count(1)

    def draft(self, key: str = "") -> Tracer:
        """A fresh budget for one draft, its clock started by its first question.

        `key` names the draft in the evidence, so that limits it met are met again in a replay; where none is given
        the drafts are numbered in the order of these calls.
        """
        from provaudit.trace.tracer import Tracer

        name = " ".join(key.split()) or f"draft {next(self._numbers)}"
        options = self.options
        budget = Budget(options.max_requests, options.max_seconds, options.clock, options.max_host_requests)
        return Tracer(self, Draft(name, budget))

    def ask(self, ask: Ask, draft: Draft) -> Exchange:
        """How asking for the address ends in this run; a redirect is an answer. Never raises for what the web does."""
        return draft.flights.once(
            _flight(ask), lambda: self._settled(ask.url, draft), lambda: self._settle(ask, draft), lambda: PATIENCE
        )

    def follow(self, ask: Ask, draft: Draft) -> Journey:
        """Ask, and ask on where redirects point, at most `max_redirects` times; each hop passes the same gate."""
        unusable = _unusable(ask.url)
        if unusable:
            failed = Exchange(printable(ask.url), "", failure=Outcome.REFUSED_ADDRESS, detail=unusable)
            return Journey(printable(ask.url), (), failed)
        ask = replace(ask, url=tidied(ask.url))
        exchange = self.ask(ask, draft)
        hops: list[str] = []
        while exchange.location is not None:
            target = joined(exchange.url, exchange.location) or ""
            trouble = self._hop_trouble(ask.url, hops, target)
            if trouble:
                return Journey(ask.url, tuple(hops), Exchange(ask.url, exchange.retrieved, 0, (), b"", *trouble))
            target = tidied(target)
            hops.append(target)
            same_host = host_of(target) == host_of(exchange.url)
            exchange = self.ask(replace(ask, url=target, at_once=same_host, why="redirect"), draft)
        return Journey(ask.url, tuple(hops), exchange)

    def robots(self, url: str, draft: Draft) -> Robots:
        """The rules of the address's host."""
        ask = Ask(f"{origin_of(url)}/robots.txt", why="robots.txt", accept=ROBOTS, robots=False, enough=MAX_LENGTH)
        return robots_of(self.follow(ask, draft).end)

    def close(self) -> None:
        """Close connections, cache and evidence; raises OutputError where the evidence cannot be written."""
        self._seen.close()
        if self._replay:
            self._replay.close()
        if self._line:
            self._line.close()

    def _hop_trouble(self, start: str, hops: list[str], target: str) -> tuple[Outcome, str] | None:
        if not target:
            return Outcome.UNREACHABLE, "a redirect to an address that cannot be read"
        unusable = _unusable(target)
        if unusable:
            return Outcome.REFUSED_ADDRESS, f"a redirect to {unusable}"
        if len(hops) >= self.options.max_redirects:
            return Outcome.UNREACHABLE, f"more than {self.options.max_redirects} redirects"
        if tidied(target) == start or tidied(target) in hops:
            return Outcome.UNREACHABLE, "redirects in a circle"
        return None

    def _settled(self, url: str, draft: Draft) -> Exchange | None:
        return draft.limited.get(url) or (self._seen.get(url) if url in draft.settled else None)

    def _settle(self, ask: Ask, draft: Draft) -> Exchange:
        """The address's outcome for this draft: the run's, or that it could not afford to find out."""
        spent = self._replay.limit(draft.key, ask.url) if self._replay else None
        if spent is not None:
            return self._limited(ask.url, draft, spent)
        try:
            exchange = self._flights.once(
                _flight(ask),
                lambda: self._seen.get(ask.url),
                lambda: self._fresh(ask, draft),
                lambda: PATIENCE if self._replay else draft.budget.remaining(),
            )
        except LimitReachedError as limit:
            return self._limited(ask.url, draft, str(limit))
        draft.settled.add(ask.url)
        return exchange

    def _fresh(self, ask: Ask, draft: Draft) -> Exchange:
        if self._replay:
            exchange = self._replay.exchange(ask.url)
            log.info("replay %s (%s): %s", printable(ask.url), ask.why, exchange.failure or exchange.status)
        else:
            exchange = self._asked(ask, draft)
        self._seen.put(exchange)
        return exchange

    def _asked(self, ask: Ask, draft: Draft) -> Exchange:
        line = self._line
        assert line is not None  # noqa: S101 - a run is live or a replay
        refusal = line.refusal(ask)
        if refusal:
            return line.failed(ask, *refusal)
        if ask.robots and ask.url != f"{origin_of(ask.url)}/robots.txt":
            robots = self.robots(ask.url, draft)
            forbidden = robots.refusal(ask.url)
            if forbidden and forbidden[0] is Outcome.LIMIT:
                raise LimitReachedError(forbidden[1])
            if forbidden:
                return line.failed(ask, *forbidden)
            ask = replace(ask, gap=max(ask.gap, robots.delay))
        return line.exchange(ask, draft.budget)

    def _limited(self, url: str, draft: Draft, detail: str) -> Exchange:
        log.info("not asked %s: %s", printable(url), detail)
        draft.limited[url] = Exchange(url, "", failure=Outcome.LIMIT, detail=detail)
        if self._line:
            self._line.limit(draft.key, url, detail)
        return draft.limited[url]


def _flight(ask: Ask) -> str:
    """What threads wait for: an address, apart from the same one asked for on the way to some robots.txt.

    Asking for a page waits for its host's robots.txt, which may redirect anywhere; were it to wait for a page in turn,
    two hosts could make two threads wait for each other.
    """
    return ask.url if ask.robots else f"unchecked {ask.url}"


def _unusable(url: str) -> str | None:
    """Why an address is asked by nobody, as it is written."""
    if has_credentials(url):
        return WITH_CREDENTIALS
    return None if is_web_address(tidied(url)) else NOT_AN_ADDRESS


@contextmanager
def open_web(options: WebOptions, registry: Registry) -> Iterator[Web]:
    """The web for one run: live, or the replayed evidence.

    Raises UsageError where evidence to replay is missing or both `record` and `replay` are asked for, and OutputError
    where evidence cannot be written.
    """
    if options.record and options.replay:
        raise UsageError("--record and --replay exclude each other; give one of them")
    if options.replay:
        replay = Replay.load(options.replay)
        web = Web(_as_recorded(options, replay), registry, None, replay)
    else:
        web = Web(options, registry, _live(options), None)
    try:
        yield web
    finally:
        web.close()


def _live(options: WebOptions) -> LiveLine:
    check_environment(options)
    recorder = None
    if options.record:
        settings = {
            "tiers": sorted(options.tiers),
            "providers": sorted(options.providers),
            "searxng": printable(options.providers.get("searxng", "")),
            "archive": options.archive_base,
        }
        moment = options.now().strftime("%Y-%m-%dT%H:%M:%SZ")
        recorder = Recorder(options.record, settings, moment, options.user_agent)
    cache = Cache(options.cache_dir, options) if options.cache_dir else None
    guard = Guard(options.ports, options.allow_private, options.resolve)
    return LiveLine(options, guard, cache, recorder)


def _as_recorded(options: WebOptions, replay: Replay) -> WebOptions:
    """The options with the tiers and services of the recorded run, whatever is configured today."""
    settings = replay.settings
    if "tiers" not in settings:
        return options
    known = {tier.value for tier in Tier}
    providers = {str(name): "recorded" for name in settings.get("providers", ())}
    if settings.get("searxng"):
        providers["searxng"] = str(settings["searxng"])
    return replace(
        options,
        tiers=frozenset(Tier(name) for name in settings["tiers"] if name in known),
        providers=providers,
        archive_base=str(settings.get("archive", options.archive_base)),
    )
