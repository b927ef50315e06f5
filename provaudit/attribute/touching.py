"""Attributions parted into groups that do not touch: what is compared with each other need not be compared with all."""

from collections.abc import Iterator, Sequence
from itertools import chain

from provaudit.attribute.found import Found


def touching(attributions: Sequence[Found]) -> Iterator[list[int]]:
    """Yield the numbers of attributions whose stretches of text meet, or border on each other, group by group.

    The numbers of a group are in order; no word between the first and the last of a group belongs to another group.
    """
    stretches = sorted((*_stretch(one), number) for number, one in enumerate(attributions))
    group: list[int] = []
    reach = 0
    for start, end, number in stretches:
        if group and start > reach:
            yield sorted(group)
            group = []
        reach = max(reach, end) if group else end
        group.append(number)
    if group:
        yield sorted(group)


def _stretch(one: Found) -> tuple[int, int]:
    offsets = tuple(chain.from_iterable(one.parts))
    return min(offsets), max(offsets)
