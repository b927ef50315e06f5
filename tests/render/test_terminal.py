"""The terminal view: what people judge first."""

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from provaudit.model import (
    Claim,
    Drift,
    DriftKind,
    End,
    Hop,
    Outcome,
    Outlet,
    PassageStatus,
    Place,
    Source,
    SourceKind,
    Span,
    Tier,
    Tried,
)
from provaudit.render import RenderOptions, render, render_extracts
from provaudit.render.screen import Screen, carries

ESCAPE = "\x1b"


def view(*audits, **options):
    return render("text", audits, options=RenderOptions(**options))


def lines(*audits, **options):
    return view(*audits, **options).splitlines()


def with_claim(audit, **changes):
    return replace(audit, claims=(replace(audit.claims[0], **changes),))


# --- what is said


def test_each_claim_has_its_line_its_hand_and_its_chain_from_draft_to_origin(audit):
    shown = view(audit)
    start = shown.index('   7  Skippers "warmly applauded" the first rise')
    assert (
        start
        < shown.index("third-hand", start)
        < shown.index("Harbour Watch", start)
        < shown.index("Aldmouth Ledger", start)
    )


def test_where_stated_and_traced_differ_both_are_told(audit):
    assert "third-hand (stated 2, traced 3)" in view(audit)


def test_where_they_agree_or_nothing_was_traced_neither_is_told(audit, offline_audit):
    assert "traced" not in "\n".join(lines(replace(audit, claims=audit.claims[1:])))
    assert "traced" not in view(offline_audit, offline=True)


def test_a_lower_bound_is_told_as_one_and_only_where_it_says_more_than_the_draft(audit):
    assert "second-hand (stated 2, traced 3+)" in view(with_claim(audit, traced=3, end=End.DEAD))
    assert "traced" not in view(with_claim(audit, stated=3, traced=2, end=End.DEAD))


@pytest.mark.parametrize(
    ("outcome", "tried", "said"),
    [
        (Outcome.FOUND, (Tried(Tier.WORDPRESS, Outcome.FOUND),), "found through the site's WordPress index"),
        (
            Outcome.NOT_FOUND,
            (Tried(Tier.LINK, Outcome.NOT_FOUND), Tried(Tier.FEED, Outcome.ABSENT)),
            "not found (tried link)",
        ),
        (Outcome.BLOCKED_ROBOTS, (), "refused by robots.txt"),
        (Outcome.PAYWALLED, (), "behind a paywall"),
        (Outcome.GONE, (), "gone"),
        (Outcome.LIMIT, (), "a limit of this run was reached"),
    ],
)
def test_how_a_page_was_found_or_why_not_is_told(audit, outcome, tried, said):
    assert said in view(with_claim(audit, hops=(Hop(1, "A1", "S1", outcome, tried),), end=End.DEAD))


def test_offline_every_outlet_says_that_it_was_not_followed(offline_audit):
    shown = view(offline_audit, offline=True)
    assert shown.count("not followed (offline)") == 4
    assert "Offline: no chain was followed beyond this draft." in shown


def test_an_ambiguous_name_says_whom_it_may_mean(offline_audit):
    papers = tuple(Outlet(f"p{number}", f"Paper {number}") for number in range(1, 6))
    hop = offline_audit.claims[0].hops[0]
    ambiguous = replace(
        offline_audit,
        sources=tuple(
            replace(one, outlet=None, candidates=papers) if one.id == hop.source else one
            for one in offline_audit.sources
        ),
    )
    shown = " ".join(view(ambiguous, offline=True, width=200).split())
    assert "may mean 5 outlets: Paper 1, Paper 2, Paper 3 and 2 others; not followed (offline)" in shown
    assert "may mean" not in view(offline_audit, offline=True)


def test_a_passage_and_its_drift_stand_under_the_page(audit):
    shown = view(audit)
    assert "altered: “politely applauded”" in shown
    assert "drift in words: draft “warmly applauded”, page “politely applauded”" in shown
    assert "cut short: the page goes on “but not the second”" in shown


def test_words_left_out_and_words_added_are_told_apart(audit):
    hop = audit.claims[1].hops[1]
    drift = (Drift(DriftKind.WORDS, "", "improper"), Drift(DriftKind.HEDGE, "surely", ""))
    shown = view(with_claim(audit, hops=(replace(hop, drift=drift),)))
    assert "drift in words: the draft leaves out “improper”" in shown
    assert "drift in hedge: the draft adds “surely”" in shown


