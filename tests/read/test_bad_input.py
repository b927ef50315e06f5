"""Every input that cannot be audited is one line that names it and says what to do."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from provaudit.errors import InputError
from provaudit.read import read_bytes, read_path


def refused(data, name="draft.txt", **options):
    with pytest.raises(InputError) as caught:
        read_bytes(data, name=name, **options)
    message = str(caught.value)
    assert message.startswith(f"{name}: ")
    assert "\n" not in message
    return message


@pytest.mark.parametrize("data", [b"", b"  \n\t\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_an_empty_file_is_refused(data):
    assert "empty" in refused(data)


def test_a_file_without_words_is_refused():
    assert "no words" in refused(b"-- ** --\n")


def test_a_large_file_is_refused_with_both_sizes():
    assert refused(b"x" * 50_000_000) == "draft.txt: is 50 MB; the limit is 10 MB (max-size)"


def test_the_limit_can_be_set():
    assert "limit" in refused(b"The board met.", max_size=5)
    assert read_bytes(b"The board met.", name="a.txt", max_size=50).text


def test_a_large_file_is_refused_without_being_read(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(3_000_000_000)
    with pytest.raises(InputError, match="3000 MB"):
        read_path(path)


def test_an_endless_file_is_refused():
    with pytest.raises(InputError, match=r"larger than 0\.1 MB, the limit"):
        read_path(Path("/dev/zero"), max_size=100_000)


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        read_path(tmp_path / "none.txt")
    with pytest.raises(InputError, match="folder"):
        read_path(tmp_path)


def test_broken_documents_are_refused():
    assert "broken Word" in refused(b"PK\x03\x04 and then nothing", name="a.docx")
    assert "broken JSON" in refused(b'{"bodies": [', name="a.json")
    assert "broken XML" in refused(b"<?xml version='1.0'?><nitf><body>", name="a.xml")
    assert "neither ninjs" in refused(b'{"name": "a package"}', name="package.json")
    assert "<feed>" in refused(b"<?xml version='1.0'?><feed/>", name="a.xml")


def test_documents_without_a_body_are_refused():
    assert "without a body" in refused(b'{"headlines": [], "bodies": []}', name="a.json", format="ninjs")
    assert "content elements" in refused(b'{"type": "story", "content_elements": []}', name="a.json")
    assert "no article text" in refused(b"<html><body><nav><a href='/'>Home</a></nav></body></html>", name="a.html")


def test_xml_that_declares_entities_is_refused():
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><nitf>&y;</nitf>'
    assert "entities" in refused(bomb, name="a.xml")


def test_a_zip_that_swells_is_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Story.html", b" " * 61_000_000)
    assert "unpacks to more" in refused(packed.getvalue(), name="a.zip")


def test_a_zip_with_two_documents_is_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "The board met.")
        archive.writestr("b.txt", "It sold the pier.")
    assert "2 documents" in refused(packed.getvalue(), name="a.zip")


def test_an_unknown_format_names_the_known_ones():
    assert "take one of text, markdown" in refused(b"The board met.", format="pdf")


def test_the_digest_is_of_the_bytes_as_received(tmp_path):
    data = "\ufeffThe board met.\r\n".encode()
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    article = read_path(path)
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert article.path == str(path)
