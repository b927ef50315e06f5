"""What this run has seen already: one outcome for each address, in bounded memory, fetched once however many ask."""

from __future__ import annotations

import json
import tempfile
import threading
import zlib
from collections import OrderedDict
from collections.abc import Callable
from typing import IO, Generic, TypeVar

from provaudit.model import Outcome
from provaudit.trace.exchange import Exchange

T = TypeVar("T")


class Seen:
    """Exchanges by address. Bodies beyond `limit` bytes move to a temporary file, the longest unused first."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._held = 0
        self._lock = threading.Lock()
        self._near: OrderedDict[str, Exchange] = OrderedDict()
        self._far: dict[str, tuple[int, int]] = {}
        self._spool: IO[bytes] | None = None
        self._closed = False

    def get(self, url: str) -> Exchange | None:
        """How asking for the address ended in this run, None where it was not asked."""
        with self._lock:
            exchange = self._near.get(url)
            if exchange is not None:
                self._near.move_to_end(url)
                return exchange
            place = self._far.get(url)
            return self._fetched_back(place) if place else None

    def put(self, exchange: Exchange) -> None:
        """Keep an outcome for the rest of the run."""
        with self._lock:
            if self._closed:
                return
            self._near[exchange.url] = exchange
            self._held += _weight(exchange)
            while self._held > self._limit and len(self._near) > 1:
                self._set_aside(*self._near.popitem(last=False))

    def close(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._closed = True
            self._near.clear()
            self._far.clear()
            if self._spool:
                self._spool.close()

    def _set_aside(self, url: str, exchange: Exchange) -> None:
        self._held -= _weight(exchange)
        if url in self._far:
            return
        if self._spool is None:
            self._spool = tempfile.TemporaryFile(prefix="provaudit-")  # noqa: SIM115 - lives as long as the run
        packed = zlib.compress(pack(exchange), 1)
        self._far[url] = (self._spool.seek(0, 2), len(packed))
        self._spool.write(packed)

    def _fetched_back(self, place: tuple[int, int]) -> Exchange:
        assert self._spool is not None  # noqa: S101 - a place exists only where the file does
        self._spool.seek(place[0])
        return unpack(zlib.decompress(self._spool.read(place[1])))


class Flights(Generic[T]):
    """Lets one thread do a piece of work while the others that want the same wait for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._flying: dict[str, threading.Event] = {}

    def once(self, key: str, known: Callable[[], T | None], work: Callable[[], T], patience: Callable[[], float]) -> T:
        """What `known` has, else what `work` gives; `work` must leave its result where `known` finds it.

        Where another thread's work ends without a result, this thread tries itself. `patience` gives the seconds to
        wait and may raise.
        """
        while True:
            with self._lock:
                found = known()
                if found is not None:
                    return found
                landed = self._flying.get(key)
                if landed is None:
                    self._flying[key] = threading.Event()
                    break
            landed.wait(patience())
        try:
            return work()
        finally:
            with self._lock:
                self._flying.pop(key).set()


def pack(exchange: Exchange) -> bytes:
    """The exchange as bytes: a line of JSON, then the body."""
    head = [
        exchange.url,
        exchange.retrieved,
        exchange.status,
        exchange.headers,
        exchange.failure,
        exchange.detail,
    ]
    return json.dumps(head).encode() + b"\n" + exchange.body


def unpack(packed: bytes) -> Exchange:
    """The exchange that `pack` wrote; raises ValueError for anything else."""
    head, newline, body = packed.partition(b"\n")
    if not newline:
        raise ValueError("no exchange")
    url, retrieved, status, headers, failure, detail = json.loads(head)
    pairs = tuple((str(name), str(value)) for name, value in headers)
    return Exchange(url, retrieved, status, pairs, body, Outcome(failure) if failure else None, detail)


def _weight(exchange: Exchange) -> int:
    return len(exchange.body) + sum(len(name) + len(value) for name, value in exchange.headers) + 500
