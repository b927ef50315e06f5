"""Evidence: every exchange of a run in a WARC file, and a run that answers from such a file alone.

Requests and responses are ordinary WARC/1.0 records that any WARC tool opens. What has no response is a `metadata`
record of its address with the fields `outcome` and `detail`: a timeout, a refused address, a robots.txt that forbids.
A draft's spent budget is one with the field `limit-of` too. Bodies are kept as they were read, with the transfer's
compression undone; the headers that described it are renamed `x-archive-orig-…`. Keys of third-party services are
never written.

While a run lasts, records are appended whole to `FILE.part`; a run that is killed leaves that file, which can be
replayed as it is (a torn last record is left out). At the end the records are put in the order of their addresses, so
that two runs over the same web give the same order, closed by a record that counts them, and moved to FILE in one step.
"""

from __future__ import annotations

import json
import os
import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from provaudit import __version__
from provaudit.errors import OutputError
from provaudit.model import Outcome
from provaudit.trace.exchange import Ask, Exchange

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

SOFTWARE = f"provaudit/{__version__}"
SETTINGS = "provaudit-settings"
END = "urn:provaudit:end"


@dataclass(frozen=True, slots=True)
class _Member:
    """Where one address's records lie in the file that is being written."""

    url: str
    number: int
    start: int
    end: int


class Recorder:
    """Writes evidence; thread-safe. A file that cannot be written is an OutputError, at the start or at `close`."""

    def __init__(self, path: Path, settings: Mapping[str, Any], moment: str, user_agent: str) -> None:
        from warcio.recordbuilder import RecordBuilder

        self._path = path
        self._part = path.with_name(path.name + ".part")
        self._lock = threading.Lock()
        self._members: list[_Member] = []
        self._named: Counter[tuple[str, ...]] = Counter()
        self._failure: OSError | None = None
        self._agent = user_agent
        self._began = moment
        self._count = 0
        try:
            self._file: IO[bytes] = self._part.open("wb")
        except OSError as error:
            raise OutputError(f"{path}: evidence cannot be written ({error.strerror})") from error
        self._builder = RecordBuilder()
        fields = {"software": SOFTWARE, "format": "WARC File Format 1.0"}
        fields[SETTINGS] = json.dumps(settings, sort_keys=True)
        info = self._builder.create_warcinfo_record("", fields)
        info.rec_headers.replace_header("WARC-Date", moment)
        info.rec_headers.replace_header("WARC-Record-ID", self._identity(moment, "warcinfo"))
        self._append("", [info])

    def write(self, ask: Ask, exchange: Exchange) -> None:
        """Add an exchange, or the failure that stands for it."""
        if exchange.failure:
            fields = {"outcome": exchange.failure.value, "detail": exchange.detail}
            self._append(exchange.url, [self._metadata(exchange.url, exchange.retrieved, fields)])
        else:
            self._append(exchange.url, [self._response(exchange), self._request(ask, exchange)])

    def limit(self, draft: str, url: str, detail: str, moment: str) -> None:
        """Add that a draft's budget was spent before the address could be asked."""
        fields = {"outcome": Outcome.LIMIT.value, "detail": detail, "limit-of": draft}
        self._append(url, [self._metadata(url, moment, fields)])

    def close(self) -> None:
        """Put the records in order and move the file to its name; raises OutputError where that fails."""
        try:
            with self._lock:
                self._file.close()
            if self._failure:
                raise self._failure
            self._finish()
        except OSError as error:
            raise OutputError(f"{self._path}: evidence cannot be written ({error.strerror})") from error

    def _finish(self) -> None:
        last = self._metadata(END, self._began, {"records": str(self._count)})
        ordered = self._path.with_name(self._path.name + ".tmp")
        with self._part.open("rb") as source, ordered.open("wb") as target:
            for member in sorted(self._members, key=lambda member: (member.url, member.number)):
                source.seek(member.start)
                target.write(source.read(member.end - member.start))
            target.write(_packed([last]))
            target.flush()
            os.fsync(target.fileno())
        ordered.replace(self._path)
        self._part.unlink()

    def _append(self, url: str, records: list[ArcWarcRecord]) -> None:
        packed = _packed(records)  # the costly part, outside the lock
        with self._lock:
            if self._failure or self._file.closed:  # a thread that outlives an interrupted run adds nothing
                return
            self._count += len(records)
            try:
                start = self._file.tell()
                self._file.write(packed)
                self._file.flush()
                self._members.append(_Member(url, len(self._members), start, self._file.tell()))
            except OSError as error:
                self._failure = error

    def _identity(self, *parts: str) -> str:
        """A name that two runs over the same web give the same record."""
        with self._lock:
            self._named[parts] += 1
            number = self._named[parts]
        return f"<urn:uuid:{uuid5(NAMESPACE_URL, ' '.join((*parts, str(number))))}>"

    def _record(self, url: str, kind: str, moment: str, body: bytes, **more: object) -> ArcWarcRecord:
        headers = {"WARC-Date": moment, "WARC-Record-ID": self._identity(url, moment, kind)}
        return self._builder.create_warc_record(
            url, kind, payload=BytesIO(body), length=len(body), warc_headers_dict=headers, **more
        )

    def _metadata(self, url: str, moment: str, fields: Mapping[str, str]) -> ArcWarcRecord:
        lines = "".join(f"{name}: {' '.join(value.split())}\r\n" for name, value in fields.items())
        return self._record(url, "metadata", moment, lines.encode(), warc_content_type="application/warc-fields")

    def _response(self, exchange: Exchange) -> ArcWarcRecord:
        from warcio.statusandheaders import StatusAndHeaders

        try:
            phrase = HTTPStatus(exchange.status).phrase
        except ValueError:
            phrase = "Unknown"
        head = StatusAndHeaders(f"{exchange.status} {phrase}", list(exchange.headers), protocol="HTTP/1.1")
        return self._record(exchange.url, "response", exchange.retrieved, exchange.body, http_headers=head)

    def _request(self, ask: Ask, exchange: Exchange) -> ArcWarcRecord:
        from warcio.statusandheaders import StatusAndHeaders

        parts = urlsplit(exchange.url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = [("Host", parts.netloc), ("User-Agent", self._agent), ("Accept", ask.accept)]
        head = StatusAndHeaders(f"GET {target} HTTP/1.1", headers, is_http_request=True)
        return self._record(exchange.url, "request", exchange.retrieved, b"", http_headers=head)


def _packed(records: list[ArcWarcRecord]) -> bytes:
    """The records as a file holds them, each in a gzip member of its own."""
    from warcio.warcwriter import WARCWriter

    memory = BytesIO()
    writer = WARCWriter(memory, gzip=True)
    for record in records:
        writer.write_record(record)
    return memory.getvalue()
