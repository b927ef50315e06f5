"""Small articles and attributions, written out by hand, for the chain's own promises."""

from provaudit.model import (
    Article,
    Attribution,
    AttributionKind,
    Block,
    Candidate,
    Domain,
    Lead,
    Manner,
    Mention,
    Miss,
    Outcome,
    Outlet,
    Page,
    Source,
    SourceKind,
    Span,
    Tier,
    Tried,
    Upstream,
)


def outlet(name, **more):
    id_ = name.lower().replace(" ", "-")
    return Outlet(id=id_, name=name, domains=(Domain(f"{id_}.example"),), **more)


def source(id_, kind, name, **more):
    if kind is SourceKind.OUTLET and "outlet" not in more:
        more["outlet"] = outlet(name)
    return Source(id_, kind, name, **more)


def article(text, **more):
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(Span(at, at + len(line))))
        at += len(line) + 1
    return Article(text=text, sha256="0" * 64, blocks=tuple(blocks), **more)


def span(text, words):
    at = text.index(words)
    return Span(at, at + len(words))


def mention(text, words, *sources, **more):
    return Mention(words, (span(text, words),), sources=tuple(sources), **more)


def attribution(id_, text, content, source=None, *, parent=None, venue=None, kind=AttributionKind.INDIRECT, **more):
    return Attribution(
        id=id_,
        parent=parent,
        kind=kind,
        manner=Manner.SPEECH,
        source=source,
        cue=None,
        venue=venue,
        content=mention(text, content) if content else None,
        confidence=0.9,
        **more,
    )


class SmallWeb:
    """Pages by URL, each with what its outlet says and credits; `find` gives an outlet's pages."""

    def __init__(self):
        self.pages = {}
        self.upstreams = {}
        self.misses = {}
        self.outlets = {}
        self.asked = []

    def publish(self, name, text, *attributions, sources=(), **more):
        publisher = outlet(name)
        url = f"https://{publisher.domain}/story"
        read = article(text, url=url, **more)
        page = Page(url, url, read, "2026-01-01T00:00:00Z", "1" * 64)
        self.pages[url] = page
        self.outlets[url] = publisher
        self.upstreams[url] = Upstream(page, {entry.id: entry for entry in sources}, attributions)
        return page

    def lose(self, name, outcome):
        publisher = outlet(name)
        url = f"https://{publisher.domain}/story"
        self.misses[url] = Miss(url, outcome)
        self.outlets[url] = publisher

    def find(self, wanted):
        for url in wanted.links:
            yield Lead(Tried(Tier.LINK, Outcome.FOUND), (Candidate(url, Tier.LINK, "the draft's link", cited=True),))
        if wanted.outlet is None:
            return
        url = f"https://{wanted.outlet.domain}/story"
        if url in self.pages or url in self.misses:
            yield Lead(Tried(Tier.WORDPRESS, Outcome.FOUND), (Candidate(url, Tier.WORDPRESS, "search"),))
        else:
            yield Lead(Tried(Tier.WORDPRESS, Outcome.NOT_FOUND))

    def fetch(self, url, near):
        self.asked.append(url)
        return self.pages.get(url) or self.misses.get(url) or Miss(url, Outcome.GONE)

    def reread(self, page):
        return self.upstreams[page.url]

    def outlet_of(self, url):
        if url in self.outlets:
            return self.outlets[url]
        host = url.split("/")[2]
        return Outlet(id=host, name=host, known=False)
