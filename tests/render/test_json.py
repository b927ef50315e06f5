"""The JSON contract: field by field, valid, readable back."""

import json
from dataclasses import replace

import jsonschema
import pytest

from provaudit.errors import UsageError
from provaudit.model import End, Hop, Outcome, Tier, Tried
from provaudit.render import FORMATS, RenderOptions, render
from provaudit.render.audit_json import audit_json, by_hand, extract_json
from provaudit.render.json_writing import dumps
from provaudit.render.schema import NAMES, schema


def closed(part):
    """The schema with no room for a field it does not name: additions must be declared."""
    if isinstance(part, dict):
        shut = {key: closed(value) for key, value in part.items()}
        if part.get("type") == "object" and "properties" in part:
            shut["additionalProperties"] = False
        return shut
    return [closed(value) for value in part] if isinstance(part, list) else part


def valid(name, written):
    jsonschema.Draft202012Validator(closed(json.loads(schema(name)))).validate(json.loads(dumps(written)))
    return True


def errors(written):
    return list(jsonschema.Draft202012Validator(json.loads(schema("audit"))).iter_errors(written))


def test_every_part_of_an_audit_is_valid(audit, offline_audit, empty_audit):
    assert all(valid("audit", audit_json(one)) for one in (audit, offline_audit, empty_audit))


def test_an_extract_is_valid_and_holds_no_claims(audit):
    written = extract_json(audit.article, audit.sources, audit.attributions)
    assert valid("extract", written)
    assert list(written) == ["schema", "tool", "article", "sources", "attributions"]


def test_the_fields_of_the_contract_are_all_there(audit):
    written = audit_json(audit)
    hop = written["claims"][0]["hops"][0]
    assert list(written)[:10] == ["schema", "tool", "article", "sources", "attributions", "claims", "independence",
                                  "findings", "suppressed", "summary"]  # fmt: skip
    assert list(written["article"]) == ["path", "url", "title", "byline", "published", "publisher", "language", "sha256",
                                        "text", "furniture"]  # fmt: skip
    assert list(hop) == ["n", "attribution", "source", "outcome", "tried", "page", "passage", "drift"]
    assert list(hop["page"]) == ["url", "title", "published", "outlet", "retrieved", "archive_url", "sha256"]
    assert list(hop["passage"]) == ["text", "prefix", "suffix", "status", "score"]


def test_spans_read_back_the_exact_words(audit):
    written = audit_json(audit)
    text = written["article"]["text"]
    for attribution in written["attributions"]:
        for part in ("source", "cue", "venue", "content"):
            if attribution[part]:
                assert (
                    " … ".join(text[start:end] for start, end in attribution[part]["spans"])
                    == attribution[part]["text"]
                )


def test_a_spent_budget_is_printed_as_not_followed(audit):
    hop = Hop(1, "A1", "S1", Outcome.LIMIT, (Tried(Tier.LINK, Outcome.LIMIT),))
    claim = replace(audit.claims[0], hops=(hop,), end=End.LIMIT)
    written = audit_json(replace(audit, claims=(claim,)))["claims"][0]
    assert (written["hops"][0]["outcome"], written["hops"][0]["tried"][0]["outcome"]) == (
        "not-followed",
        "not-followed",
    )
    assert written["end"] == "limit"


def test_by_hand_counts_traced_where_complete_and_has_no_key_for_a_hand_that_does_not_occur(audit, empty_audit):
    assert by_hand(audit.claims) == {"1": 1, "2": 1, "3": 2, "unknown": 1}
    assert by_hand(empty_audit.claims) == {}
    assert list(by_hand(audit.claims)) == ["1", "2", "3", "unknown"]


def test_confidences_and_scores_are_rounded(audit):
    written = audit_json(audit)
    assert written["attributions"][1]["confidence"] == 0.93
    assert written["claims"][0]["hops"][0]["passage"]["score"] == 0.812


def test_a_suppressed_finding_says_by_what_and_why(audit):
    entry = audit_json(audit)["suppressed"][0]
    assert (entry["rule"], entry["by"], entry["reason"]) == ("PN202", "inline", "the editor knows the name")
    assert "PN202" not in {finding["rule"] for finding in audit_json(audit)["findings"]}


def test_additions_stand_only_where_they_say_something(empty_audit, audit):
    assert "unreachable" not in audit_json(empty_audit)
    assert "also" not in audit_json(audit)["attributions"][0]["source"]


