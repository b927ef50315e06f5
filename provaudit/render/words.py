"""What the formats call things: hands, outcomes, ends and counts in a newsroom's words."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from provaudit.model import (
    Article,
    Claim,
    Drift,
    DriftKind,
    End,
    Finding,
    Hop,
    Outcome,
    Outlet,
    Page,
    PassageStatus,
    Severity,
    Source,
    SourceKind,
    Tier,
)
from provaudit.render.inert import inert

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

_TIERS = {
    Tier.LINK: "a link",
    Tier.WORDPRESS: "the site's WordPress index",
    Tier.WAYBACK: "the Wayback Machine",
    Tier.SITEMAP: "the site's sitemap",
    Tier.FEED: "the site's feed",
    Tier.SEARCH: "a site search",
    Tier.GDELT: "GDELT",
}

_OUTCOMES = {
    Outcome.FOUND: "found",
    Outcome.NOT_FOUND: "not found",
    Outcome.BLOCKED_ROBOTS: "refused by robots.txt",
    Outcome.BLOCKED_BOT_WALL: "refused by a bot wall",
    Outcome.PAYWALLED: "behind a paywall",
    Outcome.SOFT_404: "gone, though the site answers",
    Outcome.GONE: "gone",
    Outcome.ARCHIVED_ONLY: "found in an archive only",
    Outcome.RATE_LIMITED: "refused: too many requests",
    Outcome.TIMEOUT: "no answer in time",
    Outcome.UNREACHABLE: "unreachable",
    Outcome.REFUSED_ADDRESS: "not asked: the address is private or not allowed",
    Outcome.NOT_FOLLOWED: "not followed",
    Outcome.ABSENT: "absent",
    Outcome.LIMIT: "not followed: a limit of this run was reached",
}

_ENDS = {
    End.ORIGIN: "origin",
    End.ANONYMOUS: "ends at an unnamed source",
    End.VAGUE: "ends at a vague source",
    End.NOT_FOUND: "ends here: not found upstream",
    End.DEAD: "ends here: the page is dead",
    End.REFUSED: "ends here: the page was refused",
    End.LOOP: "comes back to where it was: a loop",
    End.LIMIT: "ends here: a limit of this run was reached",
    End.NOT_FOLLOWED: "not followed",
}

# Ends that the outcome of the hop they stopped at tells already.
_STOPPED = frozenset({End.NOT_FOUND, End.DEAD, End.REFUSED, End.LIMIT, End.NOT_FOLLOWED})

_TOLD_APART = 3  # outlets of an ambiguous name that are listed

_REACHED = (Outcome.FOUND, Outcome.ARCHIVED_ONLY)

_STATUSES = {
    PassageStatus.EXACT: "same words",
    PassageStatus.NEAR: "nearly the same words",
    PassageStatus.ALTERED: "altered",
    PassageStatus.PARAPHRASE: "paraphrased",
    PassageStatus.ABSENT: "this claim was not found on the page",
}

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


def count(number: int, noun: str) -> str:
    """A number and its noun: `1 claim`, `3 claims`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def hand_word(hand: int | None) -> str:
    """The hand in words: `first-hand`, `second-hand` …, `12th-hand`, `unknown`."""
    if hand is None:
        return "unknown"
    return f"{_ORDINALS[hand - 1]}-hand" if hand <= len(_ORDINALS) else f"{hand}th-hand"


def hand_gap(claim: Claim) -> str | None:
    """The two figures where words and chain differ: `stated 2, traced 3`, or `3+` for a lower bound; else None."""
    if claim.traced is None or claim.traced == claim.stated:
        return None
    if not claim.complete and claim.stated is not None and claim.traced < claim.stated:
        return None  # a lower bound below what the draft itself admits says nothing
    stated = "unknown" if claim.stated is None else str(claim.stated)
    return f"stated {stated}, traced {claim.traced}{'' if claim.complete else '+'}"


def source_name(source: Source | None, fallback: str) -> str:
    """The name, with the outlet a person speaks for; the wording itself for sources that hide their name."""
    if source is None:
        return fallback
    if source.kind is SourceKind.ANONYMOUS and source.anonymity:
        return source.anonymity
    if source.outlet is not None and source.kind is not SourceKind.OUTLET and source.outlet.name != source.name:
        return f"{source.name} ({source.outlet.name})"
    return source.name


def found_through(hop: Hop) -> str | None:
    """The tier that gave the page, in words; None where none did."""
    tiers = [tried.tier for tried in hop.tried if tried.outcome in _REACHED]
    return _TIERS[tiers[-1]] if tiers else None


