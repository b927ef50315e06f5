"""Drift of quoted words: what a quotation says that the page does not, word by word."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from provaudit.match.quotations import Find
from provaudit.match.reading import Reading
from provaudit.match.sounding import sounding
from provaudit.model import Drift, DriftKind


def words_drift(find: Find, page: Reading) -> Iterator[Drift]:
    """One drift for each stretch of a quotation's piece that differs from the page's words, house style aside."""
    theirs = tuple(page.forms[word] for word in find.words)
    if find.piece.forms == theirs:
        return
    ours_said, theirs_said = sounding(find.piece.forms), sounding(theirs)
    changes = Levenshtein.opcodes([key for key, *_ in ours_said], [key for key, *_ in theirs_said])
    for change in changes:
        if change.tag == "equal":
            continue
        mine = ours_said[change.src_start : change.src_end]
        other = theirs_said[change.dest_start : change.dest_end]
        yield Drift(
            DriftKind.WORDS,
            " ".join(find.piece.forms[mine[0][1] : mine[-1][2]]) if mine else "",
            page.words(find.words[other[0][1]], find.words[other[-1][2] - 1] + 1) if other else "",
        )
