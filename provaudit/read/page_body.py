"""Which strips of a page are its article.

trafilatura decides what the body is, readability guards that nothing large is missing, and what both drop between two
paragraphs of the body (short runs, link-only items, bare text before a link) is put back. Where neither can be asked
(the page is too large or they find nothing) the densest container is taken. Lost evidence is worse than a little
boilerplate.
"""

import re
from collections import Counter, defaultdict
from itertools import zip_longest

from provaudit.model import BlockKind
from provaudit.read.extractors import Spoken, readability_text, trafilatura_text
from provaudit.read.lines import is_furniture, tidy
from provaudit.read.page_gaps import around, between, ends_sentence, is_spoken, offers_beside
from provaudit.read.page_names import Shut
from provaudit.read.page_shape import Shape, is_running, shape_of
from provaudit.read.page_walk import Strip, Walked

# Beyond these the lxml-based extractors take seconds; the densest container is taken instead.
MOST_SOURCE, MOST_STRIPS = 3_000_000, 5_000
_NOTE_STRIPS, _NOTE_WORDS = 20, 120
_NEXT_TO_NOTHING = 25  # words
_COMMENTS = re.compile(
    r"(?:[\d,]+ )?(?:readers?'? )?(?:comments?|responses?)(?: \(?[\d,]+\)?)?:?$"
    r"|(?:leave|post|add|write) a (?:comment|reply)\b|join the (?:conversation|discussion)\b"
    r"|(?:[\d,]+ )?replies(?: \([\d,]+\))?:?$|[\d,]+ (?:responses?|thoughts|comments?|replies) (?:to|on) \W"
    r"|discussion about this (?:post|article|story)$|what (?:our |the )?readers (?:say|said|think)$|have your say\b",
    re.IGNORECASE,
)
_COMMENTED_WORDS = 60  # an article has at least so many words above its comments


def body_of(source: str, walked: Walked) -> list[int]:
    """The numbers of the strips that make up the article, in order."""
    asked = len(source) <= MOST_SOURCE and len(walked.strips) <= MOST_STRIPS
    end = _comments_start(walked)
    taken = _held(walked, trafilatura_text(source), end) if asked else frozenset[int]()
    densest = frozenset(number for number in _densest(walked, end) if number < end)
    shape, kept = _begun(walked, _agreed(walked, taken, frozenset(), densest))
    if asked and not _is_complete(shape, kept, taken, densest, end):
        guarded = _held(walked, readability_text(source), end)
        shape, kept = _begun(walked, _agreed(walked, taken, guarded, densest))
        kept |= _guarded(shape, kept, guarded)
    for _ in range(2):  # what is found beside the body may show where more of it stands
        kept |= _alike(shape, kept)
        kept |= _columns(shape, kept)
        kept |= around(shape, kept)
        kept |= between(shape, kept)
    return _without_repeats(shape, sorted(kept))


def _held(walked: Walked, text: str, end: int) -> frozenset[int]:
    """The numbers, below `end`, of the strips that stand in an extractor's text."""
    spoken = Spoken(text)
    return frozenset(
        number
        for number, strip in enumerate(walked.strips[:end])
        if strip.tokens and text and spoken.holds(strip.tokens)
    )


def _begun(walked: Walked, start: frozenset[int]) -> tuple[Shape, set[int]]:
    """The page's shape around what was first taken for its body, and what of that is kept."""
    shape = shape_of(walked, start)
    return shape, _without_strays(shape, start) | _all_of_a_note(shape)


def _is_complete(shape: Shape, kept: set[int], taken: frozenset[int], densest: frozenset[int], end: int) -> bool:
    """Whether readability could add nothing to what trafilatura took, whatever it said: then it is not asked.

    Its word counts only where trafilatura has next to nothing, or for running text that is not kept yet.
    """
    running = [number for number in densest if is_running(shape.strip(number))]
    taken_words = shape.words(taken)
    if taken_words < _NEXT_TO_NOTHING or shape.words(running) > 2 * taken_words:
        return False
    return not any(
        number < end and number not in kept and _may_be_guarded(shape, number) for number in shape.reach(kept)
    )


