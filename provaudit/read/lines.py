"""What a single line of a newsroom text is by convention: credit, photo credit, promo, byline, slug, end mark.

Every pattern asks for the whole line, so that a sentence which merely begins like one ("Sources say the deal is
close", "Via a spokesman, he said no") stays a sentence.
"""

import re

from provaudit.model import BlockKind
from provaudit.read.dates import is_date_line, without_dates
from provaudit.read.photo_credits import PHOTO, is_caption, is_photo_credit
from provaudit.read.word_lists import entries_of, words_of

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Lower-case words that stand inside names, and words after "sources" that make it the subject of a sentence.
_SMALL_WORDS = frozenset("al and at bin da de del der di du el en for in la le of on the van via von".split())  # noqa: SIM905
_SAYING = frozenset(
    (
        "say",
        "says",
        "said",
        "saying",
        "tell",
        "tells",
        "told",
        "claim",
        "claims",
        "close",
        "familiar",
        "inside",
        "within",
        "briefed",
    )
)
_ITEM_BREAK = re.compile(r"\s*(?:,|;|/|\||&|•|·|\band\b)\s*", re.IGNORECASE)
_SITE = re.compile(r"^(?:https?://\S+|(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?|@\w+)$", re.IGNORECASE)
_SOURCES = re.compile(
    r"^(?P<label>(?:additional |main |news )?sources?)\b\s*(?P<colon>[:–—-])?\s*(?P<rest>\S.*)$", re.IGNORECASE
)
_STORY = (
    r"(?:article|story|post|piece|column|report|content|essay|commentary|editorial|op-ed|interview|excerpt|material)"
)
_CAME_OUT = (
    r"(?:published|appeared|ran|produced|provided|posted|republished|reprinted|reproduced|syndicated|distributed|supplied"
    r"|created|adapted|excerpted|taken|co-published)"
)
_CREDITS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            rf"^[^.!?\"“”]{{2,200}}\bcontributed (?:to this (?:dispatch|{_STORY})|reporting|to the {_STORY}(?=\W*$))"
            r"\b.{0,60}$"
        ),
        (
            r"^(?:(?-i:[A-Z])[^.!?\"“”]{1,60} reported from [^!?\"“”]{2,80}[.;] )?"
            r"(?-i:(?:[A-Z][\w.'-]+,? |and |staff |writers? |reporters? ){2,12})contributed"
            r"(?: from (?-i:[A-Z])[\w ,.]{2,60})?\W*$"
        ),
        (
            rf"^[^.!?\"“”]{{0,40}}\bthis {_STORY} (?:also )?(?:includes|contains|uses) (?:\w+ ){{0,3}}"
            r"(?:information|material|reporting) from\b.{2,120}$"
        ),
        (
            r"^[(\[—–-]*\s*with (?:news |wire |staff )?(?:wire |news )?"
            r"(?:services?|agency|agencies|wires|wire reports?)(?: (?:inputs?|reports?|services))?\W*$"
        ),
        r"^[(\[—–-]*\s*(?:with|from) (?-i:[A-Z][\w' ]{1,30}) (?:inputs?|wire reports?)\W*$",
        (
            r"^(?:compiled )?from (?:staff|wire|news|agency)(?: and (?:staff|wire|news|agency))*"
            r"(?: (?:reports?|services?|agencies|dispatches|wires))+\W*$"
        ),
        (
            rf"^\W*(?:this|an? (?:\w+ ){{0,2}}version of (?:this|the)) {_STORY} (?:(?:was|is|has been|also|has) )*"
            rf"(?:(?:originally|first|previously|initially) )?{_CAME_OUT}\b.{{0,200}}$"
        ),
        rf"^\W*the (?:above|following|preceding) {_STORY}\b.{{0,40}}\b{_CAME_OUT}\b.{{0,200}}$",
        r"^\W*(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|\d{4}|notice)).{2,300}$",
        (
            r"^\W*(?:read|see|view) (?:the )?(?:full|entire|original|complete|rest)\b.{0,60}"
            r"\b(?:at|on|in|from|via|by) .{2,80}$"
        ),
        rf"^\W*(?:text|{_STORY}) (?:courtesy of|provided by|from:|via:) .{{2,60}}$",
    )
)
# What follows these has to be names, or the line is a sentence that merely begins like a credit.
_BEFORE_NAMES = tuple(
    re.compile(rf"^[(\[—–*-]*\s*{pattern}\s*:?\s+(?P<rest>\S.*?)[)\]*]*$", re.IGNORECASE)
    for pattern in (
        r"(?:via|h/t|hat[ -]tip(?: to)?|ht)",
        r"with (?:additional )?(?:reporting|files|inputs?|contributions|information|material|reports) (?:by|from)",
        (
            r"(?:originally|first|previously) (?:published|appeared|posted|reported|aired|ran|written)"
            r" (?:on|by|at|in|for|via|with)"
        ),
        (
            r"(?:re-?published|re-?printed|re-?posted|cross-?posted|syndicated|excerpted|adapted|distributed|provided)"
            r" (?:with permission )?(?:from|by|with|courtesy of)"
        ),
        r"(?:additional )?(?:reporting|writing|editing|compiled) by",
    )
)
_DESK = re.compile(
    r"\b(?:additional |and )?(?:reporting|writing|editing) by\b|\bwith (?:the )?permission\b", re.IGNORECASE
)
_BYLINE = re.compile(
    r"^(?:by|written by|story by|reported by|posted by|words by|byline:|author:)\s*:?\s*(?P<names>\S.*)$", re.IGNORECASE
)
_SLUG = re.compile(
    r"^(?:(?:BC|AM|PM)-\S.*|\(?Eds?\.?:.*|Editors?:.*"
    r"|(?:Slug|Keywords?|Words|Word count|Category|Section|Catchline|Embargo(?:ed)?(?: until)?|Priority)\s*:.*"
    r"|URGENT|BULLETIN|FLASH|ADVISORY|EMBARGOED.*|FOR IMMEDIATE RELEASE.*|\d{2,5} words"
    r"|[A-Z0-9]{2,}(?:[-/_][A-Z0-9]{2,}){1,4})$"
)
_END_MARK = re.compile(r"^\W*(?:30|ends?|xxx)\W*$|^(?:[#*~=_•\-–—]\s?){2,}$", re.IGNORECASE)
_PLAIN_ENDS = frozenset({"30", "xxx", "end", "ends"})
_MAIL = re.compile(
    r"^(?:(?:From|To|Cc|Bcc|Sent|Reply-To|Message-ID|Return-Path|Received|Mime-Version|Content-Type):.*"
    r"|On .{6,80} wrote:"
    r"|-{2,} ?(?:Forwarded|Original) [Mm]essage ?-{2,}|Begin forwarded message:)$"
)
_COUNTS = re.compile(
    r"^(?:\d[\d,.]*\s*(?:k|m)?\s*)?"
    r"(?:comments?|shares?|likes?|views?|min(?:ute)?s? read|min(?:ute)?s? ago|hours? ago|read time.*)$",
    re.IGNORECASE,
)


