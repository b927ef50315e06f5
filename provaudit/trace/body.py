"""What is kept of an answer: headers as plain text, and the body with its compression undone, within its limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from urllib.parse import quote

#: Put before headers that describe a transfer which is undone, as web archives do it.
ORIGINAL = "x-archive-orig-"
_ASCII = "".join(map(chr, range(32, 127)))
_TRANSFER = frozenset({"content-encoding", "transfer-encoding", "content-length"})


def kept(headers: Iterable[tuple[bytes, bytes]]) -> Iterator[tuple[str, str]]:
    """The headers as text that any file format carries unchanged.

    Cookies are left out: none is ever sent back. What describes the transfer is renamed, as web archives do it, since
    bodies are kept with their compression undone.
    """
    for raw_name, raw_value in headers:
        name = raw_name.decode("latin-1").lower()
        try:
            value = raw_value.decode("utf-8")
        except UnicodeDecodeError:
            value = raw_value.decode("latin-1")
        if name not in ("set-cookie", "set-cookie2"):
            prefix = ORIGINAL if name in _TRANSFER else ""
            yield prefix + name, quote("".join(filter(str.isprintable, value)), safe=_ASCII).strip()


class BodyError(Exception):
    """The body cannot be used; the text says why."""


def unpacked(stream: Iterator[bytes], encoding: str, limit: int, enough: int | None = None) -> Iterator[bytes]:
    """The body's bytes with gzip or deflate undone, never more than `limit` in all: a bomb stops early.

    Where `enough` is given, reading ends there and the rest is left unread. Raises BodyError for more than the limit,
    for another encoding, and for a compressed body that is broken or cut off.
    """
    total = 0
    for part in _pieces(stream, encoding):
        total += len(part)
        if enough is not None and total >= enough:
            yield part[: len(part) - (total - enough)]
            return
        if total > limit:
            raise BodyError(f"more than {limit:,} bytes")
        yield part


def _pieces(stream: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    if encoding in ("", "identity"):
        yield from stream
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise BodyError(f"a body encoded as {encoding[:20]}, which was not asked for")
    unpacker = None
    for chunk in stream:
        if not chunk:
            continue
        # Zlib's header has 8 in its first byte's low half; some servers send deflate without it.
        unpacker = unpacker or zlib.decompressobj(-15 if encoding == "deflate" and chunk[0] & 0x0F != 8 else 47)
        try:
            yield from _inflated(unpacker, chunk)
        except zlib.error as error:
            raise BodyError(f"a body that is not {encoding}") from error
    if unpacker is not None and not unpacker.eof:
        raise BodyError("the compressed answer was cut off")


def _inflated(unpacker: zlib._Decompress, chunk: bytes) -> Iterator[bytes]:
    while chunk and not unpacker.eof:
        yield unpacker.decompress(chunk, 65536)
        chunk = unpacker.unconsumed_tail
