"""The formats that people and archives read: Markdown, HTML, graphs, PROV, schema.org, manuals."""

import io
import json
import re
import sys
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from provaudit.errors import UsageError
from provaudit.model import Domain, Hop, Outcome, Outlet, OutletKind, PassageStatus, SourceKind, Span
from provaudit.render import RenderOptions, render
from provaudit.render.manuals import outlet_view, paragraphs, rule_view, rules_view
from provaudit.render.markdown import LIMIT, ROWS, escaped
from provaudit.rules import RULES

HOSTILE = "<script>alert(1)</script> <img src=x onerror=y> </details> | `code` [a](javascript:b) @desk #12 www.x.example _i_ **b**"


def hostile(audit):
    """The words of an attacker in every place that a draft or a page fills."""
    hop = audit.claims[0].hops[0]
    page = replace(hop.page, url=f"javascript:alert(1)//{HOSTILE}", archive_url=f"data:text/html,{HOSTILE}")
    hop = replace(hop, page=page, passage=replace(hop.passage, text=HOSTILE, prefix=HOSTILE, suffix=HOSTILE))
    return replace(
        audit,
        article=replace(
            audit.article, text=HOSTILE + audit.article.text, title=HOSTILE, byline=HOSTILE, path=f"a/{HOSTILE}"
        ),
        sources=tuple(replace(source, name=HOSTILE) for source in audit.sources),
        claims=(replace(audit.claims[0], text=HOSTILE, hops=(hop, *audit.claims[0].hops[1:])), *audit.claims[1:]),
        findings=(replace(audit.findings[0], message=HOSTILE), *audit.findings[1:]),
    )


# --- Markdown


def as_html(text):
    """What a forge makes of the Markdown."""
    return MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text)


def test_the_comment_has_the_figures_the_findings_and_the_chains(audit):
    page = LexborHTMLParser(as_html(render("markdown", [audit])))
    assert "5 claims: 1 first-hand" in page.css_first("p").text()
    assert [row.css_first("td").text() for row in page.css("tbody tr")] == ["7", "13", "5", "1"]
    assert len(page.css("details > ul > li")) == 5


def test_text_of_a_draft_makes_no_markup_in_a_comment(audit):
    written = render("markdown", [hostile(audit)])
    page = LexborHTMLParser(as_html(written))
    assert not page.css("script, img, a, em")
    assert len(page.css("details")) == len(page.css("tbody")) == 1
    assert all(len(row.css("td")) == 3 for row in page.css("tbody tr"))
    assert "<script>alert(1)</script>" in page.body.text()
    assert any("| `code`" in row.css("td")[2].text() for row in page.css("tbody tr"))


def test_text_of_a_draft_notifies_nobody_and_links_nothing(audit):
    page = LexborHTMLParser(as_html(render("markdown", [hostile(audit)])))
    for code in page.css("code"):  # in which a forge looks for nobody
        code.decompose()
    plain = page.body.text()
    assert not re.search(r"@desk|#12|www\.x", plain)
    assert "@\u200bdesk" in plain


@pytest.mark.parametrize(
    "text",
    ["- item", "1. item", "1) item", "# head", "> quote", "+ item", "    code", "---", "a\n\nb", "===", ":-- | --:"],
)
def test_no_text_begins_a_block(text):
    page = LexborHTMLParser(as_html(escaped(text)))
    assert [child.tag for child in page.body.iter()] == ["p"]


def test_plain_words_are_left_as_they_are():
    assert (
        escaped("Fees rose by 14 per cent (twice), she said: “no”.")
        == "Fees rose by 14 per cent (twice), she said: “no”."
    )


def test_a_comment_is_never_too_long_to_post(audit):
    long = replace(audit, claims=audit.claims * 8)
    written = render("markdown", [long] * 40)
    assert LIMIT * 0.9 < len(written) < LIMIT + 200
    assert re.search(r"_\d+ more drafts left out", written)
    assert "left out" not in render("markdown", [audit])


def test_a_very_long_draft_keeps_its_gravest_findings_and_loses_its_chains_first(audit):
    long = replace(audit, claims=audit.claims * 100, findings=audit.findings * 30)
    written = render("markdown", [long])
    assert written.count("🔴") == ROWS
    assert "… and 70 more findings." in written
    assert "<details>" not in written
    assert "more finding" not in render("markdown", [audit])


