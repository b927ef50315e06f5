"""NITF, the News Industry Text Format: `body.content` turned into HTML, metadata from `head` and `body.head`.

Source: the NITF 3.6 documentation of the IPTC, https://iptc.org/standards/nitf/.
"""

import html
import re
from xml.etree.ElementTree import Element

from provaudit.errors import InputError
from provaudit.model import Article
from provaudit.read.cms import Story, article_of, language_code
from provaudit.read.cms_xml import find_all, first_text, local, root_of
from provaudit.read.dates import iso_date

_SAME = "p ul ol li table tr td th a em strong br blockquote h3 h4 div section figure figcaption pre aside caption"
_TAGS = {
    **{tag: tag for tag in _SAME.split()},
    "hl1": "h2", "hl2": "h2", "hl3": "h3", "h1": "h2", "h2": "h2", "bq": "blockquote", "q": "span", "block": "div",
    "media": "figure", "media-caption": "figcaption",
}  # fmt: skip
_WITHOUT_TEXT = frozenset(
    {
        "media-metadata",
        "media-producer",
        "media-reference",
        "media-object",
        "script",
        "style",
        "datasource",
        "note",
        "head",
    }
)
_COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})?)?$")


def read(data: bytes, name: str, content_type: str | None, url: str | None) -> Article:  # noqa: ARG001 — as all readers
    """The article in an NITF document."""
    return article(root_of(data, name), name)


def article(root: Element, name: str) -> Article:
    """The article below a root with an `nitf` element. Raises `InputError` where it has no body."""
    story = story_of(root)
    if story is None:
        raise InputError(name, "is NITF without body.content; there is nothing to audit")
    return article_of(story, "nitf")


def story_of(root: Element) -> Story | None:
    """The story below `root`; None where it has no `body.content`."""
    bodies = find_all(root, "body.content")
    if not bodies:
        return None
    tail = [element for end in find_all(root, "body.end") for element in find_all(end, "tagline")]
    heads = find_all(root, "body.head")
    bylines = find_all(heads[0], "byline") if heads else []
    people = [
        words for line in bylines for person in find_all(line, "person") if (words := first_text(person, "person"))
    ]
    byline = ", ".join(people) or (first_text(heads[0], "byline") if heads else None)
    languages = [element.get("{http://www.w3.org/XML/1998/namespace}lang") for element in root.iter()]
    publications = [element.get("name") for element in find_all(root, "pubdata")]
    return Story(
        html="".join(markup(element) for element in (*bodies, *tail)),
        title=(first_text(heads[0], "hl1", "hedline") if heads else None) or first_text(root, "title"),
        byline=re.sub(r"^[Bb]y\s+", "", byline) if byline else None,
        published=_published(root),
        publisher=(first_text(heads[0], "distributor", "org") if heads else None)
        or next(filter(None, publications), None),
        language=language_code(next(filter(None, languages), None)),
    )


def _published(root: Element) -> str | None:
    for element in find_all(root, "date.issue", "date.release", "story.date", "pubdata"):
        found = compact_date(element.get("norm") or element.get("date.publication") or "")
        if found:
            return found
    return None


def compact_date(value: str) -> str | None:
    """ISO 8601 of a date in its basic form (20170307T101112-0500) or any other that is plainly one."""
    match = _COMPACT.match(value.strip())
    if match is None:
        return iso_date(value)
    clock = f"T{match[4]}:{match[5]}:{match[6] or '00'}{match[7] or ''}" if match[4] else ""
    return iso_date(f"{match[1]}-{match[2]}-{match[3]}{clock}")


def markup(element: Element, depth: int = 0) -> str:
    """The element as HTML; tags that mean nothing to a reader (names, places) are left out, their text is not."""
    tag = local(element) if isinstance(element.tag, str) else ""
    after = html.escape(element.tail or "", quote=False)
    if not tag or tag in _WITHOUT_TEXT or depth > 200:
        return after
    inner = html.escape(element.text or "", quote=False) + "".join(markup(child, depth + 1) for child in element)
    name = _TAGS.get(tag, "div" if tag in {"body.content", "tagline", "body"} else "")
    if tag == "a" and element.get("href"):
        return f'<a href="{html.escape(element.get("href") or "")}">{inner}</a>{after}'
    if name in {"", "a"}:
        return inner + after
    return f"<br>{after}" if name == "br" else f"<{name}>{inner}</{name}>{after}"
