"""Word documents: mammoth turns them into HTML, which is walked. Tracked changes are read in their final form.

mammoth takes insertions and leaves deletions and comments out; styles named below decide the kinds of block.
"""

import io
import re
import zipfile

from provaudit.errors import InputError
from provaudit.model import Article
from provaudit.read.archive_file import LARGEST, member, of_bounded_length, open_zip
from provaudit.read.cms import Story, article_of, with_headline

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Pull Quote'] => blockquote.pullquote > p:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
comment-reference =>
"""
# Tags and attributes, each of which costs mammoth about a kilobyte of memory; a novel has half as many.
_MOST_MARKS = 800_000
# Fields (cross-references, dates) and runs with a direction of their own.
_UNKNOWN = re.compile(rb"<(/?)w:(?:fldSimple|bdo|dir)\b")
_NOTE_MARK = re.compile(r'<sup>\s*<a href="#(?:foot|end)note-[^"]*"[^>]*>.*?</a>\s*</sup>')
_BACK_MARK = re.compile(r'\s*<a href="#(?:foot|end)note-ref-[^"]*">↑</a>')


def read(data: bytes, name: str, content_type: str | None, url: str | None) -> Article:  # noqa: ARG001 — as all readers
    """The article in a Word document. Raises `InputError` where it is broken or no Word document."""
    with open_zip(data, name, "Word (docx)") as archive:
        if "word/document.xml" not in archive.namelist():
            raise InputError(name, "is no Word document (word/document.xml is missing); save it as .docx")
        _check_parts(archive, name)
        title = _core_title(archive, name)
        data = _known_to_mammoth(archive, data, name)
    html = _BACK_MARK.sub("", _NOTE_MARK.sub("", of_bounded_length(_html(data, name), name)))
    return with_headline(article_of(Story(html=html), "docx"), title)


def _check_parts(archive: zipfile.ZipFile, name: str) -> None:
    """InputError for what no word processor writes: entities, and more than a machine should unpack."""
    parts = [inside for inside in archive.namelist() if inside.endswith((".xml", ".rels"))]
    if sum(archive.getinfo(inside).file_size for inside in parts) > LARGEST:
        raise InputError(name, f"unpacks to more than {LARGEST // 1_000_000} MB; it is refused")
    marks = 0
    for inside in parts:
        content = member(archive, inside, name)
        plain = content.replace(b"\0", b"") if b"\0" in content[:4] else content  # UTF-16
        if b"<!DOCTYPE" in plain:
            raise InputError(name, "is a Word document that declares a document type; it is refused for safety")
        marks += plain.count(b"<") + plain.count(b"=")
        if marks > _MOST_MARKS:
            raise InputError(name, "is a Word document with more tags than a book has; save its text alone")


def _html(data: bytes, name: str) -> str:
    import mammoth

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data), style_map=_STYLES, convert_image=mammoth.images.img_element(_no_image)
        )
    except Exception as error:
        raise InputError(
            name, f"is a broken Word document ({type(error).__name__}); open it and save it again"
        ) from error
    return str(result.value)


def _known_to_mammoth(archive: zipfile.ZipFile, data: bytes, name: str) -> bytes:
    """The document with the elements around text that mammoth would drop along with it named as one it looks into."""
    document = member(archive, "word/document.xml", name)
    if not _UNKNOWN.search(document):
        return data
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as copy:
        for inside in archive.namelist():
            content = document if inside == "word/document.xml" else member(archive, inside, name)
            copy.writestr(
                inside, _UNKNOWN.sub(rb"<\1w:smartTag", content) if inside == "word/document.xml" else content
            )
    return packed.getvalue()


def _no_image(_image: object) -> dict[str, str]:
    """An image without its bytes, which mammoth would otherwise inline."""
    return {}


def _core_title(archive: zipfile.ZipFile, name: str) -> str | None:
    """The document's title property, where someone filled it in."""
    if "docProps/core.xml" not in archive.namelist():
        return None
    match = re.search(rb"<dc:title>([^<]+)</dc:title>", member(archive, "docProps/core.xml", name))
    return " ".join(match[1].decode("utf-8", errors="replace").split()) or None if match else None
