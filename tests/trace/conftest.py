"""What the promises about the web share: a registry of a few outlets, and a small world."""

import pytest

from provaudit.identify import Registry
from provaudit.model import Domain, Outlet, OutletKind
from tests.trace.local_web import World

HOSTS = (
    "harborherald.com", "gullblog.net", "newsheap.com", "web.archive.org", "nytimes.com", "theguardian.com", "t.co",
    "api.gdeltproject.org", "api.nytimes.com", "content.guardianapis.com", "api.search.brave.com", "searx.example",
)  # fmt: skip


@pytest.fixture(scope="session")
def registry():
    return Registry.of(
        (
            Outlet("herald", "The Harbor Herald", domains=(Domain("harborherald.com"),)),
            Outlet("gull", "The Gull Blog", OutletKind.BLOG, domains=(Domain("gullblog.net"),)),
            Outlet("heap", "Newsheap", OutletKind.AGGREGATOR, domains=(Domain("newsheap.com"),)),
            Outlet("nytimes", "The New York Times", domains=(Domain("nytimes.com"),)),
            Outlet("guardian", "The Guardian", domains=(Domain("theguardian.com"),)),
        )
    )


@pytest.fixture
def world():
    opened = World()
    for name in HOSTS:
        opened.host(name)
    with opened:
        yield opened
