"""The small webs of fixtures/worlds: each gives its audit, and a recorded audit replays byte for byte."""

import json

import pytest

from provaudit.render import render
from provaudit.trace import WebOptions
from tests.worlds import NAMES, WORLDS, audited, evidence, live, replayed, shown


def as_json(audit):
    return render("json", [audit])


@pytest.mark.parametrize("name", NAMES)
def test_the_recorded_evidence_gives_the_worlds_audit(name):
    """After a change that is meant, `python -m tests.worlds` records anew; read what it wrote."""
    assert shown(replayed(name)) == (WORLDS / name / "audit.txt").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_recorded_audit_replays_byte_for_byte(name, tmp_path):
    warc = tmp_path / "evidence.warc.gz"
    with live(name) as (_, options):
        recorded = as_json(audited(name, options(record=warc)))
    assert as_json(audited(name, WebOptions(replay=warc))) == recorded


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_evidence_is_what_the_world_still_says(name):
    with live(name) as (_, options):
        assert as_json(audited(name, options())) == as_json(replayed(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_fetched_once_though_many_claims_want_it(name):
    with live(name) as (world, options):
        audited(name, options())
    asked = [(entry.host, entry.path, entry.secure) for entry in world.asked]
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize("name", NAMES)
def test_every_passage_stands_in_its_page_word_for_word(name):
    audit = replayed(name)
    hops = [hop for claim in audit.claims for hop in claim.hops if hop.page is not None and hop.passage.span]
    for hop in hops:
        text = hop.page.article.text
        assert text[hop.passage.span.start : hop.passage.span.end] == hop.passage.text


def test_evidence_that_lacks_a_page_asks_nobody(tmp_path):
    """A replay answers from its evidence alone: another world's evidence gives misses, never a request."""
    audit = json.loads(as_json(audited("harbor", WebOptions(replay=evidence(NAMES[-1])))))
    assert audit["claims"]
