"""Who says what: an article's attributions, nested, with their venues, credits and sources resolved."""

from provaudit.attribute.outlet_names import OutletNames
from provaudit.attribute.tagged import Tagged, Tagger
from provaudit.model import Article, Attribution

__all__ = ["OutletNames", "Tagged", "Tagger", "attribute"]


def attribute(article: Article, tagger: Tagger, outlets: OutletNames) -> tuple[Attribution, ...]:
    """Return the attributions of an article in text order, an outer one before those inside it.

    The tagger finds the outermost ones; nesting, resumed quotations, venues, credits, hearsay and coreference are
    added here. Source ids are left to `provaudit.identify`.
    """
    from provaudit.attribute.stages import attributions  # forty small files: start-up is paid by who attributes

    return attributions(article, tagger, outlets)
