"""The whole command on a small web behind a forward proxy, as a newsroom's machine reaches the real one."""

import json

import pytest

from tests.trace.forward_proxy import ForwardProxy
from tests.trace.local_web import World, authority
from tests.worlds import ROOT, WORLDS

HARBOR = WORLDS / "harbor"


@pytest.fixture
def harbor(monkeypatch, tmp_path):
    """The harbor's web, reached through the proxy that the environment names."""
    # The Internet Archive is asked 24 times a minute at most, here as anywhere; these promises do without it.
    (tmp_path / "brisk.toml").write_text('tiers = ["link", "wordpress", "sitemap", "feed", "search"]\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("SSL_CERT_FILE", str(authority()))
    with World.load(HARBOR) as world, ForwardProxy(world) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        yield world


@pytest.fixture
def check(provaudit):
    def ran(*arguments):
        fixed = ("--outlets", HARBOR / "outlets.toml", "--host-gap", "0", "--config", "brisk.toml")
        return provaudit("check", ROOT / "fixtures/articles/harbor.md", *fixed, *arguments)

    return ran


def without_times(text):
    audit = json.loads(text)
    for claim in audit["claims"]:
        for hop in claim["hops"]:
            if hop["page"]:
                hop["page"].pop("retrieved")
    return audit


def test_a_live_audit_says_what_its_evidence_says(harbor, check, tmp_path):
    warc = tmp_path / "evidence.warc.gz"
    live = check("-f", "json", "--record", warc)
    assert live.code == 1, live
    asked = len(harbor.asked)
    replay = check("-f", "json", "--replay", warc)
    assert replay.out == live.out
    assert len(harbor.asked) == asked, "a replay asks nobody"


def test_a_second_run_answers_from_the_cache(harbor, check):
    first = check("-f", "json")
    asked = len(harbor.asked)
    second = check("-f", "json")
    assert asked > 10
    assert len(harbor.asked) == asked
    assert without_times(first.out) == without_times(second.out)


def test_verbose_says_what_was_asked_of_whom(harbor, check):
    ran = check("-v")
    assert "harborledger.example" in ran.err
    assert all(line.startswith("provaudit: ") for line in ran.err.splitlines())


def test_dry_run_names_the_hosts_and_asks_nobody(harbor, check):
    ran = check("--dry-run")
    assert ran.code == 0, ran
    assert "harborledger.example" in ran.out
    assert "www.baycourier.example" in ran.out
    assert harbor.asked == []


def test_a_spent_budget_ends_the_chains_in_the_open(harbor, check):
    audit = json.loads(check("-f", "json", "--max-requests", "1").out)
    assert "limit" in {claim["end"] for claim in audit["claims"]}
    assert len(harbor.asked) <= 1


def test_require_upstream_is_its_own_verdict(harbor, check):
    assert check("--require-upstream", "--fail-on", "never").code == 3
    assert check("--fail-on", "never").code == 0


def test_no_depth_follows_nothing(harbor, check):
    audit = json.loads(check("-f", "json", "--max-depth", "0").out)
    assert {hop["outcome"] for claim in audit["claims"] for hop in claim["hops"]} == {"not-followed"}
    assert harbor.asked == []


def test_a_draft_may_be_a_url(harbor, provaudit):
    url = "https://www.baycourier.example/news/denner-review"
    outlets = ("--outlets", HARBOR / "outlets.toml")
    ran = provaudit("check", url, *outlets, "-f", "json", "--host-gap", "0", "--config", "brisk.toml")
    audit = json.loads(ran.out)
    assert audit["article"]["url"] == url
    assert audit["claims"][0]["hand"] == {"stated": 2, "traced": 2}


def test_a_dead_url_is_one_line(harbor, provaudit):
    ran = provaudit(
        "check", "https://statehousetoday.example/2024/06/comptroller-narrow-creek", "--config", "brisk.toml"
    )
    assert ran.code == 2
    assert "gone" in ran.err
    assert len(ran.err.strip().splitlines()) == 1
