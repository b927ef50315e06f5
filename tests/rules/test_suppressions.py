"""Suppressions: what they cover, what they need, and which of them do nothing (PX902)."""

from dataclasses import replace

import pytest

from provaudit.model import Place, Severity
from provaudit.read import read_bytes
from provaudit.rules import RULES, judge, judged_rules, suppress
from tests.rules.build import article, case, hop, says
from tests.rules.offline import offline

VAGUE = "Media reports say the mayor will go."
ALL = frozenset(rule.id for rule in RULES)
DRAFT = ALL - {"PS302"} - {rule.id for rule in RULES if rule.scope == "U"}


def judged(text, directives, **settings):
    """What stands and what is gone, of PA101 and PX902 alone."""
    draft = case(article(text, directives=directives, path=settings.pop("path", "drafts/a.txt")))
    findings = judge(draft, only=frozenset({"PA101"}))
    settings.setdefault("judged", frozenset({"PA101", "PX902"}))
    standing, gone = suppress(findings, draft.article, **settings)
    return [one.rule for one in standing], [(one.finding.rule, one.by, one.reason) for one in gone]


def test_a_directive_on_its_own_covers_the_next_paragraph():
    text = f"<!-- provaudit: ignore[PA101] agreed -->\n\n{VAGUE}\n\n{VAGUE}"
    assert judged(text, [("ignore[PA101] agreed", 0)]) == (["PA101"], [("PA101", "inline", "agreed")])


def test_a_directive_inside_a_paragraph_covers_that_paragraph():
    text = f"{VAGUE} <!-- provaudit: ignore[PA101] agreed -->\n\n{VAGUE}"
    standing, gone = judged(text, [("ignore[PA101] agreed", len(VAGUE) + 1)])
    assert (standing, gone) == (["PA101"], [("PA101", "inline", "agreed")])


def test_a_directive_may_name_several_rules():
    assert judged(VAGUE, [("ignore[PN201, PA101] agreed", 0)], judged={"PA101"})[1] == [("PA101", "inline", "agreed")]


def test_another_rules_directive_covers_nothing():
    assert judged(VAGUE, [("ignore[PN201]", 0)], judged={"PA101"}) == (["PA101"], [])


def test_a_directive_for_the_file_covers_all_of_it():
    standing, gone = judged(f"{VAGUE}\n\n{VAGUE}", [("ignore-file[PA101] an essay", 0)])
    assert standing == []
    assert gone == [("PA101", "inline", "an essay")] * 2


def test_a_finding_about_the_whole_draft_is_covered_by_the_file_alone():
    draft = offline("The plant will close in May, said Ada Holm.")
    findings = judge(draft, only=frozenset({"PS302"}))
    in_paragraph = replace(draft.article, directives=article("", directives=[("ignore[PS302]", 0)]).directives)
    in_file = replace(draft.article, directives=article("", directives=[("ignore-file[PS302]", 0)]).directives)
    assert len(findings) == 1
    assert suppress(findings, in_paragraph, judged={"PS302"})[0] == findings
    assert suppress(findings, in_file, judged={"PS302"})[0] == ()


def test_off_and_on_enclose_a_stretch():
    text = f"{VAGUE}\n\n{VAGUE}\n\n{VAGUE}"
    second, third = len(VAGUE) + 2, 2 * (len(VAGUE) + 2)
    assert judged(text, [("off[PA101] archive", second), ("on", third)]) == (
        ["PA101", "PA101"],
        [("PA101", "inline", "archive")],
    )


def test_off_without_on_runs_to_the_end():
    assert judged(f"{VAGUE}\n\n{VAGUE}", [("off archive", len(VAGUE) + 2)])[0] == ["PA101"]


def test_on_for_another_rule_ends_nothing():
    assert judged(f"{VAGUE}\n\n{VAGUE}", [("off[PA101]", 0), ("on[PN201]", 5)])[0] == []


def test_without_brackets_all_rules_are_meant():
    assert judged(VAGUE, [("ignore agreed", 0)]) == ([], [("PA101", "inline", "agreed")])


def test_ids_are_read_in_any_case():
    assert judged(VAGUE, [("ignore[pa101] agreed", 0)])[0] == []


def test_a_reason_may_be_asked_for():
    assert judged(VAGUE, [("ignore[PA101]", 0)], require_reason=True) == (["PA101", "PX902"], [])
    assert judged(VAGUE, [("ignore[PA101] agreed", 0)], require_reason=True)[0] == []
    assert judged(VAGUE, [("ignore[PA101]", 0)])[0] == []


def test_an_unused_suppression_is_found_at_its_own_place():
    text = "The mayor walks.\n\n<!-- provaudit: ignore[PA101] agreed -->\n\nThe mayor rests."
    draft = article(text, directives=[("ignore[PA101] agreed", text.index("<!--"))])
    ((finding,), _) = suppress((), draft)
    assert (finding.rule, finding.place, finding.severity) == ("PX902", Place(3, 1), Severity.WARNING)
    assert "PA101" in finding.message


