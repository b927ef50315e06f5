"""What holds for every test: no real network, no settings of the person who runs it, goldens re-made by one flag."""

import ipaddress
import os
import socket
from pathlib import Path

import pytest
from hypothesis import settings

_PERSONAL = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES", "CI", "GITHUB_ACTIONS", "GITLAB_CI",
             "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "all_proxy", "no_proxy")  # fmt: skip

# No time is asserted in tests: a busy machine must not fail a property.
settings.register_profile("provaudit", deadline=None)
settings.load_profile("provaudit")


def pytest_addoption(parser):
    parser.addoption("--remake-goldens", action="store_true", help="write what the formats give now as their goldens")


@pytest.fixture
def golden(request):
    """`golden("name.txt", text)`: the text is the golden's, or becomes it with --remake-goldens."""
    folder = Path(request.path).parent / "goldens"

    def check(name, text):
        path = folder / name
        if request.config.getoption("--remake-goldens"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.is_file(), f"no golden {name}: run pytest --remake-goldens and read what it wrote"
        assert text == path.read_bytes().decode()

    return check


@pytest.fixture(autouse=True, scope="session")
def bare_environment(tmp_path_factory):
    """No colour wish, proxy, key or settings file of the person who runs the tests.

    For the whole session, so that the fixtures of a module find what its tests find.
    """
    home = tmp_path_factory.getbasetemp() / "nobody"
    with pytest.MonkeyPatch.context() as patch:
        for name in (*_PERSONAL, *(name for name in os.environ if name.startswith("PROVAUDIT_"))):
            patch.delenv(name, raising=False)
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home / name.split("_")[1].lower()))
        yield


class RealNetworkError(BaseException):
    """A test reached for the real network. Not an Exception, so that no code under test takes it for a dead page."""


_reached_for = []


def _guarded(real, host_of):
    def guard(*args, **kwargs):
        host = host_of(*args)
        if not _harmless(host):
            _reached_for.append(host)
            raise RealNetworkError(f"a test reached for {host}: serve it on loopback")
        return real(*args, **kwargs)

    return guard


def _harmless(host):
    """Loopback, a local socket, or nothing at all."""
    if host in (None, "", b"") or str(host) == "localhost" or str(host).endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host).split("%")[0]).is_loopback
    except ValueError:
        return False


def _address_host(_socket, *args):
    address = args[-1] if args else None
    return address[0] if isinstance(address, tuple) else None


def _resolved_host(host, *_args):
    """A literal address is not asked of anybody."""
    name = host.decode() if isinstance(host, bytes) else host
    try:
        ipaddress.ip_address(str(name).split("%")[0])
    except ValueError:
        return name
    return None


@pytest.fixture(autouse=True, scope="session")
def no_real_network():
    """Connections and look-ups beyond loopback fail, in every thread."""
    with pytest.MonkeyPatch.context() as patch:
        for verb in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, verb, _guarded(getattr(socket.socket, verb), _address_host))
        for verb in ("getaddrinfo", "gethostbyname"):
            patch.setattr(socket, verb, _guarded(getattr(socket, verb), _resolved_host))
        yield


@pytest.fixture(autouse=True)
def nobody_was_asked(no_real_network):
    """A thread's attempt does not fail its test by itself: this does."""
    _reached_for.clear()
    yield
    asked = tuple(_reached_for)
    _reached_for.clear()
    assert not asked, f"the real network was reached for: {asked}"
