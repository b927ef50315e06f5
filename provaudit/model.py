"""The nouns: everything the stages hand to each other.

All of them are frozen; a change makes a new value. Offsets are half-open, count Unicode code points, and
point into `Article.text`, which is never rewritten.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class Place(NamedTuple):
    """A line and a column of the input file, both counted from 1."""

    line: int
    column: int


class Anchor(NamedTuple):
    """A point of `Article.text` whose place in the input file is known."""

    offset: int
    line: int
    column: int


# --- read -------------------------------------------------------------------------------------


class BlockKind(StrEnum):
    """What a stretch of an article is, as far as its layout tells."""

    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"  # a block quotation
    PULL_QUOTE = "pull-quote"  # repeats the body in large type: not audited twice
    TWEET = "tweet"  # an embedded post
    CAPTION = "caption"
    TABLE = "table"
    CODE = "code"
    CREDIT = "credit"  # "Sources A, B", "via X": attributions of kind credit only
    FURNITURE = "furniture"  # navigation, promo, byline and boilerplate lines: never audited


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list item, heading or furniture line; its span excludes line ends and markup."""

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the body. `span` covers the anchor words in the text; `url` is absolute where it can be."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class Directive:
    """An instruction to provaudit found in the input: `ignore[PA101] reason`, `ignore-file[…]`, `off`, `on`.

    `offset` is where it stands in the text (for markup that is not in the text: where the next block starts);
    `line` is its line in the file.
    """

    text: str
    offset: int
    line: int


@dataclass(frozen=True, slots=True)
class Article:
    """A draft under audit, or an upstream page.

    `published` is ISO 8601, with as much precision as is known. `anchors` map offsets to places where the text
    is not the file itself (HTML, docx); without them places are counted in the text. `declared_sources` are the
    blocks of kind credit. `paywalled` and `soft_404` hold for web pages alone.
    """

    text: str
    sha256: str
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    path: str | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    canonical_url: str | None = None
    format: str = "text"  # text | markdown | html | docx | ninjs | ans | newsml | nitf | wxr
    anchors: tuple[Anchor, ...] = ()
    directives: tuple[Directive, ...] = ()
    markup: tuple[Span, ...] = ()  # of Markdown: what a reader of the rendered page does not see
    paywalled: bool = False
    soft_404: bool = False
    notes: tuple[str, ...] = ()  # said on stderr: a guessed encoding, mojibake, a language not audited
    feeds: tuple[str, ...] = ()  # feed addresses the page advertises
    rest_api: str | None = None  # WordPress REST root the page advertises
    search: str | None = None  # OpenSearch description or search template the page advertises

    @property
    def furniture(self) -> tuple[Span, ...]:
        """Navigation, promo, credit and boilerplate lines, in order."""
        kinds = (BlockKind.FURNITURE, BlockKind.CREDIT)
        return tuple(block.span for block in self.blocks if block.kind in kinds)

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks whose attributions are audited, the headline included."""
        skipped = (BlockKind.FURNITURE, BlockKind.CREDIT, BlockKind.PULL_QUOTE, BlockKind.CODE)
        return tuple(block for block in self.blocks if block.kind not in skipped)

    def words(self, *spans: Span) -> str:
        """The exact words of the spans; several are joined by an ellipsis, as the JSON contract says."""
        return " … ".join(self.text[span.start : span.end] for span in spans)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the offset, if one does."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        if index < 0 or self.blocks[index].span.end < offset:
            return None
        return self.blocks[index]

    def place(self, offset: int) -> Place:
        """Line and column in the input file of an offset into the text."""
        if self.anchors:
            index = max(0, bisect_right(self.anchors, offset, key=lambda anchor: anchor.offset) - 1)
            anchor = self.anchors[index]
            return Place(anchor.line, anchor.column + max(0, offset - anchor.offset))
        line_start = self.text.rfind("\n", 0, offset) + 1
        return Place(self.text.count("\n", 0, offset) + 1, offset - line_start + 1)


# --- identify ---------------------------------------------------------------------------------


class SourceKind(StrEnum):
    """Who or what an attribution rests on."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    DOCUMENT = "document"
    SOCIAL = "social"
    ANONYMOUS = "anonymous"
    VAGUE = "vague"