def _comments_start(walked: Walked) -> int:
    """The number of the heading over the readers' comments, past the last strip where there is none with text above."""
    words = 0
    for number, strip in enumerate(walked.strips):
        words += len(strip.tokens) if is_running(strip) else 0
        heads = words > _COMMENTED_WORDS and strip.kind is BlockKind.HEADING and strip.link_share < 0.5
        if heads and _COMMENTS.match(tidy(strip.words)):
            return number
    return len(walked.strips)


def _agreed(walked: Walked, taken: frozenset[int], guarded: frozenset[int], densest: frozenset[int]) -> frozenset[int]:
    """What to start from: trafilatura's choice, unless it has next to nothing of what two other judges have."""

    def words(numbers: frozenset[int]) -> int:
        return sum(len(walked.strips[number].tokens) for number in numbers)

    if words(taken) < _NEXT_TO_NOTHING:
        return guarded if words(guarded) * 2 >= words(densest) else densest
    both = frozenset(number for number in guarded & densest if is_running(walked.strips[number]))
    if words(both) <= 2 * words(taken):
        return taken
    if both & taken:
        return both | taken
    # Two texts: the article is the one under the first headline, the other a notice above it or the next article.
    head = next((number for number, strip in enumerate(walked.strips) if walked.elements[strip.element].tag == "h1"), 0)
    return taken if head <= min(taken) < min(both) else both


def _densest(walked: Walked, end: int) -> frozenset[int]:
    """The running text, before strip `end`, of the container with most of it: readability's scoring, in short."""
    scores: Counter[int] = Counter()
    running = [
        number
        for number, strip in enumerate(walked.strips[:end])
        if is_running(strip)
        and not any((walked.elements[above].shut or 0) >= Shut.OUT for above in walked.above(strip.element))
    ]
    for number in running:
        weight = min(len(walked.strips[number].tokens), 100)
        for step, element in enumerate(walked.above(walked.strips[number].element)[:4]):
            scores[element] += weight // (1, 1, 2, 4)[step]
    if not scores:
        return frozenset(number for number, strip in enumerate(walked.strips) if is_running(strip))
    best = max(scores, key=lambda element: scores[element])
    return frozenset(number for number in running if best in walked.above(walked.strips[number].element))


def _all_of_a_note(shape: Shape) -> set[int]:
    """Everything but links, on pages of a few lines: a draft saved as HTML has nothing around it to be parted from."""
    lines = {
        number
        for number, strip in enumerate(shape.walked.strips)
        if shape.shut[number] < Shut.OUT and (strip.link_share < 0.8 or strip.kind is BlockKind.ITEM)
    }
    return lines if len(lines) <= _NOTE_STRIPS and shape.words(lines) <= _NOTE_WORDS else set()


def _without_strays(shape: Shape, taken: frozenset[int]) -> set[int]:
    """What was taken, less the short strips and link lists far from any running text, and what is shut out there."""
    left = {number for number in taken if shape.shut[number] < Shut.NEVER}
    running = [number for number in sorted(left) if is_running(shape.strip(number))]
    inner = [number for number in running if shape.shut[number] < Shut.OUT]
    running = inner if shape.words(inner) * 2 >= shape.words(running) else running
    if not running:
        return left or set(taken)
    first, last = running[0], running[-1]
    near = range(first - 6, last + 3)
    return {
        number for number in left
        if (first <= number <= last and not _is_link_outside(shape, number))
        or (number in near and not first <= number <= last and _is_near(shape, number, first=first))
    }  # fmt: skip


def _is_link_outside(shape: Shape, number: int) -> bool:
    return shape.shut[number] >= Shut.OUT and shape.strip(number).link_share >= 0.8


def _is_near(shape: Shape, number: int, *, first: int) -> bool:
    """Whether a strip beside the running text belongs to it; above it, more may than below."""
    strip = shape.strip(number)
    if number < first and is_running(strip):
        return True
    return shape.shut[number] < Shut.OUT and strip.link_share < 0.7 and number >= first - 2


def _guarded(shape: Shape, kept: set[int], guarded: frozenset[int]) -> set[int]:
    """Running text that only readability has."""
    reach = shape.reach(kept)
    return {number for number in guarded - kept if number in reach and _may_be_guarded(shape, number)}


def _may_be_guarded(shape: Shape, number: int) -> bool:
    strip = shape.strip(number)
    return is_running(strip) and strip.link_share < 0.35 and shape.shut[number] < Shut.ASIDE


