"""What a description without a name stands for: an unnamed source, a vague crowd, a document, an institution."""

from __future__ import annotations

import re

from provaudit.identify.wording import core_of, head_of
from provaudit.identify.wordlists import word_list
from provaudit.model import SourceKind

_ANONYMITY = re.compile(
    r"""\b(?:anonymity|anonymously|unnamed|unidentified|anonymous|without\ attribution|on\ background
        |(?:not|\w+n['’]t)\ (?:(?:want|wish)(?:ing)?\ )?(?:to\ )?be\ (?:named|identified|quoted)
        |(?:declin|refus)(?:ed|ing|es?)\ to\ be\ (?:named|identified)|withheld\ (?:his|her|their)\ names?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_SOMEBODY_TOLD_US = re.compile(r"(?:I|[Ww]e)(?:['’](?:m|re|ve)| am| are| have)(?: been)? (?:told|informed|assured)")
_PEOPLE_WHO_KNOW = re.compile(r"\bpeople (?:familiar|close|briefed|with|involved|who|near|in)\b", re.IGNORECASE)
_NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten"
_QUANTITY = re.compile(
    r"^(?:some|many|most|several|few|a few|all|others?|countless|numerous|various|any|none|dozens|half|"
    r"(?:a (?:number|lot|handful)|lots|plenty|(?:doz|hundr|thous|mill|score)\w*s) of|"
    rf"(?:{_NUMBER}) (?:in|out of|of)|(?:{_NUMBER.removeprefix('one|')})|"
    r"\d[\d,.]*(?:%| percent| per cent)?(?![\w-])|\w+[- ](?:percent|per cent)|"
    r"(?:a|the) (?:majority|plurality|minority|third|quarter|half)|two-thirds|three-quarters|"
    r"(?:nearly|almost|about|roughly|more than|fewer than|at least|just|only) \S+)(?!\w)",
    re.IGNORECASE,
)
# So many people were heard; a share of a crowd ("two in three", "60 percent", "some") is anybody.
_ABOUT = "at least|just|only|about|around|some|nearly|almost|over|more than|fewer than"
_COUNTED = re.compile(
    rf"^(?:(?:{_NUMBER}|several|a few|(?:{_ABOUT}) (?:{_NUMBER}|\d+)|\d+|"
    r"(?:a (?:number|group|handful|couple|dozen)|dozens|scores) of)"
    r"(?!\w)(?! (?:in|out of|percent|per cent|thirds|quarters|million|billion)\b|[%,.-]))",
    re.IGNORECASE,
)
_OF_SOMEBODYS = re.compile(r" of (?:the|these|those|his|her|its|their|our)\b(?!.*\b(?:reports|papers|newspapers)\b)")
# Heads that are reports of the media only with a word of the media before them.
_MEDIA_WORD = re.compile(
    r"\b(?:media|press|news|tv|television|radio|newspaper|broadcast|cable|published)\b", re.IGNORECASE
)
_MEDIA_HEADS = frozenset({"reports", "media", "press", "news", "outlets", "rumors", "rumours", "speculation"})
_MEDIA_HEADS |= {"newspapers", "headlines", "tabloids", "broadcasters", "blogs"}
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_BY_A_NAME = re.compile(rf"\b(?:by|from|of|for)\s+(?:the\s+)?(?!(?:{_MONTHS})\b)[A-Z](?!\w*\.? \d)")
_NATIONAL = re.compile(r"\w+(?:an|ish|ese)|\d+", re.IGNORECASE)
_DEFINITE = re.compile(r"^(?:the|these|those|his|her|their|its|our)\b|\w['’]s? |s['’] ", re.IGNORECASE)
_FOR_SOMEBODY = re.compile(r"\bfor (?:(?:the |his |her |their )?[A-Z]|(?:the|his|her|their|both|those|these) )")
# "a University of Harlow poll": the body's name holds an "of", so that its head is not what it seems.
_PAPER_OF_A_BODY = re.compile(
    r"(?:[Aa]n? |[Tt]he |[Oo]ne )?(?:[a-z][\w-]* ){0,2}?[A-Z][\w.&’'-]*(?: (?:of|for|and|the|[A-Z][\w.&’'-]*))* "
    r"(?:[a-z][\w-]* ){0,2}?([a-z]+)(?=$|[,.;]| "
    r"(?:of|by|from|in|on|that|which|released|published|conducted|out|taken|last|this)\b)"
)
_AT_A_BODY = re.compile(r"\b(?:at|from|with) (?:the )?[A-Z]")
_BY_A_BODY = re.compile(r"\b(?:released|published|issued|compiled|collected|provided|prepared) by \w")


def hides_a_name(text: str) -> bool:
    """Whether the words say that a name is withheld."""
    return _ANONYMITY.search(text) is not None


def described_kind(text: str) -> SourceKind | None:
    """The kind of a source that is described, not named; None where the words describe none of these."""
    core, head = core_of(text), head_of(text)
    if not core:
        return None
    for kind, describes in _KINDS:
        if describes(text, core, head):
            return kind
    return None


def _is_unnamed(text: str, core: str, head: str) -> bool:
    if hides_a_name(text) or _SOMEBODY_TOLD_US.fullmatch(text):
        return True
    if head == "people":
        return _PEOPLE_WHO_KNOW.search(text) is not None
    return head in word_list("sources/anonymous_heads") and not _speaks_for_a_local_body(core, head)


def _is_crowd(text: str, core: str, head: str) -> bool:
    if text.casefold() == "report":  # a label: "Report: …"
        return True
    if _is_media_crowd(core, head):
        return not (_BY_A_NAME.search(text) or _is_kind_of_paper(core, head))
    if head in word_list("sources/vague_heads") and head not in _MEDIA_HEADS:
        return not (_AT_A_BODY.search(text) or _BY_A_BODY.search(text) or _is_known_group(text, core, head))
    if _COUNTED.match(text) and is_heard_group(text):
        return False
    return bool(_QUANTITY.match(text)) and head not in word_list("sources/document_nouns")


def _is_media_crowd(core: str, head: str) -> bool:
    """Whether it is "media reports", "two resurfaced reports", "local news outlets"."""
    if head not in word_list("sources/media_crowds"):
        return False
    if head not in _MEDIA_HEADS and not _MEDIA_WORD.search(core):
        return False
    modifiers = word_list("sources/media_modifiers")
    before = core.split()[:-1]
    nations = word_list("sources/nationalities")
    return all(word.casefold() in modifiers | nations or _NATIONAL.fullmatch(word) for word in before)


def _is_kind_of_paper(core: str, head: str) -> bool:
    """Whether the reports are documents of a kind: "police reports"."""
    before = core.casefold().split()[-2:-1]
    return head == "reports" and bool(before) and before[0] in word_list("sources/copy_modifiers")


def _is_document(text: str, core: str, head: str) -> bool:
    papers = word_list("sources/document_nouns")
    of_a_body = _PAPER_OF_A_BODY.match(text)
    if core.casefold().endswith(("class action", "court action")):
        return True
    return (head in papers and not core[:1].isdigit()) or (of_a_body is not None and of_a_body.group(1) in papers)


def _is_institution(text: str, core: str, head: str) -> bool:
    if _is_known_group(text, core, head) or (head in word_list("sources/vague_heads") and _AT_A_BODY.search(text)):
        return True
    if _COUNTED.match(text) and is_heard_group(text):  # "five senators" are not the Senate
        return False
    return head in word_list("sources/institution_voices") or _speaks_for_a_local_body(core, head)


def _is_known_group(text: str, core: str, head: str) -> bool:
    """Whether a group is somebody's: "the researchers" of a study, "her lawyers", "NASA engineers"; not "experts"."""
    if head not in word_list("sources/known_groups"):
        return False
    if head != "experts" and (_DEFINITE.search(core) or _FOR_SOMEBODY.search(text)):
        return True
    before = core.split()[:-1]
    return not _QUANTITY.match(text) and any(_names_a_body(word) for word in before)


def _names_a_body(word: str) -> bool:
    is_initials = len(word) > 1 and word.isupper() and word not in {"U.S.", "US", "UK", "EU", "U.K."}
    return is_initials or (word[:1].isupper() and word.casefold() in word_list("sources/organisations"))


def _speaks_for_a_local_body(core: str, head: str) -> bool:
    """Whether it is "school officials": who they are can be looked up."""
    before = core.casefold().split()[-2:-1]
    speaks = head in {"officials", "executives", "employees"}
    return speaks and bool(before) and before[0] in word_list("sources/local_bodies")


def is_heard_group(text: str) -> bool:
    """Whether it is a nameless group that somebody has heard: "residents", "two delegates", "rebel MPs"."""
    counted = _COUNTED.match(text)
    if counted:
        if _OF_SOMEBODYS.match(text, counted.end()):
            return True
        text = re.sub(r"^of\s+(?=\S)", "", text[counted.end() :].strip()) or text
    core, head = core_of(text), head_of(text)
    last = core.rpartition(" ")[2]
    plural = head.endswith("s") and not head.endswith(("ss", "us", "is", "'s", "’s"))
    is_a_name = not last.islower() and not re.fullmatch(r"[A-Z]{2,}s", last) and not counted
    return head in word_list("sources/people_groups") or (
        plural and not is_a_name and head not in word_list("sources/vague_heads")
    )


_KINDS = (
    (SourceKind.ANONYMOUS, _is_unnamed),
    (SourceKind.VAGUE, _is_crowd),
    (SourceKind.DOCUMENT, _is_document),
    (SourceKind.ORGANISATION, _is_institution),
)
