"""Word documents and Google Docs exports."""

import pytest

from provaudit.errors import InputError
from provaudit.model import BlockKind
from provaudit.read import read_bytes


def paragraph(words, style=None):
    mark = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{mark}<w:r><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>"


BODY = (
    paragraph("Board sells eastern pier", "Title")
    + paragraph("By Ada Quill")
    + "<w:p><w:r><w:t xml:space='preserve'>The board voted on Tuesday, the </w:t></w:r><w:hyperlink r:id='L1'><w:r><w:t>Port Times</w:t></w:r></w:hyperlink>"
    "<w:r><w:t xml:space='preserve'> reported. It </w:t></w:r><w:del w:id='1'><w:r><w:delText>gave away</w:delText></w:r></w:del>"
    "<w:ins w:id='2'><w:r><w:t>sold</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> the pier.</w:t></w:r></w:p>"
    + "<w:p/>"
    + paragraph("We had no other choice.", "Quote")
    + paragraph("What the minutes say", "Heading1")
    + paragraph("Two abstained, the minutes show.")
    + paragraph("Sources Port Times, Radio North")
    + paragraph("-30-")
)


@pytest.fixture(scope="module")
def article(word):
    return read_bytes(word(BODY, {"L1": "https://porttimes.example/pier"}), name="draft.docx")


def test_styles_give_the_kinds_and_conventions_the_rest(article):
    assert [(block.kind.value, article.words(block.span)) for block in article.blocks] == [
        ("headline", "Board sells eastern pier"),
        ("paragraph", "The board voted on Tuesday, the Port Times reported. It sold the pier."),
        ("quote", "We had no other choice."),
        ("heading", "What the minutes say"),
        ("paragraph", "Two abstained, the minutes show."),
        ("credit", "Sources Port Times, Radio North"),
    ]


def test_tracked_changes_are_read_in_their_final_form(article):
    assert "sold the pier" in article.text
    assert "gave away" not in article.text


def test_moved_words_stand_where_they_were_moved_to(word):
    body = (
        "<w:p><w:moveFrom w:id='3'><w:r><w:t>Old place, he said.</w:t></w:r></w:moveFrom><w:r><w:t>The board met.</w:t></w:r></w:p>"
        "<w:p><w:moveTo w:id='4'><w:r><w:t>New place, he said.</w:t></w:r></w:moveTo></w:p>"
    )
    assert read_bytes(word(body), name="a.docx").text == "The board met.\n\nNew place, he said."


def test_words_in_fields_and_directed_runs_are_not_lost(word):
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>On </w:t></w:r><w:fldSimple w:instr='DATE'><w:r><w:t>March 12</w:t></w:r></w:fldSimple>"
        "<w:bdo w:val='ltr'><w:r><w:t xml:space='preserve'> the board met.</w:t></w:r></w:bdo></w:p>"
    )
    assert read_bytes(word(body), name="a.docx").text == "On March 12 the board met."


def test_title_and_byline_are_read(article):
    assert (article.title, article.byline, article.format) == ("Board sells eastern pier", "Ada Quill", "docx")


def test_links_cover_their_words(article):
    assert [(article.words(link.span), link.url) for link in article.links] == [
        ("Port Times", "https://porttimes.example/pier")
    ]


def test_the_line_is_the_paragraph(article):
    pier = article.text.index("sold")
    assert article.place(pier).line == 3
    assert article.place(article.text.index("Two abstained")).line == 6


def test_the_title_property_is_the_last_resort(word):
    body = paragraph("The board sold the eastern pier on Tuesday.") + paragraph("Nobody spoke, it said.")
    assert read_bytes(word(body, title="Pier story"), name="a.docx").title == "Pier story"


def test_a_word_document_is_known_by_its_content(word):
    assert read_bytes(word(BODY, {"L1": "x"}), name="stdin").format == "docx"


