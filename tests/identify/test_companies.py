"""A company that is named as a person would be, and the people whom companies are no match for."""

import pytest

from provaudit.identify import companies
from provaudit.model import Link, SourceKind, Span

COMPANY, PERSON = SourceKind.ORGANISATION, SourceKind.PERSON


@pytest.mark.parametrize("name", ["Redfin", "Ryanair", "Lidl", "Eli Lilly", "Petrobras", "Novo Nordisk", "Infosys"])
def test_a_well_known_company_is_an_organisation(source_of, name):
    assert (source_of(name).kind, source_of(name).name) == (COMPANY, name)


@pytest.mark.parametrize("name", ["Halden Inc", "Bremmer GmbH", "Oakleaf Biotech", "Tarn & Co", "Ostrava Ventures"])
def test_a_company_s_suffix_tells_it(source_of, name):
    assert source_of(name).kind == COMPANY


@pytest.mark.parametrize("phrase", ["AG Lena Marsh", "Amanda Lilly", "Karl Ventura"])
def test_a_person_with_such_a_word_is_a_person(source_of, phrase):
    assert source_of(phrase).kind == PERSON


@pytest.mark.parametrize(
    "text",
    [
        "Shares of Quillon fell. Quillon said so.",
        "Quillon's shares fell. Quillon said so.",
        "Quillon (NYSE: QLN) said so.",
        "Quillon's chief executive left. Quillon said so.",
        "Quillon, an online furniture retailer based in Leeds, said so.",
        "She works for the airline Quillon. Quillon said so.",
        "The brewer named Quillon is old. Quillon said so.",
        "Quillon, which makes tyres, said so.",
    ],
)
def test_what_is_said_of_companies_alone_makes_one(sources_in, text):
    ((source,),) = sources_in(text, ("Quillon", {"nth": text.count("Quillon")}))
    assert (source.kind, source.name) == (COMPANY, "Quillon")


@pytest.mark.parametrize(
    "text",
    [
        "Quillon, a bank manager, said so.",
        "Quillon, a lawyer for the airline, said so.",
        "The retailer Quillon founded is bust. Quillon said so.",
        "Quillon's shares in the mine were sold. Quillon said so.",
        "Quillon shares a flat with him. Quillon said so.",
        "Dana Quillon owns shares of Quillon. Quillon said so.",
    ],
)
def test_people_stay_people(sources_in, text):
    ((source,),) = sources_in(text, ("Quillon", {"nth": text.count("Quillon")}))
    assert source.kind == PERSON


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("Vantor said orders fell in May. The company added it would hire.", "The company"),
        ("Vantor told Reuters orders fell. The firm added it would hire.", "The firm"),
        ("Vantor said it lost orders in May. It added that it would hire.", "It"),
        ("Vantor said its orders fell on Monday. The retailer added that it would hire.", "The retailer"),
    ],
)
def test_who_is_resumed_as_the_company_is_that_company(sources_in, text, later):
    venue = {"venue": "Reuters"} if "Reuters" in text else {}
    cue = {"cue": "told"} if venue else {"cue": "said"}
    (first,), (second,) = sources_in(text, ("Vantor", {**cue, **venue}), (later, {"cue": "added"}))
    assert first == second
    assert (first.kind, first.name) == (COMPANY, "Vantor")


@pytest.mark.parametrize(
    "text",
    [
        "Vantor said he would go. The company added it would stay.",
        "Vantor said Brightfold was failing. The company added it was fine.",
        "Vantor said the dam had held. It added that rain was near.",
        "Jacob said the plant had closed. The company added it was fine.",
    ],
)
def test_a_person_before_the_company_is_not_that_company(sources_in, text):
    later = "The company" if "The company" in text else "It"
    (first,), (second,) = sources_in(text, (text.split()[0], {"cue": "said"}), (later, {"cue": "added"}))
    assert first.kind == PERSON
    assert first != second


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://www.tessaly.example/newsroom/prices", COMPANY),
        ("https://blog.tessaly.example/prices", COMPANY),
        ("https://tessaly.example/en/press-releases/7", COMPANY),
        ("https://tessaly.example/2024/05/prices", SourceKind.OUTLET),
    ],
)
def test_a_link_to_its_own_newsroom_makes_a_company_of_it_and_no_outlet(sources_in, url, kind):
    text = "Prices fell, according to Tessaly."
    link = Link(Span(text.index("Tessaly"), len(text) - 1), url)
    ((source,),) = sources_in(text, "Tessaly", links=[link])
    assert (source.kind, source.name) == (kind, "Tessaly")