def test_each_rule_of_a_suppression_must_be_needed():
    draft = article(VAGUE, directives=[("ignore[PA101,PN201] agreed", 0)])
    standing, _ = suppress(judge(case(draft), only=frozenset({"PA101"})), draft)
    assert [one.message for one in standing] == ["this suppression of PN201 suppresses nothing: take it out"]


def test_a_rule_that_was_not_selected_may_be_suppressed_in_peace():
    assert judged("The mayor walks.", [("ignore[PN201] agreed", 0)]) == ([], [])


def test_rules_that_need_upstream_are_not_judged_where_nothing_was_followed():
    followed = case("It is, Holm said.", says("Holm", "said", "It is", hops=(hop(outcome="gone"),)))
    offline_ = case("It is, Holm said.", says("Holm", "said", "It is"))
    assert judged_rules(followed) == ALL
    assert "PQ401" not in judged_rules(offline_)
    assert "PA101" in judged_rules(offline_)
    assert judged_rules(followed, only=frozenset({"PQ401"})) == {"PQ401"}


def test_unused_is_silent_where_it_is_itself_not_selected():
    assert judged("The mayor walks.", [("ignore[PA101]", 0)], judged={"PA101"}) == ([], [])


@pytest.mark.parametrize("words", ["ignore[PA999]", "ignore[PA101,XX1] agreed"])
def test_a_rule_that_does_not_exist_is_found(words):
    draft = article(VAGUE, directives=[(words, 0)])
    standing, _ = suppress(judge(case(draft), only=frozenset({"PA101"})), draft)
    assert any("no rule is called" in one.message for one in standing)


@pytest.mark.parametrize("words", ["ignroe[PA101]", "please", "ignorefile[PA101]", ""])
def test_an_instruction_nobody_can_read_is_found(words):
    ((finding,), _) = suppress((), article("The mayor walks.", directives=[(words, 0)]))
    assert "is no instruction" in finding.message


def test_an_unused_suppression_can_be_given_another_severity():
    draft = article("The mayor walks.", directives=[("ignore[PA101]", 0)])
    ((finding,), _) = suppress((), draft, severities={"PX902": Severity.ERROR})
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize("pattern", ["drafts/a.txt", "drafts/*", "*.txt", "a.txt", "drafts", "**/a.txt", "d*/?.txt"])
def test_rules_can_be_ignored_for_files(pattern):
    standing, gone = judged(VAGUE, [], per_file={pattern: ["PA101"]})
    assert standing == []
    assert gone == [("PA101", "config", f"per-file-ignores: {pattern}")]


@pytest.mark.parametrize("pattern", ["drafts/b.txt", "*.md", "raft/a.txt", "drafts/a"])
def test_other_files_are_not(pattern):
    assert judged(VAGUE, [], per_file={pattern: ["PA101"]}) == (["PA101"], [])


def test_a_draft_without_a_path_matches_no_pattern():
    assert judged(VAGUE, [], per_file={"*": ["PA101"]}, path=None) == (["PA101"], [])


FILES = {
    "comment.md": f"<!-- provaudit: ignore[PA101] agreed with the desk -->\n\n{VAGUE}\n",
    "comment.txt": f"<!-- provaudit: ignore[PA101] agreed with the desk -->\n\n{VAGUE}\n",
    "same-paragraph.md": f"{VAGUE} <!-- provaudit: ignore[PA101] agreed with the desk -->\n",
    "inside-the-paragraph.md": f"Nobody knows. <!-- provaudit: ignore[PA101] agreed with the desk --> {VAGUE}\n",
    "front-matter.md": f"---\ntitle: Mayor\nprovaudit: {{ignore: [PA101], reason: agreed with the desk}}\n---\n\n{VAGUE}\n",
    "comment.html": f"<html><body><!-- provaudit: ignore[PA101] agreed with the desk --><p>{VAGUE}</p></body></html>",
}


@pytest.mark.parametrize("name", FILES)
def test_it_works_in_files_as_they_are_written(name):
    draft = read_bytes(FILES[name].encode(), name=name)
    findings = judge(case(draft), only=frozenset({"PA101"}))
    standing, gone = suppress(findings, draft, judged={"PA101", "PX902"})
    assert [one.rule for one in findings] == ["PA101"]
    assert standing == ()
    assert [one.reason for one in gone] == ["agreed with the desk"]


def test_a_paragraph_is_found_without_reading_all_that_stands_before_it(monkeypatch):
    draft = "".join(f"Nell Orde shut lock {n}.\n\n<!-- provaudit: ignore[PA101] -->\n\n" for n in range(60))
    read = read_bytes(draft.encode(), name="draft.md")
    asked = []
    words = type(read).words
    monkeypatch.setattr(type(read), "words", lambda self, span: (asked.append(span), words(self, span))[1])
    standing, _ = suppress((), read)
    assert len(standing) == 60
    assert len(asked) <= 120
