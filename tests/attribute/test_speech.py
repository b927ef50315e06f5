import pytest

from provaudit.model import AttributionKind

DIRECT = [
    ('"The bridge will close," said Mayor Ann Pell.', "Mayor Ann Pell", '"The bridge will close,"'),
    ('"The bridge will close," Pell said.', "Pell", '"The bridge will close,"'),
    ('"Will the bridge close?" the reporter asked.', "the reporter", '"Will the bridge close?"'),
    ('"Will the bridge close?" Pell asked.', "Pell", '"Will the bridge close?"'),
    ('Pell said: "The bridge will close in May."', "Pell", '"The bridge will close in May."'),
    ('Pell said, "The bridge will close in May."', "Pell", '"The bridge will close in May."'),
    ("“The bridge will close,” Pell told reporters on Monday.", "Pell", "“The bridge will close,”"),
    ("‘The bridge will close,’ said Pell.", "Pell", "‘The bridge will close,’"),
    ("''The bridge will close,'' said Pell.", "Pell", "''The bridge will close,''"),
    ("«The bridge will close», said Pell.", "Pell", "«The bridge will close»"),
    ('"The bridge will close" — Ann Pell', "Ann Pell", '"The bridge will close"'),
    (
        '"It is over," said Li Wei, a toll collector who lost her job.',
        "Li Wei, a toll collector who lost her job",
        '"It is over,"',
    ),
    ('"It is over," said his spokeswoman, Ann Marsh.', "his spokeswoman, Ann Marsh", '"It is over,"'),
    ('"It is over," the mayor added in an angry speech.', "the mayor", '"It is over,"'),
    ('In a speech on Monday, Pell declared, "It is over for good."', "Pell", '"It is over for good."'),
    (
        "“It never crossed my mind,” she said several months after the vote, a rare admission.",
        "she",
        "“It never crossed my mind,”",
    ),
]

INDIRECT = [
    ("Pell said the bridge would close.", "Pell", "the bridge would close"),
    ("Pell said that the bridge would close.", "Pell", "that the bridge would close"),
    ("Pell said on Monday that the bridge would close.", "Pell", "that the bridge would close"),
    ("The bridge would close in May, Pell said.", "Pell", "The bridge would close in May"),
    ("The bridge would close in May, said Ann Pell, the mayor.", "Ann Pell, the mayor", "The bridge would close in May"),
    ("But Ann Pell, the mayor, said the bridge would close.", "Ann Pell, the mayor", "the bridge would close"),
    ("Ann Pell, who runs the city, said the bridge would close.", "Ann Pell", "the bridge would close"),
    ("Phil Lee, a spokesman for the union, said the union expected work to resume.", "Phil Lee, a spokesman for the union", "the union expected work to resume"),
    ("The mayor told reporters that the bridge would close.", "The mayor", "that the bridge would close"),
    ("Media reports say the bridge is closed.", "Media reports", "the bridge is closed"),
    ("The ferry is sound, said Rear Adm. Ann Pell.", "Rear Adm. Ann Pell", "The ferry is sound"),
    ("Supt. Ann Pell said the ferry was sound.", "Supt. Ann Pell", "the ferry was sound"),
    ("The ferry was sold by Cllr. Joe Orr, the mayor said.", "the mayor", "The ferry was sold by Cllr. Joe Orr"),
    ("As the mayor said last week, the bridge is closed.", "the mayor", "the bridge is closed"),
    ("The bridge is closed for good, as the mayor said.", "the mayor", "The bridge is closed for good"),
    ("The bridge, the mayor told reporters, is closed.", "the mayor", "The bridge … is closed"),
    ("Many residents say the bridge is ugly.", "Many residents", "the bridge is ugly"),
    ("The city has said it will pay for the work.", "The city", "it will pay for the work"),
    ("Engineers warned that the deck could fail.", "Engineers", "that the deck could fail"),
    ("Pell asked whether the deck could fail.", "Pell", "whether the deck could fail"),
    ("Pell pointed out that the deck had failed before.", "Pell", "that the deck had failed before"),
    ("Pell went on to say that the deck had failed before.", "Pell", "that the deck had failed before"),
    ("Pell made clear the deck would be rebuilt.", "Pell", "the deck would be rebuilt"),
    ("Pell criticized the old design.", "Pell", "the old design"),
    ("Pell believes that the deck is sound.", "Pell", "that the deck is sound"),
    ("Pell wants to rebuild the deck.", "Pell", "to rebuild the deck"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "content"), DIRECT)
