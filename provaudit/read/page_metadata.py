"""What a page says of itself: JSON-LD first, then meta elements, then what stands in its visible head."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from provaudit.read.dates import iso_date
from provaudit.read.json_ld import LinkedData, linked_data
from provaudit.read.lines import byline_names, tidy

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_WORD = re.compile(r"\w+")
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
_DATE_METAS = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "date", "pubdate", "publish-date",
    "publish_date", "publication_date", "article.published", "cxenseparse:recs:publishtime", "bt:pubdate", "ptime",
    "originalpublicationdate", "dcterms.issued",
)  # fmt: skip
_AUTHOR_METAS = (
    "author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "cxenseparse:author",
    "twitter:data1",
)
_SITE_METAS = ("og:site_name", "application-name", "dc.publisher", "article:publisher_name", "publisher", "copyright")
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "parsely-title", "headline", "title")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says of itself. `base` is what its links are relative to."""

    base: str = ""
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    publisher: str | None = None
    canonical: str | None = None
    language: str | None = None
    paywalled: bool = False
    declared_words: int = 0  # how long the page says its article is, 0 where it does not
    page_title: str | None = None
    feeds: tuple[str, ...] = ()
    rest_api: str | None = None
    search: str | None = None


def metadata_of(tree: "LexborHTMLParser", url: str | None) -> PageMetadata:
    """The metadata of a parsed page that was fetched from `url`."""
    base_node = tree.css_first("base[href]")
    base = urljoin(url or "", (base_node.attributes.get("href") or "") if base_node is not None else "")
    metas = _metas(tree)
    linked = linked_data(tree)
    links = _link_elements(tree, base)
    canonical = next((href for rel, _, href in links if "canonical" in rel), None) or metas.get("og:url") or linked.url
    return PageMetadata(
        base=base or (canonical or ""),
        title=_title(tree, metas, linked),
        byline=_byline(tree, metas, linked),
        published=_published(tree, metas, linked),
        publisher=linked.publisher or _first(metas, _SITE_METAS[:2]) or linked.site or _first(metas, _SITE_METAS[2:]),
        canonical=urljoin(base, canonical) if canonical else None,
        language=_language(tree, metas, linked),
        paywalled=linked.paywalled or metas.get("article:content_tier", "").lower() in {"locked", "metered"},
        declared_words=linked.words,
        page_title=_text(tree.css_first("title")) or None,
        feeds=tuple(href for rel, kind, href in links if "alternate" in rel and kind in _FEED_TYPES),
        rest_api=next((href for rel, _, href in links if "https://api.w.org/" in rel), None),
        search=next((href for rel, kind, href in links if "search" in rel and "opensearch" in kind), None)
        or linked.search,
    )


def _metas(tree: "LexborHTMLParser") -> dict[str, str]:
    """Content of the meta elements by lower-case name, property or itemprop; the first of each counts."""
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = (
            attributes.get("property")
            or attributes.get("name")
            or attributes.get("itemprop")
            or attributes.get("http-equiv")
        )
        content = (attributes.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _link_elements(tree: "LexborHTMLParser", base: str) -> list[tuple[list[str], str, str]]:
    """(rel words, type, absolute address) of the link elements."""
    found = []
    for node in tree.css("link[rel][href]"):
        attributes = node.attributes
        href = (attributes.get("href") or "").strip()
        if href:
            rel = (attributes.get("rel") or "").lower().split()
            found.append((rel, (attributes.get("type") or "").lower(), urljoin(base, href)))
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if metas.get(name)), None)


def _text(node: "LexborNode | None") -> str:
    return " ".join(node.text(separator=" ").split()) if node is not None else ""


def _title(tree: "LexborHTMLParser", metas: dict[str, str], linked: LinkedData) -> str | None:
    """The headline as readers see it where the page's metadata bear it out, else as the metadata have it."""
    site = {name.casefold() for name in (linked.publisher, linked.site, metas.get("og:site_name")) if name}
    heads = [words for node in tree.css("h1") if 2 < len(words := _text(node)) < 300 and words.casefold() not in site]
    named = linked.headline or _first(metas, _TITLE_METAS)
    page = _text(tree.css_first("title"))
    borne_out = [head for head in heads if _alike(head, named or page)]
    if borne_out:
        return max(borne_out, key=len)
    if named:
        return named
    if len(heads) == 1 and heads[0].casefold() not in page.casefold():
        return heads[0]
    parts = re.split(r"\s+[|»–—•·]\s+|\s+-\s+(?=[^-]*$)", page)
    return max(parts, key=len).strip() or None


def _alike(head: str, named: str) -> bool:
    """Whether one holds the other, and the heading is no mere word of it ("Tideline" in "… - Tideline")."""
    head, named = " ".join(_WORD.findall(head.casefold())), " ".join(_WORD.findall(named.casefold()))
    return bool(head and named) and (named in head or (head in named and len(head) * 5 >= len(named) * 2))


def _byline(tree: "LexborHTMLParser", metas: dict[str, str], linked: LinkedData) -> str | None:
    if linked.authors:
        return ", ".join(re.sub(r"^[Bb]y\s+", "", author) for author in linked.authors)
    for name in _AUTHOR_METAS:
        value = re.sub(r"^[Bb]y\s+", "", metas.get(name, ""))
        if value and not value.startswith(("http", "@")) and not value.isdigit() and len(value) < 120:
            return value
    for node in tree.css(
        "[itemprop=author] [itemprop=name], [rel=author], [itemprop=author], .byline, .author-name, .author, "
        ".article-author, .entry-author"
    ):
        words = tidy(_text(node))
        if words and len(words) < 140:
            names = byline_names(words) or (
                words if re.fullmatch(r"(?:[A-Z][\w.'-]+(?:,? |$)(?:and )?){2,8}", words) else None
            )
            if names:
                return names
    return None


def _published(tree: "LexborHTMLParser", metas: dict[str, str], linked: LinkedData) -> str | None:
    for value in (linked.published, *(metas.get(name) for name in _DATE_METAS)):
        found = iso_date(value) if value else None
        if found:
            return found
    for node in tree.css(
        "[itemprop=datePublished], time[pubdate], article time[datetime], header time[datetime], main time[datetime], "
        "time[datetime]"
    ):
        attributes = node.attributes
        found = iso_date(attributes.get("datetime") or attributes.get("content") or _text(node))
        if found:
            return found
    return None


def last_resort(source: str, url: str | None) -> str | None:
    """The date that htmldate finds in the page's text or address, without guessing."""
    if len(source) > 3_000_000:
        return None
    match = re.search(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?:/|\b)", url or "")
    if match:
        return iso_date(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}")
    import logging

    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        # As bytes: a page that is nothing but an address would be fetched by htmldate if it came as text.
        page = source.encode("utf-8", "replace")
        found: Any = find_date(page, extensive_search=False, original_date=True, url=url)
    except Exception:  # noqa: BLE001 — whatever it trips over in a stranger's page, the date is unknown then
        return None
    return str(found) if found else None


def _language(tree: "LexborHTMLParser", metas: dict[str, str], linked: LinkedData) -> str | None:
    root = tree.css_first("html")
    declared = (
        root.attributes.get("lang") or root.attributes.get("xml:lang") if root is not None else None
    ) or linked.language
    declared = declared or metas.get("content-language") or metas.get("og:locale")
    match = re.match(r"([A-Za-z]{2,3})(?:[-_]|$)", declared or "")
    return match[1].lower() if match else None
