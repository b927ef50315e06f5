"""Outlets of the world under the names English copy gives them, and the words that only look like them."""

import pytest

from provaudit.identify.index import DATA
from provaudit.model import Span

SUNDAY = ["Bild am Sonntag", "Welt am Sonntag", "Sunday World"]
SPORT = ["L'Équipe", "L’Equipe", "Mundo Deportivo", "Tuttosport", "Corriere dello Sport", "A Bola", "TyC Sports"]
BUSINESS = ["Expansión", "Handelsblatt", "Milano Finanza", "Valor Econômico", "Caixin", "Nikkei"]
NATIONAL = ["Ouest-France", "Correio da Manhã", "Milliyet", "Malayala Manorama", "Daily Trust", "Kyunghyang Shinmun"]


@pytest.mark.parametrize("name", [*SUNDAY, *SPORT, *BUSINESS, *NATIONAL])
def test_the_papers_of_the_world_are_outlets(sources_in, name):
    ((source,),) = sources_in(f"The deal is off, according to {name}.", name)
    assert source.kind == "outlet"
    outlets = (source.outlet,) if source.outlet else source.candidates
    assert outlets
    assert all(outlet.known for outlet in outlets)


@pytest.mark.parametrize("name", ["Marca", "Kicker", "AS", "Goal", "Stern"])
def test_a_name_that_is_a_word_too_is_an_outlet_where_it_reports(names, name):
    for text in (
        f"The winger is to leave, reports {name}.",
        f"“He will leave,” reported {name}.",
        f"He told {name} so.",
    ):
        assert [found for found, _ in names(text)] == [name], text


@pytest.mark.parametrize(
    "text",
    [
        "The kicker missed twice. Kicker Jo Roe said so.",
        "“It was a good goal,” said Kicker.",
        "Goal of the season? Goal said the crowd.",
        "As the report came out, he left.",
        "The Sport Council reports its figures in May.",
        "The council reports Stern failed to pay.",
        "A Namibian official said so.",
        "Falter once and you lose.",
    ],
)
def test_the_same_words_elsewhere_are_none(names, text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("The Independent on Sunday", "The Independent on Sunday"),
        ("the Herald on Sunday", "Herald on Sunday"),
        ("Wales on Sunday", "Wales on Sunday"),
        ("the Sunday Star-Times", "Sunday Star-Times"),
        ("the Sunday Courier", "Sunday Courier"),
        ("The Sunday Gazette", "The Sunday Gazette"),
    ],
)
def test_a_sunday_title_is_not_cut_short_to_a_daily(source_of, phrase, name):
    assert source_of(phrase).name == name


@pytest.mark.parametrize(
    ("text", "phrase", "outlet_id"),
    [
        ("He told The Guardian on Sunday that he would go.", "The Guardian", "guardian"),
        ("Sunday's Guardian reported that he would go.", "Sunday's Guardian", "guardian"),
        ("He would go, Saturday's Mail reported.", "Saturday's Mail", "daily-mail"),
        ("On Sunday Reuters reported that he would go.", "Reuters", "reuters"),
    ],
)
def test_a_day_beside_a_name_makes_no_sunday_title(sources_in, text, phrase, outlet_id):
    ((source,),) = sources_in(text, phrase)
    assert source.outlet is not None
    assert source.outlet.id == outlet_id


@pytest.mark.parametrize(
    ("phrase", "outlet_id"),
    [
        ("AFP via Yahoo News", "afp"),
        ("the AP, via MSN", "associated-press"),
        ("a Bloomberg report via Yahoo Finance", "bloomberg-news"),
    ],
)
def test_where_a_report_was_read_is_not_who_made_it(source_of, phrase, outlet_id):
    found = source_of(phrase)
    assert found.outlet is not None
    assert found.outlet.id == outlet_id


def test_a_list_of_place_names_and_firms_holds_no_outlet(registry):
    text = "The Panama Canal, Silverstone's race, the Rugby World Cup, Article 14, the Fatal Accident Study and an iOS app."
    assert registry.names_in(text, Span(0, len(text))) == ()


def test_a_name_written_in_small_letters_is_an_outlet_and_the_rest_of_a_word_is_none(names):
    assert names("The talks failed, dpa said. The taz agreed.") == [("dpa", ("dpa",)), ("taz", ("taz",))]
    assert names("A dpa-like clause, a file in /home/dpa/notes, dpa.example and the tazer.") == []


def test_two_outlets_side_by_side_are_no_person(sources_in):
    ((one, other),) = sources_in("RugbyPass and Sky Sport NZ say he quit.", "RugbyPass and Sky Sport NZ")
    assert [one.name, other.name] == ["RugbyPass", "Sky Sport NZ"]


@pytest.mark.parametrize("phrase", ["BBC Online", "CNN Sport Europe"])
def test_a_station_s_own_service_is_the_station(source_of, phrase):
    assert source_of(phrase).kind == "outlet"


def test_an_outlet_that_cites_others_opens_a_sentence_and_a_goal_does_not(names):
    assert [name for name, _ in names("Goal, citing two scouts, said he had signed.")] == ["Goal"]
    assert names("Goal, the crowd shouted, said Ann.") == []


@pytest.mark.parametrize("phrase", ["CNN Aram Roe", "CNN Managing Editor Aram Roe"])
def test_a_reporter_after_the_name_of_the_network_is_a_person(source_of, phrase):
    assert source_of(phrase).name == "Aram Roe"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Miami Herald and ProPublica looked into it. The paper said so.", "Miami Herald"),
        ("The Miami Herald looked into it, as did CNN and ProPublica. The paper said so.", "Miami Herald"),
        ("ProPublica looked into it, as did CNN. The paper said so.", "ProPublica"),
        ("The Miami Herald looked into it, as did ProPublica. The outlet said so.", "ProPublica"),
    ],
)
def test_the_paper_is_the_one_on_paper_where_there_is_one(sources_in, text, name):
    phrase = "The outlet" if "The outlet" in text else "The paper"
    ((source,),) = sources_in(text, (phrase, {"refers_to": "ProPublica"}))
    assert source.outlet is not None
    assert source.outlet.name.endswith(name)


def test_every_online_outlet_listed_is_a_name_of_the_registry(registry):
    listed = (DATA / "sources/online_outlets.txt").read_text(encoding="utf-8").splitlines()
    assert [name for name in listed if not registry.by_name(name)] == []
