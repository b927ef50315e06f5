"""What the judge promises, whatever the rules are."""

import pytest

from provaudit.model import Severity
from provaudit.rules import judge, judged_rules, suppress
from tests.rules.build import anonymous, article, case, vague

TEXT = "Media reports say the mayor will go.\n\nThe deal is off, a source said.\n\nMedia reports say the mayor will go."
CASE = case(TEXT, vague("Media reports", "say", "the mayor will go"), anonymous("a source", "said", "The deal is off"))


def test_findings_come_by_place_then_rule():
    places = [(finding.place, finding.rule) for finding in judge(CASE)]
    assert places == sorted(places)
    assert len(places) >= 3


def test_only_the_selected_rules_speak():
    assert {finding.rule for finding in judge(CASE, only=frozenset({"PN201"}))} == {"PN201"}


def test_a_severity_can_be_set_anew():
    (finding,) = judge(CASE, only=frozenset({"PN201"}), severities={"PN201": Severity.INFO})
    assert finding.severity is Severity.INFO


def test_two_findings_of_the_same_words_have_fingerprints_of_their_own():
    first, second = judge(CASE, only=frozenset({"PA101"}))
    assert second.fingerprint == f"{first.fingerprint}-2"


def test_a_fingerprint_stays_when_lines_move_and_quote_marks_change():
    moved = case("A new first paragraph.\n\n" + TEXT.replace("say  the", "say the"))
    before = [finding.fingerprint for finding in judge(CASE, only=frozenset({"PA101"}))]
    assert [finding.fingerprint for finding in judge(moved, only=frozenset({"PA101"}))] == before


GERMAN = "Der Rat tagte am Dienstag drei Stunden lang, und niemand ging nach Hause, denn es ging um die alte Brücke und um das Geld.\n\n„Wir werden für keine weitere Studie über diese Brücke bezahlen.“"


@pytest.mark.parametrize("language", ["de", "de-AT", "fr"])
def test_a_draft_in_another_language_is_not_judged(language):
    assert judge(case(article(GERMAN, language=language))) == ()


@pytest.mark.parametrize("language", [None, "en", "en-GB", "EN", "de"])
def test_an_english_draft_is_judged_whatever_its_metadata_say(language):
    draft = case(article("Media reports say that the mayor will go to the town hall with them.", language=language))
    assert [finding.rule for finding in judge(draft, only=frozenset({"PA101"}))] == ["PA101"]


def test_an_unused_suppression_in_another_language_is_left_alone():
    draft = article(GERMAN, language="de", directives=[("ignore[PA102]", 0)])
    standing, _ = suppress((), draft, judged=judged_rules(case(draft)))
    assert standing == ()


def test_a_few_words_do_not_tell_a_language():
    text = "The mayor went, [sources say](https://a.example/com)."
    draft = case(article(text, language="pt"), anonymous("sources", "say", "The mayor went"))
    assert [finding.rule for finding in judge(draft, only=frozenset({"PN201"}))] == ["PN201"]
