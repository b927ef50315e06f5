import pytest

from provaudit.attribute import attribute
from provaudit.attribute.tagger import LearnedTagger
from provaudit.read import read_bytes


@pytest.mark.parametrize(
    ("text", "outer", "cited", "content"),
    [
        ("The Times, citing two officials, said she was pushed out.", "The Times", "two officials", "she was pushed out"),
        ("The Pelham Gazette reported that the deck was weak, citing a leaked memo.", "The Pelham Gazette", "a leaked memo", "that the deck was weak"),
        ("CNN reported that the deck was weak, citing Newsmax.", "CNN", "Newsmax", "that the deck was weak"),
    ],
)  # fmt: skip
def test_whoever_is_cited_stands_inside_the_one_who_cites(read, text, outer, cited, content):
    one, other = read(text)
    assert (one.source.text, one.content.text) == (outer, content)
    assert (other.source.text, other.content.text, other.parent) == (cited, content, one.id)


@pytest.mark.parametrize(
    "text",
    [
        "Pell cited the weak deck as a reason to sell.",
        "Pell resigned, citing the long hours.",
        "Pell said the deck was weak, citing its age and the ice of last winter.",
    ],
)
def test_a_reason_that_is_cited_is_no_source(read, text):
    assert all(one.parent is None for one in read(text))


@pytest.mark.parametrize(
    "line",
    [
        "WASHINGTON (AP) — The deck is weak, the mayor said.",
        "(Reuters) - The deck is weak, the mayor said.",
        "PARIS, May 3 — The deck is weak, the mayor said.",
        "HEMPSTEAD, N.Y., Sept. 26 (UPI) — The deck is weak, the mayor said.",
    ],
)
def test_a_dateline_is_no_part_of_what_is_said(read, line):
    said = read(line)[-1]
    assert (said.source.text, said.content.text) == ("the mayor", "The deck is weak")


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Treasury will sell bonds, an official said.",
        "The U.N. Security Council will meet on Friday, an official said.",
        "He left the U.S. The firm will sell bonds, an official said.",
    ],
)
def test_initials_end_a_sentence_only_before_a_word_that_opens_one(read, text):
    (one,) = read(text)
    assert one.content.text == text.removesuffix(", an official said.").removeprefix("He left the U.S. ")


def test_a_source_ends_before_what_begins_to_tell_where_it_came_from(read):
    (one,) = read("A class action, filed in San Jose, alleges that the chip is weak.")
    assert one.source.text == "A class action"


@pytest.mark.parametrize("line", ["The bridge — it is old — is weak, the mayor said.", "NATO is weak, the mayor said."])
def test_what_only_looks_like_a_dateline_stays(read, line):
    assert read(line)[-1].content.text == line.removesuffix(", the mayor said.")


def test_a_platform_before_the_speaker_is_told_in_the_cue(read):
    (one,) = read('On X, the leader of the opposition, Mary Bell, wrote: "This is a disgrace."')
    assert one.source.refers_to == "Mary Bell"
    assert one.cue.text == "On X … wrote"


@pytest.mark.parametrize("said", ["according to Mayor Pell", "Pell told CNN", "Pell said"])
def test_whoever_first_reported_it_stands_around_the_one_who_said_it(read, said):
    outer, inner = read(f"The deck is weak, {said}, as first reported by the Pelham Gazette.")
    assert (outer.source.text, outer.content.text) == ("the Pelham Gazette", f"The deck is weak, {said}")
    assert ("Pell" in inner.source.text, inner.content.text, inner.parent) == (True, "The deck is weak", outer.id)


def test_a_report_told_of_in_passing_does_not_take_in_who_says_it_all(read):
    outer, inner = read("The inquiry, first reported by Radio Pelham, began in May, according to Pell.")
    assert (outer.source.text, inner.source.text, inner.parent) == ("Pell", "Radio Pelham", outer.id)


def test_the_whom_of_a_person_who_is_quoted_is_no_word_of_theirs(read):
    (one,) = read("Pell, whom the Gazette quoted as saying the deck was weak, has resigned.")
    assert "whom" not in one.content.text


@pytest.mark.parametrize(
    "said",
    [
        "ANI reported citing sources",
        "Reuters reported, quoting two officials",
        "Reuters reported quoting two officials",
    ],
)
def test_whoever_is_cited_is_told_without_a_comma_too(read, said):
    outer, inner = read(f"The minister has resigned, {said}.")
    assert (outer.cue.text, outer.content.text) == ("reported", "The minister has resigned")
    assert (inner.source.text, inner.content.text, inner.parent) == (
        said.split("ing ")[-1],
        "The minister has resigned",
        outer.id,
    )


def test_whom_an_outlet_quotes_in_the_passive_is_the_speaker(read):
    (one,) = read("“He is fine,” his wife was quoted as saying by the Daily Star.")
    assert (one.source.text, one.venue.text, one.content.text) == ("his wife", "Daily Star", "“He is fine,”")


@pytest.mark.parametrize(
    "text", ["Pell reported quoting errors in the ledger.", "Pell said the deck was weak, citing its age."]
)
def test_other_things_that_are_quoted_or_cited_are_nobody(read, text):
    assert all(one.parent is None for one in read(text))


@pytest.mark.parametrize("front", ["", "It rained, the council said.\n\n"])
@pytest.mark.parametrize(
    ("text", "outer", "cited"),
    [
        ("According to CNN, which cited two officials, the deal was dead.", "CNN", "two officials"),
        ("The deal was dead, according to CNN, which cited two officials.", "CNN", "two officials"),
    ],
)
def test_an_according_to_rests_on_whom_it_cites_wherever_it_stands(read, front, text, outer, cited):
    *_, one, other = read(front + text)
    assert (one.source.text, one.content.text.lower()) == (outer, "the deal was dead")
    assert (other.source.text, other.content.text.lower(), other.parent) == (cited, "the deal was dead", one.id)


def test_the_wording_that_hides_the_cited_is_no_part_of_the_outlet(registry):
    text = (
        "The Philippine Daily Inquirer, quoting a port official who asked not to be named because he was not "
        "authorised to speak, said 30 boats were missing."
    )
    outer, inner = attribute(read_bytes(text.encode(), name="draft.txt"), LearnedTagger.load(), registry)
    assert outer.source.text == "The Philippine Daily Inquirer"
    assert inner.source.text.endswith("authorised to speak")
    assert inner.anonymity_reason == "because he was not authorised to speak"
    assert inner.parent == outer.id


def test_when_it_was_told_is_no_word_of_it(read):
    (one,) = read("The Pelham Gazette reported then that two bids were cheaper.")
    assert one.content.text == "that two bids were cheaper"
