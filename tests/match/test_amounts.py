import pytest

from provaudit.match.quantities import quantities
from provaudit.match.reading import read_words


def amount(text):
    found = quantities(read_words(text))
    assert len(found) == 1, found
    return found[0]


SAME = [
    ("a dozen boats", "12 boats"),
    ("half of the voters", "50 percent of the voters"),
    ("two in five voters", "40 percent of voters"),
    ("$1.5m in fines", "1.5 million dollars in fines"),
    ("more than 1,200 people", "1,234 people"),
    ("some 1,200 people", "1,234 people"),
    ("a couple hundred houses", "350 houses"),
    ("dozens of houses", "40 houses"),
    ("lasted a year and a half", "lasted 18 months"),
    ("took two weeks", "took 14 days"),
    ("1.2 million votes", "1,234,567 votes"),
    ("nearly 50 boats", "49 boats"),
    ("3 percent", "three per cent"),
    ("5 kilometres", "3.1 miles"),
    ("between five and ten men", "5-10 men"),
    ("the 3rd round", "the third round"),
    ("£2bn", "two billion pounds"),
    ("two hundred and six boats", "206 boats"),
    ("twenty-one boats", "21 boats"),
    ("half a million euros", "€500,000"),
    ("as many as 300 jobs", "up to 300 jobs"),
    ("three quarters of members", "roughly 74 percent of members"),
    ("a 45-year-old man", "aged 45"),
    ("40 or so boats", "38 boats"),
    ("5 to 10 million euros", "between €5 million and €10 million"),
]
OTHER = [
    ("5 million people", "5 billion people"),
    ("45 percent", "54 percent"),
    ("$3 million", "$3 billion"),
    ("a dozen boats", "20 boats"),
    ("fewer than 100 people", "more than 100 people"),
    ("5 kilometres", "5 miles"),
    ("1,500 people", "1,200 people"),
    ("dozens of houses", "three houses"),
    ("the third round", "the fourth round"),
    ("six weeks", "six months"),
    ("3-1", "3-2"),
    ("nearly 2,000 people", "nearly 3,000 people"),
    ("between five and ten men", "between five and fifty men"),
    ("$5 million", "$5.4 million"),
    ("19 boats", "90 boats"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_amount_written_in_two_ways_agrees(one, other):
    assert amount(one).agrees(amount(other))
    assert amount(other).agrees(amount(one))


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_amounts_do_not_agree(one, other):
    assert not amount(one).agrees(amount(other))
    assert not amount(other).agrees(amount(one))


@pytest.mark.parametrize(
    "text",
    [
        "in 2016", "on May 12", "12 May 2016", "at 10:30 am", "the one who left", "one of them", "no one",
        "a man with a dog", "the first", "he may march",
    ],
)  # fmt: skip
def test_dates_clock_times_and_pronouns_are_no_amounts(text):
    assert [found for found in quantities(read_words(text)) if found.unit != "ordinal"] == []


def test_a_rate_is_not_a_length_of_time():
    assert [found.unit for found in quantities(read_words("4,000 people a day"))] == [""]


def test_percent_and_percentage_points_are_two_units():
    units = [amount(text).unit for text in ("2 percent", "2 percentage points", "2% points")]
    assert units == ["percent", "point", "point"]
