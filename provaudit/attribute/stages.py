"""The stages of attribution, in order: tag, repair, resume, nest, find venues and credits, resolve, number."""

from provaudit.attribute.anonymity import add_anonymity
from provaudit.attribute.asides import with_asides
from provaudit.attribute.body import body_of
from provaudit.attribute.citing import rest_on_cited
from provaudit.attribute.clefts import with_clefts
from provaudit.attribute.coreference import resolver
from provaudit.attribute.credits import credit_lines, cut_datelines, is_credit_line, without_datelines
from provaudit.attribute.found import Found, found, in_order
from provaudit.attribute.hearsay import add_hearsay
from provaudit.attribute.items import with_items
from provaudit.attribute.manner_leads import with_manner_leads
from provaudit.attribute.nesting import contained, nest
from provaudit.attribute.no_claims import without_empty
from provaudit.attribute.numbered import numbered
from provaudit.attribute.outlet_names import OutletNames
from provaudit.attribute.outlets_first import outlets_first
from provaudit.attribute.own_sentence import in_own_sentence
from provaudit.attribute.passives import with_passives
from provaudit.attribute.pointing_back import pointing_back
from provaudit.attribute.published import add_published
from provaudit.attribute.reading_copy import in_text, reading_copy
from provaudit.attribute.repair import repair
from provaudit.attribute.resumed import resume
from provaudit.attribute.shared_content import with_shared
from provaudit.attribute.sifting import sift
from provaudit.attribute.stretches import stretches
from provaudit.attribute.tagged import Tagger
from provaudit.attribute.transcripts import transcript_turns, with_turns
from provaudit.attribute.upstream import rest_deeper, rest_on_upstream
from provaudit.attribute.venues import add_venues
from provaudit.attribute.verbatim import add_verbatim
from provaudit.attribute.whole_sources import with_whole_sources
from provaudit.model import Article, Attribution


def attributions(article: Article, tagger: Tagger, outlets: OutletNames) -> tuple[Attribution, ...]:
    """Return the attributions of an article, read in a copy where it holds marks or broken lines."""
    copy = reading_copy(article)
    return in_text(_attributions(copy.article, tagger, outlets), copy, article)


def _attributions(article: Article, tagger: Tagger, outlets: OutletNames) -> tuple[Attribution, ...]:
    written = body_of(article)
    body = without_datelines(written)
    blocks = [span for span in written.blocks if not is_credit_line(article.text, span)]
    tagged = cut_datelines([found(one) for one in tagger.tag(article.text, blocks)], written, body)
    flat = in_own_sentence(sift(tagged, article, body), article, body)
    flat = add_verbatim(pointing_back(flat, body), article, body)
    flat, body = with_turns(with_items(flat, article, outlets), transcript_turns(body), body)
    made: list[Found] = []
    for here, part in stretches(flat, body):
        repaired = with_shared(with_passives(repair(here, part, outlets), part, outlets), part)
        speaking = with_manner_leads(with_whole_sources(repaired, part, outlets), part)
        whole = rest_on_upstream(resume(speaking, part), part, outlets)
        whole = contained(with_clefts(with_asides(rest_on_cited(whole, part), part, outlets), part, outlets))
        made += add_hearsay(add_published(whole, part, outlets), part)
    trees = without_empty(rest_deeper(nest(in_order(made), body, tagger, outlets), body, outlets), article, body)
    trees = tuple(outlets_first(one, body, outlets) for one in trees)
    trees = add_venues(add_anonymity(trees, body), body, outlets)
    trees = in_order((*trees, *credit_lines(article, written, outlets)))
    return numbered(trees, article, body, resolver(trees, article, body, outlets))
