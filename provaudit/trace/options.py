"""What a run is told about the web: budgets, manners, where evidence goes, and the parts a test may replace."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from provaudit import __version__
from provaudit.model import Tier

MIB = 1024 * 1024

#: Name and port to the addresses (and ports) to connect to, in order of preference. Raises OSError where the name
#: does not resolve.
Resolve = Callable[[str, int], Sequence[tuple[str, int]]]

ALL_TIERS = frozenset(Tier)
CONTACT = "https://github.com/provaudit/provaudit"


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class WebOptions:
    """Settings of one run's web. Times are seconds, sizes are bytes; every default is a polite one.

    `allow_private` names hosts, addresses or networks (CIDR) that may be asked although they are not public; it is
    meant for newsroom intranets and for tests on loopback, and is empty unless the settings file fills it.
    `providers` switches third-party search on: "gdelt" (any value), "nyt", "guardian" and "brave" (their keys),
    "searxng" (its address). `record` and `replay` are WARC files; a replay asks nobody.
    """

    max_requests: int = 200  # a draft, robots.txt included
    max_seconds: float = 90.0  # a draft
    max_host_requests: int = 100  # a draft, to one host
    host_gap: float = 1.0
    cache_dir: Path | None = None
    record: Path | None = None
    replay: Path | None = None

    ports: tuple[int, ...] = (80, 443)
    allow_private: tuple[str, ...] = ()
    max_body: int = 8 * MIB  # after decompression
    max_redirects: int = 5
    connect_seconds: float = 5.0
    request_seconds: float = 20.0  # one whole request, however slowly it dribbles
    max_retry_wait: float = 30.0  # a longer Retry-After is not waited for
    retry_wait: float = 5.0  # before the second try of a 429 that names no time
    breaker_failures: int = 3  # in a row, until a host is left alone
    breaker_seconds: float = 60.0
    user_agent: str = f"provaudit/{__version__} (+{CONTACT})"

    tiers: frozenset[Tier] = ALL_TIERS
    providers: Mapping[str, str] = field(default_factory=dict, repr=False)
    archive_base: str = "https://web.archive.org"
    archive_gap: float = 2.5  # 24 requests a minute
    archive_seconds: float = 60.0  # its index may think for a minute
    gdelt_base: str = "https://api.gdeltproject.org"
    nyt_base: str = "https://api.nytimes.com"
    guardian_base: str = "https://content.guardianapis.com"
    brave_base: str = "https://api.search.brave.com"
    max_candidates: int = 5  # a tier

    cache_seconds: float = 7 * 86400.0
    cache_robots_seconds: float = 86400.0
    cache_negative_seconds: float = 600.0
    pages_in_memory: int = 64
    bodies_in_memory: int = 32 * MIB

    ca_file: Path | None = None  # in place of SSL_CERT_FILE and the usual certificates
    trust_env: bool = True  # HTTP_PROXY, HTTPS_PROXY, NO_PROXY
    resolve: Resolve | None = None  # None: the system's
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = _now
    sleep: Callable[[float], object] | None = None  # None: a sleep that ends with the run
