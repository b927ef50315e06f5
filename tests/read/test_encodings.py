"""Bytes to text: marks, declared and guessed encodings, binary files, mojibake, languages."""

import pytest

from provaudit.errors import InputError
from provaudit.read import read_bytes, read_page

SENTENCE = "“We had no other choice,” said Rolf Quay – the café’s owner.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_file_with_its_mark_reads_without_a_note(encoding):
    article = read_bytes(SENTENCE.encode(encoding), name="a.txt")
    assert (article.text, article.notes) == (SENTENCE, ())


def test_windows_1252_is_guessed_and_said():
    article = read_bytes((SENTENCE * 3).encode("windows-1252"), name="a.txt")
    assert article.text == SENTENCE * 3
    assert "windows-1252, a guess" in article.notes[0]


def test_an_old_macintosh_file_is_guessed_and_said():
    article = read_bytes((SENTENCE * 3).encode("mac_roman"), name="a.txt")
    assert article.text == SENTENCE * 3
    assert "mac-roman, a guess" in article.notes[0]


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r"])
def test_other_alphabets_are_guessed_and_said(encoding):
    text = "Совет порта во вторник проголосовал за продажу восточного причала, сообщила газета. " * 5
    article = read_bytes(text.encode(encoding), name="a.txt")
    assert article.text == text
    assert "a guess" in article.notes[0]


def test_a_page_that_says_latin_1_is_windows_1252():
    page = f'<html><head><meta charset="iso-8859-1"></head><body><article><p>{SENTENCE * 4}</p></article></body></html>'
    article = read_page(page.encode("windows-1252"), url="https://a.example/")
    assert "“We had no other choice,” said Rolf Quay – the café’s owner." in article.text
    assert article.notes == ()


def test_a_page_that_lies_about_utf_8_is_read_as_what_it_is():
    page = f'<html><head><meta charset="iso-8859-1"></head><body><article><p>{SENTENCE * 4}</p></article></body></html>'
    assert "café’s" in read_page(page.encode("utf-8"), url="https://a.example/").text


def test_a_few_broken_bytes_are_shown_and_said():
    data = ("é" * 20).encode() + b" said \xff so.\n"
    article = read_bytes(data, name="a.txt")
    assert "\ufffd" in article.text
    assert "not UTF-8" in article.notes[0]


@pytest.mark.parametrize(
    "data", [b"PNG\x00\x01\x02 words", b"\x7fELF\x02\x01\x01\x00", b"\x01\x02\x03\x04\x05\x06 abc"]
)
def test_binary_files_are_refused_in_one_line(data):
    with pytest.raises(InputError) as caught:
        read_bytes(data, name="a.txt")
    assert "binary" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_broken_utf_16_file_is_refused():
    with pytest.raises(InputError, match="UTF-16"):
        read_bytes("The board met".encode("utf-16-le").join([b"\xff\xfe", b"\x41"]), name="a.txt")


def test_mojibake_is_said_and_not_mended():
    text = "The board met.\n\nâ€œNo,â€\x9d he said.\n"
    article = read_bytes(text.encode(), name="a.txt")
    assert article.text == text
    assert "garbled" in article.notes[0]
    assert "line 3" in article.notes[0]


def test_plain_accents_are_no_mojibake():
    assert read_bytes("The café in São Paulo was closed, he said of it.\n".encode(), name="a.txt").notes == ()


def test_invisible_and_bidirectional_characters_do_not_shift_a_word():
    text = "The\u200b board\u202e met\u202c.\n\n\u2067“No,”\u2069 he said.\n"
    article = read_bytes(text.encode(), name="a.txt")
    assert article.text == text
    assert article.words(article.blocks[1].span) == "\u2067“No,”\u2069 he said."


FRENCH = "Le conseil du port a voté mardi la vente de la jetée, selon le Courrier, et il ne l’a pas fait en public.\n"


def test_a_french_draft_is_said_to_be_french():
    article = read_bytes(FRENCH.encode(), name="a.txt")
    assert article.language == "fr"
    assert "French" in article.notes[0]
    assert "English only" in article.notes[0]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Rat hat am Dienstag die Mole verkauft, und das ist nicht in der Sitzung gesagt worden.", "de"),
        ("El consejo vendió el muelle el martes, según el Correo, y no lo hizo en público por la noche.", "es"),
        ("Совет продал причал во вторник, сообщила газета.", "ru"),
        ("議会は火曜日に桟橋を売却したと新聞は伝えた。", "ja"),
        ("The board sold the pier on Tuesday, and it was not said in public, the paper reported.", "en"),
    ],
)
def test_languages_are_told_by_script_or_by_their_commonest_words(text, language):
    assert read_bytes(text.encode(), name="a.txt").language == language


def test_an_english_draft_about_paris_says_nothing():
    text = "The mayor of Paris said on Monday that the Café de Flore would not be sold, Le Monde reported.\n"
    assert read_bytes(text.encode(), name="a.txt").notes == ()
