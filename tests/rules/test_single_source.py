"""PS302: the whole story has one independent source."""

from provaudit.model import Independence
from tests.rules.build import case, found, says
from tests.rules.offline import pointed_at, table

FLAGGED = {
    "one-person": "The plant will close in May, said Ada Holm.\n\nThe workers have been told, Holm said.",
    "one-outlet": "The plant will close in May, according to Reuters.\n\nThe owners have lost money, Reuters reported.",
    "one-claim": "The plant will close in May, said Ada Holm.",
    "he-and-his-name-are-one": "Ben Oduya said the plant will close in May. He said the workers had been told.",
}

SILENT = {
    "two-people": "The plant will close in May, said Ada Holm.\n\nThe workers have been told, said Ben Oduya.",
    "a-person-and-a-document": "The plant will close, said Ada Holm.\n\nIt lost 3 million euros, according to its annual report.",
    "two-outlets": "The plant will close in May, according to Reuters.\n\nThe owners are ill, according to Politico.",
    "nobody-at-all": "The plant will close in May.",
}


@table(FLAGGED)
def test_one_voice_is_flagged_for_the_whole_draft(case):
    assert pointed_at("PS302", case) == [None]


@table(SILENT)
def test_it_is_silent(case):
    assert pointed_at("PS302", case) == []


def test_an_upper_count_of_two_may_be_two():
    draft = case(
        "It will close, said Ada Holm.", says("Ada Holm", "said", "It will close"), independence=Independence(1, 1, 2)
    )
    assert found("PS302", draft) == []


def test_without_a_count_nothing_is_said():
    draft = case(
        "It will close, said Ada Holm.", says("Ada Holm", "said", "It will close"), independence=Independence()
    )
    assert found("PS302", draft) == []
