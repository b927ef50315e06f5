"""One draft, from its text to its audit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from provaudit.audit.desk import Desk, Reading, reading
from provaudit.chain import claims_of, with_chains
from provaudit.model import Article, Audit, Case, Claim, End, Finding, GroupVoices, Source, Suppressed, Upstream

if TYPE_CHECKING:
    from threading import Event

    from provaudit.trace import Tracer


class Interrupted(KeyboardInterrupt):
    """The walk was interrupted; `audit` holds what was found so far."""

    def __init__(self, audit: Audit) -> None:
        super().__init__()
        self.audit = audit


def all_rules(case: Case) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Judge a case by every rule, and switch nothing off."""
    from provaudit.rules import judge

    return judge(case), ()


Judge = Callable[[Case], tuple[tuple[Finding, ...], tuple[Suppressed, ...]]]
Tell = Callable[[str], None]

UNREACHED = frozenset({End.DEAD, End.REFUSED, End.LIMIT})


def audit(
    article: Article,
    desk: Desk,
    tracer: Tracer | None = None,
    *,
    max_depth: int = 5,
    judged: Judge = all_rules,
    tell: Tell = lambda _line: None,
    stop: Event | None = None,
) -> Audit:
    """Audit one draft; without a tracer nothing is followed. `tell` hears of each claim that is done.

    Raises `Interrupted`, with the audit so far, where the user breaks in while claims are followed, or `stop` is set.
    """
    read = reading(article, desk)
    sources = {source.id: source for source in read.sources}
    claims = claims_of(article, read.attributions, sources, read.publisher)
    listed: Sequence[Source] = read.sources
    if tracer is None or not claims:
        return _judged(read, claims, listed, {}, judged)
    # Only a run that follows anything pays for the web's modules.
    from provaudit.audit.upstream import Upstreams, follow_all

    upstreams = Upstreams(desk, tracer, max_depth)
    chains = follow_all(read, claims, upstreams, tell, stop)
    claims, listed = with_chains(claims, chains, read.sources, read.publisher)
    done = _judged(read, claims, listed, upstreams.seen, judged)
    if upstreams.interrupted:
        raise Interrupted(done)
    return done


def _judged(
    read: Reading,
    claims: tuple[Claim, ...],
    listed: Sequence[Source],
    seen: Mapping[str, Upstream],
    judged: Judge,
) -> Audit:
    # `extract` comes through this room, too, and judges nothing.
    from provaudit.independence import by_group, first_published, forward_edges, independence

    by_id = {source.id: source for source in listed}
    claims = tuple(replace(claim, first_published=first_published(claim)) for claim in claims)
    voices = replace(
        independence(claims, by_id, seen, read.publisher),
        groups=tuple(
            GroupVoices(group, heard.outlets_cited, heard.lower, heard.upper)
            for group, heard in by_group(claims, by_id, seen, read.publisher)
            if len(group) > 1
        ),
        forward=forward_edges(claims, read.article.published),
    )
    case = Case(read.article, by_id, read.attributions, claims, voices, read.publisher, seen)
    findings, suppressed = judged(case)
    return Audit(
        article=read.article,
        sources=tuple(listed),
        attributions=read.attributions,
        claims=claims,
        independence=voices,
        findings=findings,
        suppressed=suppressed,
        unreachable=tuple(claim.id for claim in claims if claim.end in UNREACHED),
    )
