"""The guard of tests/conftest.py, shown to bite and to let loopback through."""

import os
import socket

import pytest

import provaudit


@pytest.fixture
def forgiven():
    """The attempts of this test are on purpose: they do not fail it at its end."""
    yield
    import sys

    guards = [
        module for name, module in sys.modules.items() if name.endswith("conftest") and hasattr(module, "_reached_for")
    ]
    for guard in guards:
        guard._reached_for.clear()


def swallowed(connect):
    """Code under test that takes every exception for a dead page."""
    try:
        connect(("192.0.2.1", 80))
    except Exception:  # noqa: BLE001 -- what the guard must survive
        return True
    return False


def test_a_connection_beyond_loopback_fails_even_where_exceptions_are_swallowed(forgiven):
    with socket.socket() as plain, pytest.raises(BaseException, match="serve it on loopback"):
        swallowed(plain.connect)


def test_a_name_is_not_looked_up(forgiven):
    with pytest.raises(BaseException, match=r"example\.org"):
        socket.getaddrinfo("example.org", 80)


def test_loopback_is_let_through():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
        server.accept()[0].close()
    assert socket.getaddrinfo("127.0.0.1", 80)


def test_the_settings_of_the_person_who_runs_the_tests_are_out_of_reach():
    assert "NO_COLOR" not in os.environ
    assert "nobody" in os.environ["XDG_CONFIG_HOME"]
    assert provaudit.__version__
