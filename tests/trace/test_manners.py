"""Hosts are asked one thing at a time, with pauses, within a budget, and left alone when they are in trouble."""

import gzip
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise

import pytest

from provaudit.model import Miss, Outcome, Page
from provaudit.trace import open_web
from provaudit.trace.exchange import Ask, Exchange
from provaudit.trace.manners import Breaker, Budget, CrowdedError, LimitReachedError, Pace, retry_after
from provaudit.trace.robots import MAX_LENGTH, robots_of
from tests.trace.local_web import Answer, World

PAGE = (
    "<html><head><title>A page</title></head><body><article><p>" + "Words to read, and more. " * 20 + "</p></article>"
)
HERALD = "https://harborherald.com"


A = Ask("https://a.example/")


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self):
        self.now = 100.0
        self.slept = []

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(round(seconds, 6))
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def herald(world):
    return world.host("harborherald.com").on("*", PAGE)


def visits(world, registry, *urls, **options):
    with open_web(world.options(**options), registry) as web:
        draft = web.draft()
        return [draft.fetch(url) for url in urls], draft


# --- pace


def test_the_gap_runs_from_the_end_of_one_request_to_the_start_of_the_next(clock):
    pace, budget = Pace(1.0, clock, clock.sleep), Budget(9, 99, clock)
    with pace.turn(A, budget):
        clock.now += 5
    clock.now += 0.25
    with pace.turn(A, budget):
        pass
    assert clock.slept == [0.75]


def test_a_crawl_delay_can_only_lengthen_the_gap(clock):
    pace, budget = Pace(1.0, clock, clock.sleep), Budget(9, 99, clock)
    for gap in (3.0, 0.2, 0.0):
        with pace.turn(replace(A, gap=gap), budget):
            pass
    assert clock.slept == [3.0, 1.0]


def test_another_host_and_a_redirect_on_the_same_host_wait_for_nothing(clock):
    pace, budget = Pace(1.0, clock, clock.sleep), Budget(9, 99, clock)
    for ask in (A, Ask("https://b.example/"), replace(A, at_once=True)):
        with pace.turn(ask, budget):
            pass
    assert clock.slept == []


def test_a_wait_beyond_the_budget_is_not_begun(clock):
    pace = Pace(60.0, clock, clock.sleep)
    with pace.turn(A, Budget(9, 99, clock)):
        pass
    with pytest.raises(LimitReachedError), pace.turn(A, Budget(9, 10, clock)):
        pytest.fail("asked in spite of the budget")
    assert clock.slept == []


def test_who_has_no_patience_does_not_stand_in_line(clock):
    pace = Pace(0.0, clock, clock.sleep)
    with pace.turn(A, Budget(9, 99, clock)):
        with pytest.raises(CrowdedError), pace.turn(replace(A, patience=0.05), Budget(9, 99, clock)):
            pytest.fail("two at a time")
        with pytest.raises(LimitReachedError), pace.turn(A, Budget(9, 0.05, clock)):
            pytest.fail("two at a time")


def test_a_crowd_before_the_archive_does_not_eat_up_a_drafts_time(world, registry):
    world.host("web.archive.org").on("*", Answer("[]", latency=0.6))
    options = world.options(max_seconds=1.2, archive_seconds=0.9)
    with open_web(options, registry) as web, ThreadPoolExecutor(6) as pool:
        began = time.monotonic()
        found = list(pool.map(lambda number: web.draft().fetch(f"{HERALD}/gone-{number}"), range(6)))
        assert time.monotonic() - began < 3.4  # 3.6 s one after the other
    assert {miss.outcome for miss in found} == {Outcome.GONE}


def test_real_requests_keep_the_gap_and_robots_txt_counts(world, registry, herald):
    visits(world, registry, f"{HERALD}/a", f"{HERALD}/b", host_gap=0.15)
    assert world.paths() == ["/robots.txt", "/a", "/b"]
    assert all(later.at - earlier.until >= 0.14 for earlier, later in pairwise(world.asked))


def test_the_crawl_delay_of_robots_txt_is_kept(world, registry, herald):
    herald.on("/robots.txt", Answer("User-agent: *\nCrawl-delay: 0.3", content_type="text/plain"))
    visits(world, registry, f"{HERALD}/a", f"{HERALD}/b", host_gap=0.01)
    assert world.asked[2].at - world.asked[1].until >= 0.29


