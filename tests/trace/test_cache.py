"""A second run asks nobody again, a passing fault is not believed for long, and nothing breaks the cache."""

import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from provaudit.model import Outcome, Page
from provaudit.trace import cache_info, clean_cache, open_web
from provaudit.trace.cache import FILE_NAME, Cache
from provaudit.trace.exchange import Exchange
from provaudit.trace.options import WebOptions
from tests.trace.local_web import Answer

PAGE = (
    "<html><head><title>A page</title></head><body><article><p>" + "Words to read, and more. " * 20 + "</p></article>"
)
ROOT = Path(__file__).parents[2]
HERALD = "https://harborherald.com"


@pytest.fixture
def herald(world):
    return world.host("harborherald.com").on("*", PAGE)


@pytest.fixture
def visit(world, registry, tmp_path):
    def visit(*urls, **options):
        with open_web(world.options(cache_dir=tmp_path / "cache", **options), registry) as web:
            draft = web.draft()
            return [draft.fetch(url) for url in urls]

    return visit


def exchange(url="https://a.example/", status=200, **headers):
    pairs = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Exchange(url, "2026-11-24T07:00:00Z", status, pairs, b"body")


def test_a_second_run_asks_nobody_and_says_the_same(world, visit, herald):
    herald.on("/hop", Answer(status=301, location="/a")).on("/gone", Answer("", 404)).on("/wall", Answer("", 403))
    urls = [f"{HERALD}/{name}" for name in ("a", "hop", "gone", "wall")]
    first = visit(*urls)
    asked = len(world.asked)
    assert visit(*urls) == first
    assert len(world.asked) == asked


def test_an_answer_grows_old(world, visit, herald):
    visit(f"{HERALD}/a", cache_seconds=0.05)
    time.sleep(0.1)
    visit(f"{HERALD}/a")
    assert world.paths() == ["/robots.txt", "/a", "/a"]


def test_a_trouble_is_believed_for_a_short_while_only(world, visit, herald):
    herald.on("/a", Answer("down", 500))
    visit(f"{HERALD}/a", cache_negative_seconds=0.05)
    time.sleep(0.1)
    herald.on("/a", PAGE)
    assert isinstance(visit(f"{HERALD}/a")[0], Page)


def test_a_missing_robots_txt_is_believed_for_a_day_and_a_missing_page_for_minutes(world, visit, herald):
    herald.on("/robots.txt", Answer("", 404)).on("/gone", Answer("", 404))
    world.host("web.archive.org").on("/cdx/*", Answer("", 404))
    visit(f"{HERALD}/gone", cache_negative_seconds=0.05)
    time.sleep(0.1)
    visit(f"{HERALD}/gone")
    assert world.paths("harborherald.com") == ["/robots.txt", "/gone", "/gone"]
    assert len(world.paths("web.archive.org")) == 2


def test_what_says_no_store_is_not_stored(world, visit, herald):
    herald.on("/a", Answer(PAGE, headers={"Cache-Control": "private, No-Store"}))
    herald.on("/b", Answer(PAGE, headers={"Cache-Control": "max-age=0, must-revalidate"}))
    for _ in range(2):
        visit(f"{HERALD}/a", f"{HERALD}/b")
    assert world.paths("harborherald.com") == ["/robots.txt", "/a", "/b", "/a"]


def test_a_limit_or_a_refused_address_is_not_kept(world, visit, herald):
    assert visit(f"{HERALD}/a", f"{HERALD}/b", max_requests=2)[1].outcome is Outcome.LIMIT
    assert isinstance(visit(f"{HERALD}/b")[0], Page)
    herald.addresses = ["10.0.0.1"]
    assert visit(f"{HERALD}/c")[0].outcome is Outcome.REFUSED_ADDRESS
    herald.addresses = None
    assert isinstance(visit(f"{HERALD}/c")[0], Page)


def test_a_recorded_run_from_the_cache_is_whole_evidence(world, registry, visit, herald, tmp_path):
    first = visit(f"{HERALD}/a")
    assert visit(f"{HERALD}/a", record=tmp_path / "x.warc.gz") == first
    with open_web(WebOptions(replay=tmp_path / "x.warc.gz"), registry) as web:
        assert [web.draft().fetch(f"{HERALD}/a")] == first


