"""Companies that a draft names as it would a person: "Northwind said". What it says of them elsewhere tells.

A person has no shares, is no retailer, and is not resumed as "the company"; and who has a newsroom of its own at
an address of that name speaks there for itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from urllib.parse import urlsplit

from provaudit.identify.hosts import host_of
from provaudit.identify.lookalikes import has_a_first_name
from provaudit.identify.spelling import name_key
from provaudit.identify.wordlists import word_list
from provaudit.model import Article, Attribution, Mention

_BARE_NAME = re.compile(r"[^\W\d_][\w’'&.-]*(?: [A-Z][\w’'&.-]*)?", re.UNICODE)
_OF_A_PERSON = re.compile(r"\b(?:he|she|his|her|hers|him|who|whose|Mr|Mrs|Ms)\b", re.IGNORECASE)
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+")
_REACH = 400  # characters between a company's name and "the company"
_HEADS = (
    r"(?:CEO|CFO|COO|CTO|chief (?:executive|financial|operating|technology|product)|co-?founder|board of directors)"
)
_SHARES = r"(?:shares?|shareholders|stock)"
_LISTED = r"(?:NYSE|NASDAQ|Nasdaq|LSE|LON|ASX|TSX|NSE|BSE|JSE|SGX|HKEX|ETR|EPA|AMS)"
_MAKES = r"(?:makes|made|sells|sold|employs|operates|owns|builds|produces|manufactures|supplies|runs)"
# "Roe, a bank manager" is no bank.
_AND_NO_MORE = r"(?=[,.;)]| (?:that|which|based|in|owned|founded|known|behind|backed|listed)\b)"
_ADJECTIVES = r"(?:(?!(?:of|for|at|from|with|in|by|to|and|who)\b)[\w’'-]+ ){0,5}?"
_NEWSROOMS = frozenset(
    {"newsroom", "press", "press-releases", "pressroom", "press-room", "press-center", "media-center", "investors"}
    | {"investor-relations", "ir", "company-news", "corporate", "blog", "blogs"}
)


class Companies:
    """Tells of one draft's bare names whether they are a company's, and which one "the company" stands for."""

    def __init__(self, article: Article, attributions: Sequence[Attribution]) -> None:
        self._article = article
        self._resumed: dict[int, str] = {}  # where "the company" stands → its name
        self._called_it: set[str] = set()
        self._listed: set[tuple[int, str]] = set()  # well-known companies that were sources, and where
        before: Attribution | None = None
        for attribution in sorted(attributions, key=_where):
            mention = attribution.source
            if mention is None or not mention.spans:
                continue
            if mention.text.strip(" ,").casefold() in word_list("sources/companies"):
                self._listed.add((mention.spans[0].start, mention.text.strip(" ,")))
            if mention.refers_to and mention.text.casefold() in {"it", *_the_company()}:
                self._called_it.add(mention.refers_to)
            name = self._resumes(mention, before)
            if name:
                self._resumed[mention.spans[0].start] = name
            else:
                before = attribution
        self._told: dict[str, bool] = {}

    def stands_for(self, mention: Mention) -> str | None:
        """The company whose name "the company" or "it" takes up; None where that cannot be told."""
        if not mention.spans or mention.refers_to:
            return None
        start = mention.spans[0].start
        if start in self._resumed or mention.text.casefold() not in _the_company():
            return self._resumed.get(start)
        before = {match[1] for match in _described().finditer(self._article.text, 0, start)}
        before |= {name for at, name in self._listed if at < start}
        return before.pop() if len(before) == 1 else None

    def is_one(self, name: str) -> bool:
        """Whether the draft shows a bare name to be a company's. Who has a first name in it is none."""
        if name not in self._told:
            self._told[name] = self._is_one(name)
        return self._told[name]

    def _is_one(self, name: str) -> bool:
        words = name.split()
        if not _BARE_NAME.fullmatch(name) or words[0].casefold() in word_list("sources/given_names"):
            return False
        if name in self._called_it or name in self._resumed.values() or self._has_a_newsroom(name):
            return True
        text = self._article.text
        return name in text and not has_a_first_name(text, name) and _is_shown(name, text)

    def _resumes(self, mention: Mention, before: Attribution | None) -> str | None:
        """The bare name that was the source just before, with nobody and nothing else named in between."""
        words = mention.text.casefold()
        if before is None or before.source is None or mention.refers_to or words not in {"it", *_the_company()}:
            return None
        name = before.source.text.strip(" ,")
        start, end = before.source.spans[-1].end, mention.spans[0].start
        between = self._article.text[start:end]
        if not 0 < len(between) < _REACH or not name[:1].isupper() or not _BARE_NAME.fullmatch(name):
            return None
        told = before.venue.text if before.venue else ""  # "told Reuters" names nobody else who may be meant
        known = word_list("sources/calendar_words")
        others = [word for word in _CAPITAL.findall(between) if word not in told and name_key(word) not in known]
        if others or _OF_A_PERSON.search(between) or name.split()[0].casefold() in word_list("sources/given_names"):
            return None
        # "It" may be whatever was spoken of, unless the company speaks of itself as "it".
        return name if words != "it" or re.match(r"\W*\w+(?: that)? its? ", between) else None

    def _has_a_newsroom(self, name: str) -> bool:
        letters = name_key(name).replace(" ", "")
        return len(letters) > 3 and any(
            letters in host_of(link.url).replace("-", "").split(".") and is_a_newsroom(link.url)
            for link in self._article.links
        )