_LEGAL = re.compile(
    r"\ball rights reserved\b"
    r"|\bmay not be (?:published|reproduced|reused|re-used|copied|broadcast|rewritten|redistributed)\b"
    r"|\bproudly powered by\b",
    re.IGNORECASE,
)


_PROSE = 80  # characters
_PROMOTIONS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"more from [^.]{1,60}$",
        r"(?:also read|read also|read more|read next|must read|don't miss|see also|related)\s*[:|–—-]\s*\S.*$",
        r"(?:on twitter,? )?follow .{2,120}?(?:\bon (?:twitter|facebook|instagram|x|threads|bluesky)\b|@\w).*$",
        r"(?:watch|listen to|hear|see) (?:the|a|an|this|that|her|his|their|more|our) .{0,80}\b(?:above|below|here)\W*$",
        r"watch (?:above|below|here)\W*$",
        r"page \d+ of \d+$",
        r"(?:please )?(?:support|help) (?:us|our|independent|local) .{0,60}\b(?:today|member|gift|donat\w+)\b.*$",
        r".{0,60}\bis a reader-supported (?:publication|newsletter)\b.*$",
        r"(?:listen to|subscribe to|download) our .{0,60}\bpodcasts?\b.*$",
        r".{0,80}\b(?:sign up|subscribe)\b.{0,60}\b(?:newsletters?|podcast|inbox|e-?mails?)\b.{0,60}$",
    )
)


