"""A recorded run answers again, years later and byte for byte, without asking anybody."""

import gzip
import io
import random
import zlib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from provaudit.errors import OutputError, UsageError
from provaudit.model import Miss, Outcome, Page, Tier, Wanted
from provaudit.trace import WebOptions, open_web
from provaudit.trace.evidence import Recorder
from provaudit.trace.exchange import Ask, Exchange
from provaudit.trace.replay import Replay
from tests.trace.local_web import Answer, data

PAGE = "<html><head><title>{0}</title></head><body><article><p>" + "Words about {0} to read. " * 20 + "</p></article>"
HERALD = "https://harborherald.com"
PATHS = ("a", "hop", "gone", "private/a", "wall", "broken", "slow", "loop", "inside")
URLS = (
    *(f"{HERALD}/{path}" for path in PATHS),
    "https://gullblog.net/b",
    "http://10.0.0.1/",
    "https://nowhere.example/x",
    "https://ada:pw@harborherald.com/a",
    "no address",
)


@pytest.fixture
def troubled(world):
    """A web where nearly everything has happened."""
    herald = world.host("harborherald.com")
    herald.on("/robots.txt", Answer("User-agent: *\nDisallow: /private", content_type="text/plain"))
    herald.on("/a", Answer(PAGE.format("tax"), headers={"X-Odd": "café", "Set-Cookie": "id=secret"}))
    herald.on("/hop", Answer(status=301, location="https://gullblog.net/b"))
    herald.on("/gone", Answer("gone", 410)).on("/wall", Answer("no", 403)).on("/broken", Answer(fault="truncated"))
    herald.on("/slow", Answer(fault="silent")).on("/loop", Answer(status=302, location="/loop"))
    herald.on("/inside", Answer(status=302, location="http://192.168.0.1/"))
    herald.on("/", '<link rel="https://api.w.org/" href="/wp-json/"><p>Front')
    herald.posts = [
        {
            "id": 1,
            "date_gmt": "2016-05-12T10:00:00",
            "link": f"{HERALD}/a",
            "title": "Harbour tax",
            "content": "Dredgers",
        }
    ]
    world.host("gullblog.net").on("/b", PAGE.format("gulls"))
    archive = world.host("web.archive.org")
    archive.captures = [{"timestamp": "20160513000000", "original": f"{HERALD}/gone", "body": PAGE.format("old times")}]
    return world


def visit(options, registry, urls=URLS, threads=1):
    """Everything one run says about the addresses."""
    with open_web(options, registry) as web:
        draft = web.draft()
        with ThreadPoolExecutor(threads) as pool:
            return list(pool.map(lambda url: draft.fetch(url, near="2016-05-12"), urls))


def records(path):
    with path.open("rb") as file:
        return [
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read())
            for record in ArchiveIterator(file, check_digests="raise")
        ]


def test_a_replay_says_the_same_and_asks_nobody(troubled, registry, tmp_path):
    warc = tmp_path / "run.warc.gz"
    live = visit(troubled.options(record=warc, request_seconds=0.6), registry)
    asked = len(troubled.asked)
    again = visit(WebOptions(replay=warc, max_requests=0, max_seconds=0.0), registry)
    assert again == live
    assert len(troubled.asked) == asked
    assert {type(found) for found in live} == {Page, Miss}
    outcomes = [getattr(found, "outcome", None) for found in live]
    assert {Outcome.BLOCKED_ROBOTS, Outcome.BLOCKED_BOT_WALL, Outcome.TIMEOUT, Outcome.REFUSED_ADDRESS} <= set(outcomes)
    assert any(isinstance(found, Page) and found.archived_only for found in live)


def test_threads_that_interleave_leave_the_same_evidence(troubled, registry, tmp_path):
    one, many = tmp_path / "one.warc.gz", tmp_path / "many.warc.gz"
    straight = visit(troubled.options(record=one, request_seconds=0.6), registry)
    mixed = list(URLS) * 2
    random.Random(7).shuffle(mixed)
    live = visit(troubled.options(record=many, request_seconds=0.6), registry, mixed, threads=8)
    assert visit(WebOptions(replay=many), registry, mixed, threads=8) == live
    assert [type(found) for found in visit(WebOptions(replay=many), registry)] == [type(found) for found in straight]
    assert [record[:2] for record in records(one)] == [record[:2] for record in records(many)]


