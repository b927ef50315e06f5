import pytest


def chains(attributions):
    """For each innermost attribution: the sources from the outermost in, and what is said."""
    known = {one.id: one for one in attributions}
    outer = {one.parent for one in attributions}
    found = []
    for one in attributions:
        if one.id in outer:
            continue
        path, at = [], one
        while at is not None:
            path.insert(0, at.source.text if at.source else None)
            at = known.get(at.parent)
        found.append((path, one.content.text))
    return found


@pytest.mark.parametrize(
    ("text", "path", "said"),
    [
        (
            "The senator knew, according to Newsweek, which cited a Politico report.",
            ["Newsweek", "a Politico report"],
            "The senator knew",
        ),
        (
            "According to Newsweek, which cited Fox News, the council has opened an inquiry.",
            ["Newsweek", "Fox News"],
            "the council has opened an inquiry",
        ),
        (
            "According to Haaretz, which had in turn quoted an unnamed officer, the raid was planned.",
            ["Haaretz", "an unnamed officer"],
            "the raid was planned",
        ),
        (
            "AFP is reporting that Pelham has closed its airports, quoting the Irish Times.",
            ["AFP", "the Irish Times"],
            "that Pelham has closed its airports",
        ),
        ("Newsmax repeated the claim, crediting Breitbart.", ["Newsmax", "Breitbart"], "the claim"),
        (
            "Al Jazeera, citing the health ministry, said the dead included four children.",
            ["Al Jazeera", "the health ministry"],
            "the dead included four children",
        ),
        (
            "The mayor will quit, according to a report in the Washington Post that cited two aides.",
            ["a report in the Washington Post", "two aides"],
            "The mayor will quit",
        ),
    ],
)
def test_whom_an_outlet_cites_is_the_next_source_and_no_claim(read, text, path, said):
    assert chains(read(text)) == [(path, said)]


@pytest.mark.parametrize(
    ("text", "path", "said"),
    [
        (
            "Interfax cited the spokesman Bo Pell as saying talks were stalled.",
            ["Interfax", "the spokesman Bo Pell"],
            "talks were stalled",
        ),
        (
            'Politico quoted Treasury minister Ann Lee as saying: "We will not budge."',
            ["Politico", "Treasury minister Ann Lee"],
            '"We will not budge."',
        ),
        (
            "The Reuters news agency quoted police as saying two men died.",
            ["The Reuters news agency", "police"],
            "two men died",
        ),
        (
            'Newsweek quoted a barman, who said: "He paid in cash."',
            ["Newsweek", "a barman"],
            '"He paid in cash."',
        ),
    ],
)
def test_whom_an_outlet_quotes_speaks_inside_it(read, text, path, said):
    assert chains(read(text)) == [(path, said)]


@pytest.mark.parametrize(
    "text",
    [
        "Pell said he had quit, citing a lack of sleep.",
        "Pell said he would run, crediting his coach.",
        "Lee was cited for speeding, Pell said.",
        'Lee was quoted by Politico as saying "I shall not run again."',
        "Pell told the council that the quoted price was too high.",
    ],
)
def test_what_names_no_source_of_the_content_adds_none(read, text):
    assert all(one.parent is None for one in read(text))


@pytest.mark.parametrize(
    ("text", "path", "said"),
    [
        (
            "Citing unnamed officials, Politico reported that the mayor will quit.",
            ["Politico", "unnamed officials"],
            "that the mayor will quit",
        ),
        (
            "NBC News reports that, according to a police report, the aide was paid in cash.",
            ["NBC News", "a police report"],
            "the aide was paid in cash",
        ),
        (
            "The Washington Post reported that CNN had learned that the senator planned to resign, Mediaite said.",
            ["Mediaite", "The Washington Post", "CNN"],
            "that the senator planned to resign",
        ),
    ],
)
def test_a_source_inside_a_source_keeps_its_place(read, text, path, said):
    assert chains(read(text)) == [(path, said)]


