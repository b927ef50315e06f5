"""Proxies and certificates come from the environment, and a proxy is no way around the guard."""

import pytest

from provaudit.errors import UsageError
from provaudit.model import Outcome, Page
from provaudit.trace import open_web
from tests.trace.forward_proxy import ForwardProxy
from tests.trace.local_web import authority

PAGE = "<html><title>A page</title><body><article><p>" + "Words to read, and more. " * 20 + "</p></article>"


@pytest.fixture
def proxy(world, monkeypatch):
    world.host("harborherald.com").on("*", PAGE)
    world.host("gullblog.net").on("*", PAGE)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority()))
    with ForwardProxy(world) as opened:
        monkeypatch.setenv("HTTP_PROXY", opened.url)
        monkeypatch.setenv("HTTPS_PROXY", opened.url)
        yield opened


@pytest.fixture
def fetch(world, registry):
    def fetch(url, **options):
        standard = {"trust_env": True, "ca_file": None, "allow_private": (), "resolve": None}
        with open_web(world.options(**{**standard, **options}), registry) as web:
            return web.draft().fetch(url)

    return fetch


def test_requests_go_through_the_proxy_of_the_environment(proxy, fetch):
    assert isinstance(fetch("https://harborherald.com/a"), Page)
    assert isinstance(fetch("http://harborherald.com/a"), Page)
    assert set(proxy.asked) == {"harborherald.com:443", "harborherald.com"}


def test_no_proxy_is_honoured(proxy, fetch, world, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "harborherald.com")
    page = fetch("https://harborherald.com/a", resolve=world.resolve, allow_private=("127.0.0.0/8",))
    assert isinstance(page, Page)
    assert proxy.asked == []


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://169.254.169.254/latest/", "http://2130706433/", "http://[::1]/", "http://localhost/",
     "http://db.internal/", "https://harborherald.com:8443/", "ftp://harborherald.com/"],
)  # fmt: skip
def test_a_proxy_is_not_asked_for_what_the_guard_refuses(proxy, fetch, url):
    assert fetch(url).outcome is Outcome.REFUSED_ADDRESS
    assert proxy.asked == []


def test_a_redirect_through_the_proxy_passes_the_guard_too(proxy, fetch, world):
    from tests.trace.local_web import Answer

    world.host("harborherald.com").on("/a", Answer(status=302, location="http://10.0.0.1/admin"))
    assert fetch("https://harborherald.com/a").outcome is Outcome.REFUSED_ADDRESS
    assert all("10.0.0.1" not in asked for asked in proxy.asked)


def test_a_proxy_that_refuses_is_unreachable(proxy, fetch):
    assert fetch("https://nowhere.example/a").outcome is Outcome.UNREACHABLE


def test_a_proxys_password_is_used_and_not_printed(world, fetch, monkeypatch, caplog):
    world.host("harborherald.com").on("*", PAGE)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority()))
    with ForwardProxy(world, password="pw-of-ours") as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        with caplog.at_level("DEBUG", logger="provaudit"):
            assert isinstance(fetch("https://harborherald.com/a"), Page)
    assert "pw-of-ours" not in caplog.text


def test_without_the_right_certificates_nothing_is_believed(proxy, fetch, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")
    miss = fetch("https://harborherald.com/a")
    assert miss.outcome is Outcome.UNREACHABLE
    assert "certificate" in miss.detail


def test_certificates_that_cannot_be_read_are_one_line(fetch, monkeypatch, tmp_path, world):
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    with pytest.raises(UsageError, match="certificates"):
        fetch("https://harborherald.com/a", resolve=world.resolve)


def test_a_proxy_of_an_unknown_kind_is_one_line(fetch, monkeypatch, world):
    monkeypatch.setenv("HTTPS_PROXY", "socks5://127.0.0.1:1080")
    with pytest.raises(UsageError, match="socks5 proxy"):
        fetch("https://harborherald.com/a")
