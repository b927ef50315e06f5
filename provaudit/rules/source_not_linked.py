"""PL602 source-not-linked: an outlet is credited, and no link leads to it.

What it flags
    In a format that has links (HTML, Markdown, docx and CMS input): an outlet credited in words to which the draft
    has no link, neither in the sentence that names it nor to one of its pages anywhere.

Why it matters
    A link lets the reader check in one step what the draft made of its source.

Guideline
    IFCN Code of Principles: link to sources so that readers can repeat the work; the Trust Project, "Citations and
    References".

Flagged
    The plant will close in May, according to Reuters.

Passes
    The plant will close in May, [according to Reuters](https://www.reuters.com/business/plant).

What to do
    Link the page that was used.
"""

from collections.abc import Iterator

from provaudit.model import Case, Mention, Outlet, OutletKind, Severity, SourceKind
from provaudit.rules.credits import sources_of
from provaudit.rules.links import PLAIN, host_of
from provaudit.rules.prose import prose_of
from provaudit.rules.rule import Remark, Scope, rule_of


def _check(case: Case) -> Iterator[Remark]:
    if case.article.format in PLAIN:
        return
    mentions: dict[str, tuple[Outlet, list[Mention]]] = {}
    for outlet, mention in _credited(case):
        mentions.setdefault(outlet.id, (outlet, []))[1].append(mention)
    for outlet, found in mentions.values():
        if not _is_linked(case, outlet, found):
            yield Remark(f"{outlet.name} is credited and not linked: link the page that was used", found[0].spans[0])


def _credited(case: Case) -> Iterator[tuple[Outlet, Mention]]:
    own = case.publisher.id if case.publisher else None
    for attribution in case.attributions:
        for mention in (attribution.source, attribution.venue):
            for source in sources_of(case, mention):
                outlet = source.outlet
                if not outlet or source.kind is not SourceKind.OUTLET or not mention or not mention.spans:
                    continue
                if outlet.id != own and outlet.kind is not OutletKind.PLATFORM and not attribution.whole_text:
                    yield outlet, mention


def _is_linked(case: Case, outlet: Outlet, mentions: list[Mention]) -> bool:
    domains = {entry.domain for entry in outlet.domains}
    hosts = [host_of(link.url) for link in case.article.links]
    if any(host == domain or host.endswith(f".{domain}") for host in hosts for domain in domains):
        return True
    prose = prose_of(case.article)
    sentences = [prose.sentence_at(mention.spans[0].start) for mention in mentions]
    return any(sentence and link.span.meets(sentence) for sentence in sentences for link in case.article.links)


RULE = rule_of(__doc__, severity=Severity.INFO, scope=Scope.DRAFT, check=_check)
