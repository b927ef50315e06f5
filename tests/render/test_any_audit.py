"""What holds for every audit there can be, and what no format may cost."""

import json
import subprocess
import sys
import unicodedata
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from provaudit.model import (
    Article,
    Attribution,
    AttributionKind,
    Audit,
    Block,
    BlockKind,
    Claim,
    Confidence,
    Drift,
    DriftKind,
    End,
    Finding,
    Hop,
    Independence,
    Manner,
    Mention,
    Outcome,
    Outlet,
    Page,
    Passage,
    PassageStatus,
    Place,
    Related,
    Severity,
    Source,
    SourceKind,
    Span,
    Suppressed,
    Tier,
    Tried,
)
from provaudit.render import FORMATS, RenderOptions, render, render_extracts
from provaudit.render.inert import inert
from provaudit.render.schema import schema

SHA = "0" * 64
HANDS = st.none() | st.integers(1, 12)
words = st.text(st.characters(), max_size=30)  # lone surrogates and controls among them
sources_ids = st.sampled_from([f"S{number}" for number in range(1, 5)])


@st.composite
def spans(draw):
    start = draw(st.integers(0, 60))
    return Span(start, draw(st.integers(start, 60)))


@st.composite
def hops(draw):
    outcomes = st.sampled_from([outcome for outcome in Outcome if outcome is not Outcome.ABSENT])
    article = Article(draw(words), SHA, title=draw(st.none() | words), published=draw(st.none() | words))
    url = f"https://x.example/{draw(words)}"
    page = Page(url, url, article, "2026-01-01T00:00:00Z", SHA, draw(st.none() | words))
    passage = Passage(
        draw(words), draw(words), draw(words), draw(st.sampled_from(PassageStatus)), draw(st.floats(0, 1))
    )
    return Hop(
        draw(st.integers(1, 4)), draw(st.sampled_from([None, "A1", "A2"])), draw(sources_ids), draw(outcomes),
        tuple(draw(st.lists(st.builds(Tried, st.sampled_from(Tier), st.sampled_from(Outcome), words), max_size=2))),
        draw(st.sampled_from([None, page])), draw(st.none() | words), draw(st.sampled_from([None, passage])),
        tuple(draw(st.lists(st.builds(Drift, st.sampled_from(DriftKind), words, words), max_size=2))),
        draw(st.none() | words), draw(words),
    )  # fmt: skip


@st.composite
def audits(draw):
    text = draw(st.text(st.characters(), min_size=61, max_size=90))
    article = Article(
        text,
        SHA,
        (Block(Span(0, 5), BlockKind.FURNITURE),),
        path=draw(st.none() | words),
        title=draw(st.none() | words),
    )
    mention = st.builds(Mention, words, st.tuples(spans()), sources=st.tuples(sources_ids))
    attribution = st.builds(
        Attribution, st.sampled_from(["A1", "A2"]), st.sampled_from([None, "A1"]), st.sampled_from(AttributionKind),
        st.sampled_from(Manner), st.none() | mention, st.none() | mention, st.none() | mention, st.none() | mention,
        st.floats(0, 1),
    )  # fmt: skip
    attributions = {one.id: one for one in draw(st.lists(attribution, max_size=2)) if one.parent != one.id}
    outlet = st.builds(Outlet, words, words, owner=st.none() | words)
    kinds = st.sampled_from(SourceKind)
    sources = tuple(Source(f"S{number}", draw(kinds), draw(words), draw(st.none() | outlet)) for number in range(1, 5))
    claim = st.builds(
        Claim, st.sampled_from(["C1", "C2", "C3"]), st.just("A1"), words, st.tuples(spans()), st.just(Place(1, 1)), HANDS, HANDS,
        st.lists(hops(), max_size=3).map(lambda found: tuple(sorted(found, key=lambda hop: hop.n))), st.sampled_from(End),
        st.none() | sources_ids,
    )  # fmt: skip
    finding = st.builds(
        Finding, st.sampled_from(["PA101", "PQ401", "PZ999"]), st.just("a-rule"), st.sampled_from(Severity),
        st.sampled_from(Confidence), words, st.builds(Place, st.integers(1, 3), st.integers(1, 9)), st.none() | spans(),
        st.just(("C1",)), words, st.lists(st.builds(Related, words, st.none() | spans(), st.none() | words), max_size=2).map(tuple),
    )  # fmt: skip
    suppressed = st.builds(Suppressed, finding, st.sampled_from(["inline", "baseline", "config"]), st.none() | words)
    return Audit(
        article, sources, tuple(attributions.values()), tuple(draw(st.lists(claim, max_size=3, unique_by=lambda one: one.id))),
        draw(st.builds(Independence, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.just((("a", "b"),)), st.just(("S1",)))),
        tuple(draw(st.lists(finding, max_size=3))), tuple(draw(st.lists(suppressed, max_size=1))), draw(st.sampled_from([(), ("C1",)])),
    )  # fmt: skip


