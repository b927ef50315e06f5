"""A draft's bytes, wherever it lies, as an Article."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from provaudit.drafts import STDIN, Draft
from provaudit.errors import InputError
from provaudit.model import Article, Miss
from provaudit.read import read_bytes

if TYPE_CHECKING:
    from provaudit.trace import Tracer


@dataclass(frozen=True, slots=True)
class Input:
    """A draft and its bytes; None for a URL, whose bytes the web has."""

    draft: Draft
    data: bytes | None
    name: str
    path: str | None

    @property
    def key(self) -> str:
        """What tells it from other inputs: its bytes, or its address."""
        return hashlib.sha256(self.name.encode() if self.data is None else self.data).hexdigest()


def input_of(draft: Draft, *, max_size: int, stdin_name: str | None = None) -> Input:
    """Open one draft; InputError, in one line, where it cannot be opened or is too large."""
    if draft.url is not None:
        return Input(draft, None, draft.url, None)
    # One byte more than allowed is enough to know that it is too much.
    if draft.name == STDIN:
        name = Path(stdin_name).as_posix() if stdin_name else None
        return Input(draft, sys.stdin.buffer.read(max_size + 1), name or "<stdin>", name)
    if draft.path is None:
        raise InputError(draft.name, "names no file")
    try:
        with draft.path.open("rb") as file:
            size = draft.path.stat().st_size
            if size > max_size:
                raise InputError(draft.name, f"is {size / 1e6:.1f} MB; the limit is {max_size / 1e6:g} MB (max-size)")
            return Input(draft, file.read(max_size + 1), draft.name, draft.name)
    except OSError as error:
        raise InputError(draft.name, (error.strerror or str(error)).lower()) from None


def article_of(given: Input, *, max_size: int, tracer: Tracer | None = None) -> Article:
    """Read one input; InputError, in one line, where it cannot be audited."""
    if given.data is None:
        return _from_web(given.name, tracer)
    return read_bytes(given.data, name=given.name, path=given.path, max_size=max_size)


def _from_web(url: str, tracer: Tracer | None) -> Article:
    if tracer is None:
        raise InputError(url, "a URL cannot be read with --offline; save the page and name the file")
    got = tracer.fetch(url)
    if isinstance(got, Miss):
        raise InputError(url, f"{got.outcome}: {got.detail}" if got.detail else str(got.outcome))
    return replace(got.article, url=got.url)
