"""Zip exports of Google Docs ("Web page, zipped"), and zips that hold one document of another format.

Google wraps every link in a redirector and prints comments below the text; both are undone.
"""

import html
import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from provaudit.errors import InputError
from provaudit.model import Article
from provaudit.read.archive_file import LONGEST, member, of_bounded_length, open_zip
from provaudit.read.cms import Story, article_of, with_headline
from provaudit.read.encoding import NotTextError, decode
from provaudit.read.sniff import suffix_of

_DOCUMENTS = (".html", ".htm", ".docx", ".md", ".markdown", ".txt")
# What Google writes is short: bounds, so that a page full of marks that nobody closes is still read once.
_SOME = "[^<>]{0,400}"
_COMMENT_MARK = re.compile(rf'<sup>\s{{0,9}}<a{_SOME}href="#cmnt\d+"{_SOME}>.{{0,400}}?</a>\s*</sup>', re.DOTALL)
_COMMENTS = re.compile(
    rf'<div{_SOME}>\s{{0,9}}<p{_SOME}>\s{{0,9}}<a{_SOME}href="#cmnt_ref\d+".{{0,20000}}?</div>', re.DOTALL
)
_TITLE = re.compile(rf'<p\b(?={_SOME}\bclass="[^"<>]{{0,400}}\btitle\b){_SOME}>(?P<words>.{{0,4000}}?)</p>', re.DOTALL)
_REDIRECT = re.compile(r'href="(https?://www\.google\.com/url\?[^"]*)"')


def read(data: bytes, name: str, content_type: str | None, url: str | None) -> Article:  # noqa: ARG001 — as all readers
    """The one document in a zip file. Raises `InputError` where there is none, or more than one."""
    with open_zip(data, name, "zip") as archive:
        names = [
            inside
            for inside in archive.namelist()
            if suffix_of(inside) in _DOCUMENTS and not inside.startswith("__MACOSX/")
        ]
        if len(names) != 1:
            raise InputError(name, f"holds {len(names) or 'no'} documents; a Google Docs export holds one (.html)")
        content = member(archive, names[0], name)
    if suffix_of(names[0]) not in {".html", ".htm"}:
        from provaudit.read import read_bytes

        return read_bytes(content, name=f"{name}/{names[0]}", max_size=LONGEST)
    try:
        source = decode(content, "utf-8").text
    except NotTextError as error:
        raise InputError(name, str(error)) from error
    article = article_of(Story(html=_cleaned(of_bounded_length(source, name))), "html")
    stem = names[0].rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return replace(with_headline(article), format="html") if article.blocks else replace(article, title=stem)


def _cleaned(source: str) -> str:
    """The export without comments, its links pointing where their writer had them point."""
    source = _TITLE.sub(r"<h1>\g<words></h1>", source)
    source = _COMMENTS.sub("", _COMMENT_MARK.sub("", source))
    return _REDIRECT.sub(lambda match: f'href="{html.escape(_target(html.unescape(match[1])))}"', source)


def _target(redirect: str) -> str:
    return (parse_qs(urlsplit(redirect).query).get("q") or [redirect])[0]