def test_a_document_that_declares_entities_is_refused(word, zipped):
    evil = '<!DOCTYPE x [<!ENTITY a "ha">]><w:document/>'
    with pytest.raises(InputError, match="safety"):
        read_bytes(zipped({"word/document.xml": evil}), name="a.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_wherever_and_however_they_are_declared(zipped, encoding):
    evil = "<?xml version='1.0'?><!--" + "-x" * 5_000 + '--><!DOCTYPE x [<!ENTITY a "ha">]><w:document/>'
    with pytest.raises(InputError, match="safety"):
        read_bytes(zipped({"word/document.xml": evil.encode(encoding)}), name="a.docx")


def test_a_document_of_more_tags_than_a_book_has_is_refused_before_they_are_built(word, monkeypatch):
    monkeypatch.setattr("provaudit.read.docx._html", lambda *_: pytest.fail("it was built"))
    with pytest.raises(InputError, match="more tags than a book"):
        read_bytes(word("<w:p w:rsidR='1'/>" * 400_000), name="a.docx")


def test_a_book_is_read(word):
    run = "<w:r w:rsidR='1'><w:rPr><w:sz w:val='24'/></w:rPr><w:t xml:space='preserve'>The pier was sold. </w:t></w:r>"
    article = read_bytes(word(f"<w:p>{run * 40}</w:p>" * 100), name="a.docx")
    assert article.text.count("sold") == 4_000


def test_small_parts_that_swell_together_are_refused_before_they_are_unpacked(zipped, monkeypatch):
    parts = {f"word/part{number}.xml": b" " * 30_000_000 for number in range(3)}
    packed = zipped({"word/document.xml": "<w:document/>", **parts})
    assert len(packed) < 200_000
    monkeypatch.setattr("provaudit.read.docx.member", lambda *_: pytest.fail("it was unpacked"))
    with pytest.raises(InputError, match="unpacks to more than 60 MB"):
        read_bytes(packed, name="a.docx")


def test_one_swollen_paragraph_is_refused(word):
    with pytest.raises(InputError, match="10 MB of text"):
        read_bytes(word(paragraph("The pier was sold. " * 600_000)), name="a.docx")


def test_a_zip_that_is_no_word_document_is_refused(zipped):
    with pytest.raises(InputError, match="no Word document"):
        read_bytes(zipped({"mimetype": "x"}), name="a.docx")


GOOGLE = """<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style>.c1{color:red}</style></head><body class="c4">
<p class="c1 title"><span>Board sells eastern pier</span></p><p class="c2"><span>By Ada Quill</span></p>
<p class="c2"><span>The board voted on Tuesday, the </span><span><a href="https://www.google.com/url?q=https://porttimes.example/pier?a%3D1&amp;sa=D&amp;source=editors">Port Times</a></span>
<span>&nbsp;reported.</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p><p class="c2"><span></span></p>
<p class="c2"><span>&ldquo;No other choice,&rdquo; Rolf Quay said.</span></p>
<div class="c9"><p class="c2"><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Who says so?</span></p></div></body></html>"""


def test_a_google_docs_export_is_read_without_its_comments_and_redirectors(zipped):
    article = read_bytes(zipped({"PierStory.html": GOOGLE, "images/image1.png": b"\x89PNG"}), name="PierStory.zip")
    assert [(block.kind, article.words(block.span)) for block in article.blocks] == [
        (BlockKind.HEADLINE, "Board sells eastern pier"),
        (BlockKind.PARAGRAPH, "The board voted on Tuesday, the Port Times reported."),
        (BlockKind.PARAGRAPH, "“No other choice,” Rolf Quay said."),
    ]
    assert [link.url for link in article.links] == ["https://porttimes.example/pier?a=1"]
    assert (article.title, article.byline) == ("Board sells eastern pier", "Ada Quill")


@pytest.mark.parametrize("inside", ["PierStory.html", "PierStory.txt"])
def test_a_zipped_draft_may_be_no_larger_than_one_that_is_not(zipped, inside):
    with pytest.raises(InputError, match="10 MB"):
        read_bytes(zipped({inside: "The pier was sold. " * 600_000}), name="PierStory.zip")


@pytest.mark.parametrize(
    "mark", ['<div><p><a href="#cmnt_ref1"', '<p class="title', '<sup><a href="#cmnt1">', "<div><p><a "]
)
def test_a_google_docs_export_of_marks_that_nobody_closes_is_still_read(zipped, mark):
    page = "<body><p>The board sold the pier.</p>" + mark * 4_000
    assert "sold the pier" in read_bytes(zipped({"a.html": page}), name="a.zip").text
