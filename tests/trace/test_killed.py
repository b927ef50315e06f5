"""A run that is killed at any moment leaves a cache and evidence that open again."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from provaudit.model import Miss, Outcome, Page
from provaudit.trace import WebOptions, cache_info, open_web
from provaudit.trace.cache import Cache
from tests.trace.local_web import Answer, World

ROOT = Path(__file__).parents[2]
RUN = """
import sys
from pathlib import Path
from provaudit.identify import Registry
from provaudit.trace import WebOptions, open_web
port, folder = int(sys.argv[1]), Path(sys.argv[2])
options = WebOptions(
    resolve=lambda host, _: [("127.0.0.1", port)], allow_private=("127.0.0.0/8",), trust_env=False, host_gap=0.0,
    cache_dir=folder / "cache", record=folder / "run.warc.gz", max_requests=100000, archive_gap=0.0,
)
with open_web(options, Registry.of(())) as web:
    draft = web.draft()
    print("go", flush=True)
    for number in range(10000):
        draft.fetch(f"http://harborherald.com/{number}")
"""


def killed_run(port, folder, seconds):
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    run = subprocess.Popen(
        [sys.executable, "-c", RUN, str(port), str(folder)], cwd=ROOT, env=environment, stdout=subprocess.PIPE
    )
    with run:
        assert run.stdout.readline() == b"go\n"
        time.sleep(seconds)
        run.send_signal(signal.SIGKILL)


def test_a_killed_run_leaves_a_cache_and_evidence_that_open_again(registry, tmp_path):
    body = "<html><title>A page</title><body><article><p>" + "Words to read, and more. " * 4000 + "</p></article>"
    with World() as world:
        world.host("harborherald.com").on("*", Answer(body)).on("/robots.txt", Answer("", 404))
        for number, seconds in enumerate((0.05, 0.21, 0.4, 0.6)):
            folder = tmp_path / "shared"
            folder.mkdir(exist_ok=True)
            killed_run(world.port(80), folder, seconds)
            part = folder / "run.warc.gz.part"
            assert part.exists(), "killed before it began, or it ended"
            with open_web(WebOptions(replay=part), registry) as web:
                draft = web.draft()
                found = [draft.fetch(f"http://harborherald.com/{number}") for number in range(3)]
            assert all(isinstance(page, Page) or page.outcome is Outcome.NOT_FOLLOWED for page in found)
            cache = Cache(folder / "cache", WebOptions())
            held = [exchange for n in range(200) if (exchange := cache.get(f"http://harborherald.com/{n}"))]
            assert all(exchange.body == body.encode() for exchange in held)
            assert cache_info(folder / "cache").answers >= len(held)
            cache.close()
        assert held, "no run got as far as its first page"
        # Whole again: the next run uses what the killed ones left.
        with open_web(world.options(cache_dir=tmp_path / "shared" / "cache"), registry) as web:
            assert isinstance(web.draft().fetch("http://harborherald.com/0"), Page)


def test_a_run_that_is_interrupted_still_closes_its_evidence(registry, world, tmp_path):
    world.host("harborherald.com").on("*", "<title>x</title><p>Some words on a page.")
    warc = tmp_path / "run.warc.gz"

    def interrupted():
        with open_web(world.options(record=warc), registry) as web:
            web.draft().fetch("https://harborherald.com/a")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with open_web(WebOptions(replay=warc), registry) as web:
        assert not isinstance(web.draft().fetch("https://harborherald.com/a"), Miss)
