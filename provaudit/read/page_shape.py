"""How a page is built around what was first taken for its body: what shuts strips out, and which places are alike."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from provaudit.read.page_names import Shut
from provaudit.read.page_walk import Strip, Walked

_RUNNING = 10  # words that make a strip running text rather than a label
# A teaser card: a linked headline with a line or two, one of several of its kind.
_CARD_STRIPS, _CARD_WORDS, _CARDS = 5, 60, 3
_LIVE = re.compile(r" (?:live|liveblog|timeline|updates) ")


def is_running(strip: Strip) -> bool:
    """Whether a strip is running text rather than a label or a list of links."""
    return len(strip.tokens) >= _RUNNING and strip.link_share < 0.5


@dataclass(frozen=True, slots=True)
class Shape:
    """A walked page and, for each strip: the gravest `Shut` above it (0 for none), its holders, and its article.

    Holders are the element a strip hangs under, its parent and its grandparent. They are told once, since every
    question about a strip's place asks for them.
    """

    walked: Walked
    shut: tuple[int, ...]
    held_by: tuple[tuple[int, ...], ...]
    homes: tuple[tuple[str, ...], ...]
    articles: tuple[int, ...]

    def strip(self, number: int) -> Strip:
        """The strip with this number."""
        return self.walked.strips[number]

    def words(self, numbers: Iterable[int]) -> int:
        """How many words the strips have together."""
        return sum(len(self.walked.strips[number].tokens) for number in numbers)

    def holders(self, number: int) -> tuple[int, ...]:
        """The element a strip hangs under, its parent and its grandparent."""
        return self.held_by[number]

    def home(self, number: int) -> tuple[str, ...]:
        """How the place of a strip is built: tag and names of its holders."""
        return self.homes[number]

    def article(self, number: int) -> int:
        """The innermost article element above a strip, -1 where there is none."""
        return self.articles[number]

    def reach(self, kept: Collection[int]) -> range:
        """The strips around `kept` that no first-rank heading parts from it: beyond one stands another article."""
        heads = [
            number for number in range(len(self.shut)) if self.walked.elements[self.strip(number).element].tag == "h1"
        ]
        first, last = min(kept, default=0), max(kept, default=0)
        start = max((head for head in heads if head < first), default=0)
        return range(start, min((head for head in heads if head > last), default=len(self.shut)))


def shape_of(walked: Walked, taken: Collection[int]) -> Shape:
    """The shape of a page of which `taken` was first taken for the body."""
    held: Counter[int] = Counter()
    for number in taken:
        strip = walked.strips[number]
        for above in walked.above(strip.element):
            held[above] += len(strip.tokens)
    everything = sum(len(walked.strips[number].tokens) for number in taken)
    cards = _cards(walked, taken)
    levels, articles = {-1: 0}, {-1: -1}
    for number, element in enumerate(walked.elements):
        # A name that shuts out a third of the body ("share-enabled", "has-related") means something else.
        own = 0 if element.shut is None or held[number] * 3 > everything else int(element.shut)
        levels[number] = max(int(Shut.NEVER) if number in cards else own, levels[element.parent])
        articles[number] = number if element.tag == "article" else articles[element.parent]
    holders = tuple(_holders(walked, strip.element) for strip in walked.strips)
    return Shape(
        walked,
        tuple(levels[strip.element] for strip in walked.strips),
        holders,
        tuple(tuple(signature(walked, element) for element in held) for held in holders),
        tuple(articles[strip.element] for strip in walked.strips),
    )


def _holders(walked: Walked, element: int) -> tuple[int, ...]:
    """The element, its parent and its grandparent, as far as there are any."""
    parent = walked.elements[element].parent
    grandparent = walked.elements[parent].parent if parent >= 0 else -1
    return tuple(holder for holder in (element, parent, grandparent) if holder >= 0)


def signature(walked: Walked, element: int) -> str:
    """Tag and names of an element."""
    return f"{walked.elements[element].tag} {walked.elements[element].names}"


def _cards(walked: Walked, taken: Collection[int]) -> set[int]:
    """The elements that are teaser cards: each promotes another article, whatever its class is called."""
    inside: dict[int, list[int]] = defaultdict(list)
    for number, strip in enumerate(walked.strips):
        for element in walked.above(strip.element)[1:4]:
            inside[element].append(number)
    candidates = [element for element, numbers in inside.items() if _is_card(walked, numbers)]
    rows = Counter((_row(walked, element), signature(walked, element)) for element in candidates)
    # A round-up is made of such cards too; there they stand beside the paragraphs of the body.
    bodies = {
        walked.elements[walked.strips[number].element].parent
        for number in taken if is_running(walked.strips[number])
    }  # fmt: skip
    return {
        element for element in candidates
        if rows[_row(walked, element), signature(walked, element)] >= _CARDS
        and walked.elements[element].parent not in bodies
    }  # fmt: skip


def _row(walked: Walked, element: int) -> int:
    """What cards have in common: their grandparent, since each may be wrapped alone."""
    parent = walked.elements[element].parent
    return walked.elements[parent].parent if parent >= 0 else -1


def _is_live(walked: Walked, strip: Strip) -> bool:
    """Whether a strip stands in a live blog, whose entries are built like cards."""
    return any(_LIVE.search(walked.elements[element].names) for element in walked.above(strip.element))


def _is_card(walked: Walked, numbers: list[int]) -> bool:
    strips = [walked.strips[number] for number in numbers]
    if not 2 <= len(strips) <= _CARD_STRIPS or sum(len(strip.tokens) for strip in strips) > _CARD_WORDS:
        return False
    if sum(is_running(strip) for strip in strips) > 1 or _is_live(walked, strips[0]):
        return False
    # The head of a live blog's entry links to itself.
    linked = [strip for strip in strips if strip.link_share >= 0.9 and len(strip.tokens) >= 3]
    return any(not (run.href or "").startswith("#") for strip in linked for run in strip.runs if run.href)