def how_found(hop: Hop, *, offline: bool = False) -> str:
    """How the search for a hop's page went: `found through a link`, `not found (tried link, feed)`, `gone`."""
    said = _OUTCOMES[hop.outcome]
    through = found_through(hop)
    if hop.outcome is Outcome.FOUND:
        return f"{said} through {through}" if through else "page reached"
    if hop.outcome is Outcome.NOT_FOLLOWED and offline:
        return f"{said} (offline)"
    asked = [tried.tier.value for tried in hop.tried if tried.outcome is not Outcome.ABSENT]
    if hop.outcome is Outcome.NOT_FOUND and asked:
        return f"{said} (tried {', '.join(asked)})"
    return f"{said} ({hop.detail})" if hop.detail and short_detail(hop) else said


def short_detail(hop: Hop) -> bool:
    """Whether a hop's detail is a remark ("404") and not an address, which needs a line of its own."""
    return len(hop.detail) <= 24


def hop_status(claim: Claim, hop: Hop, source: Source | None, *, offline: bool = False) -> str:
    """What to say behind a hop's name: how its page was found, and on the last one how the chain ended.

    Empty for a person or a document on the way, for whom nothing was looked up.
    """
    asked = hop.outcome is not Outcome.NOT_FOLLOWED or bool(hop.tried) or hop.page is not None
    outlet = source is not None and source.kind is SourceKind.OUTLET
    found = how_found(hop, offline=offline)
    if source is not None and source.candidates and source.outlet is None and hop.page is None:
        return f"{may_mean(source.candidates)}; {found}"
    ends_here = hop is claim.hops[-1]
    if ends_here and claim.end not in _STOPPED:
        return f"{_ENDS[claim.end]}, {found}" if asked else _ENDS[claim.end]
    if ends_here and hop.outcome in _REACHED and claim.end is not End.NOT_FOLLOWED:
        return f"{found}; {_ENDS[claim.end]}"
    if asked or outlet:
        return found
    told = any(other.outcome is not Outcome.FOUND for other in claim.hops if other is not hop)
    return _ENDS[claim.end] if ends_here and not told else ""


def may_mean(candidates: Sequence[Outlet]) -> str:
    """Whom an ambiguous name stands for: `may mean 9 outlets: The Times, The Seattle Times and 7 others`."""
    named = [outlet.name for outlet in candidates[:_TOLD_APART]]
    left = len(candidates) - len(named)
    listed = ", ".join(named) + (f" and {count(left, 'other')}" if left else "")
    return f"may mean {count(len(candidates), 'outlet')}: {listed}"


def end_word(end: End) -> str:
    """How a chain ended."""
    return _ENDS[end]


def status_word(status: PassageStatus) -> str:
    """How the upstream passage stands to the claim."""
    return _STATUSES[status]


def severity_word(severity: Severity) -> str:
    """What a reader calls a severity: `error`, `warning`, `info`."""
    return _SEVERITIES[severity]


def drift_sentence(drift: Drift, quotes: tuple[str, str]) -> str:
    """One difference in words: `drift in number: draft “14”, page “12”`."""
    draft, upstream = (f"{quotes[0]}{inert(words)}{quotes[1]}" for words in (drift.draft, drift.upstream))
    if drift.kind is DriftKind.TRUNCATION:
        return f"cut short: the page goes on {upstream}"
    kind = f"drift in {drift.kind.value}"
    if not drift.draft:
        return f"{kind}: the draft leaves out {upstream}"
    return f"{kind}: draft {draft}, page {upstream}" if drift.upstream else f"{kind}: the draft adds {draft}"


def page_line(page: Page) -> str:
    """Where the page is and when it came out: `2026-05-03, example.org/2026/fees`."""
    address = page.url.split("://", 1)[-1].rstrip("/")
    day = page.article.published[:10] if page.article.published else None
    return f"{day}, {address}" if day else address


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """The gravest first, then in the order of the draft."""
    return sorted(findings, key=lambda finding: (finding.severity.rank, finding.place, finding.rule))


def article_name(article: Article, root: str | None = None) -> str:
    """The path the user knows the draft by, relative to `root` where it lies inside, with forward slashes."""
    if article.path is None:
        return article.url or "stdin"
    path = article.path
    if root is not None and os.path.isabs(path):  # noqa: PTH117 -- text only: a renderer looks at no disk
        relative = os.path.relpath(path, root)
        path = path if relative.startswith("..") else relative
    return PurePath(path).as_posix()
