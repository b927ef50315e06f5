"""What class names, ids, roles and tags say of an element: shut out of the article, or a kind of its own.

The words are those that news sites and their content systems (WordPress, Arc, Chorus, Brightspot, Drupal, Blox, …)
use. They are compared as whole words, so that "ad" is not found in "headline" nor "comment" in "commentary".
"""

import re
from collections.abc import Mapping
from enum import IntEnum
from functools import cache, lru_cache

from provaudit.model import BlockKind
from provaudit.read.word_lists import entries_of

Attributes = Mapping[str, str | None]


class Shut(IntEnum):
    """How surely an element is no part of the article."""

    ASIDE = 1  # beside the text as a rule: taken where an extractor takes it
    OUT = 2  # not restored, even between two kept paragraphs
    NEVER = 3  # not taken even where an extractor takes it


_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=4096)
def _names(value: str) -> str:
    return _NOT_WORD.sub(" ", _CAMEL.sub(" ", value).lower()).strip()


def names_of(attributes: Attributes, tag: str = "") -> str:
    """The words of class, id and the like, lower-case, with one space between and around them.

    A site's own element ("newsletter-box") is named by its tag.
    """
    values = [tag if "-" in tag else None]
    values += [
        attributes.get(key)
        for key in ("class", "id", "role", "itemprop", "data-component", "data-testid", "data-module")
    ]
    return f" {' '.join(_names(value) for value in values if value)} "


@cache
def _whole(name: str) -> re.Pattern[str]:
    """Any entry of a word list as whole words; the words of an entry may be written as one ("relatedposts")."""
    return re.compile(f" (?:{'|'.join(entry.replace(' ', ' ?') for entry in entries_of(name))}) ")


_NEVER = "page_never"
_OUT = "page_out"
_ASIDE = "page_aside"
_PULL = "page_pull_quote"
_TWEET = "page_tweet"
_CAPTION = "page_caption"
_ROLES_OUT = frozenset(
    {
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
        "tablist",
        "status",
    }
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def shut_of(tag: str, names: str, attributes: Attributes) -> Shut | None:
    """How surely an element with this tag and these names is no part of the article; None where nothing says so."""
    if tag in {"body", "html", "main", "article"}:
        return None
    if tag == "nav" or _whole(_NEVER).search(names):
        return Shut.NEVER
    if tag in {"footer", "menu"} or (attributes.get("role") or "").lower() in _ROLES_OUT or _whole(_OUT).search(names):
        return Shut.OUT
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or _HIDDEN.search(attributes.get("style") or "")
    ):
        return Shut.OUT
    return Shut.ASIDE if tag in {"aside", "header"} or _whole(_ASIDE).search(names) else None


def kind_of_names(tag: str, names: str) -> BlockKind | None:
    """The block kind that an element's names give it, None where they give none."""
    if names.isspace():
        return None
    if _whole(_TWEET).search(names) and tag in {"blockquote", "div", "figure", "section", "twitter-widget"}:
        return BlockKind.TWEET
    if _whole(_PULL).search(names):
        return BlockKind.PULL_QUOTE
    if _whole(_CAPTION).search(names) and tag in {"p", "div", "span", "figcaption", "small", "dd", "footer", "section"}:
        return BlockKind.CAPTION
    return None
