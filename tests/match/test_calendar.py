from datetime import date

import pytest

from provaudit.match import match
from provaudit.match.calendar_words import dates
from provaudit.match.reading import read_words
from provaudit.match.times import base_date
from provaudit.model import Article, AttributionKind, Statement

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
    ("at 2.10pm", TUESDAY, "shortly after 2 p.m.", TUESDAY),
    ("at four in the morning", TUESDAY, "at 4 a.m.", TUESDAY),
    ("at 15:20", TUESDAY, "at 3.20pm", TUESDAY),
    ("at five o'clock", TUESDAY, "at 5 p.m.", TUESDAY),
    ("at 9.30 at night", TUESDAY, "at 9:30pm", TUESDAY),
    ("at noon", TUESDAY, "at midday", TUESDAY),
    ("before dawn", TUESDAY, "at 4.30am", TUESDAY),
    ("at midnight", TUESDAY, "at 12 a.m.", TUESDAY),
    ("last autumn", TUESDAY, "last fall", TUESDAY),
    ("the end of the year", TUESDAY, "this year", TUESDAY),
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
    ("at 3.35pm", TUESDAY, "at 5.35pm", TUESDAY),
    ("at four in the morning", TUESDAY, "at five in the morning", TUESDAY),
    ("at four in the morning", TUESDAY, "at 4 p.m.", TUESDAY),
    ("at noon", TUESDAY, "at dusk", TUESDAY),
    ("until the following winter", TUESDAY, "until the following spring", TUESDAY),
    ("the end of the year", TUESDAY, "next year", TUESDAY),
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


@pytest.mark.parametrize(
    "text",
    ["held at 4.25 percent", "at 3.50 euros", "a spring of water", "they fall", "the end of the road", "a good morning",
     "four in the boat", "the fall of the wall"],
)  # fmt: skip
def test_what_only_looks_like_a_time_of_day_or_year_is_none(text):
    assert dates(read_words(text), TUESDAY) == []


def test_a_time_since_is_no_rival_of_a_day():
    page = Article("The gust was the strongest since January 2005. It was measured on the cape.", "", published=None)
    claim = "the strongest gust was measured on the cape yesterday"
    found = match(Statement(claim, AttributionKind.INDIRECT, dated="2020-02-10"), page)
    assert found.passage.text
    assert found.drift == ()


def test_another_time_of_day_is_told():
    page = Article("High tide at the weir was at 3.35pm, the agency said.", "", published="2020-02-09")
    found = match(Statement("high tide at the weir was at 5.35pm", AttributionKind.INDIRECT, dated="2020-02-09"), page)
    assert [drift.kind for drift in found.drift] == ["date"]


def test_a_date_that_answers_another_one_of_the_claim_is_no_rival():
    page = Article("The shortage of the drug lasted from August 2009 until the following spring.", "", published=None)
    claim = "the shortage of the drug lasted from the summer of 2009 to the spring of 2010"
    assert match(Statement(claim, AttributionKind.INDIRECT, dated="2018-02-10"), page).drift == ()
