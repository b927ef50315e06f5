"""How hosts are treated: one request at a time, a pause after it, two tries at most, and left alone in trouble."""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from provaudit.model import Outcome
from provaudit.trace.exchange import Ask, Exchange
from provaudit.trace.urls import host_of


class LimitReachedError(Exception):
    """A budget of the draft is spent; the text says which."""


class CrowdedError(Exception):
    """More threads stand in line for a host than this question has patience for."""


class Budget:
    """What one draft may still ask for: a number of requests, so many of one host, and seconds from its first on."""

    def __init__(self, requests: int, seconds: float, clock: Callable[[], float], of_one_host: int = 10**9) -> None:
        self._lock = threading.Lock()
        self._requests = requests
        self._of_one_host = of_one_host
        self._hosts: Counter[str] = Counter()
        self._spent = 0
        self._seconds = seconds
        self._clock = clock
        self._ends: float | None = None

    @property
    def spent(self) -> int:
        """Requests made so far."""
        return self._spent

    def remaining(self) -> float:
        """Seconds left; raises LimitReachedError where none are."""
        with self._lock:
            if self._ends is None:
                self._ends = self._clock() + self._seconds
            left = self._ends - self._clock()
        if left <= 0:
            raise LimitReachedError(f"the time limit of {self._seconds:g} s is spent")
        return left

    def take(self, host: str) -> float:
        """Pay for one request and give the seconds left; raises LimitReachedError where it cannot be paid."""
        left = self.remaining()
        with self._lock:
            if self._spent >= self._requests:
                raise LimitReachedError(f"the limit of {self._requests} requests is spent")
            if self._hosts[host] >= self._of_one_host:
                raise LimitReachedError(f"the limit of {self._of_one_host} requests to {host} is spent")
            self._spent += 1
            self._hosts[host] += 1
        return left


class _Turnstile:
    """One host's place in line."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.free_at: float | None = None


class Pace:
    """One request at a time to a host, and a gap from the end of one to the start of the next."""

    def __init__(self, gap: float, clock: Callable[[], float], sleep: Callable[[float], object]) -> None:
        self._gap = gap
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._turnstiles: defaultdict[str, _Turnstile] = defaultdict(_Turnstile)

    @contextmanager
    def turn(self, ask: Ask, budget: Budget) -> Iterator[None]:
        """Hold the question's host for one request.

        Raises LimitReachedError where the wait outlasts the budget, and CrowdedError where it outlasts the patience.
        The question's gap can only lengthen the run's own.
        """
        host = host_of(ask.url)
        with self._lock:
            turnstile = self._turnstiles[host]
        left = budget.remaining()
        if not turnstile.lock.acquire(timeout=min(left, ask.patience, threading.TIMEOUT_MAX)):
            if ask.patience < left:
                raise CrowdedError(f"too many questions stand in line for {host}")
            raise LimitReachedError(f"the time limit is spent waiting for {host}")
        try:
            wait = 0.0 if ask.at_once or turnstile.free_at is None else turnstile.free_at - self._clock()
            if wait > 0:
                if wait > budget.remaining():
                    raise LimitReachedError(f"the time limit ends before {host} may be asked again")
                self._sleep(wait)
            try:
                yield
            finally:
                turnstile.free_at = self._clock() + max(self._gap, ask.gap)
        finally:
            turnstile.lock.release()


@dataclass(slots=True)
class _Record:
    failures: int = 0
    closed_until: float = 0.0
    outcome: Outcome = Outcome.UNREACHABLE
    detail: str = ""


class Breaker:
    """Leaves a host alone for a while after it asked for that (429) or failed several times in a row."""

    def __init__(self, failures: int, seconds: float, clock: Callable[[], float]) -> None:
        self._failures = failures
        self._seconds = seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._records: defaultdict[str, _Record] = defaultdict(_Record)

    def trouble(self, host: str) -> tuple[Outcome, str] | None:
        """Why the host is not asked now, None where it may be."""
        with self._lock:
            record = self._records.get(host)
            if record is None or record.closed_until <= self._clock():
                return None
            return record.outcome, record.detail

    def note(self, host: str, exchange: Exchange) -> None:
        """Take in how a request ended."""
        with self._lock:
            record = self._records[host]
            if exchange.status == 429:
                pause = retry_after(exchange) or self._seconds
                self._close(record, Outcome.RATE_LIMITED, f"{host} asked for a pause", pause)
            elif exchange.failure in (Outcome.TIMEOUT, Outcome.UNREACHABLE) or exchange.status >= 500:
                record.failures += 1
                if record.failures >= self._failures:
                    outcome = exchange.failure or Outcome.UNREACHABLE
                    self._close(record, outcome, f"{host} failed {record.failures} times in a row", self._seconds)
            else:
                record.failures = 0

    def _close(self, record: _Record, outcome: Outcome, detail: str, pause: float) -> None:
        record.outcome, record.detail = outcome, detail
        record.closed_until = self._clock() + pause
        record.failures = 0


def retry_after(exchange: Exchange) -> float | None:
    """Seconds of a Retry-After header (RFC 9110, 10.2.3: seconds, or a date), None where there is none."""
    written = (exchange.header("retry-after") or "").strip()
    if written.isdecimal():
        return float(written[:9])
    try:
        moment = parsedate_to_datetime(written)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, (moment - datetime.fromisoformat(exchange.retrieved)).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):  # whatever a server may call a date
        return None
