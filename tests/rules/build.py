"""Cases built by hand, tersely: a draft's text and who says what in it.

`case("…", says("Ada Holm", "said", "the plan is good"))` finds each of the words in the text and makes the
attribution, its source and its claim, with the stated hand that `chain` would count.
"""

from dataclasses import dataclass, field, replace

from provaudit.model import (
    Article,
    Attribution,
    AttributionKind,
    Block,
    BlockKind,
    Case,
    Claim,
    Directive,
    Domain,
    End,
    Hop,
    Independence,
    Link,
    Manner,
    Mention,
    Outcome,
    Outlet,
    OutletKind,
    Page,
    Passage,
    PassageStatus,
    Source,
    SourceKind,
    Span,
    Upstream,
)
from provaudit.rules import RULES, judge


def outlet(name, domain=None, *, kind=OutletKind.NEWSPAPER, owner=None, known=True, **more):
    host = domain or name.lower().replace(" ", "").removeprefix("the") + ".example"
    return Outlet(host.split(".")[0], name, kind, domains=(Domain(host),), owner=owner, known=known, **more)


LEDGER = outlet("the Daily Ledger", "dailyledger.example")
HERALD = outlet("the Harlow Herald", "harlowherald.example")
COURIER = outlet("the Courier", "courier.example")


@dataclass
class Says:
    source: str | None
    cue: str | None
    content: str | tuple[str, ...] | None
    venue: str | None = None
    kind: SourceKind | None = None
    outlet: Outlet | None = None
    venue_outlet: Outlet | None = None
    name: str | None = None
    inside: int | None = None
    way: AttributionKind | None = None
    whole_text: bool = False
    hearsay: bool = False
    reason: str | None = None
    unresolved: bool = False
    hops: tuple = ()
    end: End = End.NOT_FOLLOWED
    origin: str | None = None
    nth: int = 0
    more: dict = field(default_factory=dict)


def says(source, cue=None, content=None, **more):
    return Says(source, cue, content, **more)


def anonymous(source, cue="said", content=None, **more):
    return Says(source, cue, content, kind=SourceKind.ANONYMOUS, **more)


def vague(source, cue="say", content=None, **more):
    return Says(source, cue, content, kind=SourceKind.VAGUE, **more)


def find(text, words, nth=0, start=0):
    at = start - 1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def article(text, *, kinds=None, links=(), directives=(), form="text", path=None, url=None, **more):
    """Paragraphs are parted by blank lines; `kinds` gives blocks a kind by their number."""
    blocks, at = [], 0
    for part in text.split("\n\n"):
        if part.strip():
            blocks.append(Block(Span(at, at + len(part)), BlockKind((kinds or {}).get(len(blocks), "paragraph"))))
        at += len(part) + 2
    return Article(
        text=text,
        sha256="0" * 64,
        blocks=tuple(blocks),
        links=tuple(Link(find(text, words), url) for words, url in links),
        directives=tuple(Directive(words, offset, text.count("\n", 0, offset) + 1) for words, offset in directives),
        format=form,
        path=path,
        url=url,
        **more,
    )


def kind_of(content):
    """Direct where the content begins in quotation marks, mixed where it holds some."""
    words = content.text if content else ""
    if words[:1] in {'"', "“"}:
        return AttributionKind.DIRECT
    return AttributionKind.MIXED if '"' in words else AttributionKind.INDIRECT


class Desk:
    """Turns what is said into sources, attributions and claims."""

    def __init__(self, draft):
        self.draft, self.sources, self.attributions, self.claims = draft, {}, [], []

    def source(self, name, kind, its_outlet):
        for source in self.sources.values():
            if source.name == name:
                return source.id
        source_id = f"S{len(self.sources) + 1}"
        self.sources[source_id] = Source(source_id, kind, name, its_outlet)
        return source_id

    def mention(self, words, source_id=None, nth=0, **more):
        if words is None:
            return None
        parts = (words,) if isinstance(words, str) else words
        spans = tuple(find(self.draft.text, part, nth) for part in parts)
        return Mention(" … ".join(parts), spans, sources=(source_id,) if source_id else (), **more)

    def add(self, said):
        kind = said.kind or (SourceKind.OUTLET if said.outlet else SourceKind.PERSON)
        name = said.name or (said.outlet.name if said.outlet and kind is SourceKind.OUTLET else said.source)
        source_id = self.source(name, kind, said.outlet) if said.source and not said.unresolved else None
        venue_id = None
        if said.venue_outlet:
            venue_id = self.source(said.venue_outlet.name, SourceKind.OUTLET, said.venue_outlet)
        content = self.mention(said.content)
        resolved = said.name if said.name and said.name != said.source else None
        self.attributions.append(
            Attribution(
                f"A{len(self.attributions) + 1}",
                None if said.inside is None else f"A{said.inside}",
                said.way or kind_of(content),
                Manner.SPEECH,
                self.mention(said.source, source_id, said.nth, refers_to=resolved, unresolved=said.unresolved),
                self.mention(said.cue, nth=said.nth),
                self.mention(said.venue, venue_id),
                content,
                0.9,
                said.whole_text,
                said.hearsay,
                said.reason,
            )
        )


