"""A dead page is read from the Internet Archive's capture nearest its time; a page that is shut is not."""

import pytest

from provaudit.model import Miss, Outcome, Page, Tier
from provaudit.trace import open_web
from tests.trace.local_web import Answer

HERALD = "https://harborherald.com"


def page(words):
    return f'<html><head><title>Tax</title></head><body><article><p>{words} the council passed the tax. <a href="/more">More</a></p></article>'


@pytest.fixture
def archive(world):
    host = world.host("web.archive.org")
    host.captures = [
        {"timestamp": f"{year}0513100000", "original": f"{HERALD}/tax", "body": page(f"In the year {year},")}
        for year in (2016, 2018, 2021)
    ]
    return host


@pytest.fixture
def fetch(world, registry):
    def fetch(url=f"{HERALD}/tax", near=None, **options):
        with open_web(world.options(**options), registry) as web:
            return web.draft().fetch(url, near=near)

    return fetch


@pytest.mark.parametrize(
    ("near", "year"),
    [("2016-05-12", "2016"), ("2017-12-01", "2018"), ("2026-11-24", "2021"), ("2018", "2018"), (None, "2016")],
)
def test_a_dead_page_comes_from_the_capture_nearest_the_date(fetch, archive, near, year):
    found = fetch(near=near)
    assert isinstance(found, Page)
    assert found.archived_only
    assert f"In the year {year}," in found.article.text
    assert found.archive_url == f"https://web.archive.org/web/{year}0513100000/{HERALD}/tax"
    assert found.url == found.requested == f"{HERALD}/tax"
    assert found.article.links[0].url == f"{HERALD}/more"  # the links are the page's own, not the Archive's


@pytest.mark.parametrize(
    "answer",
    [
        Answer("gone", 410),
        Answer("<title>Page not found</title><h1>Page not found</h1><p>Sorry, this page does not exist."),
        Answer("down", 500),
        Answer(fault="truncated"),
        Answer(fault="silent"),
        Answer(status=302, location="/"),
        Answer(status=302, location="/tax"),
    ],
)
def test_every_kind_of_dead_page_is_looked_for_in_the_archive(fetch, archive, world, answer):
    world.host("harborherald.com").on("/tax", answer).on("/", page("Front"))
    assert fetch(request_seconds=0.5).archived_only


def test_a_host_that_is_gone_is_looked_for_too(fetch, archive):
    archive.captures = [
        {"timestamp": "20160513100000", "original": "https://long-gone.example/a", "body": page("Then")}
    ]
    assert fetch("https://long-gone.example/a").archived_only


@pytest.mark.parametrize(
    "answer",
    [
        Answer("no", 403),
        Answer("pay", 402),
        Answer("log in", 401),
        Answer("wait", 429, {"Retry-After": "99"}),
        Answer(b"%PDF-1.7", content_type="application/pdf"),
        Answer(status=302, location="http://10.0.0.1/"),
        Answer(page("Alive,")),
    ],
)
def test_what_is_shut_or_alive_is_not_looked_for_in_the_archive(fetch, archive, world, answer):
    world.host("harborherald.com").on("/tax", answer)
    fetch()
    assert world.paths("web.archive.org") == []


def test_what_robots_txt_forbids_is_not_looked_for_in_the_archive(fetch, archive, world):
    world.host("harborherald.com").on("/robots.txt", Answer("User-agent: *\nDisallow: /"))
    assert fetch().outcome is Outcome.BLOCKED_ROBOTS
    assert world.paths("web.archive.org") == []


def test_a_run_that_leaves_the_archive_out_does_not_ask_it(fetch, archive, world):
    assert fetch(tiers=frozenset({Tier.LINK})).outcome is Outcome.GONE
    assert world.paths("web.archive.org") == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("<title>Page not found</title><h1>Page not found</h1><p>Sorry.", 200),
        ("", 200),
        (page("x"), 404),
        (page("x"), 503),
    ],
)
def test_a_capture_that_cannot_be_read_leaves_the_page_dead(fetch, archive, body, status):
    archive.on("/web/*", Answer(body, status))
    found = fetch()
    assert isinstance(found, Miss)
    assert found.outcome is Outcome.GONE


@pytest.mark.parametrize(
    "answer", [Answer("[]"), Answer("busy", 503), Answer("no", 429), Answer("{}"), Answer('[["timestamp"],["soon"]]')]
)
def test_without_a_capture_the_page_stays_dead(fetch, archive, answer):
    archive.on("/cdx/*", answer)
    assert fetch().outcome is Outcome.GONE


CITED = f"https://web.archive.org/web/20180513100000/{HERALD}/tax"


def test_a_cited_capture_gives_way_to_a_living_original(fetch, archive, world):
    world.host("harborherald.com").on("/tax", page("Alive,"))
    alive = fetch(CITED)
    assert not alive.archived_only
    assert (alive.url, alive.archive_url) == (f"{HERALD}/tax", CITED)
    assert world.paths("web.archive.org") == []


@pytest.mark.parametrize("answer", [Answer("", 404), Answer("", 403), Answer("", 402), Answer("down", 500)])
def test_a_cited_capture_is_read_as_it_was_cited(fetch, archive, world, answer):
    """The draft itself leads to it, whatever stands before the original."""
    world.host("harborherald.com").on("/tax", answer)
    found = fetch(CITED, near="2021-01-01")
    assert found.archived_only
    assert "In the year 2018," in found.article.text
    assert found.archive_url == CITED
    assert len(world.paths("web.archive.org")) == 1  # no search for a nearer one


def test_a_cited_capture_of_an_address_inside_is_not_read(fetch, archive, world):
    assert fetch("https://web.archive.org/web/2018/http://10.0.0.1/x").outcome is Outcome.REFUSED_ADDRESS
    assert world.asked == []


def test_a_playback_that_points_to_a_neighbouring_capture_is_followed(fetch, archive):
    archive.on(
        f"/web/20160513100000id_/{HERALD}/tax", Answer(status=302, location=f"/web/20180513100000id_/{HERALD}/tax")
    )
    found = fetch()
    assert found.archived_only
    assert "In the year 2018," in found.article.text


def test_a_shortened_link_is_looked_for_under_the_address_it_stands_for(fetch, archive, world):
    world.host("t.co").on("/abc", Answer(status=301, location=f"{HERALD}/tax"))
    found = fetch("https://t.co/abc")
    assert found.archived_only
    assert (found.url, found.requested) == (f"{HERALD}/tax", "https://t.co/abc")