def is_a_newsroom(url: str) -> bool:
    """Whether a URL is of the pages where a company speaks for itself: its newsroom, its blog, its investors' pages."""
    folders = urlsplit(url).path.casefold().split("/")[1:4]
    return host_of(url).partition(".")[0] in _NEWSROOMS or not _NEWSROOMS.isdisjoint(folders)


def _where(attribution: Attribution) -> int:
    mention = attribution.source
    return mention.spans[0].start if mention and mention.spans else -1


@cache
def _the_company() -> frozenset[str]:
    return frozenset(f"the {noun}" for noun in word_list("sources/company_nouns"))


@cache
def _described() -> re.Pattern[str]:
    """A name and what it is: "Northwind, a kitchen retailer based in Leeds,"."""
    return re.compile(
        rf"(?<![\w-])([A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){{0,2}}), an? {_ADJECTIVES}(?:{_kinds()}){_AND_NO_MORE}"
    )


@cache
def _kinds() -> str:
    return "|".join(sorted(map(re.escape, word_list("sources/company_nouns"))))


def _is_shown(name: str, text: str) -> bool:
    """Whether the text says of a name what is said of a company and never of a person.

    Each place of the name is looked at, and not all the text for what might lead up to it.
    """
    it = re.escape(name)
    told = re.compile(rf"(?<![\w-]){it}{_told_after()}")
    whole, listed = re.compile(rf"{it}\b"), re.compile(rf"{it}(?=[,.;]| (?:said|says|announced|told)\b)")
    leads, kind = _leads(), re.compile(rf"\b(?:{_kinds()}) \Z")
    room = max(map(len, word_list("sources/company_nouns"))) + len(" shareholders called ")
    at = text.find(name)
    while at >= 0:
        begin = max(0, at - room)
        if (
            told.match(text, at)
            or (whole.match(text, at) and leads.search(text, begin, at))
            or (listed.match(text, at) and kind.search(text, begin, at))
        ):
            return True
        at = text.find(name, at + 1)
    return False


@cache
def _told_after() -> str:
    return (
        rf"(?:(?:['’]s?)? {_HEADS}\b|['’]s? {_SHARES}\b(?! (?:in|of)\b)|, which (?:also )?{_MAKES}\b| \({_LISTED}\b|"
        rf"(?:,| \(| —) (?:(?:an?|the|its) )?{_ADJECTIVES}(?:{_kinds()}){_AND_NO_MORE})"
    )


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?i:{_SHARES}) (?:of|in)|(?:subsidiary|unit|arm) of|(?:{_kinds()}) (?:called|named)) \Z")
