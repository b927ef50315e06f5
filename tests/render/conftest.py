"""Hand-built audits of invented drafts: what the formats are shown with."""

import hashlib
from dataclasses import replace

import pytest

from provaudit.model import (
    Article,
    Attribution,
    AttributionKind,
    Audit,
    Block,
    BlockKind,
    Claim,
    Confidence,
    Domain,
    Drift,
    DriftKind,
    End,
    Finding,
    Hop,
    Independence,
    Manner,
    Mention,
    Outcome,
    Outlet,
    OutletKind,
    Page,
    Passage,
    PassageStatus,
    Related,
    Severity,
    Source,
    SourceKind,
    Span,
    Suppressed,
    Tier,
    Tried,
)

TEXT = """Skip to main content

Port raised its fees twice, reports say

The port of Aldmouth raised its mooring fees twice this spring, Harbour Watch reported.

Skippers "warmly applauded" the first rise, the Aldmouth Ledger said, according to Harbour Watch.

"We were never asked," said Petra Voss, who runs three boats.

The second rise came to 14 per cent, a port official told the Coastal Courier.

Media reports say that the council knew.

Sources: Harbour Watch, Coastal Courier
"""


def outlet(name, domain, **more):
    return Outlet(domain.split(".")[0], name, OutletKind.BLOG, domains=(Domain(domain),), **more)


WATCH = outlet("Harbour Watch", "harbourwatch.example")
LEDGER = outlet("Aldmouth Ledger", "aldmouthledger.example", owner="Ledger Group")
COURIER = outlet("Coastal Courier", "coastalcourier.example")


