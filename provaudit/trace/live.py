"""A live run's way to the servers: cache first, then in turn, within the budget, twice at most, on record."""

from __future__ import annotations

import logging
import os
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import getproxies

from provaudit.errors import UsageError
from provaudit.model import Outcome
from provaudit.trace.cache import Cache
from provaudit.trace.evidence import Recorder
from provaudit.trace.exchange import ROBOTS, Ask, Exchange
from provaudit.trace.guard import Guard
from provaudit.trace.manners import Breaker, Budget, CrowdedError, LimitReachedError, Pace, retry_after
from provaudit.trace.options import WebOptions
from provaudit.trace.urls import host_of, printable

if TYPE_CHECKING:
    from provaudit.trace.client import Client

log = logging.getLogger("provaudit.trace")


class LiveLine:
    """Makes requests; thread-safe. The HTTP library is loaded by the first request that is really made."""

    def __init__(self, options: WebOptions, guard: Guard, cache: Cache | None, recorder: Recorder | None) -> None:
        self._options = options
        self._guard = guard
        self._cache = cache
        self._recorder = recorder
        self._ended = threading.Event()
        self._sleep = options.sleep or self._ended.wait
        self._pace = Pace(options.host_gap, options.clock, self._sleep)
        self._breaker = Breaker(options.breaker_failures, options.breaker_seconds, options.clock)
        self._lock = threading.Lock()
        self._client: Client | None = None

    def refusal(self, ask: Ask) -> tuple[Outcome, str] | None:
        """Why the address must not be asked, as far as it can be told without resolving its host."""
        reason = self._guard.refusal(ask.url)
        return (Outcome.REFUSED_ADDRESS, reason) if reason else None

    def failed(self, ask: Ask, outcome: Outcome, detail: str) -> Exchange:
        """A failure that needed no request, put on record."""
        log.info("not asked %s (%s): %s, %s", printable(ask.url), ask.why, outcome, detail)
        return self._recorded(ask, Exchange(ask.url, self._moment(), failure=outcome, detail=detail))

    def exchange(self, ask: Ask, budget: Budget) -> Exchange:
        """The cached answer, or a request's; raises LimitReachedError where the budget does not allow the request."""
        cached = self._cache.get(ask.url) if self._cache else None
        if cached:
            log.info("cached %s (%s): %s", printable(ask.url), ask.why, cached.failure or cached.status)
            return self._recorded(ask, cached)
        try:
            with self._pace.turn(ask, budget):
                # The run may have ended, or the host failed, while this thread waited for its turn.
                self._check_running()
                trouble = self._breaker.trouble(host_of(ask.url))
                exchange = self.failed(ask, *trouble) if trouble else self._tried(ask, budget)
        except CrowdedError as crowded:
            return self.failed(ask, Outcome.RATE_LIMITED, str(crowded))
        if trouble:
            return exchange
        if self._cache:
            self._cache.put(exchange, robots=ask.accept == ROBOTS)
        return exchange

    def limit(self, draft: str, url: str, detail: str) -> None:
        """Put on record that a draft could not afford the address."""
        if self._recorder:
            self._recorder.limit(draft, url, detail, self._moment())

    def close(self) -> None:
        """End what is under way and close everything; raises OutputError where the evidence cannot be written.

        Threads that still wait or ask (the user broke in) come back at once with a spent budget.
        """
        self._ended.set()
        with self._lock:
            client = self._client
        if client:
            client.close()
        if self._cache:
            self._cache.close()
        if self._recorder:
            self._recorder.close()

    def _tried(self, ask: Ask, budget: Budget) -> Exchange:
        exchange = self._sent(ask, budget)
        wait = self._wait_before_second(ask, exchange)
        try:
            if wait is not None and wait < budget.remaining():
                self._sleep(wait)
                exchange = self._sent(ask, budget)
        except LimitReachedError:
            pass  # the first answer stands
        self._breaker.note(host_of(ask.url), exchange)
        return exchange

    def _wait_before_second(self, ask: Ask, exchange: Exchange) -> float | None:
        """Seconds until the second try, None where there is none."""
        if not ask.retry:
            return None
        if exchange.status in (429, 503):
            wait = retry_after(exchange)
            if wait is None:
                wait = self._options.retry_wait if exchange.status == 429 else None
            return wait if wait is not None and wait <= self._options.max_retry_wait else None
        # A connection that broke is often a kept-alive one that the server had just given up.
        broke = exchange.failure is Outcome.UNREACHABLE and exchange.detail in BROKEN
        return max(self._options.host_gap, ask.gap) if broke else None

    def _sent(self, ask: Ask, budget: Budget) -> Exchange:
        left = budget.take(host_of(ask.url))
        seconds = ask.seconds or self._options.request_seconds
        began = self._options.clock()
        exchange = self._wire().send(ask, min(seconds, left))
        self._check_running()
        if exchange.failure is Outcome.TIMEOUT and left < seconds:
            raise LimitReachedError("the draft's time limit ended during the request")
        log.info(
            "GET %s (%s): %s, %d bytes in %.2f s",
            printable(ask.url),
            ask.why,
            exchange.failure or exchange.status,
            len(exchange.body),
            self._options.clock() - began,
        )
        return self._recorded(ask, exchange)

    def _check_running(self) -> None:
        if self._ended.is_set():
            raise LimitReachedError("the run was ended")

    def _recorded(self, ask: Ask, exchange: Exchange) -> Exchange:
        if self._recorder:
            self._recorder.write(replace(ask, secret_query=(), secret_headers=()), exchange)
        return exchange

    def _wire(self) -> Client:
        with self._lock:
            self._check_running()
            if self._client is None:
                from provaudit.trace.client import Client

                self._client = Client(self._options, self._guard)
            return self._client

    def _moment(self) -> str:
        return self._options.now().strftime("%Y-%m-%dT%H:%M:%SZ")


def check_environment(options: WebOptions) -> None:
    """Raise UsageError for a proxy or certificates that no request could use, before any is made."""
    proxies = getproxies() if options.trust_env else {}
    for name in ("http", "https", "all"):
        scheme = proxies.get(name, "").partition("://")[0] if "://" in proxies.get(name, "") else "http"
        if scheme not in ("http", "https"):
            raise UsageError(f"a {scheme} proxy cannot be used; name an http one in {name.upper()}_PROXY")
    certificates = options.ca_file or (os.environ.get("SSL_CERT_FILE") if options.trust_env else None)
    if certificates and not Path(certificates).is_file():
        raise UsageError(f"{certificates}: no such file of certificates; see SSL_CERT_FILE")


BROKEN = frozenset({"the answer broke off or is no HTTP", "the connection was reset"})
