"""The draft's own paper under the short form it calls itself by."""

import pytest

from provaudit.identify import publisher_of
from provaudit.identify.publisher import means_the_publisher
from provaudit.model import Article, Outlet, SourceKind

GAZETTE = Outlet("eastgate-gazette", "Eastgate Gazette", known=False)
LANTERN = Outlet("quayside-lantern", "The Quayside Lantern", known=False)


def only(found):
    ((source,),) = found
    return source


@pytest.mark.parametrize(
    ("said", "publisher"),
    [("The Gazette", GAZETTE), ("the Gazette", GAZETTE), ("The Eastgate Gazette", GAZETTE), ("The Lantern", LANTERN)],
)
def test_a_short_form_of_the_publisher_is_the_publisher(sources_in, said, publisher):
    source = only(sources_in(f"The pier will close, {said} said.", said, publisher=publisher))
    assert (source.kind, source.outlet) == (SourceKind.OUTLET, publisher)


@pytest.mark.parametrize("said", ["The Montreal Gazette", "The Eastgate Post", "The Gazetteer", "Gates"])
def test_another_name_is_another(sources_in, said):
    assert only(sources_in(f"The pier will close, {said} said.", said, publisher=GAZETTE)).outlet != GAZETTE


def test_without_its_article_a_word_that_is_no_mastheads_is_not_enough():
    assert not means_the_publisher("Lantern", LANTERN)
    assert means_the_publisher("Gazette", GAZETTE)


def test_without_a_publisher_the_name_stays_ambiguous(sources_in):
    source = only(sources_in("The pier will close, the Gazette said.", "the Gazette"))
    assert source.outlet is None
    assert len(source.candidates) > 1


def test_a_known_publisher_is_meant_by_the_names_the_registry_gives_it(registry, sources_in):
    globe = publisher_of(Article("Text.", ""), registry, "Boston Globe")
    assert only(sources_in("The Globe said it had seen records.", "The Globe", publisher=globe)).outlet == globe


def test_an_ambiguous_name_that_has_learned_stays_ambiguous(sources_in):
    source = only(sources_in("The Post has learned that it will close.", ("The Post", {"cue": "has learned"})))
    assert source.outlet is None
    assert len(source.candidates) > 1


@pytest.mark.parametrize("publisher", [GAZETTE, Outlet("politico", "Politico")])
def test_this_newspaper_is_the_publisher(sources_in, publisher):
    source = only(sources_in("This newspaper has seen the deed.", "This newspaper", publisher=publisher))
    assert (source.kind, source.outlet) == (SourceKind.OUTLET, publisher)


def test_this_newspaper_of_nobody_knows_whom_is_somebody_all_the_same(sources_in):
    source = only(sources_in("This newspaper has seen the deed.", "This newspaper"))
    assert (source.kind, source.outlet) == (SourceKind.ORGANISATION, None)


def test_the_newspaper_is_not_this_newspaper(sources_in):
    assert only(sources_in("The newspaper has seen the deed.", "The newspaper", publisher=GAZETTE)).outlet is None


def test_what_we_reported_is_the_publishers_own(sources_in):
    ours = Outlet(id="port-times", name="Port Times", known=False)
    (found,) = sources_in("As we reported in March, the vault was empty.", ("we", {"cue": "reported"}), publisher=ours)
    assert [source.outlet for source in found] == [ours]


def test_what_we_think_is_nobodys_outlet(sources_in):
    ours = Outlet(id="port-times", name="Port Times", known=False)
    (found,) = sources_in("We believe the vault was empty.", ("We", {"cue": "believe"}), publisher=ours)
    assert [source.outlet for source in found] == [None]