def test_quoted_speech_has_its_speaker_and_its_exact_words(read, text, source, content):
    (one,) = read(text)
    assert one.source.text == source
    assert one.content.text == content
    assert one.kind is AttributionKind.DIRECT


@pytest.mark.parametrize(("text", "source", "content"), INDIRECT)
def test_reported_speech_has_its_speaker_and_its_content(read, text, source, content):
    (one,) = read(text)
    assert one.source.text == source
    assert one.content.text == content
    assert one.kind is AttributionKind.INDIRECT


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('Pell said the old deck was "a death trap for us all."', 'the old deck was "a death trap for us all."'),
        ("Pell called the deck a “death trap.”", "the deck a “death trap.”"),
        ('The deck "will fall one day," Pell said.', 'The deck "will fall one day,"'),
    ],
)
def test_a_content_partly_in_quotation_marks_is_mixed(read, text, content):
    (one,) = read(text)
    assert one.kind is AttributionKind.MIXED
    assert one.content.text == content


def test_two_speakers_of_one_sentence_are_two_attributions(read):
    one, other = read("Pell said that the bridge was safe, but two engineers from the union said that it was not.")
    assert (one.source.text, one.content.text) == ("Pell", "that the bridge was safe")
    assert (other.source.text, other.content.text) == ("two engineers from the union", "that it was not")


def test_a_semicolon_parts_two_speakers(read):
    one, other = read("Police said three people were hurt; a witness said there were more.")
    assert (one.source.text, one.content.text) == ("Police", "three people were hurt")
    assert (other.source.text, other.content.text) == ("a witness", "there were more")


def test_a_second_verb_of_the_same_speaker_has_that_speaker(read):
    one, other = read("Pell says the bridge is safe and said she would walk across it.")
    assert (one.source.text, other.source.text) == ("Pell", "Pell")
    assert other.content.text == "she would walk across it"


def test_a_participle_has_the_subject_of_its_sentence(read):
    one, other = read("Pell rejected the plan on Monday, saying that it would ruin the city.")
    assert {one.source.text, other.source.text} == {"Pell"}
    assert other.content.text == "that it would ruin the city"


def test_words_on_both_sides_of_the_speaker_are_one_content(read):
    (one,) = read("The bridge, Pell said, would close in May.")
    assert one.content.text == "The bridge … would close in May"
    assert len(one.content.spans) == 2


def test_a_headline_has_its_speaker(read):
    (one,) = read("Pell Says Old Bridge Will Close In May")
    assert (one.source.text, one.content.text) == ("Pell", "Old Bridge Will Close In May")


@pytest.mark.parametrize(
    "text",
    [
        "The bridge closed in May.",
        "Hers was a quiet life, and the town left her alone.",
        "said Hill, who will testify on Monday.",
        "It was a long report, and nobody in the town minded.",
        "The claims were settled in March.",
        "He read two books by the river.",
        "The shows begin at eight.",
        'The so-called "bridge to nowhere" closed in May.',
        'She won a prize for her novel "The Bridge of Sighs" last year.',
        'The film "Low Water" opens on Friday.',
        "Their demands, hopes and fears filled a book.",
        "The state of the deck is poor.",
        "To say more would be unwise.",
    ],
)
def test_words_that_only_look_like_speech_are_silent(read, text):
    assert read(text) == ()


def test_every_span_reads_back_its_words(read):
    text = "Café-owner Åsa Öberg said — “it’s over, 🙂” — that the bridge, “a trap,” would close, according to Radio Pelham."
    for one in read(text):
        for mention in (one.source, one.cue, one.venue, one.content):
            if mention is not None:
                assert mention.text == " … ".join(text[start:end] for start, end in mention.spans)


@pytest.mark.parametrize("verb", ["was first to report", "was the first to reveal"])
def test_who_was_first_to_report_reported(read, verb):
    (one,) = read(f"Politico {verb} the engagement.")
    assert (one.source.text, one.cue.text, one.content.text) == ("Politico", verb, "the engagement")


def test_who_was_first_to_leave_said_nothing(read):
    assert read("Politico was the first to leave the room.") == ()
