"""JSON-LD of schema.org: the draft as a NewsArticle that cites its outlets and is based on the pages found."""

from __future__ import annotations

from collections.abc import Sequence

from provaudit.model import Audit, Hop, Outcome, PassageStatus, Source, SourceKind
from provaudit.render.json_writing import Json, dumps
from provaudit.render.options import RenderOptions
from provaudit.render.words import article_name

_TYPES = {
    SourceKind.PERSON: "Person",
    SourceKind.ORGANISATION: "Organization",
    SourceKind.OUTLET: "NewsMediaOrganization",
    SourceKind.DOCUMENT: "CreativeWork",
    SourceKind.SOCIAL: "SocialMediaPosting",
}


def jsonld(audits: Sequence[Audit], options: RenderOptions) -> str:
    """One NewsArticle, or a graph of several."""
    articles = [_article(audit, options) for audit in audits]
    context: Json = {"@context": "https://schema.org"}
    return dumps(context | (articles[0] if len(articles) == 1 else {"@graph": articles})) + "\n"


def _article(audit: Audit, options: RenderOptions) -> Json:
    article = audit.article
    pages = _pages(audit)
    facts: Json = {
        "@type": "NewsArticle",
        "@id": article.canonical_url or article.url,
        "url": article.url,
        "identifier": f"sha256:{article.sha256}",
        "headline": article.title or article_name(article, options.root),
        "author": {"@type": "Person", "name": article.byline} if article.byline else None,
        "publisher": {"@type": "NewsMediaOrganization", "name": article.publisher} if article.publisher else None,
        "datePublished": article.published,
        "inLanguage": article.language,
        "citation": _citations(audit, pages),
        "isBasedOn": list(dict.fromkeys(hop.page.url for hop in pages if hop.page and _holds(hop))),
    }
    return {name: fact for name, fact in facts.items() if fact not in (None, [])}


def _pages(audit: Audit) -> list[Hop]:
    """The hops that reached a page, each page once."""
    good = (Outcome.FOUND, Outcome.ARCHIVED_ONLY)
    reached = [hop for claim in audit.claims for hop in claim.hops if hop.page is not None and hop.outcome in good]
    return list({hop.page.url: hop for hop in reversed(reached) if hop.page is not None}.values())[::-1]


def _holds(hop: Hop) -> bool:
    """Whether the page carries the claim; a page that lacks it is cited, but nothing is based on it."""
    return hop.passage is not None and hop.passage.status is not PassageStatus.ABSENT


def _citations(audit: Audit, pages: Sequence[Hop]) -> list[Json]:
    """The pages, then the sources with a name of which no page was reached."""
    sources = {source.id: source for source in audit.sources}
    cited = [_page(hop, sources.get(hop.source)) for hop in pages]
    reached = {hop.source for hop in pages}
    named = {hop.source for claim in audit.claims for hop in claim.hops}
    return cited + [_named(one) for one in audit.sources if one.id in named - reached and one.kind in _TYPES]


def _named(source: Source) -> Json:
    """A source of which no page was reached."""
    named: Json = {"@type": _TYPES[source.kind], "name": source.name}
    domain = source.outlet.domain if source.outlet is not None and source.kind is SourceKind.OUTLET else None
    return named | ({"url": f"https://{domain}/"} if domain else {})


def _page(hop: Hop, source: Source | None) -> Json:
    page = hop.page
    if page is None:
        return {}
    outlet = source.outlet if source else None
    facts: Json = {
        "@type": "NewsArticle",
        "url": page.url,
        "headline": page.article.title,
        "datePublished": page.article.published,
        "publisher": {"@type": "NewsMediaOrganization", "name": outlet.name} if outlet else None,
        "archivedAt": page.archive_url,
    }
    return {name: fact for name, fact in facts.items() if fact is not None}
