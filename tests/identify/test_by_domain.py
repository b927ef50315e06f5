"""Whose page an address is."""

import pytest

from provaudit.identify import Registry, outlet_of
from provaudit.identify.hosts import host_of, registrable_domain
from provaudit.model import Domain, Outlet, OutletKind


@pytest.mark.parametrize(
    ("address", "outlet_id"),
    [
        ("cnn.com", "cnn"),
        ("www.cnn.com", "cnn"),
        ("https://edition.cnn.com/2016/05/01/politics/x/index.html", "cnn"),
        ("http://WWW.WSJ.COM:80/articles/x?mod=y#top", "wall-street-journal"),
        ("//blogs.wsj.com/washwire", "wall-street-journal"),
        ("abcnews.go.com", "abc-news"),
        ("https://abcnews.go.com/Politics/x", "abc-news"),
        ("news.bbc.co.uk", "bbc"),
        ("https://m.facebook.com/story", "facebook"),
        ("twitter.com/politico/status/1", "x"),
        ("en.wikipedia.org", "wikipedia"),
        ("https://timesofindia.indiatimes.com/india/x", "times-of-india"),
        ("theguardian.com.", "guardian"),
    ],
)
def test_a_host_of_an_outlet_is_the_outlets(registry, address, outlet_id):
    assert registry.by_domain(address).id == outlet_id


@pytest.mark.parametrize(
    "address",
    [
        "go.com",
        "disney.go.com",
        "somebody.wordpress.com",
        "https://somebody.blogspot.com/2016/05/x.html",
        "somebody.tumblr.com",
        "somebody.substack.com",
        "somebody.medium.com",
        "notcnn.com",
        "cnn.com.evil.example",
        "co.uk",
        "com",
        "localhost",
        "127.0.0.1",
        "",
        "http://[::1",
    ],
)
def test_a_host_of_somebody_else_is_not(registry, address):
    assert registry.by_domain(address) is None


@pytest.fixture
def handed_on():
    """Two outlets that held one domain after each other."""
    old = Outlet("old", "Old", domains=(Domain("paper.example", until="2014-06-30"),))
    new = Outlet("new", "New", domains=(Domain("paper.example", since="2014-07"),))
    return Registry.of([old, new])


@pytest.mark.parametrize(
    ("when", "holder"),
    [("2010", "old"), ("2014-06-30", "old"), ("2014-07-01", "new"), ("2016-05-12T10:00:00", "new"), (None, "new")],
)
def test_a_domain_that_changed_hands_goes_by_the_date(handed_on, when, holder):
    assert handed_on.by_domain("https://www.paper.example/x", when).id == holder


def test_a_domain_an_outlet_has_left_still_tells_it(registry):
    assert registry.by_domain("guardian.co.uk").id == "guardian"
    assert registry.by_domain("guardian.co.uk", "2020-01-01").id == "guardian"


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://news.harlowgazette.example/x", "harlowgazette.example"),
        ("https://www.harlow.co.uk/x", "harlow.co.uk"),
        ("https://somebody.wordpress.com/x", "somebody.wordpress.com"),
        ("https://someone.github.io", "someone.github.io"),
    ],
)
def test_an_unknown_outlet_goes_by_what_somebody_registered(registry, url, domain):
    outlet = outlet_of(url, registry)
    assert (outlet.id, outlet.name, outlet.domain, outlet.known) == (domain, domain, domain, False)


def test_a_known_outlet_is_known_by_its_page(registry):
    assert outlet_of("https://www.politico.com/x", registry).known


def test_a_subdomain_that_a_platform_serves_itself_from_is_the_platforms():
    platform = Outlet("p", "P", OutletKind.PLATFORM, domains=(Domain("p.example"),))
    asked = Registry.of([platform])
    assert asked.by_domain("m.p.example") == platform
    assert asked.by_domain("jane.p.example") is None


@pytest.mark.parametrize(("address", "host"), [("HTTP://User@Ex.Com:8080/p", "ex.com"), ("münchen.example", "xn--mnchen-3ya.example"), ("ex.com/a", "ex.com")])  # fmt: skip
def test_a_host_is_read_out_of_any_address(address, host):
    assert host_of(address) == host


def test_an_address_in_numbers_is_its_own_domain():
    assert registrable_domain("127.0.0.1") == "127.0.0.1"
