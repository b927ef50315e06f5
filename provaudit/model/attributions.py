"""Who says what, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from provaudit.model.text import Span


class AttributionKind(StrEnum):
    """How the content is given: in quotation marks, in the draft's own words, in both, or as a credit line."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    CREDIT = "credit"


class Manner(StrEnum):
    """What the cue says the source did."""

    SPEECH = "speech"
    WRITING = "writing"
    THOUGHT = "thought"
    ATTITUDE = "attitude"


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a source, a cue, a venue or a content stands, and for sources and venues whom it means.

    `refers_to` is the name that coreference gave to a pronoun or short form ("he" → "Donald Trump"); None where
    the mention names its source itself or stayed unresolved. `sources` are ids, filled by identify; several where
    outlets are named side by side ("reports from The Wrap and Deadline").
    """

    text: str
    spans: tuple[Span, ...]
    refers_to: str | None = None
    unresolved: bool = False  # a pronoun or short form with no single antecedent
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, a cue and a content: who says what, and the words that say so.

    `parent` is the attribution whose content holds this one. `whole_text` marks a dateline or credit that covers
    the whole article ("(Reuters) —", "originally published on"); such a one is a step for every claim.
    `hearsay` marks a word that admits a source without naming it ("reportedly").
    """

    id: str
    parent: str | None
    kind: AttributionKind
    manner: Manner
    source: Mention | None
    cue: Mention | None
    venue: Mention | None
    content: Mention | None
    confidence: float
    whole_text: bool = False
    hearsay: bool = False
    anonymity_reason: str | None = None
