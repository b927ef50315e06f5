"""What a single line of a newsroom text is by convention: credit, photo credit, promo, byline, slug, end mark.

Every pattern asks for the whole line, so that a sentence which merely begins like one ("Sources say the deal is
close", "Via a spokesman, he said no") stays a sentence.
"""

import re
from functools import cache

from provaudit.model import BlockKind
from provaudit.read.dates import is_date_line
from provaudit.read.word_lists import entries_of, words_of

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SMALL_WORDS = frozenset("a al an and at bin da de del der di du el en for in la le of on the to van via von".split())  # noqa: SIM905
_SAYING = frozenset("say says said saying tell tells told claim claims close familiar inside within briefed".split())  # noqa: SIM905
_ITEM_BREAK = re.compile(r"\s*(?:,|;|/|\||&|•|·|\band\b)\s*", re.IGNORECASE)
_SITE = re.compile(r"^(?:https?://\S+|(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?|@\w+)$", re.IGNORECASE)
_PHOTO = re.compile(
    r"^[(\[]?(?:(?:(?:photo|image|picture|pic|file photo|photograph|video|cover|featured image|main image|screenshot|screengrab|"
    r"illustration|graphic)s?\s*(?:credits?|by|courtesy(?: of)?|source|via|from)?\s*[:/]|(?:photo|image|picture|photograph|video|"
    r"illustration|graphic)s?\s+(?:credits?|by|courtesy(?: of)?|source|via)\b)|credit\s*:|AP Photo\b|\(AP Photo)",
    re.IGNORECASE,
)
_SOURCES = re.compile(
    r"^(?P<label>(?:additional |main |news )?sources?)\b\s*(?P<colon>[:–—-])?\s*(?P<rest>\S.*)$", re.IGNORECASE
)
_VIA = re.compile(r"^[(\[—–-]*\s*(?:via|h/t|hat[ -]tip|ht)\b\s*(?:to\b)?\s*:?\s*(?P<rest>\S.*?)[)\]]?$", re.IGNORECASE)
_CREDITS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?i)^[^.!?\"“”]{2,200}\bcontributed (?:to (?:this|the) (?:report|story|article|piece|post|column|dispatch)\b|reporting\b).{0,60}$",
        r"(?i)^[^.!?\"“”]{0,40}\b(?:this|the) (?:report|story|article) (?:also )?(?:includes|contains|uses) (?:\w+ ){0,3}(?:information|material|reporting) from\b.{2,120}$",
        r"(?i)^[(\[—–-]*\s*with (?:additional )?(?:reporting|files|inputs?|contributions|information|material|reports) (?:by|from) .{2,120}$",
        r"(?i)^[(\[—–-]*\s*with (?:news |wire |staff )?(?:wire |news )?(?:services?|agency|agencies|wires|wire reports?)(?: (?:inputs?|reports?|services))?\W*$",
        r"(?i)^[(\[—–-]*\s*(?:with|from) [A-Z][\w' ]{1,30} (?:inputs?|wire reports?)\W*$",
        r"(?i)^(?:compiled )?from (?:staff|wire|news|agency)(?: and (?:staff|wire|news|agency))*(?: (?:reports?|services?|agencies|dispatches|wires))+\W*$",
        r"(?i)^\W*(?:originally|first|previously) (?:published|appeared|posted|reported|aired|ran|written) (?:on|by|at|in|for|via|with)\b.{2,140}$",
        r"(?i)^\W*(?:this|the|a (?:longer |shorter |different |slightly different )?version of (?:this|the))(?: (?:above|following|original))? (?:article|story|post|piece|column|report|content|essay|commentary|editorial|op-ed|interview|excerpt|material)\b.{0,60}\b(?:published|appeared|ran|produced|provided|posted|republished|reprinted|reproduced|syndicated|distributed|written|supplied|created|adapted|excerpted|taken|co-published|from)\b.{0,200}$",
        r"(?i)^\W*(?:re-?published|re-?printed|re-?posted|cross-?posted|syndicated|excerpted|adapted|distributed|provided) (?:with permission )?(?:from|by|with|courtesy)\b.{2,140}$",
        r"(?i)^\W*(?:©|\(c\)|copyright\b|&copy;).{2,300}$",
        r"(?i)^\W*(?:additional )?(?:reporting|writing|editing|compiled) by [^.!?]{2,200}\W*$",
        r"(?i)^\W*(?:read|see|view) (?:the )?(?:full|entire|original|complete|rest)\b.{0,60}\b(?:at|on|in|from|via|by)\b .{2,80}$",
        r"(?i)^\W*(?:story|article|report|text) (?:courtesy of|provided by|from|via)\b:? .{2,60}$",
    )
)
_BYLINE = re.compile(
    r"^(?:by|written by|story by|reported by|posted by|words by|byline:|author:)\s*:?\s*(?P<names>\S.*)$", re.IGNORECASE
)
_SLUG = re.compile(
    r"^(?:(?:BC|AM|PM)-\S.*|\(?Eds?\.?:.*|Editors?:.*|(?:Slug|Keywords?|Words|Word count|Category|Section|Catchline|Embargo(?:ed)?|Priority)\b.*:.*"
    r"|URGENT|BULLETIN|FLASH|ADVISORY|EMBARGOED.*|FOR IMMEDIATE RELEASE.*|\d{2,5} words|[A-Z0-9]{2,}(?:[-/_][A-Z0-9]{2,}){1,4})$"
)
_END_MARK = re.compile(r"^\W*(?:30|ends?|xxx)\W*$|^(?:[#*~=_•\-–—]\s?){2,}$", re.IGNORECASE)
_PLAIN_ENDS = frozenset({"30", "xxx", "end", "ends"})
_MAIL = re.compile(
    r"^(?:(?:From|To|Cc|Bcc|Sent|Reply-To|Message-ID|Return-Path|Received|Mime-Version|Content-Type):.*|On .{6,80} wrote:|-{2,} ?(?:Forwarded|Original) [Mm]essage ?-{2,}|Begin forwarded message:)$"
)
_COUNTS = re.compile(
    r"^(?:\d[\d,.]*\s*(?:k|m)?\s*)?(?:comments?|shares?|likes?|views?|min(?:ute)?s? read|min(?:ute)?s? ago|hours? ago|read time.*)$",
    re.IGNORECASE,
)
_SHARES = frozenset(
    "share tweet facebook twitter email e-mail print save x pinterest linkedin reddit whatsapp flipboard tumblr pocket "  # noqa: SIM905
    "copy link more google telegram sms messenger threads bluesky mastodon instagram youtube comments on this via".split()
)