def test_tiers_replay_as_they_went(troubled, registry, tmp_path):
    warc = tmp_path / "run.warc.gz"
    wanted = Wanted(
        "Dredgers and the harbour tax", (), registry.lookup("The Harbor Herald")[0], (), "2016-05-01", "2016-05-31"
    )
    options = troubled.options(
        record=warc, tiers=frozenset({Tier.WORDPRESS, Tier.WAYBACK, Tier.SITEMAP, Tier.FEED, Tier.SEARCH})
    )
    with open_web(options, registry) as web:
        live = list(web.draft().find(wanted))
    with open_web(WebOptions(replay=warc), registry) as web:
        assert list(web.draft().find(wanted)) == live
    assert live[0].candidates[0].url == f"{HERALD}/a"
    assert len(live) == 5


def test_what_is_not_in_the_evidence_is_a_miss(troubled, registry, tmp_path):
    warc = tmp_path / "run.warc.gz"
    visit(troubled.options(record=warc), registry, [f"{HERALD}/a"])
    (miss,) = visit(WebOptions(replay=warc), registry, [f"{HERALD}/unseen"])
    assert (miss.outcome, miss.detail) == (Outcome.NOT_FOLLOWED, "not in the replayed evidence")


def test_a_spent_budget_is_met_again_by_the_draft_that_met_it(troubled, registry, tmp_path):
    warc = tmp_path / "run.warc.gz"
    urls = [f"{HERALD}/a", "https://gullblog.net/b"]

    def run(options):
        with open_web(options, registry) as web:
            poor, rich = web.draft("poor"), web.draft("rich")
            return [poor.fetch(urls[0]), poor.fetch(urls[1]), rich.fetch(urls[1]), poor.fetch(urls[1])]

    live = run(troubled.options(record=warc, max_requests=2))
    assert [getattr(found, "outcome", "page") for found in live] == ["page", Outcome.LIMIT, "page", Outcome.LIMIT]
    assert run(WebOptions(replay=warc)) == live


def test_evidence_is_ordinary_warc_that_other_tools_read(troubled, registry, tmp_path):
    warc = tmp_path / "run.warc.gz"
    visit(troubled.options(record=warc, request_seconds=0.6), registry)
    found = records(warc)
    assert found[0][0] == "warcinfo"
    kinds = {kind for kind, url, _ in found if url == f"{HERALD}/a"}
    assert kinds == {"request", "response"}
    body = next(body for kind, url, body in found if (kind, url) == ("response", f"{HERALD}/a"))
    assert body == PAGE.format("tax").encode()
    slow = next(body for kind, url, body in found if url == f"{HERALD}/slow")
    assert b"outcome: timeout" in slow
    assert not any(b"secret" in body for *_, body in found)


def test_the_second_of_two_tries_is_what_counts(troubled, registry, tmp_path):
    rest = [Answer("wait", 429, {"Retry-After": "0"}), Answer(PAGE.format("late"))]
    troubled.host("harborherald.com").on("/late", lambda _: rest.pop(0))
    warc = tmp_path / "run.warc.gz"
    live = visit(troubled.options(record=warc), registry, [f"{HERALD}/late"])
    assert isinstance(live[0], Page)
    assert visit(WebOptions(replay=warc), registry, [f"{HERALD}/late"]) == live
    assert [kind for kind, url, _ in records(warc) if url == f"{HERALD}/late"] == ["response", "request"] * 2


