"""Nobody inside this network is asked, however the address is dressed up."""

import random
import socket
import time
from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provaudit.trace.guard import DENIED, Guard, NoSuchHostError, RefusedError, is_public, resolve_in_time

PLAIN = Guard((80, 443), (), None)


def answering(*addresses):
    """A resolver that knows these addresses for every name."""
    return lambda _, port: [(address, port) for address in addresses]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "172.31.255.255", "192.168.0.1", "169.254.169.254", "100.100.100.200", "0.0.0.0",
        "192.0.0.192", "168.63.129.16", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1", "fc00::1",
        "fd00:ec2::254", "fec0::1", "ff02::1", "64:ff9b:1::1", "5f00::1", "100::1", "2001:db8::1", "3fff::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:a00:1::1",
        "2001:0:7f00:1::", "::7f00:1", "fe80::1%eth0",
    ],
)  # fmt: skip
def test_an_address_of_this_network_is_not_public(address):
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_an_address_of_the_open_web_is_public(address):
    assert is_public(ip_address(address))


def test_whatever_ssrfguard_refuses_is_refused_here():
    ssrfguard = pytest.importorskip("ssrfguard")
    dice = random.Random(20260)
    addresses = [edge for block in DENIED for edge in (block[0], block[-1], block[block.num_addresses // 2])]
    addresses += [edge for block in ssrfguard.DEFAULT_DENIED.blocks for edge in (block.network[0], block.network[-1])]
    for _ in range(500):
        addresses += [IPv4Address(dice.getrandbits(32)), IPv6Address(dice.getrandbits(128))]
        addresses += [IPv6Address((prefix << 96) | dice.getrandbits(32)) for prefix in (0x64FF9B, 0xFFFF, 0)]
        addresses += [IPv6Address((0x2002 << 112) | dice.getrandbits(112))]
    let_through = [a for a in addresses if ssrfguard.DEFAULT_DENIED.classify(a).blocked and is_public(a)]
    assert let_through == []


@pytest.mark.parametrize(
    "url",
    [
        "http://2130706433/", "http://0x7f000001/", "http://017700000001/", "http://127.1/", "http://0x7f.1/",
        "http://127.0.0.0x1/", "http://010.0.0.1/", "http://1.2.3.4.5/", "http://256.1.1.1/", "http://[::1]/",
        "http://[::ffff:127.0.0.1]/", "http://１２７.0.0.1/", "http://localhost/", "http://LOCALHOST./",
        "http://printer/", "http://db.internal/", "http://nas.local/", "http://metadata.google.internal/",
        "http://a.home.arpa/", "http://user@example.org/", "http://user:pw@example.org/", "http://example.org:22/",
        "http://example.org:8080/", "http://example.org:0/", "ftp://example.org/", "file:///etc/passwd", "gopher://example.org/",
        "http:///path", "http://", "//example.org/", "http://exa mple.org/", "http://example.org\\@127.0.0.1/",
        "http://example.org/\r\nHost: inside", "http://127.0.0.1\t/", "javascript:alert(1)", "http://[::1", "http://ex_.am*ple/",
    ],
)  # fmt: skip
def test_an_address_that_is_no_plain_public_one_is_refused_as_written(url):
    assert PLAIN.refusal(url)


@pytest.mark.parametrize(
    "url",
    ["http://example.org/", "https://example.org:443/a?b=c#d", "https://bücher.example/", "http://93.184.216.34/",
     "https://localhost.example.org/", "https://example.org/a@b", "https://1.example.org/", "https://x.org/?u=http://10.0.0.1/"],
)  # fmt: skip
def test_an_ordinary_address_passes(url):
    assert PLAIN.refusal(url) is None


@given(st.integers(0, 2**32 - 1))
def test_every_spelling_of_a_number_for_a_host_is_refused_or_judged_by_its_address(number):
    address = IPv4Address(number)
    assert PLAIN.refusal(f"http://{number}/")
    assert PLAIN.refusal(f"http://{number:#x}/")
    assert bool(PLAIN.refusal(f"http://{address}/")) is not is_public(address)


def test_every_address_of_an_answer_is_checked():
    guard = Guard((80,), (), answering("93.184.216.34", "10.0.0.1"))
    with pytest.raises(RefusedError, match=r"10\.0\.0\.1"):
        guard.addresses("example.org", 80, 1)


def test_an_answer_that_is_no_address_is_refused():
    with pytest.raises(RefusedError):
        Guard((80,), (), answering("elsewhere")).addresses("example.org", 80, 1)


def test_an_empty_answer_is_no_host():
    with pytest.raises(NoSuchHostError):
        Guard((80,), (), answering()).addresses("example.org", 80, 1)


def test_the_settings_may_let_a_network_or_a_host_in():
    resolve = answering("10.1.2.3")
    assert Guard((80,), ("10.0.0.0/8",), resolve).addresses("cms.example", 80, 1) == (("10.1.2.3", 80),)
    assert Guard((80,), ("cms.example",), resolve).addresses("cms.example", 80, 1) == (("10.1.2.3", 80),)
    with pytest.raises(RefusedError):
        Guard((80,), ("cms.example", "10.9.0.0/16"), resolve).addresses("other.example", 80, 1)


def test_letting_one_host_in_lets_no_other_in():
    guard = Guard((80, 8080), ("intranet",), None)
    assert guard.refusal("http://intranet:8080/") is None
    assert guard.refusal("http://extranet:8080/")


def test_a_resolver_that_hangs_is_left_behind(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(0.5) or [])
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        resolve_in_time("example.org", 80, 0.05)
    assert time.monotonic() - began < 1