def test_a_clean_draft_has_neither_table_nor_chains(empty_audit):
    written = render("markdown", [empty_audit])
    assert "|" not in written
    assert "<details>" not in written


# --- HTML


def test_the_page_is_whole_and_reaches_for_nothing(audit):
    written = render("html", [hostile(audit)])
    page = LexborHTMLParser(written)
    assert not page.css("script, img, link, iframe, object, form, base")
    assert "default-src 'none'" in page.css_first("meta[http-equiv]").attributes["content"]
    assert "url(" not in page.css_first("style").text()
    assert "@import" not in page.css_first("style").text()


def test_only_web_addresses_become_links(audit):
    for link in LexborHTMLParser(render("html", [hostile(audit)])).css("a"):
        assert link.attributes["href"].startswith(("https://", "http://", "#"))
    assert LexborHTMLParser(render("html", [audit])).css("a[href^='https://harbourwatch.example/']")


def test_every_link_within_the_page_leads_somewhere(audit, offline_audit):
    page = LexborHTMLParser(render("html", [audit, offline_audit]))
    targets = {node.attributes["id"] for node in page.css("[id]")}
    inner = [link.attributes["href"][1:] for link in page.css("a[href^='#']")]
    assert set(inner) == targets
    assert len(page.css("[id]")) == len(targets)


def test_the_draft_stands_whole_on_the_page_with_its_claims_marked(audit):
    text = LexborHTMLParser(render("html", [audit])).css_first(".text")
    assert text.text() == audit.article.text.rstrip("\r")
    assert [link.text() for link in text.css("a")] == [claim.text for claim in audit.claims]
    assert text.css_first(".furniture").text() == "Skip to main content"


def test_the_inner_of_two_claims_has_the_say(audit):
    outer, inner = audit.claims[0], audit.claims[1]
    inner = replace(inner, spans=(Span(outer.spans[0].start + 4, outer.spans[0].start + 8),))
    text = LexborHTMLParser(render("html", [replace(audit, claims=(outer, inner))])).css_first(".text")
    assert [link.attributes["href"] for link in text.css("a")] == ["#d1-C1", "#d1-C2", "#d1-C1"]


def test_a_passage_that_is_not_there_is_not_quoted(audit):
    hop = audit.claims[0].hops[0]
    lacking = replace(hop, passage=replace(hop.passage, status=PassageStatus.ABSENT))
    page = LexborHTMLParser(render("html", [replace(audit, claims=(replace(audit.claims[0], hops=(lacking,)),))]))
    assert not page.css("blockquote")
    assert "this claim was not found on the page" in page.body.text()


def test_a_page_about_nothing_marks_nothing(empty_audit):
    page = LexborHTMLParser(render("html", [empty_audit]))
    assert not page.css(".claim, .finding, .text")
    assert page.css_first("title").text() == "provaudit: drafts/quiet.txt"


# --- graphviz

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|->|[\[\]{};,=]|[A-Za-z_.]\w*|\s+')


def tokens(text):
    """The words of the DOT language; fails where something is none."""
    found, at = [], 0
    while at < len(text):
        token = TOKEN.match(text, at)
        assert token, text[at : at + 40]
        found.append(token[0])
        at = token.end()
    return [token for token in found if token.strip()]


def test_the_graph_is_well_formed_whatever_the_names(audit):
    words = tokens(
        render("dot", [replace(hostile(audit), sources=tuple(replace(s, name='a"b\\') for s in audit.sources))])
    )
    assert words[:3] == ["digraph", "provaudit", "{"]
    assert words.count("{") == words.count("}") == 1
    assert words.count("[") == words.count("]")


def test_the_graph_has_an_edge_for_every_step(audit):
    written = render("dot", [audit])
    for edge in ('"D1" -> "D1.S1"', '"D1.S1" -> "D1.S2"', '"D1" -> "D1.S3"', '"D1" -> "D1.S5"', '"D1.S5" -> "D1.S4"'):
        assert edge in written


