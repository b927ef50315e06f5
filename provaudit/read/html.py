"""A web page, or an HTML draft, to `Article`: the walked strips that are the body."""

from collections.abc import Sequence
from dataclasses import replace

from provaudit.model import Article, Directive
from provaudit.read.page_body import body_of
from provaudit.read.page_metadata import metadata_of
from provaudit.read.page_walk import Walked, walk
from provaudit.read.setting import Setting, with_kinds
from provaudit.read.source_map import SourceMap, shallow


def read_html(source: str, *, url: str | None = None) -> Article:
    """The article on a page. Never fails: a page without an article has empty text."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 — plain text does without it

    source = shallow(source.replace("\r\n", "\n").replace("\r", "\n"))
    tree = LexborHTMLParser(source)
    if tree.body is None:
        return Article(text="", sha256="", format="html", url=url)
    sources = SourceMap(source)
    walked = walk(tree.body, sources)
    metadata = metadata_of(tree, source, url)
    setting = Setting(metadata.base, sources.place)
    numbers = body_of(source, walked)
    for strip in with_kinds([walked.strips[number] for number in numbers]):
        setting.add(strip)
    return replace(
        setting.article(), url=url, title=metadata.title, byline=metadata.byline, published=metadata.published,
        publisher=metadata.publisher, language=metadata.language, canonical_url=metadata.canonical, format="html",
        directives=_directives(walked, numbers, setting), paywalled=metadata.paywalled, feeds=metadata.feeds,
        rest_api=metadata.rest_api, search=metadata.search,
    )  # fmt: skip


def _directives(walked: Walked, numbers: Sequence[int], setting: Setting) -> tuple[Directive, ...]:
    """Each directive at the start of the block that follows it."""
    starts = [block.span.start for block in setting.blocks]
    found = []
    for words, number, line in walked.directives:
        index = sum(1 for kept in numbers if kept < number)
        found.append(Directive(words, starts[index] if index < len(starts) else setting.size, line))
    return tuple(found)
