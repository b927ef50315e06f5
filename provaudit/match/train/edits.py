"""Claims made from faithful ones by changing one thing: what the second reader is taught beside the pairs people wrote.

Each change takes a claim and leaves another with a label of drift, or nothing where the claim has no place for it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from provaudit.match import lexicon
from provaudit.match.naming import names
from provaudit.match.reading import read_claim
from provaudit.match.stems import stem

Change = Callable[[str, Sequence[str], random.Random], str | None]  # a claim, its page's names, chance -> a claim

_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_SCALES = ("hundred", "thousand", "million", "billion")
_LENGTHS = ("hours", "days", "weeks", "months", "years")
_WRITTEN: tuple[tuple[str, ...], ...] = (_WORDS, _ORDINALS, _SCALES, _LENGTHS)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_DIGITS = re.compile(r"(?<![\w.,:/-])\d[\d,]*(?:\.\d+)?(?![\w:/]|[.,]\d)")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TIMES: tuple[tuple[str, ...], ...] = (
    _MONTHS,
    _DAYS,
    ("spring", "summer", "autumn", "winter"),
    ("yesterday", "today", "tomorrow"),
    ("morning", "afternoon", "evening", "night"),
    ("last week", "this week", "last month", "this month", "last year", "this year", "next year"),
)
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do|should|must)\b")
_DENIAL = re.compile(r"(?<=[a-z])n['’]t\b| not\b| never\b")
_PARTICIPLE = re.compile(r"\b(?:was|were|is|are|has|have|had)\b(?! not)")
_LOSSES = (
    (re.compile(r"\b(?:allegedly|reportedly|probably|possibly|apparently|perhaps|likely) "), ""),
    (re.compile(r"\b(?:may|might|could) have been\b"), "was"),
    (re.compile(r"\b(?:may|might|could)\b(?! have)"), "will"),
    (re.compile(r"\b(?:is|are) (?:expected|likely|thought|believed|planning|hoping|considering) to\b"), "will"),
    (re.compile(r"\b(?:hopes|plans|aims|intends|wants) to\b"), "will"),
)
_GAINS = ("allegedly", "reportedly", "probably", "may have", "is said to have")


def number(claim: str, _names: Sequence[str], chance: random.Random) -> str | None:
    """Another amount or unit of time in the place of one."""
    places = [found for found in _DIGITS.finditer(claim) if not _YEAR.fullmatch(found.group())]
    for group in _WRITTEN:
        places += list(re.finditer(rf"\b(?:{'|'.join(group)})\b", claim))
    if not places:
        return None
    found = chance.choice(places)
    old = found.group()
    written = next((group for group in _WRITTEN if old in group), ())
    new = chance.choice([one for one in written if one != old]) if written else _other_digits(old, chance)
    return claim[: found.start()] + new + claim[found.end() :] if new != old else None


def _other_digits(old: str, chance: random.Random) -> str:
    value = float(old.replace(",", ""))
    places = len(old.split(".")[1]) if "." in old else 0
    new = chance.choice([value * 2, value * 10, value / 2, value + 1 + value // 10, value * 0.7, value * 1.3])
    if chance.random() < 0.3 and len(old) > 1 and old[0] != old[1] and old.isdigit():
        return old[1] + old[0] + old[2:]  # 45 for 54
    return f"{new:,.{places}f}" if "," in old else f"{new:.{places}f}"


def date(claim: str, _names: Sequence[str], chance: random.Random) -> str | None:
    """Another month, weekday, year, season or part of the day in the place of one."""
    places = [(found, group) for group in _TIMES for found in re.finditer(rf"\b(?:{'|'.join(group)})\b", claim)]
    years = [
        (found, tuple(str(int(found.group()) + step) for step in (-3, -2, -1, 1, 2))) for found in _YEAR.finditer(claim)
    ]
    if not (places + years):
        return None
    found, group = chance.choice(places + years)
    new = chance.choice([one for one in group if one != found.group()])
    return claim[: found.start()] + new + claim[found.end() :]


def name(claim: str, others: Sequence[str], chance: random.Random) -> str | None:
    """Another name of the page in the place of one."""
    reading = read_claim(claim)
    ours = [found for found in names(reading) if reading.raw(found.start)[0].isupper()]
    if not ours:
        return None
    found = chance.choice(ours)
    old = reading.words(found.start, found.end)
    known = {stem(form) for form in reading.forms}
    fitting = [one for one in others if _fits(one, old) and known.isdisjoint(map(stem, one.lower().split()))]
    if not fitting:
        return None
    start, end = reading.span(found.start, found.end)
    return claim[:start] + chance.choice(fitting) + claim[end:]


def _fits(new: str, old: str) -> bool:
    """Whether a name may stand where another did: as many words or one more or less, no time, no possessive."""
    timed = any(new.startswith(word[:3]) for word in (*_MONTHS, *_DAYS))
    return abs(len(new.split()) - len(old.split())) < 2 and not timed and "'" not in new and "’" not in new


def negation(claim: str, _names: Sequence[str], chance: random.Random) -> str | None:
    """A denial put in or taken out, or a word's opposite in its place."""
    denials = list(_DENIAL.finditer(claim))
    if denials:
        found = chance.choice(denials)
        return claim[: found.start()] + claim[found.end() :] if not found.group().startswith("n") else None
    contrary = _contrary(claim, chance) if chance.random() < 0.6 else None
    if contrary is not None:
        return contrary
    places = list(_AUXILIARY.finditer(claim))
    if not places:
        return None
    found = places[0]
    word = "never" if found.group() in {"has", "have", "had"} and chance.random() < 0.3 else "not"
    return f"{claim[: found.end()]} {word}{claim[found.end() :]}"


