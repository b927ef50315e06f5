"""Which strips of a page are its article.

trafilatura decides what the body is, readability guards that nothing large is missing, and what both drop between two
paragraphs of the body (short runs, link-only items, bare text before a link) is put back. Where neither can be asked
(the page is too large or they find nothing) the densest container is taken. Lost evidence is worse than a little
boilerplate.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from provaudit.model import BlockKind
from provaudit.read.lines import is_furniture, tidy
from provaudit.read.page_names import Shut
from provaudit.read.page_walk import Strip, Walked

_TOKEN = re.compile(r"\w+")
_SHINGLE = 4  # words
_RUNNING = 10  # words that make a strip running text rather than a label
# Beyond these the lxml-based extractors take seconds; the densest container is taken instead.
MOST_SOURCE, MOST_STRIPS = 3_000_000, 12_000


class Spoken:
    """The text an extractor gave, to ask whether a strip stands in it."""

    def __init__(self, text: str) -> None:
        tokens = _TOKEN.findall(text.casefold())
        self.size = len(tokens)
        self._shingles = frozenset(zip(*(tokens[start:] for start in range(_SHINGLE)), strict=False))
        self._lines = frozenset(" ".join(_TOKEN.findall(line)) for line in text.casefold().split("\n"))
        self._text = f" {' '.join(tokens)} "

    def holds(self, strip: Strip) -> bool:
        """Whether most of the strip stands in the text; a short strip has to stand there whole."""
        tokens = strip.tokens
        if len(tokens) < 2 * _SHINGLE:
            return " ".join(tokens) in self._lines or (len(tokens) >= 3 and f" {' '.join(tokens)} " in self._text)
        shingles = list(zip(*(tokens[start:] for start in range(_SHINGLE)), strict=False))
        return sum(shingle in self._shingles for shingle in shingles) * 10 >= 6 * len(shingles)


@dataclass(frozen=True)
class _Choice:
    """A page and which of its strips each judge takes."""

    walked: Walked
    taken: frozenset[int]  # by trafilatura
    guarded: frozenset[int]  # by readability

    @cached_property
    def shut(self) -> tuple[Shut | None, ...]:
        """For each strip the gravest shut above it, elements that hold a good part of the body aside."""
        held: Counter[int] = Counter()
        for number in self.taken:
            strip = self.walked.strips[number]
            for element in self.walked.above(strip.element):
                held[element] += len(strip.tokens)
        all_taken = sum(len(self.walked.strips[number].tokens) for number in self.taken)
        memo: dict[int, Shut | None] = {-1: None}
        for number, element in enumerate(self.walked.elements):
            own = element.shut
            # A name that shuts out a third of the body ("share-enabled", "has-related") means something else.
            if own is not None and held[number] * 3 > all_taken:
                own = None
            above = memo[element.parent]
            memo[number] = own if above is None or (own is not None and own > above) else above
        return tuple(memo[strip.element] for strip in self.walked.strips)


def body_of(source: str, walked: Walked) -> list[int]:
    """The numbers of the strips that make up the article, in order."""
    taken = guarded = frozenset[int]()
    if len(source) <= MOST_SOURCE and len(walked.strips) <= MOST_STRIPS:
        taken = _held(walked.strips, _trafilatura_text(source))
        guarded = _held(walked.strips, _readability_text(source))
    densest = _densest(walked)
    if _words(walked.strips, taken) < 25:
        taken = guarded if _words(walked.strips, guarded) >= _words(walked.strips, densest) // 2 else densest
    choice = _Choice(walked, frozenset(taken), guarded)
    kept = _without_strays(choice)
    kept = _with_guarded(choice, kept)
    kept = _with_gaps(choice, kept)
    return [number for number in sorted(kept) if not _is_dropped(choice, number)]


def _words(strips: Sequence[Strip], numbers: Iterable[int]) -> int:
    return sum(len(strips[number].tokens) for number in numbers)


def _held(strips: Sequence[Strip], text: str) -> frozenset[int]:
    if not text:
        return frozenset()
    spoken = Spoken(text)
    return frozenset(number for number, strip in enumerate(strips) if strip.tokens and spoken.holds(strip))


def _trafilatura_text(source: str) -> str:
    """The body as trafilatura sees it; "" where it finds none or trips over the page."""
    import logging  # noqa: PLC0415
    import warnings  # noqa: PLC0415

    from trafilatura import extract  # noqa: PLC0415 — half a second that only HTML pays

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return extract(source, include_comments=False, include_tables=True) or ""
        except Exception:  # noqa: BLE001 — whatever it trips over in a stranger's page, the other judges remain
            return ""


def _readability_text(source: str) -> str:
    """The body as readability sees it, a line for each paragraph; "" where it finds none."""
    import logging  # noqa: PLC0415

    from readability import Document  # noqa: PLC0415
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415

    logging.getLogger("readability.readability").setLevel(logging.CRITICAL)
    try:
        summary = Document(source).summary(html_partial=True)
    except Exception:  # noqa: BLE001 — as above
        return ""
    root = LexborHTMLParser(summary).body
    return root.text(separator="\n") if root is not None else ""


def _is_running(strip: Strip) -> bool:
    return len(strip.tokens) >= _RUNNING and strip.link_share < 0.5


def _densest(walked: Walked) -> frozenset[int]:
    """The running text of the container with most of it: readability's scoring, in short."""
    scores: Counter[int] = Counter()
    running = [
        number for number, strip in enumerate(walked.strips)
        if _is_running(strip) and not any((walked.elements[above].shut or 0) >= Shut.OUT for above in walked.above(strip.element))
    ]  # fmt: skip
    for number in running:
        above = walked.above(walked.strips[number].element)
        weight = min(len(walked.strips[number].tokens), 100)
        for step, element in enumerate(above[:4]):
            scores[element] += weight // (1, 1, 2, 4)[step]
    if not scores:
        return frozenset(number for number, strip in enumerate(walked.strips) if _is_running(strip))
    best = max(scores, key=lambda element: scores[element])
    return frozenset(number for number in running if best in walked.above(walked.strips[number].element))


