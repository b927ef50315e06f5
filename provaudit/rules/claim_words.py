"""What a claim is about: figures, allegations, and whether two claims say the same."""

import re
from functools import cache, lru_cache
from typing import Final

from provaudit.model import Claim
from provaudit.rules.words import any_of, word_list

_SCALE: Final = r"(?:hundred|thousand|million|billion|trillion|bn|m|mn|dozen)"
_PER_CENT: Final = r"(?:percent(?:age\s+points?)?|per\s?cent|%)"
_MONEY: Final = rf"(?:[$€£¥]|US\$|C\$|A\$)\s?\d[\d,.]*(?:\s?{_SCALE}(?!\w))?"
_NUMBER: Final = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)"
)
_SHARE: Final = (
    rf"\b(?:{_NUMBER}|half|\d+)\s+(?:in|out\s+of)\s+(?:every\s+)?(?:{_NUMBER}|\d+)\b(?!\s+(?:years|days|weeks|months|hours))|"
    r"\b(?:one|two|three|four)-(?:thirds?|quarters?|fifths?|sixths?|tenths?)\b|\bhalf\s+of\b"
)
_LABELLED = re.compile(
    r"\b(?:aged?|No\.|number|Route|Highway|Section|Article|Chapter|Room|Title|Flight|Boeing|Rule|Psalm|Channel|page|"
    r"Jan\.|Feb\.|March|April|May|June|July|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.|January|February|August|September|October|"
    r"November|December)\s+$"
)
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d,.]*")


def figures(words: str) -> list[re.Match[str]]:
    """Counts, shares, amounts and rates; no dates, ages, clock times or scores."""
    return [match for match in _figure().finditer(words) if _is_figure(words, match)]


def allegations(words: str, *lists: str) -> list[re.Match[str]]:
    """Words of crime, misconduct, abuse and fraud; with the list "deaths" of death too."""
    return [match for match in _allegation("allegations", *lists).finditer(words) if not _in_a_name(words, match)]


@cache
def _figure() -> re.Pattern[str]:
    things = rf"(?:[a-z]+s|{any_of('counted_plurals')})"
    count = (
        r"(?<![\w.,$€£#§/:–-])(?P<count>\d{1,3}(?:,\d{3})+|\d{2,}|\d\.\d+)\s+"
        rf"(?-i:(?P<noun>{things}|[a-z]+\s+{things})\b)"
    )
    return re.compile(
        rf"{_MONEY}|\b\d[\d,.]*[\s-]?(?:{_PER_CENT}|{_SCALE})(?!\w)|"
        rf"\b(?:{_NUMBER}|an?|several|half\s+a)\s+(?:{_PER_CENT}|{_SCALE})\b|"
        rf"\b(?:hundreds|thousands|millions|billions|dozens|scores)\s+of\b|{_SHARE}|{count}",
        re.IGNORECASE,
    )


@cache
def _allegation(*lists: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of(*lists)}(?![\w-])", re.IGNORECASE)


def says_the_same(one: Claim, other: Claim) -> bool:
    """Whether most content words of the shorter claim, and its every figure, stand in the other too."""
    if one.spans == other.spans:  # "A reported, and B confirmed, that …"
        return True
    mine, theirs = _stems(one.text), _stems(other.text)
    fewer, more = sorted((mine, theirs), key=len)
    if len(fewer) < 3:
        return False
    numbers = {word for word in fewer if word[0].isdigit()}
    return numbers <= more and len(fewer & more) / len(fewer) >= 0.6


def _is_figure(words: str, match: re.Match[str]) -> bool:
    noun = match["noun"]
    if noun is None:
        return True
    if _LABELLED.search(words[: match.start()]) or _YEAR.fullmatch(match["count"]):
        return False
    # Counted in years or points a number is an age, a stretch of time or a score.
    return not any(word in word_list("not_counted") for word in match.group().casefold().split())


def _in_a_name(words: str, match: re.Match[str]) -> bool:
    """Whether the word is part of a name: "the Trafficking Victims Act", "Serious Fraud Office"."""
    if not match.group()[0].isupper():
        return False
    around = words[: match.start()].split()[-1:] + words[match.end() :].split()[:1]
    return any(word[0].isupper() for word in around)


@lru_cache(maxsize=8192)
def _stems(words: str) -> frozenset[str]:
    """The first five letters of each content word, and figures as they stand; the month of May is a content word."""
    small = word_list("small_words")
    found = (word.rstrip(".,") for word in _WORD.findall(words))
    kept = (word.casefold() for word in found if word == "May" or word.casefold() not in small)
    return frozenset(word if word[0].isdigit() else word[:5] for word in kept)
