"""What to search a claim by: its names, numbers, quoted and rare words, the telling ones first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from provaudit.model import Outlet, Wanted

_WORD = re.compile(r"\d[\d.,]*\d|\d+|[^\W\d_]+(?:['’][^\W\d_]+)*")
_DATA = Path(__file__).parent.parent / "data"
_QUOTE_MARKS = "\"'“”‘’«»„"


@dataclass(frozen=True, slots=True)
class Term:
    """A word to search by. `key` is its plain spelling (lower case, no accents), `weight` how telling it is."""

    word: str
    key: str
    weight: float


def search_terms(wanted: Wanted) -> tuple[Term, ...]:
    """The claim's telling words and its speaker's surname, most telling first, each once.

    The outlet's own names are left out.

    A name weighs most (3 and up), then a number that is no year (2 and up), a quoted word (1.5 and up) and any other
    word (1 and up): the longer a word, the rarer it is taken to be. Words that all news uses are left out.
    """
    shunned = _common(wanted.language) | _names_of(wanted.outlet)
    quoted = {plain(word) for quotation in wanted.quotations for word in _WORD.findall(quotation)}
    found: dict[str, Term] = {}
    # A page that holds the words names who said them, at least by the surname.
    speaker = f"by {wanted.speaker.split()[-1]}" if wanted.speaker and wanted.speaker.split() else ""
    for text in (wanted.text, *wanted.quotations, speaker):
        for match in _WORD.finditer(text):
            word = re.sub(r"['’]s$", "", match[0])
            key = plain(word)
            if key in shunned or len(key) < 2:
                continue
            weight = _weight(text, match, word, quoted)
            if weight and (key not in found or found[key].weight < weight):
                found[key] = Term(word, key, weight)
    return tuple(sorted(found.values(), key=lambda term: -term.weight))


def phrase_of(wanted: Wanted) -> str | None:
    """The longest quotation's first eight words, for services that find exact phrases; None where all are short."""
    longest = max(wanted.quotations, key=len, default="")
    words = re.split(r"\s+", re.split(r"…|\.\.\.|\[", longest)[0].strip(_QUOTE_MARKS + " .,;:"))
    return " ".join(words[:8]) if len(words) >= 4 else None


def plain(word: str) -> str:
    """Lower case, accents and possessives dropped: the spelling that addresses use."""
    decomposed = unicodedata.normalize("NFKD", re.sub(r"['’]s$", "", word))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()


def words_in(text: str) -> frozenset[str]:
    """The plain words and numbers of a title, an address or a text, with simple plurals brought to the singular."""
    return frozenset(singular(plain(word)) for word in _WORD.findall(text))


def singular(word: str) -> str:
    """The word without a plural's s; good enough to compare two words, not to print one."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _weight(text: str, match: re.Match[str], word: str, quoted: Collection[str]) -> float:
    if word[0].isdigit():
        if re.fullmatch(r"(?:19|20)\d\d", word):
            return 0.8
        return 2.0 + 0.5 * (len(word) > 2) if len(word) > 1 else 0.0
    rarity = min(len(word), 12) / 12
    # A sentence's first word is a name where another one follows it ("Ada Lund said").
    followed = re.match(r"\s+[A-Z]", text[match.end() :])
    if word[0].isupper() and (followed or not _starts_sentence(text, match.start())):
        return 3.0 + rarity
    if len(word) < 4:
        return 0.0
    return (1.5 if plain(word) in quoted else 1.0) + rarity


def _starts_sentence(text: str, offset: int) -> bool:
    before = text[:offset].rstrip(_QUOTE_MARKS + "([ \t\n")
    return not before or before[-1] in ".!?…:"


def _names_of(outlet: Outlet | None) -> frozenset[str]:
    if outlet is None:
        return frozenset()
    names = (outlet.name, *outlet.aliases, *outlet.handles, outlet.id)
    return frozenset(plain(word) for name in names for word in _WORD.findall(name))


@cache
def _common(language: str | None) -> frozenset[str]:
    own = f"stopwords_{(language or 'en')[:2].lower()}.txt"
    lists = ("search_common_words.txt", own) if (_DATA / own).is_file() else ("search_common_words.txt",)
    return frozenset(plain(word) for name in lists for word in (_DATA / name).read_text(encoding="utf-8").split())