def _contrary(claim: str, chance: random.Random) -> str | None:
    found = [(word, base, form) for word in re.finditer(r"\b[a-z]{3,}\b", claim) for base, form in _based(word.group())]
    if not found:
        return None
    word, base, form = chance.choice(found)
    new = _formed(chance.choice(_opposites()[base]), form)
    return claim[: word.start()] + new + claim[word.end() :] if new else None


def _based(word: str) -> list[tuple[str, str]]:
    """The listed word that this one is a form of, and which: "", "s", "ed" or "ing"."""
    if word in _opposites():
        return [(word, "")]
    past = lexicon.table("irregular").get(word)
    if past in _opposites() and not word.endswith(("ing", "s")):
        return [(past, "ed")]
    base = _by_stem().get(stem(word))
    form = next((ending for ending in ("ing", "ed", "s") if word.endswith(ending)), None)
    return [(base, form)] if base and form else []


def _formed(base: str, form: str) -> str | None:
    if form == "ed":
        return _pasts().get(base) or (
            base + "d" if base.endswith("e") else base[:-1] + "ied" if re.search("[^aeiou]y$", base) else base + "ed"
        )
    if form == "ing":
        return base[:-1] + "ing" if re.search("[^e]e$", base) else base + "ing"
    if form == "s":
        return (
            base + "es"
            if base.endswith(("s", "x", "sh", "ch"))
            else base[:-1] + "ies"
            if re.search("[^aeiou]y$", base)
            else base + "s"
        )
    return base


@lru_cache(maxsize=1)
def _opposites() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for line in lexicon.lines("opposites"):
        one, other = (side.split() for side in line.split("/"))
        for mine, theirs in ((one, other), (other, one)):
            for word in mine:
                table.setdefault(word, []).extend(theirs)
    return table


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, str]:
    return {stem(word): word for word in _opposites()}


@lru_cache(maxsize=1)
def _pasts() -> dict[str, str]:
    return {base: form for form, base in lexicon.table("irregular").items() if not form.endswith(("ing", "s"))}


def hedge(claim: str, _names: Sequence[str], chance: random.Random) -> str | None:
    """A doubt put in or taken out."""
    for pattern, put in chance.sample(_LOSSES, len(_LOSSES)):
        if pattern.search(claim):
            return pattern.sub(put, claim, count=1)
    places = list(_PARTICIPLE.finditer(claim))
    if not places:
        return claim.replace(" will ", " may ", 1) if " will " in claim else None
    found = places[0]
    gain = chance.choice(_GAINS[:3])
    if found.group() in {"has", "have", "had"} and chance.random() < 0.5:
        return f"{claim[: found.start()]}may have{claim[found.end() :]}"
    return f"{claim[: found.end()]} {gain}{claim[found.end() :]}"


CHANGES: dict[str, Change] = {"number": number, "date": date, "name": name, "negation": negation, "hedge": hedge}