def test_a_redirect_on_the_same_host_follows_at_once(world, registry, herald):
    herald.on("/a", Answer(status=302, location="/b"))
    slept = []
    visits(world, registry, f"{HERALD}/a", host_gap=0.3, sleep=slept.append)
    assert world.paths() == ["/robots.txt", "/a", "/b"]
    assert len(slept) == 1  # between robots.txt and /a


def test_one_request_at_a_time_to_a_host_and_several_hosts_at_once(registry):
    with World() as world:
        names = ["one.example", "two.example", "three.example"]
        for name in names:
            world.host(name).on("*", Answer(PAGE, latency=0.1))
        urls = [f"http://{name}/{number}" for number in range(3) for name in names]
        with open_web(world.options(), registry) as web, ThreadPoolExecutor(9) as pool:
            draft = web.draft()
            began = time.monotonic()
            assert all(isinstance(page, Page) for page in pool.map(draft.fetch, urls))
            took = time.monotonic() - began
        for name in names:
            turns = sorted((asked.at, asked.until) for asked in world.asked if asked.host == name)
            assert len(turns) == 4  # robots.txt and three pages
            assert all(earlier[1] <= later[0] + 0.005 for earlier, later in pairwise(turns))
        assert took < 1.18  # 0.4 s for each host; 1.2 s one host after the other


def test_one_page_is_asked_for_once_however_many_claims_want_it(world, registry, herald):
    herald.on("/a", Answer(PAGE, latency=0.2))
    with open_web(world.options(), registry) as web, ThreadPoolExecutor(10) as pool:
        pages = list(pool.map(lambda _: web.draft().fetch(f"{HERALD}/a"), range(10)))
    assert world.paths() == ["/robots.txt", "/a"]
    assert all(page == pages[0] for page in pages)


# --- robots.txt


@pytest.mark.parametrize(
    ("robots", "outcome"),
    [
        (Answer("User-agent: *\nDisallow: /private\nAllow: /private/open"), Outcome.BLOCKED_ROBOTS),
        (Answer("User-agent: provaudit\nDisallow: /"), Outcome.BLOCKED_ROBOTS),
        (Answer("User-agent: ProvAudit\nDisallow: /private*"), Outcome.BLOCKED_ROBOTS),
        (Answer("down", 500), Outcome.BLOCKED_ROBOTS),
        (Answer("down", 503), Outcome.BLOCKED_ROBOTS),
        (Answer("wait", 429), Outcome.RATE_LIMITED),
        (Answer(fault="silent"), Outcome.TIMEOUT),
        (Answer(fault="reset"), Outcome.UNREACHABLE),
        (Answer(status=302, location="http://10.0.0.1/robots.txt"), Outcome.REFUSED_ADDRESS),
        (Answer(status=302, location="/robots.txt"), Outcome.UNREACHABLE),
    ],
)
def test_robots_txt_keeps_us_out(world, registry, herald, robots, outcome):
    herald.on("/robots.txt", robots)
    (miss,), _ = visits(world, registry, f"{HERALD}/private/page", request_seconds=0.5)
    assert isinstance(miss, Miss)
    assert miss.outcome is outcome
    assert "robots.txt" in miss.detail
    assert "/private/page" not in world.paths()


@pytest.mark.parametrize(
    "robots",
    [
        Answer("User-agent: *\nDisallow: /private/page"),
        Answer("User-agent: otherbot\nDisallow: /"),
        Answer("User-agent: *\nDisallow:"),
        Answer("", 404),
        Answer("", 401),
        Answer("", 403),
        Answer("<html>User-agent: *\nDisallow: /</html>"),
        Answer(b"\xff\xfe\x00\x01"),
        Answer(status=301, location="https://gullblog.net/robots.txt"),
    ],
)
def test_robots_txt_lets_us_in(world, registry, herald, robots):
    html = isinstance(robots.body, str) and "<html>" in robots.body
    herald.on(
        "/robots.txt",
        robots if html else Answer(robots.body, robots.status, location=robots.location, content_type="text/plain"),
    )
    (page,), _ = visits(world, registry, f"{HERALD}/a")
    assert isinstance(page, Page)


