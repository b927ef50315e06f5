"""NewsML-G2: the first news item's `contentSet`, with NITF, XHTML or plain text inside, and its metadata.

Source: the IPTC NewsML-G2 guidelines, https://iptc.org/standards/newsml-g2/.
"""

import re
from xml.etree.ElementTree import Element

from provaudit.errors import InputError
from provaudit.model import Article
from provaudit.read.cms import Story, article_of, language_code
from provaudit.read.cms_xml import find_all, first_text, root_of
from provaudit.read.dates import iso_date
from provaudit.read.ninjs import paragraphs
from provaudit.read.nitf import markup, story_of


def read(data: bytes, name: str, content_type: str | None, url: str | None) -> Article:  # noqa: ARG001 — as all readers
    """The article in a NewsML-G2 document."""
    return article(root_of(data, name), name)


def article(root: Element, name: str) -> Article:
    """The first text item below `root`. Raises `InputError` where there is none."""
    items = [root, *find_all(root, "newsItem")]
    stories = [(item, story) for item in items[1:] or items if (story := _story(item)) is not None]
    if not stories:
        raise InputError(name, "is NewsML-G2 without a text item; there is nothing to audit")
    item, story = stories[0]
    notes = () if len(stories) == 1 else (f"holds {len(stories)} stories; only the first, “{story.title}”, is audited",)
    languages = [element.get("tag") for element in find_all(item, "language")]
    byline = first_text(item, "by") or _names(item, "creator")
    holder = _names(item, "copyrightHolder") or _names(item, "provider")
    return article_of(
        Story(
            html=story.html,
            title=first_text(item, "headline", "slugline") or story.title,
            byline=re.sub(r"^[Bb]y\s+", "", byline) if byline else story.byline,
            published=iso_date(first_text(item, "firstCreated", "contentCreated", "versionCreated") or "")
            or story.published,
            publisher=first_text(item, "creditline") or holder or story.publisher,
            language=language_code(next(filter(None, languages), None)) or story.language,
            notes=notes,
        ),
        "newsml",
    )


def _names(item: Element, *names: str) -> str | None:
    """The human-readable name of a party, else its literal."""
    for party in find_all(item, *names):
        found = first_text(party, "name") or party.get("literal")
        if found:
            return found
    return None


def _story(item: Element) -> Story | None:
    sets = find_all(item, "contentSet")
    if not sets:
        return None
    nitf = story_of(sets[0])
    if nitf is not None:
        return nitf
    bodies = [element for inline in find_all(sets[0], "inlineXML") for element in find_all(inline, "body")]
    if bodies:
        return Story(html="".join(markup(body) for body in bodies))
    data = first_text(sets[0], "inlineData")
    if not data:
        return None
    raw = "".join(find_all(sets[0], "inlineData")[0].itertext())
    return Story(html=raw if re.match(r"\s*<\w", raw) else paragraphs(raw))
