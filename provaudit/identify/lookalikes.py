"""Tells an outlet from a word that only looks like one: "The Hill reported" from "said Hill", "Time" from time.

Names that are ordinary words or surnames count in a credit-like setting alone. Those of
`data/outlet_words_after_the.txt` want their article ("the Post"), those of `data/outlet_words_bare.txt` a verb or
noun of reporting beside them ("told People", "Time magazine"). What is left out here costs a credit; what is let in
wrongly invents one, which is worse.
"""

from __future__ import annotations

import re

from provaudit.identify.wordlists import word_list
from provaudit.model import Span

_CONTEXT = 80

_THE_BEFORE = re.compile(r"\b(the|The|THE)[ \n\u00a0]$")
_CAPITAL_BEFORE = re.compile(r"\b([A-Z][\w’'&-]*)[ \u00a0]$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n”\"“‘\[—–-][ \n]?[”\"]?[ \n]*)$")
_DAYS = (
    "Mon(?:day|\\.)?|Tues?(?:day|\\.)?|Wed(?:nesday|\\.)?|Thu(?:rsday|\\.)?|Fri(?:day|\\.)?|Sat(?:urday|\\.)?|Sun(?:day|\\.)?|"
    "Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|"
    "Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?"
)
_CAPITAL_AFTER = re.compile(rf"[ \u00a0](?!(?:{_DAYS})\b)(?![A-Z]{{2,}}\b)[A-Z][a-z]")
_OF_AFTER = re.compile(r"[ \n]of[ \n](?!London\b|India\b|Israel\b|Malta\b)")

_CREDIT_BEFORE = re.compile(
    r"(?:\b(?:according to|told|tells|telling|informed|via|h/t|per|reported by|report by|reports? (?:in|from|by)|"
    r"reported (?:in|on)|"
    r"published (?:by|in|on)|printed in|posted by|interview(?:ed)? (?:with|by|in|on)|wrote (?:in|for|on)|writing (?:in|for)|writes (?:in|for)|written (?:in|for)|"
    r"appeared? (?:in|on)|appearing (?:in|on)|quoted (?:in|by)|cited by|citing|cites|said (?:in|on|to)|says (?:in|on|to)|spoke (?:to|with)|speaking (?:to|with)|speaks to|"
    r"talked to|talking to|statement to|comment to|email to|e-mail to|revealed to|confirmed to|confirmed by|obtained by|seen by|reviewed by|"
    r"first reported (?:in|by)|broken by|story (?:in|from|by)|article (?:in|from|by)|piece (?:in|for)|"
    r"op-ed (?:in|for)|column (?:in|for)|essay (?:in|for)|editorial (?:in|by)|poll (?:by|from|for)|conducted (?:by|for)|investigation by|analysis by|"
    r"cover of|pages of|issue of|edition of|editor of|reporter for|correspondent for|columnist for|leaked to|provided to|"
    r"Sources?:?|Source:|credit:)|[(/])[ \n]*(?:[Tt]he[ \n])?$"
)
_PRODUCT = (
    r"(?:magazine|newspaper|newspapers|newsmagazine|tabloid|website|report|reports|story|stories|article|articles|editorial|"
    r"editorials|op-ed|columnist|columnists|reporter|reporters|correspondent|correspondents|journalist|journalists|"
    r"editor|editors|editor-in-chief|poll|polls|survey|interview|interviewer|investigation|analysis|review|reviewer|critic|"
    r"blog|blogger|column|profile|piece|exclusive|scoop|cover story|coverage|host|anchor|contributor|"
    r"staff|newsroom|writer|photographer|reporting|subscribers|readers|podcast)"
)
_VERB = (
    r"(?:reported|reports|writes|wrote|noted|notes|published|publishes|broke|revealed|reveals|quoted|quotes|cited|cites|"
    r"obtained|first reported|also reported|has reported|had reported|have reported|is reporting|was first to report|"
    r"says|said|claimed|claims|confirmed|confirms|learned|has learned|describes|described|adds|added|"
    r"explains|explained|points out|pointed out|alleged|alleges|observed|observes|asked|estimated|estimates|found|"
    r"interviewed|editorialized|called|calls|concluded|detailed|details|documented|recounted|stated|states|suggested|suggests)"
)
_PRODUCT_AFTER = re.compile(rf"(?:['’]s?)?[ \n]{_PRODUCT}\b")
_NAME_AFTER = re.compile(r"['’]s [A-Z][a-z]+ (?:[A-Z]\.? )?[A-Z]")
_VERB_AFTER = re.compile(rf"(?:,? (?:which|who) )?[ ]?{_VERB}\b|[ \n]{_VERB}\b")
_CLOSING_AFTER = re.compile(r"[)\]/]|[ ]?/")
_JOINED_BEFORE = re.compile(r"[A-Za-z][-–/]$")
_JOINED_AFTER = re.compile(r"[-–/][A-Z]")
_PRODUCT_ARTICLE = re.compile(r"\b(?:[Aa]n?|[Tt]his|[Nn]ew|[Rr]ecent|[Ll]atest|[Ff]ormer|\w+['’]s)[ \n]$")