def test_a_long_detail_has_a_line_of_its_own_and_a_short_one_has_not(audit):
    hop = Hop(1, "A1", "S1", Outcome.GONE, detail="410")
    assert "· gone (410)\n" in view(with_claim(audit, hops=(hop,), end=End.DEAD))
    shown = view(
        with_claim(
            audit, hops=(replace(hop, detail="https://harbourwatch.example/a/long/way: gone (410)"),), end=End.DEAD
        )
    )
    assert "· gone\n         https://harbourwatch.example/a/long/way: gone (410)\n" in shown


def test_why_a_page_was_taken_is_told_to_those_who_ask(audit):
    hop = replace(audit.claims[0].hops[0], detail="a link of the draft beside the words of the claim")
    told = with_claim(audit, hops=(hop,))
    assert "beside the words of the claim" in view(told, verbose=True)
    assert "beside the words of the claim" not in view(told)


def test_a_page_that_lacks_the_claim_says_so_and_quotes_nothing(audit):
    hop = audit.claims[0].hops[0]
    lacking = replace(hop, passage=replace(hop.passage, status=PassageStatus.ABSENT, text=""))
    shown = view(with_claim(audit, hops=(lacking,), end=End.NOT_FOUND))
    assert "this claim was not found on the page" in shown
    assert "“”" not in shown


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (End.ORIGIN, "origin"),
        (End.VAGUE, "ends at a vague source"),
        (End.ANONYMOUS, "ends at an unnamed source"),
        (End.LOOP, "comes back to where it was: a loop"),
        (End.DEAD, "ends here: the page is dead"),
    ],
)
def test_the_last_hop_tells_how_the_chain_ends(audit, end, said):
    shown = view(with_claim(audit, hops=(Hop(1, "A1", "S3"),), end=end, origin="S3"))
    assert f"Petra Voss · {said}\n" in shown


def test_a_chain_without_hops_still_says_how_it_ends(audit):
    assert "no source named · ends at a vague source" in view(with_claim(audit, hops=(), end=End.VAGUE, origin=None))


def test_an_origin_beyond_the_last_hop_is_drawn(audit):
    shown = view(with_claim(audit, hops=(Hop(1, "A1", "S1", Outcome.FOUND),), end=End.ORIGIN, origin="S3"))
    assert "└─ Petra Voss · origin" in shown


def test_outlets_side_by_side_are_branches_of_one_step(audit):
    hops = (Hop(1, "A1", "S1"), Hop(1, "A1", "S5"), Hop(2, "A1", "S3"))
    shown = lines(with_claim(audit, hops=hops, end=End.NOT_FOLLOWED))
    drawn = [line for line in shown if re.match(r" {6,}[├└│]", line)]
    assert [line[:9].rstrip() for line in drawn] == ["      ├─", "      └─", ""]
    assert drawn[2].startswith("         └─ Petra Voss")


def test_findings_come_worst_first_and_then_in_the_order_of_the_draft(audit):
    places = re.findall(r"^drafts/port-fees.txt:(\d+):\d+ (\w+)", view(audit), re.MULTILINE)
    assert places == [("7", "error"), ("13", "error"), ("5", "warning"), ("1", "info")]


def test_the_summary_is_said_as_a_person_would(audit):
    shown = view(audit, width=140)
    assert (
        "5 claims: 1 first-hand, 1 second-hand, 2 third-hand, 1 of unknown hand. "
        "3 outlets cited, 2 to 3 independent origins."
    ) in " ".join(shown.split())
    assert "2 errors, 1 warning, 1 info; 1 suppressed." in shown


def test_one_of_anything_is_singular(audit):
    one = replace(audit.independence, outlets_cited=1, lower=1, upper=1)
    shown = view(replace(audit, claims=audit.claims[2:3], independence=one, findings=audit.findings[:1], suppressed=()))
    assert "1 claim: 1 first-hand. 1 outlet cited, 1 origin" in shown
    assert "1 error." in shown


def test_a_draft_without_claims_or_findings_says_so_and_draws_nothing(empty_audit):
    assert lines(empty_audit) == [
        f"── drafts/quiet.txt {'─' * 60}",
        "",
        "No claim with a source was found.",
        "No findings.",
    ]


