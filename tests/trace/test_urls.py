"""One page has one address, whatever wraps it and whatever trails behind it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from provaudit.trace.urls import canonical, capture_of, host_of, is_shortener, printable, registrable, same_site

STORY = "https://harborherald.com/2016/05/tax"


@pytest.mark.parametrize(
    "url",
    [
        f"{STORY}#comments",
        f"{STORY}?utm_source=feed&utm_medium=rss",
        f"{STORY}?fbclid=abc&gclid=def&mc_cid=1",
        "HTTPS://HarborHerald.COM:443/2016/05/tax",
        "https://harborherald.com./2016/05/tax",
        "https://harborherald.com/2016/./04/../05/t%61x",
        f"  {STORY}\n",
        f"{STORY}/amp/",
        f"{STORY}/amp",
        f"{STORY}?amp=1",
        "https://www.google.com/amp/s/harborherald.com/2016/05/tax/amp/",
        "https://harborherald-com.cdn.ampproject.org/c/s/harborherald.com/2016/05/tax",
        f"https://web.archive.org/web/20160513id_/{STORY}",
        f"http://web.archive.org/web/20160513083000/{STORY}?utm_source=x",
        f"https://web.archive.org/web/2016/https://www.google.com/url?q={STORY}&sa=D",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fharborherald.com%2F2016%2F05%2Ftax%3Ffbclid%3Dx&h=y",
        f"https://www.google.com/url?sa=t&url={STORY}",
        f"https://out.example/redirect?to={STORY}",
    ],
)
def test_every_wrapping_of_an_address_comes_to_the_same(url):
    assert canonical(url) == STORY


@pytest.mark.parametrize(
    "url",
    [
        "https://harborherald.com/story?id=7&page=2",
        "https://harborherald.com/?p=1234",
        "https://harborherald.com/amphitheatre",
        "https://harborherald.com/a%2Fb",
        "https://harborherald.com/search?u=https://gullblog.net/",
        "https://harborherald.com/caf%C3%A9",
        "http://harborherald.com:8080/x",
        "https://harborherald.com/amp/",
    ],
)
def test_what_says_which_page_is_meant_stays(url):
    assert canonical(url) == url


def test_an_empty_path_is_the_front_page():
    assert canonical("https://harborherald.com?utm_source=x") == "https://harborherald.com/"


def test_a_name_in_letters_beyond_ascii_is_one_name():
    assert canonical("https://BÜCHER.example/ä") == "https://xn--bcher-kva.example/%C3%A4"


urls = st.builds(
    lambda scheme, host, path, query, fragment: f"{scheme}{host}/{path}?{query}#{fragment}",
    st.sampled_from(["http://", "https://", "HTTP://", "//", "", "https://web.archive.org/web/2016/http://", "https://l.facebook.com/l.php?u=http://"]),
    st.sampled_from(["a.org", "A.ORG:80", "b.co.uk:443", "google.com", "x.cdn.ampproject.org", "[::1]", "u:p@c.org", "bücher.example", ""]),
    st.text(alphabet="ab/.%24e2Eäö ~amp+;:@&=-", max_size=30),
    st.text(alphabet="abu=&%23utm_source/:.http?ä", max_size=40),
    st.text(alphabet="ab#/", max_size=5),
)  # fmt: skip


@given(st.one_of(urls, st.text(max_size=60)))
@example("https://a.org/%%341")
@example("https://google.com/amp/s/google.com/amp/s/a.org/x/amp/amp")
@example("https://a.org/url?u=https%3A%2F%2Fb.org%2Furl%3Fu%3Dhttps%253A%252F%252Fc.org%252F")
@example("https://a.org/x/amp/..")
@example("https://a.org/..//b.org/%2e%2e/.")
def test_canonical_is_idempotent(url):
    once = canonical(url)
    assert canonical(once) == once


@given(urls)
def test_a_canonical_address_has_no_credentials_fragment_or_control_characters(url):
    found = canonical(url)
    if found.startswith("http") and host_of(found):
        assert "#" not in found
        assert "@" not in found.split("//")[1].split("/")[0]
        assert found.isprintable()


def test_an_archive_address_says_what_it_captured_and_when():
    assert capture_of(f"https://web.archive.org/web/20160513083000id_/{STORY}?a=1") == (
        f"{STORY}?a=1",
        "20160513083000",
    )
    assert capture_of("https://web.archive.org/web/20160513/harborherald.com/x") == (
        "http://harborherald.com/x",
        "20160513",
    )
    assert capture_of("https://web.archive.org/web/*/harborherald.com") is None
    assert capture_of(f"https://example.org/web/20160513/{STORY}") is None
    assert capture_of("http://[") is None


def test_credentials_are_never_printed():
    assert printable("https://ada:pw@a.org/x?y=@z") == "https://a.org/x?y=@z"
    assert printable("https://a@b:c@a.org/") == "https://a.org/"
    assert printable("//ada@a.org/") == "//a.org/"
    assert printable("https://a.org/\x1b[31mred") == "https://a.org/[31mred"


def test_sites_are_told_apart_by_who_registered_them():
    assert registrable("https://news.bbc.co.uk/1") == "bbc.co.uk"
    assert same_site("https://www.harborherald.com/", "m.harborherald.com")
    assert not same_site("one.wordpress.com", "two.wordpress.com")
    assert not same_site("abcnews.go.com", "espn.go.com")
    assert registrable("www.one.wordpress.com") == "one.wordpress.com"
    assert not same_site("https://harborherald.com.evil.org/", "harborherald.com")
    assert not same_site("", "")


def test_a_shortener_is_known():
    assert is_shortener("https://t.co/abc")
    assert not is_shortener(STORY)
    assert host_of("no address") == ""