def test_keys_of_services_are_in_no_evidence_cache_or_log(troubled, registry, tmp_path, caplog):
    api = troubled.host("content.guardianapis.com").on("*", data({"response": {"results": []}}))
    outlet = registry.lookup("The Guardian")[0]
    wanted = Wanted("Dredgers and the harbour tax", (), outlet, (), None, None)
    warc, cache = tmp_path / "run.warc.gz", tmp_path / "cache"
    options = troubled.options(
        record=warc, cache_dir=cache, providers={"guardian": "k3y-of-ours"}, tiers=frozenset({Tier.SEARCH})
    )
    troubled.host("theguardian.com")
    with caplog.at_level("DEBUG"), open_web(options, registry) as web:
        live = list(web.draft().find(wanted))
    assert any("k3y-of-ours" in asked.path for asked in troubled.asked if asked.host == api.name)
    assert "k3y-of-ours" not in caplog.text + repr(options) + repr(live)
    assert b"k3y-of-ours" not in gzip.decompress(warc.read_bytes())
    assert not any(b"k3y-of-ours" in file.read_bytes() for file in cache.iterdir())
    with open_web(WebOptions(replay=warc), registry) as web:  # nobody needs a key to replay
        assert list(web.draft().find(wanted)) == live


def test_a_torn_file_gives_what_was_whole(troubled, registry, tmp_path):
    warc = tmp_path / "run.warc.gz"
    visit(troubled.options(record=warc), registry, [f"{HERALD}/a", f"{HERALD}/gone"])
    whole = warc.read_bytes()
    replay = Replay.load(warc)
    places = sorted(replay._places.values())
    replay.close()
    for end in {len(whole) - 1, len(whole) - 40, places[-1] + 10, places[1] + 1, places[1]}:
        torn = tmp_path / f"torn-{end}.warc.gz"
        torn.write_bytes(whole[:end])
        replay = Replay.load(torn)
        for url, place in replay._places.items():
            assert place < end
            assert replay.exchange(url).failure is None
        replay.close()


def members(packed):
    """The gzip members of a file, unpacked."""
    while packed:
        unpacker = zlib.decompressobj(31)
        yield unpacker.decompress(packed)
        packed = unpacker.unused_data


def test_a_missing_record_is_noticed(tmp_path):
    recorder = Recorder(tmp_path / "x.warc.gz", {}, "2026-11-24T07:00:00Z", "provaudit")
    for name in "abc":
        recorder.write(
            Ask(f"https://{name}.example/"), Exchange(f"https://{name}.example/", "2026-11-24T07:00:00Z", 200)
        )
    recorder.close()
    kept = [member for member in members((tmp_path / "x.warc.gz").read_bytes()) if b"//b.example/" not in member]
    (tmp_path / "y.warc.gz").write_bytes(b"".join(map(gzip.compress, kept)))
    with pytest.raises(UsageError, match="altered: 5 records of 7"):
        Replay.load(tmp_path / "y.warc.gz")


def test_an_altered_record_is_refused(troubled, registry, tmp_path):
    warc = tmp_path / "run.warc.gz"
    visit(troubled.options(record=warc), registry, [f"{HERALD}/a"])
    forged = [member.replace(b"about tax", b"about war") for member in members(warc.read_bytes())]
    (tmp_path / "forged.warc.gz").write_bytes(b"".join(map(gzip.compress, forged)))
    with pytest.raises(UsageError, match="altered: the record of https://harborherald"):
        Replay.load(tmp_path / "forged.warc.gz")


@pytest.mark.parametrize("content", [None, b"", b"not evidence", b"\x1f\x8bnot gzip", gzip.compress(b"hello", mtime=0)])
def test_a_file_that_is_no_evidence_is_one_line(tmp_path, registry, content):
    path = tmp_path / "x.warc.gz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError, match=r"x\.warc\.gz") as caught, open_web(WebOptions(replay=path), registry):
        pass
    assert "\n" not in str(caught.value)


def test_evidence_that_cannot_be_written_is_said_at_once(tmp_path, registry, world):
    with pytest.raises(OutputError), open_web(world.options(record=tmp_path / "no" / "x.warc.gz"), registry):
        pass
    with pytest.raises(UsageError), open_web(world.options(record=tmp_path / "a", replay=tmp_path / "b"), registry):
        pass


def test_a_full_disk_is_one_line_at_the_end_and_leaves_the_old_file(tmp_path):
    path = tmp_path / "x.warc.gz"
    path.write_bytes(b"older evidence")
    recorder = Recorder(path, {}, "2026-11-24T07:00:00Z", "provaudit")
    recorder._file.close()
    recorder._file = open("/dev/full", "wb")  # noqa: SIM115, PTH123 - closed by the recorder
    for number in range(3):
        recorder.write(
            Ask(f"https://a.example/{number}"), Exchange(f"https://a.example/{number}", "2026-11-24T07:00:00Z", 200)
        )
    with pytest.raises(OutputError, match="No space left"):
        recorder.close()
    assert path.read_bytes() == b"older evidence"


