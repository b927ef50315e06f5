"""What lies between the kept strips of a page and beside them, and is put back."""

import re
from collections.abc import Collection
from itertools import pairwise

from provaudit.model import BlockKind
from provaudit.read.lines import is_credit, is_furniture, tidy
from provaudit.read.page_names import Shut
from provaudit.read.page_shape import Shape, is_running, signature
from provaudit.read.page_walk import Strip

_SPEECH = re.compile(r"[\"“”]|\b(?:said|says|told|according to|wrote)\b")
_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*$")
_OFFER = re.compile(
    r"\bnewsletters?\b|\b(?:sign|signed) up\b|\bsubscribe\b|\binbox\b|\bprivacy (?:notice|policy)\b|\bfollow us\b"
    r"|\bdownload\b",
    re.IGNORECASE,
)
_STANDFIRST = 6  # words
_READER = re.compile(r"\b(?:you|your|our|us)\b", re.IGNORECASE)
_OFFER_WORDS = 30
# A gap of at most so many strips and words is put back whole.
_SHORT_STRIPS, _SHORT_WORDS = 8, 160
# How far a list of links may be from the body's own paragraphs; what a credit line may follow the text by.
_BEFORE, _AFTER = 8, 16


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return _SENTENCE.search(line) is not None


def is_spoken(line: str) -> bool:
    """Whether a line holds a quotation or says that somebody spoke."""
    return _SPEECH.search(line) is not None


def between(shape: Shape, kept: Collection[int]) -> set[int]:
    """What lies between two kept strips: all that hangs where they hang, and short runs of the rest."""
    added: set[int] = set()
    for before, after in pairwise(sorted(kept)):
        gap = [number for number in range(before + 1, after) if _may_return(shape, number)]
        if gap:
            added |= _restored(shape, gap, before, after)
    return added


def _may_return(shape: Shape, number: int) -> bool:
    """Whether a strip may be put back at all; embedded posts may from places named "social"."""
    return shape.shut[number] < (Shut.NEVER if shape.strip(number).kind is BlockKind.TWEET else Shut.OUT)


def _restored(shape: Shape, gap: list[int], before: int, after: int) -> set[int]:
    homes = {element for end in (before, after) for element in shape.holders(end)[:2]}
    built = {home for end in (before, after) for home in shape.home(end)[1:2] if not home.endswith("  ")}
    short = len(gap) <= _SHORT_STRIPS and shape.words(gap) <= _SHORT_WORDS
    restored: set[int] = set()
    promoted = False
    for number in gap:
        strip = shape.strip(number)
        near = any(element in homes for element in shape.holders(number))
        near = near or any(home in built for home in shape.home(number)[1:])
        # "Related:" promotes the links that follow it.
        promoted = is_furniture(tidy(strip.words)) or (promoted and strip.link_share >= 0.8)
        if promoted or not _belongs(shape, number, near=near):
            continue
        # What somebody said is put back from anywhere in the body that is not shut out.
        quoted = is_running(strip) and is_spoken(strip.words) and not shape.shut[number] and strip.link_share < 0.3
        if short or quoted or (near and is_running(strip)):
            restored.add(number)
    return restored


def _belongs(shape: Shape, number: int, *, near: bool) -> bool:
    """Whether a strip in a gap may be the article's: no headline of another, no box that offers something."""
    strip = shape.strip(number)
    if strip.link_share >= 0.8 and (not near or strip.kind is BlockKind.HEADING):
        return False
    if strip.kind is BlockKind.TWEET:
        return True
    if shape.shut[number] >= Shut.ASIDE:
        return _tells(shape, number)
    return not (_OFFER.search(strip.words) and not is_spoken(strip.words) and not near)


def _tells(shape: Shape, number: int) -> bool:
    """Whether the element beside the text that a strip is in holds running text (a fact box), not links or offers."""
    elements = shape.walked.elements
    above = shape.walked.above(shape.strip(number).element)
    box = next((element for element in above if (elements[element].shut or 0) >= Shut.ASIDE), -1)
    inside = _inside(shape, box, number)
    words, linked = sum(len(strip.tokens) for strip in inside), sum(strip.linked for strip in inside)
    if linked * 3 >= words or any(_OFFER.search(strip.words) for strip in inside):
        return False
    return any(is_running(strip) or strip.kind is not BlockKind.PARAGRAPH for strip in inside)


