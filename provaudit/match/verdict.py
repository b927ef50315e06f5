"""What a page says of a claim: the passage, its status, and the drift.

Similarity only says where to look; the status comes of checks:

* exact: the claim's words stand there in this order (case, quotation marks, dashes and spaces aside); score 1.
* near: house style differs as well (numerals, spelling, elisions, brackets, a quotation broken by its speaker), or
  articles in the draft's own words; score is the share of words that are the same.
* altered: the claim is there, and a fact or a quoted word of it is another; score as for near or paraphrase.
* paraphrase: the claim's content is there in other words, and no check found a difference; score is the share of
  content that is there, rarer words counting more.
* absent: the page lacks it; score is the best share found, or how likely the second reader holds it to be there.

A qualifier cut off (drift of kind truncation) is told beside the status and does not change it.
"""

from __future__ import annotations

from dataclasses import replace

from provaudit.match.beside import beside_quotations
from provaudit.match.findings import Search, absent
from provaudit.match.own_words import standing, verbatim
from provaudit.match.passages import Window, shortlist
from provaudit.match.pieces import pieces_of
from provaudit.match.quotations import locate
from provaudit.match.quoted import quoted, reworded
from provaudit.match.reading import read_article, read_claim
from provaudit.match.second_reader import Reads
from provaudit.match.weighed import weighed
from provaudit.model import Article, AttributionKind, Match, Statement

_NEARBY = 0.5  # of the weighted content: the rest of a claim stands there, so its quotation should too


def match(statement: Statement, upstream: Article, reads: Reads | None = None) -> Match:
    """Find a claim in an upstream page and tell how the two differ; bounded in the page's length.

    `reads` is asked whether a page that shares few words with a claim says it all the same; words decide without it.
    """
    search = Search(statement, upstream, read_claim(statement.text), read_article(upstream), reads)
    if not len(search.page) or not len(search.claim):
        return Match(absent(0.0))
    windows = shortlist(search.claim, search.page)
    found = _in_quotations(search, windows) if statement.quotations else _in_own_words(search, windows)
    return found or Match(absent(windows[0].coverage if windows else 0.0))


def _in_quotations(search: Search, windows: list[Window]) -> Match | None:
    statement, page = search.statement, search.page
    best = windows[0] if windows and windows[0].coverage >= _NEARBY else None
    near = page.within(best.first, best.last) if best else None
    pieces = pieces_of(statement.quotations, in_order=statement.kind is AttributionKind.DIRECT)
    finds = locate(pieces, page, near)
    if not finds:
        return reworded(search, standing(replace(search, reads=None), windows)[0])
    return beside_quotations(search, quoted(search, finds), finds)


def _in_own_words(search: Search, windows: list[Window]) -> Match:
    exact = verbatim(search)
    if exact is not None:
        return exact
    found, surely = standing(search, windows)
    if found is None:
        return Match(absent(surely))
    return weighed(found.pairing, found.match, search.reads) if search.reads else found.match