def _alike(shape: Shape, kept: set[int]) -> set[int]:
    """Running text in containers built like those of the body, up to the next article on the page."""
    homes: Counter[tuple[str, ...]] = Counter()
    for number in kept:
        if is_running(shape.strip(number)):
            homes[shape.home(number)] += len(shape.strip(number).tokens)
    articles = {shape.article(number) for number in kept}
    enough, last = shape.words(kept) // 5, max(kept, default=0)
    found = set()
    for number in shape.reach(kept):
        strip, home = shape.strip(number), shape.home(number)
        if number in kept or not is_running(strip) or strip.link_share > 0.3 or shape.shut[number] >= Shut.ASIDE:
            continue
        # Nameless containers are alike all over a page: only near the body do they tell anything.
        named = any(not part.endswith("  ") for part in home[1:]) or number < last + 4
        if named and homes[home] > enough and shape.article(number) in articles:
            found.add(number)
    return found


def _columns(shape: Shape, kept: set[int]) -> set[int]:
    """The running text of other containers that hold a good part of an article: what two extractors lost together.

    Such a container has several sentences, quotes somebody, and weighs against what was kept.
    """
    reach, articles = shape.reach(kept), {shape.article(number) for number in kept}
    homes: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number in reach:
        strip = shape.strip(number)
        if number not in kept and is_running(strip) and strip.link_share < 0.25 and shape.shut[number] < Shut.ASIDE:
            homes[shape.holders(number)[-1], " ".join(shape.home(number)[1:2])].append(number)
    found: set[int] = set()
    for numbers in homes.values():
        sentences = [number for number in numbers if ends_sentence(tidy(shape.strip(number).words))]
        spoken = any(is_spoken(shape.strip(number).words) for number in sentences)
        heavy = shape.words(sentences) * 4 >= shape.words(kept)
        if len(sentences) >= 3 and spoken and heavy and shape.article(numbers[0]) in articles:
            found |= set(sentences)
    return found


def _without_repeats(shape: Shape, numbers: list[int]) -> list[int]:
    """The strips less furniture lines and paragraphs that the page prints twice (for phones and for desks)."""
    seen: set[tuple[str, ...]] = set()
    left = []
    for number, after in zip_longest(numbers, numbers[1:]):
        strip = shape.strip(number)
        dropped = _is_dropped(strip) or _promotes(shape, number, after) or offers_beside(shape, number)
        if dropped or (is_running(strip) and strip.tokens in seen):
            continue
        seen.add(strip.tokens)
        left.append(number)
    return _above_the_comments(shape, left)


def _is_dropped(strip: Strip) -> bool:
    """Whether a kept strip is a line of furniture after all, or a column of links."""
    if not strip.tokens:
        return True
    if strip.kind in {BlockKind.CODE, BlockKind.TABLE, BlockKind.TWEET}:
        return False
    breaks = sum(run.words == "\n" for run in strip.runs)
    if breaks > 1 and strip.link_share >= 0.7:
        return True
    line = tidy(strip.words)
    return len(line) <= 320 and is_furniture(line)


def _promotes(shape: Shape, number: int, after: int | None) -> bool:
    """Whether a strip is the linked headline of another article rather than of the paragraph that follows it."""
    strip = shape.strip(number)
    if strip.link_share < 0.9 or any((run.href or "#").startswith("#") for run in strip.runs if run.href):
        return False
    if strip.kind is BlockKind.HEADING:
        return after is None or shape.holders(after)[1:2] != shape.holders(number)[1:2]
    words = strip.words
    return strip.kind is BlockKind.PARAGRAPH and len(strip.tokens) >= 4 and words == words.upper()


def _above_the_comments(shape: Shape, numbers: list[int]) -> list[int]:
    """What stands above a line that heads the readers' comments, where most of the article is above it.

    A count of comments in a bar of links, which may stand anywhere, heads nothing.
    """
    kept, words = set(numbers), 0
    enough = max(_COMMENTED_WORDS, shape.words(numbers) * 2 // 5)
    for index, strip in enumerate(shape.walked.strips):
        words += len(strip.tokens) if index in kept else 0
        heads = words > enough and len(strip.tokens) <= 6 and strip.link_share < 0.5
        if heads and _COMMENTS.match(tidy(strip.words)):
            return [number for number in numbers if number < index]
    return numbers
