"""The words of a description: its head, its article, how it would stand inside a sentence."""

from __future__ import annotations

import re
from functools import cache

from provaudit.identify.wordlists import word_list
from provaudit.model import SourceKind

_LEADING_PREPOSITION = re.compile(
    r"^(?:according to|in|from|by|per|via|on|to|as|at|with|citing|both|even|also|and|but|while|one of)\s+",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|another|one|each|any|every|no)\b\s*",
    re.IGNORECASE,
)
_ONE_OF_THEM = re.compile(r"^(?:[Oo]ne|[Aa]nother) of [^,]+, (?=[A-Z][\w’'-]+ [A-Z])")
_PRONOUN_KINDS = {
    **dict.fromkeys(("he", "she", "i", "him", "her", "who", "himself", "herself", "you", "me"), SourceKind.PERSON),
    **dict.fromkeys(("it", "they", "we", "them", "us", "which", "itself", "themselves"), SourceKind.ORGANISATION),
}


def pronoun_kind(text: str) -> SourceKind | None:
    """Person for "he", organisation for "it" and "they", None where the text is no pronoun."""
    return _PRONOUN_KINDS.get(text.casefold())


@cache
def _qualifies() -> re.Pattern[str]:
    """Where the head of a description ends and what qualifies it begins."""
    return re.compile(rf"[,(;:—–]|\bfirst \w+ed by\b|\b(?:{'|'.join(sorted(word_list('sources/qualifiers')))})\b")


def core_of(text: str) -> str:
    """The description up to its first qualification: "the report by the panel" → "the report"."""
    text = _LEADING_PREPOSITION.sub("", text.strip())
    opening = _DETERMINER.match(text)
    cut = _qualifies().search(text, max(1, opening.end() if opening else 1))
    return (text[: cut.start()] if cut else text).strip(" \"'“”‘’")


def head_of(text: str) -> str:
    """The head word of a description, in lower case: "two senior officials who spoke" → "officials"."""
    return core_of(text).rpartition(" ")[2].strip(".,'\"’”").casefold()


def without_article(text: str) -> str:
    """The text without a leading article or determiner."""
    return _DETERMINER.sub("", text, count=1) or text


def as_written_inside(text: str) -> str:
    """The wording as it would stand inside a sentence: "The indictment" → "the indictment"."""
    first = text.partition(" ")[0].casefold()
    common = ("vague_heads", "anonymous_heads", "people_groups", "quantity_words")
    if text[1:2].isupper():
        return text  # "MPs on the committee"
    lowers = _DETERMINER.match(text) or any(first in word_list(f"sources/{name}") for name in common)
    return text[:1].lower() + text[1:] if lowers else text


def the_one_named(text: str) -> str:
    """The name that follows a group: "One of the men, Peter Dow" → "Peter Dow"."""
    return _ONE_OF_THEM.sub("", text)
