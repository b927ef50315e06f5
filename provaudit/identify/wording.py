"""What a description without a name stands for: an unnamed source, a vague crowd, a document, an institution."""

from __future__ import annotations

import re

from provaudit.identify.wordlists import word_list
from provaudit.model import SourceKind

# Where the head of a description ends and what qualifies it begins.
_QUALIFIES = re.compile(
    r"[,(;:—–]|\b(?:of|by|from|in|on|at|for|to|with|about|among|that|which|who|whose|whom|where|when|as|after|before|"
    r"during|under|inside|outside|within|into|against|near|close|familiar|briefed|knowledgeable|involved|aware|present|"
    r"speaking|saying|citing|describing|detailing|released|published|obtained|issued|conducted|filed|posted|sent|"
    r"written|seen|given|made|taken|dated|provided|prepared|commissioned|authored|signed|said|surveyed|polled|working|"
    r"based|led|interviewed|contacted|reached|quoted|cited|loyal|privy|including|like|such|sympathetic|opposed|"
    r"not|whether|there|here|across|since|than|over|around|without|living|voting)\b"
)
_LEADING_PREPOSITION = re.compile(
    r"^(?:according to|in|from|by|per|via|on|to|as|at|with|citing|both|even|also|and|but|while|one of)\s+",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|another|one|each|any|every|no)\b\s*",
    re.IGNORECASE,
)
_ANONYMITY = re.compile(
    r"\b(?:anonymity|anonymously|not to be (?:named|identified|quoted)|not be (?:named|identified)|unnamed|unidentified|"
    r"anonymous|without attribution|on background|declined to be (?:named|identified)|withheld (?:his|her|their) names?)\b",
    re.IGNORECASE,
)
_PLURAL_QUANTITY = re.compile(
    r"^(?:some|many|most|several|few|a few|a number of|a lot of|lots of|plenty of|a handful of|dozens of|hundreds of|"
    r"thousands of|millions of|scores of|all|other|others|countless|numerous|various|any|none|\d[\d,.]*(?:%| percent| per cent)?(?![\w-])|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|one) (?:in|out of|of)|(?:two|three|four|five|six|seven|eight|nine|ten|dozens)|"
    r"(?:a|the) (?:majority|plurality|minority|third|quarter|half)|half|two-thirds|three-quarters|"
    r"\w+[- ](?:percent|per cent)|(?:nearly|almost|about|roughly|more than|fewer than|at least|just|only) \S+)\b",
    re.IGNORECASE,
)
_MEDIA_CROWD = re.compile(
    r"^(?:(?:the|some|many|most|several|other|a few|few|various|multiple|recent|unconfirmed|new|earlier|previous|past|"
    r"early|local|national|foreign|international|mainstream|conservative|liberal|state|social|cable|online|"
    r"published|initial|conflicting|numerous|widespread|persistent|\w+(?:an|ish|ese)|two|three|four|five|\d+|"
    r"resurfaced|old|news|media|press|tv|television|newspaper|broadcast|reliable|credible|these|those|such)\s+)*"
    r"(?:reports|accounts|rumou?rs|speculation|media|press|news|outlets|newspapers|organi[sz]ations|stories|headlines|"
    r"tabloids|broadcasters|sites|websites|networks|media reports?|news reports?|press reports?|coverage|papers|blogs)$",
    re.IGNORECASE,
)
_MEDIA_WORD = re.compile(r"\b(?:media|press|news|tv|television|newspaper|broadcast|cable|published)\b", re.IGNORECASE)
_MEDIA_ONLY = frozenset(
    {"organizations", "organisations", "networks", "sites", "websites", "papers", "stories", "accounts", "coverage"}
)
_BY_A_NAME = re.compile(
    r"\b(?:by|from|of|for)\s+(?:the\s+)?[A-Z](?!\w*\.? \d)(?!anuary|ebruary|arch\b|pril|ay\b|une\b|uly\b|ugust|eptember|ctober|ovember|ecember)"
)
_NUMBERED = re.compile(r"^(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|multiple|one)\b", re.IGNORECASE)
_ORGANISED_OFFICIALS = re.compile(
    r"\b(?:police|fire|school|city|county|town|village|parish|hospital|court|company|university|college|election|elections|health|airport|park|"
    r"transit|zoo|prison|jail|league|union|state|local|district|campus|church|tribal|port|weather|emergency|wildlife|bank|team|"
    r"festival|club|museum|railway|airline|utility)\s+(?:officials|executives|employees)$",
    re.IGNORECASE,
)
_COPY_NOUNS = re.compile(
    r"\b(?:police|intelligence|court|inspection|autopsy|medical|government|internal|financial|earnings|annual|official|incident|lab|weather|expense|audit|crime|polling)\s+reports$",
    re.IGNORECASE,
)
_AT_A_BODY = re.compile(r"\b(?:at|from|with|of) (?:the )?[A-Z]")
_KNOWN_GROUPS = frozenset(
    "researchers scientists economists analysts scholars historians academics activists protesters demonstrators doctors "
    "lawyers students parents specialists journalists reporters advocates opponents participants".split()
)
_PRONOUN_KINDS = {
    **dict.fromkeys(("he", "she", "i", "him", "her", "who", "himself", "herself", "you", "me"), SourceKind.PERSON),
    **dict.fromkeys(("it", "they", "we", "them", "us", "which", "itself", "themselves"), SourceKind.ORGANISATION),
}


