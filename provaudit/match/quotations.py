"""Where a page holds a draft's quotations: exactly, or nearly.

Each piece is looked for among the words the page itself puts in quotation marks and among all its words: verbatim
first; then around the places its rarer words point to, aligned word by word with rapidfuzz. The cost is bounded by
the number of words of the quotation, never by that times the page.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

from provaudit.match import lexicon
from provaudit.match.pieces import Piece
from provaudit.match.reading import Reading
from provaudit.match.spoken import Track, spoken_track, whole_track
from provaudit.match.stems import stem

_PLACES = 12  # verbatim places of one piece that are considered
_SEEDS = 24  # words of a piece that point to places
_COMMON = 400  # a word that stands on a page more often points nowhere
_NEIGHBOURHOOD = 8  # words by which a place may be off
_LEFT_OUT = 3  # words between the first two of a quotation that a draft may leave out
_LIKENESS = 0.6  # of words that must stay for a stretch to be the same quotation


@dataclass(frozen=True, slots=True)
class Find:
    """A stretch of the page that holds a piece: `words` are indices into the reading, in order."""

    piece: Piece
    words: tuple[int, ...]
    likeness: float  # share of words that are the same, 0..1
    spoken: bool = False  # whether the page has it in quotation marks

    @property
    def first(self) -> int:
        """The first word of the page."""
        return self.words[0]

    @property
    def last(self) -> int:
        """One past the last word of the page."""
        return self.words[-1] + 1


def locate(pieces: tuple[Piece, ...], page: Reading, near: tuple[int, int] | None = None) -> tuple[Find, ...]:
    """Where the page holds the pieces: in order and near each other; empty where it does not hold them all.

    `near` is a range of words of the page to prefer among equals (where the rest of the claim is); the page's own
    quotations come next.
    """
    tracks = (spoken_track(page), whole_track(page))
    places = [_places(piece, tracks) for piece in pieces]
    if not places or not all(places):
        return ()
    anchor = max(range(len(pieces)), key=lambda number: len(pieces[number].forms))
    chains = [_chain(places, pieces, anchor, start) for start in places[anchor]]
    whole = [chain for chain in chains if chain]
    return max(
        whole, key=lambda chain: (_weight(chain), -_distance(chain, near), chain[0].spoken, -chain[0].first), default=()
    )


def _weight(chain: tuple[Find, ...]) -> float:
    # Of two stretches as like, the one of the piece's own length.
    off = sum(abs(len(find.words) - len(find.piece.forms)) for find in chain)
    return sum(round(find.likeness, 3) * len(find.piece.forms) for find in chain) - 0.01 * off


def _distance(chain: tuple[Find, ...], near: tuple[int, int] | None) -> int:
    first = chain[0].first
    return max(0, near[0] - first, first + 1 - near[1]) if near else 0


def _chain(places: list[list[Find]], pieces: tuple[Piece, ...], anchor: int, start: Find) -> tuple[Find, ...]:
    """The finds of all pieces around one find of the longest, or none."""
    chain = [start]
    for number in range(anchor + 1, len(pieces)):
        after = _nearest(places[number], chain[-1], pieces[number], forward=True)
        if after is None:
            return ()
        chain.append(after)
    for number in range(anchor - 1, -1, -1):
        before = _nearest(places[number], chain[0], pieces[number + 1], forward=False)
        if before is None:
            return ()
        chain.insert(0, before)
    return tuple(chain)


def _nearest(finds: list[Find], other: Find, joint: Piece, *, forward: bool) -> Find | None:
    """The find nearest to `other` on its side, within the gap that the joint between the two allows."""

    def gap(find: Find) -> int:
        return find.first - other.last if forward else other.first - find.last

    allowed = joint.gap + _NEIGHBOURHOOD
    fitting = [find for find in finds if 0 <= gap(find) <= allowed]
    if not fitting and not joint.ordered:
        fitting = [find for find in finds if -allowed <= gap(find) <= allowed]
    return min(fitting, key=lambda find: (-round(find.likeness, 1), abs(gap(find))), default=None)


def _places(piece: Piece, tracks: tuple[Track, Track]) -> list[Find]:
    finds: dict[int, Find] = {}
    for number, track in enumerate(tracks):
        for place in track.finds(piece.forms, _PLACES):
            words = track.words[place : place + len(piece.forms)]
            finds.setdefault(words[0], Find(piece, words, 1.0, spoken=number == 0))
    if finds:
        return sorted(finds.values(), key=lambda find: find.first)
    if len(piece.forms) < 3:
        return []
    near = [find for track in tracks for place in _pointed(piece, track) if (find := _align(piece, track, place))]
    for find in sorted(near, key=lambda find: (-find.likeness, abs(len(find.words) - len(piece.forms)))):
        finds.setdefault(find.first, find)
    return sorted(finds.values(), key=lambda find: find.first)


def _pointed(piece: Piece, track: Track) -> list[int]:
    """Where the piece would start, by the vote of its rarer words; at most four places."""
    stop = lexicon.words("stop_words")
    seeds = [
        (len(found), number, found) for number, form in enumerate(piece.forms) if (found := track.index.get(stem(form)))
    ]
    rare = sorted(seed for seed in seeds if piece.forms[seed[1]] not in stop) or sorted(seeds)
    votes: Counter[int] = Counter()
    for count, number, found in rare[:_SEEDS]:
        if count <= _COMMON:
            for start in {(place - number) // _NEIGHBOURHOOD for place in found}:
                votes[start] += 2
                votes[start - 1] += 1
                votes[start + 1] += 1
    return [start * _NEIGHBOURHOOD for start, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:4]]


def _align(piece: Piece, track: Track, place: int) -> Find | None:
    """The stretch around a place that is most like the piece, if it is like it enough."""
    slack = 2 * _NEIGHBOURHOOD
    left = max(0, place - slack)
    window = track.forms[left : place + len(piece.forms) + slack]
    found = partial_ratio_alignment(piece.forms, window)
    if found is None or not window:
        return None
    start, end = (found.dest_start, found.dest_end) if len(window) >= len(piece.forms) else (0, len(window))
    if start >= end:
        return None
    start, end = _stretched(piece.forms, window, start, end)
    likeness = 1 - Levenshtein.distance(piece.forms, window[start:end]) / max(len(piece.forms), end - start)
    if likeness < _LIKENESS:
        return None
    return Find(piece, track.words[left + start : left + end], likeness)


def _stretched(piece: tuple[str, ...], window: tuple[str, ...], start: int, end: int) -> tuple[int, int]:
    """Move both ends of a stretch to where the fewest words differ; among equals to the piece's own length."""

    def off(left: int, right: int) -> tuple[int, bool, int]:
        other_ends = window[left] != piece[0] or window[right - 1] != piece[-1]
        return Levenshtein.distance(piece, window[left:right]), other_ends, abs(right - left - len(piece))

    for _ in range(2):  # the best start depends on the end
        starts = range(max(0, start - _NEIGHBOURHOOD), min(end - 1, start + _NEIGHBOURHOOD) + 1)
        start = min(starts, key=lambda left: off(left, end))
        ends = range(max(start + 1, end - _NEIGHBOURHOOD), min(len(window), end + _NEIGHBOURHOOD) + 1)
        end = min(ends, key=lambda right: off(start, right), default=end)
    return _from_first_word(piece, window, start, end), end


def _from_first_word(piece: tuple[str, ...], window: tuple[str, ...], start: int, end: int) -> int:
    """A few words further left, where the quotation's own first two words stand apart: what parts them was left out."""
    if window[start] == piece[0]:
        return start
    second = next((at for at in range(start, min(end, start + 3)) if window[at] == piece[1]), None)
    if second is None:
        return start
    lefts = range(start - 1, max(-1, start - 1 - _LEFT_OUT), -1)
    return next((at for at in lefts if window[at] == piece[0]), start)