def test_several_drafts_have_a_section_each_and_a_total(audit, empty_audit):
    shown = view(audit, empty_audit, several=True, failures=(("gone.txt", "no such file"),))
    assert shown.count("── drafts/") == 2
    assert "not audited: gone.txt: no such file" in shown
    assert "2 drafts, 1 not audited. 5 claims" in shown


def test_one_draft_has_no_total(audit):
    assert "total" not in view(audit)


def test_quiet_leaves_out_the_chains_and_nothing_else(audit):
    shown = view(audit, quiet=True)
    assert "└─" not in shown
    assert "PA101" in shown
    assert "5 claims" in shown


def test_verbose_adds_the_ways_that_were_tried_and_what_was_suppressed(audit):
    assert "tried link: gone, 410" in view(audit, verbose=True)
    assert "read 2026-03-05T09:30:00Z, archived at" in view(audit, verbose=True)
    assert "archived at" not in view(audit)
    assert "suppressed (inline) line 11 PN202 anonymity-unexplained: the editor knows the name" in " ".join(
        view(audit, verbose=True).split()
    )
    assert "tried link" not in view(audit)
    assert "PN202" not in view(audit)


def test_the_readers_notes_are_left_to_stderr_unless_asked_for(audit):
    assert "Windows-1252" in view(audit, notes=True)
    assert "Windows-1252" not in view(audit)


# --- how it looks


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140])
def test_no_line_is_wider_than_the_screen(audit, offline_audit, width):
    for options in ({"verbose": True}, {"offline": True}, {"unicode": False}):
        assert max(cell_len(line) for line in lines(audit, offline_audit, width=width, **options)) <= width


def test_lines_have_no_blanks_at_their_ends_and_no_two_empty_lines_meet(audit, offline_audit):
    shown = view(audit, offline_audit)
    assert not re.search(r"[ \t]+$", shown, re.MULTILINE)
    assert "\n\n\n" not in shown


def test_without_colour_there_is_no_escape_sequence(audit):
    assert ESCAPE not in view(audit)


def test_colour_changes_nothing_but_colour(audit):
    colored = view(audit, color=True)
    assert ESCAPE in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == view(audit)


def test_an_encoding_without_boxes_gets_ascii(audit):
    own = replace(audit, findings=(), article=replace(audit.article, title="Plain"))
    assert view(own, unicode=False).isascii()
    assert not view(own, unicode=True).isascii()


@pytest.mark.parametrize(
    ("encoding", "good"), [("utf-8", True), ("ascii", False), ("latin-1", False), ("no-such", False), (None, False)]
)
def test_whether_an_encoding_carries_the_glyphs_is_told(encoding, good):
    assert carries(encoding) is good


def test_wide_characters_keep_the_right_edge(audit):
    wide = "港の料金は二度上がった、と港湾監視は伝えた。👩‍👧 船主は拍手した、と新聞は書いた。" * 2
    for text in (wide, "é" * 90, "e\u0301" * 90, "word " * 30):
        shown = lines(with_claim(audit, text=text))
        claim = next(line for line in shown if line.startswith("   5  "))
        assert claim.endswith("third-hand (stated 2, traced 3)")
        assert cell_len(claim) == 80


def test_a_claim_is_cut_between_words(audit):
    shown = lines(with_claim(audit, traced=None, end=End.NOT_FOLLOWED, text="seven sailors " * 20))
    assert next(line for line in shown if line.startswith("   5")).split("  ")[2].endswith(("sailors…", "seven…"))


def test_where_there_is_no_room_at_all_nothing_is_squeezed_in():
    screen = Screen(RenderOptions())
    assert [screen.cut("港料金", room) for room in (0, 1, 2, 3, 5, 6)] == ["", "…", "…", "港…", "港料…", "港料金"]


def test_a_very_long_word_is_cut_rather_than_lost(audit):
    shown = lines(with_claim(audit, text="x" * 500))
    assert "xxxxxxxxxx…" in "\n".join(shown)


# --- what drafts and pages may hold


HOSTILE = "\x1b[31mred\x1b[0m \x9b31m \u202eesrever\u202c [bold]not bold[/bold] [link=x]y[/] :smile: \x07\x00 a\tb\nc\rd \ud800"