def stands_for_an_outlet(text: str, place: Span, key: str) -> bool:
    """Whether text[place], which spells the outlet name `key`, means an outlet where it stands."""
    after_the = key in word_list("outlet_words_after_the")
    if not after_the and key not in word_list("outlet_words_bare"):
        return True
    before = text[max(0, place.start - _CONTEXT) : place.start]
    after = text[place.end : place.end + _CONTEXT]
    if _CAPITAL_AFTER.match(after) or _is_last_of_a_longer_name(before):
        return False
    return _means_it_after_the(before, after, key) if after_the else _means_it_bare(text, place, before, after, key)


def _is_last_of_a_longer_name(before: str) -> bool:
    """"Capitol Hill", "Anytown Post": a capitalised word that does not open its sentence stands before it."""
    match = _CAPITAL_BEFORE.search(before)
    if not match or match.group(1) in {"The", "THE"}:
        return False
    return not _SENTENCE_START.search(before[: match.start()])


def _means_it_after_the(before: str, after: str, key: str) -> bool:
    the = _THE_BEFORE.search(before)
    if _JOINED_BEFORE.search(before) or _JOINED_AFTER.match(after):
        return the is not None or _PRODUCT_ARTICLE.search(before) is not None or _JOINED_BEFORE.search(before) is not None
    if the is None:
        return bool(_PRODUCT_AFTER.match(after) and _PRODUCT_ARTICLE.search(before))
    if _OF_AFTER.match(after):
        return False
    if key not in word_list("outlet_words_risky"):
        return True
    if _reported(after) or _CREDIT_BEFORE.search(before):
        return True
    # "and The Hill": a capital article inside a sentence is the masthead's own.
    return the.group(1) == "The" and not _SENTENCE_START.search(before[: the.start()])


def _means_it_bare(text: str, place: Span, before: str, after: str, key: str) -> bool:
    if _THE_BEFORE.search(before) and not re.match(r" (?:magazine|website)\b", after):
        return False
    if _PRODUCT_AFTER.match(after) or _NAME_AFTER.match(after):
        return True
    if _is_a_surname_here(text, place):
        return False
    if _CREDIT_BEFORE.search(before):
        return True
    if key in word_list("outlet_words_risky"):
        return bool(_CLOSING_AFTER.match(after) and before.endswith(("(", "/ ", "/")))
    return _reported(after)


def _reported(after: str) -> bool:
    return bool(_PRODUCT_AFTER.match(after) or _NAME_AFTER.match(after) or _VERB_AFTER.match(after))


def _is_a_surname_here(text: str, place: Span) -> bool:
    """Whether the text elsewhere gives the word a first name ("Vicente Fox")."""
    word = re.escape(text[place.start : place.end])
    return re.search(rf"(?<![\w.])(?!The\b|In\b|On\b|A\b|And\b|But\b)[A-Z][a-z]+ (?:[A-Z]\. )?{word}\b(?! [A-Z])", text) is not None
