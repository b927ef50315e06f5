"""What a draft says around a quotation, in its own words: looked for apart, since the page may say it elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from provaudit.match.findings import Search
from provaudit.match.naming import Name, names
from provaudit.match.own_words import standing
from provaudit.match.passages import shortlist
from provaudit.match.quotations import Find
from provaudit.match.reading import Reading, read_claim
from provaudit.match.speaker import named_in
from provaudit.model import AttributionKind, Drift, DriftKind, Match, PassageStatus, Statement

_FEWEST = 3  # content words around a quotation that make a statement of their own
_MARKS = "\"“”„«»'‘’"
_PARTS = re.compile(r"\s…\s|,\s(?=(?:who|which|whose|where)\b)")
_NEAR = 6  # sentences before and behind a quotation in which its speaker is named, if at all


def beside_quotations(search: Search, found: Match, finds: tuple[Find, ...]) -> Match:
    """The match of a claim's quotations, with what the page says otherwise of the words around them."""
    around = _around(search.statement)
    claim = read_claim(around)
    rest = claim.content(0, len(claim))
    drift = list(_another_speaker(search, claim, found, finds))
    if len(rest) >= _FEWEST:
        told = {one.kind for one in (*found.drift, *drift)} | {DriftKind.TRUNCATION}
        for part in dict.fromkeys((around, *_PARTS.split(around))):
            new = [one for one in _otherwise(search, part) if one.kind not in told]
            drift += new
            told |= {one.kind for one in new}
    return _with(found, drift, own_words=len(rest) >= _FEWEST)


def _around(statement: Statement) -> str:
    """The claim's text without its quotations."""
    text = statement.text
    for quotation in sorted(statement.quotations, key=len, reverse=True):
        text = re.sub(f"[{_MARKS}]?{re.escape(quotation)}[,.]?[{_MARKS}]?", " … ", text, count=1)
    return text.strip(" …")


def _otherwise(search: Search, words: str) -> tuple[Drift, ...]:
    """The facts of some words of the draft that the page has otherwise, where it has them at all."""
    claim = read_claim(words)
    if len(claim.content(0, len(claim))) < _FEWEST:
        return ()
    statement = replace(search.statement, text=words, kind=AttributionKind.INDIRECT, quotations=())
    apart = replace(search, statement=statement, claim=claim, reads=None)
    place, _ = standing(apart, shortlist(claim, search.page))
    return place.match.drift if place else ()


def _another_speaker(search: Search, claim: Reading, found: Match, finds: tuple[Find, ...]) -> Iterator[Drift]:
    """The person the draft names beside its quotation, where the page has it of another person."""
    said = named_in(claim.text)
    mine = _as_names(said) if said and _is_person(claim.text, said) else []
    if said is None or not mine or _among(mine, names(search.page, *_sentences_of(search.page, finds))):
        return
    shown = found.speaker
    if shown is None:
        near = list(_named_near(search.page, finds))
        if _among(mine, near):
            return
        full = [search.page.words(name.start, name.end) for name in near if len(name.keys) > 1]
        shown = _said_before(search.page, finds) or next(iter(full[-1:]), "")
    theirs = _as_names(shown)
    if theirs and not _among(mine, theirs):
        yield Drift(DriftKind.NAME, said, shown)


def _is_person(text: str, name: str) -> bool:
    """Whether a name beside a quotation may be a person's: no article, no acronym, no possessive."""
    return not (name.isupper() or name.endswith(("'s", "’s")) or f"the {name}".lower() in text.lower())


def _as_names(words: str) -> list[Name]:
    """The names of some words that stand alone, as inside a sentence."""
    return names(read_claim(f"so says {words}")) if words else []


def _among(mine: list[Name], theirs: list[Name]) -> bool:
    return any(name.same(other) for name in mine for other in theirs)


def _sentences_of(page: Reading, finds: tuple[Find, ...]) -> tuple[int, int]:
    """The words of the sentences in which the quotations stand."""
    first, last = page.sentence_of(finds[0].first), page.sentence_of(finds[-1].last - 1)
    return page.within(first, last + 1)


def _said_before(page: Reading, finds: tuple[Find, ...]) -> str:
    """Who is named as speaking in the two sentences before a quotation of which only a pronoun tells the speaker."""
    number = page.sentence_of(finds[0].first)
    for before in range(number - 1, max(-1, number - 3), -1):
        said = named_in(page.words(*page.sentences[before]))
        if said:
            return said
    return ""


def _named_near(page: Reading, finds: tuple[Find, ...]) -> Iterator[Name]:
    """The names in the sentences around the quotations."""
    first, last = page.sentence_of(finds[0].first), page.sentence_of(finds[-1].last - 1)
    stop = page.sentences[min(len(page.sentences) - 1, last + 1)][1]
    start = page.sentences[max(0, first - _NEAR)][0]
    yield from names(page, finds[-1].last, stop)
    yield from names(page, start, finds[0].first)


def _with(found: Match, drift: list[Drift], *, own_words: bool) -> Match:
    passage = found.passage
    if drift:
        passage = replace(passage, status=PassageStatus.ALTERED)
    elif own_words and passage.status in (PassageStatus.EXACT, PassageStatus.NEAR):
        passage = replace(passage, status=PassageStatus.PARAPHRASE)
    return replace(found, passage=passage, drift=(*found.drift, *drift))
