"""A claim is looked for by its telling words, and only pages that show some of them are fetched."""

from dataclasses import replace

import pytest

from provaudit.model import Domain, Outlet, Tier, Wanted
from provaudit.trace.search import Found, date_in, ranked, search_for, slug_words
from provaudit.trace.terms import phrase_of, search_terms


def wanted(text, *quotations, outlet=None, after=None, before=None):
    return Wanted(text, quotations, outlet, (), after, before)


def words(*args, **more):
    return [term.word for term in search_terms(wanted(*args, **more))]


def test_names_come_first_then_numbers_then_rare_words():
    found = words("The council said Skerry would levy 340 crowns for dredging the harbour")
    assert found[:2] == ["Skerry", "340"]
    assert set(found[2:]) == {"council", "levy", "crowns", "dredging", "harbour"}


def test_quoted_words_come_before_the_drafts_own():
    found = words("officials promised harbours and dredgers", "dredgers")
    assert found.index("dredgers") < found.index("harbours")


def test_words_that_all_news_uses_and_the_outlets_own_name_are_left_out():
    herald = Outlet("herald", "The Harbor Herald", aliases=("HH Online",))
    assert (
        words("Officials told the Harbor Herald on Tuesday that people in the government said so", outlet=herald) == []
    )


def test_small_words_of_the_drafts_own_language_are_left_out():
    german = replace(wanted("was nicht in Skerry Schiff"), language="de")
    assert {term.word for term in search_terms(german)} & {"nicht"} == set()
    assert {term.word for term in search_terms(replace(german, language="xx"))} >= {"Skerry", "Schiff"}


def test_a_word_is_searched_by_once_and_without_its_possessive():
    assert words("Skerry's dredgers and Skerry's harbour, in Skerry").count("Skerry") == 1


def test_a_first_word_is_a_name_only_before_another_one():
    assert words("Ada Lund voted against dredging")[0] in ("Ada", "Lund")
    assert words("Dredging harms the river Oona")[0] == "Oona"


def test_accents_fall_in_keys_and_stay_in_words():
    (term,) = search_terms(wanted("it was Škerrý"))
    assert (term.word, term.key) == ("Škerrý", "skerry")


@pytest.mark.parametrize(
    ("quotation", "phrase"),
    [
        ("every household in Skerry will pay 340 crowns a year", "every household in Skerry will pay 340 crowns"),
        ("too short", None),
        ("it was all … a plan", None),
        ("we did not know it then […] or now", "we did not know it then"),
    ],
)
def test_a_phrase_is_the_unbroken_start_of_the_longest_quotation(quotation, phrase):
    assert phrase_of(wanted("x", "tiny", quotation)) == phrase


def titles(search, *found):
    return [candidate.title for candidate in ranked(search, Tier.FEED, "why", found, 5)]


SEARCH = search_for(
    wanted(
        'Ada Lund: "every household in Skerry 340 crowns"',
        "every household in Skerry 340 crowns",
        after="2016-05-01",
        before="2016-05-31",
    )
)


def test_title_address_text_and_exact_words_raise_a_page():
    assert titles(
        SEARCH,
        Found("https://a.example/1", "Skerry"),
        Found("https://a.example/2", "Skerry and Lund"),
        Found("https://a.example/lund-skerry-340-crowns", "Slug"),
        Found("https://a.example/3", "Text", text="She said every household in  Skerry 340 crowns would pay. Lund."),
        Found("https://a.example/4", "Weather"),
    ) == ["Text", "Slug", "Skerry and Lund", "Skerry"]


def test_pages_outside_the_dates_are_left_out_and_undated_ones_kept():
    kept = titles(
        SEARCH,
        Found("https://a.example/1", "old", "2015-05-12", "Lund in Skerry"),
        Found("https://a.example/2", "late", "2016-08-01", "Lund in Skerry"),
        Found("https://a.example/2016/05/3", "by address", None, "Lund in Skerry"),
        Found("https://a.example/2014/05/4", "by old address", None, "Lund in Skerry"),
        Found("https://a.example/5", "some time that year", "2016", "Lund in Skerry"),
        Found("https://a.example/6", "undated", None, "Lund in Skerry"),
        Found("https://a.example/8", "a day early", "2016-04-30", "Lund in Skerry"),
    )
    assert set(kept) == {"by address", "some time that year", "undated", "a day early"}
    assert kept[-1] == "undated"
    assert titles(SEARCH, Found("https://a.example/7", "Lund in Skerry", "2016-99-99"))


def test_one_page_under_two_addresses_is_one_candidate_and_only_the_best_are_given():
    found = [Found(f"https://a.example/{n}?utm_source={m}", f"Lund in Skerry {n}") for n in range(9) for m in range(2)]
    assert len(ranked(SEARCH, Tier.FEED, "why", found, 5)) == 5
    assert len({candidate.url for candidate in ranked(SEARCH, Tier.FEED, "why", found, 50)}) == 9


def test_plurals_meet_their_singulars():
    assert titles(search_for(wanted("the dredgers of Skerry")), Found("https://a.example/dredger", "Skerries")) == [
        "Skerries"
    ]


@pytest.mark.parametrize(
    ("url", "date"),
    [("/2016/05/12/x", "2016-05-12"), ("/2016/05/x", "2016-05"), ("/20160512-x", "2016-05-12"), ("/x-2016-05-12", "2016-05-12"),
     ("/2016/x", None), ("/123201605", None), ("/2016/13/x", None), ("/x?d=2016/05/12", None)],
)  # fmt: skip
def test_an_address_tells_its_date(url, date):
    assert date_in(f"https://a.example{url}") == date


def test_a_slug_is_read_as_words():
    assert {"lund", "skerry", "340"} <= slug_words("https://a.example/news/Lund_Skerry+340.html")


def test_dates_that_cannot_be_read_are_no_bounds_and_turned_ones_are_turned_back():
    search = search_for(wanted("x", after="soon", before="2016-05-31T10:00:00"))
    assert search.after is None
    assert search.before.isoformat() == "2016-06-02"
    turned = search_for(wanted("x", after="2016-05-31", before="2016-05-01"))
    assert turned.after < turned.before


def test_a_domain_is_taken_from_its_own_time():
    outlet = Outlet(
        "x", "X", domains=(Domain("old.example", until="2012-06"), Domain("new.example/news", since="2012-06"))
    )
    assert search_for(wanted("x", outlet=outlet, after="2010-01-01", before="2010-12-31")).hosts == ("old.example",)
    assert search_for(wanted("x", outlet=outlet, after="2016-01-01")).hosts == ("new.example",)
    assert search_for(wanted("x", outlet=outlet)).hosts == ("new.example", "old.example")