def span(words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def mention(words, *sources, nth=0):
    return Mention(words, (span(words, nth),), sources=sources)


def article():
    blocks, offset = [], 0
    for line in TEXT.splitlines(keepends=True):
        words = line.strip()
        if words:
            kind = BlockKind.PARAGRAPH
            kind = BlockKind.FURNITURE if words.startswith("Skip to") else kind
            kind = BlockKind.CREDIT if words.startswith("Sources:") else kind
            kind = BlockKind.HEADLINE if words.startswith("Port raised") else kind
            blocks.append(Block(Span(offset, offset + len(words)), kind))
        offset += len(line)
    return Article(
        text=TEXT,
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        blocks=tuple(blocks),
        path="drafts/port-fees.txt",
        title="Port raised its fees twice, reports say",
        byline="Mara Lindqvist",
        published="2026-03-04",
        publisher="Aldmouth Evening Post",
        language="en",
        notes=("read as Windows-1252: the file is not UTF-8",),
    )


def page(url, title, text, **more):
    upstream = Article(text, hashlib.sha256(text.encode()).hexdigest(), url=url, title=title, published="2026-03-01")
    return Page(url, url, upstream, "2026-03-05T09:30:00Z", upstream.sha256, **more)


SOURCES = (
    Source("S1", SourceKind.OUTLET, "Harbour Watch", WATCH),
    Source("S2", SourceKind.OUTLET, "Aldmouth Ledger", LEDGER),
    Source("S3", SourceKind.PERSON, "Petra Voss"),
    Source("S4", SourceKind.ANONYMOUS, "a port official", anonymity="a port official"),
    Source("S5", SourceKind.OUTLET, "Coastal Courier", COURIER),
    Source("S6", SourceKind.VAGUE, "Media reports"),
)


def attribution(number, kind, source, cue, content, *, parent=None, venue=None, sure=0.97):
    return Attribution(f"A{number}", parent, kind, Manner.SPEECH, source, cue, venue, content, sure)


def attributions():
    direct, indirect = AttributionKind.DIRECT, AttributionKind.INDIRECT
    raised = "The port of Aldmouth raised its mooring fees twice this spring"
    applauded = 'Skippers "warmly applauded" the first rise'
    return (
        attribution(1, indirect, mention("Harbour Watch", "S1"), mention("reported"), mention(raised)),
        attribution(2, indirect, mention("Harbour Watch", "S1", nth=1), mention("according to"),
                    mention(f"{applauded}, the Aldmouth Ledger said"), sure=0.9312),
        attribution(3, AttributionKind.MIXED, mention("the Aldmouth Ledger", "S2"), mention("said"),
                    mention(applauded), parent="A2"),
        attribution(4, direct, mention("Petra Voss", "S3"), mention("said", nth=1), mention('"We were never asked,"')),
        attribution(5, indirect, mention("a port official", "S4"), mention("told"),
                    mention("The second rise came to 14 per cent"), venue=mention("the Coastal Courier", "S5")),
        attribution(6, indirect, mention("Media reports", "S6"), mention("say", nth=1),
                    mention("the council knew"), sure=0.88),
        attribution(7, AttributionKind.CREDIT, mention("Harbour Watch", "S1", nth=2), None, None),
    )  # fmt: skip


def claims():
    text = article()
    written = {a.id: a.content.spans for a in attributions() if a.content}

    def claim(number, by, **more):
        spans = written[by]
        return Claim(f"C{number}", by, text.words(*spans), spans, text.place(spans[0].start), **more)

    return (
        claim(1, "A1", stated=2, traced=3, hops=RAISED, end=End.ORIGIN, origin="S2"),
        claim(2, "A3", stated=3, traced=3, hops=APPLAUDED, end=End.ORIGIN, origin="S2"),
        claim(3, "A4", stated=1, hops=(Hop(1, "A4", "S3"),), end=End.ORIGIN, origin="S3"),
        claim(4, "A5", stated=2, traced=2, hops=SECOND_RISE, end=End.DEAD),
        claim(5, "A6", hops=(Hop(1, "A6", "S6"),), end=End.VAGUE),
    )


WATCH_PAGE = page("https://harbourwatch.example/2026/03/fees", "Fees up twice", "Fees rose twice, the Ledger reports.")
LEDGER_PAGE = page(
    "https://aldmouthledger.example/news/mooring",
    "Mooring dearer again",
    "Mooring fees rose twice. Skippers politely applauded the first rise of 12 per cent, but not the second.",
    archive_url="https://web.archive.org/web/20260302000000/https://aldmouthledger.example/news/mooring",
    archived_only=True,
)

RAISED = (
    Hop(1, "A1", "S1", Outcome.FOUND, (Tried(Tier.LINK, Outcome.FOUND),), WATCH_PAGE, "harbourwatch",
        Passage("Fees rose twice", "", ", the Ledger reports.", PassageStatus.PARAPHRASE, 0.8123456)),
    Hop(2, None, "S2", Outcome.ARCHIVED_ONLY,
        (Tried(Tier.LINK, Outcome.GONE, "410"), Tried(Tier.WAYBACK, Outcome.ARCHIVED_ONLY)), LEDGER_PAGE,
        "aldmouthledger", Passage("Mooring fees rose twice.", "", " Skippers", PassageStatus.PARAPHRASE, 0.91)),
)  # fmt: skip
APPLAUDED = (
    Hop(1, "A2", "S1", Outcome.NOT_FOUND,
        (Tried(Tier.WORDPRESS, Outcome.ABSENT), Tried(Tier.SITEMAP, Outcome.NOT_FOUND, "2 pages read"))),
    Hop(2, "A3", "S2", Outcome.ARCHIVED_ONLY, (Tried(Tier.WAYBACK, Outcome.ARCHIVED_ONLY),), LEDGER_PAGE,
        "aldmouthledger", Passage("politely applauded", "Skippers ", " the first rise", PassageStatus.ALTERED, 0.77),
        (Drift(DriftKind.WORDS, "warmly applauded", "politely applauded"),
         Drift(DriftKind.TRUNCATION, "", "but not the second"))),
)  # fmt: skip
SECOND_RISE = (
    Hop(1, "A5", "S5", Outcome.GONE, (Tried(Tier.LINK, Outcome.GONE, "404"),), detail="404"),
    Hop(2, "A5", "S4"),
)


def finding(rule, name, severity, confidence, message, words, *claims_, nth=0, related=()):
    where = span(words, nth)
    return Finding(rule, name, severity, confidence, message, article().place(where.start), where, claims_,
                   hashlib.sha256(f"{rule} {words}".encode()).hexdigest()[:16], related)  # fmt: skip


def findings():
    evidence = (
        Related("upstream has “politely applauded”", url=LEDGER_PAGE.url),
        Related("the claim", span("Skippers")),
    )
    return (
        finding("PA101", "vague-media", Severity.ERROR, Confidence.HIGH,
                "“Media reports” names no outlet: say whose reports they are, or leave the claim out", "Media reports", "C5"),
        finding("PQ401", "quote-drift", Severity.ERROR, Confidence.MEDIUM,
                "the quoted words “warmly applauded” are “politely applauded” upstream", '"warmly applauded"', "C2",
                related=evidence),
        finding("PS301", "second-hand-only", Severity.WARNING, Confidence.HIGH,
                "this key claim rests on Harbour Watch alone", "The port of Aldmouth", "C1"),
        Finding("PS302", "single-source", Severity.INFO, Confidence.LOW, "the whole story has one independent source",
                article().place(0), None, (), "00aa11bb22cc33dd"),
    )  # fmt: skip


def port_fees():
    switched_off = finding(
        "PN202",
        "anonymity-unexplained",
        Severity.WARNING,
        Confidence.HIGH,
        "no reason is given",
        "a port official",
        "C4",
    )
    return Audit(
        article(), SOURCES, attributions(), claims(), Independence(3, 2, 3, (("harbourwatch", "coastalcourier"),), ("S2",)),
        findings(), (Suppressed(switched_off, "inline", "the editor knows the name"),), ("C4",),
    )  # fmt: skip


@pytest.fixture
def audit():
    """Every part of an audit: a long chain, drift, a dead page, findings of each severity, a suppressed one."""
    return port_fees()


@pytest.fixture
def offline_audit():
    """The same draft when nothing was followed."""
    full = port_fees()
    bare = tuple(
        replace(claim, traced=None, end=claim.end if claim.stated in (None, 1) else End.NOT_FOLLOWED, origin=None,
                hops=tuple(Hop(hop.n, hop.attribution, hop.source) for hop in claim.hops if hop.attribution))
        for claim in full.claims
    )  # fmt: skip
    return replace(full, claims=bare, findings=full.findings[:1], suppressed=(), unreachable=(),
                   independence=Independence(3, 1, 4))  # fmt: skip


@pytest.fixture
def empty_audit():
    """A draft with nothing to say about it."""
    text = "Nothing is claimed here.\n"
    bare = Article(text, hashlib.sha256(text.encode()).hexdigest(), (Block(Span(0, 24)),), path="drafts/quiet.txt")
    return Audit(bare, (), (), (), Independence())
