"""A draft's bytes, wherever it lies, as an Article."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from provaudit.drafts import STDIN, Draft
from provaudit.errors import InputError
from provaudit.model import Article, Miss
from provaudit.read import read_bytes, read_path

if TYPE_CHECKING:
    from provaudit.trace import Tracer


def article_of(draft: Draft, *, max_size: int, stdin_name: str | None = None, tracer: Tracer | None = None) -> Article:
    """Read one draft; InputError, in one line, where it cannot be audited."""
    if draft.name == STDIN:
        return _from_stdin(stdin_name, max_size)
    if draft.url is not None:
        return _from_web(draft.url, tracer)
    if draft.path is None:
        raise InputError(draft.name, "names no file")
    try:
        article = read_path(draft.path, max_size=max_size)
    except OSError as error:
        raise InputError(draft.name, (error.strerror or str(error)).lower()) from None
    return replace(article, path=draft.name)


def _from_stdin(name: str | None, max_size: int) -> Article:
    # One byte more than allowed is enough to know that it is too much.
    data = sys.stdin.buffer.read(max_size + 1)
    shown = name or "<stdin>"
    return read_bytes(data, name=shown, path=Path(shown).as_posix() if name else None, max_size=max_size)


def _from_web(url: str, tracer: Tracer | None) -> Article:
    if tracer is None:
        raise InputError(url, "a URL cannot be read with --offline; save the page and name the file")
    got = tracer.fetch(url)
    if isinstance(got, Miss):
        raise InputError(url, f"{got.outcome}: {got.detail}" if got.detail else str(got.outcome))
    return replace(got.article, url=got.url)