def pronoun_kind(text: str) -> SourceKind | None:
    """Person for "he", organisation for "it" and "they", None where the text is no pronoun."""
    return _PRONOUN_KINDS.get(text.casefold())


def core_of(text: str) -> str:
    """The description up to its first qualification: "the report by the panel" → "the report"."""
    text = _LEADING_PREPOSITION.sub("", text.strip())
    opening = _DETERMINER.match(text)
    cut = _QUALIFIES.search(text, max(1, opening.end() if opening else 1))
    return (text[: cut.start()] if cut else text).strip(" \"'“”‘’")


def head_of(text: str) -> str:
    """The head word of a description, in lower case: "two senior officials who spoke" → "officials"."""
    core = core_of(text)
    words = core.split()
    return words[-1].strip(".,'\"’”").casefold() if words else ""


def hides_a_name(text: str) -> bool:
    """Whether the words say that a name is withheld."""
    return _ANONYMITY.search(text) is not None


def _is_crowd(text: str, core: str, head: str) -> bool:
    if _MEDIA_CROWD.match(core):
        named_or_kept = _BY_A_NAME.search(text) or _COPY_NOUNS.search(core)
        said_of_media = head not in _MEDIA_ONLY or _MEDIA_WORD.search(core)
        return bool(said_of_media and not named_or_kept)
    if head in word_list("sources/vague_heads") and head not in _MEDIA_ONLY | {"reports", "news", "press"}:
        return not _AT_A_BODY.search(text) and not _is_known_group(core, head)
    return bool(_PLURAL_QUANTITY.match(text)) and head not in word_list("sources/document_nouns")


def _is_known_group(core: str, head: str) -> bool:
    """ "The researchers" are those of a study spoken of before; "the critics" are anybody."""
    return core.casefold().startswith(("the ", "these ", "those ")) and head in _KNOWN_GROUPS


def _is_unnamed(text: str, core: str, head: str) -> bool:
    if hides_a_name(text):
        return True
    if head not in word_list("sources/anonymous_heads"):
        return (
            head == "people"
            and re.search(r"\bpeople (?:familiar|close|briefed|with|involved|who|near|in)\b", text) is not None
        )
    return not _ORGANISED_OFFICIALS.search(core)


def described_kind(text: str) -> SourceKind | None:
    """The kind of a source that is described, not named; None where the words describe none of these."""
    core, head = core_of(text), head_of(text)
    if not core:
        return None
    if _is_unnamed(text, core, head):
        return SourceKind.ANONYMOUS
    if _is_crowd(text, core, head):
        return SourceKind.VAGUE
    if head in word_list("sources/document_nouns") and not core[:1].isdigit():
        return SourceKind.DOCUMENT
    if _is_known_group(core, head) or (head in word_list("sources/vague_heads") and _AT_A_BODY.search(text)):
        return SourceKind.ORGANISATION
    if head in word_list("sources/institution_voices") or _ORGANISED_OFFICIALS.search(core):
        return SourceKind.ORGANISATION
    if _is_plural(core, head):
        return SourceKind.VAGUE
    return None


def _is_plural(core: str, head: str) -> bool:
    """Whether the description is a nameless plural: "delegates", "presidential contenders"."""
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "'s", "’s")) and core.split()[-1].islower()


def without_article(text: str) -> str:
    """The text without a leading article or determiner."""
    return _DETERMINER.sub("", text, count=1) or text


def as_written_inside(text: str) -> str:
    """The wording as it would stand inside a sentence: "The indictment" → "the indictment"."""
    opening = _DETERMINER.match(text)
    first = text.split(" ", 1)[0] if text else ""
    lowers = opening or first.casefold() in word_list("sources/vague_heads") | word_list("sources/anonymous_heads")
    return text[:1].lower() + text[1:] if lowers else text