def test_every_node_of_an_edge_is_drawn(audit, offline_audit):
    written = render("dot", [audit, offline_audit])
    drawn = set(re.findall(r'^  ("D[\d.S]+") \[', written, re.MULTILINE))
    assert set(re.findall(r'("D[\d.S]+") ->', written)) | set(re.findall(r'-> ("D[\d.S]+")', written)) <= drawn


def test_outlets_side_by_side_each_have_an_edge_from_the_draft(audit):
    hops = (Hop(1, "A1", "S1"), Hop(1, "A1", "S5"), Hop(2, "A1", "S3"))
    written = render("dot", [replace(audit, claims=(replace(audit.claims[0], hops=hops),))])
    assert '"D1" -> "D1.S1"' in written
    assert '"D1" -> "D1.S5"' in written
    assert '"D1.S5" -> "D1.S3"' in written
    assert '"D1.S1" -> "D1.S5"' not in written


def test_a_draft_with_no_chain_is_a_lone_node(empty_audit):
    assert "->" not in render("dot", [empty_audit])


# --- PROV


def read_prov(text):
    from prov.model import ProvDocument

    return ProvDocument.deserialize(io.StringIO(text), format="json")


def test_prov_reads_back_with_its_entities_agents_and_derivations(audit):
    from prov.model import ProvAgent, ProvDerivation, ProvEntity

    document = read_prov(render("prov", [audit]))
    names = {str(record.identifier) for record in document.get_records(ProvEntity)}
    assert {"provaudit:d1", "provaudit:d1.C1", "provaudit:d1.page1", "provaudit:d1.page2"} <= names
    assert len(list(document.get_records(ProvAgent))) == len(audit.sources) + 1
    derived = {
        tuple(str(value) for _, value in record.formal_attributes[:2])
        for record in document.get_records(ProvDerivation)
    }
    assert ("provaudit:d1.C1", "provaudit:d1.page1") in derived
    assert ("provaudit:d1.page1", "provaudit:d1.page2") in derived


def test_prov_survives_a_round_trip(audit, offline_audit):
    document = read_prov(render("prov", [audit, offline_audit]))
    assert read_prov(document.serialize(format="json")) == document


def test_prov_names_only_what_it_declares(audit, offline_audit, empty_audit):
    written = json.loads(render("prov", [audit, offline_audit, empty_audit]))
    declared = {name for kind in ("entity", "agent", "activity") for name in written.get(kind, {})}
    used = {
        value
        for kind in ("wasDerivedFrom", "wasAttributedTo", "hadMember", "used", "wasAssociatedWith")
        for relation in written.get(kind, {}).values()
        for key, value in relation.items()
        if key
        in ("prov:entity", "prov:agent", "prov:generatedEntity", "prov:usedEntity", "prov:collection", "prov:activity")
    }
    assert used <= declared


def test_a_document_is_a_primary_source_and_nobody_to_attribute_to(audit):
    paper = replace(audit.sources[2], kind=SourceKind.DOCUMENT, name="the harbour board's minutes")
    claim = replace(audit.claims[2], hops=(Hop(1, "A4", "S3"),))
    written = json.loads(render("prov", [replace(audit, sources=(paper,), claims=(claim,))]))
    assert written["entity"]["provaudit:d1.S3"]["prov:label"] == "the harbour board's minutes"
    assert "wasAttributedTo" not in written
    [derived] = written["wasDerivedFrom"].values()
    assert derived["prov:usedEntity"] == "provaudit:d1.S3"
    assert derived["prov:type"]["$"] == "prov:PrimarySource"


def test_prov_derives_nothing_where_nothing_was_found(offline_audit):
    assert "wasDerivedFrom" not in json.loads(render("prov", [offline_audit]))


def test_without_the_prov_package_one_line_says_what_to_do(audit, monkeypatch):
    monkeypatch.setitem(sys.modules, "prov.model", None)
    with pytest.raises(UsageError, match=r"pip install 'provaudit\[prov\]'"):
        render("prov", [audit])


# --- schema.org


def graph(*audits):
    return json.loads(render("jsonld", audits))


