"""Whatever becomes of a web full of accidents, no thread hangs or falls, and the evidence tells the same story."""

import random
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from provaudit.identify import Registry
from provaudit.model import Domain, Miss, Outlet, Page, Wanted
from provaudit.trace import WebOptions, open_web
from tests.trace.local_web import FAULTS, Answer, World

NAMES = [f"paper{number}.example" for number in range(8)]
OUTLETS = {name: Outlet(name, name.split(".")[0], domains=(Domain(name),)) for name in NAMES}
PLACES = [
    "http://10.0.0.1/",
    "//[",
    "mailto:x",
    "https://u:p@paper1.example/",
    "/3",
    "/4",
    *(f"https://{name}/2" for name in NAMES),
]
STATUSES = [200, 204, 206, 304, 401, 402, 403, 404, 410, 429, 451, 500, 502, 503, 599]
HEADERS = [
    {},
    {"Retry-After": "0"},
    {"cf-mitigated": "challenge"},
    {"Content-Encoding": "br"},
    {"Cache-Control": "no-store"},
]
HEADS = [
    "",
    '<link rel="https://api.w.org/" href="/wp-json/">',
    '<link rel="alternate" type="application/rss+xml" href="/feed">',
]


def page(words, head=""):
    return f"<html><head><title>{words}</title>{head}</head><body><article><p>{f'Words about {words} to read. ' * 20}</p></article>"


def accident(dice, words):
    fate = dice.random()
    if fate < 0.4:
        return Answer(page(words))
    if fate < 0.55:
        return Answer(status=dice.choice([301, 302, 303, 307, 308]), location=dice.choice(PLACES))
    if fate < 0.8:
        return Answer(dice.choice(["x", page(words)]), dice.choice(STATUSES), dice.choice(HEADERS))
    return Answer(page(words), fault=dice.choice(sorted(FAULTS)))


def robots(dice, name):
    fate = dice.random()
    if fate < 0.6:
        return Answer(f"User-agent: *\nDisallow: /3\nSitemap: https://{name}/map.xml")
    return Answer("", dice.choice([404, 403, 500])) if fate < 0.85 else Answer(fault=dice.choice(sorted(FAULTS)))


def world_of(dice):
    world = World()
    for name in NAMES:
        host = world.host(name).on("/", page(name, dice.choice(HEADS))).on("/robots.txt", robots(dice, name))
        for number in range(8):
            host.on(f"/{number}", accident(dice, f"{name} {number}"))
        host.on("/map.xml", Answer(f"<urlset><url><loc>https://{name}/1-zebra</loc></url></urlset>"))
    archive = world.host("web.archive.org")
    archive.captures = [
        {"timestamp": "20160513000000", "original": f"https://{dice.choice(NAMES)}/{number % 8}", "body": page("then")}
        for number in range(20)
    ]
    return world


def everything(web, seed):
    """What four drafts hear, each asking from several threads."""
    dice = random.Random(seed)
    drafts = [web.draft(f"draft {number}") for number in range(4)]

    def ask(draft, wish):
        return draft.fetch(wish, near="2016-01-01") if isinstance(wish, str) else tuple(draft.find(wish))

    wishes = []
    for draft in drafts:
        hosts = [dice.choice([*NAMES, "nowhere.example"]) for _ in range(20)]
        wishes += [(draft, f"{dice.choice(['http', 'https'])}://{host}/{dice.randrange(9)}") for host in hosts]
        name = dice.choice(NAMES)
        wishes.append(
            (draft, Wanted("the Zebra and 340 Quaggas", (), OUTLETS[name], (f"https://{name}/1",), None, "2020-01-01"))
        )
    with ThreadPoolExecutor(12) as pool:
        return list(pool.map(lambda wish: ask(*wish), wishes))


@pytest.mark.parametrize("seed", range(6))
def test_every_question_has_an_answer_in_time_and_the_same_one_again(tmp_path, seed):
    dice = random.Random(seed)
    registry = Registry.of(OUTLETS.values())
    with world_of(dice) as world:
        options = world.options(
            record=tmp_path / "run.warc.gz",
            cache_dir=tmp_path / "cache",
            request_seconds=0.4,
            archive_seconds=0.4,
            retry_wait=0.01,
            max_requests=dice.choice([15, 40, 200]),
            max_seconds=dice.choice([0.5, 3, 20]),
            bodies_in_memory=20_000,
            pages_in_memory=3,
        )
        began = time.monotonic()
        with open_web(options, registry) as web:
            live = everything(web, seed)
        assert time.monotonic() - began < options.max_seconds + 20
    assert all(isinstance(found, Page | Miss | tuple) for found in live)
    with open_web(WebOptions(replay=tmp_path / "run.warc.gz", max_requests=0, max_seconds=0.0), registry) as web:
        assert everything(web, seed) == live