def test_info_counts_and_clean_empties(visit, herald, tmp_path):
    folder = tmp_path / "cache"
    assert (cache_info(folder).answers, cache_info(folder).size) == (0, 0)
    visit(f"{HERALD}/a", f"{HERALD}/b")
    before = cache_info(folder)
    assert before.answers == 3
    assert before.size > 0
    assert clean_cache(folder) == before
    assert cache_info(folder).answers == 0
    assert clean_cache(tmp_path / "nowhere").answers == 0
    assert not (tmp_path / "nowhere").exists()


def test_cleaning_does_not_disturb_a_run_that_uses_the_cache(world, registry, herald, tmp_path):
    with open_web(world.options(cache_dir=tmp_path), registry) as web:
        draft = web.draft()
        draft.fetch(f"{HERALD}/a")
        clean_cache(tmp_path)
        assert isinstance(draft.fetch(f"{HERALD}/b"), Page)
    assert cache_info(tmp_path).answers == 1


def test_two_runs_share_one_cache(tmp_path):
    caches = [Cache(tmp_path, WebOptions()) for _ in range(2)]

    def fill(cache, start):
        for number in range(start, 40, 2):
            cache.put(exchange(f"https://a.example/{number}"))

    threads = [threading.Thread(target=fill, args=(cache, start)) for start, cache in enumerate(caches)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for cache in caches:
        assert all(cache.get(f"https://a.example/{number}") for number in range(40))
        cache.close()


FILL = """
import sys
from pathlib import Path
from provaudit.trace.cache import Cache
from provaudit.trace.exchange import Exchange
from provaudit.trace.options import WebOptions
cache = Cache(Path(sys.argv[1]), WebOptions())
for number in range(40):
    cache.put(Exchange(f"https://{sys.argv[2]}.example/{number}", "2026-11-24T07:00:00Z", 200, (), b"body" * 9999))
cache.close()
"""


def test_two_processes_share_one_cache(tmp_path):
    runs = [subprocess.Popen([sys.executable, "-c", FILL, str(tmp_path), name], cwd=ROOT) for name in ("one", "two")]
    assert [run.wait() for run in runs] == [0, 0]
    cache = Cache(tmp_path, WebOptions())
    assert all(cache.get(f"https://{name}.example/{number}") for name in ("one", "two") for number in range(40))
    cache.close()


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"SQLite format 3\x00" + b"\x00" * 500, b""])
def test_a_file_that_is_no_cache_is_passed_by(world, visit, herald, tmp_path, content, caplog):
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / FILE_NAME).write_bytes(content)
    assert isinstance(visit(f"{HERALD}/a")[0], Page)
    assert cache_info(tmp_path / "cache").answers >= 0
    clean_cache(tmp_path / "cache")
    assert isinstance(visit(f"{HERALD}/a")[0], Page)
    assert cache_info(tmp_path / "cache").answers == 2


def test_a_cache_of_another_shape_is_left_as_it_is(world, visit, herald, tmp_path):
    (tmp_path / "cache").mkdir()
    path = tmp_path / "cache" / FILE_NAME
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE entries (something TEXT)")
    database.close()
    assert isinstance(visit(f"{HERALD}/a")[0], Page)
    database = sqlite3.connect(path)
    assert database.execute("SELECT count(*) FROM entries").fetchone() == (0,)
    database.close()


def test_a_folder_that_cannot_be_made_is_no_error(world, registry, herald, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with open_web(world.options(cache_dir=tmp_path / "file"), registry) as web:
        assert isinstance(web.draft().fetch(f"{HERALD}/a"), Page)


def test_an_exchange_comes_back_as_it_was(tmp_path):
    cache = Cache(tmp_path, WebOptions())
    whole = Exchange(
        "https://a.example/", "2026-11-24T07:00:00Z", 200, (("a", "1"), ("a", "2"), ("b", "")), bytes(range(256)) * 2000
    )
    failed = Exchange(
        "https://b.example/", "2026-11-24T07:00:00Z", failure=Outcome.TIMEOUT, detail="the answer took too long"
    )
    for put in (whole, failed):
        cache.put(put)
        assert cache.get(put.url) == put
    assert cache.get("https://c.example/") is None
    cache.close()
    assert cache.get(whole.url) is None  # closed is closed, not an error