few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema("audit")))


@few
@given(audits())
def test_every_audit_is_valid_json_that_reads_back(audit):
    text = render("json", [audit])
    VALIDATOR.validate(json.loads(text))
    assert json.loads(text)["article"]["text"] == audit.article.text
    assert json.loads(render("ndjson", [audit])) == json.loads(text)


@few
@given(audits(), st.integers(40, 140), st.booleans())
def test_every_terminal_view_keeps_its_width_and_moves_nothing(audit, width, unicode):
    options = RenderOptions(width=width, unicode=unicode, verbose=True, notes=True)
    for text in (render("text", [audit], options=options), render_extracts("text", [audit], options=options)):
        assert all(cell_len(line) <= width for line in text.split("\n"))
        assert not any(ord(character) < 32 for character in text.replace("\n", ""))


@few
@given(audits())
def test_every_format_takes_every_audit(audit):
    for name in FORMATS:
        written = render(name, [audit, audit], options=RenderOptions(several=True, failures=(("a", "b"),)))
        assert written.encode("utf-8").decode() == written
        assert "\x1b" not in written
    ET.fromstring(render("junit", [audit]))  # noqa: S314 -- our own


@given(st.text(st.characters()))
def test_text_made_inert_stays_so_and_is_one_line(text):
    once = inert(text)
    assert inert(once) == once
    assert not {unicodedata.category(one) for one in once} & {"Cc", "Cs", "Co", "Zl", "Zp"}
    assert not set(once) & set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff")
    assert len(once.splitlines()) <= 1


@given(st.text(st.characters(codec="latin-1", categories=("L", "N", "P")), min_size=1))
def test_plain_text_is_left_alone(text):
    assert inert(text) == text


HEAVY = (
    "rich",
    "httpx",
    "lxml",
    "trafilatura",
    "networkx",
    "selectolax",
    "prov",
    "jsonschema",
    "onnxruntime",
    "numpy",
    "daft",
)


@pytest.mark.parametrize(
    ("code", "forbidden"),
    [
        ("from provaudit.render import FORMATS, render", HEAVY),
        ("from provaudit.render import render; render('json', [audit]); render('ndjson', [audit])", HEAVY),
        ("from provaudit.render import render; render('text', [audit])", HEAVY),
        ("from provaudit.render import render_extracts; render_extracts('text', [audit])", HEAVY),
        (
            "from provaudit.render import render; [render(name, [audit]) for name in ('concise', 'github', 'sarif', 'html')]",
            HEAVY,
        ),
        ("from provaudit.config import load; import pathlib; load(pathlib.Path('/'))", (*HEAVY, "tomllib", "difflib")),
    ],
)
def test_nothing_heavy_is_loaded_for_a_plain_output(code, forbidden):
    made = (
        "from provaudit.model import Article, Audit, Independence\n"
        "audit = Audit(Article('Plain “words” – é.', '0' * 64), (), (), (), Independence())\n"
    )
    told = f"\nimport sys; print([name for name in {forbidden!r} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", made + code + told], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
