"""Tells an outlet from a word that only looks like one: "The Hill reported" from "said Hill", "Time" from time.

Names that are ordinary words, surnames or other bodies' initials count in a credit-like setting alone. Which are, and
how strict the setting has to be, stands in word lists (`data/outlet_words_*.txt`, by `name_key`):

after_the       want their article: "the Post"
risky           of those, the ones that want a credit or the masthead's own capital article besides: "told The Hill"
of_people       of those, the ones that also call somebody: "The Republican said" is a senator
bare            want a verb or noun of reporting, or a credit, beside them: "told People", "Slate reported"
with_magazine   count with the word magazine alone: "America magazine"
surnames        do not count after a first name, nor bare where the text gives the word one

What is left out here costs a credit; what is let in wrongly invents one, which is worse.
"""

from __future__ import annotations

import re

from provaudit.identify.wordlists import word_list
from provaudit.model import Span

_CONTEXT = 80

_THE_BEFORE = re.compile(r"\b(the|The|THE)[ \n\u00a0]$")
_CAPITAL_BEFORE = re.compile(r"\b([A-Z][\w’'&-]*|(?:Gov|Sen|Rep|Mr|Ms|Dr|Gen)\.)[ \u00a0]$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n”\"“‘\[—–-][ \n]?[”\"]?[ \n]*)$")
_DAYS = (
    r"(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|Magazine"
)
_CAPITAL_AFTER = re.compile(rf"[ \u00a0](?!(?:{_DAYS})\b)(?![A-Z]{{2,}}\b)[A-Z][a-z]")
_OF_AFTER = re.compile(r"[ \n]of[ \n](?!London\b|India\b|Israel\b|Malta\b)")
_PLACES_BEFORE = re.compile(r"\b(?:New York|Los Angeles|Washington|London|Sydney|Chicago|Boston)[ \n]$")

_SPEAKING_TO = (
    "according to|told|tells|telling|informed|via|h/t|per|said to|says to|spoke to|spoke with|speaking to|speaking with|"
    "speaks to|talked to|talking to|statement to|comment to|email to|e-mail to|revealed to|confirmed to|leaked to|provided to"
)
_PUBLISHED = (
    "reported by|report by|reports? (?:in|from|by)|reported (?:in|on)|published (?:by|in|on)|printed in|posted by|"
    "interview(?:ed)? (?:with|by|in|on)|wrote (?:in|for|on)|writing (?:in|for)|writes (?:in|for)|written (?:in|for)|"
    "appear(?:s|ed|ing)? (?:in|on)|quoted (?:in|by)|cited by|citing|cites|said (?:in|on)|says (?:in|on)|confirmed by|"
    "obtained by|seen by|reviewed by|broken by|conducted (?:by|for)|investigation by|analysis by|"
    "(?:story|article|piece|op-ed|column|essay|editorial|poll|profile|study) (?:in|for|from|by|on)|"
    "(?:cover|pages|issue|edition|editor|readers) of|(?:reporter|correspondent|columnist|editor|writer) (?:for|at)|"
    "Sources?:?|credit:|amid|posted on|on"
)
_CREDIT_BEFORE = re.compile(
    rf"(?:(?<![\w-])(?:{_SPEAKING_TO}|{_PUBLISHED})|[(/])[ \n]*(?:[Tt]he[ \n])?$", re.IGNORECASE
)
_CREDIT_BEFORE_A_WORD = re.compile(
    rf"(?:(?<![\w-])(?:{_SPEAKING_TO}|{_PUBLISHED.removesuffix('|on')})|[(/])[ \n]*$", re.IGNORECASE
)
_PRODUCT = (
    r"(?:magazine|newspaper|newspapers|newsmagazine|tabloid|website|report|reports|story|stories|article|articles|editorial|"
    r"editorials|op-ed|columnist|columnists|reporter|reporters|correspondent|correspondents|journalist|journalists|"
    r"editor|editors|editor-in-chief|poll|polls|survey|interview|interviewer|investigation|analysis|review|reviewer|critic|"
    r"blog|blogger|column|profile|piece|exclusive|scoop|cover story|coverage|host|anchor|contributor|"
    r"staff|newsroom|writer|photographer|reporting|subscribers|readers|podcast)"
)
_REPORTED = (
    r"(?:first |also |later |has |had |have |previously |originally )*(?:reported|reports|is reporting|was first to report|"
    r"revealed|reveals|published|publishes|quoted|quotes|cited|cites|broke the|learned|editorialized|interviewed|obtained)"
)
_SAID = (
    r"(?:writes|wrote|noted|notes|says|said|claimed|claims|confirmed|confirms|describes|described|adds|added|explains|"
    r"explained|points out|pointed out|alleged|alleges|observed|observes|asked|estimated|estimates|found|called|calls|"
    r"concluded|detailed|details|documented|recounted|stated|states|suggested|suggests|put it|tells|told)"
)
_PRODUCT_AFTER = re.compile(rf"(?:['’]s?)?[ \n]{_PRODUCT}\b")
_MAGAZINE_AFTER = re.compile(r"[ \n](?:magazine|newspaper|website)\b")
_NAME_AFTER = re.compile(r"['’]s [A-Z][a-z]+ (?:[A-Z]\.? )?[A-Z]")
_REPORTED_AFTER = re.compile(rf",?[ \n](?:which )?{_REPORTED}\b")
_REPORTED_THAT_AFTER = re.compile(rf"[ \n]{_REPORTED} (?:that|on|in|this|last|earlier|{_DAYS})\b")
_VERB_AFTER = re.compile(rf",?[ \n](?:which )?(?:{_REPORTED}|{_SAID})\b")
_ENDS_A_LIST = re.compile(r"[)\]/]|[ ]/")
_JOINED_BEFORE = re.compile(r"[A-Za-z][-–/]$")
_ONE_OF_ITS = re.compile(r"\b(?:[Aa]n?|[Tt]his|[Nn]ew|[Rr]ecent|[Ll]atest|[Ff]ormer|\w+['’]s)[ \n]$")
_NETWORKS = frozenset({"fox", "abc", "nbc", "cbs", "cw", "cnn", "channel"})
_CHANNEL_AFTER = re.compile(r"[- ]?\d{1,2}\b(?! (?:percent|points|per cent))")
_GIVEN_NAME_BEFORE = re.compile(r"\b([A-Z][a-z]+|[A-Z]\.)[ \n]$")


