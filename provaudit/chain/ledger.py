"""One list of sources for the draft and all pages above it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from provaudit.chain.follow import Chain
from provaudit.chain.same import is_outlet, same_source
from provaudit.model import Claim, Hop, Outcome, Outlet, Source


@dataclass(slots=True)
class Ledger:
    """The audit's sources in the order they were entered; the draft's own come first."""

    sources: list[Source] = field(default_factory=list)

    def enter(self, source: Source) -> Source:
        """The audit's source that this one means, entered under a new id where there is none yet.

        A surname that fits several people is entered as one of its own.
        """
        fitting = [known for known in self.sources if same_source(known, source)]
        same_name = [known for known in fitting if known.name == source.name]
        if same_name or len(fitting) == 1:
            return (same_name or fitting)[0]
        new = replace(source, id=f"S{len(self.sources) + 1}")
        self.sources.append(new)
        return new


def with_chains(
    claims: Sequence[Claim], chains: Mapping[str, Chain], sources: Sequence[Source], publisher: Outlet | None = None
) -> tuple[tuple[Claim, ...], tuple[Source, ...]]:
    """The claims with their followed chains, and the draft's sources with those that only pages name.

    New sources are numbered in the order of the claims, so that the same chains give the same ids whatever the order in
    which they were followed.
    """
    ledger = Ledger(list(sources))
    done = tuple(
        _followed(claim, chains[claim.id], ledger, publisher) if claim.id in chains else claim for claim in claims
    )
    return done, tuple(ledger.sources)


def _followed(claim: Claim, chain: Chain, ledger: Ledger, publisher: Outlet | None) -> Claim:
    hops = tuple(replace(climbed.hop, source=ledger.enter(climbed.source).id) for climbed in chain.climbed)
    origin = ledger.enter(chain.origin).id if chain.origin else None
    traced = traced_hand(hops, {source.id: source for source in ledger.sources}, publisher)
    return replace(claim, hops=hops, end=chain.end, origin=origin, traced=traced)


def traced_hand(hops: Sequence[Hop], sources: Mapping[str, Source], publisher: Outlet | None = None) -> int | None:
    """1 + the outlets that stand in the chain as it was followed; None where nothing was followed."""
    if all(hop.outcome is Outcome.NOT_FOLLOWED for hop in hops):
        return None
    own = publisher.id if publisher else None
    steps = {hop.n for hop in hops if _outlet_at(hop, sources) not in (None, own)}
    return 1 + len(steps)


def _outlet_at(hop: Hop, sources: Mapping[str, Source]) -> str | None:
    source = sources[hop.source]
    if not is_outlet(source):
        return None
    return source.outlet.id if source.outlet else source.name
