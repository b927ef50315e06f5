import pytest

STANDS_FOR = [
    ("The Guardian reported that the deck was weak.\n\nMeera Shah told the paper: 'It will fall.'", "Guardian"),
    ('Ann Bo told the Boston Globe that the deck was weak.\n\n"It will fall," she told the newspaper.', "Boston Globe"),
    (
        "In an interview with Der Spiegel, Ann Bo said it was weak.\n\nJan Bo told the magazine it would fall.",
        "Der Spiegel",
    ),
    ('The deck was weak, Axios reported.\n\n"It will fall," Ann Bo told the outlet.', "Axios"),
    ("CNN reported that the deck was weak.\n\nAnn Bo told the network that it would fall.", "CNN"),
    ("Reuters reported that the deck was weak.\n\nAnn Bo told the news agency that it would fall.", "Reuters"),
    (
        "The Pelham Gazette reported that the deck was weak. Ann Bo told the newspaper that it would fall.",
        "Pelham Gazette",
    ),
    # The nearest whose kind fits, not the nearest of all.
    ("The Guardian reported it first. CNN said it was weak. Ann Bo told the newspaper that it would fall.", "Guardian"),
]


@pytest.mark.parametrize(("text", "outlet"), STANDS_FOR)
def test_a_noun_for_an_outlet_stands_for_the_one_named_before(read, text, outlet):
    venue = read(text)[-1].venue
    assert venue is not None
    assert venue.text.startswith("the ")
    assert venue.refers_to.removeprefix("The ") == outlet


def test_the_site_that_is_run_by_somebody_is_still_the_outlet(read):
    source = read("AmericaBlog says the row began in May. The site, which is run by Ann Bo, said it was over.")[
        -1
    ].source
    assert source.refers_to == "AmericaBlog"


def test_between_two_papers_of_one_sentence_nobody_can_tell(read):
    venue = read("The Guardian and the Daily Mail reported it. Ann Bo told the paper that it would fall.")[-1].venue
    assert venue.unresolved
    assert venue.refers_to is None


@pytest.mark.parametrize(
    "text",
    [
        "Ann Bo told the paper that the deck was weak.",
        "The Guardian reported it. Ann Bo told the network that the deck was weak.",
        "The Guardian reported it. Workers said on the site that the deck was weak.",
        "The Guardian reported it. Ann Bo told the paper's editor that the deck was weak.",
        "The Guardian reported it. Ann Bo told the environment agency that the deck was weak.",
        "The Guardian reported it. Ann Bo told this newspaper that the deck was weak.",
        "The Guardian reported it. Ann Bo told the newspaper industry that the deck was weak.",
    ],
)
def test_a_noun_that_stands_for_no_outlet_is_no_venue(read, text):
    assert read(text)[-1].venue is None


def test_this_newspaper_beside_another_is_part_of_the_venue(read):
    (one,) = read("Officials told this newspaper and Reuters that the deck would fall.")
    assert one.venue.text == "this newspaper and Reuters"
    assert not one.venue.unresolved


def test_the_paper_after_a_study_is_the_study_and_not_its_journal(read):
    read_twice = read(
        "According to a study published in Nature, worms eat plastic.\n\nThe paper notes that the worms died."
    )
    assert read_twice[-1].source.refers_to == "a study published in Nature"


def test_the_newspaper_industry_is_no_newspaper(read):
    assert read("The Guardian reported it. The newspaper industry said it was ill.")[-1].source.refers_to is None


def test_the_paper_after_an_article_in_a_newspaper_is_the_newspaper(read):
    said = read("An article published in the Guardian said the deck was weak. The paper said it would fall.")
    assert said[-1].source.refers_to.removeprefix("The ") == "Guardian"


def test_a_newspaper_named_after_the_study_is_the_paper(read):
    text = (
        "A study published in Nature found that worms eat plastic. The Guardian reported it. The paper said it was bad."
    )
    assert read(text)[-1].source.refers_to == "The Guardian"
