"""Whatever a server sends, a tier and a page come to an end with a value."""

import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from provaudit.model import Miss, Page
from provaudit.trace.exchange import Exchange, Journey
from provaudit.trace.find import brave, feeds, gdelt, guardian, nyt, searxng, site_search, sitemaps, wayback, wordpress
from provaudit.trace.find.third_party import data_of
from provaudit.trace.outcomes import Reader
from provaudit.trace.robots import robots_of
from provaudit.trace.urls import canonical

quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

keys = st.sampled_from(
    ["articles", "url", "title", "seendate", "response", "docs", "web_url", "headline", "main", "results", "webUrl", "web",
     "link", "date_gmt", "content", "rendered", "timestamp", "original", "publishedDate", "page_age"]
)  # fmt: skip
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12)
    | st.sampled_from(["https://a.example/x", "20160512T000000Z", "20160512100000", "2016-05-12"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)  # fmt: skip
tags = st.sampled_from(
    ["<urlset>", "</urlset>", "<sitemapindex>", "<url>", "</url>", "<loc>", "</loc>", "<lastmod>", "<item>", "</item>",
     "<link>", "</link>", "<title>", "</title>", "<rss version='2.0'>", "<channel>", "<pubDate>", "</pubDate>", "<a href='/x/y'>",
     "</a>", "<Url type='text/html' template='https://a.example/?q={searchTerms}'/>", "<!DOCTYPE x>", "<![CDATA[", "]]>", "<p>",
     "https://a.example/2016/05/12/x", "Thu, 12 May 2016 14:00:00 GMT", "&amp;", "&#0;", "&bad;", "\x00", "2016-99-99", "<html>"]
)  # fmt: skip
bodies = st.one_of(
    st.binary(max_size=200),
    st.lists(tags, max_size=25).map(lambda parts: "".join(parts).encode()),
    st.tuples(st.sampled_from([b"\x1f\x8b", b"\xff\xfe", b"<?xml version='1.0' encoding='x'?>", b"%PDF-", b"{", b"["]), st.binary(max_size=99)).map(b"".join),
)  # fmt: skip


def answer(body, kind="text/html"):
    return Exchange("https://a.example/page", "2026-11-24T07:00:00Z", 200, (("content-type", kind),), body)


@quick
@given(values)
def test_any_json_is_read_by_every_service(value):
    import json

    exchange = answer(json.dumps(value).encode(), "application/json")
    for module in (gdelt, nyt, guardian, brave, searxng):
        assert isinstance(list(module.SERVICE.read(data_of(exchange))), list)
    assert isinstance(list(wordpress._read(wordpress._posts(exchange) or [])), list)
    assert isinstance(wayback.rows_of(exchange), list)
    wayback._resume_key(exchange)


@quick
@given(bodies)
def test_any_body_is_read_by_every_tier(body):
    exchange = answer(body)
    sitemaps._sitemap(exchange, 10_000)
    list(feeds._items(exchange))
    site_search._hits(exchange)
    site_search._described(exchange)
    wayback.rows_of(exchange)
    wordpress._posts(exchange)
    data_of(exchange)
    robots = robots_of(exchange)
    assert robots.delay >= 0
    assert isinstance(robots.sitemaps, tuple)
    robots.refusal("https://a.example/x")


@quick
@example(b"http://169.254.169.254/latest/meta-data/", "text/html")  # nothing but an address: nobody fetches it
@example("https://a.example/x".encode("utf-16"), "text/html; charset=utf-16")
@given(
    bodies,
    st.sampled_from(["text/html", "text/plain", "application/xml", "", "text/html; charset=utf-7", "TEXT/HTML;;;"]),
)
def test_any_body_is_a_page_or_a_miss(body, kind):
    journey = Journey("https://a.example/page", (), answer(body, kind))
    assert isinstance(Reader(2).page(journey), Page | Miss)


@pytest.mark.parametrize(
    "body",
    [b"[" * 100_000, b'{"articles":' * 50_000, b"<" * 2_000_000, b"<a>" * 100_000, b"<title>" + b" " * 1_000_000, b"&" * 500_000,
     b"<!--" * 300_000, b"<rss>" + b"<a>" * 20_000, b"User-agent: *\n" + b"Disallow: /*a*a*a*a*a*a*a*a*a*a*a*a*b$\n" * 5_000],
    ids=lambda body: body[:12].decode(),
)  # fmt: skip
def test_a_body_made_to_cost_time_does_not(body):
    began = time.monotonic()
    exchange = answer(body)
    sitemaps._sitemap(exchange, 10_000_000)
    list(feeds._items(exchange))
    site_search._hits(exchange)
    data_of(exchange)
    wayback.rows_of(exchange)
    feeds._words(body.decode())
    robots_of(exchange).refusal("https://a.example/" + "a" * 2000)
    assert time.monotonic() - began < 6


def test_an_address_made_to_cost_time_does_not():
    began = time.monotonic()
    for url in (
        "https://a.example/url?u=" * 100_000,
        "https://web.archive.org/web/2016/" * 10_000,
        "https://a.example" + "/../a" * 100_000,
    ):
        once = canonical(url)
        assert canonical(once) == once
    assert time.monotonic() - began < 3
