"""Who published first, and what points forward in time."""

import pytest
from drawn_chains import chain, page, text

from provaudit.independence import first_published, forward_edges, groups, publications, same_text
from provaudit.independence.order import is_later


def dated(name, published):
    return name, page(f"https://{name}.test/a", text(name), published)


def test_the_oldest_page_is_first():
    claim = chain("C1", dated("post", "2024-03-05"), dated("mail", "2024-03-02T10:00:00Z"), dated("ap", "2024-03"))
    assert [entry.outlet for entry in publications(claim)] == ["ap", "mail", "post"]
    assert first_published(claim).outlet == "ap"


def test_an_undated_page_is_last_and_never_first():
    claim = chain("C1", dated("post", None), dated("mail", "2024-03-02"))
    assert [entry.outlet for entry in publications(claim)] == ["mail", "post"]
    assert first_published(chain("C1", dated("post", None))) is None


def test_a_page_dated_after_the_one_that_cites_it_is_told():
    claim = chain("C1", dated("post", "2024-03-05"), dated("mail", "2024-03-09"))
    edges = forward_edges([claim, claim])
    assert [(edge.citing, edge.cited) for edge in edges] == [("https://post.test/a", "https://mail.test/a")]


def test_the_draft_cites_forward_too():
    claim = chain("C1", dated("post", "2024-03-05"))
    assert [edge.citing for edge in forward_edges([claim], "2024-03-01")] == [None]
    assert forward_edges([claim], "2024-03-06") == ()
    assert forward_edges([claim]) == ()


@pytest.mark.parametrize(
    ("late", "early"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-06", "2024-03-05"),  # may be one day in two time zones
        ("2024-03-05T10:00:00+02:00", "2024-03-05T09:00:00Z"),
        ("2024-03", "2024-03-01"),
        ("2024", "2024-12-31"),
        ("soon", "2024-03-05"),
        ("2024-13-40", "2024-03-05"),
    ],
)
def test_what_may_be_the_same_day_is_not_later(late, early):
    assert not is_later(late, early)


@pytest.mark.parametrize(
    ("late", "early"),
    [
        ("2024-03-08", "2024-03-05"),
        ("2024-03-05T12:00:00Z", "2024-03-05T09:00:00Z"),
        ("2025", "2024-03"),
        ("2024-05", "2024-03"),
    ],
)
def test_what_is_surely_later_is(late, early):
    assert is_later(late, early)


def test_wire_copy_with_another_headline_is_one_text():
    story = text("wire", 80)
    pages = {
        "https://a.test": f"Bridge to shut. {story}",
        "https://b.test": f"{story} Read more here.",
        "https://c.test": text("own"),
    }
    assert same_text(pages) == (("https://a.test", "https://b.test"),)


def test_two_reports_that_share_a_quotation_are_two_texts():
    shared = "we will close the bridge in May and open it again when the work is done said the mayor"
    pages = {"https://a.test": f"{text('a')} {shared}", "https://b.test": f"{shared} {text('b')}"}
    assert same_text(pages) == ()


def test_two_snippets_are_not_one_text():
    assert same_text({"https://a.test": "Not found on this site.", "https://b.test": "Not found on this site."}) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the bridge will close in May for repairs", "The bridge is to be shut for repair in May"),
        ("Ana Ruiz sold nine boats to the navy", "Ana Ruiz sold nine boats to the navy"),
    ],
)
def test_claims_that_say_the_same_are_grouped(one, other):
    assert len(groups([chain("C1", "post", said=one), chain("C2", "mail", said=other)])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the bridge will close in May for repairs", "the bridge will not close in May for repairs"),
        ("the navy bought 9 boats from Ana Ruiz", "the navy bought 90 boats from Ana Ruiz"),
        ("the bridge will close in May for repairs", "the school will close in June for lack of pupils"),
        ("she left", "she stayed"),
    ],
)
def test_claims_that_differ_are_not_grouped(one, other):
    assert len(groups([chain("C1", "post", said=one), chain("C2", "mail", said=other)])) == 2
