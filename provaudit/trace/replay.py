"""A run that answers from recorded evidence alone: no network, no clock, no budget.

The format is described in `provaudit.trace.evidence`. A file that a killed run left (`FILE.part`) is read up to its
last whole record; a record that does not match its digest is refused.
"""

from __future__ import annotations

import json
import logging
import threading
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from provaudit.errors import UsageError
from provaudit.model import Outcome
from provaudit.trace.evidence import END, SETTINGS, SOFTWARE
from provaudit.trace.exchange import Exchange
from provaudit.trace.urls import printable

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

log = logging.getLogger("provaudit.trace")

NOT_RECORDED = "not in the replayed evidence"


@dataclass(slots=True)
class Replay:
    """Answers from a recorded file. Raises UsageError where the file is missing or no evidence."""

    path: Path
    settings: dict[str, Any] = field(default_factory=dict)
    _places: dict[str, int] = field(default_factory=dict)
    _failures: dict[str, tuple[str, Outcome, str]] = field(default_factory=dict)
    _limits: dict[tuple[str, str], str] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _file: IO[bytes] | None = None

    @classmethod
    def load(cls, path: Path) -> Replay:
        """Open a file and note where each address's answer lies; bodies are read when they are asked for."""
        replay = cls(path)
        try:
            replay._file = path.open("rb")
            replay._read_through(replay._file)
        except OSError as error:
            raise UsageError(f"{path}: evidence cannot be read ({error.strerror or error})") from error
        except UsageError as error:
            replay.close()
            raise UsageError(f"{path}: {error}") from error
        return replay

    def exchange(self, url: str) -> Exchange:
        """How asking for the address ended when it was recorded."""
        failed = self._failures.get(url)
        if failed:
            return Exchange(url, failed[0], failure=failed[1], detail=failed[2])
        place = self._places.get(url)
        if place is None:
            return Exchange(url, "", failure=Outcome.NOT_FOLLOWED, detail=NOT_RECORDED)
        with self._lock:
            return self._read(url, place)

    def limit(self, draft: str, url: str) -> str | None:
        """Which of the draft's budgets was spent before the address could be asked, None where none was."""
        return self._limits.get((draft, url))

    def close(self) -> None:
        """Close the file."""
        if self._file:
            self._file.close()

    def _read_through(self, file: IO[bytes]) -> None:
        found, announced = 0, None
        for record in _records(file):
            if record.url == END:
                announced = int(_fields(record.body).get("records", "0"))
            else:
                self._note(record)
                found += 1
        if not found:
            raise UsageError("no evidence; --replay takes a file that --record wrote")
        if announced is None:
            log.warning("%s: the evidence ends early; what is missing counts as not recorded", self.path)
        elif announced != found:
            raise UsageError(f"the evidence was altered: {found} records of {announced}")

    def _note(self, record: _Record) -> None:
        if record.kind == "response":
            self._places[record.url] = record.offset
            self._failures.pop(record.url, None)  # the first of two tries may have failed
        elif record.kind == "metadata":
            self._note_failure(record)
        elif record.kind == "warcinfo":
            fields = _fields(record.body)
            self.settings = _settings(fields)
            if fields.get("software") != SOFTWARE:
                log.warning("%s: recorded by %s; this is %s", self.path, fields.get("software", "others"), SOFTWARE)

    def _note_failure(self, record: _Record) -> None:
        fields = _fields(record.body)
        if "limit-of" in fields:
            self._limits[fields["limit-of"], record.url] = fields.get("detail", "")
        elif fields.get("outcome") in set(Outcome):
            self._failures[record.url] = (record.moment, Outcome(fields["outcome"]), fields.get("detail", ""))

    def _read(self, url: str, place: int) -> Exchange:
        assert self._file is not None  # noqa: S101 - opened by load
        self._file.seek(place)
        record = next(record for record in _records(self._file) if record.kind == "response")
        return Exchange(url, record.moment, record.status, record.headers, record.body)


@dataclass(frozen=True, slots=True)
class _Record:
    """A whole record of a WARC file."""

    kind: str
    url: str
    moment: str
    offset: int
    body: bytes
    status: int = 0
    headers: tuple[tuple[str, str], ...] = ()


def _records(file: IO[bytes]) -> Iterator[_Record]:
    """The records from here to the end of the file, or to a torn one; raises UsageError for an altered one."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    for offset, member in _members(file):
        try:
            for raw in ArchiveIterator(BytesIO(member), check_digests=True):
                yield _record(raw, offset)
        except (ArchiveLoadFailed, ValueError, AttributeError) as error:
            raise UsageError("no evidence that can be read; --replay takes a file that --record wrote") from error


def _members(file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """The gzip members from here on, unpacked, with their offsets; a torn last one is left out."""
    offset, packed = file.tell(), b""
    while True:
        unpacker = zlib.decompressobj(31)
        plain: list[bytes] = []
        size = 0
        while not unpacker.eof:
            packed = packed or file.read(65536)
            if not packed:
                return
            try:
                plain.append(unpacker.decompress(packed))
            except zlib.error as error:
                raise UsageError("no evidence that can be read; --replay takes a file that --record wrote") from error
            size += len(packed) - len(unpacker.unused_data)
            packed = unpacker.unused_data
        yield offset, b"".join(plain)
        offset += size


def _record(raw: ArcWarcRecord, offset: int) -> _Record:
    body = b"".join(iter(lambda: raw.raw_stream.read(65536), b""))
    head = raw.http_headers
    url = raw.rec_headers.get_header("WARC-Target-URI") or ""
    if raw.digest_checker.passed is False:
        raise UsageError(f"the evidence was altered: the record of {printable(url)} does not match its digest")
    return _Record(
        raw.rec_type,
        url,
        raw.rec_headers.get_header("WARC-Date") or "",
        offset,
        body,
        int(head.get_statuscode()) if raw.rec_type == "response" and head else 0,
        tuple((name.lower(), value) for name, value in head.headers) if head else (),
    )


def _fields(text: bytes) -> dict[str, str]:
    pairs = (line.partition(": ") for line in text.decode("utf-8", "replace").splitlines())
    return {name: value for name, colon, value in pairs if colon}


def _settings(fields: Mapping[str, str]) -> dict[str, Any]:
    try:
        settings = json.loads(fields.get(SETTINGS, "{}"))
    except ValueError:
        return {}
    return settings if isinstance(settings, dict) else {}
