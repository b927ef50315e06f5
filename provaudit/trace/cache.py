"""What outlets said lately, kept between runs in SQLite by hishel's storage.

hishel's HTTP layer is passed by on purpose: by default it would keep what a server marks `no-store`, and by RFC 9111
it would ask again for nearly every news page. Here an answer stands for what the outlet said at the time it carries,
so pages live for days and robots.txt for one, whatever `max-age` says; `no-store` is honoured; and troubles live for
minutes only, so that a passing fault is not believed for long.

The storage is write-ahead-logged: two processes may share it, and a run killed at any moment leaves a file that opens.
An answer counts as stored only when it is whole.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from provaudit.model import Outcome
from provaudit.trace.exchange import Exchange
from provaudit.trace.options import MIB, WebOptions
from provaudit.trace.seen import pack, unpack

if TYPE_CHECKING:
    from hishel import SqliteStorage

FILE_NAME = "web.sqlite"
MAX_SIZE = 512 * MIB

log = logging.getLogger("provaudit.trace")

#: Outcomes that depend on this run's settings or on the moment, not on what the outlet said.
_PASSING = frozenset({Outcome.LIMIT, Outcome.REFUSED_ADDRESS, Outcome.RATE_LIMITED, Outcome.NOT_FOLLOWED})


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What a cache folder holds: whole answers, and bytes on disk."""

    path: Path
    answers: int
    size: int


class Cache:
    """Answers by address; thread-safe. A cache that cannot be used is logged and passed by, never an error."""

    def __init__(self, folder: Path, options: WebOptions) -> None:
        self._options = options
        self._storage = _opened(folder)

    def get(self, url: str) -> Exchange | None:
        """The last answer that still counts, None where there is none."""
        if self._storage is None:
            return None
        found: list[Exchange] = []
        try:
            found += [unpack(b"".join(_parts(entry.response.stream))) for entry in self._storage.get_entries(_key(url))]
        except (sqlite3.Error, OSError, RuntimeError, ValueError) as error:
            log.debug("the cache could not be read: %s", error)
        return max(found, key=lambda exchange: exchange.retrieved, default=None)

    def put(self, exchange: Exchange, *, robots: bool = False) -> None:
        """Keep an answer for as long as its kind is believed."""
        seconds = self._life(exchange, robots=robots)
        if self._storage is None or seconds <= 0:
            return
        from hishel import Headers, Request, Response

        try:
            entry = self._storage.create_entry(
                Request("GET", exchange.url),
                Response(exchange.status, Headers({}), iter([pack(exchange)])),
                _key(exchange.url),
                ttl=seconds,
            )
            for _ in _parts(entry.response.stream):
                pass  # reading the stream through is what stores it
        except (sqlite3.Error, OSError, RuntimeError) as error:
            log.debug("the cache could not be written: %s", error)

    def close(self) -> None:
        """Close the database."""
        if self._storage:
            self._storage.close()

    def _life(self, exchange: Exchange, *, robots: bool) -> float:
        if exchange.failure in _PASSING or exchange.status == 429:
            return 0.0
        if "no-store" in (exchange.header("cache-control") or "").lower():
            return 0.0
        if exchange.failure or exchange.status >= 500 or (exchange.status >= 400 and not robots):
            return self._options.cache_negative_seconds
        return self._options.cache_robots_seconds if robots else self._options.cache_seconds


def cache_info(folder: Path) -> CacheInfo:
    """What the folder holds; zeros where there is no cache."""
    path = folder / FILE_NAME
    size = sum(file.stat().st_size for file in folder.glob(f"{FILE_NAME}*")) if folder.is_dir() else 0
    if not path.is_file():
        return CacheInfo(path, 0, size)
    try:
        with closing(sqlite3.connect(path, timeout=10)) as database:
            row = database.execute("SELECT count(*) FROM entries WHERE chunk_count IS NOT NULL").fetchone()
    except sqlite3.Error:
        return CacheInfo(path, 0, size)
    return CacheInfo(path, int(row[0]), size)


def clean_cache(folder: Path) -> CacheInfo:
    """Drop every answer and give the space back; says what was there. Safe while another run uses the cache."""
    before = cache_info(folder)
    if not before.path.is_file():
        return before
    try:
        with closing(sqlite3.connect(before.path, timeout=10)) as database:
            with database:
                database.execute("DELETE FROM streams")
                database.execute("DELETE FROM entries")
            database.execute("VACUUM")
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error:
        # Not a database any more: nobody can be using it.
        for file in folder.glob(f"{FILE_NAME}*"):
            file.unlink(missing_ok=True)
    return before


def _opened(folder: Path) -> SqliteStorage | None:
    from hishel import SqliteStorage

    # hishel logs what its storage could not do with a traceback; here it is one line with -v.
    logging.getLogger("hishel").setLevel(logging.CRITICAL)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        storage = SqliteStorage(database_path=folder / FILE_NAME, max_size=MAX_SIZE)
        storage.get_entries(_key(""))
    except (sqlite3.Error, OSError, RuntimeError) as error:
        log.warning("%s: the cache cannot be used and is passed by (%s)", folder, error)
        return None
    return storage


def _key(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()


def _parts(stream: object) -> Iterator[bytes]:
    if isinstance(stream, Iterator):
        yield from stream
