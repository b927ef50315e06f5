"""A claim as it is looked for in an upstream article, and what is found of it there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from provaudit.model.attributions import AttributionKind
from provaudit.model.text import Span


class PassageStatus(StrEnum):
    """How the upstream passage stands to the draft's claim."""

    EXACT = "exact"
    NEAR = "near"
    ALTERED = "altered"
    PARAPHRASE = "paraphrase"
    ABSENT = "absent"


class DriftKind(StrEnum):
    """What differs between the draft's claim and the upstream passage."""

    WORDS = "words"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    HEDGE = "hedge"
    TRUNCATION = "truncation"


@dataclass(frozen=True, slots=True)
class Drift:
    """One difference: the draft's words and the upstream's (either may be empty)."""

    kind: DriftKind
    draft: str
    upstream: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as it is looked for in an upstream article.

    `text` holds the claim's words (several spans joined by " … "), `quotations` the quoted parts without their marks,
    `sentence` the draft's whole sentences around it, `cue` the words that attribute it (a hedge may stand there),
    `speaker` the name the draft gives, `dated` the draft's own date (ISO) for "yesterday" and "last May".
    """

    text: str
    kind: AttributionKind
    quotations: tuple[str, ...] = ()
    sentence: str = ""
    cue: str = ""
    speaker: str | None = None
    dated: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of the upstream page that carry the claim. `span` points into that page's text."""

    text: str
    prefix: str
    suffix: str
    status: PassageStatus
    score: float  # 0..1
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """What `match` found of one claim in one upstream article. `speaker` is who says it there, if someone does."""

    passage: Passage
    drift: tuple[Drift, ...] = ()
    speaker: str | None = None
