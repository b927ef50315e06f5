"""The setting a word stands in: what is before it and after it that speaks for a credit, or against."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import NamedTuple

from provaudit.identify.wordlists import word_list
from provaudit.model import Span

_CONTEXT = 80

_THE_BEFORE = re.compile(r"\b(the|The|THE)[ \n\u00a0]$")
_CAPITAL_BEFORE = re.compile(r"\b([A-Z][\w’'&-]*|(?:Gov|Sen|Rep|Mr|Ms|Dr|Gen)\.)[ \u00a0]$")
_INTRODUCES = frozenset({"The", "THE", "Sources", "Source", "Via"})
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n”\"“‘\[—–-][ \n]?[”\"]?[ \n]*)$")
_DATES = (
    r"(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December"
)
_CAPITAL_AFTER = re.compile(rf"[ \u00a0](?!(?:{_DATES}|Magazine)\b)(?![A-Z]{{2,}}\b)[A-Z][a-z]")
_OF_AFTER = re.compile(r"[ \n]of[ \n](?!London\b|India\b|Israel\b|Malta\b)")
_MAGAZINE_AFTER = re.compile(r"[ \n](?:magazine|newspaper|website)\b")
_NAME_AFTER = re.compile(r"['’]s [A-Z][a-z]+ (?:[A-Z]\.? )?[A-Z]")
_ENDS_A_LIST = re.compile(r"[)\]/]|[ ]/")
_JOINED_BEFORE = re.compile(r"[A-Za-z][-–/]$")
_ONE_OF_ITS = re.compile(r"\b(?:[Aa]n?|[Tt]his|[Nn]ew|[Rr]ecent|[Ll]atest|[Ff]ormer|\w+['’]s)[ \n]$")
_OF_A_DAY_BEFORE = re.compile(r"\b(?:[A-Z]\w+day|[Tt]oday|[Yy]esterday)['’]s $")

# "The club will sell, reports Marca": people say and write so, outlets report.
_REPORTED_BEFORE = r"[,”\"’'][ \n](?:as[ \n])?(?:first[ \n])?(?:reports|reported|reveals|revealed)[ \n](?:the[ \n])?$"
# "The Hill, a paper read in Congress, reported"
_APPOSITION = r"(?:(?:, | \()(?:an?|the|its|one|part|which)\b[^,.;()]{1,60}[,)]|,)?"


class _Patterns(NamedTuple):
    credit: re.Pattern[str]
    weak_credit: re.Pattern[str]
    noun_after: re.Pattern[str]
    reports_after: re.Pattern[str]
    reported_that_after: re.Pattern[str]
    speaks_after: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    leads = _any_of("credit_lead_ins")
    adverbs = r"(?:first |also |later |has |had |have |previously |originally )*"
    reported = rf"{adverbs}{_any_of('reporting_verbs')}"
    return _Patterns(
        credit=re.compile(rf"(?:(?<![\w-]){leads}|[(/])[ \n]*(?:the[ \n])?$|{_REPORTED_BEFORE}", re.IGNORECASE),
        weak_credit=re.compile(
            rf"(?:(?<![\w-])(?:{leads}|on)|[(/])[ \n]*(?:the[ \n])?$|{_REPORTED_BEFORE}", re.IGNORECASE
        ),
        noun_after=re.compile(rf"(?:['’]s?)?[ \n]{_any_of('reporting_nouns')}\b"),
        reports_after=re.compile(rf"{_APPOSITION}[ \n](?:which )?{reported}\b|, (?:citing|quoting)\b"),
        reported_that_after=re.compile(rf"[ \n]{reported} (?:that|on|in|this|last|earlier|{_DATES})\b"),
        speaks_after=re.compile(rf"{_APPOSITION}[ \n](?:which )?(?:{reported}|{_any_of('saying_verbs')})\b"),
    )


def _any_of(name: str) -> str:
    words = sorted(word_list(f"sources/{name}"), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) for word in words) + ")"


class Setting:
    """What stands within 80 characters of a word at `place`."""

    def __init__(self, text: str, place: Span) -> None:
        self.before = text[max(0, place.start - _CONTEXT) : place.start]
        self.after = text[place.end : place.end + _CONTEXT]

    @cached_property
    def _the(self) -> re.Match[str] | None:
        return _THE_BEFORE.search(self.before)

    @property
    def article(self) -> str | None:
        """The article before it as it is written: "the", "The", "THE"."""
        return self._the.group(1) if self._the else None

    @property
    def opens_a_sentence(self) -> bool:
        """Whether it, or its article, is the first word of a sentence."""
        return _SENTENCE_START.search(self.before[: self._the.start()] if self._the else self.before) is not None

    def is_part_of_a_longer_name(self) -> bool:
        """Whether capitals go on after it ("Post Office") or lead up to it ("Capitol Hill")."""
        if _CAPITAL_AFTER.match(self.after) and not self.noun_after:
            return True
        leads_up = _CAPITAL_BEFORE.search(self.before)
        if not leads_up or leads_up.group(1) in _INTRODUCES or self.one_of_that_day:
            return False
        return not _SENTENCE_START.search(self.before[: leads_up.start()])

    def credited(self, *, weakly: bool) -> bool:
        """Whether a credit leads up to it ("told", "published in"); weakly: "on" is one."""
        pattern = _patterns().weak_credit if weakly else _patterns().credit
        return pattern.search(self.before) is not None

    @property
    def only_on_before(self) -> bool:
        """Whether "on the" leads up to it and nothing stronger."""
        return re.search(r"\bon the[ \n]$", self.before) is not None and not self.credited(weakly=False)

    @property
    def joined_before(self) -> bool:
        """Whether a hyphen or slash joins it to the word before."""
        return _JOINED_BEFORE.search(self.before) is not None

    @property
    def one_of_its(self) -> bool:
        """Whether "a", "a new" or a possessive leads up to it: "a Times story"."""
        return _ONE_OF_ITS.search(self.before) is not None

    @property
    def one_of_that_day(self) -> bool:
        """Whether a day's issue is meant: "Sunday's Guardian", "today's Times"."""
        return _OF_A_DAY_BEFORE.search(self.before) is not None

    @property
    def noun_after(self) -> bool:
        """Whether a noun of reporting follows: "magazine", "'s investigation"."""
        return _patterns().noun_after.match(self.after) is not None

    @property
    def magazine_after(self) -> bool:
        """Whether "magazine" or its like follows."""
        return _MAGAZINE_AFTER.match(self.after) is not None

    @property
    def name_after(self) -> bool:
        """Whether it is the possessor of a person: "'s Jane Roe"."""
        return _NAME_AFTER.match(self.after) is not None

    @property
    def of_after(self) -> bool:
        """Whether "of" follows, unless a masthead goes on so."""
        return _OF_AFTER.match(self.after) is not None

    @property
    def ends_a_list(self) -> bool:
        """Whether a bracket or slash closes it in, as in credit lines."""
        return _ENDS_A_LIST.match(self.after) is not None

    @property
    def reports_after(self) -> bool:
        """Whether a verb of reporting follows: "reported", "has learned"."""
        return _patterns().reports_after.match(self.after) is not None

    @property
    def reported_that_after(self) -> bool:
        """Whether a verb of reporting and its object follow: "reported that"."""
        return _patterns().reported_that_after.match(self.after) is not None

    @property
    def speaks_after(self) -> bool:
        """Whether a verb or noun of reporting or saying, or a reporter's name, follows."""
        return self.noun_after or self.name_after or _patterns().speaks_after.match(self.after) is not None
