"""The weights of a confidence: `python -m provaudit.attribute.train.weigh --dev FILE.jsonl.gz MODEL_DIR`.

A logistic regression of whether an attribution is right on the signs that `link.signs` gives. Half a point is for the
content (token Dice of at least 0.5 with an annotated one), half for the source.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from provaudit.attribute.link import Weights
from provaudit.attribute.tagged import Tagged
from provaudit.attribute.tagger import LearnedTagger
from provaudit.attribute.train.batches import Example, Marked, paragraphs, read_examples
from provaudit.model import Span

_WORD = re.compile(r"\w+")
_CAUTION = 1.0  # the ridge that keeps weights small


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the weights for `link.Weights.signs`."""
    parser = argparse.ArgumentParser(prog="python -m provaudit.attribute.train.weigh", description=__doc__)
    parser.add_argument("model", type=Path, help="a folder that the export wrote")
    parser.add_argument("--dev", type=Path, required=True, help="annotated articles not trained on")
    options = parser.parse_args(arguments)
    tagger = LearnedTagger.load(options.model, weights=Weights(least=0.0))
    rows = [row for example in read_examples(options.dev) for row in _rows(tagger, example)]
    signs, right = np.array([row for row, _ in rows]), np.array([points for _, points in rows])
    print(tuple(round(float(weight), 2) for weight in logistic(signs, right)))  # noqa: T201  # what it is for


def logistic(signs: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights that explain `right` (0 to 1) best, by Newton's method with a ridge."""
    weights = np.zeros(signs.shape[1])
    for _ in range(40):
        guess = 1 / (1 + np.exp(-signs @ weights))
        bend = (signs * (guess * (1 - guess))[:, None]).T @ signs + _CAUTION * np.eye(len(weights))
        weights = weights - np.linalg.solve(bend, signs.T @ (guess - right) + _CAUTION * weights)
    return weights


def _rows(tagger: LearnedTagger, example: Example) -> Iterator[tuple[tuple[float, ...], float]]:
    blocks = [Span(*span) for span in paragraphs(example.text)]
    (found,) = tagger.read([(example.text, blocks)])
    free = list(example.attributions)
    for tagged, group in sorted(found, key=lambda pair: -pair[0].confidence):
        scored = [(_dice(example.text, tagged, gold), n) for n, gold in enumerate(free)]
        dice, best = max(scored, default=(0.0, 0))
        points = 0.0
        if dice >= 0.5:
            points = 0.5 + 0.5 * _same_source(example.text, tagged, free.pop(best))
        if group.signs:
            yield group.signs, points


def _dice(text: str, tagged: Tagged, gold: Marked) -> float:
    mine, theirs = _words(text, tagged.content), _words(text, gold["content"])
    return 2 * len(mine & theirs) / max(1, len(mine) + len(theirs))


def _same_source(text: str, tagged: Tagged, gold: Marked) -> bool:
    mine, theirs = _words(text, tagged.source), _words(text, gold["source"])
    return bool(mine & theirs) or not (mine or theirs)


def _words(text: str, spans: Sequence[Sequence[int]]) -> set[int]:
    return {found.start() for start, end in spans for found in _WORD.finditer(text, start, end)}


if __name__ == "__main__":
    main()
