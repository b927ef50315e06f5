"""Which strips of a page are its article.

trafilatura decides what the body is, readability guards that nothing large is missing, and what both drop between two
paragraphs of the body (short runs, link-only items, bare text before a link) is put back. Where neither can be asked
(the page is too large or they find nothing) the densest container is taken. Lost evidence is worse than a little
boilerplate.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from provaudit.model import BlockKind
from provaudit.read.extractors import Spoken, readability_text, trafilatura_text
from provaudit.read.lines import is_credit, is_furniture, tidy
from provaudit.read.page_names import Shut
from provaudit.read.page_walk import Strip, Walked

_RUNNING = 10  # words that make a strip running text rather than a label
_SPEECH = re.compile(r"[\"“”]|\b(?:said|says|told|according to|wrote)\b")
_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*$")
# Beyond these the lxml-based extractors take seconds; the densest container is taken instead.
MOST_SOURCE, MOST_STRIPS = 3_000_000, 5_000


def body_of(source: str, walked: Walked) -> list[int]:
    """The numbers of the strips that make up the article, in order."""
    taken = guarded = frozenset[int]()
    if len(source) <= MOST_SOURCE and len(walked.strips) <= MOST_STRIPS:
        taken = _held(walked, trafilatura_text(source))
        guarded = _held(walked, readability_text(source))
    page = _Page(walked, _agreed(walked, taken, guarded))
    kept = page.without_strays()
    kept |= page.guarded(kept, guarded)
    kept |= page.alike(kept)
    kept |= page.around(kept)
    kept |= page.between(kept)
    return page.without_repeats(sorted(kept))


def is_running(strip: Strip) -> bool:
    """Whether a strip is running text rather than a label or a list of links."""
    return len(strip.tokens) >= _RUNNING and strip.link_share < 0.5


def _held(walked: Walked, text: str) -> frozenset[int]:
    spoken = Spoken(text)
    return frozenset(
        number for number, strip in enumerate(walked.strips) if strip.tokens and text and spoken.holds(strip.tokens)
    )


def _words(walked: Walked, numbers: Iterable[int]) -> int:
    return sum(len(walked.strips[number].tokens) for number in numbers)


def _agreed(walked: Walked, taken: frozenset[int], guarded: frozenset[int]) -> frozenset[int]:
    """What to start from: trafilatura's choice, unless it has next to nothing of what two other judges have."""
    densest = _densest(walked)
    if _words(walked, taken) < 25:
        return guarded if _words(walked, guarded) * 2 >= _words(walked, densest) else densest
    both = frozenset(number for number in guarded & densest if is_running(walked.strips[number]))
    if _words(walked, both) > 2 * _words(walked, taken):
        return both | taken if both & taken else both
    return taken


def _densest(walked: Walked) -> frozenset[int]:
    """The running text of the container with most of it: readability's scoring, in short."""
    scores: Counter[int] = Counter()
    running = [
        number for number, strip in enumerate(walked.strips)
        if is_running(strip)
        and not any((walked.elements[above].shut or 0) >= Shut.OUT for above in walked.above(strip.element))
    ]  # fmt: skip
    for number in running:
        weight = min(len(walked.strips[number].tokens), 100)
        for step, element in enumerate(walked.above(walked.strips[number].element)[:4]):
            scores[element] += weight // (1, 1, 2, 4)[step]
    if not scores:
        return frozenset(number for number, strip in enumerate(walked.strips) if is_running(strip))
    best = max(scores, key=lambda element: scores[element])
    return frozenset(number for number in running if best in walked.above(walked.strips[number].element))


