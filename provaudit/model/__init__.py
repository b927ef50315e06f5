"""The nouns: everything the stages hand to each other.

All of them are frozen; a change makes a new value. Offsets are half-open, count Unicode code points, and
point into `Article.text`, which is never rewritten.
"""

from provaudit.model.attributions import Attribution, AttributionKind, Manner, Mention
from provaudit.model.chains import (
    COMPLETE_ENDS,
    Claim,
    End,
    ForwardEdge,
    GroupVoices,
    Hop,
    Independence,
    Publication,
)
from provaudit.model.findings import Audit, Case, Confidence, Finding, Related, Severity, Suppressed, Upstream
from provaudit.model.outlets import Domain, Outlet, OutletKind, Source, SourceKind
from provaudit.model.passages import Drift, DriftKind, Match, Passage, PassageStatus, Statement
from provaudit.model.text import Anchor, Article, Block, BlockKind, Directive, Link, Place, Span
from provaudit.model.web import Candidate, Lead, Miss, Outcome, Page, Tier, Tried, Wanted

__all__ = [
    "COMPLETE_ENDS",
    "Anchor",
    "Article",
    "Attribution",
    "AttributionKind",
    "Audit",
    "Block",
    "BlockKind",
    "Candidate",
    "Case",
    "Claim",
    "Confidence",
    "Directive",
    "Domain",
    "Drift",
    "DriftKind",
    "End",
    "Finding",
    "ForwardEdge",
    "GroupVoices",
    "Hop",
    "Independence",
    "Lead",
    "Link",
    "Manner",
    "Match",
    "Mention",
    "Miss",
    "Outcome",
    "Outlet",
    "OutletKind",
    "Page",
    "Passage",
    "PassageStatus",
    "Place",
    "Publication",
    "Related",
    "Severity",
    "Source",
    "SourceKind",
    "Span",
    "Statement",
    "Suppressed",
    "Tier",
    "Tried",
    "Upstream",
    "Wanted",
]
