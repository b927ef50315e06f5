"""The catalogue is the one that was agreed, each rule has a whole manual, and its examples do what they say."""

import re
from itertools import permutations

import pytest

from provaudit.model import Severity
from provaudit.rules import RULES, Scope, judge
from provaudit.rules.rule import HEADINGS, in_order, number_duplicates, parse_manual, rule_of
from tests.rules.offline import offline, pointed_at

AGREED = """
PA101 vague-media error L
PA102 unattributed-quote error L
PA103 late-speaker warning L
PA104 run-on-speakers warning L
PA105 weasel-attribution warning L
PA106 unsourced-claim info L
PA107 undescribed-outlet info L
PC501 circular error U
PC502 false-independence warning U
PC503 wikipedia-source warning L
PL601 link-only warning L
PL602 source-not-linked info L
PL603 link-mismatch warning L
PN201 bare-anonymous error L
PN202 anonymity-unexplained warning L
PN203 plural-single-source warning U
PN204 laundered-anonymous error U
PQ401 quote-drift error U
PQ402 truncated-qualifier warning U
PQ403 misattributed error U
PQ404 fact-drift error U
PS301 second-hand-only warning L
PS302 single-source info L
PS303 quote-via-outlet error U
PS304 uncredited-origin warning U
PS305 mixed-ownership info L
PS306 unverified-not-flagged info L
PS307 unlisted-source info L
PX901 upstream-unreachable info state
PX902 unused-suppression warning state
"""
BY_ID = {rule.id: rule for rule in RULES}
FROM_THE_DRAFT = [rule.id for rule in RULES if rule.scope is Scope.DRAFT]
WHOLE = """PA199 some-thing: it is so.

What it flags
    This.

Why it matters
    That.

Guideline
    Theirs.

Flagged
    One.

    Two.

Passes
    Three.

What to do
    Mend it.
"""


def test_the_catalogue_is_the_agreed_one():
    mine = [f"{rule.id} {rule.name} {rule.severity.value} {rule.scope.value}" for rule in RULES]
    assert mine == AGREED.strip().splitlines()


def test_ids_and_names_are_unique():
    assert len({rule.id for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


def test_each_rule_lives_in_the_file_of_its_name():
    for rule in RULES:
        assert rule.check.__module__ == f"provaudit.rules.{rule.name.replace('-', '_')}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_its_manual_is_whole(rule):
    manual = rule.manual
    for text in (
        manual.summary,
        manual.flags,
        manual.why,
        manual.guideline,
        manual.flagged,
        manual.passes,
        manual.remedy,
    ):
        assert text.strip()
        assert text.rstrip().endswith((".", '"', "Reuters", ")"))
    assert "\n" not in manual.summary


def example(text):
    """An example as a draft: its lines joined to paragraphs."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text)) + "\n"


def how(rule, text):
    return {
        "form": "markdown" if rule.startswith("PL") or "](" in text else "text",
        "publisher": "Harlow Herald" if rule == "PS305" else None,
    }


@pytest.mark.parametrize("rule", FROM_THE_DRAFT)
def test_its_flagged_example_is_flagged(rule):
    text = example(BY_ID[rule].manual.flagged)
    assert pointed_at(rule, text, **how(rule, text)) != []


@pytest.mark.parametrize("rule", FROM_THE_DRAFT)
def test_its_passing_example_passes(rule):
    text = example(BY_ID[rule].manual.passes)
    assert pointed_at(rule, text, **how(rule, text)) == []


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_manual_without_a_heading_is_refused(heading):
    with pytest.raises(ValueError, match="headings"):
        parse_manual(WHOLE.replace(f"{heading}\n", ""), "it is so.")


def test_a_manual_out_of_order_is_refused():
    swapped = WHOLE.replace("Guideline", "X").replace("Why it matters", "Guideline").replace("X", "Why it matters")
    with pytest.raises(ValueError, match="headings"):
        parse_manual(swapped, "it is so.")


def test_a_heading_without_text_is_refused():
    with pytest.raises(ValueError, match="each with text"):
        parse_manual(WHOLE.replace("    Mend it.\n", ""), "it is so.")


@pytest.mark.parametrize("docstring", [None, "", "A rule.", "PA1 x: it is so.", "PA101 Vague Media: it is so."])
def test_a_module_without_id_and_name_is_no_rule(docstring):
    with pytest.raises(ValueError, match="begins with its id"):
        rule_of(docstring, severity=Severity.INFO, scope=Scope.DRAFT, check=lambda _case: iter(()))


def test_a_manual_keeps_its_paragraphs():
    assert parse_manual(WHOLE, "it is so.").flagged == "One.\n\nTwo."


DRAFT = (
    "Media reports say the mayor will go. Critics say she should.\n\nThe deal is off, a source said.\n\n"
    "The council met.\n\nMedia reports say the mayor will go."
)


def test_findings_do_not_depend_on_the_order_of_the_rules():
    case = offline(DRAFT)
    speaking = [rule for rule in RULES if list(rule.findings(case))]
    assert len(speaking) >= 3
    expected = judge(case)
    for order in permutations(speaking):
        found = [finding for rule in order for finding in rule.findings(case)]
        assert tuple(number_duplicates(sorted(found, key=in_order))) == expected


def test_all_fingerprints_of_a_draft_are_unique():
    prints = [finding.fingerprint for finding in judge(offline(DRAFT))]
    assert len(set(prints)) == len(prints)


def test_every_finding_points_into_the_text_and_has_one_line():
    case = offline(DRAFT)
    for finding in judge(case):
        assert finding.span is None or case.article.words(finding.span).strip()
        assert "\n" not in finding.message
        assert finding.place.line >= 1
        assert finding.place.column >= 1