def test_the_article_cites_its_pages_and_is_based_on_those_that_hold_the_claims(audit):
    article = graph(audit)
    assert (article["@context"], article["@type"]) == ("https://schema.org", "NewsArticle")
    assert article["isBasedOn"] == [
        "https://harbourwatch.example/2026/03/fees",
        "https://aldmouthledger.example/news/mooring",
    ]
    assert [entry.get("url") for entry in article["citation"][:2]] == article["isBasedOn"]


def test_a_page_that_lacks_the_claim_is_cited_but_nothing_is_based_on_it(audit):
    hop = audit.claims[0].hops[0]
    lacking = replace(hop, passage=replace(hop.passage, status=PassageStatus.ABSENT))
    article = graph(replace(audit, claims=(replace(audit.claims[0], hops=(lacking,)),)))
    assert article["citation"][0]["url"] == "https://harbourwatch.example/2026/03/fees"
    assert "isBasedOn" not in article


def test_nothing_is_based_on_a_page_whose_passage_was_not_looked_for(audit):
    unread = replace(audit.claims[0].hops[0], passage=None)
    assert "isBasedOn" not in graph(replace(audit, claims=(replace(audit.claims[0], hops=(unread,)),)))


def test_a_page_that_was_not_reached_is_no_citation(audit):
    gone = replace(audit.claims[0].hops[0], outcome=Outcome.GONE)
    article = graph(replace(audit, claims=(replace(audit.claims[0], hops=(gone,)),)))
    assert not any("harbourwatch.example/2026" in entry.get("url", "") for entry in article["citation"])


def test_nameless_sources_are_not_cited_and_unknown_facts_left_out(audit, empty_audit):
    assert not any("official" in entry.get("name", "") for entry in graph(audit)["citation"])
    assert set(graph(empty_audit)) == {"@context", "@type", "identifier", "headline"}


def test_several_drafts_are_one_graph(audit, empty_audit):
    assert len(graph(audit, empty_audit)["@graph"]) == 2


# --- manuals


def test_a_manual_is_shown_whole_and_wrapped():
    for rule in RULES:
        shown = rule_view(rule, RenderOptions(width=60))
        assert shown.startswith(f"{rule.id} {rule.name}")
        assert max(map(len, shown.splitlines())) <= 60
        words = " ".join(shown.split())
        for part in (rule.manual.flags, rule.manual.why, rule.manual.guideline, rule.manual.remedy):
            assert " ".join(part.split()) in words


def test_all_rules_are_one_line_each():
    shown = rules_view(RULES).splitlines()
    assert [line[:5] for line in shown] == [rule.id for rule in RULES]
    assert all(len(line) <= 80 for line in shown)


def test_a_manuals_lines_are_joined_and_its_lists_kept():
    assert paragraphs("one\ntwo\n\nthree\n- a\n  b\n- c") == ["one two", "three", "- a b", "- c"]
    assert paragraphs("") == []


def test_an_outlet_is_shown_with_what_is_known_and_no_more():
    domains = (
        Domain("new.example", since="2019"),
        Domain("old.example", until="2019"),
        Domain("mid.example", "2001", "2009"),
    )
    outlet = Outlet("watch", "Harbour Watch", OutletKind.BLOG, ("HW",), ("@hw",), domains, country="GB")
    shown = outlet_view("HW", [outlet], RenderOptions(width=100))
    assert "Harbour Watch (watch)" in shown
    assert "new.example (since 2019), old.example (until 2019), mid.example (2001 to 2009)" in shown
    assert "owner" not in shown
    assert "may mean" not in shown


def test_the_foremost_of_a_shared_name_says_so():
    foremost = Outlet("a", "The Bulletin", foremost=("The Bulletin",))
    shown = outlet_view("Bulletin", [foremost, Outlet("b", "Bulletin")], RenderOptions(width=100))
    assert shown.count("meant by The Bulletin where nothing else tells") == 1


def test_a_name_of_several_outlets_or_none_says_so():
    outlets = [Outlet("a", "The Bulletin"), Outlet("b", "Bulletin")]
    assert "“Bulletin” may mean 2 outlets." in outlet_view("Bulletin", outlets)
    assert outlet_view("x\x1b[31m", []) == "“x\\x1b[31m” is not in the registry.\n"