class OutletKind(StrEnum):
    """What sort of news organisation an outlet is."""

    WIRE = "wire"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    MAGAZINE = "magazine"
    BLOG = "blog"
    PODCAST = "podcast"
    AGGREGATOR = "aggregator"
    PLATFORM = "platform"


@dataclass(frozen=True, slots=True)
class Domain:
    """A host an outlet publishes on, with the ISO dates between which it did, where they are known."""

    domain: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news organisation of the registry, or one known only by the domain it was found on."""

    id: str
    name: str
    kind: OutletKind = OutletKind.NEWSPAPER
    aliases: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    domains: tuple[Domain, ...] = ()
    owner: str | None = None
    country: str | None = None
    known: bool = True  # False where the registry does not hold it

    @property
    def domain(self) -> str | None:
        """The domain it publishes on today."""
        current = [entry.domain for entry in self.domains if entry.until is None]
        return current[0] if current else (self.domains[0].domain if self.domains else None)


@dataclass(frozen=True, slots=True)
class Source:
    """One source of a draft, under all the names the draft gives it.

    `outlet` is the outlet itself for kind outlet, and for a person the outlet that person speaks for. `candidates`
    are the outlets an ambiguous name may mean; then `outlet` is None. `anonymity` keeps the wording that hides a
    name ("a senior administration official"), `anonymity_reason` the reason given for it.
    """

    id: str
    kind: SourceKind
    name: str
    outlet: Outlet | None = None
    candidates: tuple[Outlet, ...] = ()
    anonymity: str | None = None
    anonymity_reason: str | None = None


# --- attribute --------------------------------------------------------------------------------


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


# --- trace ------------------------------------------------------------------------------------


class Outcome(StrEnum):
    """How an attempt to reach an upstream page ended. Never an exception, never "the claim is false"."""

    FOUND = "found"
    NOT_FOUND = "not-found"
    BLOCKED_ROBOTS = "blocked-robots"
    BLOCKED_BOT_WALL = "blocked-bot-wall"
    PAYWALLED = "paywalled"
    SOFT_404 = "soft-404"
    GONE = "gone"
    ARCHIVED_ONLY = "archived-only"
    RATE_LIMITED = "rate-limited"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    REFUSED_ADDRESS = "refused-address"
    NOT_FOLLOWED = "not-followed"
    ABSENT = "absent"  # of a tier only: this site has no such tier
    LIMIT = "limit"  # of a miss only: a budget of the run was spent; in the JSON it is `not-followed`, end `limit`


class Tier(StrEnum):
    """A way to find an upstream page, cheapest and least revealing first."""

    LINK = "link"
    WORDPRESS = "wordpress"
    WAYBACK = "wayback"
    SITEMAP = "sitemap"
    FEED = "feed"
    SEARCH = "search"
    GDELT = "gdelt"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a search upstream goes by: the claim's words, the outlet, the draft's links and its dates.

    `links` are the article's own links, nearest the attribution first; the first `cited` of them (None: all) stand beside
    the words and are what they cite, the others lead to the outlet from elsewhere in the article. `title` is the headline
    of the article the search starts from: a page of the same story often carries it. `after` and `before` are ISO dates (YYYY-MM-DD)
    that bound publication, None where the draft gives no hint. `quotations` are the quoted words without their marks.
    """

    text: str
    quotations: tuple[str, ...]
    outlet: Outlet | None
    links: tuple[str, ...]
    after: str | None
    before: str | None
    language: str | None = None
    title: str | None = None
    cited: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A page that may hold the claim, and why it was taken; `cited` where the words themselves link to it."""

    url: str
    tier: Tier
    reason: str
    score: float = 0.0
    title: str | None = None
    published: str | None = None
    cited: bool = False


@dataclass(frozen=True, slots=True)
class Tried:
    """A tier that was asked, and how it ended."""

    tier: Tier
    outcome: Outcome
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Lead:
    """What one tier gave: its report and its candidates, best first."""

    tried: Tried
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """An upstream page that was reached and read.

    `url` is canonical, `retrieved` ISO 8601 UTC (the recorded time in a replay), `sha256` of the body as received.
    `archive_url` is set where the page came from, or also lies in, an archive. `redirects` are the hops taken.
    """

    url: str
    requested: str
    article: Article
    retrieved: str
    sha256: str
    archive_url: str | None = None
    redirects: tuple[str, ...] = ()
    archived_only: bool = False


@dataclass(frozen=True, slots=True)
class Miss:
    """A page that was not reached, or not readable, and why."""

    url: str
    outcome: Outcome
    detail: str = ""


# --- match ------------------------------------------------------------------------------------


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


# --- chain ------------------------------------------------------------------------------------


class End(StrEnum):
    """How a chain ends."""

    ORIGIN = "origin"
    ANONYMOUS = "anonymous"
    VAGUE = "vague"
    NOT_FOUND = "not-found"
    DEAD = "dead"
    REFUSED = "refused"
    LOOP = "loop"
    LIMIT = "limit"
    NOT_FOLLOWED = "not-followed"


COMPLETE_ENDS = frozenset({End.ORIGIN, End.ANONYMOUS, End.VAGUE, End.LOOP})


@dataclass(frozen=True, slots=True)
class Hop:
    """One step up: the attribution that made it, the page it landed on, how that was found, the passage there.

    `n` counts steps from 1; outlets named side by side share one `n`. `attribution` is None for a hop that a page,
    not the draft, made. `page_outlet` is the registry id of the page's outlet, else its domain.
    """

    n: int
    attribution: str | None
    source: str
    outcome: Outcome = Outcome.NOT_FOLLOWED
    tried: tuple[Tried, ...] = ()
    page: Page | None = None
    page_outlet: str | None = None
    passage: Passage | None = None
    drift: tuple[Drift, ...] = ()
    speaker: str | None = None  # who says it at the passage upstream, where a page was found
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """The content of an innermost attribution, and the chain it hangs on.

    `stated` is the hand the draft's own words admit, `traced` the one that following the chain found; None where
    it cannot be told. `complete` says that `traced` is exact, else it is a lower bound.
    """

    id: str
    attribution: str
    text: str
    spans: tuple[Span, ...]
    place: Place
    stated: int | None = None
    traced: int | None = None
    hops: tuple[Hop, ...] = ()
    end: End = End.NOT_FOLLOWED
    origin: str | None = None

    @property
    def complete(self) -> bool:
        """Whether the chain was followed to its end."""
        return self.end in COMPLETE_ENDS

    @property
    def hand(self) -> int | None:
        """The hand to count the claim by: traced where the chain is complete, else stated."""
        return self.traced if self.complete and self.traced is not None else self.stated


@dataclass(frozen=True, slots=True)
class Independence:
    """How many voices stand behind the draft.

    `lower` and `upper` bound the independent origins; `loops` hold outlet ids; `choke_points` are source ids that
    every path runs through. `same_text` groups pages that are one text under several mastheads (URLs).
    """

    outlets_cited: int = 0
    lower: int = 0
    upper: int = 0
    loops: tuple[tuple[str, ...], ...] = ()
    choke_points: tuple[str, ...] = ()
    same_text: tuple[tuple[str, ...], ...] = ()


# --- judge ------------------------------------------------------------------------------------


class Severity(StrEnum):
    """How much a finding weighs; ordered by `rank`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return ("error", "warning", "info").index(self.value)


class Confidence(StrEnum):
    """How sure a rule is of its finding."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Related:
    """Evidence for a finding that lies elsewhere: in the draft (`span`) or upstream (`url`, with its words)."""

    message: str
    span: Span | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says about the draft. `span` is None for a finding about the whole draft (line 1, column 1)."""

    rule: str
    name: str
    severity: Severity
    confidence: Confidence
    message: str
    place: Place
    span: Span | None
    claims: tuple[str, ...] = ()
    fingerprint: str = ""
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that was switched off, by what, and why."""

    finding: Finding
    by: str  # inline | baseline | config
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules judge: the draft, its attributions, its chains, the pages seen (by URL), and their count."""

    article: Article
    sources: Mapping[str, Source]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    independence: Independence
    publisher: Outlet | None = None
    upstream: Mapping[str, Upstream] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Upstream:
    """An upstream page as the same stages read it."""

    page: Page
    sources: Mapping[str, Source]
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything one run says about one draft."""

    article: Article
    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    independence: Independence
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    unreachable: tuple[str, ...] = ()  # claims with no full verdict: upstream could not be reached