_LEGAL = re.compile(
    r"\ball rights reserved\b|\bmay not be (?:published|reproduced|reused|re-used|copied|broadcast|rewritten|redistributed)\b"
    r"|\bproudly powered by\b",
    re.IGNORECASE,
)


def tidy(line: str) -> str:
    """A copy of the line to compare with: no invisible characters, single spaces, straight apostrophes."""
    return " ".join(_INVISIBLE.sub("", line).replace("’", "'").split())


def convention(line: str, *, top: bool = False) -> BlockKind | None:
    """CREDIT or FURNITURE where the whole line is one by convention, else None. `top` is the first line of a text."""
    words = tidy(line)
    if not words or len(words) > 320:
        return None if words else BlockKind.FURNITURE
    if not top and is_credit(words):
        return BlockKind.CREDIT
    return BlockKind.FURNITURE if is_furniture(words) else None


def is_credit(line: str) -> bool:
    """Whether the line only says where the text, or part of it, comes from."""
    bare = line.strip(" ().[]—–-*_").casefold()
    if bare in words_of("wire_credits"):
        return True
    match = _SOURCES.match(line)
    if match and not _PHOTO.match(line) and _credits_sources(match):
        return True
    match = _VIA.match(line)
    if match and len(line) <= 100 and are_names(match["rest"]):
        return True
    return any(pattern.match(line) for pattern in _CREDITS)


def _credits_sources(match: re.Match[str]) -> bool:
    parts = [part for part in re.split(r"\s+[/|]\s+", match["rest"]) if not _PHOTO.match(part)]
    rest = ", ".join(parts)
    if not match["colon"] and (rest.endswith(".") or match["label"] != match["label"].capitalize()):
        return False
    return bool(parts) and len(rest) <= 240 and are_names(rest)


def are_names(text: str) -> bool:
    """Whether the text is a list of names, sites or handles and nothing else."""
    items = [item.strip(" .()[]\"“”'*_") for item in _ITEM_BREAK.split(text)] if not _SITE.match(text) else [text]
    items = [item for item in items if item]
    return bool(items) and all(_is_name(item) for item in items)


def _is_name(item: str) -> bool:
    if _SITE.match(item):
        return True
    words = item.split()
    if len(words) > 7 or words[0].casefold() in _SAYING:
        return False
    small = [word for word in words if not re.match(r"[\W_]*[A-Z0-9]", word)]
    return len(small) < len(words) and all(word.casefold() in _SMALL_WORDS - {"to", "a", "an"} for word in small)


def is_furniture(line: str) -> bool:
    """Whether the line is navigation, promotion, a photo credit, a slug or an end mark."""
    folded = line.casefold().rstrip(" :.…>»→!")
    if folded in words_of("furniture_lines") or is_end_mark(line) or is_date_line(line):
        return True
    if len(line) <= 300 and _LEGAL.search(line):
        return True
    if (_PHOTO.match(line) and len(line) <= 200) or _SLUG.match(line) or _MAIL.match(line) or _COUNTS.match(line):
        return True
    tokens = re.findall(r"[\w-]+", folded)
    if len(tokens) >= 2 and all(token in _SHARES for token in tokens):
        return True
    return len(line) <= 160 and line.casefold().startswith(_openings()) and not re.search(r"[\"“”]|\bsaid\b", line)


@cache
def _openings() -> tuple[str, ...]:
    return entries_of("furniture_openings")


def is_end_mark(line: str) -> bool:
    """Whether the line marks the end of a story or a break in it: "-30-", "ends", "###", "* * *"."""
    if not _END_MARK.match(line):
        return False
    bare = line.strip(" .-–—()#*").casefold()
    return bare in _PLAIN_ENDS or not bare


def byline_names(line: str) -> str | None:
    """The names of a byline ("By Jane Roe and John Doe, Staff Writers"), None where the line is none."""
    words = tidy(line)
    match = _BYLINE.match(words)
    if match is None or len(words) > 140:
        return None
    names = re.split(r"\s+[|•·–—]\s+|,?\s+(?:published|updated|posted)\b", match["names"], flags=re.IGNORECASE)[
        0
    ].strip()
    tokens = re.findall(r"[^\s,|/&]+", names)
    roles = words_of("byline_roles")
    named = [token for token in tokens if token[0].isupper() or token[0] == "@"]
    plain = all(token in named or token.casefold().strip(".") in roles for token in tokens)
    if not named or not plain or (names.endswith(".") and len(tokens) > 6):
        return None
    # "By Tuesday" and "By Election Day" open headlines, not bylines: a name has a first and a last part.
    return (
        names
        if len(named) >= 2 or match[0].lower().startswith(("written", "story", "posted", "byline", "author"))
        else None
    )
