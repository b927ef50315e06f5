"""Drift of quoted words: what a quotation says that the page does not, word by word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from provaudit.match.quotations import Find
from provaudit.match.reading import Reading
from provaudit.match.sounding import Sound, sounding
from provaudit.model import Drift, DriftKind


def words_drift(find: Find, page: Reading) -> Iterator[Drift]:
    """One drift for each stretch of a quotation's piece that differs from the page's words, house style aside."""
    theirs = tuple(page.forms[word] for word in find.words)
    if find.piece.forms == theirs:
        return
    ours_said, theirs_said = sounding(find.piece.forms), sounding(theirs)
    for mine, other in _changes(ours_said, theirs_said):
        yield Drift(
            DriftKind.WORDS,
            " ".join(find.piece.forms[mine[0][1] : mine[-1][2]]) if mine else "",
            page.words(find.words[other[0][1]], find.words[other[-1][2] - 1] + 1) if other else "",
        )


def _changes(
    ours: tuple[Sound, ...], theirs: tuple[Sound, ...]
) -> Iterator[tuple[tuple[Sound, ...], tuple[Sound, ...]]]:
    """The stretches that differ, neighbouring ones taken together."""
    changes = Levenshtein.opcodes([key for key, *_ in ours], [key for key, *_ in theirs])
    for differs, run in groupby(changes, key=lambda change: change.tag != "equal"):
        if differs:
            steps = list(run)
            yield ours[steps[0].src_start : steps[-1].src_end], theirs[steps[0].dest_start : steps[-1].dest_end]
