"""Whom a pronoun, a surname or a short form means."""

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, Spans
from provaudit.attribute.numbered import Resolve
from provaudit.attribute.outlet_names import OutletNames
from provaudit.model import Article, Mention


def resolver(trees: tuple[Found, ...], article: Article, body: Body, outlets: OutletNames) -> Resolve:
    """Return a function that makes the mention of a source."""

    def resolve(spans: Spans) -> Mention:
        return Mention(article.words(*spans), spans)

    return resolve
