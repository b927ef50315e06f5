"""A search upstream, worked out once for all tiers: where to look, by which words, between which dates; and ranking."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import unquote, urlsplit

from provaudit.model import Candidate, Lead, Outlet, OutletKind, Tier, Wanted
from provaudit.trace.terms import Term, phrase_of, search_terms, singular, words_in
from provaudit.trace.urls import canonical, registrable

#: Days by which a search looks beyond the dates hinted at: pages are dated in other time zones, and updated.
SLACK = 2
MAX_HOSTS = 2
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])(?:[/_-]?(0[1-9]|[12]\d|3[01]))?(?!\d)")


@dataclass(frozen=True, slots=True)
class Search:
    """What tiers go by. `hosts` are the outlet's domains at the time, `after` and `before` bound publication."""

    wanted: Wanted
    terms: tuple[Term, ...]
    phrase: str | None
    hosts: tuple[str, ...]
    after: date | None
    before: date | None


def search_for(wanted: Wanted) -> Search:
    """The search that a wish comes down to. Dates that cannot be read count as no hint."""
    after, before = _day(wanted.after), _day(wanted.before)
    if after and before and after > before:
        after, before = before, after
    return Search(
        wanted,
        search_terms(wanted),
        phrase_of(wanted),
        _hosts(wanted.outlet, wanted.after, wanted.before),
        after - timedelta(days=SLACK) if after else None,
        before + timedelta(days=SLACK) if before else None,
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A page some tier heard of, before it is ranked. `text` is whatever the tier gave of its words."""

    url: str
    title: str | None = None
    published: str | None = None
    text: str = ""


def ranked(search: Search, tier: Tier, reason: str, found: Iterable[Found], limit: int) -> tuple[Candidate, ...]:
    """The best candidates, best first: those with enough of the claim's words in title, address and text.

    A page published outside the bounds is left out; one without a date is kept, behind equals that have one.
    """
    best: dict[str, Candidate] = {}
    for page in found:
        published = page.published or date_in(page.url)
        if not in_time(search, published):
            continue
        score = _score(search, page) + (0.05 if published else 0.0)
        url = canonical(page.url)
        candidate = Candidate(url, tier, reason, round(score, 4), page.title, published)
        if score >= 0.15 and (url not in best or best[url].score < candidate.score):
            best[url] = candidate
    return tuple(sorted(best.values(), key=lambda candidate: (-candidate.score, candidate.url))[:limit])


def first_good(leads: Iterable[Lead]) -> Lead | None:
    """The first lead that has candidates, else the first; the rest is not asked for."""
    first = None
    for lead in leads:
        if lead.candidates:
            return lead
        first = first or lead
    return first


def in_time(search: Search, published: str | None) -> bool:
    """Whether a date of any precision may lie between the bounds; one that is not known may."""
    first, last = _span(published)
    if first is None or last is None:
        return True
    return not ((search.after and last < search.after) or (search.before and first > search.before))


def date_in(url: str) -> str | None:
    """The date an address carries (`/2016/05/12/…`), as precise as it is; None where it carries none."""
    found = _IN_ADDRESS.search(urlsplit(url).path)
    return "-".join(part for part in found.groups() if part) if found else None


def slug_words(url: str) -> frozenset[str]:
    """The words of an address's path."""
    return words_in(re.sub(r"[-_/+.]", " ", unquote(urlsplit(url).path)))


def _score(search: Search, page: Found) -> float:
    """The share of the claim's weight that the page shows: its title and address count whole, its text by half.

    With a tenth more where a quotation stands in the text word for word.
    """
    total = sum(term.weight for term in search.terms)
    if not total:
        return 0.2
    head = slug_words(page.url) | words_in(page.title or "")
    body = words_in(page.text)
    score = sum(
        term.weight * (1.0 if singular(term.key) in head else 0.5) for term in search.terms
        if singular(term.key) in head or singular(term.key) in body
    )  # fmt: skip
    exact = bool(search.phrase) and " ".join(str(search.phrase).lower().split()) in " ".join(page.text.lower().split())
    # A title holds a few of a claim's words at most; a handful of them is as good as a title gets.
    return min(1.0, score / min(total, 12.0)) + (0.5 if exact else 0.0) + _same_story(search.wanted.title, head)


def _same_story(title: str | None, head: frozenset[str]) -> float:
    """Up to 0.5 for a page whose title or address carries most of the headline the search starts from (wire copy)."""
    words = frozenset(singular(word) for word in words_in(title or "") if len(word) > 3)
    if len(words) < 3:
        return 0.0
    share = len(words & frozenset(singular(word) for word in head)) / len(words)
    return 0.5 * share if share >= 0.5 else 0.0


def _span(published: str | None) -> tuple[date | None, date | None]:
    """The first and last day that a date of any precision may mean."""
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", published or "")
    if not found:
        return None, None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 1, month or 1, day or 1)
        if day:
            return first, first
        later = date(first.year + (1 if not month or month == 12 else 0), (month or 12) % 12 + 1, 1)
    except ValueError:
        return None, None
    return first, later - timedelta(days=1)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _hosts(outlet: Outlet | None, after: str | None, before: str | None) -> tuple[str, ...]:
    """The domain an outlet publishes on, and those it used to, between the dates; a platform is not searched.

    Beside its first one, a domain without dates is a second address or a link shortener, and is not asked.
    """
    if outlet is None or outlet.kind is OutletKind.PLATFORM:
        return ()
    dated = [entry for number, entry in enumerate(outlet.domains) if not number or entry.since or entry.until]
    entries = sorted(dated, key=lambda entry: entry.until is not None)
    kept = [
        entry.domain
        for entry in entries
        if not (entry.until and after and entry.until < after) and not (entry.since and before and entry.since > before)
    ]
    found = [domain.partition("/")[0] for domain in kept or [entry.domain for entry in entries]]
    return tuple(dict.fromkeys(host for host in found if registrable(host)))[:MAX_HOSTS]
