"""From a finding's span to lines and columns of the input file, for the formats that CI systems read."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from provaudit.model import Article, Finding, Place, Span
from provaudit.render.words import article_name


class Region(NamedTuple):
    """The first and the last place, columns counted in code points from 1; `end` lies just behind the last one."""

    start: Place
    end: Place | None  # None where only the start is known


def finding_region(finding: Finding, article: Article) -> Region:
    """Where a finding stands; a finding about the whole draft stands at its first line."""
    return Region(finding.place, None) if finding.span is None else span_region(finding.span, article)


def span_region(span: Span, article: Article) -> Region:
    """Where a span stands in the file. Where markup lies between its ends, the end may be unknown."""
    start, last = article.place(span.start), article.place(max(span.start, span.end - 1))
    end = Place(last.line, last.column + 1)
    return Region(start, end if end > start else None)


def byte_column(place: Place, article: Article) -> int | None:
    """The column counted in UTF-8 bytes, as some formats have it; None where the text is not the file itself."""
    lines = article.text.split("\n")
    if article.anchors or place.line > len(lines):
        return None
    line = lines[place.line - 1]
    return len(line[: place.column - 1].encode("utf-8", "surrogatepass")) + 1


def article_uri(article: Article, root: str | None) -> str:
    """The draft's path as a relative URI reference, percent-encoded; its URL for a draft from the web."""
    name = article_name(article, root)
    if article.path is None:
        return name
    encoded = quote(name, safe="/", errors="backslashreplace")
    return f"file://{encoded}" if name.startswith("/") else encoded
