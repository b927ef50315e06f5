"""What content systems and word processors hand over: a story's markup and metadata, set as an `Article`.

Every such format is turned into plain HTML first and walked like a page; all of it is the story, so nothing is left
out but the lines that are no text (bylines, slugs, end marks, promotion). Lines are counted in paragraphs.
"""

import re
from dataclasses import dataclass, replace

from provaudit.model import Article, Block, BlockKind
from provaudit.read.dates import is_date_line, iso_date
from provaudit.read.lines import byline_names, is_furniture, tidy
from provaudit.read.page_walk import Strip, walk
from provaudit.read.setting import Setting, with_kinds
from provaudit.read.source_map import SourceMap, bounded


@dataclass(frozen=True, slots=True)
class Story:
    """A story as a content system holds it; `html` is a fragment."""

    html: str
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()


def article_of(story: Story, format: str) -> Article:  # noqa: A002 — the article's word for it
    """The article of a story; its text is empty where the story holds none."""
    strips = strips_of(story.html)
    setting = Setting(story.url or "")
    above = story
    in_body = False
    for number, strip in enumerate(with_kinds(strips), start=1):
        line = tidy(strip.words)
        if strip.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and not in_body:
            taken = _above_the_body(above, line)
            if taken is not None:
                above = taken
                continue
        if strip.kind is not BlockKind.CODE and (not strip.tokens or is_furniture(line)):
            continue
        in_body = in_body or strip.kind is BlockKind.PARAGRAPH
        setting.add(strip, paragraph=number)
    return replace(
        setting.article(), title=above.title, byline=above.byline, published=above.published, publisher=story.publisher,
        language=story.language, canonical_url=story.url, format=format, notes=story.notes,
    )  # fmt: skip


def strips_of(html: str) -> tuple[Strip, ...]:
    """All strips of an HTML fragment, in order."""
    from selectolax.lexbor import LexborHTMLParser

    html = bounded(html)
    body = LexborHTMLParser(html).body
    return walk(body, SourceMap(html)).strips if body is not None else ()


def _above_the_body(story: Story, line: str) -> Story | None:
    """The story with what a byline or date line above the body says; None for any other line."""
    names = byline_names(line)
    if names:
        return replace(story, byline=story.byline or names, published=story.published or iso_date(line))
    if is_date_line(line):
        return replace(story, published=story.published or iso_date(line))
    return None


def language_code(tag: object) -> str | None:
    """The language of a tag such as "en-US"."""
    return tag.replace("_", "-").split("-")[0].lower() or None if isinstance(tag, str) else None


def with_headline(article: Article, title: str | None = None) -> Article:
    """The first heading of the document as its headline: one in the title style, or one above all text."""
    for number, block in enumerate(article.blocks[:3]):
        words = article.words(block.span)
        first = (
            number == 0
            and block.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH}
            and len(words) < 150
            and len(article.blocks) > 1
        )
        if block.kind is BlockKind.HEADING or (first and not re.search(r"[.,;:]$", words)):
            blocks = (*article.blocks[:number], Block(block.span, BlockKind.HEADLINE), *article.blocks[number + 1 :])
            return replace(article, blocks=blocks, title=article.title or " ".join(words.split()))
        if block.kind is BlockKind.PARAGRAPH:
            break
    return replace(article, title=article.title or title)
