"""PC502 false-independence: several outlets are cited, and they share one origin.

What it flags
    Two or more cited outlets whose pages were followed to the same origin, or whose pages are one text under several
    mastheads.

Why it matters
    "Both the Ledger and the Courier report" sounds like two who found out. It is one, heard twice.

Guideline
    Washington Post, "Policies and Standards": that several outlets report it is not proof.

Flagged
    The plant will close in May, the Ledger and the Courier report, and both pages carry one AP story.

Passes
    The plant will close in May, the Ledger reports, citing its manager, and the Courier, citing the notice on the gate.

What to do
    Credit the one origin, and do not count the others as confirmation.
"""

from collections.abc import Iterator, Sequence

from provaudit.model import Case, Claim, Hop, Outlet, Severity, SourceKind
from provaudit.rules.claim_words import says_the_same
from provaudit.rules.credits import nest, outlets_of, sources_of
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.upstream import evidence, landed


def _check(case: Case) -> Iterator[Remark]:
    found = [*_by_text(case), *_by_origin(case)]
    told: set[str] = set()
    for outlets, claims, origin in found:
        if not told & {claim.id for claim in claims}:
            told |= {claim.id for claim in claims}
            yield _remark(outlets, claims, origin)
    voices = case.independence
    followed = [claim for claim in case.claims if landed(claim)]
    if not found and followed and voices.outlets_cited >= 2 and voices.upper == 1:
        message = f"{voices.outlets_cited} outlets are cited, and all go back to one origin: that confirms nothing"
        yield Remark(message, followed[0].spans[0], tuple(claim.id for claim in followed))


_Group = tuple[list[str], list[Claim], str]


def _by_origin(case: Case) -> Iterator[_Group]:
    """Claims of different outlets whose chains were followed to one origin."""
    ended = [claim for claim in case.claims if claim.complete and claim.origin in case.sources and landed(claim)]
    for origin in sorted({claim.origin for claim in ended if claim.origin}):
        claims = [claim for claim in ended if claim.origin == origin]
        source = case.sources[origin]
        # Two outlets may each hear another thing from one person: that is no false independence.
        if source.kind is not SourceKind.OUTLET:
            claims = [claim for claim in claims if _echoed(claim, claims)]
        outlets = [outlet for claim in claims for outlet in _cited(case, claim)]
        others = {outlet.id for outlet in outlets} - {outlet.id for outlet in outlets_of(source)}
        if len({outlet.id for outlet in outlets}) >= 2 and others:
            yield [outlet.name for outlet in outlets], claims, source.name


def _echoed(claim: Claim, others: Sequence[Claim]) -> bool:
    return any(says_the_same(claim, other) for other in others if other is not claim)


def _by_text(case: Case) -> Iterator[_Group]:
    """Claims whose pages are one text under several mastheads."""
    for group in case.independence.same_text:
        hops = [(claim, hop) for claim in case.claims for hop in landed(claim) if hop.page and hop.page.url in group]
        names = [name for claim, hop in hops for name in _names(case, claim, hop)]
        if len(set(names)) >= 2:
            yield names, [claim for claim, _ in hops], "one text"


def _cited(case: Case, claim: Claim) -> list[Outlet]:
    """The outlets the draft's own words give the claim to."""
    mentions = [mention for step in nest(case, claim) for mention in (step.source, step.venue)]
    own = case.publisher.id if case.publisher else None
    return [source.outlet for source in sources_of(case, *mentions) if source.outlet and source.outlet.id != own]


def _names(case: Case, claim: Claim, hop: Hop) -> list[str]:
    cited = {outlet.id: outlet.name for outlet in _cited(case, claim)}
    outlet = case.sources[hop.source].outlet if hop.source in case.sources else None
    return [cited[outlet.id]] if outlet and outlet.id in cited else []


def _remark(outlets: Sequence[str], claims: Sequence[Claim], origin: str) -> Remark:
    names = list(dict.fromkeys(outlets))
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    message = f"{listed} share one origin ({origin}): they do not confirm each other"
    related = tuple(one for claim in claims for hop in landed(claim) for one in evidence(hop))
    return Remark(message, claims[0].spans[0], tuple(dict.fromkeys(claim.id for claim in claims)), related)


RULE = rule_of(__doc__, severity=Severity.WARNING, scope=Scope.UPSTREAM, check=_check)
