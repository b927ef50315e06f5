"""WXR, the WordPress export: the first post with text. Classic posts get their paragraphs as WordPress gives them.

Source: WordPress's export.php and wpautop().
"""

import re
from xml.etree.ElementTree import Element

from provaudit.errors import InputError
from provaudit.model import Article
from provaudit.read.cms import Story, article_of, language_code
from provaudit.read.cms_xml import find_all, first_text, root_of
from provaudit.read.dates import iso_date

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_CAPTION = re.compile(r"\[caption[^\]]*\](?P<inner>.*?)\[/caption\]", re.DOTALL)
_SHORTCODE = re.compile(r"\[/?[a-z][\w-]*(?:\s[^\]]*=[^\]]*)?/?\](?!\()")
_BLOCK = re.compile(
    r"\s*</?(?:p|div|h[1-6]|ul|ol|li|blockquote|table|figure|pre|section|aside|hr|form|iframe|!--)\b", re.IGNORECASE
)


def read(data: bytes, name: str, content_type: str | None, url: str | None) -> Article:  # noqa: ARG001 — as all readers
    """The article in a WordPress export."""
    return article(root_of(data, name), name)


def article(root: Element, name: str) -> Article:
    """The first post with text. Raises `InputError` where there is none; says how many more there are."""
    posts = [
        item
        for item in find_all(root, "item")
        if first_text(item, "post_type") in {"post", "page", None} and (item.findtext(_CONTENT) or "").strip()
    ]
    if not posts:
        raise InputError(name, "is a WordPress export without a post; there is nothing to audit")
    post = posts[0]
    title = first_text(post, "title")
    channel = find_all(root, "channel")
    link = first_text(post, "link")
    story = Story(
        html=with_paragraphs(post.findtext(_CONTENT) or ""),
        title=title,
        byline=_author(root, first_text(post, "creator")),
        published=_published(post),
        publisher=(channel[0].findtext("title") or "").strip() or None if channel else None,
        language=language_code((channel[0].findtext("language") if channel else None) or None),
        url=link if link and link.startswith("http") else None,
        notes=() if len(posts) == 1 else (f"holds {len(posts)} posts; only the first, “{title}”, is audited",),
    )
    return article_of(story, "wxr")


def _author(root: Element, login: str | None) -> str | None:
    """The display name of the author with this login."""
    for author in find_all(root, "author"):
        if login and first_text(author, "author_login") == login:
            return first_text(author, "author_display_name") or login
    return login


def _published(post: Element) -> str | None:
    universal = iso_date((first_text(post, "post_date_gmt") or "").replace(" ", "T"))
    if universal and "T" in universal:
        return f"{universal[:19]}+00:00"
    return iso_date((first_text(post, "post_date") or "").replace(" ", "T")) or iso_date(
        first_text(post, "pubDate") or ""
    )


def with_paragraphs(content: str) -> str:
    """Post content as HTML: captions out of their shortcodes, blank lines as paragraphs, single line ends as breaks."""
    content = _CAPTION.sub(lambda match: f"<figure>{_caption(match['inner'])}</figure>", content.replace("\r\n", "\n"))
    content = _SHORTCODE.sub("", content)
    if re.search(r"<p[ >]", content):
        return content
    parts = (part.strip() for part in re.split(r"\n\s*\n", content))
    return "".join(part if _BLOCK.match(part) else f"<p>{part.replace(chr(10), '<br>')}</p>" for part in parts if part)


def _caption(inner: str) -> str:
    words = re.sub(r"<img[^>]*>|<a[^>]*>\s*</a>", "", inner).strip()
    return f"<figcaption>{words}</figcaption>"
