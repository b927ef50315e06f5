"""The two extractors that judge where a page's article is: trafilatura and readability. Both are asked for text alone.

They are strangers' code on strangers' pages: whatever they trip over, the answer is then "" and the other judge
remains.
"""

import logging
import re
from collections.abc import Iterable

_TOKEN = re.compile(r"\w+")
SHINGLE = 4  # words


def trafilatura_text(source: str) -> str:
    """The body as trafilatura sees it, a line for each paragraph; "" where it finds none."""
    from trafilatura import extract

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return extract(source, include_comments=False, include_tables=True) or ""
    except Exception:  # noqa: BLE001 — see above
        return ""


def readability_text(source: str) -> str:
    """The body as readability sees it, a line for each paragraph; "" where it finds none."""
    from readability import Document
    from selectolax.lexbor import LexborHTMLParser

    logging.getLogger("readability.readability").setLevel(logging.CRITICAL)
    try:
        summary = Document(source).summary(html_partial=True)
    except Exception:  # noqa: BLE001 — see above
        return ""
    root = LexborHTMLParser(summary).body
    return root.text(separator="\n") if root is not None else ""


class Spoken:
    """The text an extractor gave, to ask whether a paragraph stands in it."""

    def __init__(self, text: str) -> None:
        folded = text.casefold()
        tokens = _TOKEN.findall(folded)
        self._shingles = frozenset(shingles(tokens))
        self._lines = frozenset(" ".join(_TOKEN.findall(line)) for line in folded.split("\n"))
        self._text = f" {' '.join(tokens)} "

    def holds(self, tokens: tuple[str, ...]) -> bool:
        """Whether most of the words stand in the text in their order; few words have to stand there whole."""
        if len(tokens) < 2 * SHINGLE:
            line = " ".join(tokens)
            return line in self._lines or (len(tokens) >= 3 and f" {line} " in self._text)
        found = [shingle in self._shingles for shingle in shingles(tokens)]
        return sum(found) * 10 >= 6 * len(found)


def shingles(tokens: list[str] | tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """All runs of `SHINGLE` neighbouring words."""
    return zip(*(tokens[start:] for start in range(SHINGLE)), strict=False)
