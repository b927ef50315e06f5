"""Plain text: the file is the text, and newsroom conventions are told from prose."""

from provaudit.model import BlockKind
from provaudit.read import read_bytes


def read(text):
    return read_bytes(text.encode(), name="draft.txt")


def kinds(article):
    return [(block.kind, article.words(block.span)) for block in article.blocks]


DRAFT = """\
Skip to main content

Report: Board Sold Pier Without a Vote

By Ada Quill

March 12, 2024 3:40 p.m. EST

SOLTHAVEN (NNA) — The harbour board sold the eastern pier, the Port Times reported.

"We had no other choice," chairman Rolf Quay told Radio North.

Sources Port Times, Radio North / Photo credit: Ann Ode/Flickr

Popular Video"""


def test_the_text_is_the_file():
    text = "\ufeffA\r\nb\u202ec\r\n\r\n“d”\u00a0e.\r\n"
    assert read_bytes(text.encode("utf-8"), name="x.txt").text == text[1:]


def test_a_draft_is_told_apart_line_by_line():
    assert [kind.value for kind, _ in kinds(read(DRAFT))] == [
        "furniture", "headline", "furniture", "furniture", "paragraph", "paragraph", "credit", "furniture",
    ]  # fmt: skip


def test_title_byline_and_date_come_from_the_lines_above_the_text():
    article = read(DRAFT)
    assert (article.title, article.byline, article.published) == (
        "Report: Board Sold Pier Without a Vote",
        "Ada Quill",
        "2024-03-12T15:40:00-05:00",
    )


def test_the_date_of_an_update_is_not_the_date_of_publication():
    article = read(
        "Pier sold\n\nUpdated May 5, 2016\nPublished May 4, 2016\n\nThe board sold the pier on Tuesday, it said.\n"
    )
    assert article.published == "2016-05-04"


def test_nothing_is_made_up_where_the_text_says_nothing():
    article = read("The board met on Tuesday.\n\nIt sold the pier, Radio North reported.\n")
    assert (article.title, article.byline, article.published, article.publisher) == (None, None, None, None)


def test_a_dateline_stays_in_its_paragraph():
    assert (
        BlockKind.PARAGRAPH,
        "SOLTHAVEN (NNA) — The harbour board sold the eastern pier, the Port Times reported.",
    ) in kinds(read(DRAFT))


def test_labelled_lines_give_the_metadata():
    article = read(
        "Headline: Pier sold\nByline: By Ada Quill\nDate: 2024-03-12\nPublisher: Port Times\n\nThe board sold the pier.\n"
    )
    assert (article.title, article.byline, article.published, article.publisher) == (
        "Pier sold",
        "Ada Quill",
        "2024-03-12",
        "Port Times",
    )
    assert article.words(article.blocks[0].span) == "Pier sold"


def test_hard_wrapped_lines_are_one_block():
    text = (
        "The harbour board voted on Tuesday to sell the eastern pier, and it\n"
        "did so without a public hearing, according to minutes that the Port\n"
        "Times has seen.\n\n"
        "Nobody spoke.\n"
    )
    article = read(text)
    assert [article.words(block.span) for block in article.blocks] == [text[: text.index("\n\n")], "Nobody spoke."]


def test_a_wrapped_line_that_begins_like_a_credit_is_no_credit():
    text = (
        "The board would not say who had seen the contract before the vote or\n"
        "via whom it had been sent, and it left the matter to the auditors for\n"
        "Sources, the town's own paper, to find out.\n\nThat was all.\n"
    )
    assert [block.kind for block in read(text).blocks] == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_one_paragraph_a_line_is_not_joined():
    text = (
        "The harbour board voted on Tuesday to sell the eastern pier, and it did so without a public hearing, the minutes that we saw say.\n"
        "Nobody spoke against it, and nobody spoke for it either, according to a member who was there and took notes of it all evening.\n"
    )
    assert len(read(text).blocks) == 2


def test_short_lines_are_not_joined():
    assert len(read("Ayes: five\nNoes: two\nThe board met.\n").blocks) == 3


def test_a_byline_above_wrapped_text_stays_apart():
    text = "Pier sold\nBy Ada Quill\nThe harbour board voted on Tuesday to sell the eastern pier, and it\ndid so without a public hearing.\n"
    assert [block.kind.value for block in read(text).blocks] == ["headline", "furniture", "paragraph"]


def test_quoted_mail_is_a_quotation_and_its_marks_are_no_words():
    article = read(
        "The mayor wrote back.\n\n> I was not told of any meeting,\n> and would not have come.\n\nHe signed it.\n"
    )
    quote = article.blocks[1]
    assert quote.kind is BlockKind.QUOTE
    assert article.words(quote.span).startswith("I was not")


def test_a_draft_that_is_quoted_throughout_is_the_draft():
    article = read("> The board met on Tuesday.\n>\n> It sold the pier, Radio North reported.\n")
    assert [block.kind for block in article.blocks] == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_list_marks_are_no_words():
    article = read("The minutes say:\n\n- Two abstained.\n* One resigned.\n1. Nobody spoke.\n\nThat is all.\n")
    assert [article.words(b.span) for b in article.blocks if b.kind is BlockKind.ITEM] == [
        "Two abstained.",
        "One resigned.",
        "Nobody spoke.",
    ]


def test_addresses_are_links_that_cover_themselves():
    article = read("It is at https://porttimes.example/a_(b), he said.\n")
    assert [(article.words(link.span), link.url) for link in article.links] == [
        ("https://porttimes.example/a_(b", "https://porttimes.example/a_(b")
    ]


def test_bare_carriage_returns_are_line_ends():
    article = read("The board met.\r\rIt sold the pier.\r")
    assert [article.words(block.span) for block in article.blocks] == ["The board met.", "It sold the pier."]
    assert article.place(article.blocks[1].span.start) == (3, 1)


def test_a_comment_is_a_directive_in_plain_text_too():
    article = read("The board met.\n\n<!-- provaudit: ignore[PA101] the minutes are public -->\n\nIt sold the pier.\n")
    assert [(d.text, d.line) for d in article.directives] == [("ignore[PA101] the minutes are public", 3)]


def test_one_sentence_alone_is_a_paragraph_and_no_headline():
    article = read("The mayor resigned, according to Radio North")
    assert [block.kind for block in article.blocks] == [BlockKind.PARAGRAPH]
    assert article.title is None