def offers_beside(shape: Shape, number: int) -> bool:
    """Whether a strip is a line in a box that only speaks to the reader, or stands for another article.

    A quotation, a credit or a fact told there is the article's. Boxes are `aside` elements and promotion by name.
    """
    strip = shape.strip(number)
    if shape.shut[number] < Shut.ASIDE or strip.kind is not BlockKind.PARAGRAPH or len(strip.tokens) > _OFFER_WORDS:
        return False
    above = shape.walked.above(strip.element)
    elements = shape.walked.elements
    box = next((at for at in above if elements[at].tag == "aside" or (elements[at].shut or 0) >= Shut.OUT), -1)
    if box < 0 or is_spoken(strip.words) or is_credit(tidy(strip.words)):
        return False
    inside = _inside(shape, box, number)
    if any(is_spoken(other.words) or len(other.tokens) > _OFFER_WORDS for other in inside):
        return False
    promotes = any(other.link_share >= 0.8 for other in inside)
    told = any(ends_sentence(tidy(other.words)) for other in inside)
    return promotes or not told or _READER.search(strip.words) is not None


def _inside(shape: Shape, box: int, number: int) -> list[Strip]:
    """The strips of a box around the one with this number: strips of one element stand in a row."""
    strips = shape.walked.strips
    low = high = number
    while low > 0 and box in shape.walked.above(strips[low - 1].element):
        low -= 1
    while high + 1 < len(strips) and box in shape.walked.above(strips[high + 1].element):
        high += 1
    return list(strips[low : high + 1])


def around(shape: Shape, kept: Collection[int]) -> set[int]:
    """Sentences and credits that hang where the body hangs, before and after it; lead captions that quote."""
    if not kept:
        return set()
    first, last = min(kept), max(kept)
    homes = {
        shape.holders(number)[1] for number in kept if is_running(shape.strip(number)) and shape.holders(number)[1:]
    }
    homes |= set(shape.holders(last)[1:3])
    reach = shape.reach(kept)
    added = set()
    for number in (*range(max(reach.start, first - _BEFORE), first), *range(last + 1, min(last + _AFTER, reach.stop))):
        beside = any(element in homes for element in shape.holders(number)[:2])
        beside = beside or (number < first and _is_summary(shape, number, first))
        if _is_beside(shape, number, beside=beside, below=number > last):
            added.add(number)
    return added


def _is_summary(shape: Shape, number: int, first: int) -> bool:
    """Whether a strip is a bullet of the summary above an article: its list hangs where the article hangs."""
    if shape.strip(number).kind is not BlockKind.ITEM or shape.shut[number]:
        return False
    return any(element in shape.walked.above(shape.strip(first).element) for element in shape.holders(number)[2:3])


def _is_beside(shape: Shape, number: int, *, beside: bool, below: bool) -> bool:
    strip = shape.strip(number)
    line = tidy(strip.words)
    if shape.shut[number] >= Shut.NEVER:
        return False
    if below and is_credit(line):
        # Credits stand in the foot of the article as often as in its body; the notice in the site's foot is none.
        notice = line.startswith(("©", "Copyright", "(c)"))
        fits = beside or (shape.article(number) >= 0 if notice else _in_foot(shape, number))
    elif shape.shut[number] >= Shut.OUT:
        fits = False
    elif strip.kind is BlockKind.CAPTION:
        fits = not below and is_spoken(line)
    else:
        sentence = is_running(strip) or (ends_sentence(line) and (below or len(strip.tokens) >= _STANDFIRST))
        fits = beside and sentence and strip.link_share < 0.5 and not (below and _OFFER.search(line))
    return fits and not is_furniture(line)


def _in_foot(shape: Shape, number: int) -> bool:
    names = " ".join(signature(shape.walked, element) for element in shape.walked.above(shape.strip(number).element))
    return shape.article(number) >= 0 or "article" in names or "body" in names or "story" in names or "foot" in names
