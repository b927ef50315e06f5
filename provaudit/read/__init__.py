"""Bytes to `Article`: one file a format, and nothing imported that the format at hand does not need."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from provaudit.errors import InputError
from provaudit.model import Article
from provaudit.read.encoding import NotTextError, decode
from provaudit.read.language import language_note, language_of
from provaudit.read.sniff import FORMATS, charset_of, format_of

MAX_SIZE = 10_000_000  # bytes

__all__ = ["FORMATS", "MAX_SIZE", "read_bytes", "read_page", "read_path"]


def read_path(path: Path, *, max_size: int = MAX_SIZE, format: str | None = None) -> Article:  # noqa: A002 — the option's name
    """The article in a file. Raises `InputError` where it cannot be read or holds no text."""
    name = str(path)
    try:
        size = path.stat().st_size
        _check_size(size, name, max_size)
        with path.open("rb") as stream:
            # No more than that even of a device or a growing file, whose size says nothing.
            data = stream.read(max_size + 1)
    except FileNotFoundError as error:
        raise InputError(name, "no such file") from error
    except IsADirectoryError as error:
        raise InputError(name, "is a folder; give a file") from error
    except PermissionError as error:
        raise InputError(name, "may not be read (permission denied)") from error
    except OSError as error:
        raise InputError(name, f"cannot be read ({error.strerror or error})") from error
    return read_bytes(data, name=name, path=name, format=format, max_size=max_size)


def read_bytes(
    data: bytes,
    *,
    name: str,
    path: str | None = None,
    url: str | None = None,
    content_type: str | None = None,
    format: str | None = None,  # noqa: A002 — the option's name
    max_size: int = MAX_SIZE,
) -> Article:
    """The article in `data`, called `name` in errors. Raises `InputError` where it is no text or holds none."""
    _check_size(len(data), name, max_size)
    if not data.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf"):
        raise InputError(name, "is empty; there is nothing to audit")
    _check_foreign(data, name, "; export it as text, HTML or Word (.docx)")
    kind = format or format_of(data, name, content_type)
    if kind not in FORMATS:
        raise InputError(name, f"“{format}” is no format; take one of {', '.join(FORMATS)}")
    article = _reader(kind)(data, name, content_type, url)
    article = replace(
        article, sha256=hashlib.sha256(data).hexdigest(), path=path, url=url or article.url,
        language=article.language or language_of(article.text),
    )  # fmt: skip
    if not any(letter.isalnum() for letter in article.text):
        raise InputError(name, "holds no words; there is nothing to audit")
    return replace(article, notes=article.notes + language_note(article.language))


def read_page(body: bytes, *, url: str, content_type: str | None = None) -> Article:
    """The article on a web page. Odd HTML is read as well as can be; only what is no text raises `InputError`."""
    from provaudit.read.html import read_html

    _check_foreign(body, url)
    kind = format_of(body, "", content_type)
    if kind == "text" and not (content_type or "").strip().lower().startswith("text/plain"):
        kind = "html"  # the web's default, whatever the page begins with
    if kind in {"docx", "zip", "json"}:
        return read_bytes(body, name=url, url=url, content_type=content_type, max_size=max(MAX_SIZE, len(body)))
    try:
        decoded = decode(body, charset_of(body, content_type), lenient=True)
    except NotTextError as error:
        raise InputError(url, str(error)) from error
    article = _text_reader(decoded.text) if kind == "text" else read_html(decoded.text, url=url)
    return replace(
        article, sha256=hashlib.sha256(body).hexdigest(), url=url, notes=decoded.notes + article.notes,
        language=article.language or language_of(article.text),
    )  # fmt: skip


# Files that people do have at hand and that are no text, by how they begin.
_FOREIGN = {
    b"%PDF-": "a PDF",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Word file (.doc)",
    b"{\\rtf": "a rich-text file (RTF)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}


def _check_foreign(data: bytes, name: str, advice: str = "") -> None:
    foreign = next((said for mark, said in _FOREIGN.items() if data.startswith(mark)), None)
    if foreign:
        raise InputError(name, f"is {foreign}, which is not read{advice}")


def _check_size(size: int, name: str, max_size: int) -> None:
    if size == max_size + 1:  # read no further than this: how large it is, nobody knows
        raise InputError(name, f"is larger than {_megabytes(max_size)}, the limit (max-size)")
    if size > max_size:
        raise InputError(name, f"is {_megabytes(size)}; the limit is {_megabytes(max_size)} (max-size)")


def _megabytes(size: int) -> str:
    return f"{round(size / 1_000_000, 1):g} MB"


Reader = Callable[[bytes, str, str | None, str | None], Article]

# Modules are named, not imported: a plain-text draft must not pay for the HTML libraries.
_MODULES = {
    "docx": "docx", "zip": "google_docs", "ninjs": "ninjs", "ans": "ans", "json": "cms_json",
    "newsml": "newsml", "nitf": "nitf", "wxr": "wxr", "xml": "cms_xml",
}  # fmt: skip


def _reader(kind: str) -> Reader:
    if kind in {"text", "markdown", "html"}:
        return lambda data, name, content_type, url: _read_text(kind, data, name, content_type, url)
    module = import_module(f"provaudit.read.{_MODULES[kind]}")
    reader: Reader = module.read
    return reader


def _read_text(kind: str, data: bytes, name: str, content_type: str | None, url: str | None) -> Article:
    try:
        decoded = decode(data, charset_of(data, content_type) if kind == "html" else None)
    except NotTextError as error:
        raise InputError(name, str(error)) from error
    if kind == "html":
        from provaudit.read.html import read_html

        article = read_html(decoded.text, url=url)
        if not article.text:
            raise InputError(name, "holds no article text; give the page of one article")
    elif kind == "markdown":
        article = _markdown_reader(decoded.text, url)
    else:
        article = _text_reader(decoded.text)
    return replace(article, notes=decoded.notes + article.notes)


def _text_reader(text: str) -> Article:
    from provaudit.read.directives import directives_in
    from provaudit.read.plain import read_plain

    plain = read_plain(text)
    return Article(
        text=text, sha256="", blocks=plain.blocks, title=plain.title, byline=plain.byline, published=plain.published,
        publisher=plain.publisher, links=plain.links, directives=directives_in(text), anchors=plain.anchors,
    )  # fmt: skip


def _markdown_reader(text: str, url: str | None) -> Article:
    from provaudit.read.markdown import read_markdown
    from provaudit.read.markup import markup_in

    marked = read_markdown(text, base=url)
    return Article(
        text=text, sha256="", blocks=marked.blocks, links=marked.links, directives=marked.directives,
        title=marked.title,
        byline=marked.byline, published=marked.published, publisher=marked.publisher, canonical_url=marked.url,
        format="markdown", markup=markup_in(text, marked.blocks),
    )  # fmt: skip
