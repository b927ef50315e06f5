"""Bytes to text: byte-order marks, declared and guessed encodings, binary files refused, mojibake said.

Order of trust: byte-order mark, valid UTF-8, the declared encoding, a guess. Labels follow the WHATWG Encoding
Standard in that "latin-1" and "ascii" mean windows-1252, which is what the files and pages that say so hold.
"""

import codecs
import re
from typing import NamedTuple


class Decoded(NamedTuple):
    """The text without its byte-order mark, and what a person should know about how it was read."""

    text: str
    notes: tuple[str, ...] = ()


class NotTextError(ValueError):
    """The bytes are no text in any encoding tried; the message says why."""


# The longer marks first: the UTF-32 little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WINDOWS_LABELS = frozenset({"ascii", "us-ascii", "latin-1", "latin1", "iso-8859-1", "iso8859-1", "iso_8859-1", "l1"})
# Controls no text holds (tab, line ends, form feed, backspace and escape aside).
_CONTROLS = re.compile(r"[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f]")
_MOJIBAKE = re.compile(r"â€[™œ\x9d˜¦“”]|Ã[©¨¡¢£¤§¶¼³±\xad]|Â[\xa0£©«»]|â€œ|ï»¿")
# What the high bytes of English windows-1252 files are: curly quotes, dashes, dots, euro, accents of names.
_ENGLISH_1252 = frozenset(
    b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xad\xae\xb0\xb7\xbb\xbc\xbd\xbe"
)
_ENGLISH_MAC = frozenset(b"\x8e\xc9\xd0\xd1\xd2\xd3\xd4\xd5")  # the same in Mac Roman: é … – — “ ” ‘ ’


def decode(data: bytes, declared: str | None = None, *, lenient: bool = False) -> Decoded:
    """The text of `data`. Raises `NotTextError` for binary data; `lenient` (web pages) replaces bad bytes instead."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding, lenient=lenient)
    if b"\x00" in data:
        if not lenient or data.count(b"\x00") * 100 > len(data):
            raise NotTextError("holds NUL bytes, so it is a binary file and no text")
        data = data.replace(b"\x00", b"")
    text, notes = _unmarked(data, declared, lenient=lenient)
    # A stray control character or two come out of many an editor; one in a hundred is a binary file.
    controls, sample = len(_CONTROLS.findall(text[:100_000])), min(len(text), 100_000)
    if controls > 2 and controls * (10 if lenient else 100) > sample:
        raise NotTextError("holds control characters, so it is a binary file and no text")
    return Decoded(text, notes + _mojibake(text))


def _marked(data: bytes, encoding: str, *, lenient: bool) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if not lenient:
            name = encoding.removesuffix("-le").removesuffix("-be").upper()
            raise NotTextError(
                f"says it is {name} and breaks off at byte {error.start + 1}; save it again as UTF-8"
            ) from error
        text = data.decode(encoding, errors="replace")
    if not lenient and "\x00" in text:
        raise NotTextError("holds NUL characters, so it is a binary file and no text")
    return Decoded(text, _mojibake(text))


def _unmarked(data: bytes, declared: str | None, *, lenient: bool) -> tuple[str, tuple[str, ...]]:
    label = (declared or "").strip().strip("\"'").lower()
    label = "windows-1252" if label in _WINDOWS_LABELS else label
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        flaw = error
    if label not in {"", "utf-8", "utf8"}:
        try:
            return data.decode(label), ()
        except (UnicodeDecodeError, LookupError):
            pass
    if _mostly_utf8(data, flaw) or (lenient and label in {"utf-8", "utf8"}):
        text = data.decode("utf-8", errors="replace")
        return text, (f"some bytes are not UTF-8 (the first at byte {flaw.start + 1}); they are shown as �",)
    return _guessed(data, lenient=lenient)


def _mostly_utf8(data: bytes, flaw: UnicodeDecodeError) -> bool:
    """Whether the file is UTF-8 with a few broken bytes rather than another encoding."""
    text = data[:200_000].decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    good = sum(1 for letter in text if letter > "\x7f") - broken
    cut_off = flaw.end >= len(data) and flaw.reason == "unexpected end of data"
    return good > 2 * broken or (cut_off and good > 0)


def _guessed(data: bytes, *, lenient: bool) -> tuple[str, tuple[str, ...]]:
    """The text in the likeliest single-byte or East Asian encoding, with a note that it was guessed."""
    encoding = _english_encoding(data[:200_000])
    if encoding is None:
        from charset_normalizer import from_bytes

        best = from_bytes(data[:200_000]).best()
        encoding = best.encoding if best is not None else "windows-1252"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if not lenient:
            raise NotTextError("is in no encoding that is known here; save it as UTF-8") from error
        text = data.decode(encoding, errors="replace")
    if not lenient and re.search(r"[\x80-\x9f]", text):
        raise NotTextError("is in no encoding that is known here; save it as UTF-8")
    return text, (
        f"read as {encoding.replace('_', '-').replace('cp125', 'windows-125')}, a guess; save it as UTF-8 to be sure",
    )


def _english_encoding(data: bytes) -> str | None:
    """The encoding of an English text by what its few high bytes are: curly quotes, dashes and the accents of names."""
    high = [byte for byte in data if byte > 0x7F]
    if len(high) * 8 >= len(data):
        return None
    if sum(byte in _ENGLISH_MAC for byte in high) * 10 >= len(high) * 8:
        return "mac_roman"
    english = sum(byte in _ENGLISH_1252 or byte >= 0xC0 for byte in high)
    return "windows-1252" if english * 10 >= len(high) * 9 else None


def _mojibake(text: str) -> tuple[str, ...]:
    match = _MOJIBAKE.search(text)
    if match is None:
        return ()
    line = text.count("\n", 0, match.start()) + 1
    return (f"text was garbled before it got here (“{match[0]}” on line {line}); it is audited as it stands",)