def hostile(audit):
    article = replace(audit.article, title=HOSTILE, byline=HOSTILE, path=f"drafts/{HOSTILE}", notes=(HOSTILE,))
    hop = audit.claims[0].hops[0]
    page = replace(hop.page, url=f"https://x.example/{HOSTILE}", article=replace(hop.page.article, published=HOSTILE))
    hop = replace(
        hop, page=page, passage=replace(hop.passage, text=HOSTILE, prefix=HOSTILE, suffix=HOSTILE), detail=HOSTILE
    )
    finding = replace(audit.findings[0], message=HOSTILE)
    return replace(
        audit,
        article=article,
        sources=tuple(replace(source, name=HOSTILE) for source in audit.sources),
        claims=(replace(audit.claims[0], text=HOSTILE, hops=(hop, *audit.claims[0].hops[1:])), *audit.claims[1:]),
        findings=(finding, *audit.findings[1:]),
    )


def test_hostile_text_is_shown_and_does_nothing(audit):
    shown = view(hostile(audit), notes=True, verbose=True, failures=((HOSTILE, HOSTILE),))
    assert not set(shown) & set("\x1b\x9b\x07\x00\t\r\u202e\u202c\ud800")
    assert "\\x1b[31mred" in shown
    assert "[bold]not bold[/bold]" in view(hostile(audit), width=112)
    assert ":smile:" in shown


def test_hostile_text_in_colour_brings_no_escape_of_its_own(audit):
    ours = set(re.findall(r"\x1b\[[0-9;]*m", view(audit, color=True, verbose=True)))
    theirs = view(hostile(audit), color=True, verbose=True, width=112)
    assert set(re.findall(r"\x1b\[?[^m]*m?", theirs)) <= ours
    assert "[bold]not bold[/bold]" in theirs


# --- extract


def test_an_extract_shows_who_says_what_and_nests(audit):
    shown = render_extracts("text", [audit]).splitlines()
    ledger = next(index for index, line in enumerate(shown) if "└─ Aldmouth Ledger · said" in line)
    assert "Harbour Watch · according to" in shown[ledger - 2]
    assert shown[ledger + 1].strip() == '“Skippers "warmly applauded" the first rise”'
    assert "a port official · told (Coastal Courier)" in "\n".join(shown)


def test_an_extract_without_attributions_says_so(empty_audit):
    assert "No attribution was found." in render_extracts("text", [empty_audit])


def test_an_extract_says_nothing_of_hands_chains_or_findings(audit):
    shown = render_extracts("text", [audit])
    assert not re.search(r"first-hand|origin|PA101|claims", shown)


def test_on_a_narrow_screen_a_claim_keeps_its_words_and_its_hand_stands_below(audit):
    shown = view(audit, width=40).splitlines()
    hands = [at for at, line in enumerate(shown) if "stated" in line]
    assert hands
    for at in hands:
        assert shown[at].strip().startswith(("first", "second", "third", "fourth", "unknown"))
        assert len(shown[at - 1].split()) > 3


def test_on_a_narrow_screen_a_rule_is_named_in_full(audit):
    shown = view(audit, width=40)
    assert all(f"{finding.rule} {finding.name}" in shown for finding in audit.findings)


@pytest.mark.parametrize("width", [40, 80, 140])
def test_no_line_of_an_extract_is_wider_than_the_screen(audit, width):
    shown = render_extracts("text", [audit, hostile(audit)], options=RenderOptions(width=width))
    assert max(cell_len(line) for line in shown.splitlines()) <= width


def test_a_deep_chain_stays_on_the_screen(audit):
    sources = tuple(Source(f"S{number}", SourceKind.OUTLET, f"Outlet number {number}") for number in range(1, 31))
    hops = tuple(Hop(number, None, f"S{number}", Outcome.FOUND) for number in range(1, 31))
    claim = Claim("C1", "A1", "deep", (Span(0, 4),), Place(1, 1), 1, 30, hops, End.LIMIT)
    shown = lines(replace(audit, sources=sources, claims=(claim,)))
    assert max(cell_len(line) for line in shown) <= 80
    assert "└─ Outlet number 30 page reached; ends here: a limit of this run was reached" in " ".join(
        "\n".join(shown).split()
    )