@dataclass(slots=True)
class _Page:
    """A page, what was taken of it at first, and how surely each of its strips is shut out."""

    walked: Walked
    taken: frozenset[int]
    shut: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.shut = self._shut()

    def _shut(self) -> tuple[int, ...]:
        """For each strip the gravest `Shut` above it (0 for none), elements that hold a good part of the body aside."""
        held: Counter[int] = Counter()
        for number in self.taken:
            strip = self.walked.strips[number]
            for above in self.walked.above(strip.element):
                held[above] += len(strip.tokens)
        everything = _words(self.walked, self.taken)
        levels = {-1: 0}
        for number, element in enumerate(self.walked.elements):
            # A name that shuts out a third of the body ("share-enabled", "has-related") means something else.
            own = 0 if element.shut is None or held[number] * 3 > everything else int(element.shut)
            levels[number] = max(own, levels[element.parent])
        return tuple(levels[strip.element] for strip in self.walked.strips)

    def _strip(self, number: int) -> Strip:
        return self.walked.strips[number]

    def _holders(self, number: int) -> list[int]:
        """The element a strip hangs under, its parent and its grandparent."""
        return self.walked.above(self._strip(number).element)[:3]

    def without_strays(self) -> set[int]:
        """What was taken, less the short strips far from any running text (labels that recur in menus)."""
        taken = {number for number in self.taken if self.shut[number] < Shut.NEVER}
        running = [number for number in sorted(taken) if len(self._strip(number).tokens) >= _RUNNING]
        if not running:
            return taken
        near = range(running[0] - 2, running[-1] + 3)
        return {number for number in taken if number in near}

    def guarded(self, kept: set[int], guarded: frozenset[int]) -> set[int]:
        """Running text that only readability has."""
        return {
            number for number in guarded - kept
            if is_running(self._strip(number)) and self._strip(number).link_share < 0.35
            and self.shut[number] < Shut.ASIDE
        }  # fmt: skip

    def alike(self, kept: set[int]) -> set[int]:
        """Running text in containers built like those of the body, up to the next article on the page."""
        homes = Counter(self._home(number) for number in kept if is_running(self._strip(number)))
        first, last = min(kept, default=0), max(kept, default=0)
        articles = {self._article(number) for number in kept}
        found = set()
        for number in range(first, len(self.walked.strips)):
            strip, home = self._strip(number), self._home(number)
            if number > last and self.walked.elements[strip.element].tag == "h1":
                break
            if number in kept or not is_running(strip) or strip.link_share > 0.3 or self.shut[number] >= Shut.ASIDE:
                continue
            # Nameless containers are alike all over a page: only near the body do they tell anything.
            named = any(not part.endswith("  ") for part in home[1:]) or number < last + 4
            if named and homes[home] >= 2 and self._article(number) in articles:
                found.add(number)
        return found

    def _home(self, number: int) -> tuple[str, ...]:
        elements = self.walked.elements
        return tuple(f"{elements[above].tag} {elements[above].names}" for above in self._holders(number))

    def _article(self, number: int) -> int:
        above = self.walked.above(self._strip(number).element)
        return next((element for element in above if self.walked.elements[element].tag == "article"), -1)

    def between(self, kept: set[int]) -> set[int]:
        """What lies between two kept strips: all that hangs where they hang, and short runs of the rest."""
        added: set[int] = set()
        for before, after in pairwise(sorted(kept)):
            gap = [number for number in range(before + 1, after) if self.shut[number] < Shut.OUT]
            if gap:
                added |= self._restored(gap, before, after)
        return added

    def _restored(self, gap: list[int], before: int, after: int) -> set[int]:
        homes = {element for end in (before, after) for element in self._holders(end)[:2]}
        built = {home for end in (before, after) for home in self._home(end)[1:2] if not home.isspace()}
        short = len(gap) <= 8 and _words(self.walked, gap) <= 160
        restored: set[int] = set()
        promoted = False
        for number in gap:
            strip = self._strip(number)
            near = any(element in homes for element in self._holders(number)) or any(
                home in built for home in self._home(number)[1:]
            )
            links_alone = strip.link_share >= 0.8
            # "Related:" promotes the links that follow it.
            promoted = is_furniture(tidy(strip.words)) or (promoted and links_alone)
            aside = self.shut[number] >= Shut.ASIDE
            if promoted or (links_alone and not near) or (aside and not self._tells(number)):
                continue
            if short or (near and is_running(strip)):
                restored.add(number)
        return restored

    def _tells(self, number: int) -> bool:
        """Whether the element beside the text that a strip is in holds running text (a fact box) and not just links."""
        above = self.walked.above(self._strip(number).element)
        box = next((element for element in above if (self.walked.elements[element].shut or 0) >= Shut.ASIDE), -1)
        inside = [strip for strip in self.walked.strips if box in self.walked.above(strip.element)]
        words, linked = sum(len(strip.tokens) for strip in inside), sum(strip.linked for strip in inside)
        return linked * 3 < words and any(
            is_running(strip) or strip.kind is not BlockKind.PARAGRAPH for strip in inside
        )

    def around(self, kept: set[int]) -> set[int]:
        """Sentences and credits that hang where the body hangs, before and after it; lead captions that quote."""
        if not kept:
            return set()
        first, last = min(kept), max(kept)
        homes = {
            self._holders(number)[1:2][0]
            for number in kept
            if is_running(self._strip(number)) and self._holders(number)[1:2]
        }
        homes |= set(self._holders(last)[1:3])
        added = set()
        for number in (*range(max(0, first - 4), first), *range(last + 1, min(last + 16, len(self.walked.strips)))):
            strip = self._strip(number)
            line = tidy(strip.words)
            if self.shut[number] >= Shut.OUT or is_furniture(line):
                continue
            if strip.kind is BlockKind.CAPTION:
                if number < first and _SPEECH.search(line):
                    added.add(number)
            elif any(element in homes for element in self._holders(number)[:2]):
                sentence = strip.link_share < 0.5 and (
                    is_running(strip) or (number > last and bool(_SENTENCE.search(line)))
                )
                added |= {number} if sentence or (number > last and is_credit(line)) else set()
        return added

    def without_repeats(self, numbers: list[int]) -> list[int]:
        """The strips less furniture lines and paragraphs that the page prints twice (for phones and for desks)."""
        seen: set[tuple[str, ...]] = set()
        left = []
        for number in numbers:
            strip = self._strip(number)
            if self._is_furniture(strip) or (len(strip.tokens) >= _RUNNING and strip.tokens in seen):
                continue
            seen.add(strip.tokens)
            left.append(number)
        return left

    def _is_furniture(self, strip: Strip) -> bool:
        if not strip.tokens:
            return True
        if strip.kind in {BlockKind.CODE, BlockKind.TABLE, BlockKind.TWEET}:
            return False
        line = tidy(strip.words)
        return len(line) <= 320 and is_furniture(line)
