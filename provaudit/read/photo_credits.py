"""Photo credits and captions in plain text: a picture's credit is no source of the story."""

import re
from functools import cache

from provaudit.read.word_lists import entries_of

_MEDIUM = r"(?:file photo|photo|image|picture|pic|photograph|video|illustration|graphic|screenshot|screengrab)s?"
PHOTO = re.compile(
    rf"^[(\[]?(?:(?:cover |featured |main |top )?{_MEDIUM}\s*(?:credits?|by|courtesy(?: of)?|source|via|from)?\s*[:/]"
    r"|credit\s*:|AP Photo\b)",
    re.IGNORECASE,
)
# Without a colon, names have to follow: "Photos by a neighbour show the car" is a sentence.
_BY = re.compile(rf"^[(\[]?{_MEDIUM}\s+(?:credits?|by|courtesy(?: of)?|source|via)\s+(?P<names>\S.*)$", re.IGNORECASE)
_PLAIN = re.compile(r"\b(?!staff|photographer|file|handout|courtesy|images|with)[a-z]{4,}\b")
# Agencies that deal in pictures alone; the others also sign stories.
_PICTURES = re.compile(
    r"getty|shutterstock|flickr|alamy|epa|istock|unsplash|wikimedia|corbis|zuma|sipa|redux|nurphoto|rex", re.IGNORECASE
)
_NAMED = re.compile(r"[^,;:.]{2,60}(?:/\s*|\bvia\s+|photo)", re.IGNORECASE)


@cache
def _agency_credit() -> re.Pattern[str]:
    """A credit that ends in the name of an agency: "Jane Doe/Getty Images", "via Shutterstock", "Reuters"."""
    names = "|".join(re.escape(name) for name in sorted(entries_of("photo_agencies"), key=len, reverse=True))
    before = r"[(\[\W]*(?P<before>[^!?(]{0,60}?(?:\bvia\s+|/\s*|\bphoto(?:graph)?s?:?\s+))?"
    return re.compile(rf"{before}(?:{names})\W*$", re.IGNORECASE)


def is_photo_credit(line: str) -> bool:
    """Whether a tidied line credits a picture and nothing else."""
    by = _BY.match(line)
    if len(line) <= 200 and (PHOTO.match(line) or (by and not _PLAIN.search(by["names"]))):
        return True
    match = _agency_credit().match(line) if len(line) <= 90 else None
    if match is None:
        return False
    # "AP" and "Reuters" alone, and "via Reuters", credit the text: only with a photographer do they credit a picture.
    if _PICTURES.search(line):
        return True
    named = bool(match["before"]) and _NAMED.match(match["before"]) is not None
    return named and not re.match(r"\W*via\b", line, re.IGNORECASE)


def is_caption(line: str) -> bool:
    """Whether a tidied line ends in a picture's credit, as captions do: "… (Jane Doe/AFP/Getty Images)"."""
    match = re.search(r"\((?P<credit>[^()]{2,90})\)\W*$", line)
    if match is None or len(line) <= len(match[0]) + 10 or "/" not in match["credit"]:
        return False
    return is_photo_credit(match["credit"])
