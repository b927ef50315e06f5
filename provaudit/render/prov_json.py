"""PROV-JSON (W3C): drafts, claims and pages as entities, sources as agents, every step of a chain as a derivation.

Made with the `prov` package, an extra. Claims are quoted from the first page of their chain, that page is derived
from the next, and the origin is the claim's primary source.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from provaudit import __version__
from provaudit.errors import UsageError
from provaudit.model import Audit, Claim, Hop, Source, SourceKind
from provaudit.render.inert import inert
from provaudit.render.json_writing import dumps
from provaudit.render.options import RenderOptions
from provaudit.render.words import article_name, hand_word

if TYPE_CHECKING:
    from prov.model import ProvDocument

NAMESPACE = "urn:provaudit:"

_AUDITING = "provaudit:audit"

_AGENTS = {SourceKind.PERSON: "Person", SourceKind.ORGANISATION: "Organization", SourceKind.OUTLET: "Organization"}


def prov_json(audits: Sequence[Audit], options: RenderOptions) -> str:
    """One PROV document over all drafts; UsageError where the `prov` package is not installed."""
    try:
        from prov.model import ProvDocument
    except ImportError:
        raise UsageError("the prov format needs the package prov: pip install 'provaudit[prov]'") from None
    document = ProvDocument()
    document.add_namespace("provaudit", NAMESPACE)
    document.agent("provaudit:tool", {"prov:type": _prov("SoftwareAgent"), "prov:label": f"provaudit {__version__}"})
    document.activity(_AUDITING)
    document.wasAssociatedWith(_AUDITING, "provaudit:tool")
    for number, audit in enumerate(audits, start=1):
        _Draft(document, f"provaudit:d{number}", audit, options).write()
    return dumps(json.loads(str(document.serialize(format="json")))) + "\n"


class _Draft:
    """Writes one audit into the document; every id begins with the draft's."""

    def __init__(self, document: ProvDocument, name: str, audit: Audit, options: RenderOptions) -> None:
        self._document = document
        self._name = name
        self._audit = audit
        self._options = options
        self._pages: dict[str, str] = {}

    def write(self) -> None:
        article = self._audit.article
        facts = {
            "prov:type": self._document.valid_qualified_name("provaudit:Draft"),
            "prov:label": inert(article.title or article_name(article, self._options.root)),
            "provaudit:path": article_name(article, self._options.root),
            "provaudit:sha256": article.sha256,
        }
        self._document.entity(self._name, facts)
        self._document.used(_AUDITING, self._name)
        for source in self._audit.sources:
            self._source(source)
        for claim in self._audit.claims:
            self._claim(claim)

    def _source(self, source: Source) -> None:
        facts: dict[str, Any] = {"prov:label": inert(source.name), "provaudit:kind": source.kind.value}
        if source.outlet is not None:
            facts["provaudit:outlet"] = source.outlet.id
        if source.kind is SourceKind.DOCUMENT:
            self._document.entity(self._of(source.id), facts)
            return
        kind = _AGENTS.get(source.kind)
        self._document.agent(self._of(source.id), facts | ({"prov:type": _prov(kind)} if kind else {}))

    def _claim(self, claim: Claim) -> None:
        facts = {
            "prov:type": self._document.valid_qualified_name("provaudit:Claim"),
            "prov:value": inert(claim.text),
            "provaudit:hand": hand_word(claim.hand),
            "provaudit:end": claim.end.value,
            "provaudit:line": claim.place.line,
        }
        claimed = self._of(claim.id)
        self._document.entity(claimed, facts)
        self._document.hadMember(self._name, claimed)
        below = claimed
        for hop in claim.hops:
            below = self._hop(claimed, below, hop)
        if claim.origin is not None:
            self._origin(claimed, claim.origin)

    def _hop(self, claimed: str, below: str, hop: Hop) -> str:
        """One step: the claim came through the source, its page quotes or rests on the next; where that one starts."""
        if not self._is_document(hop.source):
            step = {"provaudit:step": hop.n}
            self._document.wasAttributedTo(claimed, self._of(hop.source), other_attributes=step)
        if hop.page is None:
            return below
        page = self._page(hop)
        facts: dict[str, Any] = {"provaudit:outcome": hop.outcome.value}
        if below == claimed:
            facts["prov:type"] = _prov("Quotation")
        if hop.passage is not None:
            facts |= {"provaudit:passage": inert(hop.passage.text), "provaudit:status": hop.passage.status.value}
        if below != page:
            self._document.wasDerivedFrom(below, page, other_attributes=facts)
        return page

    def _page(self, hop: Hop) -> str:
        """The entity of a hop's page, made once a draft."""
        page = hop.page
        if page is None:
            return self._name
        if page.url not in self._pages:
            name = self._pages[page.url] = self._of(f"page{len(self._pages) + 1}")
            facts: dict[str, Any] = {
                "prov:type": self._document.valid_qualified_name("provaudit:Page"),
                "prov:location": page.url,
                "provaudit:sha256": page.sha256,
                "provaudit:retrieved": page.retrieved,
            }
            if page.archive_url:
                facts["provaudit:archive"] = page.archive_url
            self._document.entity(name, facts)
            self._document.used(_AUDITING, name)
            if not self._is_document(hop.source):
                self._document.wasAttributedTo(name, self._of(hop.source))
        return self._pages[page.url]

    def _origin(self, claimed: str, origin: str) -> None:
        if self._is_document(origin):
            kind = {"prov:type": _prov("PrimarySource")}
            self._document.wasDerivedFrom(claimed, self._of(origin), other_attributes=kind)
        else:
            self._document.wasAttributedTo(claimed, self._of(origin), other_attributes={"provaudit:origin": True})

    def _is_document(self, source: str) -> bool:
        return any(one.id == source and one.kind is SourceKind.DOCUMENT for one in self._audit.sources)

    def _of(self, name: str) -> str:
        return f"{self._name}.{name}"


def _prov(name: str) -> Any:  # noqa: ANN401 -- a qualified name of a library without types
    """A name of the PROV vocabulary, as a name and not as text."""
    from prov.constants import PROV

    return PROV[name]
