"""JSON-LD of a page: the article it describes, by schema.org. Malformed blocks are mended where safe, else skipped."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_ARTICLES = re.compile(
    r"(?:Article|BlogPosting|Posting|Report|LiveBlog|Review|Column)$|^(?:NewsArticle|CreativeWork|Article)"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_MOST_NODES = 2000


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What the JSON-LD of a page says of its article."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    publisher: str | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None
    paywalled: bool = False
    search: str | None = None
    words: int = 0


def linked_data(tree: "LexborHTMLParser") -> LinkedData:
    """The facts of the first article described on the page, and the site's search template."""
    nodes = [node for script in tree.css('script[type*="ld+json"]') for node in _nodes(_parsed(script.text()))]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    article = next(
        (node for node in nodes if _is_article(node) and ("headline" in node or "datePublished" in node)), {}
    )
    site = next((node for node in nodes if "WebSite" in _types(node)), {})
    page = next((node for node in nodes if "WebPage" in _types(node)), {})
    return LinkedData(
        headline=_name(article.get("headline") or article.get("name"), by_id),
        authors=tuple(dict.fromkeys(_names(article.get("author") or article.get("creator"), by_id))),
        published=_text(article.get("datePublished") or page.get("datePublished") or article.get("dateCreated")),
        publisher=_name(article.get("publisher") or article.get("sourceOrganization"), by_id),
        site=_name(site.get("name"), by_id),
        url=_text(article.get("url")) or _address(article.get("mainEntityOfPage")),
        language=_text(article.get("inLanguage")),
        paywalled=any(_is_false(node.get("isAccessibleForFree")) for node in nodes if _is_article(node)),
        search=_search(site),
        words=_length(article),
    )


def _parsed(words: str) -> object:
    """The value of a script, None where it is past mending. Control characters and trailing commas are common."""
    words = re.sub(r"^\s*(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>\s*$|^\s*<!--|-->\s*$", "", words).strip().rstrip(";")
    for attempt in (words, _TRAILING_COMMA.sub(r"\1", words)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    """All objects of a value, outer ones first; bounded."""
    queue: list[object] = [value]
    seen = 0
    while queue and seen < _MOST_NODES:
        item = queue.pop(0)
        if isinstance(item, dict):
            seen += 1
            yield item
            queue += [inner for inner in item.values() if isinstance(inner, dict | list)]
        elif isinstance(item, list):
            queue += item


def _types(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [str(kind).rsplit("/", 1)[-1] for kind in (kinds if isinstance(kinds, list) else [kinds]) if kind]


def _is_article(node: dict[str, Any]) -> bool:
    return any(_ARTICLES.search(kind) for kind in _types(node))


def _text(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return value.strip() or None if isinstance(value, str) else None


def _address(value: object) -> str | None:
    return _text(value.get("@id") or value.get("url")) if isinstance(value, dict) else _text(value)


def _names(value: object, by_id: dict[str, dict[str, Any]]) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        known = by_id.get(str(item.get("@id")), item) if isinstance(item, dict) else item
        name = known.get("name") if isinstance(known, dict) else known
        for words in name if isinstance(name, list) else [name]:
            if isinstance(words, str) and words.strip() and not words.startswith("http"):
                yield " ".join(html.unescape(words).split())


def _name(value: object, by_id: dict[str, dict[str, Any]]) -> str | None:
    return next(_names(value, by_id), None)


def _is_false(value: object) -> bool:
    return value is False or (isinstance(value, str) and value.strip().lower() in {"false", "no"})


def _search(site: dict[str, Any]) -> str | None:
    actions = site.get("potentialAction")
    for action in actions if isinstance(actions, list) else [actions]:
        target = action.get("target") if isinstance(action, dict) else None
        template = _text(target.get("urlTemplate")) if isinstance(target, dict) else _text(target)
        if template and "{search_term" in template:
            return template
    return None


def _length(article: dict[str, Any]) -> int:
    """How many words the article says it has: its count, else the length of the body it repeats."""
    count = str(article.get("wordCount") or "").strip()
    body = article.get("articleBody")
    return int(count) if count.isdigit() and len(count) < 7 else (len(body.split()) if isinstance(body, str) else 0)
