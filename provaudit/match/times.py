"""A time as a value: the days that a phrase may mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Range = tuple[date, date]
Minutes = tuple[int, int]  # of the day, from which to which


@dataclass(frozen=True, slots=True)
class When:
    """A date phrase in the words start … end - 1 of its reading.

    `grain` is "day", "week", "month", "quarter", "year", "season", "part" or "clock"; `ranges` are the first and last
    days it may mean, empty where nothing says from when it counts; `name` is what is compared then ("tuesday", "may",
    "winter"). `minutes` are the times of day that a clock time may mean.
    """

    start: int
    end: int
    grain: str
    ranges: tuple[Range, ...]
    name: str
    minutes: tuple[Minutes, ...] = ()

    def agrees(self, other: When) -> bool:
        """Whether both may mean the same time."""
        if "clock" in {self.grain, other.grain}:
            return self.grain != other.grain or any(_meet(one, two) for one in self.minutes for two in other.minutes)
        if self.ranges and other.ranges:
            return any(_overlap(one, two) for one in self.ranges for two in other.ranges)
        return self.grain != other.grain or not (self.name and other.name) or self.name == other.name


def _meet(one: Minutes, other: Minutes) -> bool:
    """Whether two times of day have a minute in common; the day goes on past midnight."""
    return any(one[0] <= other[1] + shift and other[0] + shift <= one[1] for shift in (-1440, 0, 1440))


def _overlap(one: Range, other: Range) -> bool:
    """Whether two ranges share more than half of the shorter one."""
    shared = (min(one[1], other[1]) - max(one[0], other[0])).days + 1
    shorter = min((one[1] - one[0]).days, (other[1] - other[0]).days) + 1
    return 2 * shared > shorter


def base_date(iso: str | None) -> date | None:
    """The day of an ISO 8601 date or time; None where no whole day is given."""
    try:
        day = date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None
    return day if 1500 < day.year < 2500 else None
