from datetime import date

import pytest

from provaudit.match.calendar_words import dates
from provaudit.match.reading import read_words
from provaudit.match.times import base_date

TUESDAY = date(2016, 7, 5)


def when(text, base=TUESDAY):
    found = dates(read_words(text), base)
    assert len(found) == 1, found
    return found[0]


SAME = [
    ("on May 12, 2016", TUESDAY, "on 12 May 2016", TUESDAY),
    ("last May", TUESDAY, "May 12, 2016", None),
    ("last month", TUESDAY, "on June 12", date(2016, 6, 20)),
    ("yesterday", TUESDAY, "on Monday", date(2016, 7, 6)),
    ("on Monday", date(2016, 7, 6), "today", date(2016, 7, 4)),
    ("in 2016", TUESDAY, "May 12, 2016", None),
    ("three days ago", TUESDAY, "on July 2", TUESDAY),
    ("last year", TUESDAY, "in 2015", TUESDAY),
    ("next Friday", TUESDAY, "July 8, 2016", None),
    ("2016-05-12", None, "the 12th of May, 2016", None),
    ("at 3 p.m.", TUESDAY, "at 3:00 pm", TUESDAY),
    ("on Tuesday", None, "on Tuesday", None),
]
OTHER = [
    ("on May 12, 2016", TUESDAY, "on May 21, 2016", TUESDAY),
    ("yesterday", TUESDAY, "yesterday", date(2016, 7, 8)),
    ("last May", TUESDAY, "May 12, 2014", None),
    ("on Monday", TUESDAY, "on Wednesday", TUESDAY),
    ("on Monday", None, "on Wednesday", None),
    ("in March 2016", None, "May 12, 2016", None),
    ("in 2015", None, "in 2016", None),
    ("this week", TUESDAY, "next week", TUESDAY),
    ("at 3 p.m.", TUESDAY, "at 8 p.m.", TUESDAY),
    ("this year", TUESDAY, "next year", TUESDAY),
]


@pytest.mark.parametrize(("one", "first", "other", "second"), SAME)
def test_one_day_named_in_two_ways_agrees(one, first, other, second):
    assert when(one, first).agrees(when(other, second))


@pytest.mark.parametrize(("one", "first", "other", "second"), OTHER)
def test_two_days_do_not_agree(one, first, other, second):
    assert not when(one, first).agrees(when(other, second))


@pytest.mark.parametrize(
    "text", ["they may march", "Theresa May said", "the sun set", "1,900 jobs", "a decade of work"]
)
def test_words_that_only_look_like_dates_are_none(text):
    assert dates(read_words(text), TUESDAY) == []


@pytest.mark.parametrize("iso", [None, "", "soon", "2016-05", "0001-01-01", "9999-12-31"])
def test_a_date_that_is_no_day_gives_no_base(iso):
    assert base_date(iso) is None


def test_a_time_of_day_does_not_hide_the_day():
    assert base_date("2016-05-12T23:00:00Z") == date(2016, 5, 12)