def _without_strays(choice: _Choice) -> set[int]:
    """What trafilatura took, less the short strips far from any running text it took (labels that recur in menus)."""
    strips = choice.walked.strips
    running = [
        number
        for number in sorted(choice.taken)
        if len(strips[number].tokens) >= _RUNNING and choice.shut[number] is not Shut.NEVER
    ]
    if not running:
        return set(choice.taken)
    first, last = running[0], running[-1]
    kept = set()
    for number in choice.taken:
        if choice.shut[number] is Shut.NEVER:
            continue
        if number in range(first, last + 1) or number in running or number in range(first - 2, last + 3):
            kept.add(number)
    return kept


def _with_guarded(choice: _Choice, kept: set[int]) -> set[int]:
    """Adds running text that only readability has, and that of containers built like those of the body."""
    strips = choice.walked.strips
    guarded = {
        number for number in choice.guarded - kept
        if _is_running(strips[number]) and strips[number].link_share < 0.35 and (choice.shut[number] or 0) < Shut.OUT
    }  # fmt: skip
    homes = Counter(_home(choice.walked, number) for number in kept if _is_running(strips[number]))
    alike = {
        number for number in range(min(kept, default=0), len(strips))
        if number not in kept and (choice.shut[number] or 0) < Shut.OUT and _is_running(strips[number])
        and strips[number].link_share < 0.3 and homes[_home(choice.walked, number)] >= 2
    }  # fmt: skip
    return kept | guarded | _before_the_next_article(choice, kept, alike)


def _home(walked: Walked, number: int) -> tuple[str, ...]:
    """How the places of paragraphs are built: tags and names of the three innermost elements."""
    above = walked.above(walked.strips[number].element)[:3]
    return tuple(f"{walked.elements[element].tag}{walked.elements[element].names}" for element in above)


def _before_the_next_article(choice: _Choice, kept: set[int], more: set[int]) -> set[int]:
    """`more` less what stands after a first-rank heading behind the body: another article on the same page."""
    elements, strips = choice.walked.elements, choice.walked.strips
    last = max(kept, default=0)
    heads = [number for number in range(last + 1, len(strips)) if elements[strips[number].element].tag == "h1"]
    end = heads[0] if heads else len(strips)
    articles = {_article(choice.walked, number) for number in kept}
    return {number for number in more if number < end and _article(choice.walked, number) in articles}


def _article(walked: Walked, number: int) -> int:
    return next(
        (
            element
            for element in walked.above(walked.strips[number].element)
            if walked.elements[element].tag == "article"
        ),
        -1,
    )


def _with_gaps(choice: _Choice, kept: set[int]) -> set[int]:
    """Puts back what lies between two kept strips: all that hangs where they hang, and short runs of the rest."""
    strips, walked = choice.walked.strips, choice.walked
    order = sorted(kept)
    added: set[int] = set()
    for before, after in zip(order, order[1:], strict=False):
        gap = [number for number in range(before + 1, after) if (choice.shut[number] or 0) < Shut.OUT]
        if not gap:
            continue
        parents = {walked.elements[strips[end].element].parent for end in (before, after)}
        near = [
            number
            for number in gap
            if walked.elements[strips[number].element].parent in parents or strips[number].element in parents
        ]
        short = (
            len(gap) <= 8
            and _words(strips, gap) <= 160
            and all((choice.shut[number] or 0) < Shut.ASIDE for number in gap)
        )
        added |= set(gap) if short else {number for number in near if _is_running(strips[number])}
    return kept | added


def _is_dropped(choice: _Choice, number: int) -> bool:
    """Whether a kept strip is a line of furniture after all."""
    strip = choice.walked.strips[number]
    line = tidy(strip.words)
    if strip.kind in {BlockKind.CODE, BlockKind.TABLE, BlockKind.TWEET} or len(line) > 320:
        return False
    return not strip.tokens or is_furniture(line)