def test_outlets_named_side_by_side_are_all_there(audit):
    first = audit.attributions[0]
    both = replace(first, source=replace(first.source, sources=("S1", "S5")))
    written = audit_json(replace(audit, attributions=(both,)))["attributions"][0]["source"]
    assert (written["id"], written["also"]) == ("S1", ["S5"])


def test_a_place_that_is_no_outlet_is_no_venue(audit):
    told = audit.attributions[4]
    hall = replace(told, venue=replace(told.venue, sources=()))
    written = audit_json(replace(audit, attributions=(hall,)))
    assert written["attributions"][0]["venue"] is None
    assert valid("audit", written)
    assert audit_json(audit)["attributions"][4]["venue"]["id"] == "S5"


def test_one_input_is_one_object_and_several_are_wrapped(audit, empty_audit):
    assert json.loads(render("json", [audit]))["schema"] == "provaudit/audit/1"
    wrapped = json.loads(render("json", [audit, empty_audit], options=RenderOptions(several=True)))
    assert wrapped["schema"] == "provaudit/audits/1"
    assert valid("audits", wrapped)


def test_an_input_that_could_not_be_audited_is_listed(audit):
    failed = RenderOptions(failures=(("gone.txt", "no such file"),))
    wrapped = json.loads(render("json", [audit], options=failed))
    assert wrapped["errors"] == [{"path": "gone.txt", "reason": "no such file"}]
    assert valid("audits", wrapped)
    assert valid("audits", json.loads(render("json", [], options=failed)))


def test_the_wrapper_holds_extracts_too(audit):
    extract = extract_json(audit.article, audit.sources, audit.attributions)
    assert valid("audits", {"schema": "provaudit/audits/1", "tool": extract["tool"], "audits": [extract]})


def test_ndjson_is_one_audit_a_line_whatever_the_text_holds(audit, empty_audit):
    odd = replace(audit, article=replace(audit.article, title="two\u2028lines\x85or\nthree"))
    lines = render("ndjson", [odd, empty_audit]).splitlines()
    assert [json.loads(line)["article"]["title"] for line in lines] == ["two\u2028lines\x85or\nthree", None]


def test_escape_sequences_and_lone_surrogates_are_written_inert_and_read_back(audit):
    odd = "\x1b[31m \x9b31m \u202eright\u202c \ud800"
    text = render("json", [replace(audit, article=replace(audit.article, title=odd))])
    assert not set(text) & set("\x1b\x9b\u202e\u202c\ud800")
    assert json.loads(text)["article"]["title"] == odd
    assert text.encode("utf-8")


def test_plain_text_in_any_language_is_written_as_it_is(audit):
    text = render("json", [replace(audit, article=replace(audit.article, title="Größe “数” 👩‍👧"))])
    assert "Größe “数” 👩‍👧" in text


def test_the_same_audit_gives_the_same_bytes_and_ends_in_a_line_end(audit):
    assert render("json", [audit]) == render("json", [audit])
    assert render("json", [audit]).endswith("}\n")


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_a_valid_schema_that_stands_alone(name):
    whole = json.loads(schema(name))
    jsonschema.Draft202012Validator.check_schema(whole)
    wanted = {
        part.removeprefix('"#/$defs/').rstrip('"') for part in json.dumps(whole).split() if part.startswith('"#/$defs/')
    }
    assert {name.rstrip('",}]') for name in wanted} <= set(whole["$defs"])


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("claims", 0, "end"), "lost"),
        (("claims", 0, "hand", "stated"), 0),
        (("claims", 0, "hops", 0, "outcome"), "limit"),
        (("attributions", 0, "source", "id"), None),
        (("findings", 0, "severity"), "fatal"),
        (("article", "sha256"), "abc"),
        (("summary", "by_hand"), {"zero": 1}),
        (("schema",), "provaudit/audit/2"),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_know(audit, path, wrong):
    written = json.loads(dumps(audit_json(audit)))
    assert not errors(written)
    part = written
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = wrong
    assert errors(written)


def test_the_schema_lets_later_additions_pass(audit):
    assert not errors(audit_json(audit) | {"added_later": True})


def test_unknown_formats_and_schemas_name_the_ones_there_are(audit):
    with pytest.raises(UsageError, match="json"):
        render("yaml", [audit])
    with pytest.raises(UsageError, match="audit, audits, extract"):
        schema("finding")
    assert "json" in FORMATS