def case(text, *said, publisher=None, upstream=(), independence=None, credit_line=(), beyond=(), **more):
    """Build a case; `credit_line` are (words, outlet) pairs of a credit line, `beyond` sources only pages name."""
    draft = text if isinstance(text, Article) else article(text, **more)
    desk = Desk(draft)
    for one in said:
        desk.add(one)
    for words, its_outlet in credit_line:
        desk.add(says(words, outlet=its_outlet, way=AttributionKind.CREDIT))
    parents = {attribution.parent for attribution in desk.attributions}
    claims = tuple(
        claim_of(desk, attribution, one, publisher)
        for attribution, one in zip(desk.attributions, said, strict=False)
        if attribution.content and attribution.id not in parents
    )
    claims = tuple(replace(claim, id=f"C{number}") for number, claim in enumerate(claims, 1))
    return Case(
        draft,
        desk.sources | {source.id: source for source in beyond},
        tuple(desk.attributions),
        claims,
        independence or Independence(),
        publisher,
        {seen.page.url: seen for seen in upstream},
    )


def claim_of(desk, attribution, said, publisher):
    by_id = {one.id: one for one in desk.attributions}
    steps, at = [], attribution
    while at is not None:
        steps.append(at)
        at = by_id.get(at.parent) if at.parent else None
    ids = [i for step in steps for mention in (step.venue, step.source) if mention for i in mention.sources]
    outlets = {desk.sources[i].outlet.id for i in ids if desk.sources[i].outlet} - (
        {publisher.id} if publisher else set()
    )
    inner = [desk.sources[i] for i in (attribution.source.sources if attribution.source else ())]
    unknown = not outlets and all(source.kind is SourceKind.VAGUE for source in inner)
    return Claim(
        "C0",
        attribution.id,
        attribution.content.text,
        attribution.content.spans,
        desk.draft.place(attribution.content.spans[0].start),
        stated=None if unknown else 1 + len(outlets),
        hops=said.hops,
        end=said.end,
        origin=said.origin,
        traced=len({hop.page_outlet for hop in said.hops if hop.page}) + 1
        if any(hop.page for hop in said.hops)
        else None,
    )


def page(url, text, *, published=None, **more):
    draft = article(text, url=url, form="html", published=published, **more)
    return Page(url, url, draft, "2026-01-01T00:00:00Z", "1" * 64)


def hop(
    at=None, status=PassageStatus.NEAR, *, n=1, source="S1", passage="", drift=(), speaker=None, outlet=None, **more
):
    """One hop; with a page it was found, `passage` standing in it with the given status."""
    if at is None:
        return Hop(n, "A1", source, more.pop("outcome", Outcome.NOT_FOLLOWED), **more)
    words = passage or at.article.text
    where = at.article.text.find(words)
    span = None if where < 0 or status is PassageStatus.ABSENT else Span(where, where + len(words))
    found = Passage(words, "", "", status, 0.1 if status is PassageStatus.ABSENT else 1.0, span)
    outcome = more.pop("outcome", Outcome.FOUND)
    return Hop(n, "A1", source, outcome, (), at, outlet, found, tuple(drift), speaker, **more)


def seen(at, *said):
    """An upstream page as the stages read it, with who says what there."""
    desk = Desk(at.article)
    for one in said:
        desk.add(one)
    return Upstream(at, desk.sources, tuple(desk.attributions))


def outlet_source(source_id, its_outlet):
    return Source(source_id, SourceKind.OUTLET, its_outlet.name, its_outlet)


BODY = (
    "The works stand on the east bank of the Orme, where the river bends and the old road begins. They were built in 1931 "
    "and have been mended many times since, most of all after the flood. "
)


def ledger_page(words, url="https://dailyledger.example/plant", **more):
    """A page long enough to be an article, with these words at its end."""
    return page(url, BODY + words, **more)


def found(rule, its_case):
    """The words (or None) that the rule points at, in order."""
    assert rule in {one.id for one in RULES}, f"no rule {rule}"
    return [
        its_case.article.words(finding.span) if finding.span else None
        for finding in judge(its_case, only=frozenset({rule}))
    ]
