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

from provaudit.model import Case, Claim, Outlet, Severity, SourceKind
from provaudit.rules.claim_words import says_the_same
from provaudit.rules.credits import outlets_of
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.upstream import evidence, landed


def _check(case: Case) -> Iterator[Remark]:
    found = [*_by_text(case), *_by_origin(case)]
    told: set[str] = set()
    for outlets, claims, origin in found:
        if not told & {claim.id for claim in claims}:
            told |= {claim.id for claim in claims}
            yield _remark(outlets, claims, origin)
    followed = [claim for claim in case.claims if landed(claim)]
    names = sorted({outlet.name for claim in followed for outlet in _leading(case, claim)})
    if not found and case.independence.upper == 1 and len(names) >= 2:
        message = f"{_listed(names)} all go back to one origin: they do not confirm each other"
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
        outlets = [outlet for claim in claims for outlet in _leading(case, claim)]
        others = {outlet.id for outlet in outlets} - {outlet.id for outlet in outlets_of(source)}
        if len({outlet.id for outlet in outlets}) >= 2 and others:
            yield [outlet.name for outlet in outlets], claims, source.name


def _echoed(claim: Claim, others: Sequence[Claim]) -> bool:
    return any(says_the_same(claim, other) for other in others if other is not claim)


def _by_text(case: Case) -> Iterator[_Group]:
    """Claims whose pages are one text under several mastheads."""
    for group in case.independence.same_text:
        hops = [(claim, hop) for claim in case.claims for hop in landed(claim) if hop.page and hop.page.url in group]
        names = [outlet.name for claim, _ in hops for outlet in _leading(case, claim)]
        if len(set(names)) >= 2:
            yield names, [claim for claim, _ in hops], "one text"


def _leading(case: Case, claim: Claim) -> list[Outlet]:
    """The outlets the draft's chain begins with, their pages reached; one that another rests on begins none."""
    own = case.publisher.id if case.publisher else None
    first = [hop.source for hop in landed(claim) if hop.n == 1 and hop.attribution and hop.source in case.sources]
    outlets = [case.sources[source].outlet for source in first]
    return [outlet for outlet in outlets if outlet and outlet.id != own]


def _remark(outlets: Sequence[str], claims: Sequence[Claim], origin: str) -> Remark:
    message = f"{_listed(list(dict.fromkeys(outlets)))} share one origin ({origin}): they do not confirm each other"
    related = tuple(one for claim in claims for hop in landed(claim) for one in evidence(hop))
    return Remark(message, claims[0].spans[0], tuple(dict.fromkeys(claim.id for claim in claims)), related)


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


RULE = rule_of(__doc__, severity=Severity.WARNING, scope=Scope.UPSTREAM, check=_check)