def may_stand_beside(key: str) -> bool:
    """Whether a doubtful name may be told by the outlet beside it ("The Wrap and Deadline"); not those of people."""
    return key not in word_list("outlet_words_of_people") and key not in word_list("outlet_words_with_magazine")


def stands_for_an_outlet(text: str, place: Span, key: str) -> bool:
    """Whether text[place], which spells the outlet name `key`, means an outlet where it stands."""
    before = text[max(0, place.start - _CONTEXT) : place.start]
    after = text[place.end : place.end + _CONTEXT]
    if key.endswith("times") and after.startswith(" Square"):
        return False
    if key in _NETWORKS and _CHANNEL_AFTER.match(after):
        return False  # "Fox 35" is a station of its own
    if key in word_list("outlet_words_surnames"):
        return _is_no_surname(text, place, before, after)
    after_the = key in word_list("outlet_words_after_the")
    bare, magazine = key in word_list("outlet_words_bare"), key in word_list("outlet_words_with_magazine")
    if not (after_the or bare or magazine):
        return True
    if (_CAPITAL_AFTER.match(after) and not _PRODUCT_AFTER.match(after)) or _is_last_of_a_longer_name(before):
        return False
    return (
        (magazine and _MAGAZINE_AFTER.match(after) is not None)
        or (after_the and _means_it_after_the(before, after, key))
        or (bare and _means_it_bare(text, place, before, after))
    )


def _is_last_of_a_longer_name(before: str) -> bool:
    """ "Capitol Hill", "Anytown Post": a capitalised word that does not open its sentence stands before it."""
    match = _CAPITAL_BEFORE.search(before)
    if not match or match.group(1) in {"The", "THE", "Sources", "Source", "Via"}:
        return False
    return not _SENTENCE_START.search(before[: match.start()])


def _means_it_after_the(before: str, after: str, key: str) -> bool:
    the = _THE_BEFORE.search(before)
    if _JOINED_BEFORE.search(before):
        return False  # "then-Republican", "mid-Atlantic"; "Times/CBS" is told by its neighbour
    if the is None:
        return bool(_PRODUCT_AFTER.match(after) and _ONE_OF_ITS.search(before)) and not _of_people(key)
    if _OF_AFTER.match(after):
        return False
    if _of_people(key):
        return _REPORTED_THAT_AFTER.match(after) is not None or (
            the.group(1) != "the"
            and bool(_CREDIT_BEFORE_A_WORD.search(before[: the.start()]) or _MAGAZINE_AFTER.match(after))
        )
    if key not in word_list("outlet_words_risky") or _reported(after):
        return True
    if _CREDIT_BEFORE.search(before):
        # "on the Hill" is Congress, "on The Hill" the paper's pages.
        return the.group(1) != "the" or not re.search(r"\bon the[ \n]$", before)
    # "and The Hill": a capital article inside a sentence is the masthead's own.
    return the.group(1) == "The" and not _SENTENCE_START.search(before[: the.start()])


def _of_people(key: str) -> bool:
    return key in word_list("outlet_words_of_people")


def _means_it_bare(text: str, place: Span, before: str, after: str) -> bool:
    if _THE_BEFORE.search(before) and not _MAGAZINE_AFTER.match(after):
        return False
    if _PRODUCT_AFTER.match(after) or _NAME_AFTER.match(after):
        return True
    if _is_a_surname_here(text, place):
        return False
    word = text[place.start : place.end].casefold()
    credit = _CREDIT_BEFORE if word in {"x", "twitter", "telegram", "threads", "fox", "sky"} else _CREDIT_BEFORE_A_WORD
    if credit.search(before):
        return True
    if word in word_list("outlet_words_risky"):
        sentence_start = _SENTENCE_START.search(before) is not None
        return bool(
            _ENDS_A_LIST.match(after)
            or (word != "people" and not sentence_start and _reported(after))
            or (word != "people" and _REPORTED_AFTER.match(after))
        )
    return _reported(after)


def _reported(after: str) -> bool:
    return bool(_PRODUCT_AFTER.match(after) or _NAME_AFTER.match(after) or _VERB_AFTER.match(after))


def _is_no_surname(text: str, place: Span, before: str, after: str) -> bool:
    given = _GIVEN_NAME_BEFORE.search(before)
    if given and given.group(1) not in {"The", "In", "On", "At", "From", "By", "And", "But", "A"}:
        return False
    if _PRODUCT_AFTER.match(after) or _REPORTED_AFTER.match(after) or not _is_a_surname_here(text, place):
        return True
    return re.search(r"\b(?:told|to|via|by|on|with|in|for)[ \n]$", before) is not None


def _is_a_surname_here(text: str, place: Span) -> bool:
    """Whether the text elsewhere gives the word a first name ("Vicente Fox")."""
    word = re.escape(text[place.start : place.end])
    given = word_list("sources/given_names")
    for match in re.finditer(rf"(?<![\w.])([A-Z][a-z]+) (?:[A-Z]\. )?{word}\b(?! [A-Z])", text):
        if match.group(1).casefold() in given:
            return True
    return False
