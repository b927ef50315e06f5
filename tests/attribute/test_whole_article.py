"""One article with every kind of attribution, read by each tagger that ships."""

import pytest

from provaudit.attribute import attribute
from provaudit.attribute.rule_tagger import RuleTagger
from provaudit.attribute.tagger import SHIPPED, LearnedTagger
from provaudit.model import AttributionKind
from provaudit.read import read_bytes

ARTICLE = """Report: Governor Met With Dam Builder In 2014

Governor Ann Pell said on several occasions that she had no contact with the builders of the dam during her campaign, but two resurfaced reports from 2014 state that she did meet with one of them at least once.

A Newsmax report from June 2014 stated that Pell spoke to the builder's chairman, Ivo Marek, at a dinner with three other guests in May of that year, on the same day that she gave a speech on water.

The Wall Street Journal released a similar report at the time confirming the dinner and stating that Pell "gladly greeted" Marek and the other guests, according to AmericaBlog.

"I believe a wider valley, and better roads to the east -- at a fair price only -- is possible, quite possible," Pell said in the water speech at the time, according to Newsmax. "Some say the builders won't be fair. I intend to find out."

AmericaBlog states that the treasurer, the water commissioner and two former aides have all had contact with Marek.

Pell has said that she had no dealings with the company's managers, with the exception of two calls after the vote.

"The dam is a ruse," Pell said at a March press conference. "I have nothing to do with the dam. I never took a call from them. I told you this."

"There was no communication between the campaign and any builder during the campaign," Pell spokesperson Hope Lind said on Nov. 11, 2014, according to AmericaBlog.

State House spokesman Sean Park stated on March 15 that no members of the campaign had contact with the builders during the summer, beyond anything that they have been "very clear" about.

The news comes amid reports that county-owned newspapers, formerly friendly to Pell, have released a high number of stories critical of her, notes Politico.

Sources AmericaBlog, Newsmax, Politico / Photo credit: Ivo Holm/Flickr
"""

# (source, its parent's source, how its content begins), in order
EXPECTED = [
    ("Governor Ann Pell", None, "that she had no contact with the builders"),
    ("two resurfaced reports from 2014", None, "that she did meet with one of them"),
    ("A Newsmax report from June 2014", None, "that Pell spoke to the builder's chairman"),
    ("AmericaBlog", None, "The Wall Street Journal released a similar report"),
    ("The Wall Street Journal", "AmericaBlog", "the dinner"),
    ("Newsmax", None, '"I believe a wider valley'),
    ("Pell", "Newsmax", '"I believe a wider valley'),
    ("AmericaBlog", None, "that the treasurer"),
    ("Pell", None, "that she had no dealings"),
    ("Pell", None, '"The dam is a ruse,"'),
    ("AmericaBlog", None, '"There was no communication'),
    ("Pell spokesperson Hope Lind", "AmericaBlog", '"There was no communication'),
    ("State House spokesman Sean Park", None, "that no members of the campaign"),
    ("Politico", None, "The news comes amid reports"),
    ("reports", "Politico", "that county-owned newspapers"),
]


@pytest.fixture(params=["rules", "learned"])
def found(request, registry):
    if request.param == "learned" and not (SHIPPED / "model.onnx").exists():
        pytest.skip("no model is shipped with this checkout")
    tagger = RuleTagger() if request.param == "rules" else LearnedTagger.load()
    return attribute(read_bytes(ARTICLE.encode(), name="dam.txt"), tagger, registry)


def test_every_attribution_of_the_article_comes_out_nested_as_it_is(found):
    sources = {one.id: one.source.text for one in found if one.source}
    said = [(one.source.text, sources.get(one.parent), one.content.text) for one in found if one.content and one.source]
    said = [one for one in said if one[0] != "Report"]
    assert [(source, parent) for source, parent, _ in said] == [(source, parent) for source, parent, _ in EXPECTED]
    for (_, _, content), (_, _, begins) in zip(said, EXPECTED, strict=True):
        assert content.startswith(begins)


def test_resumed_quotations_are_one_content_of_two_spans(found):
    resumed = [one for one in found if one.content and one.content.text.endswith(('find out."', 'told you this."'))]
    assert [len(one.content.spans) for one in resumed] == [2, 2, 2]


def test_the_governor_is_one_person_and_the_reports_nobody(found):
    meant = {one.source.text: one.source.refers_to for one in found if one.source}
    assert meant["Governor Ann Pell"] == meant["Pell"] == "Ann Pell"
    assert meant["two resurfaced reports from 2014"] is None


def test_the_credit_line_names_its_outlets_and_no_photographer(found):
    credited = [one.source.text for one in found if one.kind is AttributionKind.CREDIT]
    assert credited == ["AmericaBlog", "Newsmax", "Politico"]