def test_documents_that_another_outlet_obtained_came_through_it(read):
    outer, inner = read(
        "Rolling Stone, quoting court documents first obtained by Politico, wrote that there were 14 payments."
    )
    assert (outer.source.text, outer.venue, inner.venue.text) == ("Rolling Stone", None, "Politico")


def test_papers_first_reported_by_an_outlet_came_through_it(read):
    (one,) = read("The mayor will quit, according to court papers first reported by Politico.")
    assert one.venue.text == "Politico"


def test_what_a_person_has_learned_is_no_source_of_its_own(read):
    assert len(read("Pell said the council had learned that the deck was weak.")) == 1


def test_whoever_cites_inside_another_source_cites_there(read):
    found = read("Newsweek, citing Fox News, reported that the plant will close, according to the Associated Press.")
    assert chains(found) == [
        (["the Associated Press", "Newsweek", "Fox News"], "that the plant will close"),
    ]


def test_a_sentence_that_only_cites_belongs_to_the_one_before(read):
    text = "Reuters reported that the bank was in talks. The news agency cited two people with knowledge of the matter."
    assert chains(read(text)) == [
        (["Reuters", "two people with knowledge of the matter"], "that the bank was in talks"),
    ]


def test_a_sentence_that_cites_something_to_make_a_point_is_its_own(read):
    found = read("The company said it had fired the man. It cited a breach of trust.")
    assert [one.parent for one in found] == [None] * len(found)


@pytest.mark.parametrize(
    ("text", "path", "said"),
    [
        ("Reuters reported that the deal was dead, according to two people close to it.", ["Reuters", "two people close to it"], "that the deal was dead"),
        ("CNN reported the deal was dead, according to documents it obtained.", ["CNN", "documents it obtained"], "the deal was dead"),
        ("Reuters reported that the deal was dead, according to the BBC.", ["the BBC", "Reuters"], "that the deal was dead"),
        ("The mayor said the deal was dead, according to two aides.", ["two aides", "The mayor"], "the deal was dead"),
    ],
)  # fmt: skip
def test_whom_an_outlet_heard_stands_inside_its_report(read, text, path, said):
    assert chains(read(text)) == [(path, said)]


def test_several_outlets_that_both_report_are_the_source(read):
    (one,) = read("Reuters and CNN both reported interest from Lyon.")
    assert one.source.text == "Reuters and CNN"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('The AP quoted a clerk, who spoke on condition of anonymity, as saying the council "never saw it."', "a clerk, who spoke on condition of anonymity"),
        ("The AP quoted Jan Lee, a council member, as saying the council never saw it.", "Jan Lee"),
    ],
)  # fmt: skip
def test_what_is_told_of_the_quoted_does_not_part_them_from_their_words(read, text, who):
    outer, inner = read(text)
    assert (outer.source.text, inner.source.text, inner.parent) == ("The AP", who, outer.id)
    assert inner.content.text.startswith("the council")


def test_it_is_who_spoke_and_not_where(read):
    *_, last = read(
        'SafeHome, in a statement to CNN, blamed "improper use." It said few of its alarms fail, citing internal testing.'
    )
    assert (last.source.text, last.source.refers_to, last.content.text) == ("It", "SafeHome", "few of its alarms fail")


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        ("It was Reuters that revealed in May that the bank lost records, a breach later confirmed by police.", "Reuters", "that the bank lost records"),
        ("It was the BBC which first reported the closure of the plant.", "the BBC", "the closure of the plant"),
        ("It was the mayor who said that the plant would close.", "the mayor", "that the plant would close"),
    ],
)  # fmt: skip
def test_a_cleft_gives_its_words_to_whom_it_names(read, text, who, said):
    (one,) = read(text)
    assert (one.source.text, one.content.text) == (who, said)


@pytest.mark.parametrize("text", ["It was Reuters that hired him.", "It was the first time that he said a word."])
def test_what_only_looks_like_a_cleft_of_telling_is_none(read, text):
    assert all(one.cue is None or one.source is None or one.source.text != "Reuters" for one in read(text))
