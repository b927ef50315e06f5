"""A web page, or an HTML draft, to `Article`: the walked strips that are the body."""

from collections.abc import Sequence
from dataclasses import replace

from provaudit.model import Article, Directive
from provaudit.read.language import language_of
from provaudit.read.lines import tidy
from provaudit.read.page_body import body_of
from provaudit.read.page_metadata import PageMetadata, last_resort, metadata_of
from provaudit.read.page_state import is_cut_off, is_soft_404
from provaudit.read.page_top import top_of
from provaudit.read.page_walk import Walked, walk
from provaudit.read.setting import Setting, with_kinds
from provaudit.read.source_map import SourceMap, bounded

_ENOUGH_TEXT = 400  # characters that tell a language better than a page's declaration


def read_html(source: str, *, url: str | None = None) -> Article:
    """The article on a page. Never fails: a page without an article has empty text."""
    from selectolax.lexbor import LexborHTMLParser

    source = bounded(source.replace("\r\n", "\n").replace("\r", "\n"))
    tree = LexborHTMLParser(source)
    if tree.body is None:
        return Article(text="", sha256="", format="html", url=url)
    sources = SourceMap(source)
    walked = walk(tree.body, sources)
    metadata = metadata_of(tree, url)
    article = replace(_set(source, walked, sources, metadata), url=url)
    heads = " ".join(node.text(separator=" ") for node in tree.css("h1")[:5])
    return replace(
        article,
        language=_language(article),
        published=article.published or last_resort(source, url),
        paywalled=metadata.paywalled or is_cut_off(source, article, declared_words=metadata.declared_words),
        soft_404=is_soft_404(metadata.page_title, heads, article),
    )


def _set(source: str, walked: Walked, sources: SourceMap, metadata: PageMetadata) -> Article:
    """The body set as text, with what the page says of itself in its metadata and above its text."""
    setting = Setting(metadata.base, sources)
    top = top_of(walked.strips, body_of(source, walked), metadata.title, metadata.byline)
    own = _own_notices(walked, top.numbers, metadata.publisher)
    numbers = [number for number in top.numbers if number not in own]
    for strip in with_kinds([walked.strips[number] for number in numbers]):
        setting.add(strip)
    return replace(
        setting.article(), title=metadata.title, byline=metadata.byline or top.byline, format="html",
        published=metadata.published or top.published, publisher=metadata.publisher, language=metadata.language,
        canonical_url=metadata.canonical, directives=_directives(walked, numbers, setting), feeds=metadata.feeds,
        rest_api=metadata.rest_api, search=metadata.search,
    )  # fmt: skip


def _language(article: Article) -> str | None:
    """The language of the text where there is enough of it: templates declare English for texts in any language."""
    found = language_of(article.text) if len(article.text) > _ENOUGH_TEXT else None
    return found or article.language


def _own_notices(walked: Walked, numbers: Sequence[int], publisher: str | None) -> set[int]:
    """Copyright lines of the page's own publisher, or with links: the page's foot, not a credit."""
    found = set()
    for number in numbers:
        strip = walked.strips[number]
        words = tidy(strip.words)
        own = bool(publisher) and (publisher or "").casefold() in words.casefold()
        if words.casefold().startswith(("©", "(c)", "copyright")) and (strip.linked or own or len(strip.tokens) > 14):
            found.add(number)
    return found


def _directives(walked: Walked, numbers: Sequence[int], setting: Setting) -> tuple[Directive, ...]:
    """Each directive at the start of the block that follows it."""
    starts = [block.span.start for block in setting.blocks]
    found = []
    for words, number, line in walked.directives:
        index = sum(1 for kept in numbers if kept < number)
        found.append(Directive(words, starts[index] if index < len(starts) else setting.size, line))
    return tuple(found)
