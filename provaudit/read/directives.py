"""Instructions to provaudit in comments: `<!-- provaudit: ignore[PA101] reason -->`."""

import re
from collections.abc import Iterator

from provaudit.model import Directive

_BODY = re.compile(r"\s*provaudit:\s*(?P<text>.*)", re.DOTALL)
_OPEN, _CLOSE = "<!--", "-->"


def comments_in(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Where each closed comment starts and ends, marks included; in time linear to the text."""
    end = len(text) if end is None else end
    while (opened := text.find(_OPEN, start, end)) >= 0:
        closed = text.find(_CLOSE, opened + len(_OPEN), end)
        if closed < 0:
            return
        start = closed + len(_CLOSE)
        yield opened, start


def directives_in(text: str) -> tuple[Directive, ...]:
    """The directives of a text that is the file itself; each stands where its comment does."""
    found = []
    for start, end in comments_in(text):
        words = directive_of(text[start + len(_OPEN) : end - len(_CLOSE)])
        if words is not None:
            found.append(Directive(words, start, text.count("\n", 0, start) + 1))
    return tuple(found)


def directive_of(comment: str) -> str | None:
    """The words of a directive, given what stands between the comment marks; None for another comment."""
    match = _BODY.match(comment)
    return " ".join(match["text"].split()) if match else None