def tidy(line: str) -> str:
    """A copy of the line to compare with: no invisible characters, single spaces, straight apostrophes."""
    return " ".join(_INVISIBLE.sub("", line).replace("’", "'").split())


def convention(line: str, *, top: bool = False) -> BlockKind | None:
    """CREDIT, FURNITURE or CAPTION where the whole line is one by convention, else None.

    `top` is a line above the text: what would be promotion or a credit below ("Opinion: …", "Sources: …") is its
    headline.
    """
    words = tidy(line)
    if not words or len(words) > 320:
        return None if words else BlockKind.FURNITURE
    if not top and is_credit(words):
        return BlockKind.CREDIT
    if is_furniture(words, top=top):
        return BlockKind.FURNITURE
    return BlockKind.CAPTION if is_caption(words) else None


def is_credit(line: str) -> bool:
    """Whether the line only says where the text, or part of it, comes from."""
    bare = line.strip(" ().[]—–-*_").casefold()
    if bare in words_of("wire_credits"):
        return True
    match = _SOURCES.match(line)
    if match and not PHOTO.match(line) and _credits_sources(match):
        return True
    if is_photo_credit(line):
        return False
    if len(line) <= 160 and any(_names_follow(pattern.match(line)) for pattern in _BEFORE_NAMES):
        return True
    return any(pattern.match(line) for pattern in _CREDITS)


def _names_follow(match: re.Match[str] | None) -> bool:
    return match is not None and are_names(without_dates(_DESK.sub(", ", match["rest"])))


def _credits_sources(match: re.Match[str]) -> bool:
    parts = [part for part in re.split(r"\s+[/|]\s+", match["rest"]) if not PHOTO.match(part)]
    rest = ", ".join(parts)
    plain = (
        rest.endswith(".") or not match["label"][0].isupper() or not match["label"].endswith("s") or rest[:1].islower()
    )
    if not match["colon"] and plain and not _SITE.match(rest):
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
    return len(small) < len(words) and all(word.casefold() in _SMALL_WORDS for word in small)


def is_furniture(line: str, *, top: bool = False) -> bool:
    """Whether the line is navigation, promotion, a photo credit, a slug or an end mark."""
    folded = line.casefold().strip('"“” ').rstrip(" :.…>»→!")
    if folded in words_of("furniture_lines") or is_end_mark(line) or is_date_line(line):
        return True
    # A line that quotes somebody at length is prose, whatever it begins with.
    if len(line) > _PROSE and re.search(r"[\"“”]|\b(?:said|told)\b", line):
        return False
    if (is_photo_credit(line) and not _SOURCES.match(line)) or (_LEGAL.search(line) and len(line) <= 300):
        return True
    if len(line) <= 160 and (_SLUG.match(line) or _MAIL.match(line) or _COUNTS.match(line)):
        return True
    tokens = re.findall(r"[\w-]+", folded)
    shares = len(tokens) >= 2 and all(token in words_of("share_words") for token in tokens)
    return shares or _is_promotion(line, top=top)


def _is_promotion(line: str, *, top: bool) -> bool:
    """Whether the line asks its reader to read, watch or sign up for something else."""
    if len(line) > 160 or re.search(r"[\"“”]|\bsaid\b", line):
        return False
    if any(pattern.match(line) for pattern in _PROMOTIONS):
        return True
    folded = line.casefold()
    opening = next((opening for opening in entries_of("furniture_openings") if folded.startswith(opening)), None)
    return opening is not None and not (top and opening.endswith(":"))


def is_end_mark(line: str) -> bool:
    """Whether the line marks the end of a story or a break in it: "-30-", "ends", "###", "* * *"."""
    if not _END_MARK.match(line):
        return False
    bare = line.strip(" .-–—()#*_~=•").casefold()
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
    sentence = any(token.casefold() in words_of("stopwords_en") - roles for token in named)
    if not named or not plain or sentence or (names.endswith(".") and len(tokens) > 6):
        return None
    # "By Tuesday" and "By Election Day" open headlines, not bylines: a name has a first and a last part.
    return (
        names
        if len(named) >= 2 or match[0].lower().startswith(("written", "story", "posted", "byline", "author"))
        else None
    )
