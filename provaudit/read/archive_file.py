"""Zip files that hold a document (docx, Google Docs exports): opened with an eye on their size."""

import io
import zipfile

from provaudit.errors import InputError

LARGEST = 60_000_000  # bytes of one member after decompression: a novel's docx is a tenth of it
LONGEST = 10_000_000  # characters of the document itself, as for drafts that are not packed


def open_zip(data: bytes, name: str, what: str) -> zipfile.ZipFile:
    """The zip file in `data`. Raises `InputError` where it is broken; `what` names the format."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise InputError(name, f"is a broken {what} file; export it again") from error


def of_bounded_length(text: str, name: str) -> str:
    """The document's text. Raises `InputError` where a small file has swollen to more than anybody wrote."""
    if len(text) > LONGEST:
        raise InputError(name, f"unpacks to more than {LONGEST // 1_000_000} MB of text; it is refused")
    return text


def member(archive: zipfile.ZipFile, inside: str, name: str) -> bytes:
    """One member's bytes. Raises `InputError` where it is broken, encrypted or swells beyond all measure."""
    if archive.getinfo(inside).file_size > LARGEST:
        raise InputError(name, f"holds {inside}, which unpacks to more than {LARGEST // 1_000_000} MB; it is refused")
    try:
        with archive.open(inside) as stream:
            content = stream.read(LARGEST + 1)
    except Exception as error:  # zlib.error has no public base but Exception
        raise InputError(name, f"cannot be unpacked ({error}); export it again") from error
    if len(content) > LARGEST:
        raise InputError(name, f"holds {inside}, which unpacks to more than {LARGEST // 1_000_000} MB; it is refused")
    return content
