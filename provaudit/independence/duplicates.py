"""One text under several mastheads: near-duplicates by the containment of five-word shingles.

After A. Z. Broder, "On the resemblance and containment of documents" (1997): the share of the shorter page's
runs of five words that the longer one has too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_WORD = re.compile(r"[^\W_]+")
_RUN = 5
# Two reports of one speech share its quotations; a text taken over shares most of its words.
_SAME = 0.6
_FEWEST = 15  # shingles: a shorter text is a snippet and proves nothing
_MOST = 20_000  # words of one page that are looked at


def shingles(text: str) -> frozenset[int]:
    """The runs of five words of a text, as hashes, case and punctuation aside."""
    words = _WORD.findall(text.casefold())[:_MOST]
    return frozenset(hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1))


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the smaller set that the larger holds, 0..1; 0 where the smaller is too small to tell."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller >= _FEWEST else 0.0


def same_text(pages: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """The groups of pages (URL → text) that are one text, each in the order of its URLs; single pages are left out."""
    urls = sorted(pages)
    runs = [shingles(pages[url]) for url in urls]
    leader = list(range(len(urls)))

    def find(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    for left in range(len(urls)):
        for right in range(left + 1, len(urls)):
            if find(left) != find(right) and containment(runs[left], runs[right]) >= _SAME:
                leader[find(right)] = find(left)
    grouped: dict[int, list[str]] = {}
    for at, url in enumerate(urls):
        grouped.setdefault(find(at), []).append(url)
    return tuple(tuple(group) for group in grouped.values() if len(group) > 1)
