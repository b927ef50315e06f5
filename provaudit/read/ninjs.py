"""ninjs, the IPTC's News in JSON: versions 2 and 3 (`bodies`, `headlines`), and 1 (`body_html`, `headline`).

Keys are compared without case and underscores, which is all that tells versioncreated from versionCreated.
Source: the IPTC ninjs user guide, https://www.iptc.org/std/ninjs/userguide/.
"""

import html
import re

from provaudit.errors import InputError
from provaudit.model import Article
from provaudit.read.cms import Story, article_of, language_code
from provaudit.read.cms_json import Fields, fields_of, objects_of, words_of
from provaudit.read.dates import iso_date

_NO_BODY = frozenset({"summary", "teaser", "abstract", "caption", "short", "social", "push"})


def read(data: bytes, name: str, content_type: str | None, url: str | None) -> Article:  # noqa: ARG001 — as all readers
    """The article in a ninjs document."""
    return article(fields_of(data, name), name)


def article(fields: Fields, name: str) -> Article:
    """The article of a parsed ninjs object. Raises `InputError` where it has no body."""
    fields = _folded(fields)
    markup = _markup(fields)
    if not markup:
        raise InputError(name, "is ninjs without a body; there is nothing to audit")
    byline = words_of(fields.get("by")) or words_of(fields.get("byline"))
    published = next(
        (
            found
            for key in ("firstcreated", "contentcreated", "versioncreated")
            if (found := iso_date(str(fields.get(key) or "")))
        ),
        None,
    )
    sources = [words_of(source.get("name")) for source in objects_of(fields.get("infosources"))]
    story = Story(
        html=markup,
        title=_headline(fields),
        byline=re.sub(r"^[Bb]y\s+", "", byline) if byline else None,
        published=published,
        publisher=words_of(fields.get("copyrightholder")) or next(filter(None, sources), None),
        language=language_code(fields.get("language")),
    )
    return article_of(story, "ninjs")


def _folded(fields: Fields) -> Fields:
    return {key.lower().replace("_", ""): value for key, value in fields.items()}


def _headline(fields: Fields) -> str | None:
    headlines = [_folded(item) for item in objects_of(fields.get("headlines"))]
    main = [item for item in headlines if item.get("role") in {"main", "headline", None}]
    chosen = (main or headlines or [{}])[0]
    return words_of(chosen.get("value")) or words_of(fields.get("headline")) or words_of(fields.get("title"))


def _markup(fields: Fields) -> str:
    """The body as HTML: a marked-up rendering before a plain one, the main body before others."""
    bodies = [_folded(item) for item in objects_of(fields.get("bodies"))]
    bodies = [
        body
        for body in bodies
        if isinstance(body.get("value"), str) and str(body.get("role", "")).lower() not in _NO_BODY
    ]
    marked = [
        body
        for body in bodies
        if "htm" in str(body.get("contenttype", "")).lower() or re.match(r"\s*<\w", body["value"])
    ]
    if marked:
        return str(max(marked, key=lambda body: len(body["value"]))["value"])
    for key in ("bodyhtml", "bodyxhtml"):
        if isinstance(fields.get(key), str):
            return str(fields[key])
    plain = bodies[0]["value"] if bodies else fields.get("bodytext")
    return paragraphs(plain) if isinstance(plain, str) else ""


def paragraphs(plain: str) -> str:
    """Plain text as HTML: a paragraph for each blank line, or for each line where there are no blank ones."""
    parts = re.split(r"\n\s*\n", plain.replace("\r\n", "\n").strip())
    parts = parts if len(parts) > 1 else plain.split("\n")
    return "".join(f"<p>{html.escape(part.strip(), quote=False)}</p>" for part in parts if part.strip())
