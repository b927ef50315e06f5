"""The citation chain: what a draft's words admit, and what following them finds."""

from __future__ import annotations

from provaudit.chain.follow import Chain, Climbed, follow
from provaudit.chain.ledger import with_chains
from provaudit.chain.plan import Step, claims_of, steps
from provaudit.chain.reach import Reach, Standpoint
from provaudit.chain.same import is_outlet

__all__ = [
    "Chain",
    "Climbed",
    "Reach",
    "Standpoint",
    "Step",
    "claims_of",
    "follow",
    "is_outlet",
    "steps",
    "with_chains",
]