@pytest.mark.parametrize("headers", [{}, {"Content-Encoding": "gzip"}])
def test_the_first_half_megabyte_of_a_robots_txt_without_end_counts(world, registry, herald, headers):
    body = b"User-agent: *\nDisallow: /private\n" + b"# and so on\n" * 900_000 + b"Disallow: /a\n"
    packed = gzip.compress(body) if headers else body
    herald.on("/robots.txt", Answer(packed, headers=headers, content_type="text/plain"))
    (page, miss), _ = visits(world, registry, f"{HERALD}/a", f"{HERALD}/private/a")
    assert isinstance(page, Page)
    assert (miss.outcome, miss.detail) == (Outcome.BLOCKED_ROBOTS, "robots.txt disallows it")


def test_a_rule_that_is_cut_off_is_no_rule():
    body = b"User-agent: *\n" + b"#" * (MAX_LENGTH - 27) + b"\nDisallow: /private"
    robots = robots_of(Exchange(f"{HERALD}/robots.txt", "", 200, (), body[:MAX_LENGTH]))
    assert robots.refusal(f"{HERALD}/a") is None


def test_a_redirect_into_a_forbidden_part_is_not_followed(world, registry, herald):
    herald.on("/robots.txt", Answer("User-agent: *\nDisallow: /private", content_type="text/plain"))
    herald.on("/a", Answer(status=302, location="/private/a"))
    (miss,), _ = visits(world, registry, f"{HERALD}/a")
    assert miss.outcome is Outcome.BLOCKED_ROBOTS
    assert "/private/a" not in world.paths()


# --- second tries and the breaker


def in_turn(*answers):
    """A reply that gives one answer after the other, the last one for ever."""
    rest = list(answers)
    return lambda _: rest.pop(0) if len(rest) > 1 else rest[0]


def test_retry_after_is_waited_for_and_the_second_try_counts(world, registry, herald):
    herald.on("/a", in_turn(Answer("wait", 429, {"Retry-After": "1"}), Answer(PAGE)))
    began = time.monotonic()
    (page,), draft = visits(world, registry, f"{HERALD}/a")
    assert isinstance(page, Page)
    assert 1 <= time.monotonic() - began < 10
    assert draft.requests == 3


def test_there_is_no_third_try(world, registry, herald):
    herald.on("/a", in_turn(Answer("wait", 429, {"Retry-After": "0"})))
    (miss,), _ = visits(world, registry, f"{HERALD}/a")
    assert miss.outcome is Outcome.RATE_LIMITED
    assert world.paths().count("/a") == 2


def test_a_pause_too_long_to_wait_for_ends_the_visit_and_closes_the_host(world, registry, herald):
    herald.on("/a", Answer("wait", 429, {"Retry-After": "3600"}))
    (first, second), _ = visits(world, registry, f"{HERALD}/a", f"{HERALD}/b")
    assert (first.outcome, second.outcome) == (Outcome.RATE_LIMITED, Outcome.RATE_LIMITED)
    assert world.paths() == ["/robots.txt", "/a"]


def test_a_connection_that_breaks_is_tried_once_more(world, registry, herald):
    herald.on("/a", in_turn(Answer(fault="reset"), Answer(PAGE)))
    (page,), _ = visits(world, registry, f"{HERALD}/a")
    assert isinstance(page, Page)


def test_a_host_that_fails_three_times_is_left_alone(world, registry, herald):
    herald.on("/bad*", Answer("down", 502))
    found, _ = visits(world, registry, *(f"{HERALD}/bad{number}" for number in range(5)))
    assert [miss.outcome for miss in found] == [Outcome.UNREACHABLE] * 5
    assert world.paths("harborherald.com") == ["/robots.txt", "/bad0", "/bad1", "/bad2"]
    assert "3 times" in found[-1].detail


def test_a_success_between_failures_keeps_the_host_open(world, registry, herald):
    herald.on("/bad*", Answer("down", 502))
    visits(world, registry, *(f"{HERALD}/{name}" for name in ("bad1", "bad2", "good", "bad3", "bad4", "fine")))
    assert "/fine" in world.paths()


