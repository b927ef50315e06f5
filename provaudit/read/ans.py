"""ANS, the Arc XP native story format: `content_elements` of several types, set in their order.

Source: the ANS schema, https://github.com/washingtonpost/ans-schema (version 0.10).
"""

import html
from urllib.parse import urljoin

from provaudit.errors import InputError
from provaudit.model import Article
from provaudit.read.cms import Story, article_of, language_code
from provaudit.read.cms_json import Fields, fields_of, objects_of, words_of
from provaudit.read.dates import iso_date

_WRAPPED = {"text": "p", "header": "h2", "blockquote": "blockquote", "code": "pre"}
_DEEPEST = 20  # elements inside elements


def read(data: bytes, name: str, content_type: str | None, url: str | None) -> Article:  # noqa: ARG001 — as all readers
    """The article in an ANS document."""
    return article(fields_of(data, name), name)


def article(fields: Fields, name: str) -> Article:
    """The article of a parsed ANS story. Raises `InputError` where it has no text."""
    markup = "".join(_markup(element) for element in objects_of(fields.get("content_elements")))
    if not markup:
        raise InputError(name, "is an ANS story without content elements; there is nothing to audit")
    authors = [words_of(author.get("name")) for author in objects_of(_inner(fields, "credits").get("by"))]
    dates = (
        iso_date(str(fields.get(key) or ""))
        for key in ("first_publish_date", "publish_date", "display_date", "created_date")
    )
    site = words_of(fields.get("website_url")) or ""
    canonical = words_of(fields.get("canonical_url"))
    story = Story(
        html=markup,
        title=words_of(_inner(fields, "headlines").get("basic")),
        byline=", ".join(filter(None, authors)) or None,
        published=next(filter(None, dates), None),
        publisher=_publisher(fields),
        language=language_code(fields.get("language")),
        url=urljoin(site, canonical) if canonical and (site or canonical.startswith("http")) else None,
    )
    return article_of(story, "ans")


def _publisher(fields: Fields) -> str | None:
    """Whose text it is: the wire that sent it, else the owner of the site."""
    distributor, owner = _inner(fields, "distributor"), _inner(fields, "owner")
    if distributor.get("category") == "wires":
        return words_of(distributor.get("name"))
    return (
        words_of(owner.get("name"))
        or words_of(distributor.get("name"))
        or words_of(_inner(fields, "source").get("name"))
    )


def _inner(fields: Fields, key: str) -> Fields:
    value = fields.get(key)
    return value if isinstance(value, dict) else {}


def _markup(element: Fields, depth: int = 0) -> str:
    """The HTML of one content element; "" for those without text of the story (promoted links, dividers, maps)."""
    content = element.get("content")
    text = content if isinstance(content, str) else ""
    kind = str(element.get("type"))
    if kind in _WRAPPED:
        tag = _WRAPPED[kind]
        return f"<{tag}>{html.escape(text, quote=False) if kind == 'code' else text}</{tag}>"
    if kind in {"image", "video", "gallery"}:
        caption = words_of(element.get("caption"))
        return f"<figure><figcaption>{html.escape(caption, quote=False)}</figcaption></figure>" if caption else ""
    if kind in {"oembed_response", "social_media"}:
        embedded = _inner(element, "raw_oembed").get("html")
        return embedded if isinstance(embedded, str) and "<blockquote" in embedded else ""
    if kind == "raw_html":
        return text
    return _table(element) if kind == "table" else _group(element, kind, text, depth)


def _group(element: Fields, kind: str, text: str, depth: int) -> str:
    """The HTML of an element that holds others."""
    inside = (
        [*objects_of(element.get("content_elements")), *objects_of(element.get("items"))] if depth < _DEEPEST else []
    )
    parts = [_markup(item, depth + 1) for item in inside]
    if kind == "list":
        return f"<ul>{''.join(f'<li>{part}</li>' for part in parts)}</ul>"
    if kind == "quote":
        names = ' class="pullquote"' if element.get("subtype") == "pullquote" else ""
        return f"<blockquote{names}>{''.join(parts)}{_markup(_inner(element, 'citation'), depth + 1)}</blockquote>"
    if kind in {"element_group", "correction", "endorsement"}:
        return (f"<p>{text}</p>" if text else "") + "".join(parts)
    return ""


def _table(element: Fields) -> str:
    heads = [objects_of(element.get("header"))] if element.get("header") else []
    rows = element.get("rows")
    rows = [*heads, *(objects_of(row) for row in rows if isinstance(row, list))] if isinstance(rows, list) else heads
    cells = ("".join(f"<td>{cell.get('content', '')}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
