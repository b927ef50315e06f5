"""How close following sources comes to what the web itself takes.

    python -m tests.benchmarks.bench_trace

A local web of 40 hosts, each answering after 50 ms, in a process of its own; 13 claims, each followed over three hops
(39 pages on 39 hosts, robots.txt before each). The critical path is the slowest chain of latencies: three times
robots.txt and page. The walk is the chain's: a claim's hops one after the other, claims side by side in threads.

1. wall time against the critical path, no pause between requests (at most 1.3×); and what of the rest is reading pages;
   the client's CPU seconds a run (an idle machine's wall lies near the critical path and a claim's share of them) and
   the load it was measured under
2. requests made against requests needed (39 pages, 39 robots.txt), with every page wanted by three claims
3. a second run from the cache against the first with the usual pause of a second (no request, at least 10× faster)
4. memory of 200 drafts with 1,000 links
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from provaudit.identify import Registry
from provaudit.model import Page
from provaudit.trace import WebOptions, open_web
from provaudit.trace.exchange import Ask
from tests.trace.local_web import Answer, World

LATENCY, HOSTS, HOPS = 0.05, 40, 3
CLAIMS = HOSTS // HOPS
ROOT = Path(__file__).parents[2]
TEXT = "<p>The council passed the harbour tax by seven votes to two on Thursday night, member Ada Lund said.</p>" * 8
HEAD = '<title>Harbour tax</title><meta property="article:published_time" content="2024-05-12T10:00:00Z">'
STORY = f"<html><head>{HEAD}</head><body><article><h1>Harbour tax</h1>{TEXT}</article></body></html>"


def serve() -> None:
    """Be the web until the parent closes our input; every host's plain port is told first."""
    world = World()
    for number in range(HOSTS):
        host = world.host(f"host{number}.example").on("*", Answer(STORY, latency=LATENCY))
        host.on(
            "/robots.txt", Answer("User-agent: *\nDisallow: /private\n", content_type="text/plain", latency=LATENCY)
        )
    with world:
        print(world.port(80), flush=True)
        while sys.stdin.readline():
            print(len(world.asked), flush=True)


class Served:
    """The web in its own process, and the options that reach it."""

    def __enter__(self):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.bench_trace", "serve"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.port = int(self.process.stdout.readline())
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()

    def asked(self) -> int:
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def options(self, **changes) -> WebOptions:
        standard = {
            "resolve": lambda _host, _port: [("127.0.0.1", self.port)],
            "allow_private": ("127.0.0.0/8",),
            "trust_env": False,
            "host_gap": 0.0,
        }
        return WebOptions(**{**standard, **changes})


def walk(options: WebOptions, claims: int = CLAIMS, *, read: bool = True) -> float:
    """Seconds to follow every claim over its hops; claims beyond CLAIMS want the same pages again.

    Without `read` the pages are fetched and not read.
    """
    with open_web(options, Registry.of(())) as web, ThreadPoolExecutor(claims) as pool:
        draft = web.draft()

        def follow(claim: int) -> None:
            for hop in range(HOPS):
                url = f"http://host{claim % CLAIMS + hop * CLAIMS}.example/story-{claim % CLAIMS}"
                if read:
                    found = draft.fetch(url)
                    assert isinstance(found, Page), found
                else:
                    assert web.follow(Ask(url), draft._draft).end.ok

        began = time.perf_counter()
        list(pool.map(follow, range(claims)))
        return time.perf_counter() - began


def against_the_critical_path(web: Served) -> None:
    critical = HOPS * 2 * LATENCY
    for what, read in (("with reading the pages", True), ("fetching alone", False)):
        cpu = time.process_time()
        walls = [walk(web.options(), read=read) for _ in range(9)]
        cpu = (time.process_time() - cpu) / len(walls)
        best, middle = min(walls), statistics.median(walls)
        print(f"1. critical path {critical:.3f} s; {what}: best {best:.3f} s ({best / critical:.2f}x), "
              f"median {middle:.3f} s ({middle / critical:.2f}x); CPU {cpu:.3f} s, "
              f"load {os.getloadavg()[0]:.1f}")  # fmt: skip


def against_what_is_needed(web: Served) -> None:
    before = web.asked()
    walk(web.options(), claims=3 * CLAIMS)
    needed = 2 * CLAIMS * HOPS
    print(f"2. requests needed {needed}, made {web.asked() - before}")


def from_the_cache(web: Served) -> None:
    with tempfile.TemporaryDirectory() as folder:
        options = web.options(host_gap=1.0, cache_dir=Path(folder))
        first = walk(options)
        before = web.asked()
        second = statistics.median(walk(options) for _ in range(3))
        print(f"3. first run {first:.2f} s, from the cache {second:.3f} s ({first / second:.0f}x), "
              f"requests made {web.asked() - before}")  # fmt: skip
        hasty = web.options(cache_dir=Path(folder) / "other")
        first = walk(hasty)
        second = statistics.median(walk(hasty) for _ in range(3))
        print(f"   without pauses {first:.2f} s, from the cache {second:.3f} s ({first / second:.1f}x)")


def in_memory(web: Served) -> None:
    options = web.options(max_requests=10_000)
    with open_web(options, Registry.of(())) as opened, ThreadPoolExecutor(HOSTS) as pool:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began = time.perf_counter()
        drafts = [opened.draft() for _ in range(200)]
        jobs = [(drafts[number % 200], f"http://host{number % HOSTS}.example/page-{number}") for number in range(1000)]
        found = sum(isinstance(page, Page) for page in pool.map(lambda job: job[0].fetch(job[1]), jobs))
        took = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"4. 200 drafts, 1,000 links: {found} pages in {took:.1f} s; memory {before // 1024} to {after // 1024} MiB")


def main() -> None:
    with Served() as web:
        walk(web.options())  # loads the libraries
        against_the_critical_path(web)
        against_what_is_needed(web)
        from_the_cache(web)
        in_memory(web)


if __name__ == "__main__":
    serve() if sys.argv[1:] == ["serve"] else main()