def test_the_breaker_closes_again_with_time(clock):
    breaker = Breaker(1, 60, clock)
    breaker.note("a", Exchange("", "", failure=Outcome.TIMEOUT))
    assert breaker.trouble("a")[0] is Outcome.TIMEOUT
    assert breaker.trouble("b") is None
    clock.now += 61
    assert breaker.trouble("a") is None


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("7", 7), ("0", 0), ("Tue, 24 Nov 2026 07:00:30 GMT", 30), ("Tue, 24 Nov 2026 06:00:00 GMT", 0), ("soon", None),
     ("-1", None), ("", None), ("9" * 400, 999999999.0), ("Tue, 99 Nov 2026", None),
     ("Wed, 99999999999999999999 Oct 2099 07:28:00 GMT", None),
     ("1 Jan 1 00:00:00 +2300", 0), ("Tue, 24 Nov 2026 07:00:30 +99999999", None)],
)  # fmt: skip
def test_retry_after_is_read_in_both_forms(written, seconds):
    assert retry_after(Exchange("", "2026-11-24T07:00:00Z", 429, (("retry-after", written),))) == seconds


# --- budgets


def test_every_request_counts_robots_txt_and_redirects_too(world, registry, herald):
    herald.on("/a", Answer(status=302, location="/b"))
    _, draft = visits(world, registry, f"{HERALD}/a")
    assert draft.requests == 3


def test_a_spent_number_of_requests_is_a_miss_that_says_so(world, registry, herald):
    found, draft = visits(world, registry, f"{HERALD}/a", f"{HERALD}/b", f"{HERALD}/c", f"{HERALD}/a", max_requests=3)
    assert [getattr(page, "outcome", "page") for page in found] == ["page", "page", Outcome.LIMIT, "page"]
    assert "3 requests" in found[2].detail
    assert draft.requests == len(world.asked) == 3


def test_one_host_gets_so_many_requests_and_no_more(world, registry, herald):
    world.host("gullblog.net").on("*", PAGE)
    urls = [f"{HERALD}/a", f"{HERALD}/b", f"{HERALD}/c", "https://gullblog.net/a"]
    found, _ = visits(world, registry, *urls, max_host_requests=3)
    assert [getattr(page, "outcome", "page") for page in found] == ["page", "page", Outcome.LIMIT, "page"]
    assert "harborherald.com" in found[2].detail


def test_each_draft_has_a_budget_of_its_own(world, registry, herald):
    with open_web(world.options(max_requests=2), registry) as web:
        first, second = web.draft(), web.draft()
        assert isinstance(first.fetch(f"{HERALD}/a"), Page)
        assert first.fetch(f"{HERALD}/b").outcome is Outcome.LIMIT
        assert isinstance(second.fetch(f"{HERALD}/b"), Page)
        assert first.fetch(f"{HERALD}/b").outcome is Outcome.LIMIT  # one outcome for one draft
        assert second.requests == 1  # what the run has seen already costs nothing


def test_a_spent_time_ends_slow_requests(world, registry, herald):
    herald.on("/slow", Answer(fault="silent"))
    began = time.monotonic()
    found, _ = visits(world, registry, f"{HERALD}/slow", f"{HERALD}/a", max_seconds=0.5, request_seconds=5)
    assert [miss.outcome for miss in found] == [Outcome.LIMIT, Outcome.LIMIT]
    assert time.monotonic() - began < 4.9  # the request alone may take 5 s


def test_the_clock_of_a_draft_starts_with_its_first_question(world, registry, herald):
    with open_web(world.options(max_seconds=0.5), registry) as web:
        draft = web.draft()
        time.sleep(0.6)
        assert isinstance(draft.fetch(f"{HERALD}/a"), Page)


def test_waiting_for_another_drafts_request_does_not_outlast_ones_own_time(world, registry, herald):
    herald.on("/slow", Answer(PAGE, latency=1.5))
    with open_web(world.options(), registry) as web:
        patient = threading.Thread(target=web.draft().fetch, args=(f"{HERALD}/slow",))
        patient.start()
        time.sleep(0.2)
        hasty = web.draft()
        hasty._draft.budget = Budget(9, 0.3, time.monotonic)
        began = time.monotonic()
        assert hasty.fetch(f"{HERALD}/slow").outcome is Outcome.LIMIT
        assert time.monotonic() - began < 1.25  # the other draft waits 1.3 s more
        patient.join()
