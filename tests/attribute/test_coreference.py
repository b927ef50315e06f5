import pytest

HE = [
    ("Mayor Bo Lee said the bridge was safe. He said it would open in May.", "Bo Lee"),
    ('Mayor Ann Pell met the union. "The bridge is safe," she said.', "Ann Pell"),
    ('Ann Pell met Bob Lee on the bridge. "It is safe," she said.', "Ann Pell"),
    ('Ann Pell met Bob Lee on the bridge. "It is safe," he said.', "Bob Lee"),
    ('"It is safe," spokesman Lee Park said. "Quite safe."\n\nHe said the bridge would open in May.', "Lee Park"),
    ("Ann Pell, who runs the city, met the union. She said the bridge was safe.", "Ann Pell"),
    ("A city official said the bridge was safe. He said it would open in May.", "A city official"),
]


@pytest.mark.parametrize(("text", "name"), HE)
def test_he_and_she_stand_for_the_one_who_fits(read, text, name):
    mention = read(text)[-1].source
    assert mention.refers_to == name
    assert not mention.unresolved


@pytest.mark.parametrize(
    "text",
    [
        "He said the bridge was safe.",
        "Ann Pell said the bridge was safe. He said it was not.",
        '"Bob Lee is a fool," it was heard. She said the bridge was safe.',
        "They said the bridge was safe.",
        "It said the bridge was safe.",
    ],
)
def test_a_pronoun_without_anybody_to_stand_for_is_unresolved(read, text):
    mention = read(text)[-1].source
    assert mention.refers_to is None
    assert mention.unresolved


def test_a_name_inside_quoted_speech_is_no_antecedent(read):
    found = read('Ann Pell said: "I trust Mary Lee." She said the bridge was safe.')
    assert found[-1].source.refers_to == "Ann Pell"


def test_title_surname_and_pronoun_are_one_person(read):
    found = read(
        "President Bo Lee said the bridge was safe. Lee said the piers were new. He said tolls would fall. "
        "The president said so again. Mr. Lee said it was over."
    )
    assert {one.source.refers_to for one in found} == {"Bo Lee"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The plan fell. White House spokesman Sean Park said it was over.", "Sean Park"),
        ('"It is over," city spokesperson Hope Lee said.', "Hope Lee"),
        ("NBC's Dan Lee said the bridge was safe.", "Dan Lee"),
        ("Rep. Jim Lee (D-Ohio) said the bridge was safe.", "Jim Lee"),
    ],
)
def test_a_role_before_a_name_is_no_part_of_it(read, text, name):
    assert read(text)[-1].source.refers_to == name


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for Mayor Ann Pell said the bridge was safe.",
        "Ann Pell and Bob Lee said the bridge was safe.",
        "Ann Pell's lawyer said the bridge was safe.",
        "The Pell campaign said the bridge was safe.",
    ],
)
def test_whoever_only_belongs_to_somebody_is_not_that_somebody(read, text):
    found = read(f"Ann Pell met Bob Lee in May. {text}")
    assert found[-1].source.refers_to is None


@pytest.mark.parametrize("who", ["The mayor's spokesman", "The ferry’s lawyer", "The PM's spokeswoman"])
def test_somebody_elses_spokesman_is_not_the_last_who_spoke(read, who):
    found = read(f"Ann Pell, who sells hats, said the anger was just. {who} said that the fair was fun.")
    assert found[-1].source.refers_to is None