def test_a_well_known_company_s_research_pages_are_no_outlet_either(sources_in):
    text = "Prices fell, according to Redfin."
    link = Link(Span(text.index("Redfin"), len(text) - 1), "https://www.redfin.com/2024/05/prices")
    ((source,),) = sources_in(text, "Redfin", links=[link])
    assert source.kind == COMPANY


@pytest.mark.parametrize(
    ("phrase", "kind", "name"),
    [
        ("Ryanair's blog", COMPANY, "Ryanair"),
        ("Tesco’s own website", COMPANY, "Tesco"),
        ("Karl Venn's blog", PERSON, "Karl Venn"),
        ("A leaflet on Orlo's website", SourceKind.DOCUMENT, "a leaflet on Orlo's website"),
        ("The operator, FerryCo", COMPANY, "FerryCo"),
        ("The developer, Tarn Homes", COMPANY, "Tarn Homes"),
        ("The airline, Blue Heron", COMPANY, "Blue Heron"),
        ("the Dutch consumer group Tafelwacht", COMPANY, "Tafelwacht"),
        ("His club, Orlo", COMPANY, "Orlo"),
        ("The party leader Marsh", PERSON, "Marsh"),
        ("Vellum Music", COMPANY, "Vellum Music"),
        ("the operator, Nora Bell", PERSON, "Nora Bell"),
        ("The developer, Jan Roe", PERSON, "Jan Roe"),
    ],
)
def test_a_description_and_a_possessive_tell_who_is_meant(source_of, phrase, kind, name):
    assert (source_of(phrase).kind, source_of(phrase).name) == (kind, name)


def test_the_company_is_the_one_the_text_describes_so(sources_in):
    text = "Tarnby, a kitchen retailer based in Leeds, will close, a union said. The company added it was sorry."
    _, (source,) = sources_in(text, ("a union", {"cue": "said"}), ("The company", {"cue": "added"}))
    assert (source.kind, source.name) == (COMPANY, "Tarnby")


def test_of_two_companies_described_the_company_is_neither(sources_in):
    text = "Tarnby, a retailer, sued Orlo, a brewer. A union said so. The company added it was sorry."
    _, (source,) = sources_in(text, ("A union", {"cue": "said"}), ("The company", {"cue": "added"}))
    assert source.name == "the company"


def test_the_retailer_is_the_one_well_known_company_that_spoke(sources_in):
    text = "Lidl said so on Monday. A nurse agreed. The retailer added it was sorry. Tesco said so too."
    mentions = [("Lidl", {}), ("A nurse", {}), ("The retailer", {}), ("Tesco", {})]
    assert [source.name for (source,) in sources_in(text, *mentions)][2] == "Lidl"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Shareholders of Halden met.", True),
        ("The keeper called Halden sold it.", False),
        ("A subsidiary of Haldenby met.", False),
        ("A subsidiary of Haldenby met, and so did a subsidiary of Halden.", True),
        ("Halden slept. Halden’s shares fell.", True),
        ("Halden’s shares in the boat were sold.", False),
        ("Halden, which sells boats, met.", True),
        ("Old-Halden, which sells boats, met.", False),
    ],
)
def test_every_place_of_a_name_is_looked_at_with_what_leads_up_to_it(text, shown):
    assert companies._is_shown("Halden", text) is shown


def test_a_text_is_read_where_the_name_stands_and_nowhere_else(monkeypatch):
    text = "Nell Orde shut the lock. " * 2_000 + "Halden met. " + "Nell Orde shut the lock. " * 2_000
    read = []

    class Leads:
        def search(self, _text, begin, end):
            read.append(end - begin)

    monkeypatch.setattr(companies, "_leads", Leads)
    assert not companies._is_shown("Halden", text)
    assert len(read) == 1
    assert sum(read) < 200
