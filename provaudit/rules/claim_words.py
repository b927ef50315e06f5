"""What a claim is about: figures, allegations, and whether two claims say the same."""

import re
from functools import cache
from typing import Final

from provaudit.model import Claim
from provaudit.rules.words import any_of, word_list

_SCALE: Final = r"(?:hundred|thousand|million|billion|trillion|bn|mn?|dozen)"
_UNIT: Final = rf"(?:percent(?:age)?(?:\s+points?)?|per\s?cent|%|{_SCALE}s?)"
_MONEY: Final = r"(?:[$€£¥]|US\$|C\$|A\$)\s?\d[\d,.]*"
_WORDS: Final = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)"
)
_SHARE: Final = (
    rf"(?:{_WORDS}|one|half|\d+)\s+(?:in|out\s+of)\s+(?:{_WORDS}|\d+|every)\b|(?:two|three|one|four)-(?:thirds?|quarters?|fifths?|tenths?)|"
    r"\bhalf\s+(?:of|the)\b|\bmajority\s+of\b"
)
_COUNT: Final = r"(?<![\w.,$€£#§/:–-])(?:\d{1,3}(?:,\d{3})+|\d{2,}|\d\.\d+)\s+(?:\w+\s+)?(?P<noun>[a-z]+)\b"
_FIGURE = re.compile(
    rf"{_MONEY}|\d[\d,.]*[\s-]?{_UNIT}(?!\w)|(?:{_WORDS}|one|a|several|few|half\s+a)\s+(?:{_UNIT})\b|"
    rf"(?:hundreds|thousands|millions|billions|dozens|scores)\s+of\b|{_SHARE}|{_COUNT}",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d,.]*")


def figures(words: str) -> list[re.Match[str]]:
    """Counts, shares, amounts and rates; no dates, ages, clock times or scores."""
    return [match for match in _FIGURE.finditer(words) if _is_figure(words, match)]


def has_figure(words: str) -> bool:
    """Whether the words hold a figure."""
    return bool(figures(words))


def allegations(words: str, *lists: str) -> list[re.Match[str]]:
    """Words of crime, misconduct, abuse and fraud; with the list "deaths" of death too."""
    return list(_allegation("allegations", *lists).finditer(words))


@cache
def _allegation(*lists: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of(*lists)}(?![\w-])", re.IGNORECASE)


def says_the_same(one: Claim, other: Claim) -> bool:
    """Whether most content words of the shorter claim, and its every figure, stand in the other too."""
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
    if re.search(
        r"(?:\b(?:aged?|No\.|number|Route|Highway|Section|Article|Chapter|Room|Title|Flight|Boeing|Rule)\s+)$",
        words[: match.start()],
    ):
        return False
    # Counted in years or points a number is an age, a stretch of time or a score.
    if noun.casefold() in word_list("not_counted"):
        return False
    return noun.endswith("s") or noun in word_list("counted_plurals")


def _stems(words: str) -> frozenset[str]:
    small = word_list("small_words")
    found = (word.casefold().rstrip(".,") for word in _WORD.findall(words))
    return frozenset(word if word[0].isdigit() else word[:5] for word in found if word not in small)