def test_mr_and_mrs_of_one_surname_are_told_apart(read):
    found = read(
        "Bob Lee and Mary Lee own the bridge. Mr. Lee said it was safe. Mrs. Lee said it was not. She said it twice."
    )
    assert [one.source.refers_to for one in found] == ["Bob Lee", "Mary Lee", "Mary Lee"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sen. Ann Pell came in May. The senator said the bridge was safe.", "Ann Pell"),
        ("Ann Pell, the mayor, came with Bob Lee, a lawyer. The mayor said the bridge was safe.", "Ann Pell"),
        ("Democrat Ann Pell met Republican Bob Lee. The Republican said the bridge was safe.", "Bob Lee"),
        ("Bob Lee came in May. The New York businessman said the bridge was safe.", "Bob Lee"),
        ("Bob Lee came in May. The ferry's captain said the bridge was safe.", "Bob Lee"),
    ],
)
def test_a_role_stands_for_the_one_person_who_has_it(read, text, name):
    assert read(text)[-1].source.refers_to == name


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Ann Pell met Sen. Bob Lee. The senator said the bridge was safe.",
        "Ann Pell met Bob Lee. The lawyer said the bridge was safe.",
        "Sen. Ann Pell met Sen. Bob Lee. The senators said the bridge was safe.",
    ],
)
def test_a_role_that_fits_two_stands_for_nobody(read, text):
    assert read(text)[-1].source.refers_to is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The New York Post broke the news. The paper said the bridge was unsafe.", "New York Post"),
        ("The New York Post broke the news. The Post said the bridge was unsafe.", "New York Post"),
        ("CNN broke the news. The network said the bridge was unsafe.", "CNN"),
        ("The Pelham Gazette broke the news. The Gazette said the bridge was unsafe.", "Pelham Gazette"),
        ("The Congressional Budget Office wrote to Pell. The CBO said the bridge was unsafe.", "Congressional Budget Office"),
        ("A Newsmax report from May said the bridge sank. The report said nobody knew.", "A Newsmax report from May"),
        ("Engineers say the bridge sank. They say it will sink again.", "Engineers"),
        ("The Pelham Gazette said the bridge sank. It said nobody knew.", "The Pelham Gazette"),
        ("A source said the bridge sank. The source said nobody knew.", "A source"),
    ],
)  # fmt: skip
def test_a_short_form_stands_for_what_was_named_before(read, text, name):
    assert read(text)[-1].source.refers_to == name


@pytest.mark.parametrize(
    "text",
    [
        "The New York Times and the Washington Times met. The Times said the bridge was unsafe.",
        "CNN met the BBC. The network said the bridge was unsafe.",
        "The paper said the bridge was unsafe.",
        "Two resurfaced reports from 2016 state that the bridge sank.",
        "The ministry hid a report in May. The 2014 report said the bridge sank.",
        "A CNN report said the bridge sank. A BBC report said it did not. The report said nobody knew.",
    ],
)
def test_a_short_form_of_two_things_or_none_is_left_alone(read, text):
    assert read(text)[-1].source.refers_to is None


def test_who_stands_for_the_name_before_it(read):
    found = read("The bridge was sold to Bob Lee, who said it was safe.")
    assert found[-1].source.refers_to == "Bob Lee"


def test_a_venue_in_a_short_form_is_resolved_too(read):
    found = read("The New York Post broke the news in May. Bob Lee told the Post that the bridge was safe.")
    assert found[-1].venue.refers_to == "New York Post"


@pytest.mark.parametrize(
    "text",
    [
        "Director Anne Faure said the roof fell. The mayor said the fire began in the attic.",
        "Director Anne Faure said the roof fell.\n\nThe mayor said the fire began in the attic.",
    ],
)
def test_an_office_is_not_that_of_somebody_who_was_given_another(read, text):
    *_, one = read(text)
    assert (one.source.text, one.source.refers_to) == ("The mayor", None)


def test_a_name_that_is_also_an_office_describes_nobody(read):
    text = "As George Lee wrote, the nose is hard to see.\n\nThe Economist argues that housing is to blame."
    *_, one = read(text)
    assert (one.source.text, one.source.refers_to) == ("The Economist", None)


def test_a_title_is_not_given_to_who_bears_another(read):
    *_, last = read("Director Anne Faure said the roof fell. The mayor said the fire began in the attic.")
    assert last.source.refers_to is None


def test_he_is_the_speaker_described_before(read):
    *_, last = read('"I saw the fire," said Hill, who will testify on Friday.\n\nThe sun was low, he said.')
    assert last.source.refers_to.startswith("Hill")