def test_a_draft_is_known_by_its_key_however_it_is_spaced(troubled, registry, tmp_path):
    warc = tmp_path / "run.warc.gz"

    def run(options):
        with open_web(options, registry) as web:
            return web.draft("drafts/my  own\nfile.md").fetch(f"{HERALD}/a")

    assert run(troubled.options(record=warc, max_requests=0)) == run(WebOptions(replay=warc))
    assert run(WebOptions(replay=warc)).outcome is Outcome.LIMIT


def test_an_old_file_stays_until_the_new_one_is_whole(troubled, registry, tmp_path):
    warc = tmp_path / "run.warc.gz"
    warc.write_bytes(b"older evidence")
    with open_web(troubled.options(record=warc), registry) as web:
        web.draft().fetch(f"{HERALD}/a")
        assert warc.read_bytes() == b"older evidence"
    assert [file.name for file in tmp_path.iterdir()] == ["run.warc.gz"]
    assert records(warc)


header = st.tuples(
    st.from_regex(r"[a-z][a-z0-9\-]{0,12}", fullmatch=True),
    st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=20),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    status=st.integers(100, 599),
    headers=st.lists(header.filter(lambda pair: not pair[0].startswith(("content-", "transfer-"))), max_size=5),
    body=st.binary(max_size=300),
    path=st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=20),
)
def test_every_answer_reads_back_as_it_was_written(tmp_path, status, headers, body, path):
    exchange = Exchange(f"https://a.example/{path}", "2026-11-24T07:00:00Z", status, tuple(headers), body)
    recorder = Recorder(tmp_path / "x.warc.gz", {}, "2026-11-24T07:00:00Z", "provaudit")
    recorder.write(Ask(exchange.url), exchange)
    recorder.close()
    replay = Replay.load(tmp_path / "x.warc.gz")
    try:
        assert replay.exchange(exchange.url) == exchange
    finally:
        replay.close()


def test_two_runs_over_the_same_web_leave_the_same_bytes(tmp_path):
    def bytes_of(name, order):
        recorder = Recorder(tmp_path / name, {"tiers": ["link"]}, "2026-11-24T07:00:00Z", "provaudit")
        for number in order:
            url = f"https://a.example/{number}"
            recorder.write(Ask(url), Exchange(url, "2026-11-24T07:00:00Z", 200, (("a", "b"),), b"x" * number))
        recorder.close()
        return (tmp_path / name).read_bytes()

    assert bytes_of("one", [1, 2, 3]) == bytes_of("two", [3, 1, 2])
    assert bytes_of("one", [1, 2, 3]) != bytes_of("two", [1, 2])


def test_the_time_of_retrieval_is_the_recorded_one(troubled, registry, tmp_path):
    warc = tmp_path / "run.warc.gz"
    then = datetime(2019, 3, 4, 5, 6, 7, tzinfo=UTC)
    visit(troubled.options(record=warc, now=lambda: then), registry, [f"{HERALD}/a"])
    (page,) = visit(WebOptions(replay=warc), registry, [f"{HERALD}/a"])
    assert page.retrieved == "2019-03-04T05:06:07Z"


def test_a_request_is_recorded_as_it_was_sent(troubled, registry, tmp_path):
    warc = tmp_path / "run.warc.gz"
    visit(troubled.options(record=warc), registry, [f"{HERALD}/a"])
    with warc.open("rb") as file:
        for record in ArchiveIterator(io.BytesIO(file.read())):
            if record.rec_type == "request" and record.rec_headers.get_header("WARC-Target-URI") == f"{HERALD}/a":
                head = record.http_headers
                break
    assert head.statusline == "/a HTTP/1.1"
    assert head.protocol == "GET"
    assert head.get_header("Host") == "harborherald.com"
    assert head.get_header("User-Agent").startswith("provaudit/")
