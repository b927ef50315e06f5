"""A draft's own words bound when its sources were published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provaudit.trace.dates import date_hints

DRAFT = "2017-02-16"  # a Thursday


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("A Gull Blog report from May 2016 says he met the envoy.", ("2016-05-01", "2016-05-31")),
        ("the Herald's May 2016 article has it", ("2016-05-01", "2016-05-31")),
        ("an article published on 3 March 2016", ("2016-03-03", "2016-03-03")),
        ("it reported on 2016-03-03", ("2016-03-03", "2016-03-03")),
        ("a report dated March 3rd, 2016", ("2016-03-03", "2016-03-03")),
        ("On Nov. 11, 2016, Ada Lund told the Herald that", ("2016-11-11", "2016-11-18")),
        ("Lund said on Sept. 1, 2016 that", ("2016-09-01", "2016-09-08")),
        ("He met the envoy on April 27, 2016, at a hotel", ("2016-04-27", DRAFT)),
        ("as the Herald reported last week", ("2017-02-02", DRAFT)),
        ("the Herald reported last month", ("2017-01-01", "2017-01-31")),
        ("the Herald reported last year", ("2016-01-01", "2016-12-31")),
        ("the Herald reported earlier this year", ("2017-01-01", DRAFT)),
        ("Lund told the Herald on Tuesday", ("2017-02-14", DRAFT)),
        ("Lund told the Herald Friday", ("2017-02-10", DRAFT)),
        ("the Herald reported yesterday", ("2017-02-15", DRAFT)),
        ("the Herald reported in May that", ("2016-05-01", "2016-05-31")),
        ("the Herald reported last May that", ("2016-05-01", "2016-05-31")),
        ("a story two weeks ago", ("2017-01-26", "2017-02-09")),
        ("in 2014 the Herald wrote", ("2014-01-01", "2014-12-31")),
        ("In 2010 he moved; in March 2015 he met the envoy.", ("2015-03-01", DRAFT)),
    ],
)
def test_words_about_time_bound_the_search(text, bounds):
    assert date_hints(text, DRAFT) == bounds


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund told the Herald that the tax would pass.",
        "She may march in the April showers.",
        "Prices rose 12 percent to 2,016 crowns.",
        "April Lund and June Moss voted no.",
        "He will resign on May 1, 2020, he told the Herald.",
        "on February 30, 2016",
        "",
    ],
)
def test_other_words_give_no_bound_but_the_drafts_own_date(text):
    assert date_hints(text, DRAFT) == (None, DRAFT)


def test_without_a_date_of_its_own_a_draft_has_no_last_week():
    assert date_hints("the Herald reported last week", None) == (None, None)
    assert date_hints("a report from May 2016", None) == ("2016-05-01", "2016-05-31")


def test_a_draft_dated_to_the_month_bounds_by_its_last_day():
    assert date_hints("", "2017-02") == (None, "2017-02-28")
    assert date_hints("", "2017-02-16T10:00:00+01:00") == (None, DRAFT)
    assert date_hints("", "not a date") == (None, None)


@given(
    st.text(alphabet="onlast week May2016,.Nv1 ago report said Tuesday-", max_size=60),
    st.sampled_from([None, DRAFT, "2017", "x"]),
)
def test_bounds_are_dates_in_order(text, dated):
    after, before = date_hints(text, dated)
    assert not (after and before) or after <= before
