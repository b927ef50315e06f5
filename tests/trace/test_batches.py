"""Many drafts share one web: nothing is asked twice, memory stays bounded, and outcomes do not depend on who asks."""

import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from provaudit.model import Outcome, Page
from provaudit.trace import WebOptions, cache_info, open_web
from provaudit.trace.exchange import Exchange
from provaudit.trace.seen import Flights, Seen, pack, unpack
from tests.trace.local_web import Answer

ROOT = Path(__file__).parents[2]
BODY = "<html><title>A page</title><body><article><p>" + "Words to read, and more. " * 1000 + "</p></article>"


def test_many_drafts_ask_for_each_page_once_in_bounded_memory(world, registry):
    host = world.host("harborherald.com").on("*", BODY).on("/robots.txt", Answer("", 404))
    urls = [f"http://{host.name}/{number}" for number in range(20)]
    options = world.options(bodies_in_memory=100_000, pages_in_memory=4)
    with open_web(options, registry) as web, ThreadPoolExecutor(8) as pool:
        pages = list(pool.map(lambda number: web.draft().fetch(urls[number % 20]).sha256, range(50)))
        assert web._seen._held <= 100_000 + 2 * len(BODY)
        assert len(web.reader._articles) <= 4
    assert len(set(pages)) == 1
    assert sorted(world.paths()) == sorted(["/robots.txt", *(f"/{number}" for number in range(20))])


def test_what_was_set_aside_comes_back_as_it_was():
    seen = Seen(1000)
    exchanges = [
        Exchange(f"https://a.example/{n}", "2026-11-24T07:00:00Z", 200, (("x", "ü"),), os.urandom(700), None, "d")
        for n in range(20)
    ]
    for exchange in exchanges:
        seen.put(exchange)
    assert [seen.get(exchange.url) for exchange in exchanges] == exchanges
    assert seen.get("https://a.example/none") is None
    assert seen._held <= 2000
    seen.close()


def test_a_failure_is_packed_with_its_outcome():
    failed = Exchange("https://a.example/", "2026-11-24T07:00:00Z", failure=Outcome.TIMEOUT, detail="too slow")
    assert unpack(pack(failed)) == failed
    with pytest.raises(ValueError, match="no exchange"):
        unpack(b"")


def test_threads_that_wait_for_a_failed_attempt_try_themselves():
    flights, done, tries, barrier = Flights(), {}, [], threading.Barrier(4)

    def work():
        tries.append(1)
        if len(tries) < 3:
            raise OSError("not yet")
        done["a"] = "result"
        return "result"

    def once(_):
        barrier.wait()
        try:
            return flights.once("a", lambda: done.get("a"), work, lambda: 5)
        except OSError:
            return "failed"

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(once, range(4))) == ["failed", "failed", "result", "result"]


def test_drafts_that_ask_at_once_get_the_same_outcomes_as_one_after_the_other(world, registry):
    herald = world.host("harborherald.com").on("*", BODY)
    herald.on("/gone", Answer("", 410)).on("/hop", Answer(status=301, location="/1")).on("/wall", Answer("", 403))
    urls = [f"https://harborherald.com/{name}" for name in ("1", "2", "gone", "hop", "wall")]

    def outcomes(threads):
        with open_web(world.options(), registry) as web, ThreadPoolExecutor(threads) as pool:
            drafts = [web.draft() for _ in range(4)]
            found = pool.map(lambda pair: pair[0].fetch(pair[1]), [(draft, url) for draft in drafts for url in urls])
            return [(page.url, page.sha256) if isinstance(page, Page) else page for page in found]

    assert outcomes(1) == outcomes(12)


def test_a_run_that_asks_nobody_loads_no_http_library():
    code = (
        "import sys, provaudit.trace as t; from provaudit.identify import Registry\n"
        "with t.open_web(t.WebOptions(), Registry.of(())) as web: web.draft()\n"
        "heavy = {'httpx', 'httpcore', 'hishel', 'warcio', 'protego', 'feedparser', 'trafilatura', 'selectolax', 'lxml'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_only_one_module_knows_the_http_library():
    users = [
        file.name
        for file in (ROOT / "provaudit").rglob("*.py")
        if any(
            line.strip().startswith(("import httpx", "from httpx", "import httpcore", "from httpcore"))
            for line in file.read_text().splitlines()
        )
    ]
    assert users == ["client.py"]


def test_threads_that_outlive_an_interrupted_run_come_back_at_once(world, registry, tmp_path):
    """The user breaks in: who waits for a slow answer, a pause or a turn is not waited for."""
    world.host("harborherald.com").on("*", Answer(fault="silent")).on("/robots.txt", Answer("", 404))
    world.host("gullblog.net").on("*", BODY)
    urls = [f"{scheme}://harborherald.com/{number}" for scheme in ("http", "https") for number in range(2)]
    urls += [f"https://gullblog.net/{number}" for number in range(3)]
    options = world.options(
        host_gap=30.0, request_seconds=30.0, cache_dir=tmp_path / "cache", record=tmp_path / "run.warc.gz"
    )
    with ThreadPoolExecutor(len(urls)) as pool:
        with open_web(options, registry) as web:
            draft = web.draft()
            jobs = [pool.submit(draft.fetch, url) for url in urls]
            time.sleep(0.4)
        began = time.monotonic()
        found = [job.result() for job in jobs]
    assert time.monotonic() - began < 2
    assert {getattr(page, "outcome", Outcome.FOUND) for page in found} <= {Outcome.LIMIT, Outcome.FOUND}
    assert draft.fetch("https://gullblog.net/late").outcome is Outcome.LIMIT
    # What was not asked to its end is neither evidence nor cached.
    with open_web(WebOptions(replay=tmp_path / "run.warc.gz"), registry) as web:
        assert web.draft("another").fetch(urls[0]).outcome is Outcome.NOT_FOLLOWED
    assert cache_info(tmp_path / "cache").answers <= 3
