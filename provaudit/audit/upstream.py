"""The draft's claims followed upstream, several at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from functools import partial

from provaudit.audit.desk import Desk, Reading, reading
from provaudit.audit.statements import statement_of, wanted_for
from provaudit.chain import Chain, Reach, Standpoint, follow, steps
from provaudit.identify import outlet_of
from provaudit.match import match
from provaudit.model import Claim, Outlet, Page, Upstream
from provaudit.trace import Tracer

AT_ONCE = 16  # claims that wait for pages at the same time; the web paces each host by itself
LOOK_UP = 0.2  # seconds between two looks at whether the run is to stop


class Upstreams:
    """The pages above one draft, each read once, and the ways to reach them."""

    def __init__(self, desk: Desk, tracer: Tracer, max_depth: int) -> None:
        self._desk = desk
        self._tracer = tracer
        self._max_depth = max_depth
        self._guard = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}
        self._seen: dict[str, Upstream] = {}
        self.interrupted = False

    @property
    def seen(self) -> Mapping[str, Upstream]:
        """The pages that were read, by URL, in the order of their URLs."""
        return dict(sorted(self._seen.items()))

    def reach(self) -> Reach:
        """The ways up, as the chain wants them."""
        return Reach(
            find=self._tracer.find,
            fetch=lambda url, near: self._tracer.fetch(url, near=near),
            match=partial(match, reads=self._desk.reads),
            reread=self.reread,
            outlet_of=self.outlet_of,
            wanted_for=wanted_for,
            max_depth=self._max_depth,
        )

    def outlet_of(self, url: str) -> Outlet:
        """The outlet that publishes under the URL."""
        return outlet_of(url, self._desk.registry)

    def reread(self, page: Page) -> Upstream:
        """The page through the same stages as the draft; each page once, whoever asks first."""
        with self._guard:
            lock = self._locks.setdefault(page.url, threading.Lock())
        with lock:
            if page.url not in self._seen:
                read = reading(page.article, self._desk, self.outlet_of(page.url))
                sources = {source.id: source for source in read.sources}
                self._seen[page.url] = Upstream(page, sources, read.attributions)
        return self._seen[page.url]


def follow_all(
    read: Reading,
    claims: Sequence[Claim],
    upstreams: Upstreams,
    tell: Callable[[str], None],
    stop: threading.Event | None = None,
) -> Mapping[str, Chain]:
    """Follow the claims, several at once. An interrupt, or `stop`, ends the waiting and keeps what was found so far."""
    reach = upstreams.reach()
    pool = ThreadPoolExecutor(max_workers=min(AT_ONCE, len(claims)), thread_name_prefix="claim")
    futures = {pool.submit(_follow_one, claim, read, reach): claim for claim in claims}
    waiting = set(futures)
    try:
        while waiting and not (stop is not None and stop.is_set()):
            done, waiting = wait(waiting, timeout=LOOK_UP, return_when=FIRST_COMPLETED)
            if done:
                tell(f"{len(futures) - len(waiting)} of {len(futures)} claims followed")
    except KeyboardInterrupt:
        upstreams.interrupted = True
    upstreams.interrupted |= bool(waiting)
    pool.shutdown(wait=not waiting, cancel_futures=True)
    return {futures[future].id: future.result() for future in futures if future not in waiting}


def _follow_one(claim: Claim, read: Reading, reach: Reach) -> Chain:
    attribution = next(entry for entry in read.attributions if entry.id == claim.attribution)
    sources = {source.id: source for source in read.sources}
    plan = steps(attribution, read.attributions, sources, read.publisher)
    statement = statement_of(claim, attribution, read.copy, sources)
    return follow(plan, Standpoint(read.article, claim.spans, statement), read.publisher, reach)
