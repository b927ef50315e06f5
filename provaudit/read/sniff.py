"""Which format some bytes are in: by what was said of them, by the file's name, by what they begin with."""

import re

_SUFFIXES = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".docx": "docx", ".json": "json", ".xml": "xml",
    ".nitf": "nitf", ".newsml": "newsml", ".wxr": "wxr", ".zip": "zip", ".ninjs": "ninjs",
}  # fmt: skip
_TYPES = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "text/markdown": "markdown",
    "application/json": "json", "application/ld+json": "json", "text/xml": "xml", "application/xml": "xml",
    "application/vnd.iptc.g2.newsitem+xml": "newsml", "application/nitf+xml": "nitf", "application/zip": "zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}  # fmt: skip
FORMATS = ("text", "markdown", "html", "docx", "ninjs", "ans", "newsml", "nitf", "wxr", "zip", "json", "xml")
_HTML = re.compile(
    r"\s*+(?:<!--(?:(?!-->).)*+-->\s*+)*+(?:<\?xml[^>]*+\?>\s*+)?"
    r"(?:<!doctype html|<html|<head|<body|<article|<p[ >]|<div[ >])",
    re.IGNORECASE | re.DOTALL,
)


def suffix_of(name: str) -> str:
    """The lower-case ending of a file's name with its dot, "" where it has none."""
    tail = name.rsplit("/", 1)[-1].rsplit("\\", 1)[-1]
    return "." + tail.rsplit(".", 1)[1].lower() if "." in tail else ""


def format_of(data: bytes, name: str, content_type: str | None = None) -> str:
    """One of `FORMATS`. The name's ending counts first, then the content type, then the first bytes."""
    named = _SUFFIXES.get(suffix_of(name)) or _TYPES.get((content_type or "").split(";")[0].strip().lower())
    if named in {"docx", "zip"} or data.startswith(b"PK\x03\x04"):
        return "docx" if named == "docx" or (named != "zip" and b"word/" in data[:4000]) else "zip"
    if named is not None:
        return named
    head = data[:2000].decode("utf-8", errors="replace").lstrip("\ufeff")
    if _HTML.match(head):
        return "html"
    if head.lstrip().startswith("<?xml"):
        return "xml"
    return "json" if re.match(r"\s*\{\s*\"", head) else "text"


def charset_of(data: bytes, content_type: str | None) -> str | None:
    """The encoding that the content type, an XML declaration or a meta element names."""
    match = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", content_type or "", re.IGNORECASE)
    if match:
        return match[1]
    head = data[:4096]
    found = re.match(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)", head) or re.search(
        rb"<meta[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)", head, re.IGNORECASE
    )
    return found[1].decode("ascii", errors="replace") if found else None
